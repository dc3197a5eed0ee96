import {describe, expect, it} from "vitest";
import {optimalityResiduals} from "./optimality.ts";
import {type Program, type ProgramSolution, packColumns} from "./program.ts";

/** Minimise x² − 4x + y with x + y = 5, 0 ≤ x ≤ 10, 0 ≤ y: x = 2.5, y = 2.5, price of the row 1. */
const program: Program = {
  cost: Float64Array.of(-4, 1),
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(10, Number.POSITIVE_INFINITY),
  rhs: Float64Array.of(5),
  matrix: packColumns([[[0, 1]], [[0, 1]]]),
  hessian: packColumns([[[0, 2]], []])
};
const optimum: ProgramSolution = {
  status: "optimal",
  primal: Float64Array.of(2.5, 2.5),
  rowDual: Float64Array.of(1),
  columnDual: Float64Array.of(0, 0),
  detail: ""
};

describe("optimalityResiduals()", () => {
  it("are 0 at the optimum", () => {
    expect(optimalityResiduals(program, optimum).largest).toBeLessThan(1e-15);
  });

  it.each([
    ["primal", {primal: Float64Array.of(2.5, 2.6)}],
    ["primal", {primal: Float64Array.of(6, -1)}],
    ["dual", {columnDual: Float64Array.of(0, -0.5)}],
    ["complementarity", {columnDual: Float64Array.of(0.5, 0)}],
    ["complementarity", {columnDual: Float64Array.of(-0.5, 0)}],
    ["stationarity", {rowDual: Float64Array.of(1.1)}],
    ["gap", {primal: Float64Array.of(2, 3)}]
  ] as const)("%s tells a breach of it", (name, change) => {
    const found = optimalityResiduals(program, {...optimum, ...change});
    expect(found[name]).toBeGreaterThan(0.01);
    expect(found.largest).toBeGreaterThanOrEqual(found[name]);
  });

  it("never let a NaN pass for small", () => {
    const broken = {...optimum, primal: Float64Array.of(Number.NaN, 2.5)};
    expect(optimalityResiduals(program, broken).largest).toBeNaN();
    const noPrice = {...optimum, rowDual: Float64Array.of(Number.NaN)};
    expect(optimalityResiduals(program, noPrice).largest).toBeNaN();
  });
});
