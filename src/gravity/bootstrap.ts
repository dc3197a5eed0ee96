import {ConcordError} from "../base/errors.ts";
import type {Fit} from "../kernels/ppml/fit.ts";
import type {PoissonOptions} from "../kernels/ppml/fit-poisson.ts";
import {wildBootstrap} from "../kernels/ppml/wild-bootstrap.ts";
import {finite} from "./delta.ts";
import type {GravityFit} from "./output.ts";
import type {GravityProblem} from "./read-problem.ts";

/** Below this many clusters signs alone give too few different draws. */
const fewSigns = 12;

/** Tests each coefficient against 0 by a wild score bootstrap over one way of clusters. */
export function bootstrap(
  {problem, names, clusters}: GravityProblem,
  fit: Fit,
  {draws, seed, kernels}: {draws: number; seed: number; kernels: PoissonOptions}
): NonNullable<GravityFit["bootstrap"]> {
  const [way, ...others] = clusters;
  if (!way || others.length > 0 || fit.family !== "poisson")
    throw new ConcordError(
      "invalid_query",
      `Bootstrap: found ${clusters.length} ways of clusters, wanted one, by PPML`,
      {
        details: {hint: "give --cluster with one name, as exporter"}
      }
    );
  const present = new Set(Array.from(fit.design.rows, (row) => way.codes[row]!)).size;
  if (present < 2)
    throw new ConcordError("bad_data", `Bootstrap: found ${present} cluster of ${way.name}, wanted two or more`);
  const weights = present < fewSigns ? ("webb" as const) : ("rademacher" as const);
  const told = names.map((name, regressor) => ({name, regressor})).filter(({regressor}) => !fit.collinear[regressor]);
  const found = told.map(({name, regressor}) => ({
    name,
    ...wildBootstrap(problem, {regressor, clusters: way.codes, draws, seed, weights, fit: kernels})
  }));
  return {
    draws: found[0]?.draws ?? draws,
    seed,
    exact: found.every(({isExact}) => isExact),
    coefficients: found.map(({name, statistic, p}) => ({name, statistic: finite(statistic), p: finite(p)}))
  };
}
