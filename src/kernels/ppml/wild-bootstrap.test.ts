import {describe, expect, it} from "vitest";
import {makeRandom} from "../random.ts";
import {covariance} from "./covariance.ts";
import {fitPoisson} from "./fit-poisson.ts";
import type {Problem} from "./problem.ts";
import {bootstrapScores} from "./score-bootstrap.ts";
import {wildBootstrap} from "./wild-bootstrap.ts";

/** Rows of a Poisson-like model with one set of effects; errors share a draw by cluster. */
function sample(clusters: number, each: number, effect: number, seed: number) {
  const {normal, below} = makeRandom(seed);
  const n = clusters * each;
  const codes = Int32Array.from({length: n}, (_, r) => Math.floor(r / each));
  const shocks = Array.from({length: clusters}, () => 0.3 * normal());
  const levels = 5;
  const level = Int32Array.from({length: n}, () => below(levels));
  const x = [0, 1].map(() => Float64Array.from({length: n}, normal)) as [Float64Array, Float64Array];
  const y = Float64Array.from({length: n}, (_, r) =>
    Math.exp(effect * x[0][r]! + 0.5 * x[1][r]! + 0.2 * level[r]! + shocks[codes[r]!]! * x[0][r]! + 0.5 * normal())
  );
  const problem: Problem = {y, x, effects: [{codes: level, levels}]};
  return {problem, codes};
}

describe("bootstrapScores", () => {
  it("takes all signs of few clusters once, as worked out by hand", () => {
    // Of eight signed sums of 1, 2 and 4 only +++ and −−− are as far from 0 relative to their centred squares.
    expect(bootstrapScores(Float64Array.of(1, 2, 4))).toMatchObject({p: 0.25, draws: 8, isExact: true, clusters: 3});
    const {statistic} = bootstrapScores(Float64Array.of(1, 2, 4));
    expect(statistic).toBeCloseTo(7 / Math.sqrt(16 / 9 + 1 / 9 + 25 / 9), 12);
  });

  it("draws the same by the same seed, and nears the exact share", () => {
    const sums = Float64Array.from({length: 10}, (_, g) => Math.sin(g) + 0.4);
    const exact = bootstrapScores(sums);
    const drawn = (seed: number) => bootstrapScores(sums, {draws: 1000, seed}).p;
    expect(exact.isExact).toBe(true);
    expect(drawn(7)).toBe(drawn(7));
    expect(drawn(7)).not.toBe(drawn(8));
    expect(Math.abs(drawn(7) - exact.p)).toBeLessThan(0.05);
    expect(Math.abs(bootstrapScores(sums, {weights: "webb"}).p - exact.p)).toBeLessThan(0.08);
  });

  it("refuses one cluster", () => {
    expect(() => bootstrapScores(Float64Array.of(1))).toThrow("Found 1 clusters, wanted at least 2");
  });
});

describe("wildBootstrap", () => {
  it("agrees with clustered errors where clusters are many", () => {
    const {problem, codes} = sample(200, 10, 0.05, 3);
    const fit = fitPoisson(problem);
    const {matrix} = covariance(fit, {type: "clustered", clusters: [codes]});
    const z = fit.beta[0]! / Math.sqrt(matrix[0]!);
    const found = wildBootstrap(problem, {regressor: 0, clusters: codes});
    expect(Math.abs(found.statistic - z)).toBeLessThan(0.15 * Math.abs(z));
  });

  it("has no score where the null is the estimate, and rejects what is far from it", () => {
    const {problem, codes} = sample(12, 30, 1, 5);
    const {beta} = fitPoisson(problem);
    const at = (value: number) => wildBootstrap(problem, {regressor: 0, clusters: codes, value});
    expect(Math.abs(at(beta[0]!).statistic)).toBeLessThan(1e-6);
    expect(at(beta[0]!).p).toBeGreaterThan(0.99);
    expect(at(0).p).toBeLessThan(0.01);
    expect(at(2).statistic).toBeLessThan(0);
  });

  it("rejects a true null about as often as it says with eight clusters", () => {
    const share = Array.from({length: 100}, (_, seed) => {
      const {problem, codes} = sample(8, 12, 0, seed + 1);
      return wildBootstrap(problem, {regressor: 0, clusters: codes, draws: 999}).p;
    }).filter((p) => p < 0.1).length;
    // 10 wanted of 100; beyond 3 to 19 has a chance below 1 %.
    expect(share).toBeGreaterThanOrEqual(3);
    expect(share).toBeLessThanOrEqual(19);
  });

  it("leaves rows of all-zero levels out, and refuses what cannot be tested", () => {
    const {problem, codes} = sample(6, 20, 0.3, 9);
    const extra = (values: Float64Array, more: number[]) => Float64Array.from([...values, ...more]);
    const [{codes: level}] = problem.effects as [Problem["effects"][number]];
    const longer: Problem = {
      y: extra(problem.y, [0, 0]),
      x: problem.x.map((column) => extra(column, [1, 3])),
      effects: [{codes: Int32Array.from([...level, 5, 5]), levels: 6}]
    };
    const all = Int32Array.from([...codes, 6, 6]);
    const short = wildBootstrap(problem, {regressor: 0, clusters: codes});
    expect(wildBootstrap(longer, {regressor: 0, clusters: all})).toEqual(short);
    expect(() => wildBootstrap(problem, {regressor: 2, clusters: codes})).toThrow("wanted 0 to 1");
    const twice: Problem = {...problem, x: [problem.x[0]!, problem.x[0]!]};
    expect(() => wildBootstrap(twice, {regressor: 0, clusters: codes})).toThrow("collinear");
  });
});
