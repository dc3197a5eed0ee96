import {cholesky, invertFactor} from "./cholesky.ts";
import {makeDesign} from "./design.ts";
import type {Fit, FitOptions} from "./fit.ts";
import {groupTotals} from "./group-totals.ts";
import {keepRows} from "./keep-rows.ts";
import {crossProducts, inner} from "./moments.ts";
import {centre, partialOut} from "./partial-out.ts";
import {checkProblem, type Problem} from "./problem.ts";
import {squaredCorrelation} from "./squared-correlation.ts";
import {diagonalOf, groupsOf, invertBlocks, pairLevels, type Within} from "./within.ts";

/** Of a column with effects and earlier columns taken out, the share that counts as nothing. */
const collinearity = 1e-11;

/**
 * Estimates y = xβ + Σ effects + offset + ε by weighted least squares: y and the regressors have all effects taken out
 * (Frisch and Waugh 1933, doi:10.2307/1907330), then a small regression is left.
 */
export function fitLinear(problem: Problem, options: FitOptions = {}): Fit {
  const {singletons = false, partialTolerance = 1e-10, leftOut = []} = options;
  checkProblem(problem);
  const kept = keepRows(problem.y, problem.effects, {zeroGroups: false, singletons, leftOut});
  if (kept.count === 0) throw new RangeError("Found no rows, wanted at least one");
  const design = makeDesign(problem, kept.kept);
  const {n, groups, groupEnds, profiled, y, offset, x} = design;
  const w = design.weights ?? new Float64Array(n).fill(1);
  const groupSums = groupTotals(design, w);
  const within: Within = {design, w, groupSums};
  const scratch = new Float64Array(n);
  const diagonal = new Float64Array(design.levels);
  diagonalOf(within, diagonal);
  const pairing = pairLevels(within);
  const m = invertBlocks(within, pairing, groupsOf(groupEnds, pairing.rows), diagonal, new Float64Array(0));
  const out = (column: Float64Array) => partialOut(within, m, column, {tolerance: partialTolerance, scratch});
  const explained = offset ? y.map((value, r) => value - offset[r]!) : y;
  const left = out(explained);
  const parts = x.map(out);
  const partialled = parts.map(({residual}) => residual);
  const reference = Float64Array.from(x, (column) => sumOfSquares(column, w));
  const factor = cholesky(crossProducts(partialled, w), reference, collinearity);
  const bread = invertFactor(factor);
  const weighted = left.residual.map((value, r) => value * w[r]!);
  const gradient = inner(partialled, weighted);
  const p = x.length;
  const beta = Float64Array.from({length: p}, (_, k) => {
    let sum = 0;
    for (let l = 0; l < p; l++) sum += bread[k * p + l]! * gradient[l]!;
    return sum;
  });
  const residual = new Float64Array(n);
  const effects = left.effects.slice();
  for (let level = 0; level < effects.length; level++)
    for (let k = 0; k < p; k++) effects[level]! -= beta[k]! * parts[k]!.effects[level]!;
  for (let r = 0; r < n; r++) {
    let rest = left.residual[r]!;
    for (let k = 0; k < p; k++) rest -= beta[k]! * partialled[k]![r]!;
    residual[r] = rest;
  }
  const mu = y.map((value, r) => value - residual[r]!);
  return {
    family: "gaussian",
    observations: n,
    keptRows: kept,
    levels: problem.effects.map((_, f) =>
      f === profiled ? groups : design.effects[design.effectPlaces.indexOf(f)]!.levels
    ),
    design,
    beta,
    collinear: factor.dependent,
    partialled,
    bread,
    w,
    mu,
    residual: residual.map((value, r) => value * w[r]!),
    squaredCorrelation: squaredCorrelation(y, mu),
    effects,
    clusterScores: [],
    groupEffects: groupEffects(within, explained, beta, effects),
    ...likelihoods(y, w, residual),
    iterations: 1,
    innerIterations: [left, ...parts].reduce((sum, {iterations}) => sum + iterations, 0),
    converged: true
  };
}

function sumOfSquares(values: Float64Array, w: Float64Array): number {
  let sum = 0;
  for (let r = 0; r < values.length; r++) sum += w[r]! * values[r]! ** 2;
  return sum;
}

/** Mean by group of what regressors and iterated effects leave. */
function groupEffects({design, w, groupSums}: Within, y: Float64Array, beta: Float64Array, effects: Float64Array) {
  const rest = Float64Array.from(y);
  for (let r = 0; r < rest.length; r++) {
    for (let k = 0; k < beta.length; k++) rest[r]! -= beta[k]! * design.x[k]![r]!;
    for (const {codes, slope, start} of design.effects)
      rest[r]! -= (slope ? slope[r]! : 1) * effects[start + codes[r]!]!;
  }
  return centre(design.groupEnds, w, groupSums, rest);
}

function likelihoods(y: Float64Array, w: Float64Array, residual: Float64Array) {
  let [count, mean] = [0, 0];
  for (let r = 0; r < y.length; r++) {
    count += w[r]!;
    mean += w[r]! * y[r]!;
  }
  mean /= count;
  let [deviance, total] = [0, 0];
  for (let r = 0; r < y.length; r++) {
    deviance += w[r]! * residual[r]! ** 2;
    total += w[r]! * (y[r]! - mean) ** 2;
  }
  const logLikelihood = (squares: number) => (-y.length / 2) * (Math.log((2 * Math.PI * squares) / y.length) + 1);
  return {deviance, logLikelihood: logLikelihood(deviance), nullLogLikelihood: logLikelihood(total)};
}
