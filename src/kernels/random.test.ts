import {describe, expect, it} from "vitest";
import {makeRandom} from "./random.ts";

const draws = 200_000;

function moments(draw: () => number): {mean: number; variance: number} {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < draws; i++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  const mean = sum / draws;
  return {mean, variance: squares / draws - mean * mean};
}

describe("makeRandom", () => {
  it("gives the same numbers for the same seed, and others for another", () => {
    const of = (seed: number) => Array.from({length: 20}, makeRandom(seed).uniform);
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
    expect(of(1)).not.toEqual(of(1 + 2 ** 32));
  });

  it("draws uniform numbers with the moments of [0, 1)", () => {
    const {mean, variance} = moments(makeRandom(1).uniform);
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it("draws normal numbers with mean 0 and variance 1", () => {
    const {mean, variance} = moments(makeRandom(2).normal);
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(variance).toBeCloseTo(1, 1);
  });

  it("draws whole numbers below a bound, each about equally often", () => {
    const random = makeRandom(3);
    const counts = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) counts[random.below(6)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it("refuses seeds that are not whole numbers", () => {
    for (const seed of [Number.NaN, 0.5, Number.POSITIVE_INFINITY]) expect(() => makeRandom(seed)).toThrow(RangeError);
  });
});
