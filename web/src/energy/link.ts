import type {EnergyMarket} from "../../../src/base/energy.ts";
import {controlName, controlsOf} from "./controls.ts";

/** What the numbers of the page depend on. */
export interface EnergyChoice {
  /** Id of a shipped market. */
  readonly market: string;
  /** Id of the scenario that the user's own starts from. */
  readonly from: string;
  /** What sliders set, by name. */
  readonly settings: Readonly<Record<string, number>>;
}

/** The choice as a part of an address, which stays behind the #: "market=gas-two-hubs&from=S2&arcs.B-X.capacity=40". */
export function choiceToHash({market, from, settings}: EnergyChoice): string {
  const pairs = Object.entries({market, from, ...settings});
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
}

/** What an address holds; undefined where it names no shipped market, or a rule that its scenario does not have. */
export function hashToChoice(hash: string, markets: readonly EnergyMarket[]): EnergyChoice | undefined {
  const {market: id, from, ...rest} = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, "")));
  const market = markets.find((one) => one.id === id);
  const start = market?.scenarios.find((one) => one.id === (from ?? market.scenarios[0]!.id));
  if (!market || !start) return undefined;
  const controls = new Map(controlsOf(market, start).map((control) => [controlName(control), control]));
  const settings: Record<string, number> = {};
  for (const [name, text] of Object.entries(rest)) {
    const control = controls.get(name);
    const value = Number(text);
    if (!control || text.trim() === "" || !(value >= control.min && value <= control.max)) return undefined;
    if (value !== control.value) settings[name] = value;
  }
  return {market: market.id, from: start.id, settings};
}
