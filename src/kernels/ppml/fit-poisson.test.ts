import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {loadNativePpml} from "../../runtime/native-ppml.ts";
import {makeRandom} from "../random.ts";
import {covariance} from "./covariance.ts";
import {fitPoisson} from "./fit-poisson.ts";
import {fitReweighted} from "./fit-reweighted.ts";
import type {NativePpml} from "./native/module.ts";
import type {Problem} from "./problem.ts";
import {smallSample} from "./small-sample.ts";

interface Panel {
  readonly problem: Problem;
  readonly exporter: Int32Array;
  readonly importer: Int32Array;
}

const [economies, years] = [9, 6];

/** A small three-way panel with zeros; coefficients are 0.4 and −0.8. */
function panel(seed = 1): Panel {
  const {normal, uniform} = makeRandom(seed);
  const n = economies * economies * years;
  const exporter = Int32Array.from({length: n}, (_, r) => Math.floor(r / economies / years));
  const importer = Int32Array.from({length: n}, (_, r) => Math.floor(r / years) % economies);
  const year = Int32Array.from({length: n}, (_, r) => r % years);
  const x = [Float64Array.from({length: n}, () => (uniform() < 0.4 ? 1 : 0)), Float64Array.from({length: n}, normal)];
  const y = Float64Array.from({length: n}, (_, r) =>
    uniform() < 0.2 ? 0 : Math.exp(0.4 * x[0]![r]! - 0.8 * x[1]![r]! + 0.1 * exporter[r]! + 0.3 * normal())
  );
  const joint = (a: Int32Array, b: Int32Array, width: number, levels: number) => ({
    codes: a.map((value, r) => value * width + b[r]!),
    levels
  });
  const effects = [
    joint(exporter, year, years, economies * years),
    joint(importer, year, years, economies * years),
    joint(exporter, importer, economies, economies ** 2)
  ];
  return {problem: {y, x, effects}, exporter, importer};
}

/** The same rows in another order. */
function reordered({y, x, effects}: Problem, order: Int32Array): Problem {
  const numbers = (values: Float64Array) => Float64Array.from(order, (row) => values[row]!);
  return {
    y: numbers(y),
    x: x.map(numbers),
    effects: effects.map(({codes, levels}) => ({codes: Int32Array.from(order, (row) => codes[row]!), levels}))
  };
}

function shuffled(n: number, seed: number): Int32Array {
  const {below} = makeRandom(seed);
  const order = Int32Array.from({length: n}, (_, r) => r);
  for (let r = n - 1; r > 0; r--) {
    const other = below(r + 1);
    [order[r], order[other]] = [order[other]!, order[r]!];
  }
  return order;
}

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, tolerance = 1e-9) {
  expect(found.length).toBe(wanted.length);
  for (let k = 0; k < wanted.length; k++) expect(Math.abs(found[k]! - wanted[k]!)).toBeLessThan(tolerance);
}

/** Coefficients by Newton's method on dummies, solved by plain elimination: shares nothing with the kernel. */
function byDummies({y, x, effects, weights, offset}: Problem): number[] {
  const rows = Array.from(y.keys()).filter((r) =>
    effects.every(({codes}) => y.some((value, other) => value > 0 && codes[other] === codes[r]))
  );
  const starts = effects.map((_, f) => x.length + effects.slice(0, f).reduce((sum, {levels}) => sum + levels, 0));
  const size = effects.reduce((sum, {levels}) => sum + levels, x.length);
  const entries = (r: number): [number, number][] => [
    ...x.map((column, k): [number, number] => [k, column[r]!]),
    ...effects.map(({codes, slope}, f): [number, number] => [starts[f]! + codes[r]!, slope ? slope[r]! : 1])
  ];
  const beta = new Float64Array(size);
  for (let step = 0; step < 60; step++) {
    const system = Array.from({length: size}, () => new Float64Array(size + 1));
    for (const r of rows) {
      const own = entries(r);
      const eta = own.reduce((sum, [k, value]) => sum + beta[k]! * value, offset?.[r] ?? 0);
      const weight = weights?.[r] ?? 1;
      const mu = Math.exp(Math.min(eta, 30));
      for (const [k, a] of own) {
        for (const [l, b] of own) system[k]![l]! += weight * mu * a * b;
        system[k]![size]! += weight * (y[r]! - mu) * a;
      }
    }
    const move = eliminate(system);
    move.forEach((value, k) => {
      beta[k]! += Math.max(-2, Math.min(2, value));
    });
    if (move.every((value) => Math.abs(value) < 1e-12)) break;
  }
  return [...beta.subarray(0, x.length)];
}

