import {zeroDirection} from "../conjugate-gradient.ts";
import {factorTies, hasFewTies} from "../incomplete-factor.ts";
import {makePasses, type Passes} from "../passes.ts";
import type {Problem} from "../problem.ts";
import type {Direction} from "../within.ts";
import type {LeftOut} from "./copy-problem.ts";
import {type LaidOut, makeLayout} from "./lay-out.ts";
import type {NativePpml} from "./module.ts";
import {makePlan, type Plan, type Slot} from "./plan.ts";
import {scoresBy} from "./scores.ts";
import {makeVectors, padded, placeVectors, type Vectors} from "./vectors.ts";

/**
 * The same passes as `makePasses` in WASM, for models that `fitsNative` tells. The memory is this fit's until the next one
 * begins; what `rows` gives is made anew from the problem.
 */
export function makeNativePasses(problem: Problem, options: LeftOut, native: NativePpml): Passes {
  const plan = makePlan(native);
  const laidOut = makeLayout(problem, options, plan, native);
  const {n, groups, levels, p, bits, places, keptRows, bounds} = laidOut;
  const isByBits = p === bits && !problem.weights && !problem.offset && laidOut.others.length === 0;
  placeVectors(plan, laidOut, native, isByBits);
  const vectors = makeVectors(plan, laidOut);
  const {takeLevels, takeSums, over} = vectors;
  const f64 = (slot: Slot, count: number) => plan.f64(plan.get(slot), count);
  const threads = bounds.length - 1;
  const rowBounds = [...Array.from({length: threads}, (_, thread) => 2 * Math.floor((n * thread) / threads / 2)), n];
  const give = makeGiver(vectors, {plan, laidOut, native, isByBits, rowBounds});
  const groupSums = f64("groupY", groups).slice();
  const margins = vectors.sums();
  const fitted = zeroDirection(levels, p);
  return {
    layout: laidOut,
    w: f64("means", n),
    groupEnds: plan.i32(plan.get("rowEnds"), groups),
    groupSums,
    margins,
    fitted,
    weighByResponse: () => {
      const [w, y, weights] = [f64("means", n), f64("y", n), problem.weights && f64("weights", n)];
      for (let r = 0; r < n; r++) w[r] = weights ? y[r]! * weights[r]! : y[r]!;
    },
    logScale: () => f64("logScales", groups).map((log, g) => Math.log(groupSums[g]!) - log),
    evaluate: (at) => {
      give(at);
      native.runAll("evaluate", bounds);
      takeSums(fitted);
      return vectors.answers(1).some((isOut) => isOut > 0) ? Number.NaN : sum(vectors.answers(0));
    },
    multiply: (at, into) => {
      vectors.giveLevels(at.effects, 0);
      if (into.beta.length > 0) vectors.giveBeta(at.beta);
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
      vectors.giveLevels(step.effects, 0);
      vectors.giveBeta(step.beta);
      native.runAll("range", bounds);
      return Math.max(...vectors.answers(0));
    },
    partial: (taken) => {
      const length = plan.get("levelStride");
      taken.forEach((vector, k) => {
        const own = plan.f64(plan.get("takenLevels") + 8 * places[k]! * length, length);
        own.fill(0, levels).set(vector);
      });
      native.runAll("partial", bounds);
      const cross = f64("crossProducts", threads * padded(p * p));
      const gradient = f64("gradient", threads * padded(p));
      const both = (k: number, l: number) => over(cross, padded(p * p), Math.max(k, l) * p + Math.min(k, l));
      return {
        products: Float64Array.from({length: p * p}, (_, at) => both(places[Math.floor(at / p)]!, places[at % p]!)),
        gradient: Float64Array.from(places, (place) => over(gradient, padded(p), place)),
        means: Array.from(places, (place) => plan.f64(plan.get("takenMeans") + 8 * place * groups, groups).slice())
      };
    },
    outcome: () => {
      native.runAll("outcome", rowBounds);
      const [count, total, saturated, constant, byOffset] = [0, 1, 2, 3, 4].map((at) => sum(vectors.answers(at)));
      return {count: count!, total: total!, saturated: saturated!, constant: constant!, byOffset: byOffset!};
    },
    squaredCorrelation: () => {
      vectors.ask(7, groupSums.reduce((all, one) => all + one, 0) / n);
      native.runAll("correlation", rowBounds);
      const of = (at: number) => sum(vectors.answers(at));
      const [y, mu, yy, mm, both] = [of(0), of(1), of(2), of(3), of(4)];
      return (both - (y * mu) / n) ** 2 / ((yy - y ** 2 / n) * (mm - mu ** 2 / n));
    },
    scoresBy: (codes) => scoresBy(codes, {plan, laidOut, native}),
    factorTies: (diagonal) => {
      const groupEnds = plan.i32(plan.get("rowEnds"), groups);
      if (laidOut.others.length > 0 || !hasFewTies({layout: laidOut, groupEnds, groupSums})) return {};
      return {
        factor: factorTies({w: f64("means", n), groupEnds, groupSums, effects: levelsByRow(plan, laidOut)}, diagonal)
      };
    },
    rows: (at) => {
      const twin = makePasses(problem, keptRows);
      twin.evaluate(at);
      return twin.rows(at);
    }
  };
}

interface Giving {
  readonly plan: Plan;
  readonly laidOut: LaidOut;
  readonly native: NativePpml;
  /** Whether bits alone say exp(Xβ). */
  readonly isByBits: boolean;
  readonly rowBounds: readonly number[];
}

/**
 * Gives effects and coefficients for an evaluation: effects that are looked up by row go into the factors by row, the
 * others are exponentials by level.
 */
function makeGiver(vectors: Vectors, {plan, laidOut, native, isByBits, rowBounds}: Giving) {
  const {bits, effects, others} = laidOut;
  const table = plan.f64(plan.get("table"), 1 << bits);
  const along = effects.filter(({start}) => !others.some((other) => other.start === start));
  let known: Float64Array | undefined;
  return ({effects: values, beta}: Direction) => {
    const u = vectors.giveLevels(values, 1);
    for (const {start, levels} of along)
      for (let level = start; level < start + levels; level++) u[level] = Math.exp(values[level]!);
    if (others.length === 0 && known?.every((value, k) => value === beta[k])) return;
    known = beta.slice();
    const v = vectors.giveBeta(beta);
    if (isByBits) for (let pattern = 0; pattern < 1 << bits; pattern++) table[pattern] = Math.exp(sumOf(v, pattern));
    else native.runAll("setFactors", rowBounds);
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}

/** The sum of the entries whose bits are set. */
function sumOf(values: Float64Array, pattern: number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) if (pattern & (1 << k)) sum += values[k]!;
  return sum;
}

/** Levels of the two effects that runs go along, among all levels, row by row. */
function levelsByRow(plan: Plan, {n, groups, effects}: LaidOut) {
  const slots = (["firstLevels", "secondLevels"] as const).slice(0, effects.length);
  if (plan.get("firstLevels") !== 0) return slots.map((slot) => ({codes: plan.i32(plan.get(slot), n), start: 0}));
  const all = plan.i32(plan.get("runs"), 4 * plan.i32(plan.get("runEnds"), groups).at(-1)!);
  const levels = slots.map(() => ({codes: new Int32Array(n), start: 0}));
  for (let run = 0; run < all.length; run += 4)
    for (let step = 0; step < all[run + 1]!; step++)
      levels.forEach(({codes}, f) => {
        codes[all[run]! + step] = all[run + 2 + f]! + step;
      });
  return levels;
}
