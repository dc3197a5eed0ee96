import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {type Program, packColumns, type SolveProgram} from "../kernels/program/program.ts";
import {loadHighs} from "./highs-solver.ts";

let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadHighs();
});

/** Minimise ½·2x² − 10x + y with x + y = b, 0 ≤ x ≤ 3, y free. */
const program = (b: number): Program => ({
  cost: Float64Array.of(-10, 1),
  lower: Float64Array.of(0, Number.NEGATIVE_INFINITY),
  upper: Float64Array.of(3, Number.POSITIVE_INFINITY),
  rhs: Float64Array.of(b),
  matrix: packColumns([[[0, 1]], [[0, 1]]]),
  hessian: packColumns([[[0, 2]], []])
});

describe("loadHighs()", () => {
  it("is the only way to HiGHS, which no module loads before it is called", () => {
    const source = fileURLToPath(new URL("../", import.meta.url));
    const files = readdirSync(source, {recursive: true, encoding: "utf8"}).filter((file) =>
      /(?<!\.test)\.ts$/.test(file)
    );
    const naming = files.filter((file) => /(from|import\() ?"highs"/.test(readFileSync(join(source, file), "utf8")));
    expect(naming).toEqual([join("runtime", "highs-solver.ts")]);
    const text = readFileSync(join(source, naming[0]!), "utf8");
    expect(text.match(/^import .*"highs"/gm)).toEqual([expect.stringMatching(/^import type /)]);
  });

  it("solves a quadratic program with prices and reduced costs of the documented signs", () => {
    const {status, primal, rowDual, columnDual} = solve(program(4));
    expect(status).toBe("optimal");
    expect([...primal]).toEqual([3, 1]);
    expect(rowDual[0]).toBeCloseTo(1, 12);
    // At its upper bound: −10 + 2·3 − 1.
    expect(columnDual[0]).toBeCloseTo(-5, 12);
  });

  it("solves mostly linear programs on which the active-set method fails without regularisation", () => {
    // Four balances with free columns whose curve is 1 in tiny units: the demand slope of a linear market.
    const unit = 1e-3;
    const market: Program = {
      cost: Float64Array.of(10, -50, 3, 0, 0),
      lower: Float64Array.of(0, 0, 0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY),
      upper: Float64Array.of(7, 7, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
      rhs: Float64Array.of(0, 0),
      matrix: packColumns([
        [[0, 1]],
        [[1, -1]],
        [
          [0, -1],
          [1, 1]
        ],
        [[0, -unit]],
        [[1, -unit]]
      ]),
      hessian: packColumns([[], [], [], [[3, 1]], [[4, 1]]])
    };
    const {status, primal, rowDual} = solve(market);
    expect(status).toBe("optimal");
    expect(primal[0]).toBeCloseTo(7, 4);
    expect(rowDual[1]! - rowDual[0]!).toBeCloseTo(3, 9);
  });

  it("tells infeasible and unbounded programs, and does not throw at ones that make no sense", () => {
    const fixed = {...program(4), lower: Float64Array.of(0, 5), upper: Float64Array.of(3, 5)};
    expect(["infeasible", "infeasible-or-unbounded"]).toContain(solve({...fixed, rhs: Float64Array.of(20)}).status);
    const {hessian: _, ...linear} = program(4);
    const open = {...linear, upper: Float64Array.of(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)};
    expect(["unbounded", "infeasible-or-unbounded"]).toContain(solve(open).status);
    expect(solve({...program(4), cost: Float64Array.of(Number.NaN, 1)}).status).toBe("failed");
  });
});
