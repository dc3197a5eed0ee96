import {readFileSync} from "node:fs";
import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {loadNativePpml} from "../../../runtime/native-ppml.ts";
import {makeRandom} from "../../random.ts";
import {covariance} from "../covariance.ts";
import {fitPoisson} from "../fit-poisson.ts";
import {keepRows} from "../keep-rows.ts";
import {makePasses} from "../passes.ts";
import type {Problem} from "../problem.ts";
import {fitsNative} from "./lay-out.ts";
import type {NativePpml} from "./module.ts";
import {makeNativePasses} from "./passes.ts";

let native: NativePpml;
beforeAll(async () => {
  native = await loadNativePpml(readFileSync(new URL("../../../../dist/wasm/ppml.wasm", import.meta.url)));
});

interface Shape {
  readonly economies: number;
  readonly years: number;
  /** Share of rows that there are. */
  readonly share?: number;
  readonly shuffled?: boolean;
  readonly regressors?: readonly ("dummy" | "number")[];
  readonly weighted?: boolean;
  /** Effects beside those of exporter-years: importer-years and pairs unless said otherwise. */
  readonly sets?: readonly ("importer-years" | "pairs" | "decades" | "blocks" | "trends" | "pairs abroad")[];
}

function draw({
  economies,
  years,
  share = 1,
  shuffled = false,
  regressors = ["dummy", "dummy"],
  weighted,
  sets = ["importer-years", "pairs"]
}: Shape): Problem {
  const {normal, uniform, below} = makeRandom(economies * 100 + years);
  const cells = Array.from({length: economies * economies * years}, (_, cell) => cell).filter(() => uniform() < share);
  if (shuffled)
    for (let at = cells.length - 1; at > 0; at--) {
      const other = below(at + 1);
      [cells[at], cells[other]] = [cells[other]!, cells[at]!];
    }
  const year = (cell: number) => cell % years;
  const importer = (cell: number) => Math.floor(cell / years) % economies;
  const exporter = (cell: number) => Math.floor(cell / years / economies);
  const codes = (of: (cell: number) => number) => Int32Array.from(cells, of);
  const pairs = codes((cell) => exporter(cell) * economies + importer(cell));
  const known = {
    "importer-years": {codes: codes((cell) => importer(cell) * years + year(cell)), levels: economies * years},
    // All domestic rows are one long group, whose rows come far from their order.
    "pairs abroad": {
      codes: pairs.map((code) => (Math.floor(code / economies) === code % economies ? 0 : code)),
      levels: economies ** 2
    },
    pairs: {codes: pairs, levels: economies ** 2},
    decades: {codes: codes((cell) => (exporter(cell) % 3) * 3 + (year(cell) >> 1)), levels: 3 * years},
    blocks: {codes: codes((cell) => (importer(cell) % 4) * years + year(cell)), levels: 4 * years},
    trends: {codes: codes(importer), levels: economies, slope: Float64Array.from(cells, (cell) => year(cell) / years)}
  };
  return {
    y: Float64Array.from(cells, () => (uniform() < 0.25 ? 0 : Math.exp(2 * normal()))),
    x: regressors.map((kind) => Float64Array.from(cells, () => (kind === "number" ? normal() : below(2)))),
    effects: [
      {codes: codes((cell) => exporter(cell) * years + year(cell)), levels: economies * years},
      ...sets.map((set) => known[set])
    ],
    ...(weighted && {
      weights: Float64Array.from(cells, () => 0.5 + uniform()),
      offset: Float64Array.from(cells, () => 0.2 * normal())
    })
  };
}

const shapes: Record<string, Shape> = {
  "an even number of years": {economies: 12, years: 6},
  "an odd number of years": {economies: 12, years: 7},
  "missing years": {economies: 14, years: 9, share: 0.7},
  "missing years, shuffled": {economies: 14, years: 9, share: 0.7, shuffled: true},
  "few rows of many": {economies: 20, years: 8, share: 0.3, shuffled: true},
  "one regressor": {economies: 12, years: 7, regressors: ["dummy"]},
  "three regressors, one continuous": {economies: 12, years: 7, regressors: ["dummy", "number", "dummy"]},
  "four continuous": {economies: 12, years: 5, regressors: ["number", "number", "number", "number"]},
  "weights and an offset": {economies: 12, years: 7, weighted: true},
  "one long group": {economies: 30, years: 9, sets: ["importer-years", "pairs abroad"], shuffled: true},
  "two sets of effects": {economies: 12, years: 7, sets: ["importer-years"]},
  "pairs without importer-years": {economies: 12, years: 7, sets: ["pairs"], share: 0.8, shuffled: true},
  "a fourth set": {economies: 12, years: 7, sets: ["importer-years", "pairs", "decades"], weighted: true},
  "a fourth and a fifth set": {
    economies: 12,
    years: 9,
    sets: ["importer-years", "pairs", "decades", "blocks"],
    share: 0.9
  },
  "trends by importer": {economies: 12, years: 7, sets: ["importer-years", "pairs", "trends"]},
  "trends and a third regressor": {
    economies: 12,
    years: 7,
    sets: ["importer-years", "trends", "pairs", "decades"],
    regressors: ["dummy", "dummy", "dummy", "number"]
  }
};

