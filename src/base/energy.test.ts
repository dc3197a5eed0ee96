import {describe, expect, it} from "vitest";
import {energyMarketSchema} from "./energy-market.ts";
import {isParameter} from "./energy-problems.ts";

const market = {
  id: "m",
  names: {en: "Market"},
  status: "illustrative",
  units: {quantity: {en: "units"}, price: {en: "money a unit"}, money: {en: "money"}},
  economies: [{id: "A"}],
  commodities: [{id: "gas"}, {id: "power"}],
  nodes: [
    {id: "N", economy: "A"},
    {id: "M", economy: "A"}
  ],
  supplies: [{id: "s", node: "N", commodity: "gas", cost: 1}],
  demands: [{id: "d", node: "M", commodity: "gas", intercept: 10, slope: 1}],
  arcs: [{id: "N-M", from: "N", to: "M", commodity: "gas"}],
  scenarios: [{id: "S0"}]
};

const problems = (changes: object) =>
  (energyMarketSchema.safeParse({...market, ...changes}).error?.issues ?? []).map(
    ({path, message}) => `${path.join(".")}: ${message}`
  );

describe("energyMarketSchema", () => {
  it("accepts a market whose parts fit", () => {
    expect(problems({})).toEqual([]);
  });

  it("lists every name that is not known, all at once", () => {
    const found = problems({
      nodes: [
        {id: "N", economy: "Z"},
        {id: "M", economy: "A"}
      ],
      arcs: [{id: "N-M", from: "N", to: "Q", commodity: "oil", holder: "Y"}],
      demands: [{id: "d", node: "M", commodity: "gas", intercept: 10, price: {of: "e", tariffsOf: ["X-Y"]}}],
      scenarios: [
        {
          id: "S0",
          arcs: {"A-Z": {}},
          demands: {"*": {price: {netback: ["V-W"]}}},
          uncertain: [{parameter: "arcs.N-M.colour", range: [0, 1]}]
        }
      ],
      uncertain: [{parameter: "arcs.N-M", range: [0, 1]}]
    });
    expect(found).toEqual([
      "nodes.0.economy: the id of a declared economy: A",
      "demands.0.price: the id of a demand: d",
      "demands.0.price: the id of an arc: N-M",
      "arcs.0.holder: the id of a declared economy: A",
      "arcs.0.to: the id of a node: N, M",
      "arcs.0.commodity: the id of a commodity: gas, power",
      "scenarios.0.demands.*.price: the id of an arc: N-M",
      "scenarios.0.arcs.A-Z: one of the market's arcs: N-M",
      'scenarios.0.uncertain.0.parameter: a number of the market as "arcs.A-B.capacity" or "demands.A.price"',
      'uncertain.0.parameter: a number of the market as "arcs.A-B.capacity" or "demands.A.price"'
    ]);
  });

  it.each([
    ["an id given twice", {economies: [{id: "A"}, {id: "A"}]}, "economies.1.id: an id of its own"],
    [
      "a supply without cost",
      {supplies: [{id: "s", node: "N", commodity: "gas"}]},
      'supplies.0: either "cost" or "steps"'
    ],
    [
      "a demand with two curves",
      {demands: [{id: "d", node: "M", commodity: "gas", intercept: 1, quantity: 2}]},
      'demands.0: one of "intercept", "reference", "steps" or "quantity"'
    ],
    ["an export without price", {exports: [{id: "x", node: "N", commodity: "gas"}]}, 'exports.0: a member "price"'],
    ["a process without yields", {processes: [{id: "p", node: "N", input: "gas"}]}, 'processes.0: a member "yields"'],
    [
      "a process of what is not known",
      {processes: [{id: "p", node: "N", input: "gas", yields: {coal: 1}}]},
      "processes.0.yields.coal: the id of a commodity: gas, power"
    ],
    [
      "crossed demands that are not there",
      {cross: [{node: "M", side: "demand", commodities: ["gas", "power"], slope: 0.1}]},
      'cross.0.commodities.1: a commodity with exactly one demand with a slope at node "M"'
    ],
    [
      "an observation of nothing",
      {observed: [{number: "arcs.N-M.colour", value: 3}]},
      'observed.0.number: a number of an answer as "demands.A.paid" or "arcs.A-B.sent"'
    ],
    ["a market without supply", {supplies: []}, "supplies: at least one supply"],
    ["a market without demand", {demands: []}, "demands: at least one demand or export"],
    [
      "steps with a capacity",
      {supplies: [{id: "s", node: "N", commodity: "gas", steps: [{quantity: 1, cost: 1}], capacity: 1}]},
      "supplies.0.steps: steps alone, without slope, capacity or minimum"
    ],
    [
      "a range turned round",
      {uncertain: [{parameter: "supplies.s.cost", range: [2, 1]}]},
      "uncertain.0.range: the lower end first"
    ],
    [
      "a triangle out of order",
      {uncertain: [{parameter: "supplies.s.cost", triangular: [1, 3, 2]}]},
      "uncertain.0.triangular: the lowest, the likeliest and the highest value, in this order"
    ],
    ["a negative capacity", {arcs: [{...market.arcs[0], capacity: -1}]}, "arcs.0.capacity: a number of at least 0"],
    ["a loss of all", {arcs: [{...market.arcs[0], loss: 1}]}, "arcs.0.loss: less than 1"]
  ])("refuses %s", (_, changes, message) => {
    expect(problems(changes)).toContain(message);
  });
});

describe("isParameter()", () => {
  const parsed = energyMarketSchema.parse(market);

  it.each([
    ["arcs.N-M.capacity", true],
    ["arcs.*.tariff", true],
    ["demands.d.price", true],
    ["arcs.N-M.colour", false],
    ["arcs.X.capacity", false],
    ["nodes.N.economy", false],
    ["arcs.N-M.capacity.more", false]
  ])("%s: %s", (name, is) => {
    expect(isParameter(parsed, name)).toBe(is);
  });
});
