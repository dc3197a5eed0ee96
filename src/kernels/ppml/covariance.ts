import {countOf, sizeOf, sumsBy} from "./clusters.ts";
import type {ClusterScores, Fit} from "./fit.ts";
import {symmetricEigen} from "./symmetric-eigen.ts";
import {takeRows} from "./take-rows.ts";

/** Which errors may be correlated with which. */
export type CovarianceType =
  /** All errors independent with one variance; of Poisson models with the variance equal to the mean. */
  | {readonly type: "iid"}
  /** All errors independent (White 1980, doi:10.2307/1912934). */
  | {readonly type: "heteroskedastic"}
  /** Errors of one cluster of any of the lists (Cameron, Gelbach and Miller 2011, doi:10.1198/jbes.2010.07136). */
  | {readonly type: "clustered"; readonly clusters: readonly Int32Array[]}
  /** Errors that share an economy in either role (Aronow, Samii and Assenova 2015, doi:10.1093/pan/mpv018). */
  | {readonly type: "dyadic"; readonly exporters: Int32Array; readonly importers: Int32Array};

/** A covariance before any factor for small samples. */
export interface Covariance {
  /** p × p by rows; rows and columns of collinear regressors are 0. */
  readonly matrix: Float64Array;
  /** Clusters of each list that rows are in; of dyadic errors the economies. */
  readonly clusters: readonly number[];
}

/** The sandwich of a fit: bread · Σ over the allowed pairs of scores · bread. Codes are by row of the problem. */
export function covariance(fit: Fit, kind: CovarianceType): Covariance {
  if (kind.type === "iid") return {matrix: fit.bread.slice(), clusters: []};
  const known = kind.type === "clustered" && kind.clusters.length === 1 && scoresAtHand(fit, kind.clusters[0]!);
  if (known) return {matrix: sandwich(fit.bread, outer(known.sums)), clusters: [known.count]};
  const scores = scoresOf(fit);
  if (kind.type === "heteroskedastic") return {matrix: sandwich(fit.bread, outer(scores)), clusters: []};
  const {rows} = fit.design;
  if (kind.type === "dyadic") {
    const [exporters, importers] = [kind.exporters, kind.importers].map((codes) =>
      takeRows(codes, rows, Int32Array)
    ) as [Int32Array, Int32Array];
    const meat = dyadicMeat(scores, exporters, importers);
    return {matrix: positive(sandwich(fit.bread, meat)), clusters: [countOf([exporters, importers])]};
  }
  const lists = kind.clusters.map((codes) => takeRows(codes, rows, Int32Array));
  const p = fit.beta.length;
  const meat = new Float64Array(p * p);
  for (let set = 1; set < 2 ** lists.length; set++) {
    const chosen = lists.filter((_, index) => set & (1 << index));
    const sign = chosen.length % 2 === 1 ? 1 : -1;
    const part = outer(sumsBy(scores, joint(chosen)));
    for (let at = 0; at < meat.length; at++) meat[at]! += sign * part[at]!;
  }
  const matrix = sandwich(fit.bread, meat);
  return {matrix: lists.length > 1 ? positive(matrix) : matrix, clusters: lists.map((codes) => countOf([codes]))};
}

function scoresAtHand({clusterScores}: Fit, codes: Int32Array): ClusterScores | undefined {
  return clusterScores.find((one) => one.codes === codes);
}

/** x̃ (y − mu) of each row: a column for each regressor, rows in the order of the design. */
export function scoresOf({partialled, residual}: Pick<Fit, "partialled" | "residual">): Float64Array[] {
  return partialled.map((column) => {
    const scores = new Float64Array(column.length);
    for (let r = 0; r < scores.length; r++) scores[r] = column[r]! * residual[r]!;
    return scores;
  });
}

/** One code for each combination of codes. */
function joint(lists: readonly Int32Array[]): Int32Array {
  return lists.reduce((left, right) => {
    const numbers = new Map<number, number>();
    const width = sizeOf(right);
    return left.map((code, r) => {
      const key = code * width + right[r]!;
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
      }
      return number;
    });
  });
}

/** Σ s sᵀ over rows or clusters: p × p by rows. */
function outer(scores: readonly Float64Array[]): Float64Array {
  const p = scores.length;
  const products = new Float64Array(p * p);
  for (let k = 0; k < p; k++)
    for (let l = 0; l <= k; l++) {
      const [a, b] = [scores[k]!, scores[l]!];
      let sum = 0;
      for (let r = 0; r < a.length; r++) sum += a[r]! * b[r]!;
      products[k * p + l] = products[l * p + k] = sum;
    }
  return products;
}

/**
 * Σ s sᵀ over all pairs of rows that share an economy: for each economy the outer product of the sum over its rows,
 * less the outer products of sums over pairs of economies, which are counted once for either of the two.
 */
function dyadicMeat(scores: readonly Float64Array[], exporters: Int32Array, importers: Int32Array): Float64Array {
  const size = Math.max(sizeOf(exporters), sizeOf(importers));
  const touching = scores.map(() => new Float64Array(size));
  const dyads = new Map<number, number>();
  const code = new Int32Array(exporters.length);
  for (let r = 0; r < exporters.length; r++) {
    const [i, j] = [exporters[r]!, importers[r]!];
    const key = Math.min(i, j) * size + Math.max(i, j);
    let number = dyads.get(key);
    if (number === undefined) {
      number = dyads.size;
      dyads.set(key, number);
    }
    code[r] = number;
    scores.forEach((column, k) => {
      touching[k]![i]! += column[r]!;
      if (i !== j) touching[k]![j]! += column[r]!;
    });
  }
  const within = sumsBy(scores, code);
  // Two rows of one dyad of two economies are in both economies' sums; those of a domestic dyad in one.
  const twice = Uint8Array.from(dyads.keys(), (key) => (Math.floor(key / size) === key % size ? 0 : 1));
  const meat = outer(touching);
  const repeated = outer(within.map((sums) => sums.map((value, d) => value * twice[d]!)));
  return meat.map((value, at) => value - repeated[at]!);
}

function sandwich(bread: Float64Array, meat: Float64Array): Float64Array {
  return multiply(multiply(bread, meat), bread);
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  const p = Math.round(Math.sqrt(a.length));
  const product = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let k = 0; k < p; k++) {
      const value = a[i * p + k]!;
      for (let j = 0; j < p; j++) product[i * p + j]! += value * b[k * p + j]!;
    }
  return product;
}

/** The nearest matrix without negative variances: negative eigenvalues become 0 (Cameron, Gelbach and Miller 2011). */
function positive(matrix: Float64Array): Float64Array {
  const {values, vectors} = symmetricEigen(matrix);
  if (values.every((value) => value >= 0)) return matrix;
  const p = values.length;
  const result = new Float64Array(p * p);
  for (let e = 0; e < p; e++) {
    const value = Math.max(0, values[e]!);
    for (let i = 0; i < p; i++)
      for (let j = 0; j < p; j++) result[i * p + j]! += value * vectors[i * p + e]! * vectors[j * p + e]!;
  }
  return result;
}
