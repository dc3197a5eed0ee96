import {describe, expect, it} from "vitest";
import {logFactorial, logFactorialBy, logGamma} from "./log-gamma.ts";

describe("logGamma()", () => {
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1, 0],
    [4, Math.log(6)],
    [10.5, 13.940625219403763]
  ])("of %s", (x, wanted) => {
    expect(logGamma(x)).toBeCloseTo(wanted, 13);
  });
});

describe("logFactorialBy()", () => {
  it("agrees with the other series on both sides of the place where Stirling's begins", () => {
    for (const x of [0.3, 7.25, 19.999, 20, 20.001, 33.3, 170, 12_345.678, 1e6]) {
      const relative = logFactorialBy(x, Math.log(x)) / logFactorial(x) - 1;
      expect(Math.abs(relative)).toBeLessThan(2e-14);
    }
  });

  it("holds for the factorial of 170, and does not overflow", () => {
    expect(logFactorialBy(170, Math.log(170))).toBeCloseTo(706.5730622457874, 10);
    expect(logFactorialBy(1e12, Math.log(1e12)) / (1e12 * (Math.log(1e12) - 1))).toBeCloseTo(1, 10);
  });
});
