import {describe, expect, it} from "vitest";
import type {Series, SeriesFigure} from "../../../src/turnover/output.ts";
import {amountRange, headline, latestFigures, select, seriesOfFigures, tableRows} from "./trade.ts";

function series(reporter: string, coverage: "goods" | "services", values: Readonly<Record<string, number>>): Series {
  const basis = {
    indicator: "turnover",
    kind: "level",
    economy: "BLR",
    partner: "RUS",
    reporter,
    coverage,
    prices: "current",
    unit: "USD"
  } as const;
  const figures = Object.entries(values).map(
    ([period, value]): SeriesFigure => ({
      id: `${reporter}.${coverage}.${period}`,
      basis,
      period,
      value: value * 1e9,
      bound: "exact",
      step: 1e8,
      status: "reported",
      evidence: "sourced",
      known: "2024",
      sources: ["s"],
      role: "shown",
      vintages: []
    })
  );
  return {basis, key: `${reporter} ${coverage}`, label: `${reporter} ${coverage}`, figures, growth: [], records: []};
}

const both = [
  series("BLR", "goods", {2021: 40, 2022: 45.8, 2024: 51}),
  series("RUS", "goods", {2021: 38.5, 2022: 43.4})
];

describe("headline", () => {
  it("tells the latest year that several books know, not a later one of a single book", () => {
    expect(headline({series: both})).toMatchObject({year: "2022", coverage: "goods"});
  });

  it("takes one book where there is no second, and nothing where there is none", () => {
    expect(headline({series: both.slice(0, 1)})?.year).toBe("2024");
    expect(headline({series: []})).toBeUndefined();
  });

  it("prefers the coverage that is asked for", () => {
    const asked = headline({series: [...both, series("BLR", "services", {2023: 5.5})]}, "services");
    expect(asked).toMatchObject({year: "2023", coverage: "services"});
  });

  it("leaves out what no source carries", () => {
    const open = both.map((one) => ({
      ...one,
      figures: one.figures.map((figure) => ({...figure, evidence: "unverified" as const}))
    }));
    expect(headline({series: open})).toBeUndefined();
  });
});

it("amountRange writes both ends in their own precision, once where they agree", () => {
  expect(amountRange(headline({series: both})!, "en")).toBe("43.4–45.8\u00a0bn\u00a0USD");
  expect(amountRange(headline({series: both})!, "ru")).toMatch(/^43,4–45,8\u00a0млрд\u00a0долл/);
  expect(amountRange(headline({series: both.slice(1)})!, "en")).toBe("43.4\u00a0bn\u00a0USD");
});

it("select keeps to one unit, that of most series", () => {
  const [first] = both;
  const rouble = {...first!, basis: {...first!.basis, unit: "RUB"}};
  const selected = select([rouble, ...both], {indicator: "turnover", prices: "current"});
  expect(selected.map(({basis}) => basis.unit)).toEqual(["USD", "USD"]);
});

it("latestFigures puts the newest first", () => {
  expect(latestFigures({series: both}).map(({figure}) => figure.period)).toEqual(["2024", "2022"]);
});

it("tableRows has a row a period, the latest first, with an empty cell where a book is silent", () => {
  const rows = tableRows(both);
  expect(rows.map(({period}) => period)).toEqual(["2024", "2022", "2021"]);
  expect(rows[0]!.cells.map((cell) => cell.length)).toEqual([1, 0]);
});

it("seriesOfFigures takes the balances of one side", () => {
  const [figure] = both[0]!.figures;
  const balance = {...figure!, basis: {...figure!.basis, indicator: "balance"}};
  const other = {...balance, basis: {...balance.basis, economy: "RUS", partner: "BLR"}};
  expect(seriesOfFigures([balance, other, figure!], "BLR", () => "name")).toHaveLength(1);
});
