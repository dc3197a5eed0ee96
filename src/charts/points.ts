import {basisKey, figureInterval} from "../base/basis-key.ts";
import type {Basis, Figure} from "../base/figure.ts";
import {groupBy} from "../base/group-by.ts";
import {latestDay, monthsIn, parsePeriod, yearOf} from "../base/period.ts";

/** A figure that may already have been told which of its period's statements leads. */
export type ChartFigure = Figure & {readonly role?: "shown" | "beside"};

/** A series as a chart draws it: one basis, its name, its figures in any order. */
export interface ChartSeries {
  readonly basis: Basis;
  readonly label: string;
  readonly figures: readonly ChartFigure[];
  /** Records to mark; defaults to none. */
  readonly records?: readonly ChartRecord[];
}

/** A highest or lowest value of a series, and since when. */
export interface ChartRecord {
  readonly period: string;
  readonly type: "highest" | "lowest";
  /** Last earlier period that was as high (low); null when the series holds none. */
  readonly since: string | null;
  readonly start: string;
  /** How many earlier periods it exceeds. */
  readonly exceeds: number;
}

/** How a point is drawn: reported numbers filled, derived ones hollow, unverified ones as crosses. */
type PointMark = "filled" | "hollow" | "cross";

/** How a line to or from a point is drawn. */
type LineStyle = "solid" | "dashed" | "dotted";

/** One year of a series. */
export interface ChartPoint {
  readonly year: number;
  readonly value: number;
  /** What the figure stands for, its rounding and approximation word included. */
  readonly low: number;
  readonly high: number;
  readonly mark: PointMark;
  readonly style: LineStyle;
  readonly figure: ChartFigure;
}

/** The years of a series: the point its line goes through, other statements of a year, and closed years. */
export interface ChartYears {
  readonly points: readonly ChartPoint[];
  readonly others: readonly ChartPoint[];
  readonly closed: readonly number[];
}

const evidenceRank = {sourced: 0, derived: 1, unverified: 2} as const;

/** Sorts a series' yearly figures into points; of several for one year the best carried, then the latest, leads. */
export function chartYears({figures}: ChartSeries): ChartYears {
  const yearly = figures.filter(isYearly);
  const leading: ChartPoint[] = [];
  const others: ChartPoint[] = [];
  for (const group of groupBy(yearly, ({period}) => yearOf(parsePeriod(period))).values()) {
    const [first, ...rest] = group.flatMap(toPoint).sort(comparePreference);
    if (first) leading.push(first);
    others.push(...rest.filter(({value}) => value !== first!.value));
  }
  const held = new Set(leading.map(({year}) => year));
  const closed = yearly.filter(({status}) => status === "closed").map(({period}) => yearOf(parsePeriod(period)));
  return {
    points: leading.sort((a, b) => a.year - b.year),
    others,
    closed: [...new Set(closed)].filter((year) => !held.has(year)).sort((a, b) => a - b)
  };
}

function isYearly({period}: ChartFigure): boolean {
  const parsed = parsePeriod(period);
  return monthsIn(parsed) === 12 && period === String(yearOf(parsed)).padStart(4, "0");
}

function toPoint(figure: ChartFigure): ChartPoint[] {
  const {value, period, status, evidence} = figure;
  const meant = figureInterval(figure);
  if (value === null || !meant) return [];
  const isDerived = evidence === "derived" || status === "derived" || status === "reconciled" || status === "modelled";
  const mark = evidence === "unverified" ? "cross" : isDerived ? "hollow" : "filled";
  const style = status === "forecast" ? "dotted" : evidence === "unverified" ? "dashed" : "solid";
  return [{year: yearOf(parsePeriod(period)), value, low: meant.low, high: meant.high, mark, style, figure}];
}

function comparePreference(a: ChartPoint, b: ChartPoint): number {
  const role = Number(a.figure.role === "beside") - Number(b.figure.role === "beside");
  const forecast = Number(a.style === "dotted") - Number(b.style === "dotted");
  const evidence = evidenceRank[a.figure.evidence] - evidenceRank[b.figure.evidence];
  return role || forecast || evidence || latestDay(b.figure.known) - latestDay(a.figure.known);
}

/** A piece of line between two neighbouring years; years without a number between leave a gap. */
export interface Segment {
  readonly from: ChartPoint;
  readonly to: ChartPoint;
  readonly style: LineStyle;
}

/** The pieces of a line through points in order; the weaker end decides how a piece is drawn. */
export function segments(points: readonly ChartPoint[]): Segment[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]!;
    return to.year - from.year === 1 ? [{from, to, style: weaker(from.style, to.style)}] : [];
  });
}

function weaker(a: LineStyle, b: LineStyle): LineStyle {
  if (a === "dotted" || b === "dotted") return "dotted";
  return a === "dashed" || b === "dashed" ? "dashed" : "solid";
}

/** One year of the band between two sides' books. */
export interface GapYear {
  readonly year: number;
  readonly low: number;
  readonly high: number;
  /** Equal for the neighbouring years of one stretch of one pair of books. */
  readonly stretch: string;
}

/** The mirror gap where two sides' books differ in nothing but who keeps them; unverified numbers span no gap. */
export function gapYears(series: readonly ChartSeries[]): GapYear[] {
  const sides = series.filter(({basis}) => basis.reporter === basis.economy || basis.reporter === basis.partner);
  const pairs = groupBy(sides, ({basis}) => basisKey(withoutReporter(basis)));
  return [...pairs].flatMap(([key, [a, b]]) => (a && b ? pairYears(key, a, b) : []));
}

function withoutReporter({reporter: _, ...basis}: Basis): Basis {
  return basis;
}

function pairYears(key: string, a: ChartSeries, b: ChartSeries): GapYear[] {
  const sourced = (series: ChartSeries) => chartYears(series).points.filter(({mark}) => mark !== "cross");
  const other = new Map(sourced(b).map((point) => [point.year, point.value]));
  let stretch = 0;
  let before = Number.NaN;
  return sourced(a).flatMap(({year, value}) => {
    const opposite = other.get(year);
    if (opposite === undefined) return [];
    if (year !== before + 1) ++stretch;
    before = year;
    return [{year, low: Math.min(value, opposite), high: Math.max(value, opposite), stretch: `${key}#${stretch}`}];
  });
}
