/** What the module does for ranges of groups or of rows; `wasm/ppml.ts` has the same in the same order. */
export const jobs = [
  ...(["sortTies", "layOut", "evaluate", "multiply", "multiplyLevels"] as const),
  ...(["diagonal", "partial", "scores", "outcome", "setFactors", "range", "multiplyAdd", "correlation"] as const)
];
export type Job = (typeof jobs)[number];

/** The functions of `wasm/ppml.ts`. Arrays are byte offsets. */
export interface PpmlModule {
  firstUnsound(n: number, values: number, nonNegative: boolean): number;
  firstOutOfRange(n: number, codes: number, levels: number): number;
  countCodes(n: number, codes: number): number;
  isDummy(n: number, values: number): number;
  foldDummy(n: number, values: number, bytes: number, bit: number): void;
  markPositive(n: number, y: number, kept: number, codes: number, marks: number): void;
  markKept(n: number, kept: number, codes: number, marks: number): void;
  keepMarked(n: number, codes: number, marks: number, kept: number): void;
  numberMarked(levels: number, marks: number, numbers: number): number;
  listKept(n: number, kept: number, list: number): number;
  sortByCodes(count: number, list: number, into: number, codes: number, levels: number, ends: number): void;
  dropEmpty(levels: number, ends: number): number;
  layOutOther(other: number, codes: number, numbers: number, start: number, givenSlopes: number): void;
  pairLevels(): void;
  sumOfSquares(column: number): number;
  sweptSquares(regressor: number): number;
  /** Does the job of that number for one range, as one thread. */
  run(job: number, from: number, to: number, thread: number): void;
}

/** The module with its memory, as the runtime loads it. */
export interface NativePpml extends Omit<PpmlModule, "run"> {
  /** Memory of at least so many bytes; earlier views of it stay valid. */
  reserve(bytes: number): ArrayBufferLike;
  /** Threads that share the work of a model with so many rows. */
  threadsFor(rows: number): number;
  /** Does a job from `bounds[t]` to `bounds[t + 1]` as thread t, for each, at once where threads are at hand. */
  runAll(job: Job, bounds: readonly number[]): void;
}
