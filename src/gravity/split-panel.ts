import {ConcordError} from "../base/errors.ts";
import type {Fit} from "../kernels/ppml/fit.ts";
import {fitLinear} from "../kernels/ppml/fit-linear.ts";
import {fitPoisson, type PoissonOptions} from "../kernels/ppml/fit-poisson.ts";
import {makeRandom} from "../kernels/random.ts";
import type {families} from "./choices.ts";
import type {Coded} from "./codes.ts";
import type {GravityFit} from "./output.ts";
import type {GravityProblem} from "./read-problem.ts";
import {withoutRows} from "./sub-problem.ts";

/** How a jackknife splits. */
export interface JackknifeOptions {
  readonly splits: number;
  readonly seed: number;
  readonly family: (typeof families)[number];
  /** What Poisson models are estimated with. */
  readonly kernels: PoissonOptions;
}

/**
 * Split-panel jackknife: economies are split into halves, at random, as exporters and as importers alike; the four
 * quarters of the panel have twice the bias, so 2 β − mean of the quarters' β has little (Weidner and Zylkin 2021,
 * doi:10.1016/j.jinteco.2021.103513; Dhaene and Jochmans 2015). Regressors that a quarter cannot tell are left out.
 */
export function jackknife(
  problem: GravityProblem,
  fit: Fit,
  {splits, seed, family, kernels}: JackknifeOptions
): NonNullable<GravityFit["jackknife"]> {
  const {exporter, importer} = problem.roles;
  if (!exporter || !importer)
    throw new ConcordError(
      "invalid_query",
      "Found no columns of exporters and importers, wanted both for a jackknife",
      {
        details: {hint: "name them by --exporter COLUMN and --importer COLUMN"}
      }
    );
  const random = makeRandom(seed);
  const economies = [...new Set([...exporter.levels, ...importer.levels])].sort();
  const sums = new Float64Array(problem.names.length);
  const counts = new Float64Array(problem.names.length);
  for (let split = 0; split < splits; split++) {
    const side = halves(economies, random.below);
    const sideOf = ({codes, levels}: Coded, row: number) => side.get(levels[codes[row]!] ?? "");
    for (const from of [0, 1])
      for (const to of [0, 1]) {
        const quarter = withoutRows(problem, (row) => sideOf(exporter, row) !== from || sideOf(importer, row) !== to);
        if (!quarter.problem.y.some((value) => value > 0)) continue;
        const part = family === "ols" ? fitLinear(quarter.problem) : fitPoisson(quarter.problem, kernels);
        part.beta.forEach((value, k) => {
          if (part.collinear[k] || !part.converged) return;
          sums[k]! += value;
          counts[k]!++;
        });
      }
  }
  const told = problem.names.map((name, k) => ({name, k})).filter(({k}) => !fit.collinear[k] && counts[k]! > 0);
  return {
    splits,
    seed,
    coefficients: told.map(({name, k}) => ({
      name,
      uncorrected: fit.beta[k]!,
      corrected: 2 * fit.beta[k]! - sums[k]! / counts[k]!
    }))
  };
}

/** Side 0 or 1 of each economy, half of them each. */
function halves(economies: readonly string[], below: (n: number) => number): Map<string, number> {
  const shuffled = [...economies];
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
  }
  return new Map(shuffled.map((economy, at) => [economy, at < shuffled.length / 2 ? 0 : 1]));
}
