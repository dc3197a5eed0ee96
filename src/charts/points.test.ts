import {describe, expect, test} from "vitest";
import {figure, series} from "../../test/charts/fixture.ts";
import {chartYears, gapYears, segments} from "./points.ts";

const [books, others] = [series[0]!, series[1]!];
const on = books.basis;

describe("chartYears()", () => {
  test("leads a year with what is carried best, then with what is known last", () => {
    const figures = [
      figure(on, 2020, 1, {evidence: "unverified", known: "2024"}),
      figure(on, 2020, 2, {known: "2021"}),
      figure(on, 2020, 3, {known: "2022"}),
      figure(on, 2020, 4, {status: "forecast", known: "2023"})
    ];
    const {points, others: beside} = chartYears({...books, figures});
    expect(points.map(({value}) => value / 1e9)).toEqual([3]);
    expect(beside.map(({value}) => value / 1e9)).toEqual([2, 1, 4]);
  });

  test("follows the roles that a series already gave", () => {
    const figures = [
      {...figure(on, 2020, 1), role: "shown" as const},
      {...figure(on, 2020, 2, {known: "2024"}), role: "beside" as const}
    ];
    expect(chartYears({...books, figures}).points[0]!.value).toBe(1e9);
  });

  test("leaves out what is not a calendar year", () => {
    const figures = [
      figure(on, 2020, 1, {period: "2020-01/2020-09"}),
      figure(on, 2020, 1, {period: "2020-07/2021-06"})
    ];
    expect(chartYears({...books, figures})).toEqual({points: [], others: [], closed: []});
  });

  test("never draws a closed year as 0", () => {
    expect(chartYears(others)).toMatchObject({closed: [2012, 2013]});
    expect(chartYears(others).points.some(({year}) => year < 2018)).toBe(false);
  });
});

describe("segments()", () => {
  test("leaves a gap where a year is missing and draws by the weaker end", () => {
    const pieces = segments(chartYears(books).points).map(({from, to, style}) => `${from.year}-${to.year} ${style}`);
    expect(pieces).toContain("2009-2010 solid");
    expect(pieces).toContain("2017-2018 dashed");
    expect(pieces.some((piece) => piece.startsWith("2011"))).toBe(false);
  });
});

describe("gapYears()", () => {
  test("spans the two sides' books of one coverage and skips unverified numbers", () => {
    const years = gapYears(series);
    expect(years.map(({year}) => year)).toEqual([2021, 2022, 2023]);
    expect(years[0]).toMatchObject({low: 38.5e9, high: 40e9});
    expect(new Set(years.map(({stretch}) => stretch)).size).toBe(1);
  });

  test("compares no goods with services", () => {
    expect(gapYears([others, series[2]!])).toEqual([]);
  });
});
