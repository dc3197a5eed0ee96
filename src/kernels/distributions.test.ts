import {expect, it} from "vitest";
import {chiSquaredP, twoSidedP, twoSidedQuantile} from "./distributions.ts";

it("twoSidedP() matches tables of the normal distribution and closed forms of t", () => {
  expect(twoSidedP(1.959963984540054, Number.POSITIVE_INFINITY)).toBeCloseTo(0.05, 12);
  for (const t of [0.3, 1.7, 4, 25]) {
    expect(twoSidedP(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12);
    expect(twoSidedP(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
  }
  expect(twoSidedP(2.22813885198627, 10)).toBeCloseTo(0.05, 12);
  expect(twoSidedP(0, 5)).toBe(1);
});

it("twoSidedQuantile() inverts twoSidedP()", () => {
  expect(twoSidedQuantile(0.05, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959963984540054, 10);
  expect(twoSidedQuantile(0.05, 10)).toBeCloseTo(2.22813885198627, 10);
  expect(twoSidedQuantile(0.05, 0)).toBeNaN();
});

it("chiSquaredP() matches tables", () => {
  expect(chiSquaredP(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  expect(chiSquaredP(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
  expect(chiSquaredP(0, 3)).toBe(1);
});
