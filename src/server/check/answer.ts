import {basisKey} from "../../base/figure.ts";
import type {Knowledge} from "../../base/pack.ts";
import {itemTitle} from "../../brief/context.ts";
import {checkDocument} from "../../claims/check.ts";
import type {CheckResult} from "../../claims/output.ts";
import {readDocument} from "../../claims/text/documents.ts";
import type {Catalogue} from "../catalogue.ts";
import {basisName} from "../figures/figure-words.ts";
import type {CheckAnswer, CheckRequest} from "./output.ts";

/** Checks a text against what was known on its day, and says what today's knowledge would change. */
export async function checkAnswer(request: CheckRequest, catalogue: Catalogue): Promise<CheckAnswer> {
  const {text, format, language} = request;
  const posted = request.posted ?? readDocument(text.slice(0, longestHead), format).posted;
  const today = catalogue.today();
  const asOf = request.asOf ?? posted ?? today;
  const [knowledge, now] = await Promise.all([
    catalogue.knowledge(asOf),
    catalogue.knowledge(asOf > today ? asOf : today)
  ]);
  const checked = checkDocument(text, {
    asOf,
    knowledge,
    today: now,
    ...(posted !== undefined && {posted}),
    ...(format && {format})
  });
  const {result} = checked;
  return {
    result,
    text: checked.text,
    spans: checked.spans.map((span) => ({...span})),
    labels: labelsOf(result, {knowledge, gazetteer: catalogue.gazetteer, language}),
    items: titlesOf(result, knowledge, language),
    sources: sourcesOf(result, knowledge)
  };
}

/** The day of posting stands near the top: front matter, a line "Posted:", or the head of a page. */
const longestHead = 100_000;

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
