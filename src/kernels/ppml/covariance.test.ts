import {describe, expect, it} from "vitest";
import {makeRandom} from "../random.ts";
import {type CovarianceType, covariance} from "./covariance.ts";
import {fitPoisson} from "./fit-poisson.ts";
import {effectParameters, nested, smallSample, smallSampleRules} from "./small-sample.ts";

const [economies, years] = [6, 5];
const n = economies * economies * years;
const {normal, uniform} = makeRandom(11);
const exporters = Int32Array.from({length: n}, (_, r) => Math.floor(r / years / economies));
const importers = Int32Array.from({length: n}, (_, r) => Math.floor(r / years) % economies);
const year = Int32Array.from({length: n}, (_, r) => r % years);
const pairs = exporters.map((i, r) => i * economies + importers[r]!);
const problem = {
  y: Float64Array.from({length: n}, () => Math.exp(normal())),
  x: [Float64Array.from({length: n}, () => (uniform() < 0.5 ? 1 : 0)), Float64Array.from({length: n}, normal)],
  effects: [
    {codes: exporters.map((i, r) => i * years + year[r]!), levels: economies * years},
    {codes: importers.map((i, r) => i * years + year[r]!), levels: economies * years},
    {codes: pairs, levels: economies * economies}
  ]
};
const fit = fitPoisson(problem);

/** bread · Σ over all pairs of rows that `together` allows of their scores · bread, as it is written. */
function doubleSum(together: (a: number, b: number) => boolean): number[] {
  const {partialled, residual, bread, design} = fit;
  const [u, v] = partialled as [Float64Array, Float64Array];
  const meat = [0, 0, 0, 0];
  for (let a = 0; a < design.n; a++)
    for (let b = 0; b < design.n; b++) {
      if (!together(design.rows[a]!, design.rows[b]!)) continue;
      const [left, right] = [
        [u[a]! * residual[a]!, v[a]! * residual[a]!],
        [u[b]! * residual[b]!, v[b]! * residual[b]!]
      ];
      for (let k = 0; k < 4; k++) meat[k]! += left[k >> 1]! * right[k & 1]!;
    }
  const product = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    [0, 1, 2, 3].map((k) => a[k & 2]! * b[k & 1]! + a[(k & 2) + 1]! * b[(k & 1) + 2]!);
  return product(product(bread, meat), bread);
}

const kinds: Record<string, [CovarianceType, (a: number, b: number) => boolean]> = {
  heteroskedastic: [{type: "heteroskedastic"}, (a, b) => a === b],
  "clustered by pair": [{type: "clustered", clusters: [pairs]}, (a, b) => pairs[a] === pairs[b]],
  "clustered by exporter and by importer": [
    {type: "clustered", clusters: [exporters, importers]},
    (a, b) => exporters[a] === exporters[b] || importers[a] === importers[b]
  ],
  "clustered three ways": [
    {type: "clustered", clusters: [exporters, importers, year]},
    (a, b) => exporters[a] === exporters[b] || importers[a] === importers[b] || year[a] === year[b]
  ],
  dyadic: [
    {type: "dyadic", exporters, importers},
    (a, b) => [exporters[a], importers[a]].some((economy) => economy === exporters[b] || economy === importers[b])
  ]
};

describe("covariance() is the double sum over rows that may be correlated", () => {
  it.each(Object.keys(kinds))("%s", (name) => {
    const [kind, together] = kinds[name]!;
    const {matrix} = covariance(fit, kind);
    const wanted = doubleSum(together);
    const [a, b, , d] = wanted as [number, number, number, number];
    // A sum that is not positive definite is cut, by design; it is then no test of the sum.
    expect(a * d - b * b > 0 && a > 0).toBe(true);
    for (let at = 0; at < 4; at++) expect(Math.abs(matrix[at]! - wanted[at]!)).toBeLessThan(1e-12 + 1e-9 * a);
  });

  it("and of independent errors the inverse of Σ w x̃ x̃ᵀ", () => {
    expect([...covariance(fit, {type: "iid"}).matrix]).toEqual([...fit.bread]);
  });

  it("counts the clusters that used rows are in", () => {
    expect(covariance(fit, {type: "clustered", clusters: [pairs, year]}).clusters).toEqual([36, 5]);
    expect(covariance(fit, {type: "dyadic", exporters, importers}).clusters).toEqual([6]);
  });

  it("has no negative variance where the sum over two ways has one", () => {
    // Two ways without a row in common, signs opposed: the sum of one way alone is 0.
    const codes = Int32Array.from({length: n}, (_, r) => r % 2);
    const {matrix} = covariance(fit, {type: "clustered", clusters: [new Int32Array(n), codes]});
    expect(matrix[0]).toBeGreaterThanOrEqual(-1e-18);
    expect(matrix[3]).toBeGreaterThanOrEqual(-1e-18);
  });
});

