import {groupBy} from "./group-by.ts";

/** Lower case, ё as е, typographic apostrophes plain, soft hyphens gone: the form in which words are compared. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return /[ё’ʼ\u00ad]/.test(lower)
    ? lower.replaceAll("ё", "е").replaceAll(/[’ʼ]/g, "'").replaceAll("\u00ad", "")
    : lower;
}

/** The words of a name or phrase as written, with their apostrophes, dots and a trailing `*`. */
export function nameWords(text: string): string[] {
  return text.split(separators).filter((word) => word !== "");
}

const separators = /[\s\-‐‑–—,;:()[\]"«»“”/!?]+/;

const vowels = "аеиоуыэюя";
const hushers = "жшчщ";

/**
 * Endings of a Russian word by its last letters, longest first: [end of the nominative, letters to cut, endings].
 * "-" is no ending. They join what nouns and adjectives of that end can have; a few forms too many are harmless, a wrong stem is not.
 */
const paradigms: readonly (readonly [end: string, cut: number, endings: string])[] = [
  ["острова", 1, "а ов ам ами ах"],
  ["янин", 2, "ин ина ину ином ине е - ам ами ах"],
  ["анин", 2, "ин ина ину ином ине е - ам ами ах"],
  ["лец", 2, "ец ьца ьцу ьцем ьце ьцы ьцев ьцам ьцами ьцах"],
  ["ия", 1, "я и ю ей ею"],
  ["ии", 1, "и й ям ями ях"],
  ["ие", 1, "е я ю ем и х м ми"],
  ["ий", 2, "ий ия ию ием ии его ого ему ому им ем ом"],
  ["ый", 2, "ый ого ому ым ом"],
  ["ой", 2, "ой ого ому ым ом"],
  ["ая", 2, "ая ой ей ую ою"],
  ["яя", 2, "яя ей юю ею"],
  ["ое", 2, "ое ого ому ым им ом"],
  ["ее", 2, "ее его ему им ем"],
  ["ые", 2, "ые ых ым ыми"],
  ["ца", 1, "а ы у е ей ею ой"],
  ["й", 1, "й я ю ем е"],
  ["ь", 1, "ь и ью я ю ем е"],
  ["я", 1, "я и ю е ей ею"],
  ["о", 1, "о а у ом е"],
  ["ки", 1, "и - ов ам ами ах"],
  ["ы", 1, "ы - ов ам ами ах ых ым ыми"]
];

const afterVowel = "я и ю е й ей ею ем ям ями ях ев";
const afterVelar = "- а у ом е и ой ою ов ам ами ах ий ая ое ие ого ому им ую их ими о";
const afterHusher = "- а у ем ом е и ь ью ей ею ой ам ами ах ий ая ее ое ие его ого ему ому им ую их ими";
const afterC = "- а у ем ом е ы ей ою ой ев ов ам ами ах ый ая ое ее ые ого его ому ему ым ую ых ыми";
const afterConsonant =
  "- а я у ю ы и е о ь ом ем ой ей ою ею ью ов ев ам ям ами ями ах ях " +
  "ый ий ая яя ое ее ые ие ого его ому ему ым им ую юю ых их ыми ими";

const split = new Map<string, readonly string[]>();

function endingsOf(list: string): readonly string[] {
  let endings = split.get(list);
  if (!endings) {
    endings = list.split(" ").map((ending) => (ending === "-" ? "" : ending));
    split.set(list, endings);
  }
  return endings;
}

/** Endings that a stem written with `*` may take: those of nouns and adjectives that sound right after its last letter. */
function looseEndings(stem: string): readonly string[] {
  const last = stem.at(-1)!;
  if (vowels.includes(last)) return endingsOf(afterVowel);
  if ("кгх".includes(last)) return endingsOf(afterVelar);
  if (hushers.includes(last)) return endingsOf(afterHusher);
  return endingsOf(last === "ц" ? afterC : afterConsonant);
}

const paradigmsByLast = groupBy(paradigms, ([end]) => end.at(-1)!);

const afterFleeting = "ец ца цу цем це цы цев цам цами цах";
const afterFleetingVowel = "ец йца йцу йцем йце йцы йцев йцам йцами йцах";

/** Stem and endings of a Russian nominative; undefined for words that do not change. */
function paradigm(word: string): WordPattern | undefined {
  const last = word.at(-1)!;
  const before = word.at(-2)!;
  if (word.endsWith("ец") && word.length > 3 && !word.endsWith("лец"))
    return pattern(word, 2, vowels.includes(word.at(-3)!) ? afterFleetingVowel : afterFleeting);
  for (const [end, cut, endings] of paradigmsByLast.get(last) ?? [])
    if (word.endsWith(end)) return pattern(word, cut, endings);
  if (last === "а") return pattern(word, 1, isSoftened(before) ? "а и у е ой ою ей ею" : "а ы у е ой ою");
  if (vowels.includes(last)) return undefined;
  return pattern(word, 0, last === "ц" || hushers.includes(last) ? "- а у ем ом е" : "- а у ом е");
}

function pattern(word: string, cut: number, endings: string): WordPattern {
  return {stem: word.slice(0, word.length - cut), endings: endingsOf(endings)};
}

/** Whether и stands for ы after a consonant: к г х and the hushers. */
function isSoftened(consonant: string): boolean {
  return "кгх".includes(consonant) || hushers.includes(consonant);
}

/** A word of a table: folded stem and the endings it may take; words that do not change have one, the empty one. */
export interface WordPattern {
  readonly stem: string;
  readonly endings: readonly string[];
}

const unchanged: readonly string[] = [""];
const plural: readonly string[] = ["", "s"];

/**
 * Reads one word of a name as a table writes it: a Russian nominative ("Армения", "южная") has its case forms; a stem
 * with `*` ("росси*", "российск*") takes any inflectional ending that sounds right after it and nothing else ("иран*"
 * is not "иранец"); a Latin word with `*` takes a plural s; acronyms in capitals and words of up to two letters stand
 * for themselves.
 */
export function wordPattern(word: string): WordPattern {
  const folded = fold(word);
  if (folded.endsWith("*")) {
    const stem = folded.slice(0, -1);
    return {stem, endings: isCyrillic(stem) ? looseEndings(stem) : plural};
  }
  const forms = folded.length < 3 || !isCyrillic(folded) || isAcronym(word) ? undefined : paradigm(folded);
  return forms ?? {stem: folded, endings: unchanged};
}

/** All written forms of one word of a name, folded. */
export function wordForms(word: string): string[] {
  const {stem, endings} = wordPattern(word);
  return endings.map((ending) => stem + ending);
}

/** Whether a folded word of running text is a form of a table's word: "российскими" of "российск*". */
export function matchesPattern({stem, endings}: WordPattern, word: string): boolean {
  return word.startsWith(stem) && endings.includes(word.slice(stem.length));
}

/** Whether a folded word is written in Russian letters only. */
function isCyrillic(word: string): boolean {
  for (let i = 0; i < word.length; ++i) {
    const code = word.charCodeAt(i);
    if (code < 0x430 || code > 0x451) return false;
  }
  return word !== "";
}

/** Whether a word is written wholly in capitals and has at least two letters. */
export function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** A Latin word without its diacritics; other scripts as they are, because й is not и. */
export function plainLatin(word: string): string {
  if (!/[\u00c0-\u024f\u1e00-\u1eff]/.test(word)) return word;
  return word
    .normalize("NFD")
    .replaceAll(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC");
}
