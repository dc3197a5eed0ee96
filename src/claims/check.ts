import {ConcordError} from "../base/errors.ts";
import type {Knowledge} from "../base/pack.ts";
import {latestDay} from "../base/period.ts";
import type {Item} from "../base/register.ts";
import {extractClaims} from "./extract/extract.ts";
import type {RawClaim} from "./extract/raw-claim.ts";
import {itemsBeside, judgeStatement} from "./judge/agreed.ts";
import {type Catalogue, makeCatalogue} from "./judge/candidates.ts";
import {judge} from "./judge/evaluate.ts";
import {checkInternally, type InternalChecks} from "./judge/internal.ts";
import type {Judgement} from "./judge/judgement.ts";
import {judgeRows} from "./judge/rows.ts";
import {itemsNamed} from "./judge/terms.ts";
import {whyInEnglish} from "./judge/why.ts";
import type {CheckResult, Claim, ClaimSeries, InternalCheck, ItemMatch} from "./output.ts";
import {readerFor} from "./read/reader.ts";
import type {CleanText} from "./text/clean-text.ts";
import {type Document, type DocumentFormat, readDocument} from "./text/documents.ts";
import {readLanguages} from "./text/language.ts";
import {tokenize} from "./text/words.ts";

export interface CheckOptions {
  /** Posting date as YYYY-MM-DD; defaults to what the document says. */
  readonly posted?: string;
  /** Day whose knowledge decides, as YYYY-MM-DD; defaults to the knowledge's own day, else to the posting date. */
  readonly asOf?: string;
  /** Figures and register known on that day; without them claims are found and checked against each other only. */
  readonly knowledge?: Knowledge;
  /** What is known today; where its verdict differs both are given. */
  readonly today?: Knowledge;
  /** Told from the text by default. */
  readonly format?: DocumentFormat;
}

/** Longest text that is read, in UTF-16 units; longer ones are refused. */
export const longestText = 4 * 1024 * 1024;

/**
 * Finds the claims of a text and holds each against every basis that the knowledge has: extract, resolve, evaluate,
 * verdict. Pure: no model, no network, the same text and knowledge give the same result.
 */
export function checkText(text: string, options: CheckOptions = {}): CheckResult {
  return checkDocument(text, options).result;
}

/** A checked document with its text as read, for those who show it. */
export interface CheckedDocument {
  readonly result: CheckResult;
  /** The text without markup, front matter and posting line. */
  readonly text: string;
  /** Where each claim stands in that text. */
  readonly spans: readonly {readonly start: number; readonly end: number}[];
}

/** Like `checkText`, and gives the text without its markup too. */
export function checkDocument(text: string, options: CheckOptions = {}): CheckedDocument {
  if (text.length > longestText)
    throw new ConcordError(
      "too_large",
      `Text has ${text.length} characters, wanted at most ${longestText}; split it into parts`
    );
  const document = readDocument(text, options.format);
  const posted = options.posted ?? document.posted;
  const asOf = options.asOf ?? options.knowledge?.asOf ?? posted;
  if (asOf === undefined) throw new TypeError("checkText() needs a posting date, an asOf day or knowledge");
  const notes = notesOn(document, posted);
  const raw = readLanguages.has(document.language)
    ? extract(document, posted ?? asOf, posted !== undefined, options.knowledge)
    : [];
  const view = judgeAll(document.clean.text, raw, options.knowledge, asOf, posted ?? asOf);
  const later =
    options.today && options.today.asOf !== asOf
      ? judgeAll(document.clean.text, raw, options.today, options.today.asOf, posted ?? asOf)
      : undefined;
  const claims = raw.map((claim, i) => toClaim(claim, i, document.clean, view, later));
  const result = {document: describe(document, text), posted: posted ?? null, asOf, claims, series: view.series, notes};
  return {result, text: document.clean.text, spans: raw.map(({start, end}) => ({start, end}))};
}

function describe(
  {title, publisher, speaker, source, language, format}: Document,
  text: string
): CheckResult["document"] {
  return {
    ...(title && {title}),
    ...(publisher && {publisher}),
    ...(speaker && {speaker}),
    ...(source && {source}),
    language,
    length: text.length,
    format
  };
}

function notesOn({language}: Document, posted: string | undefined): string[] {
  const notes: string[] = [];
  if (language === "und") notes.push("The text has no words to tell a language by");
  else if (!readLanguages.has(language))
    notes.push(
      `The text is in ${new Intl.DisplayNames("en", {type: "language"}).of(language)}; claims are read in English and Russian`
    );
  if (posted === undefined)
    notes.push('No posting date was found or given: "last year" and the like are read from the day of the check');
  return notes;
}

function extract(
  {clean, title}: Document,
  posted: string,
  isPosted: boolean,
  knowledge: Knowledge | undefined
): RawClaim[] {
  return extractClaims(clean.text, {
    reader: readerFor(knowledge),
    posted: latestDay(posted),
    isPosted,
    packEconomies: knowledge?.profile.economies ?? [],
    ...(title && {title})
  });
}

