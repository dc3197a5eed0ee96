import {basisKey} from "../../base/basis-key.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import type {Language} from "../../base/label.ts";
import type {Knowledge} from "../../base/pack.ts";
import {itemTitle} from "../../brief/context.ts";
import {verdictsCsv} from "../../brief/csv.ts";
import {checkDocument} from "../../claims/check.ts";
import type {CheckResult} from "../../claims/output.ts";
import {type DocumentFormat, readDocument} from "../../claims/text/documents.ts";
import type {Catalogue} from "../catalogue.ts";
import {basisName} from "../figures/figure-words.ts";
import type {CheckAnswer, CheckRequest} from "./output.ts";

/** A text to check with what was known on its day and today; all of it can be copied to another thread. */
export interface CheckTask {
  readonly text: string;
  readonly language: Language;
  readonly format?: DocumentFormat;
  readonly posted?: string;
  readonly asOf: string;
  readonly knowledge: Knowledge;
  readonly today: Knowledge;
}

/** The day of posting stands near the top: front matter, a line "Posted:", or the head of a page. */
const longestHead = 100_000;

/** What a request asks: days that it leaves open are those of the text, else today. */
export function checkTask({text, format, language, ...request}: CheckRequest, catalogue: Catalogue): CheckTask {
  const posted = request.posted ?? readDocument(text.slice(0, longestHead), format).posted;
  const today = catalogue.today();
  const asOf = request.asOf ?? posted ?? today;
  return {
    text,
    language,
    asOf,
    knowledge: catalogue.knowledge(asOf),
    today: catalogue.knowledge(asOf > today ? asOf : today),
    ...(posted !== undefined && {posted}),
    ...(format && {format})
  };
}

/** Checks a text against what was known on its day, and says what today's knowledge would change. */
export function checkAnswer({text, language, ...options}: CheckTask, gazetteer: Gazetteer): CheckAnswer {
  const {knowledge} = options;
  const checked = checkDocument(text, options);
  const {result} = checked;
  return {
    result,
    text: checked.text,
    spans: checked.spans.map((span) => ({...span})),
    labels: labelsOf(result, {knowledge, gazetteer, language}),
    items: titlesOf(result, knowledge, language),
    sources: sourcesOf(result, knowledge)
  };
}

/** The forms in which an answer is sent. */
export const checkForms = {
  json: (answer: CheckAnswer) => JSON.stringify(answer),
  csv: ({result}: CheckAnswer) => verdictsCsv(result.claims)
} as const;

function matches({claims, series}: CheckResult) {
  return [...claims.flatMap(({bases}) => bases), ...series.flatMap(({growth}) => growth.flatMap(({bases}) => bases))];
}

function labelsOf(result: CheckResult, view: Parameters<typeof basisName>[1]): CheckAnswer["labels"] {
  const labels = new Map<string, string>();
  for (const {basis} of matches(result)) {
    const key = basisKey(basis);
    if (!labels.has(key)) labels.set(key, basisName(basis, view));
  }
  return Object.fromEntries(labels);
}

function titlesOf({claims}: CheckResult, {register}: Knowledge, language: CheckRequest["language"]) {
  const named = new Set(claims.flatMap(({items}) => items.map(({item}) => item)));
  return Object.fromEntries(
    register.items.filter(({id}) => named.has(id)).map((item) => [item.id, itemTitle(item, language)])
  );
}

function sourcesOf(result: CheckResult, {sources}: Knowledge): CheckAnswer["sources"] {
  const used = new Set([
    ...matches(result).flatMap(({figure}) => figure.sources),
    ...result.claims.flatMap(({items}) => items.flatMap((item) => item.sources))
  ]);
  return sources.filter(({id}) => used.has(id));
}
