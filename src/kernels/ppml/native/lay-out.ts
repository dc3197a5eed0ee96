import type {Layout} from "../passes.ts";
import type {Problem} from "../problem.ts";
import {arrange, type Other} from "./arrange.ts";
import {copyEffects, copyRegressors, copyResponse, copyWeights, keepCopied, type LeftOut} from "./copy-problem.ts";
import type {NativePpml} from "./module.ts";
import type {Plan} from "./plan.ts";

/** Runs of fewer rows, on average, are not worth their beginning: levels are looked up row by row. */
const shortRuns = 6;

/** Rows laid out in the module's memory. */
export interface LaidOut extends Layout {
  /** Place of each regressor in vectors of the module: those of 0 and 1 first. */
  readonly places: Int32Array;
  readonly bits: number;
  /** Room for a code by row of the problem. */
  readonly codesAt: number;
  /** Effects beyond the two that runs go along. */
  readonly others: readonly Other[];
  /** Ranges of groups that threads work on. */
  readonly bounds: readonly number[];
}

/** Of more regressors most are 0 nearly everywhere, which plain TypeScript makes use of. */
const mostRegressors = 16;

/** Whether a model is for the module: one with two plain effects or more, and not very many regressors. */
export function fitsNative({effects, x}: Problem): boolean {
  return effects.filter(({slope}) => !slope).length >= 2 && x.length <= mostRegressors;
}

/**
 * Copies a problem into the module's memory, sorts its rows and makes room for what is kept of them. Errors are those of
 * `checkProblem`; throws a RangeError when no row is left.
 */
export function makeLayout(problem: Problem, options: LeftOut, plan: Plan, native: NativePpml): LaidOut {
  const copying = {problem, plan, native};
  const n = plan.set("given", problem.y.length);
  const codesAt = plan.take(4 * n);
  const effects = copyEffects(copying);
  const y = copyResponse(copying);
  const keptRows = keepCopied(options, {...copying, y, effects, list: codesAt});
  const {count} = keptRows;
  if (count === 0) throw new RangeError("Found no row with a group that trades, wanted at least one positive y");
  plan.set("rows", count);
  const regressors = copyRegressors(copying);
  copyWeights(copying, count);
  const arranged = arrange(effects, {plan, native, count, list: codesAt});
  placeRows(arranged.runs, {plan, n1: count, groups: arranged.groups, ...regressors});
  placeOthers(arranged.others, plan, count);
  plan.set("levels", arranged.levels);
  return {n: count, keptRows, p: problem.x.length, ...arranged, ...regressors, codesAt};
}

/** Places what is kept by row and by group. Loops take two rows at a time, so an odd last one needs a neighbour. */
function placeRows(
  runs: number,
  {plan, n1, groups, bits, places}: {plan: Plan; n1: number; groups: number; bits: number; places: Int32Array}
): void {
  const columns = places.length - bits;
  plan.set("runs", plan.take(16 * runs));
  if (n1 < shortRuns * runs) {
    plan.set("firstLevels", plan.take(4 * n1));
    if (plan.get("givenSecond") !== 0) plan.set("secondLevels", plan.take(4 * n1));
  }
  plan.set("runEnds", plan.take(4 * groups));
  plan.set("groupY", plan.take(8 * groups));
  plan.set("y", plan.take(8 * n1 + 8));
  const bytes = plan.set("bitsByRow", plan.take(n1 + 2));
  if (bits === 0) plan.u8(bytes, n1 + 2).fill(0);
  plan.set("columnsByRow", plan.take(8 * n1 * columns + 8));
}

/** Levels and slopes of effects that are looked up; the entry after the last row is read and not used. */
function placeOthers(others: readonly Other[], plan: Plan, n1: number): void {
  plan.set("others", others.length);
  if (others.length === 0) return;
  const levels = plan.set("otherLevels", plan.take(4 * (others.length * n1 + 1)));
  plan.i32(levels, others.length * n1 + 1)[others.length * n1] = 0;
  if (others.some(({slopes}) => slopes)) plan.set("slopes", plan.take(8 * (others.length * n1 + 1)));
}
