/** A pivot below this share of its diagonal means that the column depends on earlier ones, to rounding. */
const smallestPivot = 1e-14;

/**
 * Solves M x = r in place, M symmetric positive semidefinite, n × n by rows, by Cholesky's factors; M is overwritten and
 * r becomes x. The unknown of a column that depends on the earlier ones is 0.
 */
export function solveSemidefinite(M: Float64Array, r: Float64Array, n: number): void {
  const dropped = new Uint8Array(n);
  for (let c = 0; c < n; c++) factorColumn(M, r, n, c, dropped);
  for (let c = 0; c < n; c++) {
    let sum = r[c]!;
    for (let k = 0; k < c; k++) sum -= M[c * n + k]! * r[k]!;
    r[c] = dropped[c] ? 0 : sum / M[c * n + c]!;
  }
  for (let c = n - 1; c >= 0; c--) {
    let sum = r[c]!;
    for (let k = c + 1; k < n; k++) sum -= M[k * n + c]! * r[k]!;
    r[c] = dropped[c] ? 0 : sum / M[c * n + c]!;
  }
}

function factorColumn(M: Float64Array, r: Float64Array, n: number, c: number, dropped: Uint8Array): void {
  const diagonal = M[c * n + c]!;
  let pivot = diagonal;
  for (let k = 0; k < c; k++) pivot -= M[c * n + k]! ** 2;
  if (!(pivot > smallestPivot * diagonal)) {
    dropped[c] = 1;
    for (let i = c; i < n; i++) M[i * n + c] = 0;
    M[c * n + c] = 1;
    r[c] = 0;
    return;
  }
  const root = Math.sqrt(pivot);
  M[c * n + c] = root;
  for (let i = c + 1; i < n; i++) {
    let sum = M[i * n + c]!;
    for (let k = 0; k < c; k++) sum -= M[i * n + k]! * M[c * n + k]!;
    M[i * n + c] = sum / root;
  }
}
