import {type KeptRows, keepRows} from "../keep-rows.ts";
import {checkProblem, type Problem} from "../problem.ts";
import type {NativePpml} from "./module.ts";
import type {Plan} from "./plan.ts";

/** Regressors of 0 and 1 that one byte holds. */
const mostBits = 8;

/** Which rows a fit leaves out. */
export interface LeftOut {
  readonly singletons: boolean;
  readonly leftOut: ArrayLike<number>;
}

/** An effect as it was given, in memory. */
export interface Given {
  readonly codes: number;
  readonly levels: number;
  readonly marks: number;
  /** 0 for plain effects. */
  readonly slopes: number;
}

/** Where a problem is copied to. */
export interface Copying {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly native: NativePpml;
}

/** Copies y, and checks it. */
export function copyResponse(copying: Copying): number {
  const {problem, plan} = copying;
  return copyColumn(copying, problem.y, plan.set("givenY", plan.take(8 * problem.y.length)), true);
}

/** Copies weights and offset where there are any, and makes room for those of the kept rows. */
export function copyWeights(copying: Copying, kept: number): void {
  const {problem, plan} = copying;
  for (const name of ["weights", "offset"] as const) {
    const values = problem[name];
    if (!values) continue;
    const given = name === "weights" ? "givenWeights" : "givenOffset";
    copyColumn(copying, values, plan.set(given, plan.take(8 * problem.y.length)), name === "weights");
    plan.set(name, plan.take(8 * kept + 8));
  }
}

/** Copies values and checks them; errors are those of `checkProblem`. */
function copyColumn({problem, plan, native}: Copying, values: Float64Array, at: number, isAmount: boolean): number {
  const n = problem.y.length;
  if (values.length !== n) checkProblem(problem, {nonNegative: true});
  plan.f64(at, n).set(values);
  if (native.firstUnsound(n, at, isAmount) >= 0) checkProblem(problem, {nonNegative: true});
  return at;
}

/** Copies the effects and checks their codes. */
export function copyEffects(copying: Copying): Given[] {
  const {problem, plan, native} = copying;
  const n = problem.y.length;
  return problem.effects.map(({codes, levels, slope}) => {
    if (codes.length !== n) checkProblem(problem, {nonNegative: true});
    const at = plan.take(4 * n);
    plan.i32(at, n).set(codes);
    if (native.firstOutOfRange(n, at, levels) >= 0) checkProblem(problem, {nonNegative: true});
    const slopes = slope ? copyColumn(copying, slope, plan.take(8 * n), false) : 0;
    return {codes: at, levels, marks: plan.take(levels), slopes};
  });
}

/** Copies the regressors: those of 0 and 1 become bits, which come first in the module's vectors, the others columns. */
export function copyRegressors(copying: Copying): {readonly places: Int32Array; readonly bits: number} {
  const {problem, plan, native} = copying;
  const n = problem.y.length;
  const givenBits = plan.set("givenBits", plan.take(n));
  const places = new Int32Array(problem.x.length);
  const columns: number[] = [];
  let bits = 0;
  let at = plan.take(8 * n);
  plan.set("givenColumns", at);
  problem.x.forEach((column, k) => {
    copyColumn(copying, column, at, false);
    if (bits < mostBits && native.isDummy(n, at)) {
      native.foldDummy(n, at, givenBits, bits);
      places[k] = bits++;
    } else {
      columns.push(k);
      at += 8 * n;
      if (k < problem.x.length - 1) reserveColumn(plan, at, n);
    }
  });
  for (const [position, k] of columns.entries()) places[k] = bits + position;
  plan.set("bits", bits);
  plan.set("columns", columns.length);
  return {places, bits};
}

/** Columns stand one after the other without gaps, so the next may need less room than a whole one. */
function reserveColumn(plan: Plan, at: number, n: number): void {
  const end = plan.take(0);
  if (at + 8 * n > end) plan.take(at + 8 * n - end);
}

/** Copied rows of which some are kept. */
interface Keeping extends Copying {
  readonly y: number;
  readonly effects: readonly Given[];
  /** Takes the kept rows. */
  readonly list: number;
}

/** As `keepRows`; levels that keep rows are marked, and the kept rows listed. */
export function keepCopied({singletons, leftOut}: LeftOut, keeping: Keeping): KeptRows {
  const {problem, y, effects, list, plan, native} = keeping;
  const n = problem.y.length;
  const at = plan.take(n);
  const kept = plan.u8(at, n).fill(1);
  for (let one = 0; one < leftOut.length; one++) kept[leftOut[one]!] = 0;
  let started = n;
  if (leftOut.length > 0) started = kept.reduce((sum, one) => sum + one, 0);
  let lonely = 0;
  if (singletons) {
    const found = keepRows(problem.y, problem.effects, {zeroGroups: true, singletons, leftOut});
    kept.set(found.kept);
    lonely = found.singletons;
  }
  for (const {levels, marks} of effects) plan.u8(marks, levels).fill(0);
  const plain = effects.filter(({slopes}) => slopes === 0);
  for (const {codes, marks} of plain) native.markPositive(n, y, at, codes, marks);
  for (const {codes, marks} of plain) native.keepMarked(n, codes, marks, at);
  for (const {codes, marks, slopes} of effects) if (slopes) native.markKept(n, at, codes, marks);
  const count = native.listKept(n, at, list);
  return {kept: kept.slice(), count, zeroGroups: started - count - lonely, singletons: lonely};
}
