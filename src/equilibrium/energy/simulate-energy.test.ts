import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {makeMarket, shippedMarket} from "../../../test/equilibrium/energy-markets.ts";
import {energyOutputSchema} from "../../base/energy-result.ts";
import {ConcordError} from "../../base/errors.ts";
import type {SolveProgram} from "../../kernels/program/program.ts";
import {loadHighs} from "../../runtime/highs-solver.ts";
import {parseEnergyMarket, parseEnergyScenarios} from "./read-market.ts";
import {simulateEnergy} from "./simulate-energy.ts";

const gas = shippedMarket("gas");
const failure = async (promise: Promise<unknown>): Promise<ConcordError> => {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause
  );
  expect(error).toBeInstanceOf(ConcordError);
  return error as ConcordError;
};

describe("simulateEnergy()", () => {
  it("gives an output of the published form, every scenario beside the first", async () => {
    const output = await simulateEnergy(
      {...gas, uncertain: [{parameter: "exports.X.price", range: [190, 210]}]},
      {draws: 5}
    );
    expect(energyOutputSchema.parse(JSON.parse(JSON.stringify(output)))).toEqual(output);
    expect(output.base).toBe("S0");
    expect(output.changes.map(({scenario}) => scenario)).toEqual(["S1", "S2", "S3", "S4"]);
    expect(output.parameters).toEqual({draws: 5, seed: 1});
  });

  it("accounts of all economies add up to the total, and changes to their difference", async () => {
    const {scenarios, changes} = await simulateEnergy(gas);
    for (const {economies, total} of scenarios)
      expect(economies.reduce((sum, {welfare}) => sum + welfare, 0)).toBeCloseTo(total, 8);
    changes.forEach((change, k) => {
      expect(change.total).toBeCloseTo(scenarios[k + 1]!.total - scenarios[0]!.total, 8);
    });
  });

  it("what leaves one economy enters another", async () => {
    const {scenarios} = await simulateEnergy(gas);
    for (const {economies} of scenarios) {
      const [exports, imports] = (["exports", "imports"] as const).map((flow) =>
        economies.reduce((sum, {commodities}) => sum + commodities[0]![flow], 0)
      );
      expect(exports).toBeCloseTo(imports!, 9);
    }
  });

  it("takes the scenarios that are asked for, in their order, and further ones", async () => {
    const more = [{id: "wide", arcs: {"B-X": {capacity: 60}}}];
    const output = await simulateEnergy(gas, {scenarios: ["S2", "wide", "S0"], more});
    expect(output.scenarios.map(({scenario}) => scenario)).toEqual(["S2", "wide", "S0"]);
    expect(output.base).toBe("S2");
  });

  it("shows what was seen beside what the first scenario gives", async () => {
    const observed = [
      {number: "demands.B.paid", value: 128.5, source: "https://example.org"},
      {number: "arcs.A-B.sent", value: 45},
      {number: "supplies.fields.quantity", value: 150}
    ];
    const {observed: compared} = await simulateEnergy({...gas, observed});
    expect(compared).toEqual([
      {number: "demands.B.paid", value: 128.5, found: 140, difference: 11.5, source: "https://example.org"},
      {number: "arcs.A-B.sent", value: 45, found: 45, difference: 0},
      {number: "supplies.fields.quantity", value: 150, found: 155, difference: 5}
    ]);
    expect((await simulateEnergy({...gas, observed}, {scenarios: ["S2"]})).observed).toBeUndefined();
  });

  it("names scenarios that are not there", async () => {
    const error = await failure(simulateEnergy(gas, {scenarios: ["S9", "S2", "SX"]}));
    expect(error.code).toBe("invalid_query");
    expect(error.message).toBe('Market "gas-two-hubs" has no scenario "S9", "SX"');
    expect(error.details.hint).toContain('"S0", "S1"');
  });

  it("names the constraints that cannot hold together", async () => {
    const more = [{id: "more", exports: {X: {minimum: 50}}}];
    const error = await failure(simulateEnergy(gas, {scenarios: ["more"], more}));
    expect(error.message).toBe(
      'Market "gas-two-hubs" under scenario "more" is infeasible: these cannot hold together: ' +
        'the minimum of export "X", 50; the capacity of arc "B-X", 25; the capacity of arc "A-X", 20'
    );
    expect(error.details.hint).toMatch(/^it lacks 5 bn m³ a year of gas at "X"/);
  });

  it("names the direction of gains without end", async () => {
    const market = makeMarket({
      nodes: ["N", "X"],
      supplies: [{id: "s", node: "N", commodity: "gas", cost: 10}],
      arcs: [{id: "N-X", from: "N", to: "X", commodity: "gas", tariff: 5}],
      exports: [{id: "x", node: "X", commodity: "gas", price: 20}]
    });
    const error = await failure(simulateEnergy(market));
    expect(error.message).toMatch(
      /unbounded: gains grow without end along more of supply "s", more of export "x", more of arc "N-X"/
    );
  });

  it("names price rules that cannot be followed", async () => {
    const more = [{id: "circle", demands: {A: {price: {of: "B"}}, B: {price: {of: "A"}}}}];
    const error = await failure(simulateEnergy(gas, {scenarios: ["circle"], more}));
    expect(error.details.hint).toContain("A → B → A");
  });

  it("refuses a solution that fails its checks", async () => {
    const honest = await loadHighs();
    const solve: SolveProgram = (program) => {
      const solution = honest(program);
      return {...solution, rowDual: solution.rowDual.map((price) => price + 1e-3)};
    };
    const error = await failure(simulateEnergy(gas, {solve}));
    expect(error.message).toMatch(/fails its checks$/);
    expect(error.details.checks).toMatchObject({converged: false});
  });

  it("refuses more draws than tell anything", async () => {
    const error = await failure(simulateEnergy(gas, {draws: 100_001}));
    expect(error.code).toBe("too_large");
  });

  it("has nothing to draw where nothing is uncertain", async () => {
    const error = await failure(simulateEnergy(gas, {draws: 10}));
    expect(error.message).toMatch(/names nothing uncertain/);
  });
});

