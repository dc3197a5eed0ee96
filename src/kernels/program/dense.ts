/** What elimination finds of a square system. */
export interface Elimination {
  readonly rank: number;
  /** Solution, n; absent where the rank is less than n. */
  readonly solution?: Float64Array;
}

/** A pivot this small against the largest entry is taken for 0. */
const smallPivot = 1e-11;

/**
 * Solves a dense square system by Gaussian elimination with complete pivoting, which also tells its rank. `matrix` (n×n by
 * rows) and `rhs` (n) are overwritten.
 */
export function eliminate(matrix: Float64Array, rhs: Float64Array): Elimination {
  const n = rhs.length;
  const columns = Int32Array.from({length: n}, (_, j) => j);
  const largest = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let k = 0; k < n; ++k) {
    const [row, column] = pivotOf(matrix, n, k);
    if (!(Math.abs(matrix[row * n + column]!) > smallPivot * largest)) return {rank: k};
    swapRows(matrix, rhs, n, k, row);
    swapColumns(matrix, columns, n, k, column);
    for (let i = k + 1; i < n; ++i) {
      const factor = matrix[i * n + k]! / matrix[k * n + k]!;
      if (factor === 0) continue;
      for (let j = k; j < n; ++j) matrix[i * n + j]! -= factor * matrix[k * n + j]!;
      rhs[i]! -= factor * rhs[k]!;
    }
  }
  const solution = new Float64Array(n);
  for (let i = n - 1; i >= 0; --i) {
    let value = rhs[i]!;
    for (let j = i + 1; j < n; ++j) value -= matrix[i * n + j]! * solution[columns[j]!]!;
    solution[columns[i]!] = value / matrix[i * n + i]!;
  }
  return {rank: n, solution};
}

function pivotOf(matrix: Float64Array, n: number, k: number): [row: number, column: number] {
  let [row, column, size] = [k, k, -1];
  for (let i = k; i < n; ++i)
    for (let j = k; j < n; ++j) {
      const candidate = Math.abs(matrix[i * n + j]!);
      if (candidate > size) [row, column, size] = [i, j, candidate];
    }
  return [row, column];
}

function swapRows(matrix: Float64Array, rhs: Float64Array, n: number, a: number, b: number): void {
  if (a === b) return;
  for (let j = 0; j < n; ++j) [matrix[a * n + j], matrix[b * n + j]] = [matrix[b * n + j]!, matrix[a * n + j]!];
  [rhs[a], rhs[b]] = [rhs[b]!, rhs[a]!];
}

function swapColumns(matrix: Float64Array, columns: Int32Array, n: number, a: number, b: number): void {
  if (a === b) return;
  for (let i = 0; i < n; ++i) [matrix[i * n + a], matrix[i * n + b]] = [matrix[i * n + b]!, matrix[i * n + a]!];
  [columns[a], columns[b]] = [columns[b]!, columns[a]!];
}
