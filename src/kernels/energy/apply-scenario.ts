import type {EnergyMarket, EnergyScenario} from "../../base/energy.ts";
import {type EnergyPart, energyParts} from "../../base/energy-parts.ts";

/** A market under the rules of a scenario: each part that the scenario names has the scenario's fields instead. */
export function applyScenario(market: EnergyMarket, scenario: EnergyScenario): EnergyMarket {
  const changed = energyParts.flatMap((part) => {
    const changes = scenario[part];
    return changes ? [[part, (market[part] ?? []).map((one) => withChanges(one, changes))] as const] : [];
  });
  return {
    ...market,
    ...Object.fromEntries(changed),
    ...(scenario.demandSlope && {demandSlope: scenario.demandSlope})
  };
}

function withChanges<One extends {readonly id: string}>(one: One, changes: Readonly<Record<string, object>>): One {
  return {...one, ...changes["*"], ...changes[one.id]};
}

/** A market with one number set, named as "arcs.A-B.capacity"; "*" stands for all of a kind. */
export function setParameter(market: EnergyMarket, parameter: string, value: number): EnergyMarket {
  const [part = "", id = "", field = ""] = parameter.split(".");
  const scenario = {id: "set", [part as EnergyPart]: {[id]: {[field]: value}}} as EnergyScenario;
  return applyScenario(market, scenario);
}
