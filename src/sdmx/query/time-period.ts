import {ConcordError} from "../../base/errors.ts";
import {dayNumber, isoDay} from "../../base/period.ts";

/** A span of time as SDMX writes it, half open, in seconds since 1970-01-01. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

const secondsOfDay = 86_400;

/**
 * Reads a TIME_PERIOD of any kind that SDMX has: years, A1, halves, trimesters, quarters, months, weeks and days of a
 * reporting year (2020-S1, 2020-M07, 2020-W12, 2020-D123), Gregorian months and dates, date-times, and ranges
 * (2020-01-01/P1M). `reportingYearStart` (--MM-DD) is where reporting years begin; defaults to --01-01. Undefined
 * when the text is none of these.
 */
export function maybeTimePeriod(text: string, reportingYearStart = "--01-01"): TimeSpan | undefined {
  const slash = text.indexOf("/");
  if (slash > 0) return range(text.slice(0, slash), text.slice(slash + 1));
  const reporting = /^(\d{4})-?(?:(A)1|([STQ])(\d)|M(\d{2})|W(\d{2})|D(\d{3}))(?:Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (reporting) return reportingPeriod(reporting, reportingYearStart);
  const date = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.*)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (!date) return undefined;
  const [year, month, day] = [Number(date[1]), Number(date[2] ?? 1), Number(date[3] ?? 1)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (date[2] === undefined) return days(dayNumber(year), dayNumber(year + 1));
  if (date[3] === undefined) return days(dayNumber(year, month), dayNumber(year, month + 1));
  if (date[4] === undefined) return days(dayNumber(year, month, day), dayNumber(year, month, day) + 1);
  const time = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : {start: time / 1000, end: time / 1000 + 1};
}

/** Reads a TIME_PERIOD; throws a ConcordError when it is none. */
export function parseTimePeriod(text: string, reportingYearStart?: string): TimeSpan {
  const span = maybeTimePeriod(text, reportingYearStart);
  if (span) return span;
  throw new ConcordError(
    "invalid_query",
    `Time period "${text.slice(0, 40)}" is not one of 2020, 2020-S1, 2020-Q3, 2020-M07, 2020-07, 2020-W12, 2020-D123, 2020-07-31, 2020-07-31T12:00:00`,
    {details: {found: text}}
  );
}

/** The day on which a span begins, in ISO 8601. */
export function startOf({start}: TimeSpan): string {
  return isoDay(Math.floor(start / secondsOfDay));
}

function days(from: number, to: number): TimeSpan {
  return {start: from * secondsOfDay, end: to * secondsOfDay};
}

function daysIn(year: number, month: number): number {
  return dayNumber(year, month + 1) - dayNumber(year, month);
}

function range(from: string, duration: string): TimeSpan | undefined {
  const start = maybeTimePeriod(from);
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (!start || !parts || duration.length < 3) return undefined;
  const [, y = 0, m = 0, d = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  const first = new Date(start.start * 1000);
  const day = dayNumber(first.getUTCFullYear() + y, first.getUTCMonth() + 1 + m, first.getUTCDate()) + d;
  const rest = start.start - Math.floor(start.start / secondsOfDay) * secondsOfDay;
  return {start: start.start, end: day * secondsOfDay + rest + hours * 3600 + minutes * 60 + seconds};
}

const monthsOf: Readonly<Record<string, number>> = {S: 6, T: 4, Q: 3};

function reportingPeriod(match: RegExpExecArray, yearStart: string): TimeSpan | undefined {
  const [, yearText, annual, kind, index, month, week, dayOfYear] = match;
  const year = Number(yearText);
  const [startMonth, startDay] = yearStart.slice(2).split("-").map(Number) as [number, number];
  const months = (first: number, length: number) =>
    days(dayNumber(year, startMonth + first, startDay), dayNumber(year, startMonth + first + length, startDay));
  if (annual) return months(0, 12);
  if (kind) {
    const length = monthsOf[kind]!;
    const position = Number(index);
    return position >= 1 && position <= 12 / length ? months(length * (position - 1), length) : undefined;
  }
  if (month) return Number(month) >= 1 && Number(month) <= 12 ? months(Number(month) - 1, 1) : undefined;
  const first = dayNumber(year, startMonth, startDay);
  if (dayOfYear) {
    const n = Number(dayOfYear);
    return n >= 1 && n <= 366 ? days(first + n - 1, first + n) : undefined;
  }
  const n = Number(week);
  if (n < 1 || n > 53) return undefined;
  const monday = firstMonday(first) + 7 * (n - 1);
  return days(monday, monday + 7);
}

/** Week 1 is the one that holds the year's first Thursday, as in ISO 8601. */
function firstMonday(yearStart: number): number {
  const weekday = (((yearStart + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday; Monday is 0
  return weekday <= 3 ? yearStart - weekday : yearStart - weekday + 7;
}
