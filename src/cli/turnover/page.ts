import type {Figure} from "../../base/figure.ts";
import type {Language, Naming} from "../../base/label.ts";
import type {TurnoverOutput} from "../../turnover/output.ts";
import {formatFigure, superscript} from "../terminal/numbers.ts";
import type {Screen} from "../terminal/output.ts";
import {type Words, words} from "./words.ts";

/** What the sections of the report share: the answer, the words, the screen and the footnotes so far. */
export interface Page {
  readonly output: TurnoverOutput;
  readonly naming: Naming;
  readonly language: Language;
  readonly screen: Screen;
  readonly words: Words;
  /** Signs used so far, for the key below the tables. */
  readonly signs: Set<string>;
  readonly footnotes: Footnotes;
}

/** Numbers for sets of sources, in the order in which they are first cited. */
export interface Footnotes {
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

/** A page with nothing on it yet. */
export function makePage(output: TurnoverOutput, naming: Naming, language: Language, screen: Screen): Page {
  return {output, naming, language, screen, words: words[language], signs: new Set(), footnotes: makeFootnotes()};
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

/** A period as people write it; years stay as they are. */
export function periodText(period: string): string {
  return period.replace("/", "…");
}

/** A heading above lines that are set in by two. */
export function section(page: Page, heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [page.screen.style.bold(heading), ...lines].join("\n");
}
