import type {Token} from "../text/words.ts";
import {isHyphen, type Lexemes} from "./lexemes.ts";

/** A bare number as read, before scale and unit. */
export interface Numeral {
  readonly value: number;
  readonly step: number;
  readonly to: number;
  readonly inWords: boolean;
  /** Twelve and ten when counted in dozens. */
  readonly dozens?: readonly number[];
  /** "Hundreds": nothing is said above. */
  readonly isOpen?: boolean;
  /** "Half a billion": as rough as a tenth. */
  readonly isRough?: boolean;
  /** Fractions are per cent. */
  readonly unit?: string;
}

/** A number in figures or in words; scale words are left to the caller. */
export function readNumeral(tokens: readonly Token[], lexemes: Lexemes, at: number): Numeral | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === "number")
    return token.garbled
      ? undefined
      : readDozens(lexemes, {value: token.value!, step: token.step!, to: at + 1, inWords: false});
  return token.kind === "word" ? readWords(tokens, lexemes, at) : undefined;
}

function readWords(tokens: readonly Token[], lexemes: Lexemes, at: number): Numeral | undefined {
  const half = readHalf(tokens, lexemes, at);
  if (half) return half;
  const fraction = lexemes.at("fraction", at);
  if (fraction)
    return {value: Number(fraction.value), step: 5, to: fraction.to, inWords: true, isRough: true, unit: "%"};
  const halfScale = lexemes.at("half-scale", at);
  if (halfScale)
    return {
      value: Number(halfScale.value),
      step: Number(halfScale.value),
      to: halfScale.to,
      inWords: true,
      isRough: true
    };
  const hundreds = lexemes.at("hundreds", at);
  if (hundreds) return {value: Number(hundreds.value), step: 1, to: hundreds.to, inWords: true, isOpen: true};
  if (/^(?:a|an)$/.test(tokens[at]!.lower)) return readArticle(lexemes, at);
  const sum = sumWords(tokens, lexemes, at);
  return sum && readDozens(lexemes, sum);
}

/** "Half a billion", "half a dozen", «полмиллиарда». */
function readHalf(tokens: readonly Token[], lexemes: Lexemes, at: number): Numeral | undefined {
  const half = lexemes.at("half", at);
  if (!half) return undefined;
  const to = /^(?:a|an|of)$/.test(tokens[half.to]?.lower ?? "") ? half.to + 1 : half.to;
  const dozen = lexemes.at("dozen", to);
  if (dozen) return {...readDozens(lexemes, {value: 0.5, step: 0.5, to, inWords: true})};
  return lexemes.at("scale", to) ? {value: 0.5, step: 0.1, to, inWords: true, isRough: true} : undefined;
}

/** "A dozen", "a hundred", "a billion": one of them. */
function readArticle(lexemes: Lexemes, at: number): Numeral | undefined {
  const one = {value: 1, step: 1, to: at + 1, inWords: true};
  if (lexemes.at("dozen", at + 1)) return readDozens(lexemes, one);
  return lexemes.at("scale", at + 1) ? one : undefined;
}

/** Adds number words as they are spoken: twenty five, сто двадцать, two and a half. */
function sumWords(tokens: readonly Token[], lexemes: Lexemes, at: number): Numeral | undefined {
  let value = 0;
  let step = 1;
  let last = Number.POSITIVE_INFINITY;
  let to = at;
  for (let word = lexemes.at("number", to); word; word = lexemes.at("number", to)) {
    const n = Number(word.value);
    if (n >= last || (last < 20 && last !== Number.POSITIVE_INFINITY)) break;
    value += n;
    last = n;
    step = n % 1 === 0 ? 1 : 0.5;
    to = word.to;
    if (isHyphen(tokens[to]?.lower ?? "") && lexemes.at("number", to + 1)) ++to;
  }
  if (to === at) return undefined;
  const hundreds = lexemes.at("scale", to);
  if (hundreds?.value === "1e2") {
    const rest = sumWords(tokens, lexemes, tokens[hundreds.to]?.lower === "and" ? hundreds.to + 1 : hundreds.to);
    return rest
      ? {...rest, value: 100 * value + rest.value}
      : {value: 100 * value, step: 100, to: hundreds.to, inWords: true};
  }
  const half = lexemes.at("and-half", to);
  return half ? {value: value + 0.5, step: 0.5, to: half.to, inWords: true} : {value, step, to, inWords: true};
}

/** Multiplies by a dozen when one follows; an English dozen may be a translator's ten. */
function readDozens(lexemes: Lexemes, numeral: Numeral): Numeral {
  const dozen = lexemes.at("dozen", numeral.to);
  if (!dozen) return numeral;
  const size = Number.parseInt(dozen.value, 10);
  const isEnglish = dozen.value === "12" && numeral.inWords; // a Russian «дюжина» is twelve
  const dozens = isEnglish ? [12, 10] : [size];
  return {value: numeral.value * size, step: size / 2, to: dozen.to, inWords: true, dozens};
}

/** Product with a power of ten without the error of binary fractions: 33.3 bn is 33300000000. */
export function times(value: number, factor: number): number {
  if (factor === 1) return value;
  const exponent = Math.log10(factor);
  const text = String(value);
  return Number.isInteger(exponent) && !text.includes("e") ? Number(`${text}e${exponent}`) : value * factor;
}
