import {dayNumber, isoDay} from "../../base/period.ts";
import type {Token} from "../text/words.ts";
import {isHyphen, type Lexemes} from "./lexemes.ts";

/** How a time stands to the quantity beside it: when it is, what it is compared with, since when, by when. */
export type TimeRole = "in" | "base" | "since" | "by";

/** A time as written: what is left open (the year, usually) is filled in from the text around it. */
export interface TimeSpec {
  readonly year?: number;
  /** Years from the year of the posting date: -1 for "last year". */
  readonly relativeYear?: number;
  /** Months of the year: first month from 1, and how many. */
  readonly months?: readonly [first: number, count: number];
  readonly day?: number;
  /** Another unit counted from the posting date. */
  readonly relative?: {readonly unit: "month" | "quarter" | "day"; readonly count: number};
  /** The last so many years up to the posting date. */
  readonly pastYears?: number;
  /** From this year up to and including a later one. */
  readonly toYear?: number;
  /** The so many months up to and including the end of the time: "the year to August". */
  readonly trailing?: number;
  /** "2022-23": a financial year where the economy has one, else two calendar years. */
  readonly isShort?: boolean;
  /** From the start of the year, or of the period spoken of, to now. */
  readonly toDate?: boolean;
  /** A financial year, which begins in another month in each economy. */
  readonly isFiscal?: boolean;
}

export interface TimeExpression extends TimeSpec {
  readonly role: TimeRole;
  /** Tokens from up to but not including to. */
  readonly from: number;
  readonly to: number;
}

type Draft = TimeSpec & {
  readonly to: number;
  /** "A year earlier": always what something is compared with. */
  readonly isEarlier?: boolean;
};

/** Finds the time expressions of a sentence, longest first at each token; numbers inside them are no quantities. */
export function findTimes(tokens: readonly Token[], lexemes: Lexemes): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (let i = 0; i < tokens.length; ) {
    const draft = mayBeginTime(tokens[i]!, lexemes, i) ? readTime(tokens, lexemes, i) : undefined;
    if (draft) found.push({...draft, from: i, role: roleOf(tokens, lexemes, i, draft)});
    i = draft ? draft.to : i + 1;
  }
  return found;
}

/** Numbers, words of time and codes such as Q1 begin a time; anything else is passed over at once. */
function mayBeginTime({kind, lower}: Token, lexemes: Lexemes, at: number): boolean {
  return (
    kind === "number" ||
    lexemes.startsAt(at) ||
    (kind === "word" && (lower === "year" || /^(?:[qh]\d|fy\d)/.test(lower)))
  );
}

function readTime(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  return (
    readNumericDate(tokens, at) ??
    readTrailing(tokens, lexemes, at) ??
    readPastYears(tokens, lexemes, at) ??
    readMonths(tokens, lexemes, at) ??
    readPart(tokens, lexemes, at) ??
    readRelative(tokens, lexemes, at) ??
    readYear(tokens, lexemes, at)
  );
}

/** 29.01.2024 and 2024-01-29. */
function readNumericDate(tokens: readonly Token[], at: number): Draft | undefined {
  const token = tokens[at]!;
  if (token.kind !== "number") return undefined;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(token.lower);
  if (dotted) return dateDraft(fullYear(Number(dotted[3])), Number(dotted[2]), Number(dotted[1]), at + 1);
  const parts = [at, at + 1, at + 2, at + 3, at + 4].map((i) => tokens[i]);
  if (!parts.slice(1).every((part) => part?.glued) || !isHyphen(parts[1]!.lower) || !isHyphen(parts[3]!.lower))
    return undefined;
  return isYear(token) ? dateDraft(token.value!, parts[2]!.value ?? 0, parts[4]!.value ?? 0, at + 5) : undefined;
}

