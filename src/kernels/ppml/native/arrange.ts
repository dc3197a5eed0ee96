import type {Given} from "./copy-problem.ts";
import type {NativePpml} from "./module.ts";
import type {Plan} from "./plan.ts";

/** An effect that is looked up by row. */
export interface Other extends Given {
  readonly numbers: number;
  readonly start: number;
}

/** What is arranged where. */
interface Arranging {
  readonly plan: Plan;
  readonly native: NativePpml;
  /** Kept rows, and the list of them. */
  readonly count: number;
  readonly list: number;
}

/** Which effects play which part: their places in the problem. */
interface Parts {
  readonly profiled: number;
  readonly effectPlaces: readonly number[];
  /** Effects that runs go along, one or two. */
  readonly along: readonly number[];
  /** Where the levels of each of `effectPlaces` start, and how many there are in all. */
  readonly starts: readonly number[];
  readonly levels: number;
}

/** The plain effect with the most levels is solved exactly; runs go along the next two plain ones. */
function partsOf(effects: readonly Given[], used: readonly number[]): Parts {
  const isPlain = (f: number) => effects[f]!.slopes === 0;
  const profiled = used.reduce((best, count, f) => (isPlain(f) && (best < 0 || count > used[best]!) ? f : best), -1);
  const effectPlaces = effects.flatMap((_, f) => (f === profiled ? [] : [f]));
  let levels = 0;
  const starts = effectPlaces.map((f) => {
    levels += used[f]!;
    return levels - used[f]!;
  });
  return {profiled, effectPlaces, along: effectPlaces.filter(isPlain).slice(0, 2), starts, levels};
}

/** Sorts the kept rows by the effect with the most levels, then by the others; finds its groups and the runs in them. */
export function arrange(effects: readonly Given[], arranging: Arranging) {
  const {plan, native} = arranging;
  const numbers = effects.map(({levels}) => plan.take(4 * levels));
  const used = effects.map(({levels, marks}, f) => native.numberMarked(levels, marks, numbers[f]!));
  const {profiled, effectPlaces, along, starts, levels} = partsOf(effects, used);
  const startOf = (f: number) => starts[effectPlaces.indexOf(f)]!;
  const [first, second] = along as [number, number?];
  plan.set("givenGroups", effects[profiled]!.codes);
  plan.set("givenFirst", effects[first]!.codes);
  plan.set("firstNumbers", numbers[first]!);
  plan.set("firstStart", startOf(first));
  plan.set("givenSecond", second === undefined ? 0 : effects[second]!.codes);
  plan.set("secondNumbers", second === undefined ? 0 : numbers[second]!);
  plan.set("secondStart", second === undefined ? levels : startOf(second));
  return {
    ...{profiled, effectPlaces, levels},
    ...sortRows(
      effects[profiled]!,
      along.map((f) => effects[f]!),
      arranging
    ),
    effects: effectPlaces.map((f, at) => ({start: starts[at]!, levels: used[f]!, isPlain: effects[f]!.slopes === 0})),
    others: effectPlaces
      .filter((f) => !along.includes(f))
      .map((f) => ({...effects[f]!, numbers: numbers[f]!, start: startOf(f)}))
  };
}

function sortRows(own: Given, along: readonly Given[], arranging: Arranging) {
  const {plan, native, count, list} = arranging;
  const order = plan.set("order", plan.take(4 * count));
  const ends = plan.set("rowEnds", plan.take(4 * own.levels));
  native.sortByCodes(count, list, order, own.codes, own.levels, ends);
  const groups = plan.set("groups", native.dropEmpty(own.levels, ends));
  const bounds = boundsOf(plan.i32(ends, groups), native.threadsFor(count));
  const threads = bounds.length - 1;
  const threadRuns = plan.i32(plan.set("threadRuns", plan.take(4 * threads)), threads);
  native.runAll("sortTies", bounds);
  if (threadRuns.includes(-1)) {
    sortByAll(along, own, arranging);
    native.runAll("sortTies", bounds);
  }
  // From how many runs each thread has to where they start.
  let runs = 0;
  threadRuns.forEach((ofThread, thread) => {
    threadRuns[thread] = runs;
    runs += ofThread;
  });
  return {groups, bounds, runs};
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
  // The list is whole, while the order is where sorting by insertion gave up.
  let [from, to] = [list, order];
  for (const {codes, levels} of [...others].reverse()) {
    native.sortByCodes(count, from, to, codes, levels, counters);
    [from, to] = [to, from];
  }
  native.sortByCodes(count, from, to, own.codes, own.levels, ends);
  native.dropEmpty(own.levels, ends);
  if (to !== order) plan.i32(order, count).set(plan.i32(to, count));
}
