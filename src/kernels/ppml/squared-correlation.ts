/** Squared correlation of two columns. */
export function squaredCorrelation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let [ofA, ofB] = [0, 0];
  for (let r = 0; r < n; r++) {
    ofA += a[r]!;
    ofB += b[r]!;
  }
  let [aa, bb, ab] = [0, 0, 0];
  for (let r = 0; r < n; r++) {
    const [x, y] = [a[r]! - ofA / n, b[r]! - ofB / n];
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  return (ab * ab) / (aa * bb);
}
