import {monthsIn, type Period, parsePeriod, yearOf, yearsBefore} from "../../base/period.ts";
import type {Slot} from "../output.ts";
import type {Analysis, Mention} from "../read/analysis.ts";
import {resolveTime} from "../read/resolve-time.ts";
import type {TimeExpression} from "../read/times.ts";
import type {Context} from "./context.ts";
import type {IndicatorWord} from "./indicators.ts";

/** A period with the words or the context it was taken from. */
export interface PeriodSlot {
  readonly period: Period;
  readonly slot: Slot;
  /** Carried over from an earlier paragraph. */
  readonly isGuess?: boolean;
}

/** The time that belongs to a quantity at tokens `from`…`to`: right behind it, then before it, then the context's. */
export function periodOf(
  analysis: Analysis,
  from: number,
  to: number,
  context: Context,
  role: "in" | "base" = "in"
): PeriodSlot | undefined {
  const time = timeOf(analysis, from, to, role);
  if (time) return slotOfTime(analysis, time, context);
  return role === "in" ? inherited(analysis, context) : undefined;
}

/** The period that one time expression means here. */
export function slotOfTime(analysis: Analysis, time: TimeExpression, context: Context): PeriodSlot | undefined {
  const named = analysis.mentions.map((m) => m.entity);
  const economies = named.length > 0 ? named : (context.economies?.ids ?? []);
  const found = resolveTime(time, {
    posted: context.posted,
    economies,
    ...(context.period?.paragraph === analysis.sentence.paragraph && {period: parsePeriod(context.period.text)}),
    ...(context.year !== undefined && {year: context.year})
  });
  if (!found) return undefined;
  const origin = found.from === "text" ? "sentence" : found.from === "context" ? "paragraph" : "posted";
  return {
    period: found.period,
    slot: {value: found.period.text, from: origin, words: wordsOf(analysis, time.from, time.to)}
  };
}

function wordsOf({tokens}: Analysis, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((t) => t.lower)
    .join(" ");
}

/** The period spoken of last; from an earlier paragraph it is a guess, which contradicts nothing. */
function inherited(analysis: Analysis, {period}: Context): PeriodSlot | undefined {
  if (!period) return undefined;
  const isGuess = period.paragraph !== analysis.sentence.paragraph;
  const slot = {value: period.text, from: "paragraph" as const};
  return {period: parsePeriod(period.text), slot, ...(isGuess && {isGuess})};
}

/** How many tokens may stand between a quantity and a time right behind it. */
const behindReach = 3;

function timeOf(analysis: Analysis, from: number, to: number, role: "in" | "base"): TimeExpression | undefined {
  const {times, clauses, quantities} = analysis;
  const own = times.filter((t) =>
    role === "base" ? t.role === "base" : t.role === "in" || t.role === "by" || isWhen(analysis, t, from)
  );
  const clause = clauses[from];
  const nextQuantity = quantities.find((q) => q.core >= to)?.from ?? Number.POSITIVE_INFINITY;
  const behind = own.find(
    (t) => t.from >= to && t.from - to <= behindReach && t.to <= nextQuantity && !breaksBetween(analysis, to, t.from)
  );
  if (role === "base")
    return own.find((t) => t.from >= to && t.to <= nextQuantity) ?? own.filter((t) => t.to <= from).at(-1);
  const before = own.filter((t) => t.to <= from);
  return (
    behind ??
    before.filter((t) => clauses[t.from] === clause).at(-1) ??
    own.find((t) => t.from >= to && clauses[t.from] === clause) ??
    before.at(-1) ??
    own.find((t) => t.from >= to)
  );
}

/** "The lowest since 2009, when it was $23.3 bn": behind a "when" the time is that of the number. */
function isWhen({lower}: Analysis, {role, to}: TimeExpression, from: number): boolean {
  const next = lower[to] === "," ? to + 1 : to;
  return role === "since" && from > next && /^(?:when|когда)$/.test(lower[next] ?? "");
}

function breaksBetween({tokens}: Analysis, from: number, to: number): boolean {
  return tokens.slice(from, to).some((t) => t.kind === "mark" && /^[,;:()–—]$/.test(t.lower) && t.lower !== "(");
}

/** What a change is measured from: the base the text names, else the same period a year earlier. */
export function baseOf(
  analysis: Analysis,
  from: number,
  to: number,
  period: Period | undefined,
  context: Context
): PeriodSlot | undefined {
  const named = timeOf(analysis, from, to, "base");
  const found = named && slotOfTime(analysis, named, {...context, year: undefined});
  if (found && found.period.text !== period?.text) return asLong(found, period);
  return (
    period && {
      period: yearsBefore(period, 1),
      slot: {value: yearsBefore(period, 1).text, from: "posted"}
    }
  );
}