describe("parseEnergyMarket()", () => {
  const text = readFileSync(new URL("../../../docs/examples/energy/gas.json", import.meta.url), "utf8");
  const faults = (broken: string) => {
    try {
      parseEnergyMarket(broken, "m.json");
    } catch (error) {
      return {message: (error as ConcordError).message, hint: (error as ConcordError).details.hint};
    }
    throw new Error("nothing was refused");
  };

  it("lists all faults with their places", () => {
    const broken = text.replace('"to": "A"', '"to": "Q"').replace('"capacity": 20', '"capacity": -20');
    const {message, hint} = faults(broken);
    expect(message).toMatch(
      /^Market m\.json:37:38: arcs\.0\.to: found "Q", wanted the id of a node: P, A, B, X \(and 1 more\)$/
    );
    expect(hint).toMatch(/^m\.json:\d+:\d+: arcs\.3\.capacity: found -20, wanted a number of at least 0$/);
    expect(faults(text.replace('"names"', '"nomes"')).hint).toContain('found "nomes", wanted no such member');
  });

  it("says where a text is no JSON or YAML", () => {
    expect(faults(text.replace('"id": "X"', '"id": ["X"')).message).toMatch(
      /m\.json:\d+:\d+: found .* wanted YAML or JSON/
    );
    expect(faults("")).toEqual({message: "Market m.json:1:1: found null, wanted an object"});
  });
});

describe("parseEnergyScenarios()", () => {
  it("reads YAML and lists what the market does not have", () => {
    const read = parseEnergyScenarios("scenarios:\n  - id: wide\n    arcs: {B-X: {capacity: 60}}\n", "s.yaml", gas);
    expect(read).toEqual({scenarios: [{id: "wide", arcs: {"B-X": {capacity: 60}}}]});
    const broken =
      "scenarios:\n  - id: a\n    arcs: {B-Z: {capacity: 60}}\n  - id: a\n    demands: {Q: {price: 3}}\nuncertain: [{parameter: arcs.B-X.colour, range: [1, 2]}]\n";
    expect(() => parseEnergyScenarios(broken, "s.yaml", gas)).toThrow(
      /^Scenarios s\.yaml:3:17: scenarios\.0\.arcs\.B-Z: .* P-A, A-B, B-X, A-X \(and 3 more\)$/
    );
  });
});
