import {type TradeScenario, tradeScenarioSchema} from "../base/trade-scenario.ts";
import {parseYaml} from "../packs/parse-yaml.ts";

/** Reads a trade scenario from YAML; all violations are in one error. */
export function parseTradeScenario(text: string, file: string): TradeScenario {
  return parseYaml(text, tradeScenarioSchema, {file, what: "Scenario"});
}
