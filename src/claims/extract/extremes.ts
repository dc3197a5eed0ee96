import {type Analysis, type Reader, spanOf} from "../read/analysis.ts";
import type {Lexeme} from "../read/lexemes.ts";
import type {Context} from "./context.ts";
import {bilateral, resolveEconomies} from "./economies.ts";
import type {IndicatorWord} from "./indicators.ts";
import {type RawClaim, withoutQuantity} from "./raw-claim.ts";
import {coverageOf, periodOf, reporterOf, sinceOf} from "./slots.ts";

/** Reads records ("historical maximum", "lowest since 2009") and ranks ("third largest trading partner"). */
export function readExtremes(
  analysis: Analysis,
  words: readonly IndicatorWord[],
  context: Context,
  reader: Reader,
  sentence: number
): RawClaim[] {
  return [
    ...readRecords(analysis, words, context, reader, sentence),
    ...readRanks(analysis, context, reader, sentence)
  ];
}

function readRecords(
  analysis: Analysis,
  words: readonly IndicatorWord[],
  context: Context,
  reader: Reader,
  sentence: number
): RawClaim[] {
  const found: RawClaim[] = [];
  for (const lexeme of analysis.lexemes.tagged("record")) {
    const word = recordIndicator(analysis, words, lexeme);
    const indicator = word?.id ?? inheritedIndicator(analysis, lexeme, context);
    if (!indicator || isOtherRecord(analysis, lexeme)) continue;
    if (found.some((claim) => claim.indicator === indicator)) continue; // "a record, the highest since 2012" is one claim
    found.push(recordClaim(analysis, lexeme, word, indicator, context, reader, sentence));
  }
  return found;
}

/** The measured thing nearest to the word, in its clause first. */
function recordIndicator(
  {clauses}: Analysis,
  words: readonly IndicatorWord[],
  lexeme: Lexeme
): IndicatorWord | undefined {
  const distance = (w: IndicatorWord) =>
    Math.abs(w.from - lexeme.from) + (clauses[w.from] === clauses[lexeme.from] ? 0 : 100);
  return [...words].sort((a, b) => distance(a) - distance(b))[0];
}

function inheritedIndicator(analysis: Analysis, lexeme: Lexeme, {indicator}: Context): string | undefined {
  const hasNumber = analysis.quantities.some((q) => Math.abs(q.core - lexeme.to) <= 8);
  const isSaid =
    hasNumber ||
    analysis.times.some((t) => t.role === "since") ||
    /^(?:it|this|это|этот)$/.test(analysis.lower[0] ?? "");
  return isSaid && indicator?.paragraph === analysis.sentence.paragraph ? indicator.id : undefined;
}

/** "For the record", "track record", "at the highest level": no extremes of a series. */
function isOtherRecord({lower}: Analysis, {from, to}: Lexeme): boolean {
  const word = lower[from]!;
  const before = lower[from - 1] ?? "";
  if (word === "record" && (before === "track" || (before === "the" && /^(?:for|on|off)$/.test(lower[from - 2] ?? ""))))
    return true;
  if (word === "records" && !/^(?:new|all)$/.test(before)) return true;
  const lead = word === "the" ? before : before === "the" ? (lower[from - 2] ?? "") : before;
  return lead === "at" && (/level/.test(lower[to - 1]!) || /^level/.test(lower[to] ?? "")) && lower[to] !== "since";
}

function recordClaim(
  analysis: Analysis,
  lexeme: Lexeme,
  word: IndicatorWord | undefined,
  indicator: string,
  context: Context,
  reader: Reader,
  sentence: number
): RawClaim {
  const since = sinceOf(analysis, context);
  const period = periodOf(analysis, lexeme.from, lexeme.to, context);
  const coverage = bilateral.has(indicator) ? coverageOf(analysis, word, lexeme.from) : undefined;
  const reporter = reporterOf(analysis);
  return {
    ...spanOf(analysis, lexeme.from, lexeme.to),
    type: "record",
    value: null,
    meant: undefined,
    step: 0,
    unit: null,
    units: [],
    approx: "exact",
    readings: [],
    indicator,
    period: period?.period,
    base: since?.period,
    slots: {
      indicator: {value: indicator, from: word ? "sentence" : "paragraph"},
      ...resolveEconomies(analysis, word, indicator, word?.from ?? lexeme.from, context, reader.gazetteer),
      ...(coverage && {coverage}),
      ...(reporter && {reporter}),
      ...(period && {period: period.slot}),
      ...(since && {base: since.slot}),
      extreme: {value: lexeme.value, from: "sentence"}
    },
    direction: lexeme.value === "high" ? 1 : -1,
    sentence,
    paragraph: analysis.sentence.paragraph,
    passage: analysis.sentence,
    ...withoutQuantity
  };
}

