/**
 * Periods and partial dates. A period is a half-open span of days; its canonical text is ISO 8601 where ISO has a
 * form and SDMX's where it has none: 2023 · 2023-S1 · 2023-Q1 · 2023-06 · 2023-06-28 · 2023-01/2023-09.
 */
export interface Period {
  /** Canonical text; equal texts are equal periods. */
  readonly text: string;
  /** First day, in days since 1970-01-01. */
  readonly start: number;
  /** First day after the period. */
  readonly end: number;
}

const day = 86_400_000;
const cache = new Map<string, Period>();
const spans = new Map<number, Period>();

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar; `month` counts from 1. */
export function dayNumber(year: number, month = 1, date = 1): number {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date); // Date.UTC would read the years 0 to 99 as 1900 to 1999
  return Math.round(time.getTime() / day);
}

/**
 * Reads a period: years, halves (2023-S1, 2023-H1, 2023S1), quarters (2023-Q1, 2023Q1), months (2023-06, 2023-M06,
 * 2023M6), days, nine months and other ranges (2023-01/2023-09, 2023-01/P9M). Throws SyntaxError otherwise.
 */
export function parsePeriod(text: string): Period {
  const known = cache.get(text);
  if (known) return known;
  const period = maybePeriod(text);
  if (!period)
    throw new SyntaxError(
      `Period "${text}" is not one of 2023, 2023-S1, 2023-Q1, 2023-06, 2023-06-28, 2023-01/2023-09`
    );
  if (cache.size < 10_000) cache.set(text, period);
  return period;
}

export function isPeriod(text: string): boolean {
  return cache.has(text) || maybePeriod(text) !== undefined;
}

function maybePeriod(text: string): Period | undefined {
  const slash = text.indexOf("/");
  if (slash < 0) return maybeSimplePeriod(text);
  const from = maybeSimplePeriod(text.slice(0, slash));
  const right = text.slice(slash + 1);
  if (!from) return undefined;
  const duration = /^P(\d{1,3})([YMD])$/.exec(right);
  if (duration) return fromDuration(from.start, Number(duration[1]), duration[2]!);
  const to = maybeSimplePeriod(right);
  return to && to.end > from.start && to.start >= from.start ? periodBetween(from.start, to.end) : undefined;
}

function fromDuration(start: number, count: number, unit: string): Period | undefined {
  if (count === 0) return undefined;
  if (unit === "D") return periodBetween(start, start + count);
  const first = new Date(start * day);
  const months = unit === "Y" ? 12 * count : count;
  return periodBetween(start, dayNumber(first.getUTCFullYear(), first.getUTCMonth() + 1 + months, first.getUTCDate()));
}

function maybeSimplePeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-?([QSHM])(\d{1,2})|-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2]) {
    const length = {Q: 3, S: 6, H: 6, M: 1}[match[2]]!;
    const index = Number(match[3]);
    return index >= 1 && index <= 12 / length ? monthsPeriod(year, length * (index - 1) + 1, length) : undefined;
  }
  if (match[4] === undefined) return monthsPeriod(year, 1, 12);
  const month = Number(match[4]);
  if (month < 1 || month > 12) return undefined;
  if (match[5] === undefined) return monthsPeriod(year, month, 1);
  const start = dayNumber(year, month, Number(match[5]));
  return isoDay(start) === text ? {text, start, end: start + 1} : undefined; // 2023-02-30 is not a day
}

/** The `length` months from `month` (from 1) of a year. */
export function monthsPeriod(year: number, month: number, length: number): Period {
  return periodBetween(dayNumber(year, month), dayNumber(year, month + length));
}

export function yearPeriod(year: number): Period {
  return monthsPeriod(year, 1, 12);
}

/** The period from day `start` up to but not including day `end`, with the shortest canonical text. */
export function periodBetween(start: number, end: number): Period {
  if (end <= start) throw new RangeError(`Period must not be empty, found ${isoDay(start)} to ${isoDay(end)}`);
  const key = start * 1_000_000 + (end - start); // no span that has a four-digit year at both ends is a million days or longer
  let period = spans.get(key);
  if (!period) {
    period = {text: canonicalText(start, end), start, end};
    if (spans.size < 10_000) spans.set(key, period);
  }
  return period;
}

function canonicalText(start: number, end: number): string {
  if (end - start === 1) return isoDay(start);
  const a = new Date(start * day);
  const b = new Date(end * day);
  if (a.getUTCDate() !== 1 || b.getUTCDate() !== 1) return `${isoDay(start)}/${isoDay(end - 1)}`;
  const year = a.getUTCFullYear();
  const month = a.getUTCMonth();
  const length = 12 * (b.getUTCFullYear() - year) + b.getUTCMonth() - month;
  const y = isoDay(start).slice(0, 4);
  if (length === 12 && month === 0) return y;
  if (length === 6 && month % 6 === 0) return `${y}-S${month / 6 + 1}`;
  if (length === 3 && month % 3 === 0) return `${y}-Q${month / 3 + 1}`;
  if (length === 1) return isoDay(start).slice(0, 7);
  if (length % 12 === 0 && month === 0) return `${y}/${isoDay(end - 1).slice(0, 4)}`;
  return `${isoDay(start).slice(0, 7)}/${isoDay(end - 1).slice(0, 7)}`;
}

/** ISO 8601 text of a day number. */
export function isoDay(days: number): string {
  return new Date(days * day).toISOString().slice(0, 10);
}

/** Day number of a date of any precision, evaluated as its latest day: "2021" is 2021-12-31. */
export function latestDay(date: string): number {
  return parsePeriod(date).end - 1;
}

export function yearOf(period: Period): number {
  return new Date(period.start * day).getUTCFullYear();
}

/** Length in months when the period is made of whole months, else undefined. */
export function monthsIn({start, end}: Period): number | undefined {
  const a = new Date(start * day);
  const b = new Date(end * day);
  if (a.getUTCDate() !== 1 || b.getUTCDate() !== 1) return undefined;
  return 12 * (b.getUTCFullYear() - a.getUTCFullYear()) + b.getUTCMonth() - a.getUTCMonth();
}

/** The same span `years` earlier: 2023-Q1 one year back is 2022-Q1. */
export function yearsBefore(period: Period, years: number): Period {
  const back = (days: number) => {
    const d = new Date(days * day);
    return dayNumber(d.getUTCFullYear() - years, d.getUTCMonth() + 1, d.getUTCDate());
  };
  const start = back(period.start);
  return periodBetween(start, Math.max(start + 1, back(period.end)));
}

/** Order by start, then by end. */
export function comparePeriods(a: Period, b: Period): number {
  return a.start - b.start || a.end - b.end;
}

export function periodContains(outer: Period, inner: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function periodsOverlap(a: Period, b: Period): boolean {
  return a.start < b.end && b.start < a.end;
}