/** Everything that one day's knowledge says of the claims. */
interface View {
  readonly asOf: string;
  readonly judgements: readonly (Judgement & {readonly items: readonly ItemMatch[]})[];
  readonly internal: InternalChecks;
  readonly series: ClaimSeries[];
}

function judgeAll(
  text: string,
  raw: readonly RawClaim[],
  knowledge: Knowledge | undefined,
  asOf: string,
  posted: string
): View {
  const day = latestDay(asOf);
  const days = {day, posted: latestDay(posted)};
  const catalogue = knowledge && makeCatalogue(knowledge);
  const internal = checkInternally(raw, catalogue);
  const wordsOf = passageReader(text);
  let before: readonly Item[] = [];
  const judgements = raw.map((claim, i) => {
    if (!knowledge || !catalogue) return withInternal({...withoutData(claim, days), items: []}, internal.get(i) ?? []);
    const words = wordsOf(claim);
    const judged = judgeOne(claim, words, knowledge, catalogue, days, before);
    const named = itemsNamed(words, knowledge.register.items);
    if (named.length > 0) before = named;
    return withInternal(judged, internal.get(i) ?? []);
  });
  const series = catalogue ? judgeRows(raw, catalogue).map(withIds) : [];
  return {asOf, judgements, internal, series};
}

/** Reads the words of a claim's passage; claims of one sentence share theirs. */
function passageReader(text: string): (claim: RawClaim) => readonly string[] {
  let last: RawClaim["passage"] | undefined;
  let words: readonly string[] = [];
  return ({passage}) => {
    if (last?.start !== passage.start || last.end !== passage.end)
      words = tokenize(text, passage.start, passage.end).flatMap(({kind, lower}) => (kind === "word" ? [lower] : []));
    last = passage;
    return words;
  };
}

/** Day numbers of the check and of the posting. */
interface Days {
  readonly day: number;
  readonly posted: number;
}

function judgeOne(
  claim: RawClaim,
  words: readonly string[],
  knowledge: Knowledge,
  catalogue: Catalogue,
  {day, posted}: Days,
  before: readonly Item[]
) {
  if (claim.type === "status" || claim.type === "event")
    return {...judgeStatement(claim, words, knowledge, day, before, posted), bases: []};
  const items = claim.type === "commitment" || claim.type === "qualitative" ? itemsBeside(words, knowledge, day) : [];
  return {...judge(claim, catalogue, day), items};
}

const nothing: Catalogue = {
  byIndicator: new Map(),
  answers: new Map(),
  knowledge: {
    asOf: "1970-01-01",
    profile: {economies: ["WLD"]},
    figures: [],
    sources: [],
    register: {entities: [], items: [], assertions: [], links: []}
  }
};

function withoutData(claim: RawClaim, {day, posted}: Days): Judgement {
  const future = claim.type === "event" && (claim.period === undefined ? day <= posted : claim.period.end > day + 1);
  return future ? {verdict: "open", ground: "time-not-come", bases: []} : judge(claim, nothing, day);
}

/** A number that does not fit the others of its text is inconsistent, whatever the figures say. */
function withInternal<J extends Judgement>(judged: J, checks: readonly InternalCheck[]): J {
  const failed = checks.find((check) => check.holds === false && check.check !== "exchange-rate");
  return failed ? {...judged, verdict: "inconsistent", reason: undefined, ground: "own-numbers"} : judged;
}

const idOf = (index: number | string) => String(Number(index) + 1);

function withIds(series: ClaimSeries): ClaimSeries {
  return {
    ...series,
    claims: series.claims.map(idOf),
    path: series.path.map((step) => ({...step, claim: idOf(step.claim)})),
    growth: series.growth.map((step) => ({...step, from: idOf(step.from), to: idOf(step.to)}))
  };
}

function toClaim(raw: RawClaim, index: number, clean: CleanText, view: View, later: View | undefined): Claim {
  const {verdict, reason, ground, bases, items} = view.judgements[index]!;
  const now = later?.judgements[index];
  const period = raw.period?.text ?? null;
  const why = (on: View) => whyInEnglish({...on.judgements[index]!, period, internal: on.internal.get(index) ?? []});
  const low = bounded(raw.meant?.low);
  const high = bounded(raw.meant?.high);
  return {
    id: idOf(index),
    text: clean.text.slice(raw.start, raw.end),
    start: clean.toSource(raw.start),
    end: clean.endToSource(raw.end),
    type: raw.type,
    value: raw.quantity?.isRange ? null : raw.value,
    low,
    high,
    unit: raw.unit === "x" ? "1" : raw.unit,
    approx: raw.approx,
    period,
    indicator: raw.indicator,
    slots: {...raw.slots},
    readings: [...raw.readings],
    verdict,
    ...(reason && {reason}),
    ground,
    why: why(view),
    bases: [...bases],
    items: [...items],
    internal: (view.internal.get(index) ?? []).map((check) => ({...check, claims: check.claims.map(idOf)})),
    ...(now &&
      later &&
      now.verdict !== verdict && {
        today: {
          asOf: later.asOf,
          verdict: now.verdict,
          ...(now.reason && {reason: now.reason}),
          ground: now.ground,
          why: why(later)
        }
      })
  };
}

function bounded(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
