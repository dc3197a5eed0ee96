import {type Block, type DenseEngine, wholeBlock} from "./dense.ts";

/** Pivots that are eliminated together. */
const blockSize = 64;

/**
 * Turns a symmetric positive semidefinite matrix into a generalised inverse, in place: that of the rows and columns that do
 * not depend on earlier ones, and 0 for the others (Gauss-Jordan elimination, as the sweep operator of Goodnight 1979,
 * doi:10.1080/00031305.1979.10482685). A pivot depends where what is left of it is at most `tolerance` of it.
 */
export function invertInPlace(engine: DenseEngine, values: Float64Array, n: number, tolerance: number): void {
  const reference = Float64Array.from({length: n}, (_, i) => values[i * n + i]!);
  const left = engine.alloc(n * blockSize);
  const right = engine.alloc(blockSize * n);
  const pivot = engine.alloc(blockSize * blockSize);
  const matrix = wholeBlock(values, n, n);
  for (let start = 0; start < n; start += blockSize) {
    const size = Math.min(blockSize, n - start);
    const [columns, rows] = [wholeBlock(left, n, size), wholeBlock(right, size, n)];
    const own = {...wholeBlock(pivot, size, size)};
    copy({...matrix, at: start * n + start, rows: size, columns: size}, own);
    sweepSmall(own, reference.subarray(start, start + size), tolerance);
    copy({...matrix, at: start, columns: size}, columns);
    clear({...columns, at: start * size, rows: size});
    clear(rows);
    engine.multiplyAdd(rows, 1, own, {...matrix, at: start * n, rows: size});
    clear({...rows, at: start, columns: size});
    engine.multiplyAdd(matrix, -1, columns, rows);
    copy(rows, {...matrix, at: start * n, rows: size});
    const band: Block = {...matrix, at: start, columns: size};
    clear(band);
    engine.multiplyAdd(band, -1, columns, own);
    copy(own, {...matrix, at: start * n + start, rows: size, columns: size});
  }
}

/** The same for a small matrix, pivot by pivot. */
function sweepSmall({values, at, stride, rows: n}: Block, reference: Float64Array, tolerance: number): void {
  const row = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const own = at + k * stride;
    const pivot = values[own + k]!;
    const isDependent = !(pivot > tolerance * reference[k]!);
    const inverse = isDependent ? 0 : 1 / pivot;
    for (let j = 0; j < n; j++) row[j] = j === k ? 0 : inverse * values[own + j]!;
    for (let i = 0; i < n; i++) {
      const start = at + i * stride;
      const factor = values[start + k]!;
      if (i === k) continue;
      if (factor !== 0) for (let j = 0; j < n; j++) values[start + j]! -= factor * row[j]!;
      values[start + k] = -factor * inverse;
    }
    for (let j = 0; j < n; j++) values[own + j] = row[j]!;
    values[own + k] = inverse;
  }
}

function copy(from: Block, to: Block): void {
  for (let i = 0; i < from.rows; i++)
    to.values.set(
      from.values.subarray(from.at + i * from.stride, from.at + i * from.stride + from.columns),
      to.at + i * to.stride
    );
}

function clear({values, at, stride, rows, columns}: Block): void {
  for (let i = 0; i < rows; i++) values.fill(0, at + i * stride, at + i * stride + columns);
}
