import {fitLinear} from "./fit-linear.ts";
import {keepRows} from "./keep-rows.ts";
import {checkProblem, type Problem} from "./problem.ts";

/** Why no finite estimate fits a row. */
export const separatedBy = {nothing: 0, fixedEffects: 1, regressors: 2} as const;

/** Rows of which a Poisson model has no finite estimate. */
export interface Separation {
  /** A value of `separatedBy` for each row. */
  readonly by: Uint8Array;
  /**
   * The certificate: a combination of regressors and effects that is 0 where y > 0 and, of rows that regressors
   * separate, above 0; 0 elsewhere.
   */
  readonly z: Float64Array;
  /** Coefficients of the regressors in z. */
  readonly gamma: Float64Array;
  readonly iterations: number;
  /** Whether the search ended by itself. */
  readonly converged: boolean;
  /** Largest distance between z and what regressors and effects can make; undefined where z is 0 throughout. */
  readonly residual?: number;
}

/** Weight of rows with y > 0, which holds z to 0 there: about the inverse root of the precision of numbers. */
const heavy = 6.7e7;
/** Fitted values nearer to 0 count as 0. */
const nearZero = 1e-4;
const mostSteps = 100;

/**
 * Finds separated rows: those in levels without trade, then by the iterative rectifier those that combinations of
 * regressors and effects tell from all trade (Correia, Guimarães and Zylkin 2019, arXiv:1903.01633, algorithm 1).
 */
export function findSeparation(problem: Problem): Separation {
  checkProblem(problem, {nonNegative: true});
  const n = problem.y.length;
  const {kept} = keepRows(problem.y, problem.effects, {zeroGroups: true, singletons: false});
  const by = Uint8Array.from(kept, (one) => (one ? separatedBy.nothing : separatedBy.fixedEffects));
  const rows = Int32Array.from([...kept.keys()].filter((row) => kept[row]));
  const inner = subProblem(problem, rows);
  const zeros = inner.y.reduce((count, value) => count + (value === 0 ? 1 : 0), 0);
  const z = new Float64Array(n);
  if (zeros === 0 || rows.length === 0)
    return {by, z, gamma: new Float64Array(problem.x.length), iterations: 0, converged: true};
  const found = rectify(inner);
  const isFound = found.u.some((value) => value > 0) && found.converged;
  if (!isFound)
    return {by, z, gamma: new Float64Array(problem.x.length), iterations: found.iterations, converged: found.converged};
  const proof = fitLinear({...inner, y: found.u, weights: held(inner.y)});
  let residual = 0;
  rows.forEach((row, at) => {
    if (!(found.u[at]! > 0)) return;
    by[row] = separatedBy.regressors;
    z[row] = found.u[at]!;
  });
  proof.design.rows.forEach((row, at) => {
    residual = Math.max(residual, Math.abs(proof.mu[at]! - found.u[row]!));
  });
  return {by, z, gamma: proof.beta, iterations: found.iterations, converged: true, residual};
}

/** Rows of y > 0 weigh so much that what is fitted there is 0. */
function held(y: Float64Array): Float64Array {
  return y.map((value) => (value > 0 ? heavy : 1));
}

/** Regresses u on regressors and effects, cuts what is fitted below 0, and again, until nothing is below 0. */
function rectify(problem: Problem): {u: Float64Array; iterations: number; converged: boolean} {
  const {y} = problem;
  const weights = held(y);
  let u = y.map((value) => (value > 0 ? 0 : 1));
  for (let step = 1; step <= mostSteps; step++) {
    const fit = fitLinear({...problem, y: u, weights}, {partialTolerance: 1e-12});
    const fitted = new Float64Array(y.length);
    let lowest = 0;
    fit.design.rows.forEach((row, at) => {
      const value = y[row]! > 0 || Math.abs(fit.mu[at]!) < nearZero ? 0 : fit.mu[at]!;
      fitted[row] = value;
      lowest = Math.min(lowest, value);
    });
    if (lowest >= 0) return {u: fitted, iterations: step, converged: true};
    u = fitted.map((value) => Math.max(0, value));
  }
  return {u, iterations: mostSteps, converged: false};
}

function subProblem({x, effects, y, offset: _offset}: Problem, rows: Int32Array): Problem {
  const take = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return {
    y: take(y),
    x: x.map((column) => standardised(take(column))),
    effects: effects.map(({codes, levels, slope}) => ({
      codes: Int32Array.from(rows, (row) => codes[row]!),
      levels,
      ...(slope && {slope: take(slope)})
    }))
  };
}

/** Separation does not depend on the scale of a regressor, but the search's tolerance does. */
function standardised(values: Float64Array): Float64Array {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest > 0 ? values.map((value) => value / largest) : values;
}
