import {expect, test} from "vitest";
import {billions, check, claimWith, figure} from "../../../test/claims/invented.ts";
import type {Bound} from "../../base/interval.ts";
import {truthOf} from "./candidates.ts";

const flow = (value: number, economy: string, partner: string, reporter = "veloria") =>
  billions(value, "2022", {indicator: "exports", economy, partner, reporter}, {sources: ["customs"]});

test("makeCatalogue() adds flows up to a turnover, in one set of books", () => {
  const text = "Trade between Veloria and Tarsona was $50bn in 2022.";
  const own = [flow(30, "veloria", "tarsona"), flow(20, "tarsona", "veloria")];
  expect(claimWith(check(text, {figures: own}), "$50bn").verdict).toBe("supported");
  const mixed = [flow(30, "veloria", "tarsona"), flow(20, "tarsona", "veloria", "tarsona")];
  expect(claimWith(check(text, {figures: mixed}), "$50bn")).toMatchObject({verdict: "not-checkable", bases: []});
});

test.each([
  ["Veloria's trade surplus with Tarsona was $10bn in 2022.", "supported"],
  ["Veloria's trade deficit with Tarsona was $10bn in 2022.", "contradicted"],
  ["Tarsona's trade deficit with Veloria was $10bn in 2022.", "supported"],
  ["Tarsona's trade surplus with Veloria was $10bn in 2022.", "contradicted"]
])("makeCatalogue() takes flows from each other for a balance: %s", (text, verdict) => {
  const figures = [flow(30, "veloria", "tarsona"), flow(20, "tarsona", "veloria")];
  expect(claimWith(check(text, {figures}), "$10bn").verdict).toBe(verdict);
});

test("candidatesFor() takes imports for the partner's exports, and the order of a pair for nothing", () => {
  const exports = [flow(30, "veloria", "tarsona")];
  const imports = [billions(30, "2022", {indicator: "imports", economy: "tarsona", partner: "veloria"})];
  for (const figures of [exports, imports])
    for (const text of [
      "Velorian exports to Tarsona were $30bn in 2022.",
      "Tarsonian imports from Veloria were $30bn in 2022."
    ])
      expect(claimWith(check(text, {figures}), "$30bn").verdict, text).toBe("supported");
  const swapped = [billions(30, "2022", {economy: "veloria", partner: "tarsona"})];
  expect(check("Trade between Veloria and Tarsona was $30bn in 2022.", {figures: swapped}).claims[0]!.verdict).toBe(
    "supported"
  );
});

test("candidatesFor() never takes one direction for the other", () => {
  const text = "Tarsonian exports to Veloria were $30bn in 2022.";
  expect(check(text, {figures: [flow(30, "veloria", "tarsona")]}).claims[0]!.verdict).toBe("not-checkable");
});

test("levelsFor() holds amounts against their own currency", () => {
  const text = "Trade between Veloria and Tarsona was 50 billion euros in 2022.";
  const figures = [billions(50, "2022"), billions(50, "2022", {unit: "EUR"})];
  expect(check(text, {figures}).claims[0]!.bases.map(({basis}) => basis.unit)).toEqual(["EUR"]);
});

test("levelsFor() tries every currency that a word may mean", () => {
  const text = "Trade between Veloria and Tarsona was 50 billion rubles in 2022.";
  const figures = [billions(50, "2022", {unit: "BYN"})];
  expect(check(text, {figures}).claims[0]!.verdict).toBe("supported");
});

test.each([
  ["There are 12 projects of Veloria.", "supported"],
  ["There were 9 projects of Veloria in 2021.", "supported"],
  ["There were 12 projects of Veloria in 2021.", "not-checkable"]
])("countsFor() takes the last count known, or that of the year named: %s", (text, verdict) => {
  const count = (value: number, period: string) =>
    figure(value, period, {indicator: "projects", kind: "count", economy: "veloria", unit: "1"});
  const figures = [count(9, "2021-06-30"), count(12, "2023-06-30")];
  expect(check(text, {figures}).claims.filter(({type}) => type === "count")[0]!.verdict).toBe(verdict);
});

test.each<[Bound, number, number]>([
  ["exact", 45, 55],
  ["over", 45, Number.POSITIVE_INFINITY],
  ["at-least", 45, Number.POSITIVE_INFINITY],
  ["up-to", Number.NEGATIVE_INFINITY, 55],
  ["under", Number.NEGATIVE_INFINITY, 55]
])("truthOf() bounds “%s” on the sides that it says", (approx, low, high) => {
  expect(truthOf({meant: {low: 45, high: 55}, approx})).toEqual({low, high});
});
