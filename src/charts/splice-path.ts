import * as Plot from "@observablehq/plot";
import type {Language} from "../base/label.ts";
import {parsePeriod} from "../base/period.ts";
import {ink, paper, quiet} from "./data/palette.ts";
import {dodge} from "./dodge.ts";
import {booksColour, seriesSymbol} from "./identity.ts";
import type {ChartFigure, ChartSeries} from "./points.ts";
import {drawChart, wrapText} from "./svg.ts";
import {chartWords, scaleFor, type UnitScale, unitName} from "./words.ts";

/** One number of a quoted row. */
export interface QuotedNumber {
  /** The period it is said to be of. */
  readonly period: string;
  /** In plain units. */
  readonly value: number;
  /** What it may mean, its rounding and approximation word included. */
  readonly low: number;
  readonly high: number;
  /** As it stands in the text: "$33.3bn". */
  readonly text: string;
  /** Key of the basis that the row stands on here; null where no basis holds it. */
  readonly basis: string | null;
}

/** A series that the row may stand on, by its key. */
export interface SpliceSeries extends ChartSeries {
  readonly key: string;
}

/** How a quoted row is drawn over its bases. */
export interface SplicePathOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** In pixels; defaults to 720. */
  readonly width?: number;
  /** In pixels, without the caption; defaults to 300. */
  readonly height?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** Economies in the order that gives them their colours; defaults to none, all lines being neutral. */
  readonly economies?: readonly string[];
  /** Source and vintage, drawn below the chart; defaults to none. */
  readonly caption?: string;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "splice". */
  readonly id?: string;
}

interface BasisLine {
  readonly series: SpliceSeries;
  readonly colour: string;
  readonly symbol: Plot.SymbolType;
  readonly points: readonly BasisPoint[];
}

interface BasisPoint {
  readonly x: number;
  readonly y: number;
  readonly isVerified: boolean;
}

const labelColumns = 21;
const margins = {marginLeft: 40, marginRight: 6.9 * labelColumns + 20, marginTop: 28, marginBottom: 26};

/** Draws a quoted row of numbers as a thick line over the bases, broken wherever it changes from one to another. */
export function splicePath(
  quoted: readonly QuotedNumber[],
  series: readonly SpliceSeries[],
  options: SplicePathOptions
): SVGSVGElement {
  const {document, width = 720, height = 300, language = "en", economies = [], caption, id = "splice"} = options;
  const scale = scaleFor(quoted.map(({value}) => value));
  const lines = series.map((one) => basisLine(one, quoted, economies, scale)).filter(({points}) => points.length > 0);
  const domain = valueDomain(quoted, lines, scale);
  const splices = quoted.slice(1).filter((number, index) => number.basis !== quoted[index]!.basis).length;
  const unit = unitName(series[0]?.basis.unit ?? "1", scale, language);
  return drawChart(
    {
      ...margins,
      width,
      height,
      x: {
        domain: [-0.35, quoted.length - 0.65],
        ticks: quoted.map((_, index) => index),
        tickFormat: (index: number) => quoted[index]?.period ?? "",
        tickSize: 0,
        label: null
      },
      y: {domain, label: unit, labelArrow: "none", ticks: 5, tickSize: 0, grid: true},
      marks: [
        ...lines.flatMap(lineMarks),
        ...labelMarks(lines, {domain, width, height, count: quoted.length}),
        ...quotedMarks(shortened(quoted, stepOf(width, quoted.length)), lines, scale)
      ]
    },
    {
      document,
      id,
      title: chartWords[language].splice(splices),
      description: chartWords[language].spliceText,
      ...(caption && {caption})
    }
  );
}

function basisLine(
  series: SpliceSeries,
  quoted: readonly QuotedNumber[],
  economies: readonly string[],
  scale: UnitScale
): BasisLine {
  const points = quoted.flatMap(({period}, x): BasisPoint[] => {
    const figure = leading(series.figures, period);
    return figure ? [{x, y: figure.value! / scale, isVerified: figure.evidence !== "unverified"}] : [];
  });
  return {
    series,
    points,
    colour: booksColour(series.basis, economies),
    symbol: seriesSymbol(series.basis, economies)
  };
}

function leading(figures: readonly ChartFigure[], period: string): ChartFigure | undefined {
  const {text} = parsePeriod(period);
  const candidates = figures.filter((figure) => figure.value !== null && parsePeriod(figure.period).text === text);
  return candidates.find(({role}) => role === "shown") ?? candidates[0];
}

/** The values with some room about them: the chart compares positions, so its axis need not start at 0. */
function valueDomain(quoted: readonly QuotedNumber[], lines: readonly BasisLine[], scale: UnitScale): [number, number] {
  const values = [...quoted.flatMap(({low, high}) => [low / scale, high / scale])];
  for (const {points} of lines) values.push(...points.map(({y}) => y));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * 0.12 || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
}

