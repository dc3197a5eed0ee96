import {describe, expect, test} from "vitest";
import {billions, check, claimWith, figure, trade, type World} from "../../../test/claims/invented.ts";
import type {Basis, Figure} from "../../base/figure.ts";

const level = "Trade between Veloria and Tarsona was $50bn in 2022.";
const unverified = {evidence: "unverified", sources: []} as const satisfies Partial<Figure>;
const services: Partial<Basis> = {coverage: "goods+services"};

/** Verdict and reason of the only claim of a text. */
function verdict(text: string, figures: readonly Figure[], more: World = {}) {
  const {claims} = check(text, {...more, figures});
  expect(claims, text).toHaveLength(1);
  return [claims[0]!.verdict, claims[0]!.reason];
}

const {reporter: _, ...nobody} = trade;

describe("judge() of a level", () => {
  test.each<[string, Figure[], string, string?]>([
    ["the only basis fits", [billions(50, "2022")], "supported"],
    ["all bases fit", [billions(50, "2022"), billions(50.2, "2022", {reporter: "tarsona"})], "supported"],
    ["one basis of two fits", [billions(50, "2022"), billions(60, "2022", services)], "supported-on-basis"],
    ["no basis fits", [billions(60, "2022"), billions(70, "2022", services)], "contradicted"],
    ["only an unverified figure fits", [billions(50, "2022", {}, unverified)], "unverified"],
    [
      "an unverified figure fits and a sourced one does not",
      [billions(50, "2022", {}, unverified), billions(60, "2022", services)],
      "unverified"
    ],
    ["a figure in nobody's books fits", [figure(50e9, "2022", nobody)], "unverified"],
    [
      "a sourced figure fits and an unverified one too",
      [billions(50, "2022"), billions(50, "2022", services, unverified)],
      "supported"
    ],
    [
      "only unverified figures are known and none fits",
      [billions(60, "2022", {}, unverified)],
      "not-checkable",
      "no-series"
    ],
    ["the series is closed", [figure(null, "2022", trade, {status: "closed"})], "not-checkable", "closed"],
    ["other years are known", [billions(50, "2021")], "not-checkable", "no-series"],
    ["another pair is known", [billions(50, "2022", {partner: "FRA"})], "not-checkable", "no-series"],
    ["a product is known", [billions(50, "2022", {product: {scheme: "HS", code: "27"}})], "not-checkable", "no-series"],
    ["nothing is known", [], "not-checkable", "no-series"]
  ])("when %s", (_, figures, wanted, reason) => {
    expect(verdict(level, figures)).toEqual([wanted, reason]);
  });

  test.each([
    ["Trade was $50bn in 2022.", "slots-unstated"],
    ["Trade between Veloria and Tarsona was $50bn.", "period-unstated"]
  ])("contradicts nothing that leaves slots open: %s", (text, reason) => {
    expect(verdict(text, [billions(60, "2022")])).toEqual(["not-checkable", reason]);
  });

  test.each([
    ["Trade in goods between Veloria and Tarsona was $50bn in 2022.", "supported-on-basis"],
    ["According to Velorian statistics, trade in goods between Veloria and Tarsona was $50bn in 2022.", "supported"],
    ["Trade in goods and services between Veloria and Tarsona was $50bn in 2022.", "contradicted"],
    ["According to Velorian statistics, trade between Veloria and Tarsona was $50bn in 2022.", "supported-on-basis"],
    ["According to Tarsonian statistics, trade in goods between Veloria and Tarsona was $50bn in 2022.", "contradicted"]
  ])("tries only the bases that the words leave: %s", (text, wanted) => {
    const figures = [billions(50, "2022"), billions(60, "2022", services), billions(55, "2022", {reporter: "tarsona"})];
    expect(verdict(text, figures)[0]).toBe(wanted);
  });
});

test("judge() contradicts nothing whose time was said in another paragraph", () => {
  const text = "Trade between Veloria and Tarsona was $50bn in 2022.\n\nTrade between Veloria and Tarsona was $70bn.";
  const {claims} = check(text, {figures: [billions(50, "2022")]});
  expect(claims.map((claim) => claim.verdict)).toEqual(["supported", "not-checkable"]);
});

