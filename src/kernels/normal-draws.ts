import type {Random} from "./random.ts";

/** A correlation beyond this share of what positive semidefinite allows is a mistake in the covariance, not rounding. */
const roundingShare = 1e-8;

/**
 * Lower factor L of a covariance V = L Lᵀ, by rows, n × n; V may be singular. Undefined where V is no covariance: not
 * symmetric, or with a direction of negative variance.
 */
export function covarianceFactor(V: Float64Array, n: number): Float64Array | undefined {
  const L = new Float64Array(n * n);
  for (let c = 0; c < n; c++) {
    let pivot = V[c * n + c]!;
    for (let k = 0; k < c; k++) pivot -= L[c * n + k]! ** 2;
    const rounding = roundingShare * V[c * n + c]!;
    if (!(V[c * n + c]! >= 0) || pivot < -rounding) return undefined;
    const root = pivot > rounding * 1e-3 ? Math.sqrt(pivot) : 0;
    L[c * n + c] = root;
    for (let i = c + 1; i < n; i++) {
      const scale = Math.sqrt(V[c * n + c]! * V[i * n + i]!);
      if (Math.abs(V[i * n + c]! - V[c * n + i]!) > roundingShare * scale) return undefined;
      let rest = V[i * n + c]!;
      for (let k = 0; k < c; k++) rest -= L[i * n + k]! * L[c * n + k]!;
      if (root === 0 && Math.abs(rest) > 1e-4 * scale) return undefined;
      L[i * n + c] = root === 0 ? 0 : rest / root;
    }
  }
  return L;
}

/** One draw of a normal vector with the given means and covariance factor. */
export function drawNormal(means: Float64Array, L: Float64Array, random: Random): Float64Array {
  const n = means.length;
  const z = Float64Array.from({length: n}, () => random.normal());
  return means.map((mean, i) => {
    let value = mean;
    for (let k = 0; k <= i; k++) value += L[i * n + k]! * z[k]!;
    return value;
  });
}

/** Quantiles of values by linear interpolation between their order statistics (Hyndman and Fan 1996, type 7). */
export function quantilesOf(values: readonly number[], probabilities: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return probabilities.map((probability) => {
    const place = probability * (sorted.length - 1);
    const low = Math.floor(place);
    const below = sorted[low]!;
    return below + (place - low) * ((sorted[low + 1] ?? below) - below);
  });
}
