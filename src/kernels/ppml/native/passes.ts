import {zeroDirection} from "../conjugate-gradient.ts";
import {makePasses, type Passes} from "../passes.ts";
import type {Problem} from "../problem.ts";
import type {Direction} from "../within.ts";
import {type LeftOut, layOut} from "./lay-out.ts";
import type {NativePpml} from "./module.ts";
import {makePlan} from "./plan.ts";

/** Sums of exponentials below this have lost digits to the end of the range of numbers. */
const leastScale = 1e-280;

/**
 * The same passes as `makePasses` in WASM, for models with two or three plain effects. The memory is this fit's until
 * the next one begins; what `rows` gives is made anew.
 */
export function makeNativePasses(problem: Problem, options: LeftOut, native: NativePpml): Passes {
  const plan = makePlan(native);
  const laidOut = layOut(problem, options, plan, native);
  const {n, groups, levels, p, bits, places, codesAt, effects, keptRows} = laidOut;
  const rowEnds = plan.i32(plan.get("rowEnds"), groups);
  const roomRows = plan.set("roomRows", longest(rowEnds) + 2);
  // A missing second effect reads and writes behind all levels, as far as a run may go.
  const length = plan.set("levelStride", levels + (effects.length < 2 ? roomRows : 2));
  const doubles = (count: number) => plan.take(8 * count);
  const isByBits = p === bits && !problem.weights && !problem.offset;
  plan.set("means", doubles(n + 1));
  plan.set("factors", isByBits ? 0 : doubles(n + 1));
  plan.set("scales", doubles(groups));
  plan.set("u", doubles(length));
  plan.set("sums", doubles(length));
  plan.set("v", doubles(p));
  plan.set("products", doubles(p));
  plan.set("table", doubles(1 << bits));
  plan.set("room", doubles(Math.max(1, p) * roomRows));
  plan.set("takenLevels", doubles(p * length));
  plan.set("takenMeans", doubles(p * groups));
  plan.set("crossProducts", doubles(p * p));
  plan.set("gradient", doubles(p));
  plan.set("heaviest", doubles(levels));
  plan.set("heaviestRows", plan.take(4 * levels));
  plan.set("partners", plan.take(4 * levels));
  native.layOut();
  const f64 = (slot: Parameters<typeof plan.get>[0], count: number) => plan.f64(plan.get(slot), count);
  const [u, sums, v, products] = [f64("u", length), f64("sums", length), f64("v", p), f64("products", p)];
  const [w, scales, table] = [f64("means", n), f64("scales", groups), f64("table", 1 << bits)];
  const takeSums = (into: Direction) => {
    for (let level = 0; level < levels; level++) into.effects[level] = sums[level]!;
    for (let k = 0; k < into.beta.length; k++) into.beta[k] = products[places[k]!]!;
  };
  const giveBeta = (beta: Float64Array) => {
    for (let k = 0; k < p; k++) v[places[k]!] = beta[k]!;
  };
  const groupSums = f64("groupY", groups).slice();
  const margins = zeroDirection(levels, p);
  takeSums(margins);
  const logScale = new Float64Array(groups);
  const fitted = zeroDirection(levels, p);
  let known: Float64Array | undefined;
  const setFactors = (beta: Float64Array) => {
    if (known?.every((value, k) => value === beta[k])) return;
    known = beta.slice();
    giveBeta(beta);
    if (isByBits) for (let pattern = 0; pattern < 1 << bits; pattern++) table[pattern] = Math.exp(sumOf(v, pattern));
    else native.setFactors();
  };
  return {
    layout: laidOut,
    w,
    groupEnds: rowEnds,
    groupSums,
    margins,
    logScale,
    fitted,
    evaluate: (at) => {
      setFactors(at.beta);
      for (let level = 0; level < levels; level++) u[level] = Math.exp(at.effects[level]!);
      u.fill(1, levels);
      native.evaluate(0, groups, 0);
      let [objective, least] = [0, Number.POSITIVE_INFINITY];
      for (let g = 0; g < groups; g++) {
        const log = Math.log(scales[g]!);
        if (!(scales[g]! >= least)) least = scales[g]!;
        objective += groupSums[g]! * log;
        logScale[g] = Math.log(groupSums[g]!) - log;
      }
      takeSums(fitted);
      return least > leastScale && objective < Number.POSITIVE_INFINITY ? objective : Number.NaN;
    },
    multiply: (at, into) => {
      u.set(at.effects);
      u.fill(0, levels);
      if (into.beta.length > 0) giveBeta(at.beta);
      native.multiply(0, groups, 0, into.beta.length > 0);
      takeSums(into);
    },
    diagonal: (into) => {
      native.diagonal(0, groups, 0);
      into.set(sums.subarray(0, levels));
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
    partial: (taken) => {
      taken.forEach((vector, k) => {
        f64("takenLevels", p * length).set(vector, places[k]! * length);
        f64("takenLevels", p * length).fill(0, places[k]! * length + levels, (places[k]! + 1) * length);
      });
      native.partial();
      const [cross, gradient] = [f64("crossProducts", p * p), f64("gradient", p)];
      return {
        products: Float64Array.from(
          {length: p * p},
          (_, at) => cross[places[Math.floor(at / p)]! * p + places[at % p]!]!
        ),
        gradient: Float64Array.from(places, (place) => gradient[place]!),
        means: Array.from(places, (place) => plan.f64(plan.get("takenMeans") + 8 * place * groups, groups).slice())
      };
    },
    outcome: () => {
      const into = plan.take(40);
      native.outcome(into);
      const [count, total, saturated, constant, byOffset] = plan.f64(into, 5);
      return {count: count!, total: total!, saturated: saturated!, constant: constant!, byOffset: byOffset!};
    },
    scoresBy: (codes) => {
      if (codes.length !== problem.y.length)
        throw new RangeError(`Found ${codes.length} clusters, wanted ${problem.y.length}, one a row`);
      plan.i32(plan.set("clusters", codesAt), codes.length).set(codes);
      const size = plan.set("clusterCount", native.countCodes(codes.length, codesAt));
      const wrong = native.firstOutOfRange(codes.length, codesAt, size);
      if (wrong >= 0) throw new RangeError(`Found cluster ${codes[wrong]} at row ${wrong}, wanted 0 or more`);
      const at = plan.set("clusterSums", doubles(p * size));
      const marks = plan.take(size);
      native.scores(marks);
      return {
        codes,
        sums: Array.from(places, (place) => plan.f64(at + 8 * place * size, size).slice()),
        count: plan.u8(marks, size).reduce((sum, one) => sum + one, 0)
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

/** The sum of the entries whose bits are set. */
function sumOf(values: Float64Array, pattern: number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) if (pattern & (1 << k)) sum += values[k]!;
  return sum;
}
