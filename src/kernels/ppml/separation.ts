import {cholesky, solveFactor} from "./cholesky.ts";
import {makeDesign} from "./design.ts";
import {keepRows} from "./keep-rows.ts";
import {crossProducts, inner} from "./moments.ts";
import {partialOut} from "./partial-out.ts";
import {checkProblem, type Problem} from "./problem.ts";
import {diagonalOf, groupsOf, invertBlocks, pairLevels, type Within} from "./within.ts";

/** Rows whose fitted mean could only be 0, and the proof. */
export interface Separation {
  /** Rows of the problem, from 0, in order. */
  readonly rows: Int32Array;
  /** Of these, rows of a level in which y is zero throughout. */
  readonly byEffects: number;
  /** Of these, rows that the iterative rectifier found. */
  readonly byRectifier: number;
  /**
   * A value for each of `rows`, above 0: with 0 for all others it is a combination of regressors and effects that is 0
   * wherever y is positive and never below 0, along which the likelihood rises for ever. NaN for rows of zero levels,
   * whose own level is the proof.
   */
  readonly certificate: Float64Array;
  /** Largest distance of the certificate from what regressors and effects can make; should be round-off. */
  readonly certificateError: number;
  readonly iterations: number;
  /** Whether the rectifier came to an end; if not, further rows may be separated. */
  readonly converged: boolean;
}

/** Weight of rows that a fit must meet with 0; multipliers make it exact. */
const stiffness = 1e4;
const mostMultipliers = 40;
const mostIterations = 400;
/** What is left of u, which starts at 1, when nothing can be separated. */
const negligible = 1e-6;
/** Values below this share of the largest may be on their way to 0: only a certificate without them counts. */
const doubtful = 1e-3;
/** Largest distance of a certificate from what regressors and effects can make, relative. */
const exact = 1e-8;
/** Of a regressor with effects taken out, the share that counts as nothing. */
const collinearity = 1e-11;

/**
 * Finds rows that separate: zero rows for which Poisson estimates do not exist (Correia, Guimarães and Zylkin 2019,
 * arXiv:1903.01633). All-zero levels come first, then their iterative rectifier: u, one on zero rows, is projected on
 * what regressors and effects can make while being 0 on positive rows, negative parts are cut off, and so on until none
 * is negative. They reach the zeros by weights of 10⁷, which ruins conjugate gradients; here a modest weight with
 * multipliers (Hestenes 1969, doi:10.1007/BF00927673) meets them to round-off.
 */
export function findSeparation(problem: Problem): Separation {
  checkProblem(problem, {nonNegative: true});
  const {y, effects} = problem;
  const n = y.length;
  const kept = new Uint8Array(n).fill(1);
  const values = new Float64Array(n);
  let [byEffects, byRectifier, iterations, certificateError] = [0, 0, 0, 0];
  for (;;) {
    byEffects += dropZeroLevels(y, effects, kept, values);
    const found = rectify(problem, kept);
    iterations += found.iterations;
    found.rows.forEach((row, at) => {
      kept[row] = 0;
      values[row] = found.certificate[at]!;
    });
    byRectifier += found.rows.length;
    certificateError = Math.max(certificateError, found.certificateError);
    if (found.rows.length > 0) continue;
    const rows = Int32Array.from(Array.from(kept.keys()).filter((row) => kept[row] === 0));
    const certificate = Float64Array.from(rows, (row) => values[row]!);
    return {rows, byEffects, byRectifier, certificate, certificateError, iterations, converged: found.converged};
  }
}

/** Drops kept rows of levels without a positive y; returns how many. */
function dropZeroLevels(y: Float64Array, effects: Problem["effects"], kept: Uint8Array, values: Float64Array): number {
  const leftOut = Array.from(kept.keys()).filter((row) => kept[row] === 0);
  const left = keepRows(y, effects, {zeroGroups: true, singletons: false, leftOut});
  left.kept.forEach((one, row) => {
    if (one || kept[row] === 0) return;
    kept[row] = 0;
    values[row] = Number.NaN;
  });
  return left.zeroGroups;
}

/** What the rectifier finds among the kept rows. */
interface Rectified {
  readonly rows: Int32Array;
  readonly certificate: Float64Array;
  readonly certificateError: number;
  readonly iterations: number;
  readonly converged: boolean;
}

