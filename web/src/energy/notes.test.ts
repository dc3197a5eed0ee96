import {describe, expect, it} from "vitest";
import gas from "../../../docs/examples/energy/gas.json";
import oil from "../../../docs/examples/energy/oil.json";
import type {EnergyMarket} from "../../../src/base/energy.ts";
import type {EnergyOutput} from "../../../src/base/energy-result.ts";
import {hasFixedDemand, looselyPriced} from "./notes.ts";

it("hasFixedDemand() tells markets whose consumers take a quantity at any price", () => {
  expect([gas, oil].map((market) => hasFixedDemand(market as unknown as EnergyMarket))).toEqual([false, true]);
});

describe("looselyPriced()", () => {
  it("names scenario, node, commodity and span, with open ends", () => {
    const nodes = [
      {node: "A", commodity: "crude", economy: "A", price: 1},
      {node: "B", commodity: "crude", economy: "B", price: 490, range: [489, 495]},
      {node: "X", commodity: "crude", economy: "X", price: 500, range: [null, 500]}
    ];
    const output = {scenarios: [{scenario: "tax", nodes}]} as unknown as EnergyOutput;
    expect(looselyPriced(output, String)).toEqual(["tax B crude 489…495", "tax X crude −∞…500"]);
  });
});
