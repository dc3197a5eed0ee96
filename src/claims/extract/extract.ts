import type {Interval} from "../../base/interval.ts";
import {negate} from "../../base/interval.ts";
import type {Slot} from "../output.ts";
import {type Analysis, analyse, type Reader, spanOf} from "../read/analysis.ts";
import type {Quantity} from "../read/quantity.ts";
import {segment} from "../text/segment.ts";
import {type Classified, classify} from "./classify.ts";
import type {Context} from "./context.ts";
import {bilateral, economyMentions, idsOf, resolveEconomies} from "./economies.ts";
import {readExtremes} from "./extremes.ts";
import {type IndicatorWord, indicatorWords} from "./indicators.ts";
import type {RawClaim} from "./raw-claim.ts";
import {baseOf, coverageBehind, coverageOf, type PeriodSlot, periodOf, productOf, reporterOf} from "./slots.ts";
import {readStatements} from "./statements.ts";
import {readTrends} from "./trends.ts";

export interface ExtractOptions {
  readonly reader: Reader;
  /** Day number of the posting date. */
  readonly posted: number;
  readonly isPosted: boolean;
  readonly title?: string;
  readonly packEconomies: readonly string[];
}

/** Finds the claims of a clean text, in order, with every slot that the text, its title or its date can fill. */
export function extractClaims(
  text: string,
  {reader, posted, isPosted, title, packEconomies}: ExtractOptions
): RawClaim[] {
  const context: Context = {
    posted,
    isPosted,
    packEconomies,
    pair: undefined,
    titlePair: undefined,
    subject: undefined,
    economies: undefined,
    year: undefined,
    period: undefined,
    indicator: undefined,
    topic: undefined,
    owner: undefined,
    currency: undefined,
    books: undefined
  };
  if (title) readTitle(title, reader, context);
  const claims: RawClaim[] = [];
  for (const [index, sentence] of segment(text).entries()) {
    const analysis = analyse(text, sentence, reader);
    if (isBare(analysis)) continue;
    for (const claim of readSentence(analysis, context, reader, index)) claims.push(claim);
  }
  return claims;
}

/** Nothing in the sentence that any claim could be made of. */
function isBare({quantities, mentions, lexemes}: Analysis): boolean {
  return quantities.length === 0 && mentions.length === 0 && lexemes.all.length === 0;
}

function readTitle(title: string, reader: Reader, context: Context): void {
  const analysis = analyse(title, {start: 0, end: title.length, paragraph: -1}, reader);
  rememberEconomies(analysis, context, reader, "title");
  context.titlePair = context.pair;
}