/** "A year earlier" and "the same months of 2023" are as long as the period compared: January to August. */
function asLong(base: PeriodSlot, period: Period | undefined): PeriodSlot {
  const isWholeYear = monthsIn(base.period) === 12;
  const length = period ? monthsIn(period) : undefined;
  if (!period || !isWholeYear || length === undefined || length >= 12) return base;
  const years = yearOf(period) - yearOf(base.period);
  const same = years > 0 ? yearsBefore(period, years) : yearsBefore(period, 1);
  return {period: same, slot: {...base.slot, value: same.text}};
}

/** Since when an extreme holds. */
export function sinceOf(analysis: Analysis, context: Context): PeriodSlot | undefined {
  const time = analysis.times.find((t) => t.role === "since");
  return time && slotOfTime(analysis, time, context);
}

/** "5.5 bn in services", «5,5 млрд — услуги»: the coverage right behind the number. */
export function coverageBehind({lexemes, quantities}: Analysis, quantity: {readonly to: number}): Slot | undefined {
  const found = lexemes.tagged("coverage").find((c) => c.from >= quantity.to && c.from - quantity.to <= 2);
  const isNext = found && !quantities.some((q) => q.core >= quantity.to && q.core < found.from);
  return isNext ? {value: found.value, from: "sentence"} : undefined;
}

/** Goods, services or both, when the clause says so near its indicator. */
export function coverageOf(
  {lexemes, clauses}: Analysis,
  word: IndicatorWord | undefined,
  at: number
): Slot | undefined {
  const anchor = word?.from ?? at;
  const found = lexemes
    .tagged("coverage")
    .filter((c) => clauses[c.from] === clauses[anchor] && Math.abs(c.from - anchor) <= 8)
    .sort((a, b) => Math.abs(a.from - anchor) - Math.abs(b.from - anchor) || b.to - b.from - (a.to - a.from))[0];
  return found && {value: found.value, from: "sentence"};
}

/** A flow of one product is not the total: "food exports", «экспорт продовольствия», "goods worth … of timber". */
export function productOf(
  {lexemes, clauses, lower}: Analysis,
  word: IndicatorWord | undefined,
  quantity: {readonly from: number; readonly to: number}
): Slot | undefined {
  if (!word) return undefined;
  const found = lexemes.tagged("product").find((p) => {
    const isBeside = p.to <= word.from ? word.from - p.to <= 1 : p.from >= word.to && p.from - word.to <= 3;
    const isBehind =
      p.from >= quantity.to && p.from - quantity.to <= 3 && /^(?:of|worth)$/.test(lower[p.from - 1] ?? "");
    return clauses[p.from] === clauses[word.from] && (isBeside || isBehind);
  });
  return found && {value: lower.slice(found.from, found.to).join(" "), from: "sentence"};
}

const cues =
  /^(?:according|data|figures|statistics|statistical|customs|estimates|reported|reports|said|данным|статистике|информации|сведениям|данные|статистики|сообщил|сообщает|оценке)$/;

/** Whose books the text names: an organisation, or "Belarusian statistics", «по данным России». */
export function reporterOf({tokens, lower, mentions}: Analysis): Slot | undefined {
  const body = mentions.find((m) => m.form === "organisation" && m.speaksFor !== undefined && isTelling(lower, m));
  if (body) return {value: body.speaksFor!, from: "sentence", words: wordsOfMention(tokens, body)};
  const books = mentions.find((m) => (m.form === "name" || m.form === "demonym") && hasCueNear(lower, m));
  return books && {value: books.entity, from: "sentence", words: wordsOfMention(tokens, books)};
}

/** "According to Belstat", "Belstat put it at": a body that is only told, or met, reports nothing. */
function isTelling(lower: readonly string[], {from, to}: Mention): boolean {
  const before = lower.slice(Math.max(0, from - 3), from);
  if (before.some((w) => /^(?:told|tell|meeting|addressing|before)$/.test(w))) return false;
  const behind = lower.slice(to, to + 2);
  return before.some((w) => cues.test(w)) || behind.some((w) => tells.test(w)) || to >= lower.length - 1;
}

const tells =
  /^(?:data|figures|statistics|put|puts|reported|reports|counts|counted|said|says|shows|show|showed|estimates|estimated|сообщил\S*|сообщает|насчитал\S*|оценивает|оценил\S*|приводит|указывает)$/;

function wordsOfMention(tokens: Analysis["tokens"], {from, to}: Mention): string {
  return tokens
    .slice(from, to)
    .map((t) => t.lower)
    .join(" ");
}

/** "According to Belarusian statistics", "Russian customs data", «по данным белорусской стороны». */
function hasCueNear(lower: readonly string[], {from, to}: Mention): boolean {
  const behind = lower
    .slice(to, to + 2)
    .some((w) => /^(?:statistics|data|figures|customs|side|стороны|сторона|статистики|таможни|статистике)$/.test(w));
  const before = lower.slice(Math.max(0, from - 3), from).some((w) => cues.test(w) && w !== "said" && w !== "reported");
  return (
    behind &&
    (before ||
      /^(?:side|сторона)$/.test(lower[to] ?? "") ||
      lower[to] === "statistics" ||
      lower[to] === "customs" ||
      lower[to + 1] === "data")
  );
}
