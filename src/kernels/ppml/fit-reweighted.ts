import type {Fit, FitOptions} from "./fit.ts";
import {fitLinear} from "./fit-linear.ts";
import {keepRows} from "./keep-rows.ts";
import {logFactorial} from "./log-gamma.ts";
import {checkProblem, type Problem} from "./problem.ts";
import {squaredCorrelation} from "./squared-correlation.ts";

const mostSteps = 100;
/** Relative fall of the deviance that ends the search. */
const settled = 1e-11;
/** Effects need not be taken out exactly while the weights still change: to a hundredth of the last change. */
const [loosest, loose, exact] = [1e-3, 1e-6, 1e-9];

/**
 * Poisson pseudo-maximum likelihood by iteratively reweighted least squares (Guimarães and Portugal 2010; Correia,
 * Guimarães and Zylkin 2020, doi:10.1177/1536867X20909691): slower than `fitPoisson` by the number of regressors, but
 * at ease where regressors and effects explain each other closely, as an economy's trade with itself and its effects
 * do. Rows of levels without trade are left out.
 */
export function fitReweighted(
  problem: Problem,
  {most = mostSteps, singletons = false, leftOut: given = [], onProgress}: FitOptions = {}
): Fit {
  checkProblem(problem, {nonNegative: true});
  const {y, weights} = problem;
  const keptRows = keepRows(y, problem.effects, {zeroGroups: true, singletons: false, leftOut: given});
  const leftOut = Array.from(keptRows.kept.keys()).filter((row) => keptRows.kept[row] === 0);
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  let eta = y.map((value) => Math.log((value + mean) / 2));
  let mu = eta.map(Math.exp);
  let deviance = devianceOf(problem, mu, keptRows.kept);
  let [iterations, innerIterations, isExact, converged] = [0, 0, false, false];
  let change = 1;
  let fit: Fit | undefined;
  while (iterations < most && !converged) {
    ++iterations;
    const working = eta.map((value, row) => value - 1 + y[row]! / mu[row]!);
    const w = mu.map((value, row) => value * (weights?.[row] ?? 1));
    fit = fitLinear(
      {...problem, y: working, weights: w},
      {singletons, leftOut, partialTolerance: isExact ? exact : Math.max(loose, Math.min(loosest, change / 100))}
    );
    innerIterations += fit.innerIterations;
    let next = eta.slice();
    fit.design.rows.forEach((row, at) => {
      next[row] = fit!.mu[at]!;
    });
    let fitted = next.map(Math.exp);
    let found = devianceOf(problem, fitted, keptRows.kept);
    for (let halving = 0; halving < 30 && !(found <= deviance * (1 + 1e-9)) && iterations > 1; halving++) {
      next = next.map((value, row) => (value + eta[row]!) / 2);
      fitted = next.map(Math.exp);
      found = devianceOf(problem, fitted, keptRows.kept);
    }
    change = Math.abs(deviance - found) / Math.max(Math.min(deviance, found), 0.1);
    onProgress?.({iteration: iterations, change, innerIterations: fit.innerIterations});
    [eta, mu, deviance] = [next, fitted, found];
    converged = isExact && change < settled;
    if (change < 1e-4) isExact = true;
  }
  const {zeroGroups} = keptRows;
  return describe(problem, {...fit!, keptRows: {...fit!.keptRows, zeroGroups}}, mu, {
    ...{deviance, iterations, innerIterations, converged}
  });
}

function devianceOf({y, weights}: Problem, mu: Float64Array, kept: Uint8Array): number {
  let deviance = 0;
  for (let row = 0; row < y.length; row++) {
    if (kept[row] === 0) continue;
    const [value, fitted] = [y[row]!, mu[row]!];
    deviance += 2 * (weights?.[row] ?? 1) * ((value > 0 ? value * Math.log(value / fitted) : 0) - (value - fitted));
  }
  return deviance;
}

function describe(
  {y, weights}: Problem,
  linear: Fit,
  means: Float64Array,
  run: Pick<Fit, "deviance" | "iterations" | "innerIterations" | "converged">
): Fit {
  const {rows} = linear.design;
  const weight = (row: number) => weights?.[row] ?? 1;
  const [total, count] = rows.reduce(([sum, size], row) => [sum + weight(row) * y[row]!, size + weight(row)], [
    0, 0
  ] as [number, number]);
  const mean = total / count;
  let [logLikelihood, nullLogLikelihood] = [0, 0];
  for (const row of rows) {
    const [value, fitted, w] = [y[row]!, means[row]!, weight(row)];
    logLikelihood += w * ((value > 0 ? value * Math.log(fitted) : 0) - fitted - logFactorial(value));
    nullLogLikelihood += w * (value * Math.log(mean) - mean - logFactorial(value));
  }
  const taken = (of: (row: number) => number) => Float64Array.from(rows, of);
  const observed = taken((row) => y[row]!);
  const mu = taken((row) => means[row]!);
  return {
    ...linear,
    family: "poisson",
    design: {...linear.design, y: observed, weights: weights && taken(weight)},
    w: taken((row) => weight(row) * means[row]!),
    mu,
    squaredCorrelation: squaredCorrelation(observed, mu),
    residual: taken((row) => weight(row) * (y[row]! - means[row]!)),
    logLikelihood,
    nullLogLikelihood,
    ...run
  };
}
