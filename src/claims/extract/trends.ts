import {isoDay, parsePeriod, yearOf, yearPeriod} from "../../base/period.ts";
import {type Analysis, type Reader, spanOf} from "../read/analysis.ts";
import type {Lexeme} from "../read/lexemes.ts";
import type {Context} from "./context.ts";
import {bilateral, resolveEconomies} from "./economies.ts";
import type {IndicatorWord} from "./indicators.ts";
import {type RawClaim, withoutQuantity} from "./raw-claim.ts";
import {baseOf, coverageOf, type PeriodSlot, periodOf, productOf} from "./slots.ts";

/** Reads growth told without a number: "GDP and industry are growing", «экспорт сократился». */
export function readTrends(
  analysis: Analysis,
  words: readonly IndicatorWord[],
  claims: readonly RawClaim[],
  context: Context,
  reader: Reader,
  sentence: number
): RawClaim[] {
  const found: RawClaim[] = [];
  for (const lexeme of [...analysis.lexemes.tagged("up"), ...analysis.lexemes.tagged("down")]) {
    if (!isVerb(analysis, lexeme) || isQuantified(analysis, lexeme, claims)) continue;
    const subjects = subjectsOf(analysis, words, lexeme);
    if (subjects.length === 0 || found.some((claim) => claim.indicator === nameOf(subjects))) continue;
    found.push(trendClaim(analysis, subjects, lexeme, context, reader, sentence));
  }
  return found;
}

const verbs =
  /^(?:grew|growing|grows|grown|rose|rising|rises|risen|increased|increasing|increases|climbed|jumped|surged|soared|expanded|expanding|fell|falling|falls|fallen|dropped|declined|declining|decreased|decreasing|shrank|shrinking|contracted|plunged|slumped|вырос\S*|возрос\S*|увеличил\S*|увеличива\S*|раст[еу]т|растут|снизил\S*|снижа\S*|упал\S*|пада\S*|сократил\S*|сокраща\S*|уменьшил\S*)$/;

function isVerb({tokens, lexemes, clauses}: Analysis, {from, to}: Lexeme): boolean {
  if (!tokens.slice(from, to).some((t) => verbs.test(t.lower))) return false;
  const isSupposed = lexemes.tagged("hypothetical").some((h) => h.to <= from && clauses[h.from] === clauses[from]);
  return !isSupposed && !/^(?:will|to|could|should|must|can|be|keep|continue)$/.test(tokens[from - 1]?.lower ?? "");
}

/** Whether a number in the clause, or right behind the verb, already says how much. */
function isQuantified(
  {clauses, quantities, tokens}: Analysis,
  {from, to}: Lexeme,
  claims: readonly RawClaim[]
): boolean {
  const near = quantities.some((q) => clauses[q.core] === clauses[from] || (q.core >= to && q.core - to <= 6));
  const end = tokens[to - 1]!.end;
  return near || claims.some((claim) => claim.start >= end && claim.start - end < 24);
}

/** The indicators right before the verb in its clause, joined by "and". */
function subjectsOf({clauses, tokens}: Analysis, words: readonly IndicatorWord[], verb: Lexeme): IndicatorWord[] {
  const before = words.filter(
    (w) => w.to <= verb.from && clauses[w.from] === clauses[verb.from] && verb.from - w.to <= 6
  );
  const last = before.at(-1);
  if (!last) return [];
  const previous = before.at(-2);
  const between = previous ? tokens.slice(previous.to, last.from).map((t) => t.lower) : [];
  const joined = previous && between.length <= 2 && between.some((w) => w === "and" || w === "и");
  return joined ? [previous, last] : [last];
}

function nameOf(subjects: readonly IndicatorWord[]): string {
  return subjects.map((s) => s.id).join("+");
}

/** "Is growing" without a time speaks of the latest complete year. */
function lastFullYear({posted}: Context): PeriodSlot {
  const year = yearPeriod(yearOf(parsePeriod(isoDay(posted))) - 1);
  return {period: year, slot: {value: year.text, from: "posted"}};
}

function trendClaim(
  analysis: Analysis,
  subjects: readonly IndicatorWord[],
  verb: Lexeme,
  context: Context,
  reader: Reader,
  sentence: number
): RawClaim {
  const indicator = nameOf(subjects);
  const first = subjects[0]!;
  const period = periodOf(analysis, verb.from, verb.to, context) ?? lastFullYear(context);
  const base = baseOf(analysis, verb.from, verb.to, period?.period, context);
  const product = productOf(analysis, first, {from: verb.from, to: verb.to});
  const coverage = bilateral.has(indicator) ? coverageOf(analysis, first, first.from) : undefined;
  const direction = verb.tag === "up" ? 1 : -1;
  return {
    ...spanOf(analysis, first.from, verb.to),
    type: "growth",
    value: null,
    step: 0,
    unit: "%",
    units: ["%"],
    approx: "exact",
    readings: [],
    meant:
      direction > 0
        ? {low: 0, high: Number.POSITIVE_INFINITY, lowOpen: true}
        : {low: Number.NEGATIVE_INFINITY, high: 0, highOpen: true},
    indicator,
    period: period?.period,
    base: base?.period,
    slots: {
      indicator: {value: indicator, from: "sentence"},
      ...resolveEconomies(analysis, first, first.id, first.from, context, reader.gazetteer),
      ...(coverage && {coverage}),
      ...(product && {product}),
      ...(period && {period: period.slot}),
      ...(base && {base: base.slot})
    },
    direction,
    sentence,
    paragraph: analysis.sentence.paragraph,
    passage: analysis.sentence,
    ...withoutQuantity
  };
}
