import type {GoldClaim} from "./corpus.ts";
import {type FoundClaim, goldVerdicts} from "./matching.ts";
import {f1, rate, type Scored, type Scores, type Tally} from "./scoring.ts";
import {economiesOf, furtherSlots, judgeSlots, mainSlots, type SlotName} from "./slots.ts";

/** A named group of texts with its scores. */
export interface Group {
  readonly name: string;
  readonly scores: Scores;
}

/** Three aligned tables: extraction, slots of matched claims, verdicts. */
export function formatScores(groups: readonly Group[]): string {
  const slots = [...mainSlots, "all", ...furtherSlots] as const;
  return [
    table(
      ["extraction", "texts", "marked", "found", "precision", "recall", "F1", "number P", "number R", "number F1"],
      groups.map(({name, scores}) => [name, ...extractionCells(scores)])
    ),
    table(
      ["slots of matched", ...slots],
      groups.map(({name, scores}) => [name, ...slots.map((slot) => share(scores.slots[slot]))])
    ),
    table(
      ["verdicts", "right", "contradicted", "series"],
      groups.map(({name, scores: s}) => [name, counted(s.verdicts), counted(s.contradicted), counted(s.series)])
    )
  ].join("\n\n");
}

function extractionCells(s: Scores): string[] {
  return [
    String(s.texts),
    String(s.recall.of),
    String(s.precision.of),
    share(s.precision),
    share(s.recall),
    number(f1(s.precision, s.recall)),
    share(s.numberPrecision),
    share(s.numberRecall),
    number(f1(s.numberPrecision, s.numberRecall))
  ];
}

function share(one: Tally): string {
  return number(rate(one));
}

function counted(one: Tally): string {
  return `${share(one)} (${one.right}/${one.of})`;
}

function number(value: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(3);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ");
  return [line(header), ...rows.map(line)].join("\n");
}

/** Every miss, every spurious claim and every wrong slot or verdict of a text; empty when all is right. */
export function formatFailures({gold, matching}: Scored): string {
  const lines = [
    ...matching.missed.map((one) => `  missed    ${describeGold(one)}`),
    ...matching.spurious.map((one) => `  spurious  ${describeFound(one, gold.text)}`),
    ...matching.pairs.flatMap((pair) => wrongSlots(pair.gold, pair.found)),
    ...matching.pairs.flatMap((pair) => wrongVerdict(pair.gold, pair.found))
  ];
  return lines.length === 0
    ? ""
    : [`${gold.id} (${gold.split}, posted ${gold.posted}): ${gold.text}`, ...lines].join("\n");
}

function wrongSlots(gold: GoldClaim, found: FoundClaim): string[] {
  const judged = judgeSlots({gold, found});
  return (Object.keys(judged) as SlotName[])
    .filter((slot) => judged[slot] === false)
    .map((slot) => `  slot      "${gold.span}" ${slot}: wanted ${wanted(gold, slot)}, found ${got(found, slot)}`);
}

function wrongVerdict(gold: GoldClaim, found: FoundClaim): string[] {
  const verdicts = goldVerdicts(gold);
  if (verdicts.length === 0 || verdicts.some((one) => one === found.verdict)) return [];
  return [`  verdict   "${gold.span}": wanted ${verdicts.join(" or ")}, found ${found.verdict ?? "none"}`];
}

function wanted(gold: GoldClaim, slot: SlotName): string {
  if (slot === "type") return [gold.type, ...(gold.alt ?? [])].join(" or ");
  if (slot === "unit") return (gold.units ?? [gold.unit]).join(" or ");
  if (slot === "value") return (gold.values ?? [gold.value]).join(" or ");
  return String(gold[slot]);
}

function got(found: FoundClaim, slot: SlotName): string {
  if (slot === "economies") return economiesOf(found).join(",") || "none";
  if (slot === "coverage") return String(found.slots?.coverage?.value ?? "none");
  const value = found[slot] ?? "none";
  return typeof value === "object" ? value.text : String(value);
}

function describeGold({span, type, value, low, high}: GoldClaim): string {
  return `"${span}" ${type}${value === undefined ? "" : ` ${value}`}${low === undefined ? "" : ` ${low}..${high}`}`;
}

function describeFound({start, end, type, value, low, high}: FoundClaim, text: string): string {
  const number = typeof value === "number" ? ` ${value}` : typeof low === "number" ? ` ${low}..${high}` : "";
  return `"${text.slice(start, end)}" ${type}${number}`;
}
