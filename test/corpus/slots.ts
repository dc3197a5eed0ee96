import {isPeriod, parsePeriod} from "../../src/base/period.ts";
import type {GoldClaim} from "./corpus.ts";
import {type FoundClaim, goldValues, isClose, type Pair, sameType} from "./matching.ts";

/** The slots that count towards "all", then the further ones. */
export const mainSlots = ["type", "unit", "approx", "period", "indicator", "economies"] as const;
export const furtherSlots = ["value", "coverage"] as const;
export type SlotName = (typeof mainSlots)[number] | (typeof furtherSlots)[number];

/** Names under which blocs may be known besides the corpus's own. */
const aliases: Readonly<Record<string, string>> = {
  EMU: "EA",
  EUR: "EA",
  EA19: "EA",
  EA20: "EA",
  EUROZONE: "EA",
  "EURO-AREA": "EA",
  EU27: "EU",
  EU28: "EU",
  EAEU5: "EAEU",
  WORLD: "WLD",
  W00: "WLD"
};

/** Whether the slots of a matched pair are right; a slot the corpus leaves open is absent. */
export function judgeSlots({gold, found}: Pair): Partial<Record<SlotName, boolean>> {
  const judged: Partial<Record<SlotName, boolean>> = {type: sameType(gold, found)};
  if (gold.unit !== undefined) judged.unit = (gold.units ?? [gold.unit]).includes(perless(gold, found.unit));
  if (gold.approx !== undefined) judged.approx = (found.approx ?? "exact") === gold.approx;
  if (gold.period !== undefined) judged.period = samePeriod(gold.period, found.period);
  if (gold.indicator !== undefined) judged.indicator = found.indicator === gold.indicator;
  if (gold.economies !== undefined) judged.economies = sameEconomies(gold, found);
  if (gold.coverage !== undefined) judged.coverage = found.slots?.coverage?.value === gold.coverage;
  // Types that are matched without their number, and balances, which are matched without their sign.
  if (gold.type === "rank" || gold.type === "balance")
    judged.value = gold.value === undefined || goldValues(gold).some((value) => isClose(value, found.value));
  return judged;
}

/** Whether every main slot that was judged is right. */
export function allRight(judged: Partial<Record<SlotName, boolean>>): boolean {
  return mainSlots.every((slot) => judged[slot] !== false);
}

/** A rate's unit without its "per": the corpus writes USD for USD/month. */
function perless({type}: GoldClaim, unit: string | null | undefined): string {
  return (type === "rate" ? unit?.split("/")[0] : unit) ?? "";
}

function samePeriod(gold: string, found: FoundClaim["period"]): boolean {
  const text = typeof found === "string" ? found : found?.text;
  if (text === undefined || !isPeriod(text)) return false;
  const [a, b] = [parsePeriod(gold), parsePeriod(text)];
  return a.start === b.start && a.end === b.end;
}

/** Of exports and imports the order exporter, importer counts, of a balance whose it is; of all others no order. */
function sameEconomies({indicator, type, economies = []}: GoldClaim, found: FoundClaim): boolean {
  const named = economiesOf(found);
  const wanted = economies.map(canonical);
  const ordered = type !== "share" && ["exports", "imports", "balance"].includes(indicator ?? "");
  const order = (list: readonly string[]) => (ordered ? list : list.toSorted()).join(" ");
  return order(named) === order(wanted);
}

/** The economies of a found claim, exporter before importer. */
export function economiesOf({indicator, slots}: FoundClaim): string[] {
  const economy = listOf(slots?.economy?.value);
  const partner = listOf(slots?.partner?.value);
  return (indicator === "imports" ? [...partner, ...economy] : [...economy, ...partner]).map(canonical);
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null ? [] : [String(value)];
}

function canonical(id: string): string {
  const upper = id.toUpperCase();
  return aliases[upper] ?? upper;
}
