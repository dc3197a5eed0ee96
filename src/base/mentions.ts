import {needsCapital, notEntities, notInText} from "./data/ambiguous.ts";
import {cells, type KnownEntity} from "./entities.ts";
import {bareWord, makePhraseIndex, type Phrase, type PhraseIndex} from "./phrase-index.ts";
import {fold, isAcronym, matchesPattern, nameWords, plainLatin, type WordPattern, wordPattern} from "./stems.ts";

export type MentionForm = "name" | "demonym" | "metonym" | "organisation";

/** An entity named in running text. */
export interface EntityMention {
  readonly entity: string;
  /** How many words of the text it takes, joining marks among them included. */
  readonly words: number;
  readonly form: MentionForm;
  /** Of an organisation: the economy or bloc whose books it keeps. */
  readonly speaksFor?: string;
}

/** How a word of a text is written; a single capital letter counts as "capital". */
export type WordShape = "lower" | "capital" | "upper";

/** Finds the longest mention that starts at a word. */
export type MentionFinder = (
  lower: readonly string[],
  at: number,
  shape: (i: number) => WordShape
) => EntityMention | undefined;

interface Candidate extends Phrase {
  readonly mention: Omit<EntityMention, "words">;
  /** What the first word must at least look like. */
  readonly shape: WordShape;
  /** Among candidates of equal length the lowest rank wins. */
  readonly rank: number;
}

const shapeRank: Record<WordShape, number> = {lower: 0, capital: 1, upper: 2};
const formRank: Record<MentionForm, number> = {name: 0, organisation: 1, demonym: 2, metonym: 3};

/** How far before a mention a phrase may begin that takes it over: "Gulf of Mexico", marks included. */
const lookBehind = 3;

/**
 * Indexes the names, demonyms and seats of entities, so that a word that begins no mention costs little more than one
 * look into a map. Those of `own` entities, a pack's, win over others of the same words. The index of each script is
 * built when its first word is met: an English text does not pay for Russian names.
 */
export function makeMentionFinder(entities: readonly KnownEntity[], own: ReadonlySet<string>): MentionFinder {
  const indexes: [latin?: Index, cyrillic?: Index] = [];
  return (lower, at, shape) => {
    const word = lower[at];
    if (!word) return undefined;
    const script = isCyrillicLetter(word) ? 1 : 0;
    indexes[script] ??= makeIndex(entities, own, script);
    const {candidates, blocked} = indexes[script];
    for (const {rest, mention, shape: wanted} of candidates(word)) {
      const end = endOfPhrase(rest, lower, at);
      if (end > 0 && looksLike(lower, at, shape, wanted) && !isInside(blocked, lower, at, end))
        return {...mention, words: end - at};
    }
    return undefined;
  };
}

interface Index {
  readonly candidates: PhraseIndex<Candidate>;
  /** Phrases that take over the names inside them. */
  readonly blocked: PhraseIndex<Phrase>;
}

function makeIndex(entities: readonly KnownEntity[], own: ReadonlySet<string>, script: 0 | 1): Index {
  const belongs = (text: string) => isCyrillicLetter(text) === (script === 1);
  const candidates = entities.flatMap((one) => candidatesOf(one, own.has(one.entity.id), belongs));
  const blocked = cells(notEntities).filter(belongs).flatMap(phrases);
  return {candidates: makePhraseIndex(candidates, longestFirst), blocked: makePhraseIndex(blocked, () => 0)};
}

function isCyrillicLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x400 && code < 0x530;
}

function longestFirst(a: Candidate, b: Candidate): number {
  return b.rest.length - a.rest.length || a.rank - b.rank;
}

/** The index after the phrase that starts at `at`, or 0. */
function endOfPhrase(rest: readonly WordPattern[], lower: readonly string[], at: number): number {
  let i = at + 1;
  for (const pattern of rest) {
    if (i < lower.length && isJoiner(lower[i]!, lower[i - 1]!)) ++i;
    const word = lower[i];
    if (word === undefined || !(matchesPattern(pattern, word) || matchesPattern(pattern, bareWord(word)))) return 0;
    ++i;
  }
  return i;
}

/** Whether a mark may stand between two words of one name: a hyphen or dash, or the dot of an abbreviation. */
function isJoiner(mark: string, before: string): boolean {
  return "-‐‑–—".includes(mark) || (mark === "." && before.length <= 2);
}

