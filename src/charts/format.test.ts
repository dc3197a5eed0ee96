import {describe, expect, test} from "vitest";
import {figure, series} from "../../test/charts/fixture.ts";
import {formatAmount, formatDate, formatPercent, formatPeriod, formatYears, stop} from "./format.ts";

const on = series[0]!.basis;
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("formatAmount()", () => {
  test("keeps the precision of the source", () => {
    expect(plain(formatAmount(figure(on, 2020, 29.52, {step: 1e7}), "en", 1e9))).toBe("29.52 bn USD");
    expect(plain(formatAmount(figure(on, 2021, 40, {step: 1e9}), "en", 1e9))).toBe("40 bn USD");
    expect(plain(formatAmount(figure(on, 2018, 34, {step: 1e8}), "en", 1e9))).toBe("34.0 bn USD");
  });

  test("says how a number is meant", () => {
    const almost = figure(on, 2023, 54, {bound: "almost", step: 1e9});
    expect(plain(formatAmount(almost, "en", 1e9))).toBe("almost 54 bn USD");
    expect(plain(formatAmount(almost, "ru", 1e9))).toBe("почти 54 млрд долл. США");
  });

  test("never writes a closed series as 0", () => {
    expect(plain(formatAmount(figure(on, 2022, null, {status: "closed"}), "en", 1e9))).toContain("closed");
  });
});

test("formatPercent() has a true minus and a sign", () => {
  expect([14.3, -17.34, 0].map((value) => plain(formatPercent(value, "en")))).toEqual(["+14.3 %", "−17.3 %", "0.0 %"]);
});

test.each([
  ["2021", "2021", "2021"],
  ["2022-07", "July 2022", "июль 2022 г."],
  ["2024-02-23", "23 February 2024", "23 февраля 2024 г."]
])("formatDate() of %s keeps its precision", (date, en, ru) => {
  expect([plain(formatDate(date, "en")), plain(formatDate(date, "ru"))]).toEqual([en, ru]);
});

test("formatDate() reads spans of days too", () => {
  expect(formatDate("2024-06-26/2024-06-28", "en").replace(/\s/g, " ")).toMatch(/^26 ?– ?28 June 2024$/);
});

test.each([
  ["2023", "2023"],
  ["2023-Q1", "2023 Q1"],
  ["2019-01/2019-09", "Jan–Sep 2019"],
  ["2023-06", "Jun 2023"]
])("formatPeriod() of %s", (period, words) => {
  expect(formatPeriod(period, "en").replace("Sept", "Sep")).toBe(words); // CLDR changed its mind about September
});

test("formatYears() joins neighbours", () => {
  expect(formatYears(["2012", "2014", "2015", "2016"])).toBe("2012, 2014–2016");
});

test("stop() adds no second full stop", () => {
  expect(["2024 г.", "2024"].map(stop)).toEqual(["2024 г.", "2024."]);
});
