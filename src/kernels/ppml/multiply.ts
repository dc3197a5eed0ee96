import {type Direction, gather, predict, sweep, type Within} from "./within.ts";

/** Gives Σ_rows w (d − mean_g d) by level and regressor for d = Σ v_f + X v_x: the product that solvers repeat. */
export type Multiply = (v: Direction, into: Direction) => void;

/** The product in one pass over the rows where two plain effects are iterated, as in gravity; in three passes else. */
export function makeMultiply(within: Within, scratch: Float64Array): Multiply {
  const {effects} = within.design;
  const isFused = effects.length === 2 && effects.every(({slope}) => !slope);
  if (isFused) return (v, into) => multiplyTwo(within, v, into, scratch);
  return (v, into) => {
    predict(within.design, v, scratch);
    sweep(within, scratch);
    gather(within.design, scratch, into);
  };
}

/** Group by group, so that what one group needs stays in the cache between its two loops. */
function multiplyTwo({design, w, groupSums}: Within, v: Direction, into: Direction, d: Float64Array): void {
  const {groupEnds, x} = design;
  const [first, second] = design.effects as readonly [
    Within["design"]["effects"][number],
    (typeof design.effects)[number]
  ];
  const [a, b, start] = [first.codes, second.codes, second.start];
  const [u, sums] = [v.effects, into.effects];
  const p = into.beta.length;
  const [v0, v1] = [v.beta[0] ?? 0, v.beta[1] ?? 0];
  const x0 = x[0] ?? d;
  const x1 = x[1] ?? d;
  let [g0, g1] = [0, 0];
  sums.fill(0);
  into.beta.fill(0);
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const end = groupEnds[g]!;
    let sum = 0;
    if (p === 2)
      for (let r = from; r < end; r++) {
        const value = u[a[r]!]! + u[start + b[r]!]! + v0 * x0[r]! + v1 * x1[r]!;
        d[r] = value;
        sum += w[r]! * value;
      }
    else
      for (let r = from; r < end; r++) {
        let value = u[a[r]!]! + u[start + b[r]!]!;
        for (let k = 0; k < p; k++) value += v.beta[k]! * x[k]![r]!;
        d[r] = value;
        sum += w[r]! * value;
      }
    const mean = groupSums[g]! > 0 ? sum / groupSums[g]! : 0;
    if (p === 2)
      for (let r = from; r < end; r++) {
        const value = w[r]! * (d[r]! - mean);
        sums[a[r]!]! += value;
        sums[start + b[r]!]! += value;
        g0 += value * x0[r]!;
        g1 += value * x1[r]!;
      }
    else
      for (let r = from; r < end; r++) {
        const value = w[r]! * (d[r]! - mean);
        sums[a[r]!]! += value;
        sums[start + b[r]!]! += value;
        for (let k = 0; k < p; k++) into.beta[k]! += value * x[k]![r]!;
      }
    from = end;
  }
  if (p === 2) [into.beta[0], into.beta[1]] = [g0, g1];
}
