import {readLiteral} from "./literals.ts";

/** How a word is written; a one-letter capital counts as "capital". */
export type Shape = "lower" | "capital" | "upper";

/** One token of a text: a word, a number written in figures, or a mark. */
export interface Token {
  readonly kind: "word" | "number" | "mark";
  /** Words lower-cased with ё as е and without a possessive ending; marks and numbers as written. */
  readonly lower: string;
  readonly shape: Shape;
  /** UTF-16 offsets into the clean text. */
  readonly start: number;
  readonly end: number;
  /** Whether no white space stands before it. */
  readonly glued: boolean;
  /** Whether a possessive ending was cut off: Belarus's, Belarus'. */
  readonly possessive: boolean;
  /** Numbers: the value in figures, the worth of the last digit, and whether the figures make no number (1,2,3). */
  readonly value: number;
  readonly step: number;
  readonly garbled: boolean;
}

/** Splits `text` between two offsets into tokens; `cyrillic` says whether a comma is a decimal mark. */
export function tokenize(text: string, from = 0, to = text.length, cyrillic = false): Token[] {
  const tokens: Token[] = [];
  let glued = false;
  for (let i = from; i < to; ) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      ++i;
      glued = false;
      continue;
    }
    const token = isDigit(code)
      ? numberToken(text, i, to, glued, cyrillic)
      : isLetter(code)
        ? wordToken(text, i, to, glued)
        : markToken(text, i, glued);
    tokens.push(token);
    i = token.possessive ? endOfPossessive(text, token.end, to) : token.end;
    glued = true;
  }
  return tokens;
}

function numberToken(text: string, start: number, to: number, glued: boolean, cyrillic: boolean): Token {
  const {end, value, step, garbled} = readLiteral(text, start, to, cyrillic);
  const lower = text.slice(start, end);
  return {
    kind: "number",
    lower,
    shape: "lower",
    start,
    end,
    glued,
    possessive: false,
    value,
    step,
    garbled: garbled === true
  };
}

function wordToken(text: string, start: number, to: number, glued: boolean): Token {
  if (start + 1 < to && text.charCodeAt(start + 1) === 46 && isUpper(text.charCodeAt(start))) {
    dotted.lastIndex = start;
    const acronym = dotted.exec(text)?.[0];
    if (acronym) return wordOf(fold(acronym.replaceAll(".", "")), "upper", start, start + acronym.length, glued, false);
  }
  const currency = isUpper(text.charCodeAt(start)) ? currencyBefore(text, start, to) : undefined;
  if (currency) return wordOf(fold(currency), "upper", start, start + currency.length, glued, false);
  let end = start + 1;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (isLetter(code) || isDigit(code) || code === softHyphen) ++end;
    else if (isApostrophe(code) && end + 1 < to && isLetter(text.charCodeAt(end + 1)) && !isPossessive(text, end, to))
      ++end;
    else break;
  }
  const raw = text.slice(start, end);
  const possessive = isPossessive(text, end, to);
  const {lower, shape} = formOf(raw);
  return wordOf(lower, shape, start, end, glued, possessive);
}

/** Texts repeat their words: what a word is, lower-cased, and how it is written are worked out once. */
const forms = new Map<string, {readonly lower: string; readonly shape: Shape}>();

function formOf(raw: string): {readonly lower: string; readonly shape: Shape} {
  let form = forms.get(raw);
  if (form === undefined) {
    form = {lower: fold(raw), shape: shapeOf(raw)};
    if (forms.size > 100_000) forms.clear();
    forms.set(raw, form);
  }
  return form;
}

/** All tokens have one shape: millions of them are made, and the engine reads one shape fastest. */
function wordOf(lower: string, shape: Shape, start: number, end: number, glued: boolean, possessive: boolean): Token {
  return {kind: "word", lower, shape, start, end, glued, possessive, value: Number.NaN, step: 0, garbled: false};
}

/** U.S. and the like: capitals each with a point; the word is read without the points. */
const dotted = /\p{Lu}\.(?:\p{Lu}\.)+/uy;

/** N12.7 trillion, Rs500 crore, R5bn: letters of a currency right before figures that go on like an amount. */
const gluedCurrency =
  /((?:[A-Z]{1,3}|Rs|Ksh|Ush|Tsh|Sh|Br|GH|Dhs?|Frw|Rf))(?=\d+(?:[.,]\d+)*\s?(?:bn|trn|tn|mn|m|million|billion|trillion|crore|lakh|thousand)\b)/y;

/** The regular expression is asked only where figures follow a few letters. */
function currencyBefore(text: string, start: number, to: number): string | undefined {
  for (let i = start + 1; i < to && i <= start + 4; ++i) {
    if (isDigit(text.charCodeAt(i))) {
      gluedCurrency.lastIndex = start;
      return gluedCurrency.exec(text)?.[1];
    }
    if (!isLetter(text.charCodeAt(i))) return undefined;
  }
  return undefined;
}

/** Whether an apostrophe at `at` begins a possessive ending: 's, or a bare apostrophe after s. */
function isPossessive(text: string, at: number, to: number): boolean {
  if (at >= to || !isApostrophe(text.charCodeAt(at))) return false;
  const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
  if ((next | 32) === 115) return at + 2 >= to || !isLetter(text.charCodeAt(at + 2));
  return (text.charCodeAt(at - 1) | 32) === 115 && !isLetter(next);
}

function endOfPossessive(text: string, at: number, to: number): number {
  return at + 1 < to && (text.charCodeAt(at + 1) | 32) === 115 ? at + 2 : at + 1;
}

function markToken(text: string, start: number, glued: boolean): Token {
  const end = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
  return {
    kind: "mark",
    lower: text.slice(start, end),
    shape: "lower",
    start,
    end,
    glued,
    possessive: false,
    value: Number.NaN,
    step: 0,
    garbled: false
  };
}

/** Lower case, ё as е, typographic apostrophes plain, soft hyphens gone. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (isPlain(lower)) return lower;
  return /[ё’\u00ad]/.test(lower) ? lower.replaceAll("ё", "е").replaceAll("’", "'").replaceAll("\u00ad", "") : lower;
}

/** ASCII letters and figures only: nothing to fold. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; ++i) if (word.charCodeAt(i) > 127) return false;
  return true;
}

function shapeOf(raw: string): Shape {
  const first = raw.charCodeAt(0);
  if (!isUpper(first)) return "lower";
  for (let i = 1; i < raw.length; ++i) if (!isUpper(raw.charCodeAt(i)) && isLetter(raw.charCodeAt(i))) return "capital";
  return raw.length > 1 ? "upper" : "capital";
}

const softHyphen = 0xad;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

const other = /\p{L}|\p{M}/u;

export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code >= 0x400 && code <= 0x52f) return code !== 0x482;
  if (code < 0xc0) return false;
  if (code < 0x250) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0x2000 && code <= 0x2bff) return false;
  return other.test(String.fromCharCode(code));
}

function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  if (code >= 0x400 && code <= 0x42f) return true;
  const char = String.fromCharCode(code);
  return char !== char.toLowerCase();
}
