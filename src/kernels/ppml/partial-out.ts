import {solveWithin, zeroDirection} from "./conjugate-gradient.ts";
import {type Multiply, makeMultiply} from "./multiply.ts";
import {gather, type Preconditioner, predict, sweep, type Within} from "./within.ts";

/** A column with all fixed effects taken out of it. */
export interface Partialled {
  /** What is left, row by row in the order of the design. */
  readonly residual: Float64Array;
  /** Its coefficients on the levels of the iterated effects. */
  readonly effects: Float64Array;
  readonly iterations: number;
}

/** How effects are taken out. */
interface PartialOptions {
  /** Of the solve, relative. */
  readonly tolerance: number;
  /** Most steps of it; defaults to 500. */
  readonly most?: number;
  /** As of a solve: directions flatter than this end it; defaults to 0. */
  readonly flat?: number;
  /** A value for each row, overwritten. */
  readonly scratch: Float64Array;
  /** The product of the normal equations; defaults to that in plain TypeScript. */
  readonly multiply?: Multiply;
}

/** Takes the weighted fixed effects out of a column (Frisch and Waugh 1933, doi:10.2307/1907330). */
export function partialOut(
  within: Within,
  m: Preconditioner,
  column: Float64Array,
  {tolerance, most = 500, flat = 0, scratch, multiply = makeMultiply(within, scratch)}: PartialOptions
): Partialled {
  const {design, w, groupSums} = within;
  const withoutBeta: Preconditioner = {...m, beta: new Float64Array(0)};
  const rhs = zeroDirection(design.levels, 0);
  scratch.set(column);
  sweep(within, scratch);
  gather(design, scratch, rhs);
  const {solution, iterations} = solveWithin(multiply, withoutBeta, rhs, {tolerance, most, flat});
  const residual = new Float64Array(design.n);
  predict(design, solution, residual);
  for (let r = 0; r < residual.length; r++) residual[r] = column[r]! - residual[r]!;
  centre(design.groupEnds, w, groupSums, residual);
  return {residual, effects: solution.effects, iterations};
}

/** Takes the weighted mean of each group off, in place. */
export function centre(
  groupEnds: Int32Array,
  w: Float64Array,
  groupSums: Float64Array,
  values: Float64Array
): Float64Array {
  const means = new Float64Array(groupEnds.length);
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const end = groupEnds[g]!;
    if (groupSums[g]! > 0) {
      let sum = 0;
      for (let r = from; r < end; r++) sum += w[r]! * values[r]!;
      const mean = sum / groupSums[g]!;
      means[g] = mean;
      for (let r = from; r < end; r++) values[r]! -= mean;
    }
    from = end;
  }
  return means;
}
