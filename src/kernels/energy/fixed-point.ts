/** Where a search for a fixed point ended. */
export interface FixedPoint {
  readonly point: readonly number[];
  readonly iterations: number;
  /** Largest |f(x) − x| relative to x; NaN where f has no value. */
  readonly residual: number;
}

/**
 * Finds x with f(x) = x by Broyden's method (1965, doi:10.1090/S0025-5718-1965-0198670-6), which follows a map of straight
 * pieces in a few steps where plain iteration may swing for ever. `f` may return undefined where it has no value.
 */
export function fixedPoint(
  start: readonly number[],
  f: (x: readonly number[]) => readonly number[] | undefined,
  {tolerance = 1e-10, most = 100}: {tolerance?: number; most?: number} = {}
): FixedPoint {
  const n = start.length;
  let x = [...start];
  let miss = missAt(x, f);
  // Inverse of the Jacobian of f(x) − x; −I makes the first step the plain iteration x ← f(x).
  const inverse = Array.from({length: n}, (_, i) => Array.from({length: n}, (_, j) => (i === j ? -1 : 0)));
  let iterations = 0;
  while (miss && !(relative(miss, x) <= tolerance) && iterations < most) {
    const step = inverse.map((row) => -dot(row, miss!));
    const next = x.map((value, i) => value + step[i]!);
    const nextMiss = missAt(next, f);
    ++iterations;
    if (!nextMiss) return {point: next, iterations, residual: Number.NaN};
    const change = nextMiss.map((value, i) => value - miss![i]!);
    const image = inverse.map((row) => dot(row, change));
    const scale = dot(step, image);
    if (Math.abs(scale) > 1e-300) {
      const left = Array.from({length: n}, (_, j) => inverse.reduce((sum, row, i) => sum + step[i]! * row[j]!, 0));
      inverse.forEach((row, i) => {
        for (let j = 0; j < n; ++j) row[j]! += ((step[i]! - image[i]!) * left[j]!) / scale;
      });
    }
    [x, miss] = [next, nextMiss];
  }
  return {point: x, iterations, residual: miss ? relative(miss, x) : Number.NaN};
}

function missAt(x: readonly number[], f: (x: readonly number[]) => readonly number[] | undefined) {
  return f(x)?.map((value, i) => value - x[i]!);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function relative(miss: readonly number[], x: readonly number[]): number {
  return Math.max(0, ...miss.map((value, i) => Math.abs(value) / (1 + Math.abs(x[i]!))));
}
