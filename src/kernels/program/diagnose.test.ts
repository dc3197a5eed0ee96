import {beforeAll, describe, expect, it} from "vitest";
import {loadHighs} from "../../runtime/highs-solver.ts";
import {unboundedDirection, whyInfeasible} from "./diagnose.ts";
import {priceRanges} from "./price-ranges.ts";
import {type Program, packColumns, type SolveProgram} from "./program.ts";

let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadHighs();
});

const infinity = Number.POSITIVE_INFINITY;
/** One row: supply x and y, less demand d, is 0; y is free to grow no further than its bound. */
const balance = (upper: readonly number[], demand: number, cost = [1, 2, 0]): Program => ({
  cost: Float64Array.from(cost),
  lower: Float64Array.of(0, 0, demand),
  upper: Float64Array.from(upper),
  rhs: Float64Array.of(0),
  matrix: packColumns([[[0, 1]], [[0, 1]], [[0, -1]]])
});

describe("whyInfeasible()", () => {
  it("finds nothing where a point exists", () => {
    expect(whyInfeasible(balance([3, 4, 7], 7), solve)).toBeUndefined();
  });

  it("names bounds that contradict each other, and what lacks", () => {
    const found = whyInfeasible(balance([3, 4, 9], 9), solve)!;
    expect(found.bounds).toEqual([
      {column: 0, side: "upper"},
      {column: 1, side: "upper"},
      {column: 2, side: "lower"}
    ]);
    expect(found.rows).toEqual([{row: 0, amount: 2}]);
  });

  it("names no bound that the contradiction can do without", () => {
    // A second row that holds by itself, with bounds that bind there.
    const program: Program = {
      cost: Float64Array.of(1, 0, 1, 0),
      lower: Float64Array.of(0, 5, 0, 2),
      upper: Float64Array.of(3, 5, 2, 2),
      rhs: Float64Array.of(0, 0),
      matrix: packColumns([[[0, 1]], [[0, -1]], [[1, 1]], [[1, -1]]])
    };
    expect(whyInfeasible(program, solve)!.bounds.map(({column}) => column)).toEqual([0, 1]);
  });

  it("names both bounds of a column that they leave no value", () => {
    const program = balance([3, 4, 7], 7);
    const found = whyInfeasible({...program, lower: Float64Array.of(5, 0, 7)}, solve)!;
    expect(found).toEqual({
      bounds: [
        {column: 0, side: "lower"},
        {column: 0, side: "upper"}
      ],
      rows: []
    });
  });

  it("each bound that it names is needed: without it the others hold", () => {
    const program = balance([3, 4, 9], 9);
    for (const {column, side} of whyInfeasible(program, solve)!.bounds) {
      const lower = program.lower.map((value, j) => (j === column && side === "lower" ? 0 : value));
      const upper = program.upper.map((value, j) => (j === column && side === "upper" ? infinity : value));
      expect(whyInfeasible({...program, lower, upper}, solve)).toBeUndefined();
    }
  });
});

describe("unboundedDirection()", () => {
  it("finds the direction of a gain without end", () => {
    const direction = unboundedDirection(balance([infinity, 4, infinity], 0, [1, 2, -5]), solve)!;
    expect([...direction]).toEqual([1, 0, 1]);
  });

  it("finds none where a bound or a curve ends it", () => {
    const open = balance([infinity, 4, infinity], 0, [1, 2, -5]);
    expect(unboundedDirection({...open, upper: Float64Array.of(6, 4, infinity)}, solve)).toBeUndefined();
    const curved = {...open, hessian: packColumns([[[0, 0.1]], [], []])};
    expect(unboundedDirection(curved, solve)).toBeUndefined();
    expect(unboundedDirection({...open, cost: Float64Array.of(1, 2, -0.5)}, solve)).toBeUndefined();
  });
});

describe("priceRanges()", () => {
  it("gives both ends of a price that a vertical meeting leaves open", () => {
    // Supply of 7 at cost 1 meets a demand of exactly 7: any price from 1 up to the cost of the next supply, 2.
    const program = balance([7, 4, 7], 7);
    const solution = solve(program);
    const range = priceRanges(program, solution, solve)!.get(0)!;
    expect(range.low).toBeCloseTo(1, 9);
    expect(range.high).toBeCloseTo(2, 9);
  });

  it("is empty where a column between its bounds sets the price", () => {
    const program = balance([7, 4, 8], 8);
    expect(priceRanges(program, solve(program), solve)!.size).toBe(0);
  });

  it("says of an end that there is none", () => {
    const program = balance([7, 0, 7], 7);
    const range = priceRanges(program, solve(program), solve)!.get(0)!;
    expect(range.low).toBeCloseTo(1, 9);
    expect(range.high).toBe(infinity);
  });
});
