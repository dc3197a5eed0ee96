import {readFileSync} from "node:fs";
import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {loadHighs} from "../../runtime/highs-solver.ts";
import {loadNativePpml} from "../../runtime/native-ppml.ts";
import {packColumns, type SolveProgram} from "../program/program.ts";
import {makeRandom, type Random} from "../random.ts";
import type {FixedEffect, Problem} from "./problem.ts";
import {findSeparation, type Separation, type SeparationOptions} from "./separation.ts";

let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadHighs();
});

/** A few rows with few levels and small whole regressors, so that much is separated. */
function draw(seed: number): Problem {
  const {below, uniform} = makeRandom(seed);
  const n = 6 + below(14);
  const zeros = 0.2 + 0.6 * uniform();
  return {
    y: Float64Array.from({length: n}, () => (uniform() < zeros ? 0 : 1 + below(5))),
    x: [new Float64Array(n).fill(1), ...[0, 1].map(() => Float64Array.from({length: n}, () => below(4) - 1))],
    effects: Array.from({length: below(3)}, () => effectOf(n, 2 + below(3), {below}))
  };
}

function effectOf(n: number, levels: number, {below}: Pick<Random, "below">): FixedEffect {
  return {codes: Int32Array.from({length: n}, () => below(levels)), levels};
}

/** A sparse panel of exporter-years, importer-years and pairs, and an indicator. */
function sparse(seed: number, {economies = 8, years = 4, share = 0.3, zeros = 0.5} = {}): Problem {
  const {uniform} = makeRandom(seed);
  const cells: [number, number, number][] = [];
  for (let i = 0; i < economies; i++)
    for (let j = 0; j < economies; j++) for (let t = 0; t < years; t++) if (uniform() < share) cells.push([i, j, t]);
  const codes = (of: (cell: [number, number, number]) => number) => Int32Array.from(cells, of);
  return {
    y: Float64Array.from(cells, () => (uniform() < zeros ? 0 : 1 + uniform())),
    x: [Float64Array.from(cells, () => (uniform() < 0.3 ? 1 : 0))],
    effects: [
      {codes: codes(([i, , t]) => i * years + t), levels: economies * years},
      {codes: codes(([, j, t]) => j * years + t), levels: economies * years},
      {codes: codes(([i, j]) => i * economies + j), levels: economies * economies}
    ]
  };
}

/** Regressors and dummies, those with a slope times it, column by column. */
function columnsOf({x, effects}: Problem): Float64Array[] {
  const dummies = effects.flatMap(({codes, levels, slope}) =>
    Array.from({length: levels}, (_, level) =>
      Float64Array.from(codes, (code, r) => (code === level ? (slope?.[r] ?? 1) : 0))
    )
  );
  return [...x, ...dummies];
}

/**
 * All rows that can be separated, from one linear program: maximise Σ s over zero rows for z = Xγ with z = 0 where y is
 * positive and z = s + t, 0 ≤ s ≤ 1, t ≥ 0 elsewhere. s is 1 on every row that some direction lifts.
 */
function byProgram(problem: Problem): number[] {
  const {y} = problem;
  const zeros = Array.from(y.keys()).filter((r) => y[r] === 0);
  if (zeros.length === 0) return [];
  const free = columnsOf(problem).map((column) =>
    Array.from(column, (value, r) => [r, value] as const).filter(([, value]) => value !== 0)
  );
  const lifted = zeros.map((r) => [[r, -1] as const]);
  const {status, primal} = solve({
    cost: Float64Array.from([...free.map(() => 0), ...zeros.map(() => -1), ...zeros.map(() => 0)]),
    lower: Float64Array.from([
      ...free.map(() => Number.NEGATIVE_INFINITY),
      ...zeros.map(() => 0),
      ...zeros.map(() => 0)
    ]),
    upper: Float64Array.from([
      ...free.map(() => Number.POSITIVE_INFINITY),
      ...zeros.map(() => 1),
      ...zeros.map(() => Number.POSITIVE_INFINITY)
    ]),
    rhs: new Float64Array(y.length),
    matrix: packColumns([...free, ...lifted, ...lifted])
  });
  expect(status).toBe("optimal");
  return zeros.filter((_, at) => primal[free.length + at]! > 0.5);
}

