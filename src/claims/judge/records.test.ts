import {expect, test} from "vitest";
import {billions, check, figure} from "../../../test/claims/invented.ts";
import type {Figure} from "../../base/figure.ts";

const unverified = {evidence: "unverified", sources: []} as const satisfies Partial<Figure>;
const record = "Trade between Veloria and Tarsona hit a record high in 2022.";
const since = "Trade between Veloria and Tarsona in 2022 was the highest since 2018.";
const low = "Trade between Veloria and Tarsona hit a record low in 2022.";
const row = (...values: number[]) => values.map((value, i) => billions(value, String(2023 - values.length + i)));

function verdict(text: string, figures: readonly Figure[]) {
  const records = check(text, {figures}).claims.filter(({type}) => type === "record");
  expect(records, text).toHaveLength(1);
  return [records[0]!.verdict, records[0]!.reason];
}

test.each<[string, string, Figure[], string, string?]>([
  ["a series that starts somewhere", record, row(20, 30, 40), "supported-on-basis"],
  ["an earlier value beyond it", record, row(50, 30, 40), "contradicted"],
  ["a value as high within rounding", record, row(40, 30, 40), "supported-on-basis"],
  ["the years after the one named", since, row(60, 30, 35, 38, 40), "supported"],
  ["a higher value after the year named", since, row(30, 30, 60, 38, 40), "contradicted"],
  ["a series that starts after the year named", since, row(38, 40), "supported-on-basis"],
  ["a low", low, row(50, 30, 20), "supported-on-basis"],
  ["no low", low, row(10, 30, 20), "contradicted"],
  ["one year alone", record, row(40), "not-checkable", "no-series"],
  [
    "only unverified figures",
    record,
    [billions(30, "2021", {}, unverified), billions(40, "2022", {}, unverified)],
    "unverified"
  ],
  [
    "an unverified value beyond it",
    record,
    [billions(60, "2020", {}, unverified), ...row(30, 40)],
    "supported-on-basis"
  ],
  ["parts of years beside years", record, [billions(90, "2021-Q1"), ...row(30, 40)], "supported-on-basis"],
  [
    "a forecast of the year",
    record,
    [billions(30, "2021"), billions(40, "2022", {}, {status: "forecast"})],
    "not-checkable",
    "no-series"
  ]
])("judgeRecord() on %s", (_, text, figures, wanted, reason) => {
  expect(verdict(text, figures)).toEqual([wanted, reason]);
});

test("judgeRecord() tries each basis by itself", () => {
  const services = [
    billions(90, "2021", {coverage: "goods+services"}),
    billions(80, "2022", {coverage: "goods+services"})
  ];
  const {claims} = check(record, {figures: [...row(30, 40), ...services]});
  expect(claims[0]!.verdict).toBe("supported-on-basis");
  expect(claims[0]!.bases.map(({label, match}) => [label, match])).toEqual([
    ["veloria goods", "holds"],
    ["veloria goods + services", "does-not-hold"]
  ]);
});

test("judgeRecord() tries constant prices where a deflator is known", () => {
  const index = (value: number, period: string) =>
    figure(value, period, {indicator: "cpi", kind: "ratio", economy: "USA", unit: "1"}, {id: `usa-cpi-${period}`});
  const {claims} = check(record, {figures: [...row(39, 40), index(100, "2021"), index(108, "2022")]});
  const constant = claims[0]!.bases.filter(({basis}) => typeof basis.prices === "object");
  const nominal = claims[0]!.bases.filter(({basis}) => typeof basis.prices !== "object");
  expect(nominal.map(({match}) => match)).toEqual(["holds"]);
  expect(constant.map(({match}) => match)).toEqual(["does-not-hold"]);
});
