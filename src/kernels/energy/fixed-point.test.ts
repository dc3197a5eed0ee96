import {describe, expect, it} from "vitest";
import {fixedPoint} from "./fixed-point.ts";

describe("fixedPoint()", () => {
  it("settles where plain iteration swings away", () => {
    // x ← 100 − 3x diverges; the fixed point is 25.
    const found = fixedPoint([80], ([x]) => [100 - 3 * x!]);
    expect(found.point[0]).toBeCloseTo(25, 9);
    expect(found.residual).toBeLessThan(1e-9);
    expect(found.iterations).toBeLessThan(5);
  });

  it("follows straight pieces of different slopes, in several dimensions", () => {
    const f = ([x, y]: readonly number[]) => [Math.max(10, 60 - 2 * y!), Math.min(40, 30 + 0.5 * (x! - 20))];
    const {point, residual} = fixedPoint([0, 0], f);
    expect(residual).toBeLessThan(1e-9);
    f(point).forEach((value, i) => {
      expect(value).toBeCloseTo(point[i]!, 8);
    });
  });

  it("says so where there is no fixed point or no value, and never calls NaN settled", () => {
    expect(fixedPoint([1], ([x]) => [x! + 1], {most: 20}).residual <= 1e-9).toBe(false);
    expect(fixedPoint([1], () => undefined).residual).toBeNaN();
    expect(fixedPoint([1], () => [Number.NaN]).residual <= 1e-9).toBe(false);
    expect(fixedPoint([], () => [])).toEqual({point: [], iterations: 0, residual: 0});
  });
});