/** Solves a singular symmetric system; unknowns without a pivot stay 0. */
function eliminate(system: Float64Array[]): number[] {
  const size = system.length;
  const diagonal = system.map((row, k) => row[k]!);
  const isFree = new Array<boolean>(size).fill(false);
  for (let k = 0; k < size; k++) {
    const pivot = system[k]![k]!;
    if (!(pivot > 1e-9 * diagonal[k]!)) {
      isFree[k] = true;
      continue;
    }
    for (let row = 0; row < size; row++) {
      if (row === k || isFree[row]) continue;
      const factor = system[row]![k]! / pivot;
      if (factor !== 0) for (let l = k; l <= size; l++) system[row]![l]! -= factor * system[k]![l]!;
    }
  }
  return system.map((row, k) => (isFree[k] ? 0 : row[size]! / row[k]!));
}

let native: NativePpml;
beforeAll(async () => {
  native = await loadNativePpml(readFileSync(new URL("../../../dist/wasm/ppml.wasm", import.meta.url)));
});

describe("fitPoisson gives what dummies give", () => {
  const {problem} = panel();
  const {normal, uniform} = makeRandom(3);
  const weights = problem.y.map(() => 0.5 + uniform());
  const offset = problem.y.map(() => 0.3 * normal());
  const slope = problem.y.map(normal);
  const crossing = Int32Array.from(problem.y, () => Math.floor(4 * uniform()));
  const [exporterYear, importerYear, pair] = problem.effects as [
    Problem["effects"][number],
    Problem["effects"][number],
    Problem["effects"][number]
  ];
  const exporters = {codes: exporterYear.codes.map((code) => Math.floor(code / years)), levels: economies};
  const models: Record<string, Problem> = {
    "three-way": problem,
    "two-way": {...problem, effects: [exporterYear, importerYear]},
    "one-way": {...problem, effects: [pair]},
    "four sets": {...problem, effects: [...problem.effects, {codes: crossing, levels: 4}]},
    "weights and an offset": {...problem, weights, offset},
    "slopes that vary": {...problem, effects: [pair, {...exporters, slope}]},
    "no effects": {...problem, x: [...problem.x, new Float64Array(problem.y.length).fill(1)], effects: []}
  };
  it.each(Object.keys(models))("%s", (name) => {
    const model = models[name]!;
    const wanted = byDummies(model);
    expectClose(fitPoisson(model).beta, wanted, 1e-8);
    expectClose(fitPoisson(model, {native}).beta, wanted, 1e-8);
  });
});

describe("fitPoisson arrives where one row holds nearly all of its group", () => {
  // Trade with itself is 10,000 times what an economy's effects tell, and a dummy of each economy says so.
  const {problem, exporter, importer} = panel(2);
  const home = Array.from({length: economies}, (_, i) =>
    Float64Array.from(exporter, (code, r) => (code === i && importer[r] === i ? 1 : 0))
  );
  const {normal} = makeRandom(4);
  const distance = Float64Array.from(exporter, (code, r) => Math.abs(code - importer[r]!) + 0.3 * normal());
  const y = problem.y.map((value, r) => (exporter[r] === importer[r] ? 1e4 * 10 ** (exporter[r]! - 4) * value : value));
  const model: Problem = {y, x: [distance, ...problem.x, ...home], effects: problem.effects.slice(0, 2)};

  it("by a path that a whole step would leave", () => {
    const fit = fitPoisson(model);
    expect(fit.converged).toBe(true);
    expect(fit.iterations).toBeLessThan(40);
    expectClose(fit.beta, byDummies(model), 1e-7);
    expectClose(fit.beta, fitReweighted(model).beta, 1e-7);
  });
});

describe("fitPoisson keeps what must not matter", () => {
  const {problem, exporter, importer} = panel();
  const fit = fitPoisson(problem);

  it("in WASM and in plain TypeScript", () => {
    const other = fitPoisson(problem, {native});
    expectClose(other.beta, fit.beta, 1e-10);
    expectClose(other.bread, fit.bread, 1e-10);
    expectClose(other.mu, fit.mu, 1e-6);
  });

  it("to the last bit when rows are permuted", () => {
    for (const kernels of [{}, {native}]) {
      const order = shuffled(problem.y.length, 5);
      const straight = fitPoisson(problem, kernels);
      const other = fitPoisson(reordered(problem, order), kernels);
      expect(other.beta).toEqual(straight.beta);
      expect(other.bread).toEqual(straight.bread);
      const clusters = problem.effects[2]!.codes;
      const moved = Int32Array.from(order, (row) => clusters[row]!);
      const errors = covariance(straight, {type: "clustered", clusters: [clusters]}).matrix;
      expect(covariance(other, {type: "clustered", clusters: [moved]}).matrix).toEqual(errors);
    }
  });

  it("when y is scaled, up to 1e12 and down", () => {
    for (const scale of [1e12, 1e-6, 7]) {
      const other = fitPoisson({...problem, y: problem.y.map((value) => value * scale)});
      expectClose(other.beta, fit.beta, 1e-9);
      expect(other.converged).toBe(true);
    }
  });

  it("when exporters and importers change roles", () => {
    const [a, b, c] = problem.effects as [
      Problem["effects"][number],
      Problem["effects"][number],
      Problem["effects"][number]
    ];
    const turned = {codes: importer.map((value, r) => value * economies + exporter[r]!), levels: c.levels};
    const other = fitPoisson({...problem, effects: [b, a, turned]});
    expectClose(other.beta, fit.beta, 1e-9);
    expectClose(other.bread, fit.bread, 1e-9);
  });

  it("when effects nested in others are added", () => {
    const other = fitPoisson({...problem, effects: [...problem.effects, {codes: exporter, levels: economies}]});
    expectClose(other.beta, fit.beta, 1e-8);
  });
});