function rectify(problem: Problem, kept: Uint8Array): Rectified {
  const none = {rows: new Int32Array(0), certificate: new Float64Array(0), certificateError: 0};
  if (!kept.some((one, row) => one === 1 && problem.y[row] === 0)) return {...none, iterations: 0, converged: true};
  const {project, isHard, rows} = makeProjection(problem, kept, (row) => problem.y[row]! > 0);
  let u = Float64Array.from(isHard, (one) => 1 - one);
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    const fit = project(u);
    let [largest, lowest] = [0, 0];
    for (let r = 0; r < fit.length; r++)
      if (!isHard[r]) [largest, lowest] = [Math.max(largest, fit[r]!), Math.min(lowest, fit[r]!)];
    if (largest < negligible) return {...none, iterations: iteration, converged: true};
    if (lowest > -doubtful * largest) {
      const certified = certify(problem, kept, fit, {rows, isHard, largest});
      if (certified) return {...certified, iterations: iteration, converged: true};
    }
    u = fit.map((value, r) => (isHard[r] ? 0 : Math.max(0, value)));
  }
  return {...none, iterations: mostIterations, converged: false};
}

/**
 * Makes a certificate of the rows that are clearly above 0, all others held at 0; undefined where there is none. The
 * rectifier nears its limit without reaching it, so that its own values prove nothing.
 */
function certify(
  problem: Problem,
  kept: Uint8Array,
  fit: Float64Array,
  {rows, isHard, largest}: {rows: Int32Array; isHard: Uint8Array; largest: number}
): Pick<Rectified, "rows" | "certificate" | "certificateError"> | undefined {
  const chosen = new Uint8Array(kept.length);
  const start = new Float64Array(kept.length);
  fit.forEach((value, r) => {
    if (isHard[r] || value <= doubtful * largest) return;
    chosen[rows[r]!] = 1;
    start[rows[r]!] = value / largest;
  });
  const held = makeProjection(problem, kept, (row) => chosen[row] === 0);
  const z = held.project(Float64Array.from(held.rows, (row) => start[row]!));
  const isAbove = z.every((value, r) => held.isHard[r] === 1 || value > 0.1 * doubtful);
  if (!isAbove) return undefined;
  const clean = z.map((value, r) => (held.isHard[r] ? 0 : value));
  const again = held.project(clean);
  const certificateError = again.reduce((most, value, r) => Math.max(most, Math.abs(value - clean[r]!)), 0);
  if (certificateError > exact) return undefined;
  const found = Array.from(held.rows.keys()).filter((r) => !held.isHard[r]);
  return {
    rows: Int32Array.from(found, (r) => held.rows[r]!),
    certificate: Float64Array.from(found, (r) => clean[r]!),
    certificateError
  };
}

/** Projects values of rows on what regressors and effects can make while being 0 on rows that are held. */
function makeProjection(problem: Problem, kept: Uint8Array, isHeld: (row: number) => boolean) {
  const {offset: _, weights: __, ...bare} = problem;
  const design = makeDesign(bare, kept);
  const isHard = Uint8Array.from(design.rows, (row) => (isHeld(row) ? 1 : 0));
  const w = Float64Array.from(isHard, (one) => (one ? stiffness : 1));
  const within = withinOf(design, w);
  const scratch = new Float64Array(design.n);
  const diagonal = new Float64Array(design.levels);
  diagonalOf(within, diagonal);
  const pairing = pairLevels(within);
  const m = invertBlocks(within, pairing, groupsOf(design.groupEnds, pairing.rows), diagonal, new Float64Array(0));
  const takeOut = (column: Float64Array) =>
    partialOut(within, m, column, {tolerance: 1e-12, most: 2000, scratch}).residual;
  const x = design.x.map(takeOut);
  const reference = Float64Array.from(design.x, (column) =>
    column.reduce((sum, value, r) => sum + w[r]! * value * value, 0)
  );
  const factor = cholesky(crossProducts(x, w), reference, collinearity);
  const fitted = (target: Float64Array) => {
    const rest = takeOut(target);
    const gradient = inner(
      x,
      rest.map((value, r) => value * w[r]!)
    );
    const beta = solveFactor(factor, gradient);
    return target.map((value, r) => {
      let left = rest[r]!;
      for (let k = 0; k < beta.length; k++) left -= beta[k]! * x[k]![r]!;
      return value - left;
    });
  };
  const project = (u: Float64Array) => {
    const target = u.slice();
    const sum = new Float64Array(u.length);
    let z = target;
    for (let step = 0; step < mostMultipliers; step++) {
      z = fitted(target);
      let off = 0;
      for (let r = 0; r < z.length; r++)
        if (isHard[r]) {
          off = Math.max(off, Math.abs(z[r]!));
          sum[r]! += z[r]!;
          target[r] = -sum[r]!;
        }
      if (off < 1e-10) break;
    }
    return z;
  };
  return {project, isHard, rows: design.rows};
}

function withinOf(design: ReturnType<typeof makeDesign>, w: Float64Array): Within {
  const groupSums = new Float64Array(design.groups);
  if (design.profiled >= 0)
    for (let g = 0, from = 0; g < design.groups; g++) {
      for (let r = from; r < design.groupEnds[g]!; r++) groupSums[g]! += w[r]!;
      from = design.groupEnds[g]!;
    }
  return {design, w, groupSums};
}
