import type {NativePpml} from "./module.ts";

/** The numbers of a plan, in the order of `Slot` in `wasm/ppml/plan.ts`. */
const slots = [
  ...(["given", "rows", "groups", "levels", "levelStride", "bits", "columns"] as const),
  ...([
    "givenY",
    "givenGroups",
    "givenFirst",
    "givenSecond",
    "givenBits",
    "givenColumns",
    "givenWeights",
    "givenOffset"
  ] as const),
  ...([
    "firstNumbers",
    "secondNumbers",
    "firstStart",
    "secondStart",
    "firstLevels",
    "secondLevels",
    "others",
    "otherLevels",
    "slopes"
  ] as const),
  ...(["order", "y", "bitsByRow", "columnsByRow", "weights", "offset", "factors", "means"] as const),
  ...(["runs", "threadRuns", "runEnds", "rowEnds", "groupY", "logScales"] as const),
  ...(["u", "v", "sums", "products", "answers", "table", "room", "roomRows"] as const),
  ...(["takenLevels", "takenMeans", "crossProducts", "gradient"] as const),
  ...(["clusters", "clusterCount", "clusterMarks", "clusterSums"] as const),
  ...(["heaviest", "heaviestRows", "partners"] as const),
  ...(["a", "aStride", "b", "bStride", "c", "cStride", "inner", "width", "sign"] as const)
];
export type Slot = (typeof slots)[number];

const planAt = 64;
const arraysAt = 1024;
/** Arrays begin at multiples of a cache line. */
const line = 64;

/** The memory of a model: arrays one after the other, their places written where the module reads them. */
export interface Plan {
  /** Room for so many bytes; returns its offset. */
  take(bytes: number): number;
  set(slot: Slot, value: number): number;
  get(slot: Slot): number;
  /** Views; those taken before the memory grew stay valid, for it grows in place. */
  f64(at: number, length: number): Float64Array;
  i32(at: number, length: number): Int32Array;
  u8(at: number, length: number): Uint8Array;
}

/** An empty plan; what an earlier one placed is no longer valid. */
export function makePlan(native: NativePpml): Plan {
  let end = arraysAt;
  let buffer = native.reserve(end);
  let numbers = new Int32Array(buffer, planAt, slots.length).fill(0);
  return {
    take: (bytes) => {
      const at = end;
      end += Math.ceil(bytes / line) * line;
      buffer = native.reserve(end);
      numbers = new Int32Array(buffer, planAt, slots.length);
      return at;
    },
    set: (slot, value) => {
      numbers[slots.indexOf(slot)] = value;
      return value;
    },
    get: (slot) => numbers[slots.indexOf(slot)]!,
    f64: (at, length) => new Float64Array(buffer, at, length),
    i32: (at, length) => new Int32Array(buffer, at, length),
    u8: (at, length) => new Uint8Array(buffer, at, length)
  };
}