describe("judge() of words of approximation", () => {
  test.each([
    ["almost $54bn", 52, "supported"],
    ["almost $54bn", 54.2, "contradicted"],
    ["about $54bn", 56, "supported"],
    ["about $54bn", 58, "contradicted"],
    ["over $40bn", 53, "supported"],
    ["over $54bn", 53, "contradicted"],
    ["less than $54bn", 53, "supported"],
    ["less than $53bn", 54, "contradicted"],
    ["up to $54bn", 53, "supported"],
    ["at least $53bn", 53, "supported"],
    ["$53bn", 53.4, "supported"],
    ["$53bn", 53.6, "contradicted"],
    ["$53.2bn", 53.4, "contradicted"],
    ["between $50 and $55 billion", 53, "supported"],
    ["between $50 and $55 billion", 56, "contradicted"]
  ])("%s of %d bn is %s", (words, value, wanted) => {
    expect(verdict(`Trade between Veloria and Tarsona was ${words} in 2022.`, [billions(value, "2022")])[0]).toBe(
      wanted
    );
  });
});

describe("judge() of vintages", () => {
  const text = "Trade between Veloria and Tarsona was $54bn in 2022.";
  const figures = [
    billions(54, "2022", {}, {known: "2023-01-29", stage: "preliminary"}),
    billions(53, "2022", {}, {known: "2024-05-10", stage: "revised"})
  ];

  test.each([
    ["2023-01-28", "not-checkable"],
    ["2023-01-29", "supported"],
    ["2024-05-09", "supported"],
    ["2024-05-10", "contradicted"]
  ])("on %s it is %s", (asOf, wanted) => {
    const {claims} = check(text, {figures}, {posted: "2023-01-20", asOf});
    expect(claims[0]!.verdict).toBe(wanted);
  });

  test("a revision on another basis replaces nothing", () => {
    const other = [figures[0]!, billions(53, "2022", services, {known: "2024-05-10", stage: "revised"})];
    expect(verdict(text, other)).toEqual(["supported-on-basis", undefined]);
  });
});

describe("judge() of what lies ahead", () => {
  test.each([
    ["Trade between Veloria and Tarsona will reach $50bn by 2030.", [billions(60, "2022")], "open"],
    ["Trade between Veloria and Tarsona will reach $50bn in 2024.", [], "open"],
    ["Товарооборот Велории и Тарсоны достигнет 50 млрд долларов в 2025 году.", [], "open"]
  ] as [string, Figure[], string][])("%s", (text, figures, wanted) => {
    expect(verdict(text, figures)[0]).toBe(wanted);
  });

  test("a forecast supports no level", () => {
    const forecast = billions(50, "2024", {}, {status: "forecast", known: "2023-12"});
    expect(verdict("Trade between Veloria and Tarsona will reach $50bn in 2024.", [forecast])[0]).toBe("open");
  });
});

describe("judge() of changes", () => {
  const change = (value: number, basis: Partial<Basis> = {}) =>
    figure(value, "2022", {...trade, kind: "change", unit: "%", ...basis}, {step: 0.1});
  const levels = [billions(40, "2021"), billions(50, "2022")];

  test.each<[string, string, Figure[], string]>([
    ["stated", "rose by 25%", [change(25)], "supported"],
    ["implied by levels", "rose by 25%", levels, "supported"],
    ["implied otherwise", "rose by 35%", levels, "contradicted"],
    ["stated on one basis of two", "rose by 25%", [change(25), change(30, services)], "supported-on-basis"],
    ["of the other sign", "fell by 25%", levels, "contradicted"],
    ["a fall", "fell by 20%", [billions(50, "2021"), billions(40, "2022")], "supported"],
    ["between two bases", "rose by 25%", [billions(40, "2021"), billions(50, "2022", services)], "not-checkable"],
    ["told without a number", "rose", levels, "supported"],
    ["told without a number, the other way", "fell", levels, "contradicted"],
    ["a ratio", "doubled", [billions(20, "2021"), billions(40, "2022")], "supported"],
    ["another ratio", "tripled", [billions(20, "2021"), billions(40, "2022")], "contradicted"],
    ["in percentage points", "rose by 25 percentage points", levels, "not-checkable"]
  ])("%s", (_, words, figures, wanted) => {
    expect(verdict(`Trade between Veloria and Tarsona ${words} in 2022.`, figures)[0]).toBe(wanted);
  });

  test("from the base that the words name", () => {
    const figures = [billions(25, "2019"), ...levels];
    const text = "Trade between Veloria and Tarsona doubled in 2022 compared with 2019.";
    expect(verdict(text, figures)[0]).toBe("supported");
  });
});

