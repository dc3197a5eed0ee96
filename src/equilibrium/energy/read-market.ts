import type {z} from "zod";
import {type EnergyMarket, type EnergyScenarioFile, energyScenarioFileSchema} from "../../base/energy.ts";
import {energyMarketSchema} from "../../base/energy-market.ts";
import {scenarioProblems, uncertainProblems} from "../../base/energy-problems.ts";
import {parseYaml} from "../../packs/parse-yaml.ts";

/** Reads a market of energy from JSON or YAML; all that is wrong with it is in one error. */
export function parseEnergyMarket(text: string, file: string): EnergyMarket {
  return parseYaml(text, energyMarketSchema as z.ZodType<EnergyMarket>, {file, what: "Market"});
}

/** Reads scenarios of a market from YAML or JSON; all that is wrong with them is in one error. */
export function parseEnergyScenarios(text: string, file: string, market: EnergyMarket): EnergyScenarioFile {
  return parseYaml(text, energyScenarioFileSchema, {file, what: "Scenarios"}, ({scenarios, uncertain}) => [
    ...scenarios.flatMap((scenario, i) =>
      scenarioProblems(market, scenario).map((one) => ({...one, path: ["scenarios", i, ...one.path]}))
    ),
    ...scenarios.flatMap(({id}, i) =>
      scenarios.findIndex((other) => other.id === id) < i
        ? [{path: ["scenarios", i, "id"], wanted: "an id of its own"}]
        : []
    ),
    ...uncertainProblems(market, uncertain)
  ]);
}