/** Checks what is found against the certificate alone: it must be a combination of the columns, made anew here. */
function checkProof(problem: Problem, found: Separation): void {
  const {rows, certificate, byEffects, bySimplex, byRectifier} = found;
  expect(found.certificateError).toBeLessThan(1e-8);
  expect(byEffects + bySimplex + byRectifier).toBe(rows.length);
  const isEmpty = new Set(Array.from(rows).filter((_, at) => Number.isNaN(certificate[at]!)));
  expect(isEmpty.size).toBe(byEffects);
  const z = new Float64Array(problem.y.length);
  rows.forEach((row, at) => {
    expect(problem.y[row]).toBe(0);
    if (isEmpty.has(row)) return;
    expect(certificate[at]).toBeGreaterThan(1e-7);
    expect(certificate[at]).toBeLessThanOrEqual(1);
    z[row] = certificate[at]!;
  });
  const keep = (column: Float64Array) => column.filter((_, row) => !isEmpty.has(row));
  expect(distance(columnsOf(problem).map(keep), keep(z))).toBeLessThan(1e-8);
}

/** Largest distance of a vector from a column space, by Gram and Schmidt. */
function distance(columns: readonly Float64Array[], target: Float64Array): number {
  const basis: Float64Array[] = [];
  const reduce = (vector: Float64Array) => {
    for (let pass = 0; pass < 2; pass++)
      for (const other of basis) {
        const part = vector.reduce((sum, value, r) => sum + value * other[r]!, 0);
        for (let r = 0; r < vector.length; r++) vector[r]! -= part * other[r]!;
      }
    return vector;
  };
  for (const column of columns) {
    const size = Math.hypot(...column);
    const rest = reduce(column.map((value) => value / (size || 1)));
    const length = Math.hypot(...rest);
    if (length > 1e-10) basis.push(rest.map((value) => value / length));
  }
  return reduce(target.slice()).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Finds, checks the proof and the end, and gives the rows. */
function settled(problem: Problem, options?: SeparationOptions): number[] {
  const found = findSeparation(problem, options);
  checkProof(problem, found);
  expect(found.converged).toBe(true);
  return [...found.rows];
}

describe("findSeparation()", () => {
  it("flags what a linear program flags, always to the end", () => {
    let [bySimplex, byEffects] = [0, 0];
    const check = (seed: number) => {
      const problem = draw(seed);
      expect(settled(problem)).toEqual(byProgram(problem));
      const found = findSeparation(problem);
      bySimplex += found.bySimplex;
      byEffects += found.byEffects;
    };
    fc.assert(fc.property(fc.integer({min: 1, max: 1e9}), check), {numRuns: 400, seed: 5});
    expect(Math.min(bySimplex, byEffects)).toBeGreaterThan(100);
  });

  it("flags the same in sparse panels with three sets of effects, and by each way", () => {
    let [found, open] = [0, 0];
    const check = (seed: number, share: number, zeros: number) => {
      const problem = sparse(seed, {share, zeros});
      const wanted = byProgram(problem);
      expect(settled(problem)).toEqual(wanted);
      expect(settled(problem, {methods: ["simplex"]})).toEqual(wanted);
      // The rectifier nears its limit without reaching it, and may say so; it never flags more.
      for (const columns of [0, 1000]) {
        const relu = findSeparation(problem, {methods: ["relu"], limits: {columns, visits: 1e9}});
        checkProof(problem, relu);
        if (relu.converged) expect([...relu.rows]).toEqual(wanted);
        else ++open;
        expect(Array.from(relu.rows).filter((row) => !wanted.includes(row))).toEqual([]);
      }
      found += wanted.length;
    };
    const [share, zeros] = [fc.double({min: 0.1, max: 0.7, noNaN: true}), fc.double({min: 0.2, max: 0.7, noNaN: true})];
    fc.assert(fc.property(fc.integer({min: 1, max: 1e9}), share, zeros, check), {numRuns: 40, seed: 8});
    expect(found).toBeGreaterThan(300);
    expect(open).toBeLessThan(4);
  });

  it("flags the same with slopes, weights, scaled and nearly collinear regressors", () => {
    const check = (seed: number) => {
      const problem = draw(seed);
      const {below, normal, uniform} = makeRandom(seed + 1);
      const n = problem.y.length;
      const slope = Float64Array.from({length: n}, () => 1 + below(3));
      const sloped = below(2) === 0 ? [{...effectOf(n, 2 + below(2), {below}), slope}] : [];
      const plain = {...problem, effects: [...problem.effects, ...sloped]};
      const wanted = byProgram(plain);
      expect(settled(plain)).toEqual(wanted);
      const weights = Float64Array.from({length: n}, () => uniform());
      const offset = Float64Array.from({length: n}, () => normal());
      expect(settled({...plain, weights, offset})).toEqual(wanted);
      // Powers of ten and a repeated regressor leave the space as it is; a tiny difference nearly does.
      const scaled = plain.x.map((column, k) => column.map((value) => value * (k % 2 === 0 ? 1e6 : 1e-6)));
      expect(settled({...plain, x: scaled})).toEqual(wanted);
      const more = Float64Array.from({length: n}, () => below(3));
      const wider = {...plain, x: [...plain.x, more]};
      const near = plain.x[1]!.map((value, r) => value + 1e-4 * more[r]!);
      expect(settled({...plain, x: [...plain.x, near]})).toEqual(byProgram(wider));
    };
    fc.assert(fc.property(fc.integer({min: 1, max: 1e9}), check), {numRuns: 150, seed: 6});
  });

  it("finds what was planted, whatever its size: pairs of regressors that differ on a few zero rows", () => {
    for (let seed = 1; seed <= 150; seed++) {
      const {below, uniform, normal} = makeRandom(seed);
      const n = 600;
      const y = Float64Array.from({length: n}, () => (uniform() < 0.5 ? 0 : 1));
      const effects = Array.from({length: below(4)}, () => effectOf(n, 15, {below}));
      const x = effects.length > 0 ? [] : [new Float64Array(n).fill(1)];
      const [power, spread] = [2 * below(6) - 4, below(3)];
      const free = new Set(Array.from(y.keys()).filter((r) => y[r] === 0));
      const wanted: number[] = [];
      for (let pair = 0; pair <= below(5); pair++) {
        const rows = [...free].filter(() => uniform() < 0.04);
        const isLifted = uniform() < 0.6 || rows.length === 1;
        const first = Float64Array.from({length: n}, () => normal());
        const second = first.slice();
        rows.forEach((r, at) => {
          const size = 10 ** (power + spread * (2 * uniform() - 1));
          second[r]! += isLifted || at % 2 === 0 ? size : -size;
          free.delete(r);
        });
        if (isLifted) wanted.push(...rows);
        x.push(first, second);
      }
      const found = findSeparation({y, x, effects});
      expect(found.converged).toBe(true);
      expect([...found.rows]).toEqual(wanted.sort((a, b) => a - b));
      expect(found.certificateError).toBeLessThan(1e-8);
    }
  });

  it("finds what was planted among 10⁵ rows, and nothing where a sign is turned", async () => {
    const native = await loadNativePpml(readFileSync(new URL("../../../dist/wasm/ppml.wasm", import.meta.url)));
    const {uniform, normal} = makeRandom(11);
    const [economies, years] = [70, 20];
    const n = economies * economies * years;
    const cell = (r: number) => [r % economies, Math.floor(r / economies) % economies, Math.floor(r / economies ** 2)];
    const codes = (of: (i: number, j: number, t: number) => number) =>
      Int32Array.from({length: n}, (_, r) => of(...(cell(r) as [number, number, number])));
    const effects = [
      {codes: codes((i, _, t) => i * years + t), levels: economies * years},
      {codes: codes((_, j, t) => j * years + t), levels: economies * years},
      {codes: codes((i, j) => i * economies + j), levels: economies ** 2}
    ];
    const y = Float64Array.from({length: n}, () => (uniform() < 0.3 ? 0 : 1));
    const first = Float64Array.from({length: n}, () => normal());
    const planted = y.map((value) => (value === 0 && uniform() < 0.001 ? 1 + uniform() : 0));
    const wanted = Array.from(planted.keys()).filter((r) => planted[r] !== 0);
    const second = first.map((value, r) => 1e3 * (value - planted[r]!));
    const found = findSeparation({y, x: [first, second], effects}, {native});
    expect(found).toMatchObject({converged: true, byEffects: 0, bySimplex: wanted.length, byRectifier: 0});
    expect([...found.rows]).toEqual(wanted);
    expect(found.certificateError).toBeLessThan(1e-8);
    expect(found.regressors[0]! / found.regressors[1]!).toBeCloseTo(-1000, 6);
    const plain = findSeparation({y, x: [first, second], effects});
    expect([...plain.rows]).toEqual(wanted);
    second[wanted[0]!] = 1e3 * (first[wanted[0]!]! + 1);
    const none = findSeparation({y, x: [first, second], effects}, {native});
    expect([...none.rows]).toEqual([]);
    expect(none.converged).toBe(true);
  });

  it("flags the same with the passes in WASM, of whatever effects and regressors", async () => {
    const native = await loadNativePpml(readFileSync(new URL("../../../dist/wasm/ppml.wasm", import.meta.url)));
    let found = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const {below, normal, uniform} = makeRandom(seed);
      const panel = sparse(seed, {economies: 10, share: 0.2 + 0.6 * uniform(), zeros: 0.2 + 0.4 * uniform()});
      const n = panel.y.length;
      const slope = Float64Array.from({length: n}, () => 1 + below(4));
      const problem = {
        ...panel,
        x: Array.from({length: below(4)}, (_, k) =>
          Float64Array.from({length: n}, () => (k % 2 === 0 ? below(2) : normal()))
        ),
        effects: [
          ...panel.effects.slice(0, 2 + below(2)),
          ...(below(3) === 0 ? [{...effectOf(n, 5, {below}), slope}] : []),
          ...(below(3) === 0 ? [effectOf(n, 7, {below})] : [])
        ]
      };
      const wanted = settled(problem);
      expect(settled(problem, {native})).toEqual(wanted);
      found += wanted.length;
    }
    expect(found).toBeGreaterThan(250);
  });

  it("flags what a linear program flags with 80 regressors", () => {
    for (let seed = 1; seed <= 3; seed++) {
      const {below, uniform} = makeRandom(seed);
      const n = 260;
      const effects = [effectOf(n, 12, {below}), effectOf(n, 9, {below})];
      const x = Array.from({length: 80}, () => Float64Array.from({length: n}, () => (uniform() < 0.012 ? 1 : 0)));
      const problem = {y: Float64Array.from({length: n}, () => (uniform() < 0.55 ? 0 : 1)), x, effects};
      const wanted = byProgram(problem);
      expect(wanted.length).toBeGreaterThan(0);
      expect(settled(problem)).toEqual(wanted);
    }
  });

  it("mixes the proofs of several rounds of the rectifier into one", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const problem = draw(seed);
      const found = findSeparation(problem, {methods: ["relu"], limits: {columns: 0, visits: 0}});
      checkProof(problem, found);
      const wanted = byProgram(problem);
      expect(Array.from(found.rows).filter((row) => !wanted.includes(row))).toEqual([]);
    }
  });

  it("takes rows of levels without trade by their level, and none where nothing separates", () => {
    const effects = [{codes: Int32Array.of(0, 0, 1, 1, 1), levels: 2}];
    const found = findSeparation({y: Float64Array.of(0, 0, 1, 0, 2), x: [], effects});
    expect(found).toMatchObject({byEffects: 2, bySimplex: 0, byRectifier: 0, certificateError: 0, converged: true});
    expect([...found.rows]).toEqual([0, 1]);
    const none = findSeparation({y: Float64Array.of(1, 2, 1, 3, 2), x: [], effects});
    expect(none.rows).toHaveLength(0);
    const alone = findSeparation({y: Float64Array.of(0, 0, 1, 0, 2), x: [], effects}, {methods: ["fe"]});
    expect(alone).toMatchObject({byEffects: 2, converged: false});
  });

  it("ends with more effects than rows, one effect, none, and no rows with trade", () => {
    const y = Float64Array.of(0, 1, 0, 2, 0, 3);
    const own = {codes: Int32Array.from(y.keys()), levels: 6};
    expect(settled({y, x: [], effects: [own, own]})).toEqual([0, 2, 4]);
    const two = {codes: Int32Array.of(0, 0, 1, 1, 2, 2), levels: 3};
    const other = {codes: Int32Array.of(0, 1, 1, 2, 2, 0), levels: 3};
    for (const effects of [[two], [two, other], [two, other, own]]) {
      const problem = {y, x: [], effects};
      expect(settled(problem)).toEqual(byProgram(problem));
    }
    const constant = new Float64Array(6).fill(1);
    expect(settled({y, x: [constant], effects: []})).toEqual([]);
    expect(settled({y, x: [constant, y.map((value) => (value === 0 ? 1 : 0))], effects: []})).toEqual([0, 2, 4]);
    expect(settled({y: new Float64Array(6), x: [constant], effects: []})).toEqual([0, 1, 2, 3, 4, 5]);
    expect(settled({y: new Float64Array(6), x: [], effects: [two]})).toEqual([0, 1, 2, 3, 4, 5]);
    expect(settled({y, x: [], effects: []})).toEqual([]);
  });
});
