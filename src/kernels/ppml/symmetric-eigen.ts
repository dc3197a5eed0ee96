/** Eigenvalues of a symmetric matrix, and its eigenvectors as columns, n × n by rows. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub and Van Loan 2013, 8.5). */
export function symmetricEigen(matrix: Float64Array): Eigen {
  const n = Math.round(Math.sqrt(matrix.length));
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off += a[i * n + j]! ** 2;
    if (off === 0) break;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) rotate(a, vectors, n, i, j);
  }
  return {values: Float64Array.from({length: n}, (_, i) => a[i * n + i]!), vectors};
}

function rotate(a: Float64Array, vectors: Float64Array, n: number, i: number, j: number): void {
  const value = a[i * n + j]!;
  if (value === 0) return;
  const theta = (a[j * n + j]! - a[i * n + i]!) / (2 * value);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[k * n + i]!, a[k * n + j]!];
    a[k * n + i] = c * x - s * y;
    a[k * n + j] = s * x + c * y;
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [a[i * n + k]!, a[j * n + k]!];
    a[i * n + k] = c * x - s * y;
    a[j * n + k] = s * x + c * y;
    const [u, v] = [vectors[k * n + i]!, vectors[k * n + j]!];
    vectors[k * n + i] = c * u - s * v;
    vectors[k * n + j] = s * u + c * v;
  }
  a[i * n + j] = a[j * n + i] = 0;
}

/** Eigenvalues below this share of the largest count as 0. */
const rankTolerance = 1e-11;

/** The pseudo-inverse of a symmetric matrix (Moore 1920, Penrose 1955, doi:10.1017/S0305004100030401). */
export function pseudoInverse(matrix: Float64Array): Float64Array {
  const {values, vectors} = symmetricEigen(matrix);
  const n = values.length;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const inverse = new Float64Array(n * n);
  for (let e = 0; e < n; e++) {
    if (Math.abs(values[e]!) <= rankTolerance * largest) continue;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) inverse[i * n + j]! += (vectors[i * n + e]! * vectors[j * n + e]!) / values[e]!;
  }
  return inverse;
}
