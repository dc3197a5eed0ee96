import {type Bound, type Interval, interval, meant, rounding} from "../../base/interval.ts";
import type {Token} from "../text/words.ts";
import {joinRanges, lendUnits} from "./joined-quantities.ts";
import {isDash, isHyphen, type Lexemes} from "./lexemes.ts";
import {isNoQuantity} from "./named-numbers.ts";
import {type Numeral, readNumeral, times} from "./numerals.ts";
import type {Quantity, Reading} from "./quantity.ts";

/** Share of the value by which "dozen" and "half a billion" may be off: the unit itself is rough. */
const roughShare = 0.1;

/** Words that are in no lexicon and may begin a quantity: "a dozen", "minus 3". */
const articles = new Set(["a", "an", "minus", "минус", "plus", "плюс"]);

/** Finds the quantities of a sentence outside the tokens that `taken` says belong to times. */
export function findQuantities(tokens: readonly Token[], lexemes: Lexemes, taken: (at: number) => boolean): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; ) {
    const mayBegin = tokens[i]!.kind !== "word" || lexemes.startsAt(i) || articles.has(tokens[i]!.lower);
    const quantity = mayBegin && !taken(i) ? readQuantity(tokens, lexemes, i, taken) : undefined;
    if (quantity) found.push(quantity);
    i = quantity ? quantity.to : i + 1;
  }
  return joinRanges(tokens, lexemes, lendUnits(tokens, found));
}

function readQuantity(
  tokens: readonly Token[],
  lexemes: Lexemes,
  at: number,
  taken: (at: number) => boolean
): Quantity | undefined {
  const ratio = readRatioWord(tokens, lexemes, at);
  if (ratio) return ratio;
  const sign = readSign(tokens, at);
  const prefix = lexemes.at("unit-prefix", sign.to);
  const start = prefix ? prefix.to : sign.to;
  const inner = prefix ? readSign(tokens, start) : {value: 1, signed: false, to: start}; // "$-3.1bn"
  if (taken(inner.to)) return undefined;
  const first = readNumeral(tokens, lexemes, inner.to);
  if (!first || isNoQuantity(tokens, lexemes, inner.to, first.to)) return undefined;
  const second = readRangeEnd(tokens, lexemes, first, taken);
  return assemble(tokens, lexemes, {
    at,
    sign: sign.value * inner.value,
    signed: sign.signed || inner.signed,
    prefix: prefix?.value,
    first,
    ...(second && {second})
  });
}

interface Parts {
  readonly at: number;
  readonly sign: number;
  readonly signed: boolean;
  readonly prefix: string | undefined;
  readonly first: Numeral;
  readonly second?: Numeral;
}

function assemble(tokens: readonly Token[], lexemes: Lexemes, parts: Parts): Quantity {
  const {at, sign, first, second, prefix} = parts;
  const scaled = readScale(tokens, lexemes, second ?? first);
  const unit = readUnit(tokens, lexemes, scaled.to);
  const [words, factor] = (prefix ?? unit?.value ?? first.unit ?? "1").split("*") as [string, string | undefined];
  const isFactor = words === "1" && tokens[at - 1]?.lower === "of" && tokens[at - 2]?.lower === "factor";
  const units = isFactor ? ["x"] : words.split(",");
  let to = unit ? unit.to : scaled.to;
  const before = readBoundBefore(lexemes, at);
  const after = lexemes.at("bound-after", to);
  if (after) to = after.to;
  const bound: Bound = before?.bound ?? (after ? "over" : "exact");
  const per = Number(factor ?? 1);
  const low = sign * times(times(first.value, scaled.factor), per);
  const value = sign * times(scaled.value ?? times((second ?? first).value, scaled.factor), per);
  const step = times(scaled.step, per);
  const range = second ? interval(Math.min(low, value), Math.max(low, value)) : undefined;
  const readings = first.dozens && !second ? dozenReadings(first, scaled.factor) : [];
  return {
    from: before ? before.from : at,
    to,
    core: at,
    value: second ? (low + value) / 2 : value,
    meant: range ?? meantBy(value, bound, step, first),
    step,
    bound,
    unit: units[0]!,
    units,
    readings,
    signed: parts.signed,
    isRange: second !== undefined,
    inWords: first.inWords,
    isScaled: scaled.factor >= 1e6
  };
}

function meantBy(value: number, bound: Bound, step: number, {isOpen, isRough, dozens}: Numeral): Interval {
  if (isOpen) return interval(value, Number.POSITIVE_INFINITY);
  if (isRough || dozens) return interval(value - Math.abs(value) * roughShare, value + Math.abs(value) * roughShare);
  return bound === "exact" ? rounding(value, step) : meant(value, bound, step);
}

function dozenReadings({value, dozens = []}: Numeral, factor: number): Reading[] {
  const count = value / dozens[0]!;
  return dozens.map((dozen) => {
    const v = count * dozen * factor;
    return {value: v, low: v * (1 - roughShare), high: v * (1 + roughShare), why: `dozen = ${dozen}`, dozen};
  });
}

/** A word that is a ratio by itself: doubled, eightfold, вдвое. */
function readRatioWord(tokens: readonly Token[], lexemes: Lexemes, at: number): Quantity | undefined {
  const lexeme = lexemes.at("ratio", at);
  if (!lexeme) return undefined;
  const value = Number(lexeme.value);
  const before = readBoundBefore(lexemes, at);
  const bound = before?.bound ?? "exact";
  const step = value < 1 ? 0.1 : 1;
  return {
    from: before ? before.from : at,
    to: lexeme.to,
    core: at,
    value,
    step,
    bound,
    meant: bound === "exact" ? rounding(value, step) : meant(value, bound, step),
    unit: "x",
    units: ["x"],
    readings: [],
    signed: false,
    isRange: false,
    inWords: tokens[at]!.kind === "word",
    isScaled: false
  };
}

