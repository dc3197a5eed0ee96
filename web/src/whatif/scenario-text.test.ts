import {describe, expect, it} from "vitest";
import {tradeScenarioSchema} from "../../../src/base/trade-scenario.ts";
import {parseTradeScenario} from "../../../src/equilibrium/scenario.ts";
import {hashToScenarios, scenariosToHash, scenarioYaml} from "./scenario-text.ts";

const scenario = tradeScenarioSchema.parse({
  name: 'Союз: "A" & B #1',
  description: "— with: odd, letters",
  barriers: [
    {exporter: ["A", "B"], importer: "*", bothWays: true, type: "tariff", scale: 0.35},
    {exporter: "A", importer: "B", type: "rent", holder: "exporter", from: 10, to: 0, sector: "x, y"}
  ],
  parameters: {deficits: "proportional"}
});

describe("scenarioYaml()", () => {
  it("is read by the command line as the same scenario", () => {
    expect(parseTradeScenario(scenarioYaml(scenario), "s.yaml")).toEqual(scenario);
    const empty = {name: "x", barriers: []};
    expect(parseTradeScenario(scenarioYaml(empty), "s.yaml")).toEqual(empty);
  });
});

describe("scenariosToHash()", () => {
  it("comes back as it was, in letters that an address may hold", () => {
    const hash = scenariosToHash([scenario, {name: "y", barriers: []}]);
    expect(hash).toMatch(/^s=[\w-]+$/);
    expect(hashToScenarios(`#${hash}`)).toEqual([scenario, {name: "y", barriers: []}]);
  });

  it("is undefined where the address holds nothing or something broken", () => {
    for (const hash of ["", "#", "#s=%%", "#s=abc", "#other=1"]) expect(hashToScenarios(hash)).toBeUndefined();
  });
});
