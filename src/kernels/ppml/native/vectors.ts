import {zeroDirection} from "../conjugate-gradient.ts";
import type {Direction} from "../within.ts";
import type {LaidOut} from "./lay-out.ts";
import type {NativePpml} from "./module.ts";
import type {Plan, Slot} from "./plan.ts";

/** Numbers that a thread answers with. */
const answers = 8;

/** Doubles of one thread, so many that no other writes to the cache line of their last. */
export function padded(count: number): number {
  return Math.ceil(count / 8) * 8;
}

/** Makes room for what passes read and write, and lays the rows out; threads have sums and rooms of their own. */
export function placeVectors(plan: Plan, laidOut: LaidOut, native: NativePpml, isByBits: boolean): void {
  const {n, groups, levels, p, bits, bounds, others} = laidOut;
  const threads = bounds.length - 1;
  const doubles = (slot: Slot, count: number) => plan.set(slot, plan.take(8 * count));
  const roomRows = plan.set("roomRows", longest(plan.i32(plan.get("rowEnds"), groups)) + 2);
  // A missing second effect reads and writes behind all levels, as far as a run may go.
  const length = plan.set("levelStride", levels + roomRows);
  doubles("means", n + 1);
  if (!isByBits) doubles("factors", n + 1);
  doubles("logScales", groups);
  doubles("u", length);
  doubles("sums", threads * length);
  doubles("v", p);
  doubles("products", threads * padded(p));
  doubles("answers", threads * answers);
  doubles("table", 1 << bits);
  doubles("room", threads * Math.max(1, p) * roomRows);
  doubles("takenLevels", p * length);
  doubles("takenMeans", p * groups);
  doubles("crossProducts", threads * padded(p * p));
  doubles("gradient", threads * padded(p));
  doubles("heaviest", levels);
  plan.set("heaviestRows", plan.take(4 * levels));
  plan.set("partners", plan.take(4 * levels));
  native.runAll("layOut", bounds);
  for (const [other, {codes, numbers, start, slopes}] of others.entries())
    native.layOutOther(other, codes, numbers, start, slopes);
}

function longest(ends: Int32Array): number {
  let most = 0;
  for (let g = 0; g < ends.length; g++) most = Math.max(most, ends[g]! - (g > 0 ? ends[g - 1]! : 0));
  return most;
}

/** Vectors on their way into the module's memory and out of it. */
export interface Vectors {
  /** Values by level; what stands behind them is what a missing effect says. */
  giveLevels(values: Float64Array, missing: number): Float64Array;
  giveBeta(beta: Float64Array): Float64Array;
  takeLevels(into: Float64Array): void;
  /** Sums by level, and by regressor where `into` has any. */
  takeSums(into: Direction): void;
  /** Sums of all threads as a new vector. */
  sums(): Direction;
  /** The sum over threads of entry `at` of vectors of some length. */
  over(values: Float64Array, size: number, at: number): number;
  /** A number for each thread, among its answers. */
  ask(at: number, value: number): void;
  /** What each thread answered with. */
  answers(at: number): number[];
}

/** Views of the vectors that `placeVectors` made room for. */
export function makeVectors(plan: Plan, {levels, p, places, bounds}: LaidOut): Vectors {
  const threads = bounds.length - 1;
  const length = plan.get("levelStride");
  const f64 = (slot: Slot, count: number) => plan.f64(plan.get(slot), count);
  const [u, sums, v] = [f64("u", length), f64("sums", threads * length), f64("v", p)];
  const [products, answer] = [f64("products", threads * padded(p)), f64("answers", threads * answers)];
  const over = (values: Float64Array, size: number, at: number) => {
    let sum = 0;
    for (let thread = 0; thread < threads; thread++) sum += values[thread * size + at]!;
    return sum;
  };
  const takeLevels = (into: Float64Array) => {
    for (let level = 0; level < levels; level++) into[level] = sums[level]!;
    for (let thread = 1; thread < threads; thread++)
      for (let level = 0; level < levels; level++) into[level]! += sums[thread * length + level]!;
  };
  const takeSums = (into: Direction) => {
    takeLevels(into.effects);
    for (let k = 0; k < into.beta.length; k++) into.beta[k] = over(products, padded(p), places[k]!);
  };
  return {
    giveLevels: (values, missing) => {
      u.set(values);
      return u.fill(missing, levels);
    },
    giveBeta: (beta) => {
      for (let k = 0; k < p; k++) v[places[k]!] = beta[k]!;
      return v;
    },
    takeLevels,
    takeSums,
    sums: () => {
      const into = zeroDirection(levels, p);
      takeSums(into);
      return into;
    },
    over,
    ask: (at, value) => {
      for (let thread = 0; thread < threads; thread++) answer[thread * answers + at] = value;
    },
    answers: (at) => Array.from({length: threads}, (_, thread) => answer[thread * answers + at]!)
  };
}
