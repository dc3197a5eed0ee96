/** What elimination finds of a square system. */
export interface Elimination {
  readonly rank: number;
  /** A solution, n, if there is one; components that the system leaves open are 0. */
  readonly solution: Float64Array;
  /** Components that the system does not determine. */
  readonly open: ReadonlySet<number>;
}

/** A pivot this small against the largest entry is taken for 0. */
const smallPivot = 1e-11;
/** An entry of a null vector this small is taken for 0. */
const smallEntry = 1e-9;

/**
 * Solves a dense square system by Gaussian elimination with complete pivoting, which also tells its rank and which
 * components it leaves open. Whether a system of less than full rank has a solution is for the caller to check. `matrix`
 * (n×n by rows) and `rhs` (n) are overwritten.
 */
export function eliminate(matrix: Float64Array, rhs: Float64Array): Elimination {
  const n = rhs.length;
  const columns = Int32Array.from({length: n}, (_, j) => j);
  const rank = toTriangle(matrix, rhs, columns);
  const solution = new Float64Array(n);
  substitute(matrix, n, rank, rhs).forEach((value, k) => {
    solution[columns[k]!] = value;
  });
  const open = new Set<number>();
  for (let free = rank; free < n; ++free) {
    open.add(columns[free]!);
    const column = Float64Array.from({length: rank}, (_, i) => matrix[i * n + free]!);
    substitute(matrix, n, rank, column).forEach((value, k) => {
      if (Math.abs(value) > smallEntry) open.add(columns[k]!);
    });
  }
  return {rank, solution, open};
}

/** Eliminates below the diagonal until no pivot is left; `columns` becomes the order of the columns. Returns the rank. */
function toTriangle(matrix: Float64Array, rhs: Float64Array, columns: Int32Array): number {
  const n = rhs.length;
  const largest = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let k = 0; k < n; ++k) {
    const [row, column] = pivotOf(matrix, n, k);
    if (!(Math.abs(matrix[row * n + column]!) > smallPivot * largest)) return k;
    swapRows(matrix, rhs, n, k, row);
    swapColumns(matrix, columns, n, k, column);
    for (let i = k + 1; i < n; ++i) {
      const factor = matrix[i * n + k]! / matrix[k * n + k]!;
      if (factor === 0) continue;
      for (let j = k; j < n; ++j) matrix[i * n + j]! -= factor * matrix[k * n + j]!;
      rhs[i]! -= factor * rhs[k]!;
    }
  }
  return n;
}

/** Solves the leading triangle of `rank` rows for a right-hand side. */
function substitute(matrix: Float64Array, n: number, rank: number, rhs: Float64Array): Float64Array {
  const solution = new Float64Array(rank);
  for (let i = rank - 1; i >= 0; --i) {
    let value = rhs[i]!;
    for (let j = i + 1; j < rank; ++j) value -= matrix[i * n + j]! * solution[j]!;
    solution[i] = value / matrix[i * n + i]!;
  }
  return solution;
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
