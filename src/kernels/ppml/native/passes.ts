import {zeroDirection} from "../conjugate-gradient.ts";
import {makePasses, type Passes} from "../passes.ts";
import type {Problem} from "../problem.ts";
import type {Direction} from "../within.ts";
import {type LeftOut, layOut} from "./lay-out.ts";
import type {NativePpml} from "./module.ts";
import {makePlan, type Slot} from "./plan.ts";

/** Numbers that a thread answers with. */
const answers = 8;

/**
 * The same passes as `makePasses` in WASM, for models with two or three plain effects. The memory is this fit's until
 * the next one begins; what `rows` gives is made anew.
 */
export function makeNativePasses(problem: Problem, options: LeftOut, native: NativePpml): Passes {
  const plan = makePlan(native);
  const laidOut = layOut(problem, options, plan, native);
  const {n, groups, levels, p, bits, places, codesAt, effects, others, keptRows, bounds} = laidOut;
  const threads = bounds.length - 1;
  const rowEnds = plan.i32(plan.get("rowEnds"), groups);
  const roomRows = plan.set("roomRows", longest(rowEnds) + 2);
  // A missing second effect reads and writes behind all levels, as far as a run may go.
  const length = plan.set("levelStride", levels + roomRows);
  const doubles = (count: number) => plan.take(8 * count);
  const isByBits = p === bits && !problem.weights && !problem.offset && others.length === 0;
  plan.set("means", doubles(n + 1));
  plan.set("factors", isByBits ? 0 : doubles(n + 1));
  plan.set("logScales", doubles(groups));
  plan.set("u", doubles(length));
  plan.set("sums", doubles(threads * length));
  plan.set("v", doubles(p));
  plan.set("products", doubles(threads * p));
  plan.set("answers", doubles(threads * answers));
  plan.set("table", doubles(1 << bits));
  plan.set("room", doubles(threads * Math.max(1, p) * roomRows));
  plan.set("takenLevels", doubles(p * length));
  plan.set("takenMeans", doubles(p * groups));
  plan.set("crossProducts", doubles(threads * p * p));
  plan.set("gradient", doubles(threads * p));
  plan.set("heaviest", doubles(levels));
  plan.set("heaviestRows", plan.take(4 * levels));
  plan.set("partners", plan.take(4 * levels));
  native.runAll("layOut", bounds);
  for (const [other, {codes, numbers, start, slopes}] of others.entries())
    native.layOutOther(other, codes, numbers, start, slopes);
  const f64 = (slot: Slot, count: number) => plan.f64(plan.get(slot), count);
  const [u, sums, v] = [f64("u", length), f64("sums", threads * length), f64("v", p)];
  const [products, answer] = [f64("products", threads * p), f64("answers", threads * answers)];
  const [w, table] = [f64("means", n), f64("table", 1 << bits)];
  /** The sum over threads of entry `at` of vectors of some length. */
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
    for (let k = 0; k < into.beta.length; k++) into.beta[k] = over(products, p, places[k]!);
  };
  const giveBeta = (beta: Float64Array) => {
    for (let k = 0; k < p; k++) v[places[k]!] = beta[k]!;
  };
  const groupSums = f64("groupY", groups).slice();
  const margins = zeroDirection(levels, p);
  takeSums(margins);
  const fitted = zeroDirection(levels, p);
  const rowBounds = Array.from({length: threads + 1}, (_, t) => (t < threads ? evenPart(n, t / threads) : n));
  const exponentiated = effects.filter(({start}) => !others.some((other) => other.start === start));
  let known: Float64Array | undefined;
  /** Effects that are looked up are in the factors by row, the others in exponentials by level. */
  const give = ({effects: values, beta}: Direction) => {
    u.set(values);
    for (const {start, levels: count} of exponentiated)
      for (let level = start; level < start + count; level++) u[level] = Math.exp(values[level]!);
    u.fill(1, levels);
    if (others.length === 0 && known?.every((value, k) => value === beta[k])) return;
    known = beta.slice();
    giveBeta(beta);
    if (isByBits) for (let pattern = 0; pattern < 1 << bits; pattern++) table[pattern] = Math.exp(sumOf(v, pattern));
    else native.runAll("setFactors", rowBounds);
  };
  return {
    layout: laidOut,
    w,
    groupEnds: rowEnds,
    groupSums,
    margins,
    fitted,
    logScale: () => f64("logScales", groups).map((log, g) => Math.log(groupSums[g]!) - log),
    evaluate: (at) => {
      give(at);
      native.runAll("evaluate", bounds);
      takeSums(fitted);
      return over(answer, answers, 1) > 0 ? Number.NaN : over(answer, answers, 0);
    },
    multiply: (at, into) => {
      u.set(at.effects);
      u.fill(0, levels);
      if (into.beta.length > 0) giveBeta(at.beta);
      native.runAll(into.beta.length > 0 ? "multiply" : "multiplyLevels", bounds);
      takeSums(into);
    },
    diagonal: (into) => {
      native.runAll("diagonal", bounds);
      takeLevels(into);
    },
    pairLevels: () => {
      native.pairLevels();
      const partners = plan.i32(plan.get("partners"), levels);
      const rows = plan.i32(plan.get("heaviestRows"), levels);
      const partner = Int32Array.from(partners, (other, level) => (partners[other] === level ? other : level));
      return {partner, rows: partner.map((other, level) => (other === level ? -1 : rows[level]!))};
    },
    sumsOfSquares: () =>
      Float64Array.from(places, (place, k) => (place < bits ? fitted.beta[k]! : native.sumOfSquares(place - bits))),
    sweptSquares: () => Float64Array.from(places, (place) => native.sweptSquares(place)),
    range: (step) => {
      u.set(step.effects);
      u.fill(0, levels);
      giveBeta(step.beta);
      native.runAll("range", bounds);
      known = undefined;
      return Math.max(...bounds.slice(1).map((_, thread) => answer[thread * answers]!));
    },
    partial: (taken) => {
      taken.forEach((vector, k) => {
        f64("takenLevels", p * length).set(vector, places[k]! * length);
        f64("takenLevels", p * length).fill(0, places[k]! * length + levels, (places[k]! + 1) * length);
      });
      native.runAll("partial", bounds);
      const [cross, gradient] = [f64("crossProducts", threads * p * p), f64("gradient", threads * p)];
      const both = (k: number, l: number) => over(cross, p * p, Math.max(k, l) * p + Math.min(k, l));
      return {
        products: Float64Array.from({length: p * p}, (_, at) => both(places[Math.floor(at / p)]!, places[at % p]!)),
        gradient: Float64Array.from(places, (place) => over(gradient, p, place)),
        means: Array.from(places, (place) => plan.f64(plan.get("takenMeans") + 8 * place * groups, groups).slice())
      };
    },
    outcome: () => {
      native.runAll("outcome", rowBounds);
      const [count, total, saturated, constant, byOffset] = [0, 1, 2, 3, 4].map((at) => over(answer, answers, at));
      return {count: count!, total: total!, saturated: saturated!, constant: constant!, byOffset: byOffset!};
    },
    scoresBy: (codes) => {
      if (codes.length !== problem.y.length)
        throw new RangeError(`Found ${codes.length} clusters, wanted ${problem.y.length}, one a row`);
      plan.i32(plan.set("clusters", codesAt), codes.length).set(codes);
      const size = plan.set("clusterCount", native.countCodes(codes.length, codesAt));
      const wrong = native.firstOutOfRange(codes.length, codesAt, size);
      if (wrong >= 0) throw new RangeError(`Found cluster ${codes[wrong]} at row ${wrong}, wanted 0 or more`);
      const sumsAt = plan.set("clusterSums", doubles(threads * p * size));
      const marks = plan.u8(plan.set("clusterMarks", plan.take(size)), size).fill(0);
      native.runAll("scores", bounds);
      const found = plan.f64(sumsAt, threads * p * size);
      return {
        codes,
        sums: Array.from(places, (place) =>
          Float64Array.from({length: size}, (_, c) => over(found, p * size, place * size + c))
        ),
        count: marks.reduce((sum, one) => sum + one, 0)
      };
    },
    rows: (at) => {
      const twin = makePasses(problem, keptRows);
      twin.evaluate(at);
      return twin.rows(at);
    }
  };
}

function longest(ends: Int32Array): number {
  let most = 0;
  for (let g = 0; g < ends.length; g++) most = Math.max(most, ends[g]! - (g > 0 ? ends[g - 1]! : 0));
  return most;
}

/** An even number of rows, about so large a part of them. */
function evenPart(n: number, share: number): number {
  return 2 * Math.floor((n * share) / 2);
}

/** The sum of the entries whose bits are set. */
function sumOf(values: Float64Array, pattern: number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) if (pattern & (1 << k)) sum += values[k]!;
  return sum;
}