/** "The year to August 2023", "the year ending in the first quarter of 2024", "the three months ending in January". */
function readTrailing(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  const number = smallNumber(tokens, lexemes, at);
  const months = number && lexemes.at("months-word", number.to);
  const fiscal = lexemes.at("fiscal", at);
  const year = fiscal ?? (tokens[at]!.lower === "year" ? {to: at + 1} : undefined);
  const span = months ?? year;
  const link = span && lexemes.at("trailing", span.to);
  if (!span || !link) return undefined;
  const skip = /^(?:in|the)$/.test(tokens[link.to]?.lower ?? "")
    ? link.to + (tokens[link.to + 1]?.lower === "the" ? 2 : 1)
    : link.to;
  const end = readMonths(tokens, lexemes, skip) ?? readOrdinalPart(tokens, lexemes, skip);
  return end && {...end, trailing: months ? number!.value : 12};
}

function dateDraft(year: number, month: number, day: number, to: number): Draft | undefined {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isoDay(dayNumber(year, month, day)) === text ? {year, months: [month, 1], day, to} : undefined;
}

function fullYear(year: number): number {
  return year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
}

/** "Over the past two years"; the number may be left out of "the past year" only as a relative year. */
function readPastYears(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  const span = lexemes.at("past-span", at);
  const number = span && smallNumber(tokens, lexemes, span.to);
  const unit = number && lexemes.at("years-word", number.to);
  return unit && number.value > 0 ? {pastYears: number.value, to: unit.to} : undefined;
}

/** Months: "28 June 2023", "June 28, 2023", "January-September 2023", "from January to May". */
function readMonths(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  const lead = dayOfMonth(tokens[at]);
  const first = lexemes.at("month", lead ? skipDayRange(tokens, skipOrdinal(tokens, at + 1)) : at);
  if (!first || isPlainMay(tokens, first.from, at)) return undefined;
  const month = Number(first.value);
  if (lead) return withYear(tokens, lexemes, {months: [month, 1], day: lead, to: first.to});
  if (tokens[at - 1]?.lower === "through" && !lead && !isYear(tokens[at - 2]))
    return withYear(tokens, lexemes, {months: [1, month], to: first.to});
  const second = monthAfterDash(tokens, lexemes, first.to, tokens[at - 1]?.lower === "between");
  if (second) return withYear(tokens, lexemes, {months: [month, Number(second.value) - month + 1], to: second.to});
  const day = dayOfMonth(tokens[first.to]);
  if (day && !lexemes.at("scale", first.to + 1) && tokens[first.to + 1]?.lower !== "%")
    return withYear(tokens, lexemes, {
      months: [month, 1],
      day,
      to: skipDayRange(tokens, skipOrdinal(tokens, first.to + 1))
    });
  return withYear(tokens, lexemes, {months: [month, 1], to: first.to});
}

/** "May" and "march" as verbs: written small, or with no day, year or preposition beside them. */
function isPlainMay(tokens: readonly Token[], month: number, at: number): boolean {
  const token = tokens[month]!;
  if (!["may", "march", "mar", "sep", "dec"].includes(token.lower)) return false;
  if (token.shape === "lower") return true;
  if (at < month || isYear(tokens[month + 1]) || dayOfMonth(tokens[month + 1])) return false;
  return token.lower === "may" && !isWithin(tokens[month - 1]) && !isHyphen(tokens[month + 1]?.lower ?? "");
}

const withinWords = new Set(
  "in for during over within by of at through throughout за в во итогам на к до по результатам течение".split(" ")
);

function isWithin(token: Token | undefined): boolean {
  return token !== undefined && withinWords.has(token.lower);
}

function dayOfMonth(token: Token | undefined): number | undefined {
  const day = token?.kind === "number" && token.step === 1 && !token.garbled ? token.value! : 0;
  return day >= 1 && day <= 31 ? day : undefined;
}

function skipOrdinal(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token?.glued && /^(?:st|nd|rd|th|го|е)$/.test(token.lower) ? at + 1 : at;
}

/** "June 26-28": the second day belongs to the date. */
function skipDayRange(tokens: readonly Token[], at: number): number {
  return tokens[at] && isHyphen(tokens[at]!.lower) && dayOfMonth(tokens[at + 1]) ? at + 2 : at;
}

