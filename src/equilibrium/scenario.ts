import {type TradeScenario, tradeScenarioSchema} from "../base/trade-scenario.ts";
import {readYaml} from "./read-yaml.ts";

/** Reads a trade scenario from YAML; all violations are in one error. */
export function parseTradeScenario(text: string, file: string): TradeScenario {
  return readYaml(text, tradeScenarioSchema, {file, what: "Scenario"});
}
