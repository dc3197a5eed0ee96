import type {Multiply} from "./multiply.ts";
import {applyPreconditioner, type Direction, type Preconditioner, scaledNorm} from "./within.ts";

/** How a solve ended. */
export interface Solved {
  readonly solution: Direction;
  readonly iterations: number;
  /** Norm of what is left, relative to the right-hand side. */
  readonly residual: number;
}

/** When a solve stops. */
export interface SolveOptions {
  /** Relative to the right-hand side. */
  readonly tolerance: number;
  /** Defaults to 200. */
  readonly most?: number;
  /**
   * Ends at a direction whose curvature is at most this share of what the preconditioner expects: the equations say
   * nothing about it, and steps along it only grow. Defaults to 0.
   */
  readonly flat?: number;
}

/**
 * Solves the swept normal equations by preconditioned conjugate gradients (Hestenes and Stiefel 1952,
 * doi:10.6028/jres.049.044). The equations are singular but consistent: the method stays in their range.
 */
export function solveWithin(
  multiply: Multiply,
  m: Preconditioner,
  rhs: Direction,
  {tolerance, most = 200, flat = 0}: SolveOptions
): Solved {
  const solution = zeroLike(rhs);
  const r = copyOf(rhs);
  const z = zeroLike(rhs);
  const q = zeroLike(rhs);
  applyPreconditioner(m, r, z);
  let rz = dot(r, z);
  // An incomplete factor may blow up what hardly counts, so it does not measure what is left.
  const measure = () => (m.factor ? scaledNorm(m, r) : rz);
  const reference = measure();
  let left = reference;
  const direction = copyOf(z);
  const diagonal = flat > 0 ? diagonalOf(m) : undefined;
  let iterations = 0;
  while (iterations < most && left > tolerance * tolerance * reference) {
    multiply(direction, q);
    const curvature = dot(direction, q);
    if (!(curvature > 0)) break; // Only round-off is left.
    if (diagonal) {
      const expected = squares(diagonal.effects, direction.effects) + squares(diagonal.beta, direction.beta);
      if (curvature <= flat * expected) break;
    }
    ++iterations;
    const step = rz / curvature;
    add(solution, step, direction);
    add(r, -step, q);
    applyPreconditioner(m, r, z);
    const next = dot(r, z);
    const share = next / rz;
    rz = next;
    left = measure();
    extend(direction.effects, share, z.effects);
    extend(direction.beta, share, z.beta);
  }
  return {solution, iterations, residual: reference > 0 ? Math.sqrt(left / reference) : 0};
}

/** The diagonal that the inverse diagonal of a preconditioner stands for; 0 where it leaves an entry out. */
function diagonalOf({own, beta}: Preconditioner): Direction {
  const invert = (values: Float64Array) => Float64Array.from(values, (value) => (value > 0 ? 1 / value : 0));
  return {effects: invert(own), beta: invert(beta)};
}

/** Σ weight · v². */
function squares(weights: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < v.length; at++) sum += weights[at]! * v[at]! * v[at]!;
  return sum;
}

export function zeroDirection(levels: number, regressors: number): Direction {
  return {effects: new Float64Array(levels), beta: new Float64Array(regressors)};
}

function zeroLike({effects, beta}: Direction): Direction {
  return zeroDirection(effects.length, beta.length);
}

function copyOf({effects, beta}: Direction): Direction {
  return {effects: effects.slice(), beta: beta.slice()};
}

/** Inner product over effects and regressors. */
export function dot(a: Direction, b: Direction): number {
  return product(a.effects, b.effects) + product(a.beta, b.beta);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function add(to: Direction, factor: number, from: Direction): void {
  addScaled(to.effects, factor, from.effects);
  addScaled(to.beta, factor, from.beta);
}

function addScaled(to: Float64Array, factor: number, from: Float64Array): void {
  for (let at = 0; at < to.length; at++) to[at]! += factor * from[at]!;
}

/** direction ← z + share · direction, in place. */
function extend(direction: Float64Array, share: number, z: Float64Array): void {
  for (let at = 0; at < z.length; at++) direction[at] = z[at]! + share * direction[at]!;
}
