import type {EnergyMarket, EnergyScenario} from "../../../src/base/energy.ts";
import type {EnergyPart} from "../../../src/base/energy-parts.ts";
import {inLanguage} from "../../../src/base/in-language.ts";
import type {Language} from "../../../src/base/label.ts";
import {applyScenario} from "../../../src/kernels/energy/apply-scenario.ts";

/** One number of a market that a slider sets. */
export interface Control {
  readonly part: EnergyPart;
  readonly id: string;
  readonly field: string;
  /** What it is under the scenario that one starts from. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Numbers that rules are about, by kind of part; those that a market leaves out have no slider, save duties and taxes. */
const fields: readonly (readonly [EnergyPart, readonly string[]])[] = [
  ["demands", ["price"]],
  ["arcs", ["capacity", "tariff", "duty"]],
  ["exports", ["price", "duty"]],
  ["supplies", ["tax"]],
  ["processes", ["rebate"]]
];

/** The sliders of a market under a scenario: prices that are given, capacities, tariffs, duties, taxes and rebates. */
export function controlsOf(market: EnergyMarket, scenario: EnergyScenario): Control[] {
  const ruled = applyScenario(market, scenario);
  return fields.flatMap(([part, names]) =>
    (ruled[part] ?? []).flatMap((one) =>
      names.flatMap((field) => {
        const value = (one as unknown as Readonly<Record<string, unknown>>)[field];
        return typeof value === "number" ? [{part, id: one.id, field, value, min: 0, ...spanOf(value)}] : [];
      })
    )
  );
}

/** A round end of about twice the value, in about fifty steps. */
function spanOf(value: number): {max: number; step: number} {
  const size = Math.max(10, 2 * Math.abs(value));
  const power = 10 ** Math.floor(Math.log10(size));
  const max = [1, 2, 5, 10].map((times) => times * power).find((end) => end >= size)!;
  return {max, step: max / 100};
}

/** A scenario with some numbers set anew: names as "arcs.A-B.capacity". */
export function withSettings(scenario: EnergyScenario, settings: Readonly<Record<string, number>>): EnergyScenario {
  const result: Record<string, unknown> = {...scenario};
  for (const [name, value] of Object.entries(settings)) {
    const [part = "", id = "", field = ""] = name.split(".");
    const before = (result[part] ?? {}) as Readonly<Record<string, object>>;
    result[part] = {...before, [id]: {...before[id], [field]: value}};
  }
  return result as unknown as EnergyScenario;
}

/** Where a control is, with the id by which charts name it: "hub A → hub B (A-B)"; the id alone where nothing has a name. */
export function controlPlace({nodes, ...market}: EnergyMarket, {part, id}: Control, language: Language): string {
  const nameOf = (node: string) => inLanguage(nodes.find((one) => one.id === node)?.names, language);
  const found = (market[part] ?? []).find((one) => one.id === id);
  const ends = found && "from" in found ? [found.from, found.to] : found && "node" in found ? [found.node] : [];
  const names = ends.map(nameOf);
  return names.length > 0 && names.every((name) => name !== "") ? `${names.join(" → ")} (${id})` : id;
}

/** Name of what a control sets. */
export function controlName({part, id, field}: Control): string {
  return `${part}.${id}.${field}`;
}
