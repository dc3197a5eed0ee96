import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {correctBias, type PanelCodes} from "../../src/kernels/ppml/bias-correction.ts";
import {covariance} from "../../src/kernels/ppml/covariance.ts";
import {fitPoisson} from "../../src/kernels/ppml/fit-poisson.ts";
import type {FixedEffect} from "../../src/kernels/ppml/problem.ts";
import {codesOf, hasOracles, oracles, oracleTable} from "../support/oracles.ts";

/** Results are printed to seven digits. */
const printed = 7;

describe.skipIf(!hasOracles)("correctBias gives the results of its authors", () => {
  let y: Float64Array;
  let column: (name: string) => Float64Array;
  let codes: PanelCodes;
  let effects: {exporterYear: FixedEffect; importerYear: FixedEffect; pair: FixedEffect};
  const expected = hasOracles ? JSON.parse(readFileSync(join(oracles, "ppml_fe_bias", "expected.json"), "utf8")) : {};

  beforeAll(() => {
    const table = oracleTable("ppml_fe_bias/ppmlfebias_example_manuf.csv");
    const [exporter, importer, year] = ["isoexp", "isoimp", "year"].map(table.column) as [string[], string[], string[]];
    column = (name) => Float64Array.from(table.column(name), Number);
    y = column("trade");
    const both = (a: string[], b: string[]) => codesOf(a.map((value, r) => `${value} ${b[r]}`));
    effects = {
      exporterYear: both(exporter, year),
      importerYear: both(importer, year),
      pair: both(exporter, importer)
    };
    codes = {exporters: codesOf(exporter).codes, importers: codesOf(importer).codes, years: codesOf(year).codes};
  });

  it("for three-way models", () => {
    const {exporterYear, importerYear, pair} = effects;
    const fit = fitPoisson({y, x: [column("fta")], effects: [exporterYear, importerYear, pair]});
    const corrected = correctBias(fit, codes, "three-way");
    const wanted = expected.three_way.fta;
    expect(fit.beta[0]).toBeCloseTo(wanted.original, printed);
    expect(corrected.bias[0]).toBeCloseTo(wanted.bias, printed);
    expect(corrected.beta[0]).toBeCloseTo(wanted.bias_corrected, printed);
    expect(Math.sqrt(corrected.covariance[0]!)).toBeCloseTo(wanted.adjusted_se, printed);
    const {matrix, clusters} = covariance(fit, {type: "clustered", clusters: [pair.codes]});
    expect(Math.sqrt((matrix[0]! * clusters[0]!) / (clusters[0]! - 1))).toBeCloseTo(wanted.original_se, printed);
  });

  it("for two-way models, whose errors alone change", () => {
    const table: Record<string, number[]> = expected.two_way.coef_originalSE_adjustedSE;
    const names = Object.keys(table);
    const fit = fitPoisson({y, x: names.map(column), effects: [effects.exporterYear, effects.importerYear]});
    const {beta, bias, covariance: corrected} = correctBias(fit, codes, "two-way");
    expect([...bias]).toEqual(names.map(() => 0));
    names.forEach((name, k) => {
      expect(beta[k]).toBeCloseTo(table[name]![0]!, printed);
      expect(Math.sqrt(corrected[k * names.length + k]!)).toBeCloseTo(table[name]![2]!, printed);
    });
  });
});