function readSentence(analysis: Analysis, context: Context, reader: Reader, sentence: number): RawClaim[] {
  const words = indicatorWords(analysis);
  rememberEconomies(analysis, context, reader, "sentence");
  const before = {...context}; // what a record or a trend of this sentence goes on from
  const claims: RawClaim[] = [];
  for (const quantity of analysis.quantities) {
    const claim = readQuantityClaim(analysis, words, quantity, context, reader, sentence);
    if (claim) claims.push(claim);
  }
  const glossed = markGlosses(
    analysis,
    claims.map((claim) => linkChange(claim, claims))
  );
  const extremes = readExtremes(analysis, words, before, reader, sentence);
  const trends = readTrends(analysis, words, glossed, before, reader, sentence);
  const statements = readStatements(analysis, [...glossed, ...extremes, ...trends], context, sentence);
  rememberYear(analysis, context);
  return [...glossed, ...extremes, ...trends, ...statements].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Two economies named in one sentence are the pair the text goes on to speak of, until it turns to another one. */
function rememberEconomies(analysis: Analysis, context: Context, reader: Reader, from: "title" | "sentence"): void {
  const ids = idsOf(economyMentions(analysis), reader.gazetteer);
  if (ids.length === 0) return;
  const origin = from === "title" ? "title" : "paragraph";
  context.subject ??= ids[0];
  context.economies = {ids, from: origin};
  if (ids.length === 2) context.pair = {economies: [ids[0]!, ids[1]!].sort() as [string, string], from: origin};
  else if (!ids.some((id) => context.pair?.economies.includes(id))) context.pair = undefined;
}

function rememberYear({times}: Analysis, context: Context): void {
  const dated = times.filter((t) => t.role === "in" && t.year !== undefined).at(-1);
  if (dated?.year !== undefined) context.year = dated.toYear ?? dated.year;
}

function readQuantityClaim(
  analysis: Analysis,
  words: readonly IndicatorWord[],
  quantity: Quantity,
  context: Context,
  reader: Reader,
  sentence: number
): RawClaim | undefined {
  const classified = classify(analysis, words, quantity);
  if (!classified) return undefined;
  const inherited = inheritIndicator(analysis, classified, quantity, context);
  const indicator = classified.indicator ?? inherited?.id ?? (quantity.unit === "x" && !inherited ? null : "other");
  const period = quantityPeriod(analysis, classified, quantity, context);
  const base =
    classified.type === "growth" || classified.type === "ratio"
      ? baseOf(analysis, quantity.from, quantity.to, period?.period, context)
      : undefined;
  const slots = claimSlots(analysis, classified, indicator, quantity, context, reader, {
    period,
    base,
    inherited: inherited?.coverage
  });
  const type = isTarget(analysis, classified, quantity, period, context) ? "target" : classified.type;
  const unit = unitOf(quantity, indicator, context);
  const {value, meant} = withSign(quantity, classified, isDeficit(analysis, classified, indicator));
  if (/^[A-Z]{3}$/.test(unit) && unit !== "XXX") context.currency = unit;
  if (slots.reporter) context.books = {id: slots.reporter.value, paragraph: analysis.sentence.paragraph};
  if (!classified.isBase) remember(analysis, context, indicator, slots, period);
  const {start, end} = spanOf(analysis, quantity.from, Math.max(quantity.to, classified.to));
  // Written out field by field: literals that begin with a spread took a tenth of the time of a dense text.
  return {
    start,
    end,
    type,
    value,
    meant,
    step: quantity.step,
    unit,
    units: unit === quantity.unit ? quantity.units : [unit],
    approx: quantity.bound,
    readings: quantity.readings,
    indicator,
    period: period?.period,
    base: base?.period,
    slots,
    direction: classified.direction,
    sentence,
    paragraph: analysis.sentence.paragraph,
    passage: analysis.sentence,
    quantity,
    status: undefined,
    glossOf: undefined,
    books: context.books?.paragraph === analysis.sentence.paragraph ? context.books.id : undefined,
    isGuess: inherited?.isSaid === false || period?.isGuess === true,
    isBase: classified.isBase
  };
}

/** "It" and "the figure" go on about what was measured last in the paragraph, a bare amount about its topic. */
function inheritIndicator(
  analysis: Analysis,
  {indicator, type}: Classified,
  quantity: Quantity,
  context: Context
): Inherited | undefined {
  if (indicator !== null || type === "count" || type === "share") return undefined;
  const isAnaphor = analysis.lexemes.tagged("anaphor").some((a) => a.to <= quantity.from);
  const isInSentence = analysis.quantities[0] !== quantity;
  const last =
    isAnaphor || isInSentence || type === "growth" ? context.indicator : (context.topic ?? context.indicator);
  const isMoney = quantity.unit.length === 3 || quantity.isScaled;
  if (!last || !(isMoney || isAnaphor || type === "growth")) return undefined;
  const isHere = last.paragraph === analysis.sentence.paragraph;
  return {...last, isSaid: isHere && (isAnaphor || isInSentence)};
}

/** An indicator taken from the text before; not said when not even a pronoun stands for it. */
interface Inherited extends NonNullable<Context["indicator"]> {
  readonly isSaid: boolean;
}

/** A base level ("from $6.5 bn in 1996") has the time right behind it, or the base the sentence names. */
function quantityPeriod(
  analysis: Analysis,
  {isBase, to, type}: Classified,
  quantity: Quantity,
  context: Context
): PeriodSlot | undefined {
  const end = Math.max(to, quantity.to);
  const found = periodOf(analysis, quantity.from, end, context);
  const now = type === "count" && found?.isGuess ? undefined : found; // a count without a time is of the day
  if (!isBase) return now;
  const behind = analysis.times.find(
    (t) => t.from >= end && t.from - end <= 6 && !analysis.quantities.some((q) => q.core >= end && q.core < t.from)
  );
  if (behind && behind.role !== "base") return now;
  return baseOf(analysis, quantity.from, end, now?.period, context);
}

/** Every number about the future is a target or a forecast: a word says so before it, or its time has not come. */
function isTarget(
  {lexemes, clauses}: Analysis,
  {type}: Classified,
  quantity: Quantity,
  period: PeriodSlot | undefined,
  {posted, isPosted}: Context
): boolean {
  if (type === "rank") return false;
  if (isPosted && period && period.period.start > posted && period.slot.from === "sentence") return true;
  const ahead = [...lexemes.tagged("forecast"), ...lexemes.tagged("commitment")];
  const before = ahead.filter((l) => l.to <= quantity.core && clauses[l.from] === clauses[quantity.core]).at(-1);
  if (!before || lexemes.tagged("aux").some((a) => a.from >= before.to && a.to <= quantity.from && a.to - a.from < 2))
    return false;
  return !(isPosted && period && period.period.end <= posted - 90 && period.slot.from === "sentence");
}

/** A scaled number without a unit is money of the currency spoken of last, where an amount is measured. */
function unitOf(quantity: Quantity, indicator: string | null, {currency}: Context): string {
  if (quantity.unit !== "1" || !quantity.isScaled || indicator === null) return quantity.unit;
  return bilateral.has(indicator) || indicator === "other" ? (currency ?? "XXX") : quantity.unit;
}

function isDeficit({tokens}: Analysis, {word, type}: Classified, indicator: string | null): boolean {
  if (indicator !== "balance" || type !== "balance" || !word) return false;
  return tokens
    .slice(word.from, word.to)
    .some((t) => /^(?:deficit|gap|negative|дефицит\S*|отрицательн\S*)$/.test(t.lower));
}

/** Falls are negative growth and deficits negative balances, unless the sign was written. */
function withSign(
  quantity: Quantity,
  {type, direction}: Classified,
  isDeficit: boolean
): {value: number; meant: Interval} {
  const falls = (isDeficit || (type === "growth" && direction < 0)) && !quantity.signed && quantity.value > 0;
  return falls
    ? {value: -quantity.value, meant: negate(quantity.meant)}
    : {value: quantity.value, meant: quantity.meant};
}

interface Found {
  readonly period: PeriodSlot | undefined;
  readonly base: PeriodSlot | undefined;
  readonly inherited: Slot | undefined;
}

function claimSlots(
  analysis: Analysis,
  classified: Classified,
  indicator: string | null,
  quantity: Quantity,
  context: Context,
  reader: Reader,
  {period, base, inherited}: Found
): Record<string, Slot> {
  const {word} = classified;
  const isTrade = indicator !== null && bilateral.has(indicator);
  const coverage = isTrade
    ? (coverageBehind(analysis, quantity) ??
      coverageOf(analysis, word, quantity.core) ??
      (word ? flowCoverage(analysis, indicator, context) : inherited))
    : undefined;
  const reporter = isTrade ? reporterOf(analysis) : undefined;
  const product = isTrade ? productOf(analysis, word, quantity) : undefined;
  const isKnown = indicator !== null && indicator !== "other";
  const slots: Record<string, Slot> = isKnown
    ? resolveEconomies(analysis, word, indicator, quantity.core, context, reader.gazetteer)
    : {};
  if (indicator) slots.indicator = {value: indicator, from: word || classified.indicator ? "sentence" : "paragraph"};
  if (coverage) slots.coverage = coverage;
  if (reporter) slots.reporter = reporter;
  if (product) slots.product = product;
  if (period) slots.period = period.slot;
  if (base) slots.base = base.slot;
  return slots;
}

/** "Exports of goods …; imports …": flows of one paragraph go on in the same coverage until another is named. */
function flowCoverage({sentence}: Analysis, indicator: string | null, {indicator: last}: Context): Slot | undefined {
  const isFlow = (id: string | null) => id === "exports" || id === "imports" || id === "balance";
  if (!last || last.paragraph !== sentence.paragraph || !isFlow(last.id) || !isFlow(indicator)) return undefined;
  return last.coverage && {...last.coverage, from: "paragraph"};
}

function remember(
  analysis: Analysis,
  context: Context,
  indicator: string | null,
  slots: Readonly<Record<string, Slot>>,
  period: PeriodSlot | undefined
): void {
  const {paragraph} = analysis.sentence;
  if (indicator && indicator !== "other") {
    context.indicator = {id: indicator, coverage: slots.coverage, paragraph};
    if (context.topic?.paragraph !== paragraph) context.topic = context.indicator;
  }
  if (period) context.period = {text: period.period.text, paragraph};
  const {economy, partner} = slots;
  if (indicator === "turnover" && economy && partner && partner.value !== "WLD" && economy.from !== "pack")
    context.pair = {economies: [economy.value, partner.value], from: "paragraph"};
  const owner = indicator === "exports" || indicator === "imports" ? slots.economy : undefined;
  if (owner?.from === "sentence") context.owner = {id: owner.value, paragraph, sentence: analysis.sentence.start};
}

/** "Eightfold: from $6.5 bn in 1996 to $55 bn in 2025": the change is between the times of the two levels. */
function linkChange(change: RawClaim, claims: readonly RawClaim[]): RawClaim {
  if (change.type !== "growth" && change.type !== "ratio") return change;
  const levels = claims.filter(
    (c) => c !== change && c.indicator === change.indicator && (c.type === "level" || c.type === "balance")
  );
  const from = levels.find((c) => c.isBase && c.slots.period?.from === "sentence");
  const to = levels.find((c) => !c.isBase && c.slots.period?.from === "sentence" && c.unit === from?.unit);
  if (!from?.period || !to?.period || from.period.text === to.period.text) return change;
  return {
    ...change,
    period: to.period,
    base: from.period,
    slots: {...change.slots, period: to.slots.period!, base: from.slots.period!}
  };
}

/** "3 trillion rubles ($35 billion)": the amount in brackets says the same in another currency. */
function markGlosses({tokens}: Analysis, claims: readonly RawClaim[]): RawClaim[] {
  return claims.map((claim, i) => {
    const before = claims[i - 1];
    if (!before?.quantity || !claim.quantity || !isMoney(claim) || !isMoney(before) || before.unit === claim.unit)
      return claim;
    const between = tokens
      .slice(before.quantity.to, claim.quantity.from)
      .map((t) => t.lower)
      .join(" ");
    return /^(?:\(|, or|or|\( about|\( around|\( some|или|\( около|that is|, или)$/.test(between)
      ? {
          ...claim,
          glossOf: before.start,
          indicator: before.indicator,
          type: before.type,
          slots: {...before.slots},
          period: before.period
        }
      : claim;
  });
}

function isMoney({unit}: RawClaim): boolean {
  return unit !== null && /^[A-Z]{3}$/.test(unit);
}
