import type {DeficitRule, TradeScenario} from "../../../src/base/trade-scenario.ts";
import {type Sample, samples} from "./sample.ts";
import {hashToScenarios, scenariosToHash} from "./scenario-text.ts";

/** What the numbers of the page depend on, and which scenario is shown. */
export interface Shared {
  readonly scenarios: readonly TradeScenario[];
  /** A shipped world; "own" where the data are a table of the reader's, which no link carries. */
  readonly data: Sample | "own";
  readonly sigma: number;
  readonly deficits: DeficitRule;
  /** Share by which elasticities are uncertain; 0 draws none. */
  readonly spread: number;
  readonly active: number;
}

/** What the page begins with; an address names only what differs. */
export const untouched = {data: "sectors", sigma: 5, deficits: "held", spread: 0, active: 0} as const;

/** Rules for trade imbalances, in the order in which they are offered. */
export const deficitRules = ["held", "proportional", "removed"] as const satisfies readonly DeficitRule[];
/** Shares by which elasticities can be uncertain. */
export const spreads = [0, 0.1, 0.2, 0.3] as const;

/** The state of the page as a part of an address, which stays behind the #. */
export function sharedToHash({scenarios, ...rest}: Shared): string {
  const changed = Object.entries(rest).filter(([name, value]) => value !== untouched[name as keyof typeof untouched]);
  return [scenariosToHash(scenarios), ...changed.map(([name, value]) => `${name}=${value}`)].join("&");
}

/** What an address holds, its scenarios not yet checked; undefined where it holds nothing that can be read. */
export function hashToShared(hash: string): (Omit<Shared, "scenarios"> & {scenarios: unknown[]}) | undefined {
  const scenarios = hashToScenarios(hash);
  if (!Array.isArray(scenarios) || scenarios.length === 0) return undefined;
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const text = (name: keyof typeof untouched) => parameters.get(name) ?? String(untouched[name]);
  const [sigma, spread, active] = [Number(text("sigma")), Number(text("spread")), Number(text("active"))];
  const data = [...samples, "own" as const].find((one) => one === text("data"));
  const deficits = deficitRules.find((one) => one === text("deficits"));
  const isKnown = sigma > 1 && sigma <= 100 && (spreads as readonly number[]).includes(spread);
  if (!data || !deficits || !isKnown || !scenarios[active]) return undefined;
  return {scenarios, data, deficits, sigma, spread, active};
}

/** The command that gives the same numbers; scenarios are read from the file that the page saves. */
export function commandOf(
  {data, sigma, deficits}: Pick<Shared, "data" | "sigma" | "deficits">,
  own: string,
  file: string
) {
  const path = data === "own" ? own : `docs/examples/trade/islands${data === "matrix" ? ".csv" : ""}`;
  const isOneSector = data !== "sectors";
  return [
    "concord simulate trade",
    quoted(path),
    `--scenario ${quoted(`${file}.yaml`)}`,
    `--deficits ${deficits}`,
    ...(isOneSector ? [`--sigma ${sigma}`] : [])
  ].join(" ");
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}._/-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
