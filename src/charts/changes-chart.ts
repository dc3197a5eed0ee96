import * as Plot from "@observablehq/plot";
import type {Language} from "../base/label.ts";
import {ink, neutralColour, paper} from "./data/palette.ts";
import {formatNumber} from "./format.ts";
import type {ChartPoint} from "./points.ts";
import {drawChart} from "./svg.ts";

/** How changes, balances or other numbers around zero are drawn. */
export interface ChangesChartOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** Named for screen readers, with its basis. */
  readonly title: string;
  /** What the numbers say, in a sentence. */
  readonly description: string;
  /** In pixels; defaults to 340. */
  readonly width?: number;
  /** In pixels, without the caption; defaults to 160. */
  readonly height?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** Of the bars; defaults to that of nobody's books. */
  readonly colour?: string;
  /** What one step of the axis stands for: 1e9 for billions; defaults to 1. */
  readonly scale?: number;
  /** Unit of the axis: "%" or "billion US dollars"; defaults to none. */
  readonly unit?: string;
  /** Years of the axis, so that charts side by side share it; defaults to those of the points. */
  readonly years?: readonly [first: number, last: number];
  /** Lowest and highest value of the axis in plain units, so that charts side by side share it. */
  readonly domain?: readonly [low: number, high: number];
  /** Source and vintage, drawn below the chart; defaults to none. */
  readonly caption?: string;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "changes". */
  readonly id?: string;
}

/** Least room for a year's number on the axis, in pixels. */
const tickWidth = 33;
const margins = {marginLeft: 40, marginRight: 10, marginTop: 20, marginBottom: 22};

/**
 * Draws numbers around zero, one bar a year, with a whisker over all that rounding leaves open. Bars of what no source
 * carries are hollow; years without a number stay empty. Falls and rises are drawn alike.
 */
export function changesChart(points: readonly ChartPoint[], options: ChangesChartOptions): SVGSVGElement {
  const {document, title, description, width = 340, height = 160, language = "en", scale = 1, unit} = options;
  const {colour = neutralColour, id = "changes", caption, years = yearsOf(points)} = options;
  const [from, to] = years;
  const [low, high] = (options.domain ?? domainOf(points)).map((value) => value / scale) as [number, number];
  const y = ({value}: ChartPoint) => clamp(value / scale, low, high);
  const bar = {x1: ({year}: ChartPoint) => year - 0.36, x2: ({year}: ChartPoint) => year + 0.36, y1: 0, y2: y};
  const whiskers = points.filter((point) => point.high > point.low);
  const isOpen = ({mark}: ChartPoint) => mark === "cross";
  return drawChart(
    {
      ...margins,
      width,
      height,
      x: {domain: [from - 0.6, to + 0.6], label: null, ticks: ticksOf(years, width), tickFormat: String, tickSize: 0},
      y: {domain: [low, high], label: unit ?? null, labelArrow: "none", ticks: 4, tickSize: 0, grid: true},
      marks: [
        Plot.rect(
          points.filter((point) => !isOpen(point)),
          {...bar, fill: colour, fillOpacity: 0.78}
        ),
        Plot.rect(points.filter(isOpen), {
          ...bar,
          fill: paper,
          stroke: colour,
          strokeWidth: 1.2,
          strokeDasharray: "3 2"
        }),
        Plot.ruleX(whiskers, {
          x: "year",
          y1: (point) => clamp(point.low / scale, low, high),
          y2: (point) => clamp(point.high / scale, low, high),
          stroke: ink,
          strokeWidth: 1.2
        }),
        ...[1, -1].map((sign) =>
          Plot.text(
            points.filter(({value}) => (sign > 0 ? value / scale > high : value / scale < low)),
            {
              x: "year",
              y,
              text: ({value}) => formatNumber(value / scale, language),
              dy: 10 * sign,
              fill: ink,
              stroke: paper,
              strokeWidth: 3
            }
          )
        ),
        Plot.ruleY([0], {stroke: ink, strokeWidth: 0.8})
      ]
    },
    {document, id, title, description, ...(caption && {caption})}
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function yearsOf(points: readonly ChartPoint[]): readonly [number, number] {
  const years = points.map(({year}) => year);
  return years.length > 0 ? [Math.min(...years), Math.max(...years)] : [0, 1];
}

/** The span of some numbers around zero with a little air. */
export function domainOf(points: readonly ChartPoint[]): readonly [low: number, high: number] {
  const values = points.flatMap(({value, low, high}) => [value, low, high]).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? [-1, 1] : [low * 1.08, high * 1.08];
}

function ticksOf([from, to]: readonly [number, number], width: number): number[] {
  const most = Math.max(2, Math.floor((width - margins.marginLeft - margins.marginRight) / tickWidth));
  const step = [1, 2, 5, 10].find((years) => (to - from) / years <= most - 1) ?? 20;
  return Array.from({length: to - from + 1}, (_, index) => from + index).filter((year) => (to - year) % step === 0);
}
