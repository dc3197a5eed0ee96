import {type Bound, type Interval, interval, meant, rounding} from "../base/interval.ts";
import {isDash, isHyphen, type Lexemes} from "./lexemes.ts";
import type {Token} from "./words.ts";

/** One way to read a number that has several: dozen as twelve or as ten. */
export interface Reading {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly why: string;
}

/** A number with its unit as written, and the numbers it may stand for. */
export interface Quantity {
  /** Tokens from up to but not including to, words of approximation and unit included. */
  readonly from: number;
  readonly to: number;
  /** First token of the number itself, its sign and currency included. */
  readonly core: number;
  /** In plain units: 33.3e9. */
  readonly value: number;
  readonly meant: Interval;
  /** Worth of the last digit, in plain units. */
  readonly step: number;
  readonly bound: Bound;
  /** ISO 4217, "%", "pp", "x" for times, "1" for a bare number, else a physical unit. */
  readonly unit: string;
  /** All units that the words may mean when there are several: "rubles" is RUB or BYN. */
  readonly units: readonly string[];
  readonly readings: readonly Reading[];
  /** A plus or minus was written before it. */
  readonly signed: boolean;
  /** Two numbers joined to a range; `value` is its middle. */
  readonly isRange: boolean;
  /** Written in words rather than figures. */
  readonly inWords: boolean;
  /** A scale word stood behind it. */
  readonly isScaled: boolean;
  /** The first of "from 5 to 7 billion": scale and unit were taken from the second. */
  readonly borrowed?: boolean;
}

