import type {DenseEngine} from "../../dense/dense.ts";
import type {NativePpml} from "./module.ts";
import {makePlan} from "./plan.ts";

/** Products of fewer terms are not worth a second thread. */
const manyTerms = 1 << 22;

/** Products of large matrices in WASM. Its arrays are valid until the module's memory is used for something else. */
export function makeNativeDense(native: NativePpml): DenseEngine {
  const plan = makePlan(native);
  return {
    alloc: (length) => plan.f64(plan.take(8 * length), length).fill(0),
    multiplyAdd: (c, sign, a, b) => {
      for (const [name, block] of Object.entries({a, b, c}) as ["a" | "b" | "c", typeof a][]) {
        plan.set(name, block.values.byteOffset + 8 * block.at);
        plan.set(`${name}Stride`, block.stride);
      }
      plan.set("sign", sign);
      plan.set("inner", a.columns);
      plan.set("width", c.columns);
      const isLarge = c.rows * c.columns * a.columns >= manyTerms && native.threadsFor(Number.POSITIVE_INFINITY) > 1;
      // A range that is no multiple of four rows would leave some to be done one by one.
      const middle = 4 * Math.floor(c.rows / 8);
      native.runAll("multiplyAdd", isLarge ? [0, middle, c.rows] : [0, c.rows]);
    }
  };
}