function monthAfterDash(tokens: readonly Token[], lexemes: Lexemes, at: number, isBetween: boolean) {
  const mark = tokens[at];
  if (!mark || !(isHyphen(mark.lower) || /^(?:to|through|по)$/.test(mark.lower) || (isBetween && mark.lower === "and")))
    return undefined;
  const second = lexemes.at("month", at + 1);
  return second;
}

/** Quarters, halves and "first nine months": words, ordinals in words or figures, Q1, 1Q24, 9M 2023, H1. */
function readPart(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  const code = /^(?:([qh])([1-4])|fy(\d{2}|\d{4}))$/.exec(tokens[at]!.lower);
  if (code?.[3]) return {year: fullYear(Number(code[3])), to: at + 1, isFiscal: true};
  if (code)
    return withYear(tokens, lexemes, {months: partMonths(code[1] === "q" ? 3 : 6, Number(code[2])), to: at + 1});
  return (
    readShortPart(tokens, lexemes, at) ?? readFirstMonths(tokens, lexemes, at) ?? readOrdinalPart(tokens, lexemes, at)
  );
}

/** 1Q24, 1H 2024, 9M2023. */
function readShortPart(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (token.kind !== "number" || token.garbled || !next?.glued || token.step !== 1) return undefined;
  const match = /^([qhm])(\d{2}|\d{4})?$/.exec(next.lower);
  const count = token.value!;
  if (!match || count < 1 || count > 12 || (match[1] === "m" && !match[2] && !isYear(tokens[at + 2]))) return undefined;
  const months = match[1] === "m" ? ([1, count] as const) : partMonths(match[1] === "q" ? 3 : 6, count);
  if (match[2]) return {months, year: fullYear(Number(match[2])), to: at + 2};
  return withYear(tokens, lexemes, {months, to: at + 2});
}

function partMonths(length: number, index: number): readonly [number, number] {
  return [length * (index - 1) + 1, length];
}

/** "First nine months of 2023", "nine months of 2023", «за 9 месяцев». */
function readFirstMonths(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  const first = lexemes.at("first-span", at);
  const number = smallNumber(tokens, lexemes, first ? first.to : at);
  const hyphen = number && isHyphen(tokens[number.to]?.lower ?? "") ? 1 : 0;
  const quarters = first && number ? lexemes.at("quarter-word", number.to) : undefined;
  if (quarters && number!.value <= 3)
    return withYear(tokens, lexemes, {months: [1, 3 * number!.value], to: quarters.to});
  const unit = number && lexemes.at("months-word", number.to + hyphen);
  if (!unit || number.value > 12) return undefined;
  const article = tokens[at - 1]?.lower === "the" && isWithin(tokens[at - 2]);
  const draft = withYear(tokens, lexemes, {months: [1, number.value], to: unit.to});
  const isDated = draft.year !== undefined || draft.relativeYear !== undefined;
  return first ||
    isDated ||
    article ||
    /^(?:за|по)$/.test(tokens[at - 1]?.lower ?? "") ||
    tokens[at - 1]?.lower === "итогам"
    ? draft
    : undefined;
}

/** "First quarter of 2024", «во втором полугодии», "3-й квартал", "I полугодие". */
function readOrdinalPart(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const word = lexemes.at("ordinal", at);
  const figure = token.kind === "number" && token.value! >= 1 && token.value! <= 4 ? token.value! : undefined;
  const index = word ? Number(word.value) : figure;
  if (index === undefined) return undefined;
  let to = word ? word.to : at + 1;
  if (isHyphen(tokens[to]?.lower ?? "") && tokens[to + 1]?.glued) to += 2; // 1-й, 1-м
  to = skipOrdinal(tokens, to);
  const quarter = lexemes.at("quarter-word", to);
  const half = lexemes.at("half-word", to);
  if (quarter) return withYear(tokens, lexemes, {months: partMonths(3, index), to: quarter.to});
  return half && index <= 2 ? withYear(tokens, lexemes, {months: partMonths(6, index), to: half.to}) : undefined;
}

