import {describe, expect, it} from "vitest";
import {covarianceFactor, drawNormal, quantilesOf} from "./normal-draws.ts";
import {makeRandom} from "./random.ts";

describe("covarianceFactor()", () => {
  it("factors a covariance, a singular one too", () => {
    expect([...covarianceFactor(Float64Array.of(4, 2, 2, 5), 2)!]).toEqual([2, 0, 1, 2]);
    expect([...covarianceFactor(Float64Array.of(1, 1, 1, 1), 2)!]).toEqual([1, 0, 1, 0]);
    expect([...covarianceFactor(Float64Array.of(0, 0, 0, 1), 2)!]).toEqual([0, 0, 0, 1]);
  });

  it("refuses what is no covariance", () => {
    expect(covarianceFactor(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
    expect(covarianceFactor(Float64Array.of(1, 0.5, 0.2, 1), 2)).toBeUndefined();
    expect(covarianceFactor(Float64Array.of(-1), 1)).toBeUndefined();
  });
});

describe("drawNormal()", () => {
  it("has the means and the covariance asked for", () => {
    const random = makeRandom(3);
    const factor = covarianceFactor(Float64Array.of(4, 2, 2, 5), 2)!;
    const draws = Array.from({length: 20_000}, () => drawNormal(Float64Array.of(1, -2), factor, random));
    const mean = (read: (draw: Float64Array) => number) =>
      draws.reduce((sum, draw) => sum + read(draw), 0) / draws.length;
    const [a, b] = [mean((draw) => draw[0]!), mean((draw) => draw[1]!)];
    expect(Math.abs(a - 1)).toBeLessThan(0.05);
    expect(Math.abs(b + 2)).toBeLessThan(0.05);
    expect(Math.abs(mean((draw) => (draw[0]! - a) * (draw[1]! - b)) - 2)).toBeLessThan(0.15);
  });
});

describe("quantilesOf()", () => {
  it("interpolates between sorted values", () => {
    expect(quantilesOf([4, 1, 3, 2, 5], [0, 0.1, 0.5, 1])).toEqual([1, 1.4, 3, 5]);
    expect(quantilesOf([7], [0.25])).toEqual([7]);
  });
});
