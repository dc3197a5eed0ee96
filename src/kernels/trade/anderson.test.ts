import {describe, expect, it} from "vitest";
import {makeAnderson} from "./anderson.ts";
import {solveSemidefinite} from "./semidefinite.ts";

describe("makeAnderson()", () => {
  it("solves a linear fixed point of n unknowns in n + 2 evaluations, where plain iteration needs hundreds", () => {
    const A = [
      [0.9, 0.05, 0],
      [0.02, 0.8, 0.1],
      [0, 0.1, 0.85]
    ];
    const map = (u: Float64Array) =>
      Float64Array.from(A, (row, i) => row.reduce((sum, a, j) => sum + a * u[j]!, i + 1));
    const u = new Float64Array(3);
    const anderson = makeAnderson(3, 3);
    for (let k = 0; k < 5; k++) anderson.step(u, map(u));
    const gap = map(u).reduce((largest, value, i) => Math.max(largest, Math.abs(value - u[i]!)), 0);
    expect(gap).toBeLessThan(1e-9);
  });

  it("iterates plainly without memory, and after a reset", () => {
    const u = Float64Array.of(1);
    const anderson = makeAnderson(1, 0);
    anderson.step(u, Float64Array.of(2));
    anderson.step(u, Float64Array.of(3));
    expect(u[0]).toBe(3);
    const mixing = makeAnderson(1, 2);
    mixing.step(u, Float64Array.of(4));
    mixing.reset();
    mixing.step(u, Float64Array.of(5));
    expect(u[0]).toBe(5);
  });
});

describe("solveSemidefinite()", () => {
  it("solves a definite system", () => {
    const r = Float64Array.of(1, 2);
    solveSemidefinite(Float64Array.of(4, 1, 1, 3), r, 2);
    expect(r[0]).toBeCloseTo(1 / 11, 12);
    expect(r[1]).toBeCloseTo(7 / 11, 12);
  });

  it("gives the unknown of a dependent column 0 instead of what is not a number", () => {
    const r = Float64Array.of(2, 2);
    solveSemidefinite(Float64Array.of(1, 1, 1, 1), r, 2);
    expect([...r]).toEqual([2, 0]);
  });
});
