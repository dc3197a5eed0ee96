import {twoSidedP, twoSidedQuantile} from "../kernels/distributions.ts";
import type {Coefficient, GravityFit, PercentEffect} from "./output.ts";

/** A smooth function of the coefficients with its standard error. */
export interface DeltaResult {
  readonly value: number;
  readonly standardError: number;
}

/** What the delta method needs of a fit. */
export interface DeltaFit extends Pick<GravityFit, "coefficients" | "covariance"> {
  readonly vcov: Pick<GravityFit["vcov"], "degreesOfFreedom">;
}

/** Value and standard error of a smooth function of the coefficients, its gradient taken by central differences. */
export function deltaMethod(fit: DeltaFit, of: (coefficient: (name: string) => number) => number): DeltaResult {
  const {coefficients, covariance} = fit;
  const names = coefficients.map(({name}) => name);
  const estimates = coefficients.map(({estimate}) => estimate);
  const at = (values: readonly number[]) =>
    of((name) => {
      const index = names.indexOf(name);
      if (index < 0) throw new RangeError(`Found no coefficient "${name}", wanted one of ${names.join(", ")}`);
      return values[index]!;
    });
  const gradient = estimates.map((estimate, index) => {
    const step = 1e-5 * Math.max(1e-3, Math.abs(estimate));
    const moved = (by: number) => at(estimates.map((value, other) => (other === index ? value + by : value)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
  let variance = 0;
  gradient.forEach((a, k) => {
    gradient.forEach((b, l) => {
      if (a !== 0 && b !== 0) variance += a * b * (covariance[k]![l] ?? Number.NaN);
    });
  });
  return {value: at(estimates), standardError: Math.sqrt(variance)};
}

/** The sum of coefficients, as that of a policy and its lags, tested against 0. */
export function totalOf(fit: DeltaFit, names: readonly string[], level: number): Coefficient {
  const {value, standardError} = deltaMethod(fit, (coefficient) =>
    names.reduce((sum, name) => sum + coefficient(name), 0)
  );
  return tested(names.join(" + "), value, standardError, fit.vcov.degreesOfFreedom, level);
}

/** 100 (exp(b) − 1) of a sum of coefficients, with the interval of the delta method: 100 exp(b) times its standard error. */
export function percentEffect(fit: DeltaFit, names: readonly string[], level: number): PercentEffect {
  return scaled(totalOf(fit, names, level), 1, fit, level);
}

/** 100 (exp(−b / elasticity) − 1): the tariff in per cent that changes trade as much, for a positive trade elasticity. */
export function tariffEquivalent(
  fit: DeltaFit,
  names: readonly string[],
  {elasticity, level}: {elasticity: number; level: number}
): PercentEffect {
  return scaled(totalOf(fit, names, level), -1 / elasticity, fit, level);
}

function scaled({name, estimate, standardError}: Coefficient, by: number, fit: DeltaFit, level: number): PercentEffect {
  const percent = 100 * Math.expm1(by * estimate);
  const error = standardError === null ? Number.NaN : 100 * Math.exp(by * estimate) * Math.abs(by) * standardError;
  const {low, high} = tested(name, percent, error, fit.vcov.degreesOfFreedom, level);
  return {name, percent, standardError: finite(error), low, high};
}

/** An estimate with its test against 0 and its interval. */
export function tested(
  name: string,
  estimate: number,
  standardError: number,
  degreesOfFreedom: number | null,
  level: number
): Coefficient {
  const freedom = degreesOfFreedom ?? Number.POSITIVE_INFINITY;
  const z = standardError > 0 ? estimate / standardError : Number.NaN;
  const width = twoSidedQuantile(1 - level, freedom) * standardError;
  return {
    name,
    estimate,
    standardError: finite(standardError),
    z: finite(z),
    p: finite(twoSidedP(z, freedom)),
    low: finite(estimate - width),
    high: finite(estimate + width)
  };
}

/** JSON has no word for what is not a number. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