function looksLike(lower: readonly string[], at: number, shape: (i: number) => WordShape, wanted: WordShape): boolean {
  if (wanted === "lower") return true;
  const found = shape(at);
  if (wanted === "upper" && lower[at]!.length === 1) return found !== "lower";
  return shapeRank[found] >= shapeRank[wanted];
}

/** Whether the words from `at` to `end` belong to a longer phrase that names something else. */
function isInside(blocked: PhraseIndex<Phrase>, lower: readonly string[], at: number, end: number): boolean {
  for (let start = at; start >= Math.max(0, at - lookBehind); --start)
    for (const {rest} of blocked(lower[start])) {
      const phraseEnd = endOfPhrase(rest, lower, start);
      if (phraseEnd >= end && phraseEnd - start > end - at) return true;
    }
  return false;
}

function candidatesOf(
  {entity, seats = {}}: KnownEntity,
  own: boolean,
  belongs: (text: string) => boolean
): Candidate[] {
  const {id, kind, names, aliases = {}, demonyms = {}, speaksFor} = entity;
  const found: Candidate[] = [];
  const addAll = (texts: readonly string[], form: MentionForm) => {
    const mention = {entity: id, form, ...(speaksFor !== undefined && {speaksFor})};
    const rank = formRank[form] + (own ? 0 : 10);
    for (const text of texts) {
      const folded = fold(text);
      if (!belongs(text) || silent.has(folded)) continue;
      const shape = wantedShape(text, folded, form);
      for (const {first, rest} of phrases(text)) found.push({first, rest, mention, rank, shape});
    }
  };
  const form = kind === "organisation" ? "organisation" : "name";
  addAll(Object.values(names), form);
  for (const texts of Object.values(aliases)) addAll(texts, form);
  for (const texts of Object.values(demonyms)) addAll(texts, "demonym");
  for (const texts of Object.values(seats)) addAll(texts, "metonym");
  return found;
}

const silent = new Set(cells(notInText));
const capitalised = new Set(cells(needsCapital));

/** What the first word of a name must look like in a text: acronyms of up to three letters stand in capitals. */
function wantedShape(text: string, folded: string, form: MentionForm): WordShape {
  const end = text.search(/[ -]/);
  const first = end < 0 ? text : text.slice(0, end);
  if (isAcronym(first)) return first.replaceAll(".", "").length <= 3 ? "upper" : "capital";
  const plain = folded.endsWith("*") ? folded.slice(0, -1) : folded;
  return form === "metonym" || capitalised.has(plain) ? "capital" : "lower";
}

const patterns = new Map<string, WordPattern>();

function patternOf(word: string): WordPattern {
  let pattern = patterns.get(word);
  if (!pattern) {
    pattern = wordPattern(word);
    patterns.set(word, pattern);
  }
  return pattern;
}

/** The phrases that mean a name. */
function phrases(text: string): Phrase[] {
  return phraseWords(text).map((words) => {
    const [first, ...rest] = words.map(patternOf);
    return {first: first!, rest};
  });
}

/**
 * The ways in which a text may spell the words of a name: St. or Saint, U.S. or U S, with diacritics or without. A
 * leading article is left out.
 */
export function phraseWords(text: string): string[][] {
  const bare = text.replace(/^the /i, "");
  const expanded = expandAbbreviations(bare);
  const words = undotted(expanded);
  if (words.length === 0) return [];
  const variants = [words];
  if (expanded !== bare) variants.push(undotted(bare));
  if (words.includes("St")) variants.push(words.map((word) => (word === "St" ? "Saint" : word)));
  if (words.some((word) => word.includes("."))) variants.push(words.flatMap((word) => word.split(".")));
  const plain = words.map(plainLatin);
  if (plain.some((word, i) => word !== words[i])) variants.push(plain);
  return variants;
}

/** The words of a name without the dots that end abbreviations. */
function undotted(text: string): string[] {
  return nameWords(text).map((word) => (word.endsWith(".") ? word.slice(0, -1) : word));
}

/** Writes out the abbreviations of CLDR's names. */
function expandAbbreviations(text: string): string {
  if (!/&|о-в|Св\./.test(text)) return text;
  return text
    .replaceAll("&", " and ")
    .replace(/(^|\s)о-ва(?=\s|$)/, "$1острова")
    .replace(/(^|\s)о-в(?=\s|$)/, "$1остров")
    .replace("Св.", "Святой");
}
