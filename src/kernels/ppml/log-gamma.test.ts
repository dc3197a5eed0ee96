import {describe, expect, it} from "vitest";
import {logFactorial, logGamma} from "./log-gamma.ts";

describe("logFactorial", () => {
  it("is the sum of logarithms for whole numbers, on both sides of where its series begins", () => {
    let sum = 0;
    for (let x = 1; x <= 200; x++) {
      sum += Math.log(x);
      expect(Math.abs(logFactorial(x) - sum)).toBeLessThan(1e-13 * Math.max(1, sum));
    }
    expect(logFactorial(0)).toBe(0);
  });

  it("agrees with the gamma function between whole numbers", () => {
    for (const x of [0.25, 3.7, 15.999, 16, 16.5, 1234.5, 1e9])
      expect(Math.abs(logFactorial(x) / logGamma(x + 1) - 1)).toBeLessThan(1e-13);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  });
});
