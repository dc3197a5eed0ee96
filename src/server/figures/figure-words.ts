import {canonicalBasis} from "../../base/basis-key.ts";
import type {Basis, Figure} from "../../base/figure.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import {basisLabel, flowLabel, type Language} from "../../base/label.ts";
import type {Knowledge} from "../../base/pack.ts";
import {basisNamer} from "../../brief/context.ts";
import {formatAmount, formatDate, formatPeriod} from "../../charts/format.ts";
import {scaleFor} from "../../charts/words.ts";

/** What a figure says, in words of one language. */
export interface FigureWords {
  /** What is measured: "turnover of Belarus and Russia". */
  readonly what: string;
  /** With its period, as a heading: "turnover of Belarus and Russia, 2022". */
  readonly title: string;
  /** On which basis: "Belarus's books, goods". */
  readonly basis: string;
  /** "almost 50 bn USD". */
  readonly value: string;
  readonly period: string;
  /** Since when it is public. */
  readonly known: string;
}

type Namer = (basis: Basis) => string;
const namers = new WeakMap<Knowledge, Map<Language, Namer>>();

const words = {
  en: {
    change: "change on the year before",
    changeFrom: (base: string, period: string) => `change from ${base} to ${period}`,
    share: "share",
    ratio: "ratio",
    gap: "mirror gap"
  },
  ru: {
    change: "изменение к предыдущему году",
    changeFrom: (base: string, period: string) => `изменение с ${base} по ${period}`,
    share: "доля",
    ratio: "отношение",
    gap: "зеркальное расхождение"
  }
} as const;

/** Puts a figure into words. */
export function figureWords(
  figure: Figure,
  {knowledge, gazetteer, language}: {knowledge: Knowledge; gazetteer: Gazetteer; language: Language}
): FigureWords {
  const basis = canonicalBasis(figure.basis);
  const name = namer(knowledge, gazetteer, language);
  const period = formatPeriod(figure.period, language);
  const thing = whatOf(basis, name, gazetteer, language);
  const kind = kindOf(figure, language);
  const what = [thing, kind].filter((part) => part !== "").join(", ");
  return {
    what,
    title: figure.base === undefined ? `${what}, ${period}` : what,
    basis: basis.coverage ? basisLabel(withoutPercent(basis), gazetteer, language) : name(basis),
    value: formatAmount(figure, language, scaleFor(figure.value === null ? [] : [figure.value])),
    period,
    known: formatDate(figure.known, language)
  };
}

/** Per cent belong to the number, not to the books; a label names every unit but dollars. */
function withoutPercent(basis: Basis): Basis {
  return basis.unit === "%" ? {...basis, unit: "USD"} : basis;
}

/** The name of a basis for lists and tables. */
export function basisName(
  basis: Basis,
  {knowledge, gazetteer, language}: {knowledge: Knowledge; gazetteer: Gazetteer; language: Language}
): string {
  return namer(knowledge, gazetteer, language)(basis);
}

function whatOf(basis: Basis, name: Namer, gazetteer: Gazetteer, language: Language): string {
  const gap = /^(.+)_gap$/.exec(basis.indicator)?.[1];
  if (gap !== undefined) return `${words[language].gap}: ${flowLabel({...basis, indicator: gap}, gazetteer, language)}`;
  return basis.coverage && basis.economy && basis.partner ? flowLabel(basis, gazetteer, language) : name(basis);
}

function kindOf({basis: {kind}, base, period}: Figure, language: Language): string {
  const own = words[language];
  const [from, to] = [base ?? period, period].map((text) => formatPeriod(text, language));
  if (kind === "change") return base === undefined ? own.change : own.changeFrom(from!, to!);
  return kind === "share" || kind === "ratio" ? own[kind] : "";
}

function namer(knowledge: Knowledge, gazetteer: Gazetteer, language: Language): Namer {
  let known = namers.get(knowledge);
  if (!known) {
    known = new Map();
    namers.set(knowledge, known);
  }
  let name = known.get(language);
  if (!name) {
    name = basisNamer({knowledge}, gazetteer, language);
    known.set(language, name);
  }
  return name;
}
