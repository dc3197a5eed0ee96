/** A factorisation of a symmetric matrix whose dependent columns were left out. */
export interface Factor {
  /** Lower triangle by rows, p × p; rows of dependent columns are zero. */
  readonly lower: Float64Array;
  /** 1 for columns that depend on earlier ones. */
  readonly dependent: Uint8Array;
}

/**
 * Cholesky factor of a p × p matrix by rows, in the order given: a column is dependent when what earlier columns leave
 * of it is at most `tolerance` of its reference, so of several the first is kept, as in the field's programs.
 */
export function cholesky(matrix: Float64Array, reference: Float64Array, tolerance: number): Factor {
  const p = reference.length;
  const lower = new Float64Array(p * p);
  const dependent = new Uint8Array(p);
  for (let j = 0; j < p; j++) {
    let pivot = matrix[j * p + j]!;
    for (let k = 0; k < j; k++) pivot -= lower[j * p + k]! ** 2;
    if (!(pivot > tolerance * reference[j]!)) {
      dependent[j] = 1;
      for (let k = 0; k <= j; k++) lower[j * p + k] = 0;
      continue;
    }
    const root = Math.sqrt(pivot);
    lower[j * p + j] = root;
    for (let i = j + 1; i < p; i++) {
      let sum = matrix[i * p + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * p + k]! * lower[j * p + k]!;
      lower[i * p + j] = sum / root;
    }
  }
  return {lower, dependent};
}

/** Solves L Lᵀ x = b; entries of dependent columns are 0. */
export function solveFactor({lower, dependent}: Factor, b: Float64Array): Float64Array {
  const p = dependent.length;
  const x = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    if (dependent[i]) continue;
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * p + k]! * x[k]!;
    x[i] = sum / lower[i * p + i]!;
  }
  for (let i = p - 1; i >= 0; i--) {
    if (dependent[i]) continue;
    let sum = x[i]!;
    for (let k = i + 1; k < p; k++) sum -= lower[k * p + i]! * x[k]!;
    x[i] = sum / lower[i * p + i]!;
  }
  return x;
}

/**
 * The inverse, p × p by rows; rows and columns of dependent columns are 0. By X = L⁻¹ and XᵀX, row after row: a third of the
 * work of solving for each unit vector, and no jumps through memory.
 */
export function invertFactor({lower, dependent}: Factor): Float64Array {
  const p = dependent.length;
  const x = new Float64Array(p * p);
  const inverse = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    if (dependent[i]) continue;
    const row = i * p;
    x[row + i] = 1;
    for (let k = 0; k < i; k++) addRow(x, row, -lower[row + k]!, x, k * p, k + 1);
    for (let j = 0; j <= i; j++) x[row + j]! /= lower[row + i]!;
    for (let j = 0; j <= i; j++) addRow(inverse, j * p, x[row + j]!, x, row, j + 1);
  }
  for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) inverse[j * p + i] = inverse[i * p + j]!;
  return inverse;
}

function addRow(to: Float64Array, start: number, factor: number, from: Float64Array, at: number, n: number): void {
  if (factor !== 0) for (let j = 0; j < n; j++) to[start + j]! += factor * from[at + j]!;
}
