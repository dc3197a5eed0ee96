import {type Combinations, makeCombinations, type Work} from "./combinations.ts";
import type {RowSpace} from "./cone-support.ts";
import type {Design} from "./design.ts";
import type {Direction} from "./within.ts";

/** A vector of a space, with what makes it there. */
export interface Projected {
  /** Values on the rows in question. */
  readonly z: Float64Array;
  direction(): Direction;
}

/** How the rectifier ended. */
export interface Rectified {
  /** Rows that are above 0, of those in question, and the vector; absent where there are none. */
  readonly found?: {readonly rows: number[]; readonly direction: Direction};
  readonly iterations: number;
  readonly converged: boolean;
}

/** Values below this share of the largest may be on their way to 0. */
const doubtful = 1e-3;

/**
 * The iterative rectifier of Correia, Guimarães and Zylkin (2019, arXiv:1903.01633): u, one on all rows, is projected on
 * a space, negative parts are cut off, and so on until none is negative. It nears its limit without reaching it, so
 * `isProof` must make a vector of it that is 0 on all rows but those clearly above 0. Some vector of length 1 without
 * negative values keeps its product with u, at least 1, in each step: once the projection is shorter, there is none.
 */
export function rectify(
  m: number,
  project: (u: Float64Array) => Projected | undefined,
  isProof: (rows: number[], direction: Direction) => boolean,
  most: number
): Rectified {
  let u = new Float64Array(m).fill(1);
  // A set of rows that is no proof is tried again only after twice as many steps: a try costs more than a step.
  let refused = {rows: "", until: 0};
  for (let iteration = 1; iteration <= most; iteration++) {
    const projected = project(u);
    if (!projected) return {iterations: iteration, converged: false};
    const {z} = projected;
    let [largest, lowest, square] = [0, 0, 0];
    for (const value of z) {
      if (value > largest) largest = value;
      if (value < lowest) lowest = value;
      square += value * value;
    }
    if (square < 0.9) return {iterations: iteration, converged: true};
    if (lowest > -doubtful * largest) {
      const rows = Array.from(z.keys()).filter((i) => z[i]! > doubtful * largest);
      const key = rows.join(" ");
      if (key === refused.rows && iteration < refused.until) {
        u = rectified(z);
        continue;
      }
      refused = {rows: key, until: 2 * iteration};
      const direction = projected.direction();
      if (isProof(rows, direction)) return {found: {rows, direction}, iterations: iteration, converged: true};
    }
    u = rectified(z);
  }
  return {iterations: most, converged: false};
}

function rectified(z: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(z, (value) => Math.max(0, value));
}

/** Projects on a space of which a basis is known. */
export function projectOnBasis({q, m, d}: RowSpace, combine: (c: Float64Array) => Direction) {
  return (u: Float64Array): Projected => {
    const c = new Float64Array(d);
    for (let i = 0; i < m; i++) for (let k = 0; k < d; k++) c[k]! += q[i * d + k]! * u[i]!;
    const z = new Float64Array(m);
    for (let i = 0; i < m; i++) for (let k = 0; k < d; k++) z[i]! += q[i * d + k]! * c[k]!;
    return {z, direction: () => combine(c)};
  };
}

/** Weight of rows that a combination must meet with 0; multipliers make it exact. */
const stiffness = 1e4;
const mostMultipliers = 40;

/**
 * Projects values of open rows on what combinations make that are 0 on held rows, without a basis. The authors reach the
 * zeros by weights of 10⁷, which ruins conjugate gradients; here a modest weight with multipliers (Hestenes 1969,
 * doi:10.1007/BF00927673) meets them to round-off. Gives up, undefined, after so many visits of rows.
 */
export function projectByWeights(
  design: Design,
  {open, isHeld, work, visits}: {open: Int32Array; isHeld: Uint8Array; work: Work; visits: number}
): (u: Float64Array) => Projected | undefined {
  const w = Float64Array.from(isHeld, (one) => (one ? stiffness : 0));
  for (const r of open) w[r] = 1;
  let combinations: Combinations | undefined;
  const end = work.visits + visits;
  return (u) => {
    if (work.visits > end) return undefined;
    combinations ??= makeCombinations(design, w, {work});
    const target = new Float64Array(design.n);
    open.forEach((r, i) => {
      target[r] = u[i]!;
    });
    for (let step = 1; ; step++) {
      const v = combinations.closest(target, 1e-11);
      const rest = combinations.left(target, v);
      let off = 0;
      for (let r = 0; r < rest.length; r++) {
        if (!isHeld[r]) continue;
        const z = target[r]! - rest[r]!;
        off = Math.max(off, Math.abs(z));
        target[r]! -= z;
      }
      if (off > 1e-10 && step < mostMultipliers) continue;
      return {z: Float64Array.from(open, (r, i) => u[i]! - rest[r]!), direction: () => v};
    }
  };
}
