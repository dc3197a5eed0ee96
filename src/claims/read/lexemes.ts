import {fold, type Token} from "../text/words.ts";
import {lexicon} from "./data/lexicon.ts";
import {timeWords} from "./data/time-words.ts";

/** A phrase of the lexicon found in a sentence: tokens `from` up to but not including `to`. */
export interface Lexeme {
  readonly tag: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** A word of a phrase, or the stem of one. */
interface PatternWord {
  readonly text: string;
  readonly isStem: boolean;
}

interface Pattern {
  readonly tag: string;
  /** Number of the tag, from 0. */
  readonly tagNumber: number;
  readonly value: string;
  readonly words: readonly PatternWord[];
  /** Counts only when written in capitals: ALL is a currency, "all" is not. */
  readonly upper?: boolean;
}

/** Words of a pack or of a table, to be added to the lexicon. */
export interface LexiconRow {
  readonly tag: string;
  readonly value: string;
  /** Phrases apart by "|". */
  readonly phrases: string;
  readonly upper?: boolean;
}

/** A compiled lexicon; `add` gives a pack's own words the same rank as the built-in ones. */
export interface Lexicon {
  /** How many tags there are. */
  readonly tagCount: number;
  readonly patternsAt: (word: string) => readonly Pattern[];
}

/** Longest ending that a trailing * may stand for. */
const longestEnding = 7;

/** Compiles the lexicon with further rows; looked-up words are remembered, for texts repeat their words. */
export function makeLexicon(extra: readonly LexiconRow[] = []): Lexicon {
  const exact = new Map<string, Pattern[]>();
  const stems = new Map<string, Pattern[]>();
  const tags = new Map<string, number>();
  const numberOf = (tag: string) => tags.get(tag) ?? tags.set(tag, tags.size).size - 1;
  const rows = [...lexicon, ...timeWords].map(([tag, value, phrases]): LexiconRow => ({tag, value, phrases}));
  for (const {tag, value, phrases, upper} of [...rows, ...extra])
    for (const phrase of phrases.split("|"))
      addPattern(exact, stems, {
        tag,
        tagNumber: numberOf(tag),
        value,
        words: fold(phrase)
          .split(/[\s-]+/)
          .map(toPatternWord),
        ...(upper && {upper})
      });
  const remembered = new Map<string, readonly Pattern[]>();
  const patternsAt = (word: string) => {
    let found = remembered.get(word);
    if (found === undefined) {
      found = patternsOf(word, exact, stems);
      if (remembered.size > 200_000) remembered.clear();
      remembered.set(word, found);
    }
    return found;
  };
  return {patternsAt, tagCount: tags.size};
}

function toPatternWord(word: string): PatternWord {
  return word.endsWith("*") ? {text: word.slice(0, -1), isStem: true} : {text: word, isStem: false};
}

function addPattern(exact: Map<string, Pattern[]>, stems: Map<string, Pattern[]>, pattern: Pattern): void {
  const {text: key, isStem} = pattern.words[0]!;
  const map = isStem ? stems : exact;
  const list = map.get(key);
  if (list) list.push(pattern);
  else map.set(key, [pattern]);
}

function patternsOf(word: string, exact: Map<string, Pattern[]>, stems: Map<string, Pattern[]>): readonly Pattern[] {
  const found = [...(exact.get(word) ?? [])];
  for (let length = Math.max(2, word.length - longestEnding); length <= word.length; ++length)
    found.push(...(stems.get(word.slice(0, length)) ?? []));
  return found.length === 0 ? none : found.sort((a, b) => b.words.length - a.words.length);
}

const none: readonly Pattern[] = [];

/** All phrases of a sentence; of one tag the longest at each token, and none that lies inside a longer one of its tag. */
export function findLexemes(tokens: readonly Token[], {patternsAt, tagCount}: Lexicon): Lexeme[] {
  const found: Lexeme[] = [];
  const covered = new Int32Array(tagCount); // token up to which each tag has a phrase
  for (let i = 0; i < tokens.length; ++i) {
    const patterns = patternsAt(tokens[i]!.lower);
    for (let k = 0; k < patterns.length; ++k) {
      const {tag, tagNumber, value, words, upper} = patterns[k]!;
      if (covered[tagNumber]! > i || (upper && tokens[i]!.shape !== "upper")) continue;
      const to = words.length === 1 ? i + 1 : matchWords(tokens, i, words);
      if (to === undefined) continue;
      found.push({tag, value, from: i, to});
      covered[tagNumber] = to;
    }
  }
  return found;
}

/** Index after the phrase when it stands at token `at`; hyphens and the points of abbreviations between words do not count. */
function matchWords(tokens: readonly Token[], at: number, words: readonly PatternWord[]): number | undefined {
  let i = at + 1; // the first word led to the pattern
  for (let w = 1; w < words.length; ++w) {
    let token = tokens[i];
    if (token?.kind === "mark" && token.glued && isInnerMark(token.lower)) token = tokens[++i];
    if (token === undefined || !matchesWord(token.lower, words[w]!)) return undefined;
    ++i;
  }
  return i;
}

/** "year-on-year", "and/or", «п.п.», «бел. руб.». */
function isInnerMark(mark: string): boolean {
  return mark === "." || mark === "/" || isHyphen(mark);
}

function matchesWord(word: string, {text, isStem}: PatternWord): boolean {
  if (!isStem) return word === text;
  return word.length >= text.length && word.length <= text.length + longestEnding && word.startsWith(text);
}

export function isHyphen(mark: string): boolean {
  return mark === "-" || mark === "‐" || mark === "‑" || isDash(mark);
}

export function isDash(mark: string): boolean {
  return mark === "–" || mark === "—" || mark === "−";
}

/** A view of a sentence's lexemes by tag and by place: most tokens begin none, so places are looked up first. */
export class Lexemes {
  readonly all: readonly Lexeme[];
  readonly #byTag = new Map<string, readonly Lexeme[]>();
  readonly #byStart: (Lexeme[] | undefined)[];
  readonly #byEnd: (Lexeme[] | undefined)[];

