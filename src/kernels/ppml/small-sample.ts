import type {CovarianceType} from "./covariance.ts";
import type {Fit} from "./fit.ts";
import type {FixedEffect} from "./problem.ts";

/** Whose factor for small samples is applied. */
export const smallSampleRules = ["fixest", "ppmlhdfe", "alpaca", "capybara", "none"] as const;
export type SmallSampleRule = (typeof smallSampleRules)[number];

/** A factor for small samples, and what it was made of. */
export interface SmallSample {
  /** That the covariance is multiplied with. */
  readonly factor: number;
  /** Parameters that count, those of the fixed effects that count included. */
  readonly parameters: number;
  /** Degrees of freedom of tests by Student's t; Infinity for tests by the normal distribution. */
  readonly degreesOfFreedom: number;
  /** The factor as a formula with its numbers. */
  readonly text: string;
}

/** What a factor is worked out from. */
export interface SmallSampleInput {
  readonly fit: Fit;
  readonly effects: readonly FixedEffect[];
  readonly kind: CovarianceType;
  /** Number of clusters of each list. */
  readonly clusters: readonly number[];
}

/**
 * The factor of a program. fixest (0.14): (n − 1)/(n − K) · G/(G − 1), K leaving out effects nested in a cluster, G the
 * fewest clusters, iid errors n − 1 alone for Poisson. ppmlhdfe (2.3): Stata's asymptotic G/(G − 1), without clusters
 * n/(n − 1), singletons dropped before, tests by the normal distribution. capybara (2.0 and 2.1): G/(G − 1), of several
 * ways here by the fewest, there each by its own; without clusters none. alpaca: none.
 */
export function smallSample(rule: SmallSampleRule, {fit, effects, kind, clusters}: SmallSampleInput): SmallSample {
  const n = fit.observations;
  const regressors = fit.collinear.reduce((count, one) => count + (one ? 0 : 1), 0);
  const lists = kind.type === "clustered" ? kind.clusters : [];
  const parameters = regressors + effectParameters(fit, effects, lists);
  const fewest = clusters.length > 0 ? Math.min(...clusters) : 0;
  const normal = fit.family === "poisson" && rule !== "fixest" ? Number.POSITIVE_INFINITY : undefined;
  const degreesOfFreedom = normal ?? (fewest > 0 ? fewest - 1 : n - parameters);
  if (rule === "capybara" && fewest > 0) return byClusters(fewest, {parameters, degreesOfFreedom});
  const isFree = rule === "none" || rule === "alpaca" || rule === "capybara";
  if (isFree) return {factor: scale(fit, kind, n), parameters, degreesOfFreedom, text: "1"};
  const residual = n - parameters;
  if (!(residual > 0))
    return {
      factor: Number.NaN,
      parameters,
      degreesOfFreedom: 0,
      text: `no degrees of freedom: n = ${n}, K = ${parameters}`
    };
  if (kind.type === "iid")
    return fit.family === "gaussian"
      ? {factor: fit.deviance / residual, parameters, degreesOfFreedom, text: `RSS / (n − K) = RSS / ${residual}`}
      : {factor: 1, parameters, degreesOfFreedom, text: "1"};
  if (rule === "ppmlhdfe") return asymptotic(n, fewest, {parameters, degreesOfFreedom});
  const adjusted = (n - 1) / residual;
  const head = `(n − 1)/(n − K) = ${n - 1}/${residual}`;
  if (fewest === 0) return {factor: adjusted, parameters, degreesOfFreedom, text: head};
  const text = `G/(G − 1) · ${head}, G = ${fewest}`;
  return {factor: (fewest / (fewest - 1)) * adjusted, parameters, degreesOfFreedom, text};
}

type Rest = Pick<SmallSample, "parameters" | "degreesOfFreedom">;

/** Stata's factors of maximum likelihood, which count no parameters. */
function asymptotic(n: number, fewest: number, rest: Rest): SmallSample {
  if (fewest === 0) return {...rest, factor: n / (n - 1), text: `n/(n − 1) = ${n}/${n - 1}`};
  return byClusters(fewest, rest);
}

function byClusters(fewest: number, rest: Rest): SmallSample {
  return {...rest, factor: fewest / (fewest - 1), text: `G/(G − 1) = ${fewest}/${fewest - 1}`};
}

/** Without a factor a linear model's iid errors still need their variance. */
function scale(fit: Fit, kind: CovarianceType, n: number): number {
  return kind.type === "iid" && fit.family === "gaussian" ? fit.deviance / n : 1;
}

/** How many parameters the fixed effects take: all levels, less one for each set but the first; nested sets do not count. */
export function effectParameters(fit: Fit, effects: readonly FixedEffect[], clusters: readonly Int32Array[]): number {
  if (effects.length === 0) return 0;
  const {kept} = fit.keptRows;
  const counted = effects.flatMap(({codes, levels}, f) => {
    const isNested = clusters.some((cluster) => nested({codes, levels}, cluster, kept));
    return isNested ? [] : [fit.levels[f]!];
  });
  if (counted.length === 0) return 1; // The constant that the nested effects hold.
  return counted.reduce((sum, levels) => sum + levels, 0) - (counted.length - 1);
}

/** Whether all kept rows of each level are in one cluster. */
export function nested({codes, levels}: FixedEffect, cluster: Int32Array, kept: Uint8Array): boolean {
  if (codes === cluster) return true;
  const home = new Int32Array(levels).fill(-1);
  for (let r = 0; r < codes.length; r++) {
    const [level, here] = [codes[r]!, cluster[r]!];
    if (home[level] === here || kept[r] === 0) continue;
    if (home[level] !== -1) return false;
    home[level] = here;
  }
  return true;
}
