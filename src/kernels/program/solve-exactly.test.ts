import {describe, expect, it} from "vitest";
import {eliminate} from "./dense.ts";
import {optimalityResiduals} from "./optimality.ts";
import {polish} from "./polish.ts";
import {type Program, type ProgramSolution, packColumns} from "./program.ts";
import {solveExactly} from "./solve-exactly.ts";

/** Minimise ½x² + y with x + y = 3, y ≥ 0, x ≤ 10, and z at its bound: x = 1, y = 2, price 1. */
const program: Program = {
  cost: Float64Array.of(0, 1, 5),
  lower: Float64Array.of(0, 0, 0),
  upper: Float64Array.of(10, Number.POSITIVE_INFINITY, 4),
  rhs: Float64Array.of(3),
  matrix: packColumns([[[0, 1]], [[0, 1]], [[0, 1]]]),
  hessian: packColumns([[[0, 1]], [], []])
};
const solution = (more: Partial<ProgramSolution>): ProgramSolution => ({
  status: "optimal",
  primal: Float64Array.of(1, 2, 0),
  rowDual: Float64Array.of(1),
  columnDual: Float64Array.of(0, 0, 4),
  detail: "",
  ...more
});
const rough = solution({primal: Float64Array.of(1.000_02, 1.999_98, 1e-9), rowDual: Float64Array.of(1.000_02)});
const wrong = solution({
  primal: Float64Array.of(0, 0, 3),
  rowDual: Float64Array.of(5),
  columnDual: Float64Array.of(0, 0, 0)
});
const failed = solution({status: "failed", detail: "gave up"});

describe("polish()", () => {
  it("restores the digits that a solver left open", () => {
    expect(optimalityResiduals(program, rough).largest).toBeGreaterThan(1e-6);
    const {primal, rowDual, columnDual} = polish(program, rough);
    expect([...primal]).toEqual([1, 2, 0]);
    expect([...rowDual]).toEqual([1]);
    expect([...columnDual]).toEqual([0, 0, 4]);
  });

  it("restores digits where a price is not unique, and leaves that price where it was", () => {
    // A second row that only a column at both of its bounds touches: its price is anything.
    const open: Program = {
      ...program,
      cost: Float64Array.of(0, 1, 5, 0),
      lower: Float64Array.of(0, 0, 0, 2),
      upper: Float64Array.of(10, Number.POSITIVE_INFINITY, 4, 2),
      rhs: Float64Array.of(3, 2),
      matrix: packColumns([[[0, 1]], [[0, 1]], [[0, 1]], [[1, 1]]]),
      hessian: packColumns([[[0, 1]], [], [], []])
    };
    const found = polish(open, {
      ...rough,
      primal: Float64Array.of(...rough.primal, 2),
      rowDual: Float64Array.of(1.000_02, 7),
      columnDual: Float64Array.of(0, 0, 4, -7)
    });
    expect([...found.primal]).toEqual([1, 2, 0, 2]);
    expect([...found.rowDual]).toEqual([1, 7]);
  });

  it("leaves a solution whose bounds are not those of the optimum", () => {
    expect(optimalityResiduals(program, polish(program, wrong)).largest).toBeGreaterThan(1e-3);
  });
});

describe("solveExactly()", () => {
  it("goes on where a way fails or calls a wrong point optimal", () => {
    expect([...solveExactly(program, [() => failed, () => wrong, () => rough]).primal]).toEqual([1, 2, 0]);
  });

  it("fails where every way does, and says why", () => {
    expect(solveExactly(program, [() => failed]).detail).toBe("gave up");
    const found = solveExactly(program, [() => wrong]);
    expect(found.status).toBe("failed");
    expect(found.detail).toMatch(/^called optimal with a residual of/);
  });

  it("believes a way that finds no point", () => {
    const infeasible = solution({status: "infeasible"});
    expect(solveExactly(program, [() => infeasible, () => rough]).status).toBe("infeasible");
    expect(() => solveExactly(program, [])).toThrow("at least one");
  });
});

describe("eliminate()", () => {
  it("solves what needs pivots", () => {
    const {rank, solution: x} = eliminate(Float64Array.of(0, 2, 3, 0), Float64Array.of(4, 9));
    expect([rank, ...x!]).toEqual([2, 3, 2]);
  });

  it("tells the rank of what has no solution", () => {
    expect(eliminate(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1)).rank).toBe(1);
    expect(eliminate(new Float64Array(9), new Float64Array(3)).rank).toBe(0);
  });

  it("tells which components a system leaves open, and gives one of its solutions", () => {
    // x + y = 3 and z = 4: z is fixed, x and y are not.
    const {solution, open} = eliminate(Float64Array.of(1, 1, 0, 0, 0, 2, 2, 2, 0), Float64Array.of(3, 8, 6));
    expect([...open].sort()).toEqual([0, 1]);
    expect(solution[0]! + solution[1]!).toBe(3);
    expect(solution[2]).toBe(4);
  });
});
