/** Operations on long vectors that the solvers spend time in; a WASM module may stand in for the plain ones. */
export interface VectorOps {
  /** A zeroed vector that the other operations accept. */
  alloc(length: number): Float64Array;
  /** Σ a·b over their common length. */
  dot(a: Float64Array, b: Float64Array): number;
  /** y ← y − w·x, in place. */
  subtractScaled(y: Float64Array, x: Float64Array, w: number): void;
  /** out ← a − b. */
  difference(out: Float64Array, a: Float64Array, b: Float64Array): void;
}

/** The operations in plain TypeScript. */
export const plainOps: VectorOps = {alloc: (length) => new Float64Array(length), dot, subtractScaled, difference};

/** Four sums at once: one alone would wait for each addition. */
function dot(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < n; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + s2 + s3;
}

function subtractScaled(y: Float64Array, x: Float64Array, w: number): void {
  for (let i = 0; i < y.length; i++) y[i]! -= w * x[i]!;
}

function difference(out: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! - b[i]!;
}
