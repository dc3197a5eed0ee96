import type {EntityMention, Gazetteer} from "../../base/gazetteer.ts";
import type {Sentence} from "../text/segment.ts";
import {type Token, tokenize} from "../text/words.ts";
import {findLexemes, isDash, isHyphen, Lexemes, type Lexicon} from "./lexemes.ts";
import {findQuantities} from "./quantities.ts";
import type {Quantity} from "./quantity.ts";
import {findTimes, type TimeExpression} from "./times.ts";

/** A mention of an economy, bloc, region or organisation at tokens `from` up to but not including `to`. */
export interface Mention extends EntityMention {
  readonly from: number;
  readonly to: number;
  /** "Belarus's", «Беларуси»: the word stands as an owner. */
  readonly owner: boolean;
}

/** A sentence with everything that was found in it. */
export interface Analysis {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** The tokens' words, lower-cased. */
  readonly lower: readonly string[];
  readonly lexemes: Lexemes;
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly mentions: readonly Mention[];
  /** Number of the clause each token is in. */
  readonly clauses: readonly number[];
}

/** What the claim reader needs to know of words and names. */
export interface Reader {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
}

export function analyse(text: string, sentence: Sentence, {lexicon, gazetteer}: Reader): Analysis {
  const tokens = tokenize(text, sentence.start, sentence.end, isCyrillic(text, sentence.start, sentence.end));
  const lexemes = new Lexemes(findLexemes(tokens, lexicon), tokens.length);
  const times = findTimes(tokens, lexemes);
  const inTime = new Uint8Array(tokens.length);
  for (const {from, to} of times) inTime.fill(1, from, to);
  const quantities = findQuantities(tokens, lexemes, (at) => inTime[at] === 1);
  const lower = tokens.map((token) => token.lower);
  const mentions = findMentions(tokens, lower, gazetteer).filter(
    (m) => !quantities.some((q) => m.from < q.to && q.from < m.to) // «долларов США» and "US$" name no economy
  );
  return {sentence, tokens, lower, lexemes, times, quantities, mentions, clauses: findClauses(tokens)};
}

/** Whether the first letters of a span are mostly Cyrillic: then a comma is a decimal mark. */
function isCyrillic(text: string, from: number, to: number): boolean {
  let cyrillic = 0;
  let latin = 0;
  for (let i = from; i < to && cyrillic + latin < 40; ++i) {
    const code = text.charCodeAt(i);
    if (code >= 0x400 && code < 0x530) ++cyrillic;
    else if ((code | 32) >= 97 && (code | 32) <= 122) ++latin;
  }
  return cyrillic > latin;
}

function findMentions(tokens: readonly Token[], lower: readonly string[], gazetteer: Gazetteer): Mention[] {
  const shape = (i: number) => tokens[i]?.shape ?? "lower";
  const found: Mention[] = [];
  for (let i = 0; i < tokens.length; ) {
    const mention = tokens[i]!.kind === "word" ? gazetteer.mentionAt(lower, i, shape) : undefined;
    if (mention)
      found.push({...mention, from: i, to: i + mention.words, owner: isOwner(tokens, i + mention.words, mention)});
    i += mention?.words ?? 1;
  }
  return found;
}

function isOwner(tokens: readonly Token[], to: number, {form}: EntityMention): boolean {
  return form === "demonym" || tokens[to - 1]?.possessive === true;
}

const joiners = new Set([
  "and",
  "but",
  "while",
  "whereas",
  "although",
  "though",
  "which",
  "with",
  "а",
  "но",
  "тогда",
  "причем",
  "хотя",
  "что",
  "при",
  "который",
  "которая",
  "которые",
  "включая",
  "including"
]);

/** Numbers the clauses: a semicolon, colon, dash or bracket begins one, and so does a comma before a joining word. */
function findClauses(tokens: readonly Token[]): number[] {
  const clauses = new Array<number>(tokens.length);
  let clause = 0;
  for (let i = 0; i < tokens.length; ++i) {
    if (tokens[i]!.kind === "mark" && beginsClause(tokens, i)) ++clause;
    clauses[i] = clause;
  }
  return clauses;
}

const openers = new Set([";", ":", "(", ")", "[", "]"]);

function beginsClause(tokens: readonly Token[], i: number): boolean {
  const {lower, glued} = tokens[i]!;
  const next = tokens[i + 1];
  if (openers.has(lower)) return !(lower === ":" && glued && next?.glued && next.kind === "number");
  if (lower === ",") return joiners.has(next?.lower ?? "");
  return (isDash(lower) || isHyphen(lower)) && !glued && !next?.glued;
}

/** Text of tokens `from` up to but not including `to`, as offsets into the clean text. */
export function spanOf({tokens}: Analysis, from: number, to: number): {start: number; end: number} {
  return {start: tokens[from]!.start, end: tokens[to - 1]!.end};
}
