import {type KeptRows, keepRows} from "../keep-rows.ts";
import type {Layout} from "../passes.ts";
import {checkProblem, type Problem} from "../problem.ts";
import type {NativePpml} from "./module.ts";
import type {Plan} from "./plan.ts";

/** Regressors of 0 and 1 that one byte holds. */
const mostBits = 8;

/** Runs of fewer rows, on average, are not worth their beginning: levels are looked up row by row. */
const shortRuns = 3;

/** Which rows a fit leaves out. */
export interface LeftOut {
  readonly singletons: boolean;
  readonly leftOut: ArrayLike<number>;
}

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

/** An effect as it was given, in memory. */
interface Given {
  readonly codes: number;
  readonly levels: number;
  readonly marks: number;
  /** 0 for plain effects. */
  readonly slopes: number;
}

/** An effect that is looked up by row. */
interface Other extends Given {
  readonly numbers: number;
  readonly start: number;
}

/**
 * Copies a problem into the module's memory, sorts its rows and sums y up. Errors are those of `checkProblem`; throws a
 * RangeError when no row is left.
 */
export function layOut(problem: Problem, options: LeftOut, plan: Plan, native: NativePpml): LaidOut {
  const n = plan.set("given", problem.y.length);
  const codesAt = plan.take(4 * n);
  const effects = copyEffects(problem, plan, native);
  const y = copyColumn(problem, problem.y, plan.set("givenY", plan.take(8 * n)), {plan, native, isAmount: true});
  const keptRows = keepNative(problem, options, {y, effects, list: codesAt, plan, native});
  const n1 = plan.set("rows", keptRows.count);
  if (n1 === 0) throw new RangeError("Found no row with a group that trades, wanted at least one positive y");
  const regressors = copyRegressors(problem, plan, native);
  if (problem.weights) copyRowValues("weights", problem.weights);
  if (problem.offset) copyRowValues("offset", problem.offset);
  function copyRowValues(name: "weights" | "offset", values: Float64Array) {
    const at = plan.set(name === "weights" ? "givenWeights" : "givenOffset", plan.take(8 * n));
    copyColumn(problem, values, at, {plan, native, isAmount: name === "weights"});
    plan.set(name, plan.take(8 * n1 + 8));
  }
  const arranged = arrange(effects, {plan, native, count: n1, list: codesAt});
  placeRows(arranged.runs, {plan, n1, groups: arranged.groups, ...regressors});
  placeOthers(arranged.others, plan, n1);
  plan.set("levels", arranged.levels);
  return {n: n1, keptRows, p: problem.x.length, ...arranged, ...regressors, codesAt};
}

/** Copies values and checks them; the error names them as `checkProblem` does. */
function copyColumn(
  problem: Problem,
  values: Float64Array,
  at: number,
  {plan, native, isAmount}: {plan: Plan; native: NativePpml; isAmount: boolean}
): number {
  const n = problem.y.length;
  if (values.length !== n) checkProblem(problem, {nonNegative: true});
  plan.f64(at, n).set(values);
  if (native.firstUnsound(n, at, isAmount) >= 0) checkProblem(problem, {nonNegative: true});
  return at;
}

function copyEffects(problem: Problem, plan: Plan, native: NativePpml): Given[] {
  const n = problem.y.length;
  return problem.effects.map(({codes, levels, slope}) => {
    if (codes.length !== n) checkProblem(problem, {nonNegative: true});
    const at = plan.take(4 * n);
    plan.i32(at, n).set(codes);
    if (native.firstOutOfRange(n, at, levels) >= 0) checkProblem(problem, {nonNegative: true});
    const slopes = slope ? copyColumn(problem, slope, plan.take(8 * n), {plan, native, isAmount: false}) : 0;
    return {codes: at, levels, marks: plan.take(levels), slopes};
  });
}

