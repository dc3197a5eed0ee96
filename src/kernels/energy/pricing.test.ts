import {describe, expect, it} from "vitest";
import {makeMarket} from "../../../test/equilibrium/energy-markets.ts";
import type {PriceRule} from "../../base/energy.ts";
import {applyScenario} from "./apply-scenario.ts";
import {netbacks, paidPrices} from "./pricing.ts";

const market = makeMarket({
  nodes: ["A", "B", "X"],
  supplies: [{id: "s", node: "A", commodity: "gas", cost: 1}],
  demands: [
    {id: "A", node: "A", commodity: "gas", intercept: 100, slope: 1},
    {id: "B", node: "B", commodity: "gas", intercept: 90, slope: 2}
  ],
  exports: [{id: "X", node: "X", commodity: "gas", price: 200, duty: 30}],
  arcs: [
    {id: "A-B", from: "A", to: "B", commodity: "gas", tariff: 10, surcharge: 2},
    {id: "B-X", from: "B", to: "X", commodity: "gas", tariff: 10, loss: 0.1},
    {id: "A-X", from: "A", to: "X", commodity: "gas", tariff: 60}
  ]
});
const ruled = (rules: Record<string, PriceRule>) =>
  applyScenario(market, {
    id: "r",
    demands: Object.fromEntries(Object.entries(rules).map(([id, price]) => [id, {price}]))
  });
const paid = (rules: Record<string, PriceRule>) => Object.fromEntries(paidPrices(ruled(rules)).paid);

describe("netbacks()", () => {
  it("are the best export value less charges and losses on the way", () => {
    expect(Object.fromEntries(netbacks(market, "gas"))).toEqual({X: 170, B: 0.9 * 170 - 10, A: 0.9 * 170 - 22});
  });

  it("pass by closed arcs, and by nodes without a way out", () => {
    const closed = applyScenario(market, {id: "c", arcs: {"B-X": {capacity: 0}}});
    expect(Object.fromEntries(netbacks(closed, "gas"))).toEqual({X: 170, A: 110});
  });
});

describe("paidPrices()", () => {
  it("follows regulated prices, formulas and netbacks, one through another", () => {
    expect(paid({A: 50, B: {of: "A", times: 1.5, tariffsOf: ["A-B"], plus: 3}})).toEqual({A: 50, B: 75 + 12 + 3});
    expect(paid({A: "netback", B: {of: "A"}})).toEqual({A: 131, B: 131});
    expect(paid({A: {netback: ["A-X"]}, B: {netback: ["B-X"]}})).toEqual({A: 110, B: 143});
    expect(paid({})).toEqual({});
  });

  it("names the competitive price that a formula needs, and takes a guess of it", () => {
    const rules = ruled({B: {of: "A", times: 2}});
    expect(paidPrices(rules).referred).toEqual(["A"]);
    expect(paidPrices(rules, new Map([["A", 33]])).paid.get("B")).toBe(66);
  });

  it.each([
    ["a circle of formulas", {A: {of: "B"}, B: {of: "A"}}, 'The price of demand "A" refers to itself: A → B → A'],
    ["a route that breaks", {A: {netback: ["B-X"]}}, 'The netback route of demand "A" breaks at arc "B-X"'],
    ["a route without export", {A: {netback: ["A-B"]}}, 'ends at "B", where no gas is exported']
  ] as const)("says what is wrong with %s", (_, rules, message) => {
    expect(paidPrices(ruled(rules as unknown as Record<string, PriceRule>)).problems.join("\n")).toContain(message);
  });

  it("says that nothing can be reached where no arc leads to an export", () => {
    const cut = applyScenario(ruled({A: "netback"}), {id: "c", arcs: {"*": {capacity: 0}}});
    expect(paidPrices(cut).problems).toEqual(['No export can be reached from node "A" of demand "A"']);
  });

  it("refuses a given price on a flat demand", () => {
    const flat = applyScenario(ruled({A: 50}), {id: "f", demands: {A: {slope: 0}}});
    expect(paidPrices(flat).problems[0]).toMatch(/^Demand "A" is flat/);
  });
});
