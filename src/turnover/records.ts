import {type Interval, isBelow} from "../base/interval.ts";
import {monthsIn, type Period, parsePeriod, yearsBefore} from "../base/period.ts";
import {measured} from "./derived.ts";
import type {RecordStatement, SeriesFigure} from "./output.ts";

/** A point of a series that can take part in a comparison. */
interface Point {
  readonly figure: SeriesFigure;
  readonly period: Period;
  readonly interval: Interval;
}

/** Earlier periods that a value must exceed before it is worth saying; one when it exceeds all there are. */
const leastExceeded = 2;

/**
 * For every period the highest or lowest value "since": the last earlier period that was as high (low), or may have
 * been, given rounding. Only spans of one length and place in the year are compared, forecasts take no part. A verified
 * figure is held against verified ones alone, as if the others were gaps; those that would break it are named.
 */
export function recordsOf(figures: readonly SeriesFigure[]): RecordStatement[] {
  return comparable(figures).flatMap((points) =>
    points.flatMap((_, at) => [statement(points, at, "highest"), statement(points, at, "lowest")].filter(isSaid))
  );
}

function isSaid({exceeds, since}: RecordStatement): boolean {
  return exceeds >= (since === null ? 1 : leastExceeded);
}

/** Groups of points of the same months of the year, oldest first. */
function comparable(figures: readonly SeriesFigure[]): Point[][] {
  const groups = new Map<string, Point[]>();
  for (const figure of figures) {
    const numbers = measured(figure);
    if (figure.role !== "shown" || figure.status === "forecast" || !numbers) continue;
    const period = parsePeriod(figure.period);
    const key = `${monthsIn(period) ?? period.end - period.start} ${new Date(period.start * 86_400_000).getUTCMonth()}`;
    groups.set(key, [...(groups.get(key) ?? []), {figure, period, interval: numbers.interval}]);
  }
  return [...groups.values()].map((points) => points.sort((a, b) => a.period.start - b.period.start));
}

function statement(all: readonly Point[], at: number, type: "highest" | "lowest"): RecordStatement {
  const point = all[at]!;
  const surpasses = (other: Point) =>
    type === "highest" ? isBelow(other.interval, point.interval) : isBelow(point.interval, other.interval);
  const isWeak = (other: Point) => isUnverified(other) && !isUnverified(point);
  const earlier = all.slice(0, at).filter((other) => !isWeak(other));
  const stop = earlier.findLastIndex((other) => !surpasses(other));
  const span = earlier.slice(stop + 1);
  const since = earlier[stop];
  const first = since ?? earlier[0] ?? point;
  const weak = all.slice(0, at).filter((other) => isWeak(other) && other.period.start > first.period.start);
  return {
    period: point.figure.period,
    type,
    figure: point.figure.id,
    since: since?.figure.period ?? null,
    start: (earlier[0] ?? point).figure.period,
    gaps: missingBetween(first.period, point.period, span),
    exceeds: span.length,
    certain: !since || isOpposite(since, point, type),
    evidence: point.figure.evidence,
    against: weak.filter((other) => !surpasses(other)).map(({figure}) => figure.id)
  };
}

function isUnverified({figure}: Point): boolean {
  return figure.evidence === "unverified";
}

/** Whether `since` certainly lies on the far side: above a highest, below a lowest. */
function isOpposite(since: Point, point: Point, type: "highest" | "lowest"): boolean {
  return type === "highest" ? isBelow(point.interval, since.interval) : isBelow(since.interval, point.interval);
}

/** Periods a year apart from `first` to `last`, both left out, for which `points` has nothing. */
function missingBetween(first: Period, last: Period, points: readonly Point[]): string[] {
  const present = new Set(points.map(({period}) => period.text));
  const missing: string[] = [];
  for (let period = yearsBefore(last, 1); period.start > first.start; period = yearsBefore(period, 1))
    if (!present.has(period.text)) missing.unshift(period.text);
  return missing;
}
