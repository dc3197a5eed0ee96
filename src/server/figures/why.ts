import {basisKey} from "../../base/basis-key.ts";
import type {Figure} from "../../base/figure.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import {type Language, languages} from "../../base/label.ts";
import type {Knowledge, Pack} from "../../base/pack.ts";
import {latestDay} from "../../base/period.ts";
import type {Source} from "../../base/source.ts";
import {formatDate, stop} from "../../charts/format.ts";
import {cite} from "./cite.ts";
import {storedFigures} from "./computed.ts";
import {type FigureWords, figureWords} from "./figure-words.ts";
import {findFigure} from "./find.ts";
import type {NamedFigure, WhyAnswer} from "./output.ts";
import {statementKey, surroundingsOf, thingKey} from "./surroundings.ts";

/** What an explanation draws on. */
export interface WhyContext {
  /** As known on the day asked about. */
  readonly knowledge: Knowledge;
  /** As known today, for the vintages that came later. */
  readonly today: Knowledge;
  readonly gazetteer: Gazetteer;
  readonly packOf: (id: string) => Pack | undefined;
}

/** Answers why a number is what it is; undefined when there is no such figure on the day. */
export function whyFigure(id: string, context: WhyContext): WhyAnswer | undefined {
  const {knowledge, gazetteer} = context;
  const figure = findFigure(id, knowledge, gazetteer);
  if (!figure) return undefined;
  const inputs = allInputs(figure, context);
  const sources = sourcesOf([figure, ...inputs], knowledge);
  const pack = [figure, ...inputs].map((one) => context.packOf(one.id)).find((one) => one !== undefined);
  const named = nameFigure(figure, context);
  const cited = {figure, sources, pack, asOf: knowledge.asOf};
  const each = <Value>(make: (language: Language) => Value) => ({en: make("en"), ru: make("ru")});
  return {
    asOf: knowledge.asOf,
    ...named,
    basisKey: basisKey(figure.basis),
    computed: !storedFigures(knowledge).has(id),
    inputs: inputs.map((one) => nameFigure(one, context)),
    sources: [...sources],
    pack: pack ? describePack(pack) : null,
    vintages: vintagesOf(figure, context),
    others: othersOf(figure, context).map((one) => nameFigure(one, context)),
    cite: each((language) => cite({...cited, words: named.words[language]}, language)),
    text: each((language) => plainText(named.words[language], sources, knowledge.asOf, language))
  };
}

function nameFigure(figure: Figure, {knowledge, gazetteer}: WhyContext): NamedFigure {
  const [en, ru] = languages.map((language) => ({...figureWords(figure, {knowledge, gazetteer, language})}));
  return {figure, words: {en: en!, ru: ru!}};
}

/** The figures below a figure, depth first, each once. */
function allInputs(figure: Figure, context: WhyContext): Figure[] {
  const found = new Map<string, Figure>();
  const visit = ({inputs = []}: Figure) => {
    for (const id of inputs) {
      if (found.has(id) || id === figure.id) continue;
      const input = findFigure(id, context.knowledge, context.gazetteer);
      if (!input) continue;
      found.set(id, input);
      visit(input);
    }
  };
  visit(figure);
  return [...found.values()];
}

function sourcesOf(figures: readonly Figure[], {sources}: Knowledge): Source[] {
  const used = new Set(figures.flatMap((figure) => figure.sources));
  return sources.filter(({id}) => used.has(id));
}

function describePack({name, title, profile, version, licence}: Pack): NonNullable<WhyAnswer["pack"]> {
  return {name, titles: {en: title, ...profile.titles}, version, licence};
}

function vintagesOf(figure: Figure, context: WhyContext): WhyAnswer["vintages"] {
  const {statements} = surroundingsOf(figure, context.today, context.gazetteer);
  const day = latestDay(figure.known);
  return (statements.get(statementKey(figure)) ?? [])
    .filter(({id}) => id !== figure.id)
    .sort((a, b) => latestDay(a.known) - latestDay(b.known))
    .map((one) => {
      const known = latestDay(one.known);
      const when = known < day ? "earlier" : known > day ? "later" : "same-day";
      return {...nameFigure(one, context), when};
    });
}

/** Figures of the same sides, thing and period that stand in other books, coverage, valuation, prices or units. */
function othersOf(figure: Figure, {knowledge, gazetteer}: WhyContext): readonly Figure[] {
  const key = statementKey(figure);
  const {things} = surroundingsOf(figure, knowledge, gazetteer);
  return (things.get(thingKey(figure)) ?? []).filter((one) => statementKey(one) !== key && one.value !== null);
}

const textWords = {
  en: {asKnown: (day: string) => `as known on ${day}`, sources: "Sources", unverified: "no source carries it"},
  ru: {asKnown: (day: string) => `по данным на ${day}`, sources: "Источники", unverified: "без источника"}
} as const;

/** A figure with its basis and sources, as one paragraph to paste. */
function plainText(words: FigureWords, sources: readonly Source[], asOf: string, language: Language): string {
  const own = textWords[language];
  const head = `${words.title}: ${words.value} (${words.basis}; ${own.asKnown(formatDate(asOf, language))})`;
  const list = sources.map(({publisher, title, published, url}) =>
    [publisher, title, published && formatDate(published, language), url].filter(Boolean).join(", ")
  );
  const evidence = list.length > 0 ? `${own.sources}: ${list.join("; ")}` : own.unverified;
  return `${stop(head.charAt(0).toUpperCase() + head.slice(1))} ${evidence}`;
}
