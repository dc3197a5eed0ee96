import {describe, expect, it} from "vitest";
import {fitLinear} from "./fit-linear.ts";
import {fitPoisson} from "./fit-poisson.ts";
import {checkProblem, type Problem} from "./problem.ts";

const problem: Problem = {
  y: Float64Array.of(1, 0, 2),
  x: [Float64Array.of(1, 2, 4)],
  effects: [{codes: Int32Array.of(0, 1, 0), levels: 2}]
};

describe("checkProblem()", () => {
  it.each<[string, Partial<Problem>, string]>([
    ["NaN in y", {y: Float64Array.of(1, Number.NaN, 2)}, "Found NaN at row 1 of y, wanted a finite number"],
    ["infinite x", {x: [Float64Array.of(1, 2, -1 / 0)]}, "Found -Infinity at row 2 of x[0], wanted a finite number"],
    ["negative y", {y: Float64Array.of(1, -3, 2)}, "Found -3 at row 1 of y, wanted zero or more"],
    ["a short column", {x: [Float64Array.of(1, 2)]}, "Found 2 values in x[0], wanted 3"],
    ["negative weights", {weights: Float64Array.of(1, 1, -1)}, "Found -1 at row 2 of weights, wanted zero or more"],
    ["NaN in the offset", {offset: Float64Array.of(Number.NaN, 1, 1)}, "Found NaN at row 0 of offset, wanted a finite"],
    [
      "a level too many",
      {effects: [{codes: Int32Array.of(0, 2, 0), levels: 2}]},
      "Found level 2 at row 1 of effects[0], wanted 0 to 1"
    ],
    [
      "a level below 0",
      {effects: [{codes: Int32Array.of(0, 1, -1), levels: 2}]},
      "Found level -1 at row 2 of effects[0], wanted 0 to 1"
    ],
    ["codes missing", {effects: [{codes: Int32Array.of(0), levels: 1}]}, "Found 1 codes in effects[0], wanted 3"]
  ])("refuses %s", (_, change, message) => {
    const found = {...problem, ...change};
    expect(() => checkProblem(found, {nonNegative: true})).toThrow(message);
    expect(() => fitPoisson(found)).toThrow(message);
  });

  it("takes negative y where that is allowed, and both zeros", () => {
    expect(() => checkProblem({...problem, y: Float64Array.of(-1, 0, 2)})).not.toThrow();
    expect(() => checkProblem({...problem, y: Float64Array.of(-0, 0, 2)}, {nonNegative: true})).not.toThrow();
  });

  it("is followed by an error where no row is left", () => {
    expect(() => fitPoisson({...problem, y: new Float64Array(3)})).toThrow("wanted at least one positive y");
    expect(() => fitLinear({...problem, y: new Float64Array(0), x: [new Float64Array(0)], effects: []})).toThrow(
      "Found no rows"
    );
  });
});