  /** `count` is the number of tokens of the sentence; defaults to the end of the last phrase. */
  constructor(all: readonly Lexeme[], count = all.reduce((last, {to}) => Math.max(last, to), 0)) {
    this.all = all;
    this.#byStart = new Array<Lexeme[] | undefined>(count + 1).fill(undefined);
    this.#byEnd = new Array<Lexeme[] | undefined>(count + 1).fill(undefined);
    for (const lexeme of all) {
      addAt(this.#byStart, lexeme.from, lexeme);
      addAt(this.#byEnd, lexeme.to, lexeme);
    }
  }

  tagged(tag: string): readonly Lexeme[] {
    let list = this.#byTag.get(tag);
    if (list === undefined) {
      list = this.all.filter((lexeme) => lexeme.tag === tag);
      this.#byTag.set(tag, list);
    }
    return list;
  }

  /** Whether any phrase starts at token `at`. */
  startsAt(at: number): boolean {
    return this.#byStart[at] !== undefined;
  }

  /** The phrase of a tag that starts at token `at`. */
  at(tag: string, at: number): Lexeme | undefined {
    return ofTag(this.#byStart[at], tag);
  }

  /** The phrase of a tag that ends right before token `at`. */
  before(tag: string, at: number): Lexeme | undefined {
    return ofTag(this.#byEnd[at], tag);
  }

  /** The phrase of a tag that covers token `at`. */
  over(tag: string, at: number): Lexeme | undefined {
    return this.tagged(tag).find((lexeme) => lexeme.from <= at && at < lexeme.to);
  }
}

function addAt(places: (Lexeme[] | undefined)[], at: number, lexeme: Lexeme): void {
  const list = places[at];
  if (list) list.push(lexeme);
  else places[at] = [lexeme];
}

function ofTag(list: readonly Lexeme[] | undefined, tag: string): Lexeme | undefined {
  if (list === undefined) return undefined;
  for (let i = 0; i < list.length; ++i) if (list[i]!.tag === tag) return list[i];
  return undefined;
}