/** Regressors of 0 and 1 become bits, the others columns. */
function copyRegressors(problem: Problem, plan: Plan, native: NativePpml) {
  const n = problem.y.length;
  const givenBits = plan.set("givenBits", plan.take(n));
  const places = new Int32Array(problem.x.length);
  const columns: number[] = [];
  let bits = 0;
  let at = plan.take(8 * n);
  plan.set("givenColumns", at);
  problem.x.forEach((column, k) => {
    copyColumn(problem, column, at, {plan, native, isAmount: false});
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

interface Keeping {
  readonly y: number;
  readonly effects: readonly Given[];
  readonly list: number;
  readonly plan: Plan;
  readonly native: NativePpml;
}

/** As `keepRows`; levels that keep rows are marked, and the kept rows listed. */
function keepNative(problem: Problem, {singletons, leftOut}: LeftOut, memory: Keeping): KeptRows {
  const {y, effects, list, plan, native} = memory;
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

interface Arranging {
  readonly plan: Plan;
  readonly native: NativePpml;
  readonly count: number;
  readonly list: number;
}

/** Sorts the kept rows by the effect with the most levels, then by the others; finds its groups and the runs in them. */
function arrange(effects: readonly Given[], {plan, native, count, list}: Arranging) {
  const numbers = effects.map(({levels}) => plan.take(4 * levels));
  const used = effects.map(({levels, marks}, f) => native.numberMarked(levels, marks, numbers[f]!));
  const profiled = used.reduce(
    (best, count_, f) => (effects[f]!.slopes === 0 && (best < 0 || count_ > used[best]!) ? f : best),
    -1
  );
  const effectPlaces = effects.flatMap((_, f) => (f === profiled ? [] : [f]));
  let levels = 0;
  const starts = effectPlaces.map((f) => {
    levels += used[f]!;
    return levels - used[f]!;
  });
  const plain = effectPlaces.filter((f) => effects[f]!.slopes === 0);
  const [first, second] = plain as [number, number?];
  const startOf = (f: number) => starts[effectPlaces.indexOf(f)]!;
  const own = effects[profiled]!;
  plan.set("givenGroups", own.codes);
  plan.set("givenFirst", effects[first]!.codes);
  plan.set("firstNumbers", numbers[first]!);
  plan.set("firstStart", startOf(first));
  plan.set("givenSecond", second === undefined ? 0 : effects[second]!.codes);
  plan.set("secondNumbers", second === undefined ? 0 : numbers[second]!);
  plan.set("secondStart", second === undefined ? levels : startOf(second));
  const order = plan.set("order", plan.take(4 * count));
  const ends = plan.set("rowEnds", plan.take(4 * own.levels));
  native.sortByCodes(count, list, order, own.codes, own.levels, ends);
  const groups = plan.set("groups", native.dropEmpty(own.levels, ends));
  const bounds = boundsOf(plan.i32(ends, groups), native.threadsFor(count));
  const threadRuns = plan.i32(plan.set("threadRuns", plan.take(4 * (bounds.length - 1))), bounds.length - 1);
  native.runAll("sortTies", bounds);
  if (threadRuns.includes(-1)) {
    sortByAll(
      plain.slice(0, 2).map((f) => effects[f]!),
      own,
      {plan, native, count, list}
    );
    native.runAll("sortTies", bounds);
  }
  let runs = 0;
  threadRuns.forEach((own, thread) => {
    threadRuns[thread] = runs;
    runs += own;
  });
  return {
    ...{groups, profiled, effectPlaces, runs, bounds, levels},
    effects: effectPlaces.map((f, at) => ({start: starts[at]!, levels: used[f]!, isPlain: effects[f]!.slopes === 0})),
    others: effectPlaces
      .filter((f) => f !== first && f !== second)
      .map((f) => ({...effects[f]!, numbers: numbers[f]!, start: startOf(f)}))
  };
}

/** Splits groups into ranges of about as many rows. */
function boundsOf(rowEnds: Int32Array, threads: number): number[] {
  const rows = rowEnds.at(-1)!;
  const starts = Array.from({length: threads}, (_, thread) =>
    thread === 0 ? 0 : rowEnds.findIndex((end) => end >= (rows * thread) / threads)
  );
  return [...starts, rowEnds.length];
}

/** Stable counting sorts from the last effect on, where rows of a group are far from their order. */
function sortByAll(others: readonly Given[], own: Given, {plan, native, count, list}: Arranging): void {
  const order = plan.get("order");
  const ends = plan.get("rowEnds");
  const counters = plan.take(4 * Math.max(...others.map(({levels}) => levels)));
  let [from, to] = [order, list];
  for (const {codes, levels} of [...others].reverse()) {
    native.sortByCodes(count, from, to, codes, levels, counters);
    [from, to] = [to, from];
  }
  native.sortByCodes(count, from, to, own.codes, own.levels, ends);
  native.dropEmpty(own.levels, ends);
  if (to !== order) plan.i32(order, count).set(plan.i32(to, count));
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
