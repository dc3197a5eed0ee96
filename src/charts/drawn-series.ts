import {monthsIn, parsePeriod} from "../base/period.ts";
import type {ChartSeries} from "./points.ts";

/** A series of one year is no line. */
const leastPoints = 2;
/** Lone years long before the rest would take most of the axis: it starts after the last gap of this many years. */
const longGap = 6;

/** Series of which a chart is made, and the years that would have taken most of its axis. */
export interface DrawnSeries<Series extends ChartSeries> {
  readonly series: readonly Series[];
  /** Lone early years that are left to the table. */
  readonly before: readonly number[];
}

/** The series that make lines, from the year on after which they have no long gap. */
export function drawnSeries<Series extends ChartSeries>(all: readonly Series[]): DrawnSeries<Series> {
  const lines = all.filter(isLine);
  const {from, before} = axisStart(lines);
  const series = lines.map((one) => ({...one, figures: one.figures.filter(({period}) => period >= String(from))}));
  return {series, before};
}

function axisStart(series: readonly ChartSeries[]): {from: number; before: number[]} {
  const all = series.flatMap(({figures}) =>
    figures.filter(({period}) => isYear(period)).map(({period}) => Number(period))
  );
  const years = [...new Set(all)].sort((a, b) => a - b);
  const start = years.findLastIndex((year, index) => index > 0 && year - years[index - 1]! > longGap);
  return {from: years[Math.max(0, start)] ?? 0, before: years.slice(0, Math.max(0, start))};
}

function isLine({figures}: ChartSeries): boolean {
  return (
    figures.filter(({period, role, value}) => isYear(period) && role !== "beside" && value !== null).length >=
    leastPoints
  );
}

/** Whether a period is a calendar year. */
export function isYear(period: string): boolean {
  return /^\d{4}$/.test(period) && monthsIn(parsePeriod(period)) === 12;
}
