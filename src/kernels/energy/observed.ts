import type {EnergyMarket} from "../../base/energy.ts";
import type {EnergyOutput, EnergyResult} from "../../base/energy-result.ts";

/** What was seen of a market beside what the scenario that describes it, the market's first, gives. */
export function compareObserved(
  {observed = [], scenarios}: EnergyMarket,
  results: readonly EnergyResult[]
): EnergyOutput["observed"] {
  const described = results.find(({scenario}) => scenario === scenarios[0]!.id);
  if (!described || observed.length === 0) return undefined;
  return observed.map(({number, value, source}) => {
    const found = numberOf(described, number);
    return {number, value, found, difference: found - value, ...(source !== undefined && {source})};
  });
}

/** A number of an answer by its name, as "arcs.A-B.sent". */
function numberOf(result: EnergyResult, name: string): number {
  const [part, id, field = ""] = name.split(".");
  const parts = part === "arcs" ? result.flows : result[part as "supplies" | "demands" | "exports" | "processes"];
  return (parts.find((one) => one.id === id) as unknown as Readonly<Record<string, number>>)[field]!;
}