describe("smallSample()", () => {
  const input = (kind: CovarianceType) => ({
    fit,
    effects: problem.effects,
    kind,
    clusters: covariance(fit, kind).clusters
  });
  const byPair: CovarianceType = {type: "clustered", clusters: [pairs]};

  it("gives each program's factor, by hand", () => {
    // 180 rows; 2 regressors, 30 + 30 − 1 levels; pairs are nested in the clusters.
    const hand = (36 / 35) * (179 / (180 - 61));
    expect(smallSample("fixest", input(byPair))).toMatchObject({parameters: 61, degreesOfFreedom: 35});
    expect(smallSample("fixest", input(byPair)).factor).toBeCloseTo(hand, 14);
    expect(smallSample("ppmlhdfe", input(byPair)).factor).toBeCloseTo(36 / 35, 14);
    expect(smallSample("ppmlhdfe", input(byPair)).degreesOfFreedom).toBe(Number.POSITIVE_INFINITY);
    // Without clusters pairs count too: 2 + 30 + 30 + 36 − 2.
    expect(smallSample("fixest", input({type: "heteroskedastic"})).factor).toBeCloseTo(179 / (180 - 96), 14);
    expect(smallSample("ppmlhdfe", input({type: "heteroskedastic"})).factor).toBeCloseTo(180 / 179, 14);
    expect(smallSample("fixest", input({type: "iid"})).factor).toBe(1);
    expect(smallSample("capybara", input(byPair)).factor).toBeCloseTo(36 / 35, 14);
    expect(smallSample("capybara", input({type: "heteroskedastic"})).factor).toBe(1);
    for (const rule of ["alpaca", "none"] as const) expect(smallSample(rule, input(byPair)).factor).toBe(1);
  });

  it("takes the fewest clusters of several ways", () => {
    const two: CovarianceType = {type: "clustered", clusters: [pairs, exporters]};
    expect(smallSample("fixest", input(two)).text).toContain("G = 6");
  });

  it("says so where there is one cluster, or no degree of freedom", () => {
    const one: CovarianceType = {type: "clustered", clusters: [new Int32Array(n)]};
    const single = smallSample("fixest", input(one));
    expect(single.factor).toBe(Number.POSITIVE_INFINITY);
    expect(single.degreesOfFreedom).toBe(0);
    const rows = {codes: Int32Array.from({length: n}, (_, r) => r), levels: n};
    const full = {...problem, effects: [rows]};
    const saturated = fitPoisson(full);
    expect([...saturated.collinear]).toEqual([1, 1]);
    for (const rule of smallSampleRules) {
      const kind: CovarianceType = {type: "heteroskedastic"};
      const {factor, text} = smallSample(rule, {fit: saturated, effects: full.effects, kind, clusters: []});
      if (rule === "fixest" || rule === "ppmlhdfe") {
        expect(factor).toBeNaN();
        expect(text).toBe("no degrees of freedom: n = 180, K = 180");
      } else expect(factor).toBe(1);
    }
  });
});

describe("effectParameters() and nested()", () => {
  it("count one constant where all sets are nested", () => {
    expect(effectParameters(fit, problem.effects, [])).toBe(94);
    expect(effectParameters(fit, problem.effects, [new Int32Array(n)])).toBe(1);
    expect(effectParameters(fit, [], [])).toBe(0);
  });

  it("look at used rows alone", () => {
    const effect = {codes: Int32Array.of(0, 0, 1), levels: 2};
    expect(nested(effect, Int32Array.of(5, 6, 7), Uint8Array.of(1, 1, 1))).toBe(false);
    expect(nested(effect, Int32Array.of(5, 6, 7), Uint8Array.of(0, 1, 1))).toBe(true);
    expect(nested(effect, Int32Array.of(0, 0, 0), Uint8Array.of(1, 1, 1))).toBe(true);
  });
});