function readRanks(analysis: Analysis, context: Context, reader: Reader, sentence: number): RawClaim[] {
  const {lexemes, tokens} = analysis;
  const found: RawClaim[] = [];
  for (const noun of lexemes.tagged("rank-noun")) {
    const rank =
      lexemes
        .tagged("rank")
        .filter((r) => r.to <= noun.from && noun.from - r.to <= 2)
        .at(-1) ?? lexemes.tagged("rank").find((r) => r.from <= noun.from && noun.to <= r.to);
    const number = rank ? Number(rank.value) : figureRank(tokens, noun.from);
    if (
      number === undefined ||
      isOneOf(
        tokens.map((t) => t.lower),
        rank?.from ?? noun.from,
        noun
      )
    )
      continue;
    const from = rank?.from ?? noun.from;
    const indicator = rankedBy(
      tokens
        .slice(noun.from, noun.to)
        .map((t) => t.lower)
        .join(" "),
      analysis,
      noun
    );
    const period = periodOf(analysis, from, noun.to, context);
    found.push({
      ...spanOf(analysis, Math.min(from, noun.from), Math.max(noun.to, rank?.to ?? 0)),
      type: "rank",
      value: number,
      meant: {low: number, high: number},
      step: 0,
      unit: "1",
      units: ["1"],
      approx: "exact",
      readings: [],
      indicator,
      period: period?.period,
      base: undefined,
      slots: {
        indicator: {value: indicator, from: "sentence"},
        ...resolveEconomies(
          analysis,
          undefined,
          indicator === "turnover" ? "turnover" : "rank",
          from,
          context,
          reader.gazetteer
        ),
        ...(period && {period: period.slot})
      },
      direction: 0,
      sentence,
      paragraph: analysis.sentence.paragraph,
      passage: analysis.sentence,
      ...withoutQuantity
    });
  }
  return found;
}

/** What a rank is by: partners by trade, export markets by exports, a place by what the sentence measures. */
function rankedBy(noun: string, {lexemes}: Analysis, {from}: Lexeme): string {
  if (/partner|партн/.test(noun)) return "turnover";
  if (/export|supplier|экспорт|поставщик/.test(noun)) return "exports";
  if (/import|импорт/.test(noun)) return "imports";
  if (/invest|инвест/.test(noun)) return "investment";
  if (/econom|эконом/.test(noun)) return "gdp";
  if (
    lexemes.tagged("rank-noun").some((n) => n.from !== from) ||
    /партн|partner/.test(
      lexemes
        .tagged("countable")
        .map((c) => c.value)
        .join(" ")
    )
  )
    return "turnover";
  const near = lexemes.tagged("indicator")[0]?.value;
  return near ?? "other";
}

/** "No. 1 partner", "4th place". */
function figureRank(tokens: Analysis["tokens"], at: number): number | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 3); --i) {
    const token = tokens[i]!;
    const isOrdinal =
      token.kind === "number" && (/^(?:st|nd|rd|th)$/.test(tokens[i + 1]?.lower ?? "") || tokens[i + 1]?.lower === "-");
    const isNumbered =
      token.kind === "number" &&
      /^(?:no|№|number)$/.test(
        tokens[i - 1]?.lower === "." ? (tokens[i - 2]?.lower ?? "") : (tokens[i - 1]?.lower ?? "")
      );
    if ((isOrdinal || isNumbered) && token.value <= 50) return token.value!;
  }
  return undefined;
}

/** "One of the largest partners", «один из крупнейших партнеров»: says no rank; so does a plural without a place. */
function isOneOf(lower: readonly string[], from: number, noun: Lexeme): boolean {
  const before = lower.slice(Math.max(0, from - 4), from).join(" ");
  if (/(?:one of|among|один из|одним из|одна из|одной из|в числе|среди|из)(?: the| its| наших| самых)?$/.test(before))
    return true;
  return /(?:s|ов|ы)$/.test(lower[noun.to - 1] ?? "") && !/imports$/.test(lower[noun.to - 1] ?? "");
}
