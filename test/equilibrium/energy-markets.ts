import {readFileSync} from "node:fs";
import type {EnergyMarket} from "../../src/base/energy.ts";
import {energyMarketSchema} from "../../src/base/energy-market.ts";

/** A market that the documentation ships. */
export function shippedMarket(name: "gas" | "oil"): EnergyMarket {
  const file = new URL(`../../docs/examples/energy/${name}.json`, import.meta.url);
  return energyMarketSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** A market of one commodity from its parts, with what a test does not care about filled in. */
export function makeMarket(
  parts: Partial<Pick<EnergyMarket, "supplies" | "demands" | "exports" | "arcs" | "processes" | "cross">> & {
    readonly nodes: readonly string[];
    readonly commodities?: readonly string[];
  }
): EnergyMarket {
  const {nodes, commodities = ["gas"], ...rest} = parts;
  return energyMarketSchema.parse({
    id: "test",
    names: {en: "Test"},
    status: "illustrative",
    units: {quantity: {en: "units"}, price: {en: "money a unit"}, money: {en: "money"}},
    economies: nodes.map((id) => ({id})),
    commodities: commodities.map((id) => ({id})),
    nodes: nodes.map((id) => ({id, economy: id})),
    supplies: [],
    demands: [],
    scenarios: [{id: "only"}],
    ...rest
  });
}