/** Closeness is relative to the largest value, or to a given size of what the values are sums of. */
function expectClose(found: Float64Array, wanted: Float64Array, tolerance: number, size = 0) {
  const scale = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), size);
  expect(found).toHaveLength(wanted.length);
  const furthest = found.reduce((most, value, at) => Math.max(most, Math.abs(value - wanted[at]!)), 0);
  expect(furthest).toBeLessThanOrEqual(tolerance * scale);
}

/** The same work in two parts, as two threads do it. */
const halved = (): NativePpml => ({...native, threadsFor: () => 2});

describe.each([
  ["one thread", () => native],
  ["two threads", halved]
])("in %s, passes in WASM do what those in TypeScript do", (_, kernel) => {
  it.each(Object.keys(shapes))("pass by pass, %s", (name) => {
    const problem = draw(shapes[name]!);
    expect(fitsNative(problem)).toBe(true);
    const kept = keepRows(problem.y, problem.effects, {zeroGroups: true, singletons: false});
    const ours = makeNativePasses(problem, {singletons: false, leftOut: []}, kernel());
    const theirs = makePasses(problem, kept);
    const {keptRows, ...layout} = theirs.layout;
    expect(ours.layout).toMatchObject(layout);
    expect(ours.layout.keptRows).toEqual(keptRows);
    const {levels, p} = layout;
    expect([...ours.groupEnds]).toEqual([...theirs.groupEnds]);
    expectClose(ours.groupSums, theirs.groupSums, 1e-13);
    expectClose(ours.margins.effects, theirs.margins.effects, 1e-13);
    expectClose(ours.margins.beta, theirs.margins.beta, 1e-12);
    const {normal} = makeRandom(1);
    const direction = () => ({
      effects: Float64Array.from({length: levels}, normal),
      beta: Float64Array.from({length: p}, normal)
    });
    const v = direction();
    const [a, b] = [ours.evaluate(v), theirs.evaluate(v)];
    expect(Math.abs(a / b - 1)).toBeLessThan(1e-12);
    expectClose(ours.w, theirs.w, 1e-12);
    expectClose(ours.logScale(), theirs.logScale(), 1e-12);
    expectClose(ours.fitted.effects, theirs.fitted.effects, 1e-12);
    expectClose(ours.fitted.beta, theirs.fitted.beta, 1e-12);
    const [one, other] = [direction(), direction()];
    const u = direction();
    ours.multiply(u, one);
    theirs.multiply(u, other);
    expectClose(one.effects, other.effects, 1e-12);
    expectClose(one.beta, other.beta, 1e-11);
    const bare = () => ({effects: new Float64Array(levels), beta: new Float64Array(0)});
    const [left, right] = [bare(), bare()];
    ours.multiply({...u, beta: left.beta}, left);
    theirs.multiply({...u, beta: right.beta}, right);
    expectClose(left.effects, right.effects, 1e-12);
    const [here, there] = [new Float64Array(levels), new Float64Array(levels)];
    ours.diagonal(here);
    theirs.diagonal(there);
    expectClose(here, there, 1e-12);
    expect(ours.pairLevels()).toEqual(theirs.pairLevels());
    expectClose(ours.sumsOfSquares(), theirs.sumsOfSquares(), 1e-12);
    expectClose(ours.sweptSquares(), theirs.sweptSquares(), 1e-9);
    expect(ours.range(u) / theirs.range(u)).toBeCloseTo(1, 12);
    const taken = Array.from({length: p}, () => direction().effects);
    const [mine, other_] = [ours.partial(taken), theirs.partial(taken)];
    expectClose(mine.products, other_.products, 1e-11);
    expectClose(mine.gradient, other_.gradient, 1e-11);
    mine.means.forEach((means, k) => {
      expectClose(means, other_.means[k]!, 1e-11);
    });
    expect(ours.squaredCorrelation() / theirs.squaredCorrelation()).toBeCloseTo(1, 11);
    const [known, plain] = [ours.outcome(), theirs.outcome()];
    expectClose(Float64Array.from(Object.values(known)), Float64Array.from(Object.values(plain)), 1e-13);
    ours.weighByResponse();
    theirs.weighByResponse();
    expectClose(ours.w, theirs.w, 0);
    ours.multiply(u, one);
    theirs.multiply(u, other);
    expectClose(one.effects, other.effects, 1e-12);
    expectClose(one.beta, other.beta, 1e-11);
    const codes = problem.effects[0]!.codes.map((code) => code % 7);
    const [scores, wanted] = [ours.scoresBy(codes), theirs.scoresBy(codes)];
    expect(scores.count).toBe(wanted.count);
    scores.sums.forEach((sums, k) => {
      expectClose(sums, wanted.sums[k]!, 1e-10);
    });
  });

  it.each(Object.keys(shapes))("in whole fits, %s", (name) => {
    const problem = draw(shapes[name]!);
    const [ours, theirs] = [fitPoisson(problem, {native: kernel()}), fitPoisson(problem)];
    expectClose(ours.beta, theirs.beta, 1e-9);
    expect(ours.deviance / theirs.deviance).toBeCloseTo(1, 10);
    const kind = {type: "clustered", clusters: [problem.effects.at(-1)!.codes]} as const;
    expectClose(covariance(ours, kind).matrix, covariance(theirs, kind).matrix, 1e-7);
  });

  it("leave the range of exponentials to logarithms", () => {
    const {y, ...rest} = draw({economies: 8, years: 5});
    const exporters = rest.effects[0]!.codes;
    const wide = y.map((value, r) => value * (exporters[r]! < 5 ? 1e-150 : exporters[r]! < 10 ? 1e150 : 1));
    const [ours, theirs] = [fitPoisson({...rest, y: wide}, {native: kernel()}), fitPoisson({...rest, y: wide})];
    expect(ours.beta.every(Number.isFinite)).toBe(true);
    expectClose(ours.beta, theirs.beta, 1e-6);
  });

  it("pass by pass on any model", () => {
    const drawn = fc.record({
      seed: fc.integer({min: 1, max: 1e6}),
      n: fc.integer({min: 2, max: 400}),
      sizes: fc.array(fc.integer({min: 1, max: 60}), {minLength: 2, maxLength: 5}),
      slopes: fc.integer({min: 0, max: 2}),
      dummies: fc.integer({min: 0, max: 10}),
      numbers: fc.integer({min: 0, max: 3}),
      zeros: fc.double({min: 0, max: 0.9, noNaN: true}),
      weighted: fc.boolean()
    });
    fc.assert(
      fc.property(drawn, ({seed, n, sizes, slopes, dummies, numbers, zeros, weighted}) => {
        const {normal, uniform, below} = makeRandom(seed);
        const column = (of: () => number) => Float64Array.from({length: n}, of);
        const problem: Problem = {
          y: column(() => (uniform() < zeros ? 0 : Math.exp(normal()))),
          x: [
            ...Array.from({length: dummies}, () => column(() => below(2))),
            ...Array.from({length: numbers}, () => column(normal))
          ],
          effects: sizes.map((levels, f) => ({
            codes: Int32Array.from({length: n}, () => below(levels)),
            levels,
            ...(f >= 2 && f < 2 + slopes && {slope: column(normal)})
          })),
          ...(weighted && {weights: column(() => 0.5 + uniform()), offset: column(() => 0.2 * normal())})
        };
        const kept = keepRows(problem.y, problem.effects, {zeroGroups: true, singletons: false});
        fc.pre(kept.count > 0 && fitsNative(problem));
        const ours = makeNativePasses(problem, {singletons: false, leftOut: []}, kernel());
        const theirs = makePasses(problem, kept);
        const {levels, p} = theirs.layout;
        const size = theirs.groupSums.reduce((sum, one) => sum + one, 0);
        const direction = () => ({
          effects: Float64Array.from({length: levels}, normal),
          beta: Float64Array.from({length: p}, normal)
        });
        const [v, u, one, other] = [direction(), direction(), direction(), direction()];
        expect(Math.abs(ours.evaluate(v) - theirs.evaluate(v))).toBeLessThan(1e-9 * (1 + Math.abs(theirs.evaluate(v))));
        expectClose(ours.fitted.effects, theirs.fitted.effects, 1e-11);
        expectClose(ours.fitted.beta, theirs.fitted.beta, 1e-11, size);
        ours.multiply(u, one);
        theirs.multiply(u, other);
        expectClose(one.effects, other.effects, 1e-11, size);
        expectClose(one.beta, other.beta, 1e-11, size);
        const taken = Array.from({length: p}, () => direction().effects);
        expectClose(ours.partial(taken).products, theirs.partial(taken).products, 1e-11, size);
        const codes = Int32Array.from({length: n}, () => below(9));
        ours.scoresBy(codes).sums.forEach((sums, k) => {
          expectClose(sums, theirs.scoresBy(codes).sums[k]!, 1e-10, size);
        });
      }),
      {numRuns: 300}
    );
  });
});
