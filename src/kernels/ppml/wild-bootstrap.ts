import {sumsBy} from "./clusters.ts";
import {fitLinear} from "./fit-linear.ts";
import {fitPoisson, type PoissonOptions} from "./fit-poisson.ts";
import type {Problem} from "./problem.ts";
import {bootstrapScores, type ScoreBootstrap, type ScoreBootstrapOptions} from "./score-bootstrap.ts";

/** What is tested, and how. */
export interface WildBootstrapOptions extends ScoreBootstrapOptions {
  /** Which regressor's coefficient is tested, from 0. */
  readonly regressor: number;
  /** The value that the null gives it; defaults to 0. */
  readonly value?: number;
  /** Cluster of each row of the problem, from 0. */
  readonly clusters: Int32Array;
  /** How the model under the null is estimated. */
  readonly fit?: PoissonOptions;
}

/**
 * Tests one coefficient of a Poisson model by the wild score bootstrap with the null imposed, which keeps its size where
 * clusters are few and errors clustered by the usual formula are too small. The model is estimated once, under the null;
 * the regressor then has all others and the effects taken out, so that estimating those does not move its score.
 */
export function wildBootstrap(problem: Problem, options: WildBootstrapOptions): ScoreBootstrap {
  const {regressor, value = 0, clusters, fit = {}} = options;
  const {y, x, effects, offset} = problem;
  const tested = x[regressor];
  if (!tested) throw new RangeError(`Found regressor ${regressor}, wanted 0 to ${x.length - 1}`);
  if (clusters.length !== y.length) throw new RangeError(`Found ${clusters.length} clusters, wanted ${y.length}`);
  const known = value === 0 ? offset : tested.map((one, r) => value * one + (offset ? offset[r]! : 0));
  const others = x.filter((_, k) => k !== regressor);
  const {offset: _, ...bare} = problem;
  const restricted = fitPoisson({...bare, x: others, ...(known && {offset: known})}, fit);
  const weights = new Float64Array(y.length);
  const residual = new Float64Array(y.length);
  restricted.design.rows.forEach((row, at) => {
    weights[row] = restricted.w[at]!;
    residual[row] = restricted.residual[at]!;
  });
  const used = new Uint8Array(y.length);
  for (const row of restricted.design.rows) used[row] = 1;
  const leftOut = Array.from(used.keys()).filter((row) => used[row] === 0);
  const projection = fitLinear({y: tested, x: others, effects, weights}, {leftOut});
  const left = projection.design.y.map((one, at) => one - projection.mu[at]!);
  if (isNothing(left, projection.design.y, projection.w))
    throw new RangeError(`Found regressor ${regressor} to be collinear with the others and the effects`);
  const {rows} = projection.design;
  const scores = left.map((one, at) => one * residual[rows[at]!]!);
  const [sums] = sumsBy([scores], numbered(clusters, rows)) as [Float64Array];
  return bootstrapScores(sums, options);
}

/** Of a regressor with all else taken out, the share of its squares that counts as nothing. */
const collinearity = 1e-11;

function isNothing(left: Float64Array, column: Float64Array, w: Float64Array): boolean {
  let [rest, all] = [0, 0];
  for (let r = 0; r < left.length; r++) {
    rest += w[r]! * left[r]! ** 2;
    all += w[r]! * column[r]! ** 2;
  }
  return rest <= collinearity * all;
}

/** Clusters of some rows, numbered without holes in the order of their codes. */
function numbered(clusters: Int32Array, rows: Int32Array): Int32Array {
  const codes = [...new Set(Array.from(rows, (row) => clusters[row]!))].sort((a, b) => a - b);
  const numbers = new Map(codes.map((code, number) => [code, number]));
  return Int32Array.from(rows, (row) => numbers.get(clusters[row]!)!);
}
