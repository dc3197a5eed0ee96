import {
  dayNumber,
  isoDay,
  monthsPeriod,
  type Period,
  parsePeriod,
  periodBetween,
  yearPeriod
} from "../../base/period.ts";
import {fiscalYears} from "./data/fiscal-years.ts";
import type {TimeSpec} from "./times.ts";

/** What a time expression may lean on: the day of posting, and the year last spoken of. */
export interface TimeContext {
  /** Day number of the posting date. */
  readonly posted: number;
  readonly year?: number;
  /** Period spoken of last in the paragraph. */
  readonly period?: Period;
  /** Economies spoken of, for their financial years. */
  readonly economies?: readonly string[];
}

/** The period a time expression means, and where what it leaves open was taken from. */
export interface ResolvedTime {
  readonly period: Period;
  readonly from: "text" | "context" | "posted";
}

/** Resolves a time against its context; a part of a year without a year is the last one that has ended. */
export function resolveTime(spec: TimeSpec, context: TimeContext): ResolvedTime | undefined {
  if (spec.pastYears !== undefined) return pastYears(spec.pastYears, context.posted);
  if (spec.relative) return relativePart(spec.relative, context.posted);
  if (spec.toDate) return toDate(context);
  if (spec.trailing !== undefined) return trailing(spec, spec.trailing, context);
  const [year, from] = yearOfSpec(spec, context);
  if (year === undefined) return undefined;
  const hasOwnYear = (context.economies ?? []).some((id) => fiscalYears.has(id));
  if (spec.isFiscal || (spec.isShort && hasOwnYear))
    return {period: fiscalYear(year, spec.toYear, context.economies), from};
  if (spec.toYear !== undefined) return {period: periodBetween(dayNumber(year), dayNumber(spec.toYear + 1)), from};
  if (!spec.months) return {period: yearPeriod(year), from};
  const [first, count] = spec.months;
  const period =
    spec.day === undefined ? monthsPeriod(year, first, Math.max(1, count)) : dayPeriod(year, first, spec.day);
  return period && {period, from};
}

/** "Since the beginning of the year": the part of a year spoken of, else January to the month before the posting. */
function toDate({posted, period}: TimeContext): ResolvedTime {
  if (period) return {period, from: "context"};
  const now = new Date(posted * 86_400_000);
  return {period: monthsPeriod(now.getUTCFullYear(), 1, Math.max(1, now.getUTCMonth())), from: "posted"};
}

function trailing(spec: TimeSpec, months: number, context: TimeContext): ResolvedTime | undefined {
  const {trailing: _, ...inner} = spec;
  const found = resolveTime(inner, context);
  if (!found) return undefined;
  const end = new Date(found.period.end * 86_400_000);
  const start = dayNumber(end.getUTCFullYear(), end.getUTCMonth() + 1 - months);
  return {period: periodBetween(start, found.period.end), from: found.from};
}

/** The months of a financial year: named by the year it ends in, in some economies by the one it begins in. */
function fiscalYear(year: number, toYear: number | undefined, economies: readonly string[] = []): Period {
  const known = economies.map((id) => fiscalYears.get(id)).find((f) => f !== undefined);
  if (!known) return toYear === undefined ? yearPeriod(year) : periodBetween(dayNumber(year), dayNumber(toYear + 1));
  const first = toYear !== undefined || known.namedBy === "start" ? year : year - 1;
  return monthsPeriod(first, known.month, 12);
}

function dayPeriod(year: number, month: number, day: number): Period | undefined {
  const start = dayNumber(year, month, day);
  return isoDay(start).slice(5, 7) === String(month).padStart(2, "0") ? parsePeriod(isoDay(start)) : undefined;
}

function yearOfSpec(spec: TimeSpec, {posted, year}: TimeContext): [number | undefined, ResolvedTime["from"]] {
  if (spec.year !== undefined) return [spec.year, "text"];
  const now = new Date(posted * 86_400_000);
  if (spec.relativeYear !== undefined) return [now.getUTCFullYear() + spec.relativeYear, "posted"];
  if (!spec.months) return [undefined, "context"];
  const lastMonth = spec.months[0] + spec.months[1] - 1;
  const lastEnded = now.getUTCFullYear() - (lastMonth <= now.getUTCMonth() ? 0 : 1);
  if (year !== undefined && year <= lastEnded) return [year, "context"]; // a part of a year that is not over was last year's
  return [lastEnded, "posted"];
}

function pastYears(count: number, posted: number): ResolvedTime {
  const now = new Date(posted * 86_400_000);
  const start = dayNumber(now.getUTCFullYear() - count, now.getUTCMonth() + 1, now.getUTCDate() + 1);
  return {period: periodBetween(start, posted + 1), from: "posted"};
}

function relativePart({unit, count}: {unit: "month" | "quarter" | "day"; count: number}, posted: number): ResolvedTime {
  const now = new Date(posted * 86_400_000);
  if (unit === "day") return {period: periodBetween(posted, posted + 1), from: "posted"};
  const length = unit === "month" ? 1 : 3;
  const first = Math.floor(now.getUTCMonth() / length) * length + 1 + count * length;
  return {period: monthsPeriod(now.getUTCFullYear(), first, length), from: "posted"};
}