function lineMarks({points, colour, symbol}: BasisLine): Plot.Markish[] {
  const pieces = points.slice(1).flatMap((to, index) => {
    const from = points[index]!;
    return to.x - from.x === 1 ? [{from, to, isVerified: from.isVerified && to.isVerified}] : [];
  });
  return [
    ...[true, false].map((isVerified) =>
      Plot.link(
        pieces.filter((piece) => piece.isVerified === isVerified),
        {
          x1: ({from}) => from.x,
          y1: ({from}) => from.y,
          x2: ({to}) => to.x,
          y2: ({to}) => to.y,
          stroke: colour,
          strokeWidth: 1.4,
          ...(!isVerified && {strokeDasharray: "5 4"})
        }
      )
    ),
    ...[true, false].map((isVerified) =>
      Plot.dot(
        points.filter((point) => point.isVerified === isVerified),
        isVerified
          ? {x: "x", y: "y", r: 3.4, symbol, fill: colour}
          : {x: "x", y: "y", r: 3.4, symbol: "times", stroke: colour, strokeWidth: 1.4}
      )
    )
  ];
}

function labelMarks(
  lines: readonly BasisLine[],
  {domain: [low, high], width, height, count}: {domain: [number, number]; width: number; height: number; count: number}
): Plot.Markish[] {
  const inner = height - margins.marginTop - margins.marginBottom;
  const toPixel = (value: number) => margins.marginTop + inner * (1 - (value - low) / (high - low));
  const toValue = (pixel: number) => low + (high - low) * (1 - (pixel - margins.marginTop) / inner);
  const labels = lines.map(({series, points, colour, symbol}) => {
    return {...points.at(-1)!, colour, symbol, text: wrapText(series.label, labelColumns)};
  });
  const placed = dodge(
    labels.map(({y}) => toPixel(y)),
    labels.map(({text}) => text.length * 13 + 7),
    {top: margins.marginTop - 12, bottom: height - margins.marginBottom}
  ).map(toValue);
  const rows = labels.map((label, index) => ({...label, at: placed[index]!}));
  const step = stepOf(width, count);
  const edge = count - 0.65 + 4 / step;
  const leader = {strokeWidth: 0.8, strokeOpacity: 0.6, stroke: ({colour}: {colour: string}) => colour};
  return [
    Plot.link(rows, {x1: ({x}) => x + 6 / step, y1: "y", x2: edge, y2: "at", ...leader}),
    ...rows.map(({at, symbol, colour}) => Plot.dot([at], {x: edge, y: at, dx: 5, r: 3.2, symbol, fill: colour})),
    Plot.text(rows, {
      x: edge,
      y: "at",
      dx: 13,
      text: ({text}) => text.join("\n"),
      textAnchor: "start",
      lineHeight: 1.15,
      fill: ink
    })
  ];
}

/** Below (1) a number that has more of the bases' points above it than below, so as to hide none; else above (-1). */
function labelSide({x, y}: {x: number; y: number}, lines: readonly BasisLine[]): 1 | -1 {
  const here = lines.flatMap(({points}) => points.filter((point) => point.x === x));
  const above = here.filter((point) => point.y > y * 1.01).length;
  return above > here.filter((point) => point.y < y * 0.99).length ? 1 : -1;
}

interface Stretch {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Pixels between two numbers of a row. */
function stepOf(width: number, count: number): number {
  return (width - margins.marginLeft - margins.marginRight) / (count - 0.3);
}

/** About the width of a bold character, in pixels. */
const characterWidth = 6.4;

/** Where quotations would lie over each other, the numbers alone: the axis names their unit. */
function shortened(quoted: readonly QuotedNumber[], step: number): readonly QuotedNumber[] {
  const longest = Math.max(...quoted.map(({text}) => text.length));
  if (longest * characterWidth <= step) return quoted;
  return quoted.map((one) => ({...one, text: /\d+(?:[.,]\d+)?/.exec(one.text)?.[0] ?? one.text}));
}

function quotedMarks(quoted: readonly QuotedNumber[], lines: readonly BasisLine[], scale: UnitScale): Plot.Markish[] {
  const points = quoted.map(({value, low, high, text, basis}, x) => {
    return {x, y: value / scale, low: low / scale, high: high / scale, text, basis};
  });
  const pieces: Stretch[] = [];
  const breaks: {x: number; y: number}[] = [];
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index]!;
    if (from.basis === to.basis && to.basis !== null) pieces.push(between(from, to, 0, 1));
    else {
      pieces.push(between(from, to, 0, 0.36), between(from, to, 0.64, 1));
      breaks.push({x: (from.x + to.x) / 2, y: (from.y + to.y) / 2});
    }
  }
  const halo = {stroke: paper, strokeWidth: 4};
  return [
    Plot.ruleX(points, {x: "x", y1: "low", y2: "high", stroke: quiet, strokeWidth: 9, strokeOpacity: 0.25}),
    Plot.link(pieces, {x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: ink, strokeWidth: 2.6, strokeLinecap: "butt"}),
    Plot.text(breaks, {x: "x", y: "y", text: () => "≠", fontSize: 15, fontWeight: 600, fill: ink, ...halo}),
    Plot.dot(points, {x: "x", y: "y", r: 6.5, stroke: ink, strokeWidth: 1.6}),
    ...points.map((point) =>
      Plot.text([point], {
        x: "x",
        y: "y",
        text: "text",
        dy: labelSide(point, lines) * 17,
        fontWeight: 600,
        fill: ink,
        ...halo
      })
    )
  ];
}

function between(from: {x: number; y: number}, to: {x: number; y: number}, start: number, end: number): Stretch {
  const at = (share: number) => ({x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y)});
  const [a, b] = [at(start), at(end)];
  return {x1: a.x, y1: a.y, x2: b.x, y2: b.y};
}
