import {solveWithin, zeroDirection} from "./conjugate-gradient.ts";
import {makeMultiply} from "./multiply.ts";
import {type Direction, gather, type Preconditioner, predict, sweep, type Within} from "./within.ts";

/** A column with all fixed effects taken out of it. */
export interface Partialled {
  /** What is left, row by row in the order of the design. */
  readonly residual: Float64Array;
  /** Its coefficients on the levels of the iterated effects. */
  readonly effects: Float64Array;
  readonly iterations: number;
}

/** Takes the weighted fixed effects out of a column (Frisch and Waugh 1933, doi:10.2307/1907330). */
export function partialOut(
  within: Within,
  m: Preconditioner,
  column: Float64Array,
  {tolerance, most = 500, scratch}: {tolerance: number; most?: number; scratch: Float64Array}
): Partialled {
  const {design, w, groupSums} = within;
  const withoutBeta: Preconditioner = {...m, beta: new Float64Array(0)};
  const rhs = zeroDirection(design.levels, 0);
  scratch.set(column);
  sweep(within, scratch);
  gather(design, scratch, rhs);
  const {solution, iterations} = solveWithin(makeMultiply(within, scratch), withoutBeta, rhs, {tolerance, most});
  const residual = new Float64Array(design.n);
  predict(design, solution, residual);
  for (let r = 0; r < residual.length; r++) residual[r] = column[r]! - residual[r]!;
  centre(design.groupEnds, w, groupSums, residual);
  return {residual, effects: (solution as Direction).effects, iterations};
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
