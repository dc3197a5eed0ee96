import {type SolveReport, statusOf} from "./solve-status.ts";

/** Row and column factors that balance a matrix. */
export interface Balanced extends SolveReport {
  /** Factor of each row, a. */
  readonly rows: Float64Array;
  /** Factor of each column, b; 1 at the reference. */
  readonly columns: Float64Array;
}

/** Options of `balance`. */
export interface BalanceOptions {
  /** Column whose factor is 1; defaults to 0. */
  readonly reference?: number;
  /** Largest relative change of a row's factor at the end; defaults to 1e-14. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

/**
 * Finds a and b so that a_i K_ij b_j has the given row and column sums (Sinkhorn 1967, doi:10.2307/2314570): the system of
 * multilateral resistances of structural gravity, and PPML with exporter and importer effects only. K is n × n by rows.
 * Where the sums disagree in total, columns are matched before rows, so that row sums hold.
 */
export function balance(
  K: Float64Array,
  rowSums: Float64Array,
  columnSums: Float64Array,
  {reference = 0, tolerance = 1e-14, maxIterations = 50_000}: BalanceOptions = {}
): Balanced {
  const n = rowSums.length;
  const rows = new Float64Array(n).fill(1);
  const columns = new Float64Array(n);
  const totals = new Float64Array(n);
  let residual = Number.POSITIVE_INFINITY;
  let iterations = 0;
  while (residual > tolerance && iterations < maxIterations) {
    totals.fill(0);
    for (let i = 0; i < n; i++) addRow(totals, K, i * n, rows[i]!);
    for (let j = 0; j < n; j++) columns[j] = columnSums[j]! / totals[j]!;
    residual = matchRows(K, rowSums, rows, columns);
    iterations++;
  }
  const scale = columns[reference]!;
  for (let i = 0; i < n; i++) {
    rows[i]! *= scale;
    columns[i]! /= scale;
  }
  return {rows, columns, iterations, residual, status: statusOf(residual, tolerance)};
}

function matchRows(K: Float64Array, rowSums: Float64Array, rows: Float64Array, columns: Float64Array): number {
  const n = rows.length;
  let residual = 0;
  for (let i = 0; i < n; i++) {
    let total = 0;
    for (let j = 0; j < n; j++) total += K[i * n + j]! * columns[j]!;
    const next = rowSums[i]! / total;
    // Math.max keeps what is not a number; a comparison would lose it.
    residual = Math.max(residual, Math.abs(next / rows[i]! - 1));
    rows[i] = next;
  }
  return residual;
}

function addRow(totals: Float64Array, K: Float64Array, at: number, factor: number): void {
  for (let j = 0; j < totals.length; j++) totals[j]! += factor * K[at + j]!;
}

/** The balanced matrix a_i K_ij b_j. */
export function balancedFlows(K: Float64Array, {rows, columns}: Pick<Balanced, "rows" | "columns">): Float64Array {
  const n = rows.length;
  return K.map((value, cell) => value * rows[Math.floor(cell / n)]! * columns[cell % n]!);
}
