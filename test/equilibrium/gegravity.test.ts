import {describe, expect, it} from "vitest";
import {balance, balancedFlows} from "../../src/kernels/trade/balance.ts";
import {fixedShares} from "../../src/kernels/trade/fixed-shares.ts";
import {solveOneSector} from "../../src/kernels/trade/one-sector.ts";
import {makeOneSectorBase} from "../../src/kernels/trade/one-sector-base.ts";
import {column, csvRows, largestGap, oracle, perCent} from "./shared.ts";

const {isHere, read} = oracle("gegravity");

/** Six printed digits of per cents. */
const sixDigits = 5e-7;

describe.skipIf(!isHere)("gegravity's sample, a Canada-Japan agreement", () => {
  const rows = isHere ? csvRows(read("sample_data_set.csv")) : [];
  const expected = isHere ? JSON.parse(read("expected.json")) : {coefficients: {}};
  const names = [...new Set(rows.map(({exporter}) => exporter!))].sort();
  const n = names.length;
  const output = new Float64Array(n);
  const expenditure = new Float64Array(n);
  const before = new Float64Array(n * n);
  const after = new Float64Array(n * n);
  for (const row of rows) {
    const i = names.indexOf(row.exporter!);
    const j = names.indexOf(row.importer!);
    output[i] = Number(row.Y);
    expenditure[j] = Number(row.E);
    const index = (pta: number) =>
      ["lndist", "contiguity", "common_language", "international"].reduce(
        (sum, name) => sum + expected.coefficients[name][0] * Number(row[name]),
        expected.coefficients.pta[0] * pta
      );
    const pair = [row.exporter, row.importer].sort().join("-");
    before[i * n + j] = Math.exp(index(Number(row.pta)));
    after[i * n + j] = Math.exp(index(pair === "CAN-JPN" ? 1 : Number(row.pta)));
  }
  const input = {
    n,
    before,
    after,
    output,
    expenditure,
    sigma: expected.experiment?.sigma ?? 5,
    reference: names.indexOf("DEU")
  };
  const ones = new Float64Array(n).fill(1);

  it("fixedShares() gives its printed numbers to six digits", () => {
    const found = fixedShares(input);
    expect(found.status).toBe("converged");
    const published = csvRows(read("expected_country_results.csv"));
    const gap = (values: Float64Array, name: string) =>
      largestGap(perCent(values, ones), column(published, "country", names, name), names).gap;
    expect(gap(found.price, "factory gate price change (percent)")).toBeLessThan(sixDigits);
    expect(gap(found.inward, "imr change (percent)")).toBeLessThan(sixDigits);
    expect(gap(found.outward, "omr change (percent)")).toBeLessThan(sixDigits);
    expect(gap(found.realOutput, "GDP change (percent)")).toBeLessThan(sixDigits);
    expect(gap(found.exports, "foreign exports change (percent)")).toBeLessThan(sixDigits);
    expect(gap(found.imports, "foreign imports change (percent)")).toBeLessThan(sixDigits);
    expect(gap(found.domestic, "intranational trade change (percent)")).toBeLessThan(sixDigits);
  });

  it("differ from the consistent solution where incomes follow prices", () => {
    const fixed = fixedShares(input);
    const world = output.reduce((a, b) => a + b) / expenditure.reduce((a, b) => a + b);
    const flows = balancedFlows(
      before,
      balance(
        before,
        output,
        expenditure.map((value) => value * world)
      )
    );
    const solution = solveOneSector(
      makeOneSectorBase(flows, n),
      {effect: after.map((value, cell) => Math.log(value / before[cell]!))},
      {theta: 4, deficits: "proportional"}
    );
    expect(solution.status).toBe("converged");
    const relative = (price: Float64Array) => 100 * (price[names.indexOf("JPN")]! / price[names.indexOf("DEU")]! - 1);
    expect(relative(fixed.price)).toBeCloseTo(0.2474, 4);
    expect(relative(solution.price)).toBeCloseTo(0.2116, 4);
  });
});
