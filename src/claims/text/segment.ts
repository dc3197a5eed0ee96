import {abbreviations} from "./data/abbreviations.ts";
import {fold, isDigit, isLetter, isSpace} from "./words.ts";

/** A sentence of the clean text, with the paragraph it stands in. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
}

/** Characters after which a sentence is cut at the next comma or space: tables run on without a full stop. */
const longestSentence = 1500;

/** Splits a text into sentences; a blank line ends a paragraph, and so does a line that begins with a bullet. */
export function segment(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let start = 0;
  const push = (end: number) => {
    const from = skipSpace(text, start, end);
    if (from < end) sentences.push({start: from, end, paragraph});
    start = end;
  };
  for (let i = 0; i < text.length; ++i) {
    const code = text.charCodeAt(i);
    if (i - start > longestSentence && (code === 44 || code === 32)) {
      push(i);
    } else if (code === 10 && breaksLine(text, i)) {
      push(i);
      if (isBlankLine(text, i)) ++paragraph;
    } else if (isStop(code) && endsSentence(text, i, start)) {
      const end = skipClosing(text, i + 1);
      push(end);
      i = end - 1;
    }
  }
  push(text.length);
  return sentences;
}

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026;
}

function skipSpace(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isSpace(text.charCodeAt(i))) ++i;
  return i;
}

function skipClosing(text: string, from: number): number {
  let i = from;
  while (i < text.length && closing.has(text[i]!)) ++i;
  return i;
}

const closing = new Set(["”", "’", '"', "»", ")", "]", ".", "!", "?", "…", "'"]);

/** Whether the stop at `at` ends a sentence: white space follows, then no small letter, and no abbreviation stands before. */
function endsSentence(text: string, at: number, start: number): boolean {
  const after = skipClosing(text, at + 1);
  if (after < text.length && !isSpace(text.charCodeAt(after))) return false;
  const next = skipSpace(text, after, text.length);
  const first = next < text.length ? text[next]! : "";
  if (first !== "" && isLetter(first.charCodeAt(0)) && first === first.toLowerCase() && first !== first.toUpperCase())
    return false;
  if (text.charCodeAt(at) !== 46) return true;
  if (text.startsWith("США", next)) return false; // «млрд долл. США»
  return !isAbbreviation(wordBefore(text, at, start), first);
}

function wordBefore(text: string, at: number, start: number): string {
  let i = at;
  while (i > start && (isLetter(text.charCodeAt(i - 1)) || text[i - 1] === ".")) --i;
  return text.slice(i, at);
}

/** An abbreviation that a sentence cannot end with, or one it can when a capital letter follows. */
function isAbbreviation(word: string, next: string): boolean {
  if (word.length === 1) return word !== word.toLowerCase() || (isDigit(next.charCodeAt(0)) && word === "г");
  const kind = abbreviations.get(fold(word));
  if (kind === "inner") return true;
  return kind === "final" && next !== "" && next === next.toLowerCase() && !/["“«(]/.test(next);
}

function isBlankLine(text: string, at: number): boolean {
  const next = text.indexOf("\n", at + 1);
  return next >= 0 && skipSpace(text, at + 1, next) >= next;
}

/** A newline parts sentences where a blank line, a bullet or a short unfinished line says so, not where a line is just wrapped. */
function breaksLine(text: string, at: number): boolean {
  if (isBlankLine(text, at)) return true;
  const next = skipSpace(text, at + 1, text.length);
  if (/^(?:[-*•–—]\s|\d{1,2}[.)]\s|\|)/.test(text.slice(next, next + 5))) return true;
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const first = text[next] ?? "";
  return at - lineStart < 50 && first !== first.toLowerCase();
}
