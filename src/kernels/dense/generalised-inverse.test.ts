import {describe, expect, it} from "vitest";
import {makeRandom} from "../random.ts";
import {type DenseEngine, plainDense, wholeBlock} from "./dense.ts";
import {invertInPlace} from "./generalised-inverse.ts";

/** A n × n product M Mᵀ of rank `rank`. */
function semidefinite(n: number, rank: number, seed: number): Float64Array {
  const {normal} = makeRandom(seed);
  const m = Float64Array.from({length: n * rank}, normal);
  const transposed = Float64Array.from({length: rank * n}, (_, at) => m[(at % n) * rank + Math.floor(at / n)]!);
  const c = wholeBlock(new Float64Array(n * n), n, n);
  plainDense.multiplyAdd(c, 1, wholeBlock(m, n, rank), wholeBlock(transposed, rank, n));
  return c.values;
}

function times(engine: DenseEngine, n: number, a: Float64Array, b: Float64Array): Float64Array {
  const c = wholeBlock(engine.alloc(n * n), n, n);
  engine.multiplyAdd(c, 1, wholeBlock(a, n, n), wholeBlock(b, n, n));
  return c.values;
}

describe("invertInPlace()", () => {
  it.each([
    [1, 1],
    [5, 5],
    [63, 63],
    [64, 60],
    [130, 130],
    [150, 70]
  ])("gives G with M G M = M and G M G = G, %i × it of rank %i", (n, rank) => {
    const m = semidefinite(n, rank, n);
    const g = m.slice();
    invertInPlace(plainDense, g, n, 1e-10);
    const scale = Math.max(...m.map(Math.abs));
    const back = times(plainDense, n, times(plainDense, n, m, g), m);
    back.forEach((value, at) => {
      expect(Math.abs(value - m[at]!) / scale).toBeLessThan(1e-7);
    });
    const kept = Array.from({length: n}, (_, i) => g[i * n + i]!).filter((value) => value !== 0).length;
    expect(kept).toBe(rank);
  });

  it("gives zeros of zeros", () => {
    const zeros = new Float64Array(9);
    invertInPlace(plainDense, zeros, 3, 1e-10);
    expect(zeros.every((value) => value === 0)).toBe(true);
  });
});
