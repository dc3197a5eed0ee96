import type {Basis, Figure} from "../../src/base/figure.ts";
import type {Knowledge} from "../../src/base/pack.ts";
import {latestDay} from "../../src/base/period.ts";
import type {Assertion, Entity, Item} from "../../src/base/register.ts";
import {type CheckOptions, checkText} from "../../src/claims/check.ts";
import type {CheckResult, Claim} from "../../src/claims/output.ts";

/** Two economies that only a pack knows. */
export const entities: readonly Entity[] = [
  {
    id: "veloria",
    kind: "economy",
    names: {en: "Veloria", ru: "Велория"},
    aliases: {ru: ["велори*"]},
    demonyms: {en: ["Velorian"], ru: ["велорийск*"]}
  },
  {
    id: "tarsona",
    kind: "economy",
    names: {en: "Tarsona", ru: "Тарсона"},
    aliases: {ru: ["тарсон*"]},
    demonyms: {en: ["Tarsonian"], ru: ["тарсонск*"]}
  }
];

/** Trade in goods of the two in Veloria's books. */
export const trade: Basis = {
  indicator: "turnover",
  kind: "level",
  economy: "tarsona",
  partner: "veloria",
  reporter: "veloria",
  coverage: "goods",
  unit: "USD"
};

let made = 0;

/** A sourced figure in billions of dollars, known from the next February, on the basis of `trade` with changes. */
export function billions(
  value: number,
  period: string,
  basis: Partial<Basis> = {},
  more: Partial<Figure> = {}
): Figure {
  return figure(value * 1e9, period, {...trade, ...basis}, {step: 1e8, ...more});
}

export function figure(value: number | null, period: string, basis: Basis, more: Partial<Figure> = {}): Figure {
  made += 1;
  return {
    id: `f${made}`,
    basis,
    period,
    value,
    bound: "exact",
    status: "reported",
    evidence: "sourced",
    known: `${Number(period.slice(0, 4)) + 1}-02`,
    sources: [`s${made}`],
    ...more
  };
}

export interface World {
  readonly figures?: readonly Figure[];
  readonly items?: readonly Item[];
  readonly assertions?: readonly Assertion[];
  readonly economies?: readonly string[];
}

/** What is known of the two economies on a day. */
export function knownOn(
  day: string,
  {figures = [], items = [], assertions = [], economies = ["tarsona", "veloria"]}: World
): Knowledge {
  return {
    asOf: day,
    profile: {economies: [...economies]},
    figures: figures.filter(({known}) => latestDay(known) <= latestDay(day)),
    sources: [],
    register: {entities, items, assertions, links: []}
  };
}

/** Checks a text posted on 2024-06-01 against a world as known on that day. */
export function check(text: string, world: World = {}, options: CheckOptions = {}): CheckResult {
  const posted = options.posted ?? "2024-06-01";
  return checkText(text, {posted, knowledge: knownOn(options.asOf ?? posted, world), ...options});
}

/** The claim of a text whose words contain `words`. */
export function claimWith(result: CheckResult, words: string): Claim {
  const found = result.claims.filter(({text}) => text.includes(words));
  if (found.length !== 1)
    throw new Error(
      `Claims with "${words}" are ${found.length} of [${result.claims.map(({text}) => text).join(" | ")}], wanted 1`
    );
  return found[0]!;
}
