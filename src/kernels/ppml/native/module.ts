/** The module of `wasm/ppml.ts` with its memory, as the runtime loads it. Arrays are byte offsets. */
export interface NativePpml {
  /** Memory of at least so many bytes; views of an earlier answer may be too short. */
  reserve(bytes: number): ArrayBufferLike;
  firstUnsound(n: number, values: number, nonNegative: boolean): number;
  firstOutOfRange(n: number, codes: number, levels: number): number;
  countCodes(n: number, codes: number): number;
  isDummy(n: number, values: number): number;
  foldDummy(n: number, values: number, bytes: number, bit: number): void;
  markPositive(n: number, y: number, kept: number, codes: number, marks: number): void;
  keepMarked(n: number, codes: number, marks: number, kept: number): void;
  numberMarked(levels: number, marks: number, numbers: number): number;
  listKept(n: number, kept: number, list: number): number;
  sortByCodes(count: number, list: number, into: number, codes: number, levels: number, ends: number): void;
  dropEmpty(levels: number, ends: number): number;
  sortTies(): number;
  countRuns(): number;
  layOut(): void;
  multiply(groupFrom: number, groupTo: number, thread: number, withRegressors: boolean): void;
  evaluate(groupFrom: number, groupTo: number, thread: number): void;
  diagonal(groupFrom: number, groupTo: number, thread: number): void;
  pairLevels(): void;
  setFactors(): void;
  sumOfSquares(column: number): number;
  partial(): void;
  scores(marks: number): void;
  outcome(into: number): void;
}