/** A bare number as read, before scale and unit. */
interface Numeral {
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
    return {value: v, low: v * (1 - roughShare), high: v * (1 + roughShare), why: `dozen = ${dozen}`};
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

/** A number in figures or in words; scale words are left to the caller. */
function readNumeral(tokens: readonly Token[], lexemes: Lexemes, at: number): Numeral | undefined {
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

const namedBefore = new Set(
  "top топ no nos № # article articles art decree section sections page pages pp chapter paragraph para resolution order annex protocol room flat tel phone fax item point clause hs hs2 sitc isic cn isbn version route highway channel form grade class type model figure fig table part vol volume issue covid su mi tu il an boeing airbus g пункт пункта пункту пункте п статья статьи статье статью ст указ указа указом указу № постановление постановления приказ приказа стр страница глава тел рис таблица д дом кв ул индекс номер номера номером группа группы группе тнвэд код кода коды".split(
    " "
  )
);
const namedAfter = new Set(
  "street st avenue ave road rd boulevard floor ул улица этаж th nd rd st й го м я".split(" ")
);

/** Numbers that name something instead of measuring it: decrees, pages, houses, phones, times, scores, products. */
function isNoQuantity(tokens: readonly Token[], lexemes: Lexemes, at: number, to: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[to];
  if (before?.lower === "." && tokens[at]!.glued && tokens[at - 2]?.kind !== "word") return true; // .5 and 4..5
  if (before && namedBefore.has(before.lower) && !(before.lower === "pp")) return true;
  if (before?.lower === "." && namedBefore.has(tokens[at - 2]?.lower ?? "") && before.glued) return true;
  if (before && isHyphen(before.lower) && before.glued && tokens[at]!.glued && isNamePart(tokens, lexemes, at - 2))
    return true;
  if (after?.glued && namedAfter.has(after.lower)) return true;
  if (after && namedAfter.has(after.lower) && after.kind === "word" && after.shape !== "lower") return true;
  if (isOrdinalEnding(tokens, to)) return true;
  if (after?.lower === ":" && after.glued && tokens[to + 1]?.kind === "number" && tokens[to + 1]!.glued) return true;
  if (before?.lower === ":" && before.glued && tokens[at]!.glued && tokens[at - 2]?.kind === "number") return true;
  if (after?.lower === "/" && after.glued && tokens[to + 1]?.kind === "number") return true;
  if (before?.lower === "/" && tokens[at - 2]?.kind === "number") return true;
  if (at === 0 && (after?.lower === "." || after?.lower === ")") && after.glued) return true;
  return (
    isPhone(tokens, at) ||
    lexemes.at("years-word", to) !== undefined ||
    lexemes.at("days-word", to) !== undefined ||
    isAge(tokens, lexemes, to)
  );
}

/** COVID-19, Su-30, Ту-204, BelAZ-7: a word glued by a hyphen before the figures, unless it is a month, bound or currency. */
function isNamePart(tokens: readonly Token[], lexemes: Lexemes, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word") return false;
  return !lexemes.over("unit", at) && !lexemes.over("month", at) && !lexemes.over("bound", at);
}

/** 19th, 5-й, 10-го, 2-х. */
function isOrdinalEnding(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const ending = tokens[at + 1];
  return (
    mark !== undefined &&
    isHyphen(mark.lower) &&
    mark.glued &&
    ending?.glued === true &&
    /^(?:й|го|му|м|я|е|ю|х|ом|ый|ая|ое|ые)$/.test(ending.lower)
  );
}

/** Three or more short groups of figures joined by hyphens, spaces or brackets behind a plus or a "tel". */
function isPhone(tokens: readonly Token[], at: number): boolean {
  let groups = 0;
  for (let i = at; i < tokens.length && i < at + 12; ++i) {
    const token = tokens[i]!;
    if (token.kind === "number") ++groups;
    else if (!/^[-()–‑]$/.test(token.lower)) break;
  }
  for (let i = at - 1; i >= 0 && i > at - 12; --i) {
    const token = tokens[i]!;
    if (token.kind === "number") ++groups;
    else if (!/^[-()–‑+]$/.test(token.lower)) break;
  }
  return groups >= 4;
}

/** "45-year-old", "10-day". */
function isAge(tokens: readonly Token[], lexemes: Lexemes, at: number): boolean {
  if (!tokens[at] || !isHyphen(tokens[at]!.lower)) return false;
  return (
    (lexemes.at("years-word", at + 1) ?? lexemes.at("days-word", at + 1) ?? lexemes.at("months-word", at + 1)) !==
    undefined
  );
}

/** In "from 5 to 7 billion" and "22.6 and 23.9 billion" the first number takes scale and unit from the second. */
function lendUnits(tokens: readonly Token[], found: readonly Quantity[]): Quantity[] {
  return found.map((quantity, i) => {
    const next = found[i + 1];
    if (
      !next ||
      quantity.unit !== "1" ||
      next.unit === "1" ||
      next.unit === "x" ||
      quantity.isScaled ||
      quantity.inWords
    )
      return quantity;
    if (!isJoint(tokens, quantity.to, next.from)) return quantity;
    const factor = next.unit === "%" || next.unit === "pp" ? 1 : scaleOf(next);
    const step = times(quantity.step, factor);
    const value = times(quantity.value, factor);
    const isBounded = quantity.bound !== "exact";
    return {
      ...quantity,
      value,
      step,
      unit: next.unit,
      units: next.units,
      meant: isBounded ? meant(value, quantity.bound, step) : rounding(value, step),
      borrowed: true
    };
  });
}

/** Product with a power of ten without the error of binary fractions: 33.3 bn is 33300000000. */
function times(value: number, factor: number): number {
  const exponent = Math.log10(factor);
  const text = String(value);
  return Number.isInteger(exponent) && !text.includes("e") ? Number(`${text}e${exponent}`) : value * factor;
}

/** "From 5 to 7 per cent", "between 3 and 4 billion", «от 5 до 7 %» are one range, unless a change leads from one to the other. */
function joinRanges(tokens: readonly Token[], lexemes: Lexemes, found: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (let i = 0; i < found.length; ++i) {
    const [a, b] = [found[i]!, found[i + 1]];
    if (b && isRangePair(tokens, lexemes, a, b)) {
      joined.push({
        ...b,
        from: a.from,
        core: a.core,
        value: (a.value + b.value) / 2,
        meant: interval(a.value, b.value),
        isRange: true
      });
      ++i;
    } else joined.push(a);
  }
  return joined;
}

function isRangePair(tokens: readonly Token[], lexemes: Lexemes, a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit || a.value >= b.value || a.isRange || b.isRange || a.unit === "x") return false;
  const between = tokens
    .slice(a.to, b.from)
    .map((token) => token.lower)
    .join(" ");
  const before = tokens[a.from - 1]?.lower ?? "";
  if (before === "between" || before === "между") return between === "and" || between === "и";
  if (between !== "to" && between !== "до") return false;
  const changes = [...lexemes.tagged("up"), ...lexemes.tagged("down")].some(
    (l) => l.to <= a.from && a.from - l.to <= 3
  );
  return (
    before === "от" || (before === "from" ? !changes && a.borrowed === true : !changes && !lexemes.before("by", a.from))
  );
}

/** Only "to", "and", a comma or the like stands between two numbers. */
function isJoint(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to).map((token) => token.lower);
  return (
    between.length <= 2 &&
    between.every((word) => /^(?:to|and|up|до|и|,|or|или|almost|nearly|over|about|почти)$/.test(word)) &&
    between.length > 0
  );
}

/** The power of a thousand behind a number as written: its step, freed of its decimals. */
function scaleOf({value, step}: Quantity): number {
  for (const scale of [1e12, 1e9, 1e6, 1e3])
    if (Math.abs(value) >= scale && step >= scale / 1e4 && value / scale < 1e5) return scale;
  return 1;
}
