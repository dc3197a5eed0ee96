import {matchesPattern, type WordPattern} from "./stems.ts";

/** A name as patterns of its words. */
export interface Phrase {
  readonly first: WordPattern;
  readonly rest: readonly WordPattern[];
}

/** The phrases whose first pattern a folded word matches, in order. */
export type PhraseIndex<T extends Phrase> = (word: string | undefined) => readonly T[];

const none: readonly never[] = [];

/** Endings reach five letters: "португальцами" of the stem "португа" + "л". */
const longestEnding = 5;

/**
 * Files phrases by the first word: words that do not change by themselves, others by their stems. A word is looked up
 * by its stems only when some stem begins with the same three letters, which few words of a text do.
 */
export function makePhraseIndex<T extends Phrase>(
  phrases: Iterable<T>,
  compare: (a: T, b: T) => number
): PhraseIndex<T> {
  const exact = new Map<string, T[]>();
  const stems = new Map<string, T[]>();
  const heads = new Set<number>();
  for (const phrase of phrases) {
    const {stem, endings} = phrase.first;
    if (endings.length > 2 && stem.length >= 3) {
      push(stems, stem, phrase);
      heads.add(headOf(stem));
    } else for (const ending of endings) push(exact, stem + ending, phrase);
  }
  for (const list of exact.values()) if (list.length > 1) list.sort(compare);
  return (word) => {
    if (word === undefined) return none;
    const found = exact.get(word) ?? exactBare(exact, word);
    if (word.length < 3 || !heads.has(headOf(word))) return found;
    const inflected = byStems(stems, word);
    return inflected.length === 0 ? found : [...found, ...inflected].sort(compare);
  };
}

function push<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}

/** A number for the first three letters of a word. */
function headOf(word: string): number {
  return (word.charCodeAt(0) * 4096 + word.charCodeAt(1)) * 4096 + word.charCodeAt(2);
}

function exactBare<T>(exact: ReadonlyMap<string, T[]>, word: string): readonly T[] {
  const bare = bareWord(word);
  return (bare === word ? undefined : exact.get(bare)) ?? none;
}

function byStems<T extends Phrase>(stems: ReadonlyMap<string, T[]>, word: string): T[] {
  const found: T[] = [];
  for (let length = word.length; length >= Math.max(3, word.length - longestEnding); --length)
    for (const phrase of stems.get(word.slice(0, length)) ?? none)
      if (matchesPattern(phrase.first, word)) found.push(phrase);
  return found;
}

/** A word without its possessive ending or a closing dot: belarus', belarus's, u.s. */
export function bareWord(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (last === 46 || isApostrophe(last)) return word.slice(0, -1);
  if (last === 115 && isApostrophe(word.charCodeAt(word.length - 2))) return word.slice(0, -2);
  return word === "&" ? "and" : word;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}
