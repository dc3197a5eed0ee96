/** Coefficients of Lanczos' approximation with g = 7 and nine terms (Godfrey 2001). */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
] as const;

/** Logarithm of the gamma function for x > 0, to about 15 digits. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const base = shifted + 7.5;
  let sum: number = lanczos[0];
  for (let k = 1; k < lanczos.length; k++) sum += lanczos[k]! / (shifted + k);
  return halfLogTwoPi + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** From here on four terms of Stirling's series err by less than the last digit. */
const fromStirling = 16;
const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/** Logarithm of x!, for any x ≥ 0; `log` is that of x where the caller has it. */
export function logFactorial(x: number, log: number = Math.log(x)): number {
  if (x === 0) return 0;
  if (x < fromStirling) return logGamma(x + 1);
  const inverse = 1 / x;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (x + 0.5) * log - x + halfLogTwoPi + series;
}
