import {describe, expect, it} from "vitest";
import {makeRandom} from "../random.ts";
import {cholesky, solveFactor} from "./cholesky.ts";
import {fitLinear} from "./fit-linear.ts";
import type {Problem} from "./problem.ts";

const [n, levels] = [120, [6, 5]] as const;

function draw(seed: number): Problem {
  const {normal, uniform, below} = makeRandom(seed);
  const column = () => Float64Array.from({length: n}, normal);
  return {
    y: column(),
    x: [column(), column()],
    effects: levels.map((count) => ({codes: Int32Array.from({length: n}, () => below(count)), levels: count})),
    weights: Float64Array.from({length: n}, () => 0.2 + uniform()),
    offset: column()
  };
}

/** Least squares on dummies: the first coefficients, and the residuals. */
function byDummies({y, x, effects, weights, offset}: Problem) {
  const dummies = effects.flatMap(({codes, levels: count, slope}) =>
    Array.from({length: count}, (_, level) =>
      Float64Array.from(codes, (code, r) => (code === level ? (slope?.[r] ?? 1) : 0))
    )
  );
  const columns = [...x, ...dummies];
  const p = columns.length;
  const matrix = new Float64Array(p * p);
  const right = new Float64Array(p);
  const target = y.map((value, r) => value - (offset?.[r] ?? 0));
  for (let r = 0; r < y.length; r++)
    for (let k = 0; k < p; k++) {
      const weighted = (weights?.[r] ?? 1) * columns[k]![r]!;
      right[k]! += weighted * target[r]!;
      for (let l = 0; l < p; l++) matrix[k * p + l]! += weighted * columns[l]![r]!;
    }
  const reference = Float64Array.from({length: p}, (_, k) => matrix[k * p + k]!);
  const beta = solveFactor(cholesky(matrix, reference, 1e-10), right);
  const residual = target.map((value, r) => columns.reduce((left, column, k) => left - beta[k]! * column[r]!, value));
  return {beta: beta.subarray(0, x.length), residual};
}

describe("fitLinear() gives what least squares on dummies gives", () => {
  const full = draw(1);
  const {weights: _, offset: __, ...bare} = full;
  const slope = draw(2).y;
  const models: Record<string, Problem> = {
    "two sets, weights and an offset": full,
    "two sets alone": bare,
    "one set": {...bare, effects: bare.effects.slice(0, 1)},
    "a slope that varies": {...full, effects: [full.effects[0]!, {...full.effects[1]!, slope}]},
    "no effects": {...full, effects: [], x: [...full.x, new Float64Array(n).fill(1)]}
  };
  it.each(Object.keys(models))("%s", (name) => {
    const model = models[name]!;
    const fit = fitLinear(model);
    const {beta, residual} = byDummies(model);
    beta.forEach((value, k) => {
      expect(fit.beta[k]).toBeCloseTo(value, 9);
    });
    fit.design.rows.forEach((row, at) => {
      expect(fit.residual[at]).toBeCloseTo((model.weights?.[row] ?? 1) * residual[row]!, 8);
      expect(fit.mu[at]).toBeCloseTo(model.y[row]! - residual[row]!, 8);
    });
    const deviance = residual.reduce((sum, value, r) => sum + (model.weights?.[r] ?? 1) * value * value, 0);
    expect(fit.deviance).toBeCloseTo(deviance, 8);
  });

  it("with later regressors dropped that earlier ones or effects say", () => {
    const double = full.x[0]!.map((value) => 2 * value);
    const [first, second] = full.effects as [Problem["effects"][number], Problem["effects"][number]];
    const said = Float64Array.from(first.codes, (code, r) => code * code - 3 * second.codes[r]!);
    const fit = fitLinear({...full, x: [said, full.x[0]!, double, full.x[1]!]});
    expect([...fit.collinear]).toEqual([1, 0, 1, 0]);
    const {beta} = byDummies(full);
    [0, beta[0]!, 0, beta[1]!].forEach((value, k) => {
      expect(fit.beta[k]).toBeCloseTo(value, 9);
    });
  });

  it("with more levels than rows can tell apart", () => {
    const own = {codes: Int32Array.from({length: n}, (_, r) => r), levels: n};
    const fit = fitLinear({...full, effects: [...full.effects, own]});
    expect([...fit.collinear]).toEqual([1, 1]);
    expect(fit.deviance).toBeLessThan(1e-20);
  });
});
