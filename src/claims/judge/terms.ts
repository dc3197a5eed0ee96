import type {Item} from "../../base/register.ts";

/** Whether a text's words name something by one of its phrases: every word of the phrase occurs, in any form and order. */
export function namesByTerms(
  words: readonly string[],
  terms: Readonly<Record<string, readonly string[]>> | undefined
): boolean {
  if (!terms) return false;
  return Object.values(terms).some((phrases) => phrases.some((phrase) => containsPhrase(words, phrase)));
}

/** Items of a register that a text's words name; the item with the longer phrase does not hide the others. */
export function itemsNamed(words: readonly string[], items: readonly Item[]): Item[] {
  const beginnings = new Set(words.map(beginningOf));
  return items.filter((item) => mayName(beginnings, item) && namesByTerms(words, item.terms));
}

/** Words that are forms of one another begin alike: most items are ruled out by their words' beginnings. */
function mayName(beginnings: ReadonlySet<string>, item: Item): boolean {
  let phrases = begun.get(item);
  if (!phrases) {
    phrases = Object.values(item.terms ?? {}).flatMap((list) =>
      list.map((phrase) => phraseWords(phrase).map(beginningOf))
    );
    begun.set(item, phrases);
  }
  return phrases.some((phrase) => phrase.every((beginning) => beginnings.has(beginning)));
}

const begun = new WeakMap<Item, readonly (readonly string[])[]>();

function beginningOf(word: string): string {
  return word.slice(0, 3);
}

function containsPhrase(words: readonly string[], phrase: string): boolean {
  const parts = phraseWords(phrase);
  return parts.length > 0 && parts.every((part) => words.some((word) => isSameWord(word, part)));
}

const split = new Map<string, readonly string[]>();

function phraseWords(phrase: string): readonly string[] {
  let parts = split.get(phrase);
  if (!parts) {
    parts = phrase
      .toLowerCase()
      .replaceAll("ё", "е")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part.length > 0 && !empty.has(part));
    split.set(phrase, parts);
  }
  return parts;
}

const empty = new Set(["of", "the", "for", "and", "in", "on", "a", "и", "в", "на", "о", "об", "по"]);

/** Two forms of one word: equal, or alike up to an inflection of at most three letters behind a stem of four or more. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const shared = sharedPrefix(a, b);
  const longest = Math.max(a.length, b.length);
  if (/^[a-z]/.test(a))
    return (
      shared >= 3 &&
      shared >= Math.min(a.length, b.length) - 1 &&
      longest - shared <= 2 &&
      /^(?:|s|es|ed|d|e|me|mme|ing)$/.test((a.length > b.length ? a : b).slice(shared))
    );
  const isFleeting = shared === 3 && longest - shared <= 2 && longest >= 5; // рынок, рынки
  return isFleeting || (shared >= 4 && longest - shared <= 3);
}

function sharedPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) ++i;
  return i;
}
