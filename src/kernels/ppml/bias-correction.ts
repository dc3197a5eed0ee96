import {type DenseEngine, plainDense} from "../dense/dense.ts";
import {effectVariance} from "./effect-variance.ts";
import type {Fit} from "./fit.ts";
import {pseudoInverse} from "./symmetric-eigen.ts";

/** Which effects a corrected model has: exporter-year and importer-year, with or without pairs. */
export type BiasModel = "two-way" | "three-way";

/** Who trades with whom when; codes from 0 by row of the problem. */
export interface PanelCodes {
  readonly exporters: Int32Array;
  readonly importers: Int32Array;
  readonly years: Int32Array;
}

/** Coefficients and covariance without their bias of order 1/N. */
export interface BiasCorrection {
  /** What is taken off each coefficient; zeros in two-way models, which have none. */
  readonly bias: Float64Array;
  readonly beta: Float64Array;
  /** p × p by rows, clustered by pair, with the factor G/(G − 1). */
  readonly covariance: Float64Array;
  /** Ordered pairs that trade. */
  readonly pairs: number;
}

/** One ordered pair: rows of the design by year, 0 or more. */
interface Pair {
  readonly exporter: number;
  readonly importer: number;
  readonly rows: readonly number[];
  readonly years: readonly number[];
}

/**
 * Analytical bias corrections of Weidner and Zylkin (2021, doi:10.1016/j.jinteco.2021.103513). Three-way estimates are off by
 * a bias of order 1/N that their confidence intervals do not cover; two-way estimates are not, but in both the clustered
 * errors are too small. Written by ordered pair with vectors over its years: λ fitted means, S = y − λ,
 * H = diag(λ) − λλᵀ/Σλ (two-way: diag(λ)), x̃ the regressors with all effects taken out.
 *
 * The sign of the last terms and the treatment of domestic pairs follow the authors' program rather than the appendix,
 * which disagree. Large matrices are multiplied by the engine, plain TypeScript by default. Throws a RangeError for fits with weights, or where the design has varying slopes.
 */
export function correctBias(
  fit: Fit,
  codes: PanelCodes,
  model: BiasModel,
  engine: DenseEngine = plainDense
): BiasCorrection {
  if (fit.family !== "poisson") throw new RangeError(`Found a ${fit.family} fit, wanted a Poisson fit`);
  if (fit.design.weights || fit.design.effects.some(({slope}) => slope))
    throw new RangeError("Found weights or varying slopes, wanted a plain gravity model");
  const panel = makePanel(fit, codes, model);
  const bias = model === "three-way" ? biasOf(panel) : new Float64Array(fit.beta.length);
  return {
    bias,
    beta: fit.beta.map((value, k) => value - bias[k]!),
    covariance: correctedCovariance(panel, engine),
    pairs: panel.pairs.length
  };
}

interface Panel {
  readonly fit: Fit;
  readonly model: BiasModel;
  readonly pairs: readonly Pair[];
  readonly years: number;
  readonly exporters: number;
  readonly importers: number;
}

function makePanel(fit: Fit, codes: PanelCodes, model: BiasModel): Panel {
  const rows = fit.design.rows;
  const pairs = new Map<string, {exporter: number; importer: number; rows: number[]; years: number[]}>();
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    const [exporter, importer, year] = [codes.exporters[row]!, codes.importers[row]!, codes.years[row]!];
    const key = `${exporter} ${importer}`;
    let pair = pairs.get(key);
    if (!pair) {
      pair = {exporter, importer, rows: [], years: []};
      pairs.set(key, pair);
    }
    pair.rows.push(r);
    pair.years.push(year);
  }
  const most = (values: Int32Array) => values.reduce((a, b) => Math.max(a, b), -1) + 1;
  return {
    fit,
    model,
    pairs: [...pairs.values()],
    years: most(codes.years),
    exporters: most(codes.exporters),
    importers: most(codes.importers)
  };
}

/** H of a pair over its own years: T × T by rows. */
function curvature({fit, model}: Panel, {rows}: Pair): Float64Array {
  const t = rows.length;
  const h = new Float64Array(t * t);
  const total = rows.reduce((sum, r) => sum + fit.w[r]!, 0);
  for (let a = 0; a < t; a++) {
    for (let b = 0; b < t && model === "three-way"; b++) h[a * t + b] = -(fit.w[rows[a]!]! * fit.w[rows[b]!]!) / total;
    h[a * t + a]! += fit.w[rows[a]!]!;
  }
  return h;
}

/** W⁻¹ [N_i/(N_i − 1) B + N_j/(N_j − 1) D], B and D being sums over exporters and over importers. */
function biasOf(panel: Panel): Float64Array {
  const {fit, exporters, importers} = panel;
  const p = fit.beta.length;
  const total = new Float64Array(p);
  for (const [side, count] of [
    ["exporter", exporters],
    ["importer", importers]
  ] as const) {
    const sums = sideBias(panel, side, count);
    for (let k = 0; k < p; k++) total[k]! += (count / (count - 1)) * sums[k]!;
  }
  return Float64Array.from({length: p}, (_, k) => {
    let sum = 0;
    for (let l = 0; l < p; l++) sum += fit.bread[k * p + l]! * total[l]!;
    return sum;
  });
}

