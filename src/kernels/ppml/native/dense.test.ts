import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {loadNativePpml} from "../../../runtime/native-ppml.ts";
import {startHelper} from "../../../runtime/ppml-helper.ts";
import {plainDense} from "../../dense/dense.ts";
import {makeRandom} from "../../random.ts";
import {makeNativeDense} from "./dense.ts";
import type {NativePpml} from "./module.ts";

describe("products in WASM", () => {
  let natives: NativePpml[];
  beforeAll(async () => {
    const bytes = readFileSync(new URL("../../../../dist/wasm/ppml.wasm", import.meta.url));
    natives = [await loadNativePpml(bytes), await loadNativePpml(bytes, {startHelper})];
  });

  it.each([
    [1, 1, 1],
    [4, 4, 4],
    [7, 5, 3],
    [129, 66, 301],
    [300, 270, 90]
  ])("of %i rows, %i columns and %i terms are those in TypeScript, in parts of larger arrays too", (m, n, k) => {
    const {normal} = makeRandom(m);
    const parts = [m * (k + 3), k * (n + 2), m * (n + 1)].map((length) => Float64Array.from({length}, normal));
    for (const native of natives) {
      const [one, other] = [plainDense, makeNativeDense(native)].map((engine) => {
        const [a, b, c] = parts.map((part) => {
          const own = engine.alloc(part.length);
          own.set(part);
          return own;
        }) as [Float64Array, Float64Array, Float64Array];
        engine.multiplyAdd(
          {values: c, at: 1, stride: n + 1, rows: m, columns: n},
          -1,
          {values: a, at: 2, stride: k + 3, rows: m, columns: k},
          {values: b, at: 1, stride: n + 2, rows: k, columns: n}
        );
        return c.slice();
      }) as [Float64Array, Float64Array];
      one.forEach((value, at) => {
        expect(Math.abs(value - other[at]!)).toBeLessThan(1e-10);
      });
    }
  });
});