describe("judge() of several subjects at once", () => {
  const text = "GDP and industry of Veloria grew in 2023.";
  const growth = (indicator: string, value: number, more: Partial<Figure> = {}) =>
    figure(value, "2023", {indicator, kind: "change", economy: "veloria", unit: "%"}, {step: 0.1, ...more});

  test.each<[string, Figure[], string, string?]>([
    ["each holds", [growth("gdp", 3.9), growth("industrial_output", 1.2)], "supported"],
    ["one fails", [growth("gdp", 3.9), growth("industrial_output", -1.2)], "contradicted"],
    ["one is unverified", [growth("gdp", 3.9), growth("industrial_output", 1.2, unverified)], "unverified"],
    ["one is unknown", [growth("gdp", 3.9)], "unverified"],
    ["nothing is known", [], "not-checkable", "no-series"]
  ])("when %s", (_, figures, wanted, reason) => {
    expect(verdict(text, figures)).toEqual([wanted, reason]);
  });
});

describe("judge() of counts", () => {
  const count = (value: number, about?: string) =>
    figure(value, "2022", {indicator: "projects", kind: "count", economy: "veloria", unit: "1", ...(about && {about})});

  test.each<[string, Figure[], string, string?]>([
    ["Veloria had 12 joint projects in 2022.", [count(12)], "supported"],
    ["Veloria had 15 joint projects in 2022.", [count(12)], "not-checkable", "level-unstated"],
    ["Veloria had 12 joint projects in 2022.", [count(12, "approved"), count(9, "finished")], "supported-on-basis"],
    [
      "Veloria had 15 joint projects in 2022.",
      [count(12, "approved"), count(9, "finished")],
      "not-checkable",
      "level-unstated"
    ],
    ["Veloria had a dozen joint projects in 2022.", [count(9)], "supported"],
    ["Veloria had two and a half dozen joint projects in 2022.", [count(23)], "supported"],
    ["Veloria had two and a half dozen joint projects in 2022.", [count(32)], "supported"],
    ["Велория имела два с половиной десятка проектов в 2022 году.", [count(23)], "supported"],
    ["Велория имела два с половиной десятка проектов в 2022 году.", [count(32)], "not-checkable", "level-unstated"]
  ])("%s", (text, figures, wanted, reason) => {
    expect(verdict(text, figures)).toEqual([wanted, reason]);
  });

  test("names the reading that holds", () => {
    const {claims} = check("Veloria had two and a half dozen joint projects in 2022.", {figures: [count(23)]});
    expect(claims[0]!.bases).toMatchObject([{match: "holds", reading: "dozen = 10"}]);
  });
});

test.each([
  ["The sanctions have led to higher prices.", "causal"],
  ["Governments must act more quickly.", "normative"],
  ["Veloria aims to remove barriers.", "commitment"],
  ["The agreement has already borne fruit.", "qualitative"]
])("judge() leaves statements alone: %s", (text, reason) => {
  expect(verdict(text, [billions(50, "2022")])).toEqual(["not-checkable", reason]);
});

test("judge() lists every basis with its figure, whatever the verdict", () => {
  const figures = [
    billions(50, "2022"),
    billions(60, "2022", services),
    billions(55, "2022", {reporter: "tarsona"}, unverified)
  ];
  const {bases} = claimWith(check(level, {figures}), "$50bn");
  expect(bases.map(({label, match, verified, figure: {value}}) => [label, match, verified, value])).toEqual([
    ["veloria goods", "holds", true, 50e9],
    ["veloria goods + services", "does-not-hold", true, 60e9],
    ["tarsona goods", "does-not-hold", false, 55e9]
  ]);
});
