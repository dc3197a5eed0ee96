import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {loadNativePpml} from "../../runtime/native-ppml.ts";
import {makeRandom} from "../random.ts";
import {dot, solveWithin, zeroDirection} from "./conjugate-gradient.ts";
import {fitPoisson} from "./fit-poisson.ts";
import {fitReweighted} from "./fit-reweighted.ts";
import {solveTies} from "./incomplete-factor.ts";
import {keepRows} from "./keep-rows.ts";
import {makeNativePasses} from "./native/passes.ts";
import {makePasses} from "./passes.ts";
import type {Problem} from "./problem.ts";
import {groupsOf, invertBlocks} from "./within.ts";

/** Trade of some of the cells between economies of very different size; coefficients are 0.5 and −0.3. */
function sparsePanel(economies: number, years: number, share: number): Problem {
  const {normal, uniform} = makeRandom(11);
  const size = Float64Array.from({length: economies}, () => 1.8 * normal());
  const [y, agreement, tariff]: number[][] = [[], [], []];
  const [exporterYear, importerYear, pair]: number[][] = [[], [], []];
  for (let i = 0; i < economies; i++)
    for (let j = 0; j < economies; j++)
      for (let t = 0; t < years; t++) {
        if (uniform() >= share) continue;
        const [a, b] = [uniform() < 0.4 ? 1 : 0, normal()];
        agreement!.push(a);
        tariff!.push(b);
        y!.push(Math.exp(size[i]! + size[j]! + (i === j ? 3 : 0) + 0.5 * a - 0.3 * b + 0.7 * normal()));
        exporterYear!.push(i * years + t);
        importerYear!.push(j * years + t);
        pair!.push(i * economies + j);
      }
  const effect = (codes: number[], levels: number) => ({codes: Int32Array.from(codes), levels});
  return {
    y: Float64Array.from(y!),
    x: [Float64Array.from(agreement!), Float64Array.from(tariff!)],
    effects: [
      effect(exporterYear!, economies * years),
      effect(importerYear!, economies * years),
      effect(pair!, economies ** 2)
    ]
  };
}

function passesOf(problem: Problem) {
  const {y, effects} = problem;
  const passes = makePasses(problem, keepRows(y, effects, {zeroGroups: true, singletons: false}));
  const v = zeroDirection(passes.layout.levels, passes.layout.p);
  passes.evaluate(v);
  const diagonal = new Float64Array(passes.layout.levels);
  passes.diagonal(diagonal);
  return {passes, diagonal};
}

describe("factorTies()", () => {
  const problem = sparsePanel(40, 12, 0.15);
  const {passes, diagonal} = passesOf(problem);
  const {factor} = passes.factorTies(diagonal);
  const {levels} = passes.layout;

  it("is symmetric and positive definite", () => {
    const {normal} = makeRandom(2);
    const draw = () => Float64Array.from({length: levels}, normal);
    const solved = (r: Float64Array) => {
      const z = new Float64Array(levels);
      solveTies(factor!, r, z);
      return z;
    };
    const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
    for (let time = 0; time < 20; time++) {
      const [a, b] = [draw(), draw()];
      const [za, zb] = [solved(a), solved(b)];
      expect(inner(a, za)).toBeGreaterThan(0);
      expect(Math.abs(inner(a, zb) - inner(b, za))).toBeLessThan(1e-10 * Math.sqrt(inner(a, za) * inner(b, zb)));
    }
  });

  it("leads to the solution that pairs of levels lead to, in less than half the steps", () => {
    const pairing = passes.pairLevels();
    const groups = groupsOf(passes.groupEnds, pairing.rows);
    const pairs = invertBlocks(passes, pairing, groups, diagonal, new Float64Array(0));
    const unit = zeroDirection(levels, 2);
    unit.beta[1] = 1;
    const image = zeroDirection(levels, 2);
    passes.multiply(unit, image);
    const rhs = {effects: image.effects, beta: new Float64Array(0)};
    const solve = (m: typeof pairs) => solveWithin(passes.multiply, m, rhs, {tolerance: 1e-10, most: 2000});
    const [byPairs, byTies] = [solve(pairs), solve({...pairs, factor: factor!})];
    expect(byTies.iterations).toBeLessThan(byPairs.iterations / 2);
    // Solutions differ by what the equations do not tell; their products with the right-hand side do not.
    expect(dot(byTies.solution, rhs) / dot(byPairs.solution, rhs)).toBeCloseTo(1, 10);
  });

  it("is not made where groups are long", () => {
    const dense = passesOf(sparsePanel(12, 12, 1));
    expect(dense.passes.factorTies(dense.diagonal)).toEqual({});
  });

  it("is the same of rows in WASM, whether their levels are looked up or go along runs", async () => {
    const native = await loadNativePpml(readFileSync(new URL("../../../dist/wasm/ppml.wasm", import.meta.url)));
    const few = sparsePanel(30, 4, 0.9); // Four years a pair: short groups of long runs.
    for (const model of [problem, few]) {
      const plain = passesOf(model);
      const inWasm = makeNativePasses(model, {singletons: false, leftOut: []}, native);
      inWasm.evaluate(zeroDirection(inWasm.layout.levels, 2));
      const own = new Float64Array(inWasm.layout.levels);
      inWasm.diagonal(own);
      const [a, b] = [plain.passes.factorTies(plain.diagonal).factor!, inWasm.factorTies(own).factor!];
      expect(b.values.length).toBeGreaterThan(100);
      expect([...b.order]).toEqual([...a.order]);
      expect([...b.rows]).toEqual([...a.rows]);
      b.values.forEach((value, at) => {
        expect(Math.abs(value - a.values[at]!)).toBeLessThan(1e-8 * Math.max(1, Math.abs(value)));
      });
    }
  });

  it("changes no estimate", () => {
    const fit = fitPoisson(problem);
    expect(fit.converged).toBe(true);
    const {beta} = fitReweighted(problem);
    fit.beta.forEach((value, k) => {
      expect(Math.abs(value - beta[k]!)).toBeLessThan(1e-8);
    });
  });
});
