/** A matrix by rows within an array: entry (i, j) stands at `at + i · stride + j`. */
export interface Block {
  readonly values: Float64Array;
  readonly at: number;
  readonly stride: number;
  readonly rows: number;
  readonly columns: number;
}

/** Who multiplies large matrices: plain TypeScript, or WASM with arrays in its own memory. */
export interface DenseEngine {
  /** An array of zeros that `multiplyAdd` can work on. */
  alloc(length: number): Float64Array;
  /** c ← c + sign · a b. */
  multiplyAdd(c: Block, sign: 1 | -1, a: Block, b: Block): void;
}

/** A matrix that is all of an array. */
export function wholeBlock(values: Float64Array, rows: number, columns: number): Block {
  return {values, at: 0, stride: columns, rows, columns};
}

/** Products in plain TypeScript, four rows of b at a time. */
export const plainDense: DenseEngine = {
  alloc: (length) => new Float64Array(length),
  multiplyAdd: (c, sign, a, b) => {
    const inner = a.columns;
    for (let i = 0; i < c.rows; i++) {
      const [ofA, ofC] = [a.at + i * a.stride, c.at + i * c.stride];
      let k = 0;
      for (; k + 3 < inner; k += 4)
        addFour(c, ofC, b, b.at + k * b.stride, sign, a.values.subarray(ofA + k, ofA + k + 4));
      for (; k < inner; k++) addOne(c, ofC, b, b.at + k * b.stride, sign * a.values[ofA + k]!);
    }
  }
};

function addFour(c: Block, ofC: number, b: Block, ofB: number, sign: number, factors: Float64Array): void {
  const [w0, w1, w2, w3] = [sign * factors[0]!, sign * factors[1]!, sign * factors[2]!, sign * factors[3]!];
  const [to, from, stride] = [c.values, b.values, b.stride];
  for (let j = 0; j < c.columns; j++) {
    const at = ofB + j;
    to[ofC + j]! +=
      w0 * from[at]! + w1 * from[at + stride]! + w2 * from[at + 2 * stride]! + w3 * from[at + 3 * stride]!;
  }
}

function addOne(c: Block, ofC: number, b: Block, ofB: number, factor: number): void {
  if (factor !== 0) for (let j = 0; j < c.columns; j++) c.values[ofC + j]! += factor * b.values[ofB + j]!;
}
