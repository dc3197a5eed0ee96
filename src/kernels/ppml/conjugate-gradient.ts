import type {Multiply} from "./multiply.ts";
import {applyPreconditioner, type Direction, type Preconditioner} from "./within.ts";

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
  const reference = rz;
  const direction = copyOf(z);
  let iterations = 0;
  while (iterations < most && rz > tolerance * tolerance * reference) {
    multiply(direction, q);
    const curvature = dot(direction, q);
    if (!(curvature > 0)) break; // Only round-off is left.
    if (flat > 0 && curvature <= flat * expectedCurvature(m, direction)) break;
    ++iterations;
    const step = rz / curvature;
    add(solution, step, direction);
    add(r, -step, q);
    applyPreconditioner(m, r, z);
    const next = dot(r, z);
    const share = next / rz;
    rz = next;
    extend(direction.effects, share, z.effects);
    extend(direction.beta, share, z.beta);
  }
  return {solution, iterations, residual: reference > 0 ? Math.sqrt(rz / reference) : 0};
}

/** Curvature along a direction by the diagonal of the preconditioner. */
function expectedCurvature({own, beta}: Preconditioner, {effects, beta: regressors}: Direction): number {
  let sum = 0;
  for (let at = 0; at < own.length; at++) if (own[at]! > 0) sum += (effects[at]! * effects[at]!) / own[at]!;
  for (let k = 0; k < regressors.length; k++) if (beta[k]! > 0) sum += (regressors[k]! * regressors[k]!) / beta[k]!;
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