describe("fitPoisson ends in a result or in one clear error", () => {
  const {problem, exporter, importer} = panel();

  it("leaves all-zero pairs and, when asked, singletons out", () => {
    const clean = fitPoisson({
      ...problem,
      y: problem.y.map((value, r) => (exporter[r] === 2 && importer[r] === 3 ? 0 : value))
    });
    expect(clean.keptRows).toMatchObject({zeroGroups: years, singletons: 0});
    expect(clean.converged).toBe(true);
    const alone = problem.effects[2]!.codes.map((code, r) => (r === 0 ? economies ** 2 : code));
    const effects = [...problem.effects.slice(0, 2), {codes: alone, levels: economies ** 2 + 1}];
    const y = problem.y.map((value, r) => (r === 0 ? 3 : value));
    const without = fitPoisson({...problem, y, effects}, {singletons: true});
    expect(without.keptRows.singletons).toBe(1);
    expectClose(without.beta, fitPoisson({...problem, y, effects}).beta, 1e-9);
  });

  it("says which regressors are collinear, with effects and with each other", () => {
    const ofEffects = Float64Array.from(exporter, (code) => Math.sqrt(code + 1));
    const sum = problem.x[0]!.map((value, r) => value - 2 * problem.x[1]![r]!);
    for (const kernels of [{}, {native}]) {
      const fit = fitPoisson({...problem, x: [ofEffects, ...problem.x, sum]}, kernels);
      expect([...fit.collinear]).toEqual([1, 0, 0, 1]);
      expectClose(fit.beta.subarray(1, 3), fitPoisson(problem, kernels).beta, 1e-8);
      expect([fit.beta[0], fit.beta[3]]).toEqual([0, 0]);
    }
  });

  it("with more effects than rows", () => {
    const n = 12;
    const each = {codes: Int32Array.from({length: n}, (_, r) => r), levels: n};
    const half = {codes: Int32Array.from({length: n}, (_, r) => r >> 1), levels: n};
    const fit = fitPoisson({
      y: problem.y.map((value) => value + 1).subarray(0, n),
      x: [problem.x[1]!.subarray(0, n)],
      effects: [each, half]
    });
    expect([...fit.collinear]).toEqual([1]);
    expect(fit.deviance).toBeLessThan(1e-9);
  });

  it("with means that go to 0", () => {
    const y = problem.y.map((value, r) => (exporter[r] === 1 ? value * 1e-200 : value));
    const fit = fitPoisson({...problem, y});
    expect(fit.converged).toBe(true);
    expect(fit.mu.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
  });

  it("with one cluster, whose factor is not a number", () => {
    const fit = fitPoisson(problem);
    const kind = {type: "clustered", clusters: [new Int32Array(problem.y.length)]} as const;
    const {clusters} = covariance(fit, kind);
    expect(clusters).toEqual([1]);
    expect(Number.isFinite(smallSample("fixest", {fit, effects: problem.effects, kind, clusters}).factor)).toBe(false);
  });

  it("refuses what is not a number, negative y, nothing but zeros and levels out of range", () => {
    const withY = (value: number) => ({...problem, y: problem.y.map((one, r) => (r === 4 ? value : one))});
    expect(() => fitPoisson(withY(Number.NaN))).toThrow("Found NaN at row 4 of y, wanted a finite number");
    expect(() => fitPoisson(withY(Number.POSITIVE_INFINITY))).toThrow("Found Infinity at row 4 of y");
    expect(() => fitPoisson(withY(-1))).toThrow("Found -1 at row 4 of y, wanted zero or more");
    expect(() => fitPoisson({...problem, y: new Float64Array(problem.y.length)})).toThrow(
      "wanted at least one positive y"
    );
    const [first, ...others] = problem.effects as [Problem["effects"][number], ...Problem["effects"]];
    expect(() => fitPoisson({...problem, effects: [{...first, levels: 3}, ...others]})).toThrow(
      /Found level \d+ at row/
    );
    expect(() => fitPoisson({...problem, x: [problem.x[0]!.subarray(1)]})).toThrow("in x[0], wanted 486");
  });
});
