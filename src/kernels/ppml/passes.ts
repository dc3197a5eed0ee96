import {zeroDirection} from "./conjugate-gradient.ts";
import type {Design} from "./design.ts";
import {type Multiply, makeMultiply} from "./multiply.ts";
import {centre} from "./partial-out.ts";
import {type Direction, diagonalOf, gather, predict, type Within} from "./within.ts";

/** What a Poisson fit asks of the rows: the part that is worth doing in WASM. Vectors are moved in place. */
export interface Passes {
  readonly within: Within;
  /** Log of what each group's fitted means are multiplied by, at the last evaluation. */
  readonly logScale: Float64Array;
  /** Sums of the fitted means by level and regressor, at the last evaluation. */
  readonly fitted: Direction;
  /** Fits means at v; returns Σ_g Y_g log Σ_g exp(η), or Σ μ where the rows are one free group. */
  evaluate(v: Direction): number;
  readonly multiply: Multiply;
  /** Diagonal of the normal equations by level. */
  diagonal(into: Float64Array): void;
  /** Regressor k less effects, centred within groups. */
  leave(k: number, effects: Float64Array): Float64Array;
}

/** Sums of weighted y by group; zeros where the rows are one free group. */
export function groupTotals({groups, groupEnds, profiled}: Design, wy: Float64Array): Float64Array {
  const sums = new Float64Array(groups);
  if (profiled < 0) return sums;
  for (let g = 0, from = 0; g < groups; g++) {
    let sum = 0;
    for (let r = from; r < groupEnds[g]!; r++) sum += wy[r]!;
    sums[g] = sum;
    from = groupEnds[g]!;
  }
  return sums;
}

/** Passes in plain TypeScript, for any effects: the fallback and the oracle of those in WASM. */
export function makePasses(design: Design, groupSums: Float64Array): Passes {
  const w = new Float64Array(design.n);
  const scratch = new Float64Array(design.n);
  const within: Within = {design, w, groupSums};
  const logScale = new Float64Array(design.groups);
  const fitted = zeroDirection(design.levels, design.x.length);
  return {
    within,
    logScale,
    fitted,
    evaluate: (v) => {
      const objective = evaluateRows(within, v, scratch, logScale);
      gather(design, w, fitted);
      return objective;
    },
    multiply: makeMultiply(within, scratch),
    diagonal: (into) => diagonalOf(within, into),
    leave: (k, effects) => {
      const residual = new Float64Array(design.n);
      predict(design, {effects, beta: new Float64Array(0)}, residual);
      const column = design.x[k]!;
      for (let r = 0; r < residual.length; r++) residual[r] = column[r]! - residual[r]!;
      centre(design.groupEnds, w, groupSums, residual);
      return residual;
    }
  };
}

/** Fitted means row by row, in logarithms so that nothing overflows; w takes them. */
export function evaluateRows(
  {design, w, groupSums}: Within,
  v: Direction,
  eta: Float64Array,
  logScale: Float64Array
): number {
  const {groupEnds, weights, offset, profiled, n} = design;
  predict(design, v, eta);
  if (offset) for (let r = 0; r < n; r++) eta[r]! += offset[r]!;
  let objective = 0;
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const end = groupEnds[g]!;
    let highest = profiled < 0 ? 0 : Number.NEGATIVE_INFINITY;
    if (profiled >= 0) for (let r = from; r < end; r++) if (eta[r]! > highest) highest = eta[r]!;
    let sum = 0;
    for (let r = from; r < end; r++) {
      const value = Math.exp(eta[r]! - highest) * (weights ? weights[r]! : 1);
      w[r] = value;
      sum += value;
    }
    if (profiled >= 0) {
      const factor = groupSums[g]! / sum;
      for (let r = from; r < end; r++) w[r]! *= factor;
      logScale[g] = Math.log(factor) - highest;
      objective += groupSums[g]! * (Math.log(sum) + highest);
    } else objective += sum;
    from = end;
  }
  return objective;
}