function readRelative(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  const lexeme = lexemes.at("relative", at);
  if (!lexeme) return undefined;
  const [unit, count] = lexeme.value.split(":") as [string, string];
  const offset = Number(count);
  const isEarlier =
    tokens[lexeme.to - 1]!.possessive || // "the previous year's surplus"
    /^(?:ago|earlier|before|назад|ранее|preceding|previous)$/.test(tokens[lexeme.to - 1]!.lower) ||
    /previous|предыдущ|прошлогодн/.test(tokens[at]!.lower);
  if (unit === "todate") return {toDate: true, to: lexeme.to};
  if (unit === "year") return {relativeYear: offset, to: lexeme.to, ...(isEarlier && {isEarlier})};
  if (unit === "day")
    return tokens[at]!.lower === "уже" || tokens[at]!.lower === "already"
      ? undefined
      : {relative: {unit: "day", count: 0}, to: lexeme.to};
  if (unit === "month" || unit === "quarter") return {relative: {unit, count: offset}, to: lexeme.to};
  const season = {spring: 3, summer: 6, autumn: 9}[unit]!;
  return withYear(tokens, lexemes, {months: [season, 3], to: lexeme.to}, 0);
}

/** A year in figures, or a row of years: 2023 · 2018/19 · 2018-2020 · in 2021-2023. */
function readYear(tokens: readonly Token[], lexemes: Lexemes, at: number): Draft | undefined {
  const fiscal = lexemes.at("fiscal", at);
  const start = fiscal ? fiscal.to : at;
  const token = tokens[start];
  const own = fiscal ? {isFiscal: true} : {};
  if (!isYear(token) || isQuantityAfterAll(tokens, lexemes, start)) return undefined;
  const mark = tokens[start + 1];
  const second = tokens[start + 2];
  if (mark && (isHyphen(mark.lower) || mark.lower === "/") && second?.kind === "number" && second.glued) {
    const toYear = second.lower.length === 2 ? Math.floor(token.value! / 100) * 100 + second.value! : second.value!;
    if (toYear > token.value! && toYear - token.value! < 60)
      return {
        ...own,
        year: token.value!,
        toYear,
        to: skipYearWord(lexemes, start + 3),
        ...(second.lower.length === 2 && toYear === token.value! + 1 && {isShort: true})
      };
  }
  const letter = tokens[start + 1];
  const decade = letter?.glued && letter.lower === "s" ? 1 : 0; // "the 1990s"
  if (decade) return {year: token.value!, toYear: token.value! + 9, to: start + 2};
  return withMonthsAfter(tokens, {...own, year: token.value!, to: skipYearWord(lexemes, start + 1)});
}

/** "2023 Q1": a part of the year may follow it, but not in the next clause. */
function withMonthsAfter(tokens: readonly Token[], draft: Draft): Draft {
  const code = /^([qh])([1-4])$/.exec(tokens[draft.to]?.lower ?? "");
  return code ? {...draft, months: partMonths(code[1] === "q" ? 3 : 6, Number(code[2])), to: draft.to + 1} : draft;
}

/** A year is written in four figures, stands free, and no currency stands before it. */
function isYear(token: Token | undefined): token is Token & {value: number} {
  return token?.kind === "number" && /^(?:1[89]|20)\d\d$/.test(token.lower);
}

