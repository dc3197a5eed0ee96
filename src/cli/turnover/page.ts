import type {Figure} from "../../base/figure.ts";
import type {Language, Naming} from "../../base/label.ts";
import type {TurnoverOutput} from "../../turnover/output.ts";
import {formatFigure, formatSigned, superscript} from "../terminal/numbers.ts";
import type {Screen} from "../terminal/output.ts";
import {type Words, words} from "./words.ts";

/** What the sections of the report share: the answer, the words, the screen and the footnotes so far. */
export interface Page {
  readonly output: TurnoverOutput;
  readonly naming: Naming;
  readonly language: Language;
  readonly screen: Screen;
  readonly indicatorName: (id: string) => string;
  readonly words: Words;
  /** Signs used so far, for the key below the tables. */
  readonly signs: Set<string>;
  readonly footnotes: Footnotes;
}

/** Numbers for sets of sources, in the order in which they are first cited. */
interface Footnotes {
  mark(sources: readonly string[]): string;
  list(): readonly (readonly string[])[];
}

function makeFootnotes(): Footnotes {
  const numbers = new Map<string, readonly string[]>();
  return {
    mark: (sources) => {
      if (sources.length === 0) return "";
      const key = sources.join(" ");
      if (!numbers.has(key)) numbers.set(key, sources);
      return superscript([...numbers.keys()].indexOf(key) + 1);
    },
    list: () => [...numbers.values()]
  };
}

/** How a report is worded and how much room it has. */
export interface PageOptions {
  readonly naming: Naming;
  readonly language: Language;
  readonly screen: Screen;
  /** What a pack calls an indicator; defaults to its id. */
  readonly indicatorName?: (id: string) => string;
}

/** A page with nothing on it yet. */
export function makePage(output: TurnoverOutput, {indicatorName = (id) => id, ...options}: PageOptions): Page {
  return {
    output,
    ...options,
    indicatorName,
    words: words[options.language],
    signs: new Set(),
    footnotes: makeFootnotes()
  };
}

/** A figure with its signs and its footnote: "≈54²", "35.7ᵈ³", "33.3?". */
export function figureText(page: Page, figure: Figure, scale: number): string {
  const number = formatFigure(figure, scale, page.language);
  if (number === "") return figure.status === "closed" ? page.words.closed : page.words.missing;
  const marks = signsOf(figure);
  for (const sign of [number[0]!, ...marks]) if (sign in page.words.signs) page.signs.add(sign);
  return number + marks.join("") + page.footnotes.mark(figure.sources);
}

function signsOf({status, evidence}: Figure): string[] {
  return [
    ...(status === "derived" ? ["ᵈ"] : []),
    ...(status === "forecast" ? ["ᶠ"] : []),
    ...(evidence === "unverified" ? ["?"] : [])
  ];
}

const periodWords = {en: {Q: "Q", S: "H"}, ru: {Q: "кв. ", S: "полугодие "}} as const;

/** A period as people write it, the year first so that periods stand in order: "2020", "2020 Q1", "2020 Jan–Sep". */
export function periodText(period: string, language: Language): string {
  const [, year, kind, number] = /^(\d{4})-([QS])(\d)$/.exec(period) ?? [];
  if (year && kind) return `${year} ${periodWords[language][kind as "Q" | "S"]}${number}`;
  const [, from, first, to, last] = /^(\d{4})-(\d{2})(?:\/(\d{4})-(\d{2}))?$/.exec(period) ?? [];
  if (!from || (to !== undefined && to !== from)) return period.replace("/", "–");
  const months = [first, last].flatMap((month) => (month === undefined ? [] : [monthName(Number(month), language)]));
  return `${from} ${months.join("–")}`;
}

function monthName(month: number, language: Language): string {
  return new Date(Date.UTC(2020, month - 1)).toLocaleString(language, {month: "short", timeZone: "UTC"});
}

/** A heading above lines that are set in by two. */
export function section(page: Page, heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [page.screen.style.bold(heading), ...lines].join("\n");
}

/** A percentage with the digits that its interval allows, or the interval where it is wide. */
export function percentText(value: number, low: number, high: number, language: Language): string {
  const decimals = high - low > 3 ? 0 : 1;
  const ends = [low, high].map((end) => formatSigned(end, decimals, language));
  return high - low <= 0.3 || ends[0] === ends[1]
    ? formatSigned(value, decimals, language)
    : rangeText(ends[0]!, ends[1]!);
}

/** "+34.9…35.5", but "−14…−9": a minus said once could be read as a range across 0. */
function rangeText(low: string, high: string): string {
  return low[0] === "+" && high[0] === "+" ? `${low}…${high.slice(1)}` : `${low}…${high}`;
}