/** Σ over the economies of one side of −tr[H⁺ Σ (H x̃) Sᵀ] + ½ tr[H⁺ (Σ G) H⁺ Σ S Sᵀ], by regressor. */
function sideBias(panel: Panel, side: "exporter" | "importer", count: number): Float64Array {
  const {fit, years, pairs} = panel;
  const p = fit.beta.length;
  const square = years * years;
  const make = () => Array.from({length: count}, () => new Float64Array(square));
  const [h, ss] = [make(), make()];
  const hx = Array.from({length: p}, make);
  const g = Array.from({length: p}, make);
  for (const pair of pairs) {
    const own = pair[side];
    const local = curvature(panel, pair);
    const t = pair.rows.length;
    const s = pair.rows.map((r) => fit.residual[r]!);
    const at = (a: number, b: number) => pair.years[a]! * years + pair.years[b]!;
    for (let a = 0; a < t; a++)
      for (let b = 0; b < t; b++) {
        h[own]![at(a, b)]! += local[a * t + b]!;
        ss[own]![at(a, b)]! += s[a]! * s[b]!;
      }
    for (let k = 0; k < p; k++) {
      const x = pair.rows.map((r) => fit.partialled[k]![r]!);
      for (let a = 0; a < t; a++) {
        let product = 0;
        for (let b = 0; b < t; b++) product += local[a * t + b]! * x[b]!;
        for (let b = 0; b < t; b++) {
          hx[k]![own]![at(a, b)]! += product * s[b]!;
          g[k]![own]![at(a, b)]! -= (x[a]! + x[b]!) * local[a * t + b]!;
        }
      }
    }
  }
  const result = new Float64Array(p);
  for (let i = 0; i < count; i++) {
    const inverse = pseudoInverse(h[i]!);
    for (let k = 0; k < p; k++) {
      result[k]! -= traceOf(inverse, hx[k]![i]!, years);
      const left = product(product(inverse, g[k]![i]!, years), inverse, years);
      result[k]! += 0.5 * traceOf(left, ss[i]!, years);
    }
  }
  return result;
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const value = a[i * n + k]!;
      if (value !== 0) for (let j = 0; j < n; j++) c[i * n + j]! += value * b[k * n + j]!;
    }
  return c;
}

function traceOf(a: Float64Array, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) sum += a[i * n + k]! * b[k * n + i]!;
  return sum;
}

/**
 * The sandwich whose scores have each pair's own influence taken out:
 * Ω = Σ x̃ᵀ [I − H (x̃ V_x x̃ᵀ + d V_FE dᵀ)]⁻¹ S Sᵀ x̃, symmetrised, as an error-inflating leverage correction.
 */
function correctedCovariance(panel: Panel, engine: DenseEngine): Float64Array {
  const {fit, pairs} = panel;
  const p = fit.beta.length;
  const influence = effectVariance(curvatures(panel), panel, engine);
  const meat = new Float64Array(p * p);
  for (const pair of pairs) {
    const t = pair.rows.length;
    const h = curvature(panel, pair);
    const v = new Float64Array(t * t);
    for (let a = 0; a < t; a++)
      for (let b = 0; b < t; b++) {
        let sum = influence(pair, a, b);
        for (let k = 0; k < p; k++)
          for (let l = 0; l < p; l++)
            sum += fit.partialled[k]![pair.rows[a]!]! * fit.bread[k * p + l]! * fit.partialled[l]![pair.rows[b]!]!;
        v[a * t + b] = sum;
      }
    const hv = product(h, v, t);
    const matrix = new Float64Array(t * t);
    for (let a = 0; a < t; a++) for (let b = 0; b < t; b++) matrix[a * t + b] = (a === b ? 1 : 0) - hv[a * t + b]!;
    const s = Float64Array.from(pair.rows, (r) => fit.residual[r]!);
    const adjusted = solveDense(matrix, s);
    for (let k = 0; k < p; k++)
      for (let l = 0; l < p; l++) {
        let [left, right] = [0, 0];
        for (let a = 0; a < t; a++) {
          left += fit.partialled[k]![pair.rows[a]!]! * adjusted[a]!;
          right += fit.partialled[l]![pair.rows[a]!]! * s[a]!;
        }
        meat[k * p + l]! += left * right;
      }
  }
  const symmetric = meat.map((value, at) => (value + meat[(at % p) * p + Math.floor(at / p)]!) / 2);
  const n = pairs.length;
  return product(product(fit.bread, symmetric, p), fit.bread, p).map((value) => (n / (n - 1)) * value);
}

/** Each pair with its H, made one by one. */
function* curvatures(panel: Panel) {
  for (const pair of panel.pairs) yield {...pair, h: curvature(panel, pair)};
}

/** Solves A x = b by elimination with row pivots; A is overwritten. */
function solveDense(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = b.slice();
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) if (Math.abs(a[i * n + column]!) > Math.abs(a[pivot * n + column]!)) pivot = i;
    if (pivot !== column) {
      for (let j = 0; j < n; j++) [a[column * n + j], a[pivot * n + j]] = [a[pivot * n + j]!, a[column * n + j]!];
      [x[column], x[pivot]] = [x[pivot]!, x[column]!];
    }
    for (let i = column + 1; i < n; i++) {
      const factor = a[i * n + column]! / a[column * n + column]!;
      if (factor === 0) continue;
      for (let j = column; j < n; j++) a[i * n + j]! -= factor * a[column * n + j]!;
      x[i]! -= factor * x[column]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) x[i]! -= a[i * n + j]! * x[j]!;
    x[i]! /= a[i * n + i]!;
  }
  return x;
}