/** "2000 enterprises", "2 000 km", "$2000": what looks like a year and is not. */
function isQuantityAfterAll(tokens: readonly Token[], lexemes: Lexemes, at: number): boolean {
  const before = tokens[at - 1];
  if (before && /^[$€£¥₽₹№#]$/.test(before.lower)) return true;
  if (before?.glued === false && /^(?:usd|eur|rub|byn|no|hs)$/.test(before.lower)) return true;
  const next = at + 1;
  if (tokens[next]?.lower === "%" || lexemes.at("scale", next) || lexemes.at("unit", next)) return true;
  return lexemes.at("countable", next) !== undefined && !isWithin(tokens[at - 1]);
}

function skipYearWord(lexemes: Lexemes, at: number): number {
  return lexemes.at("years-word", at)?.to ?? at;
}

/** Adds the year that follows, over "of" and a comma; `fallback` is the relative year when none does. */
function withYear(tokens: readonly Token[], lexemes: Lexemes, draft: Draft, fallback?: number): Draft {
  let at = draft.to;
  if (/^[,.]$/.test(tokens[at]?.lower ?? "") && isYear(tokens[at + 1])) ++at; // "June 28, 2023", «1 кв. 2024»
  if (/^(?:of|in|the)$/.test(tokens[at]?.lower ?? "")) ++at;
  if (tokens[at]?.lower === "the") ++at;
  const token = tokens[at];
  if (isYear(token)) return {...draft, year: token.value, to: skipYearWord(lexemes, at + 1)};
  const short = tokens[at + 1];
  if (/^['’]$/.test(token?.lower ?? "") && token!.glued && short?.glued && /^\d\d$/.test(short.lower))
    return {...draft, year: fullYear(short.value!), to: at + 2}; // Q2'23
  const relative = lexemes.at("relative", at);
  if (relative?.value.startsWith("year:") && !/ago|earlier|before|назад|ранее/.test(tokens[relative.to - 1]!.lower))
    return {...draft, relativeYear: Number(relative.value.slice(5)), to: relative.to};
  return fallback === undefined ? draft : {...draft, relativeYear: fallback};
}

function smallNumber(tokens: readonly Token[], lexemes: Lexemes, at: number): {value: number; to: number} | undefined {
  const token = tokens[at];
  if (token?.kind === "number" && token.step === 1 && token.value! <= 60) return {value: token.value!, to: at + 1};
  const word = lexemes.at("number", at);
  return word && Number.isInteger(Number(word.value)) ? {value: Number(word.value), to: word.to} : undefined;
}

const linking =
  /^(?:the|in|for|в|во|of|year|уровню|уровня|same|period|months|month|quarter|corresponding|за|тем|же|аналогичн\S*|период\S*|месяц\S*|том|это|этот)$/;

/** The role that the words before a time give it. */
function roleOf(tokens: readonly Token[], lexemes: Lexemes, at: number, draft: Draft): TimeRole {
  if (draft.isEarlier) return "base";
  let before = at;
  while (linking.test(tokens[before - 1]?.lower ?? "") && !endsBase(lexemes, before)) --before;
  const isSame = lexemes.tagged("same").some((l) => l.from >= before - 1 && l.to <= at);
  if (isSame || (endsBase(lexemes, before) && isBaseWord(tokens, before, draft, speaksAhead(lexemes)))) return "base";
  const isSpan = draft.months !== undefined && draft.months[1] > 1;
  if (lexemes.before("since", at) && !isSpan) return "since";
  return lexemes.before("by-end", at) || lexemes.before("by-end", before) ? "by" : "in";
}

/** "On 29 January", "from January through June", "after March" and «к 2030 году» name the time itself, no base. */
function isBaseWord(tokens: readonly Token[], at: number, draft: Draft, isAhead: boolean): boolean {
  const word = tokens[at - 1]!.lower;
  const isSpan = draft.months !== undefined && draft.months[1] > 1;
  if (word === "к" && isAhead) return false;
  if (/^(?:on|к|from|after)$/.test(word)) return draft.day === undefined && !(word === "from" && isSpan);
  return true;
}

/** Plans and forecasts: «к 2030 году» is then a date due, no base. */
function speaksAhead(lexemes: Lexemes): boolean {
  return lexemes.tagged("forecast").length > 0 || lexemes.tagged("commitment").length > 0;
}

function endsBase(lexemes: Lexemes, at: number): boolean {
  return lexemes.before("base", at) !== undefined;
}