function readSign(tokens: readonly Token[], at: number): {value: number; signed: boolean; to: number} {
  const mark = tokens[at];
  const next = tokens[at + 1];
  const none = {value: 1, signed: false, to: at};
  const isAmount = next?.kind === "number" || /^[$€£¥₽₹]$/.test(next?.lower ?? "");
  if (mark && isAmount && /^(?:minus|минус)$/.test(mark.lower)) return {value: -1, signed: true, to: at + 1};
  if (mark && isAmount && /^(?:plus|плюс)$/.test(mark.lower)) return {value: 1, signed: true, to: at + 1};
  if (mark?.kind !== "mark" || !next?.glued || (mark.glued && !/^[([{/$€£¥₽₹]$/.test(tokens[at - 1]?.lower ?? "")))
    return none;
  if (mark.lower === "+") return {value: 1, signed: true, to: at + 1};
  const isNumber = next.kind === "number" || /^[$€£¥₽₹]$/.test(next.lower);
  return (isHyphen(mark.lower) || isDash(mark.lower)) && isNumber ? {value: -1, signed: true, to: at + 1} : none;
}

/** The number after a dash: 47-48 billion, 70–80 %. */
function readRangeEnd(
  tokens: readonly Token[],
  lexemes: Lexemes,
  first: Numeral,
  taken: (at: number) => boolean
): Numeral | undefined {
  const percent = lexemes.at("percent", first.to);
  const at = percent && tokens[percent.to] && isRange(tokens[percent.to]!) ? percent.to : first.to;
  if (!tokens[at] || !isRange(tokens[at]!) || taken(at + 1)) return undefined;
  const second = readNumeral(tokens, lexemes, at + 1);
  return second && second.value > first.value && second.inWords === first.inWords ? second : undefined;
}

function isRange(token: Token): boolean {
  return token.kind === "mark" && (isHyphen(token.lower) || isDash(token.lower));
}

interface Scaled {
  readonly factor: number;
  readonly step: number;
  readonly to: number;
  /** Set when a second, smaller number was added: 38 bn 607.6 mn. */
  readonly value?: number;
}

function readScale(tokens: readonly Token[], lexemes: Lexemes, numeral: Numeral): Scaled {
  const scale = scaleAt(tokens, lexemes, numeral.to);
  if (!scale) return {factor: 1, step: numeral.step, to: numeral.to};
  const next = scale.to < tokens.length ? readNumeral(tokens, lexemes, scale.to) : undefined;
  const smaller = next && !next.inWords ? scaleAt(tokens, lexemes, next.to) : undefined;
  if (next && smaller && smaller.factor < scale.factor)
    return {
      factor: scale.factor,
      value: times(numeral.value, scale.factor) + times(next.value, smaller.factor),
      step: times(next.step, smaller.factor),
      to: smaller.to
    };
  return {factor: scale.factor, step: times(numeral.step, scale.factor), to: scale.to};
}

function scaleAt(tokens: readonly Token[], lexemes: Lexemes, at: number): {factor: number; to: number} | undefined {
  const hyphen = isHyphen(tokens[at]?.lower ?? "") && tokens[at]!.glued ? 1 : 0; // $40-billion
  const scale = lexemes.at("scale", at + hyphen) ?? (tokens[at]?.glued ? lexemes.at("scale-letter", at) : undefined);
  if (!scale) return undefined;
  const to =
    tokens[scale.to]?.lower === "." && tokens[scale.to]!.glued && scale.to + 1 < tokens.length
      ? scale.to + 1
      : scale.to;
  return {factor: Number(scale.value), to};
}

function readUnit(tokens: readonly Token[], lexemes: Lexemes, at: number): {value: string; to: number} | undefined {
  const start =
    isHyphen(tokens[at]?.lower ?? "") && tokens[at]!.glued
      ? at + 1
      : tokens[at]?.lower === "of" || tokens[at]?.lower === "in"
        ? at + 1
        : at;
  const points = lexemes.at("points", at) ?? lexemes.at("points", start);
  if (points) return {value: points.value, to: points.to};
  const percent = lexemes.at("percent", start);
  if (percent) return {value: percent.value, to: percent.to};
  const times = lexemes.at("times", at) ?? lexemes.at("fold", start);
  if (times) return {value: "x", to: times.to};
  const unit = lexemes.at("unit", at) ?? (start > at ? lexemes.at("unit", start) : undefined);
  return (
    unit && {
      value: unit.value,
      to:
        tokens[unit.to]?.lower === "." && tokens[unit.to]?.glued && unit.to + 1 < tokens.length ? unit.to + 1 : unit.to
    }
  );
}

/** The word of approximation right before a quantity; "by" and "to" may stand between. */
function readBoundBefore(lexemes: Lexemes, at: number): {bound: Bound; from: number} | undefined {
  const direct = lexemes.before("bound", at);
  if (direct) return {bound: direct.value as Bound, from: direct.from};
  const link = lexemes.before("to", at) ?? lexemes.before("by", at) ?? lexemes.before("times-in", at);
  const over = link && lexemes.before("bound", link.from);
  return over ? {bound: over.value as Bound, from: over.from} : undefined;
}
