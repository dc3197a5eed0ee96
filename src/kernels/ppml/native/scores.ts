import type {ClusterScores} from "../fit.ts";
import type {LaidOut} from "./lay-out.ts";
import type {NativePpml} from "./module.ts";
import type {Plan} from "./plan.ts";

/** Where the scores are. */
interface Scored {
  readonly plan: Plan;
  readonly laidOut: LaidOut;
  readonly native: NativePpml;
}

/** Sums of scores by cluster of the problem's rows. Throws a RangeError when codes are not one a row, or below zero. */
export function scoresBy(codes: Int32Array, {plan, laidOut, native}: Scored): ClusterScores {
  const {p, places, bounds, codesAt} = laidOut;
  const threads = bounds.length - 1;
  const n = plan.get("given");
  if (codes.length !== n) throw new RangeError(`Found ${codes.length} clusters, wanted ${n}, one a row`);
  plan.i32(plan.set("clusters", codesAt), codes.length).set(codes);
  const size = plan.set("clusterCount", native.countCodes(codes.length, codesAt));
  const wrong = native.firstOutOfRange(codes.length, codesAt, size);
  if (wrong >= 0) throw new RangeError(`Found cluster ${codes[wrong]} at row ${wrong}, wanted 0 or more`);
  const sumsAt = plan.set("clusterSums", plan.take(8 * threads * p * size));
  const marks = plan.u8(plan.set("clusterMarks", plan.take(size)), size).fill(0);
  native.runAll("scores", bounds);
  const columns = Array.from(places, (place) => {
    const sums = new Float64Array(size);
    for (let thread = 0; thread < threads; thread++) {
      const own = plan.f64(sumsAt + 8 * (thread * p + place) * size, size);
      for (let cluster = 0; cluster < size; cluster++) sums[cluster]! += own[cluster]!;
    }
    return sums;
  });
  return {codes, sums: columns, count: marks.reduce((sum, one) => sum + one, 0)};
}
