import type {Random} from "../random.ts";
import {diagonalPreconditioner, flat} from "./combinations.ts";
import {solveWithin, zeroDirection} from "./conjugate-gradient.ts";
import {difference, nothing, rootMeanSquare} from "./open-space.ts";
import type {Passes} from "./passes.ts";
import type {Problem} from "./problem.ts";

/** Regressors that are nearly alike take more steps; they are better taken out one by one. */
const mostSteps = 200;
/** What the means of groups leave of a regressor, as a share of its squares, that is round-off. */
const collinearity = 1e-11;

/**
 * Whether rows with weight leave nothing open, from one solve: a random combination of regressors and effects has what
 * those rows can tell taken off, and the rest is the same on all rows of a group. What is left is random over the
 * combinations that vanish on rows with weight, so but for a chance of about 1e-7 it is not 0 where they are not. False
 * where that is not plain.
 */
export function isNothingOpen(passes: Passes, {x, y, effects}: Problem, random: Random): boolean {
  const {layout, multiply} = passes;
  const v = zeroDirection(layout.levels, layout.p);
  layout.effects.forEach(({start, levels}, at) => {
    const {slope} = effects[layout.effectPlaces[at]!]!;
    const size = slope ? rootMeanSquare(slope) || 1 : 1;
    for (let level = start; level < start + levels; level++) v.effects[level] = random.normal() / size;
  });
  x.forEach((column, k) => {
    v.beta[k] = random.normal() / (rootMeanSquare(column) || 1);
  });
  const diagonal = new Float64Array(layout.levels);
  passes.diagonal(diagonal);
  const beta = passes.sweptSquares().map((square, k) => {
    return square > collinearity * sumOfSquares(x[k]!, y) ? 1 / square : 0;
  });
  const rhs = zeroDirection(layout.levels, layout.p);
  multiply(v, rhs);
  const m = {...diagonalPreconditioner(diagonal), beta};
  const {solution} = solveWithin(multiply, m, rhs, {tolerance: 1e-12, most: mostSteps, flat});
  return passes.range(difference(v, solution)) < nothing;
}

function sumOfSquares(column: Float64Array, w: Float64Array): number {
  let sum = 0;
  for (let r = 0; r < column.length; r++) sum += w[r]! * column[r]! * column[r]!;
  return sum;
}
