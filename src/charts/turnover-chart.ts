import * as Plot from "@observablehq/plot";
import {groupBy} from "../base/group-by.ts";
import type {Language} from "../base/label.ts";
import {ink, paper, quiet} from "./data/palette.ts";
import {dodge} from "./dodge.ts";
import {booksColour, seriesSymbol} from "./identity.ts";
import {
  type ChartPoint,
  type ChartRecord,
  type ChartSeries,
  type ChartYears,
  chartYears,
  type GapYear,
  gapYears,
  segments
} from "./points.ts";
import {addHatch, drawChart, hatchFill, wrapText} from "./svg.ts";
import {chartWords, scaleFor, type UnitScale, unitName} from "./words.ts";

/** How a chart of series by basis is drawn. */
export interface TurnoverChartOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** In pixels; defaults to 720. */
  readonly width?: number;
  /** In pixels, without the caption; defaults to 400. */
  readonly height?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** Economies in the order that gives them their colours; defaults to the reporters in order of appearance. */
  readonly economies?: readonly string[];
  /** Source and vintage, drawn below the chart; defaults to none. */
  readonly caption?: string;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "turnover". */
  readonly id?: string;
  /** Named for screen readers; defaults to the years shown. */
  readonly title?: string;
  /** Characters of a line of the names in the right margin, which narrow charts shorten; defaults to 21. */
  readonly labelColumns?: number;
  /** Highest value of the axis in plain units, so that charts side by side share it; defaults to the largest shown. */
  readonly top?: number;
}

interface Drawn extends ChartYears {
  readonly series: ChartSeries;
  readonly colour: string;
  readonly symbol: Plot.SymbolType;
}

interface Layout {
  readonly years: readonly [first: number, last: number];
  readonly top: number;
  /** Below 0 where a balance is. */
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginRight: number;
  readonly scale: UnitScale;
  readonly unit: string;
  readonly language: Language;
  readonly id: string;
  readonly labelColumns: number;
}

const marginLeft = 40;
/** Years before the last one in which a line may end and still be named in the margin. */
const nearEdge = 4;
const defaultColumns = 21;
/** Width of a character of a name, in pixels. */
const columnWidth = 6.9;
/** Names in narrower margins leave no room for a record. */
const columnsForRecords = 16;
/** A record over fewer years is not worth a line in the margin. */
const leastExceeded = 4;
const lineHeight = 13;

/**
 * Draws series by basis as lines named at their ends. Reported points are filled, derived ones hollow, unverified ones
 * crosses on dashed lines, forecasts dotted; years without a number leave a gap, closed years are hatched, and the
 * mirror gap is a band between two sides' books.
 */
export function turnoverChart(series: readonly ChartSeries[], options: TurnoverChartOptions): SVGSVGElement {
  const {document, language = "en", id = "turnover", caption, economies = reportersOf(series)} = options;
  const drawn = series
    .map((one) => draw(one, economies))
    .filter(({points, closed}) => points.length > 0 || closed.length > 0);
  const layout = layOut(drawn, {
    width: 720,
    height: 400,
    labelColumns: defaultColumns,
    ...options,
    language,
    id
  });
  const [from, to] = layout.years;
  const frame = {
    document,
    id,
    title: options.title ?? chartWords[language].turnover(from, to),
    description: chartWords[language].lines(drawn.map((one) => one.series.label).join("; ")),
    ...(caption && {caption})
  };
  const svg = drawChart(
    {
      ...layout,
      marginLeft,
      x: {domain: [from - 0.5, to + 0.5], label: null, ticks: yearTicks(layout), tickFormat: String, tickSize: 0},
      y: {
        domain: [layout.bottom, layout.top],
        label: layout.unit,
        labelArrow: "none",
        ticks: 6,
        tickSize: 0,
        grid: true
      },
      symbol: {legend: false},
      marks: marksOf(drawn, layout)
    },
    frame
  );
  if (drawn.some(({closed}) => closed.length > 0)) addHatch(svg, frame, quiet);
  return svg;
}

function reportersOf(series: readonly ChartSeries[]): string[] {
  return [...new Set(series.flatMap(({basis}) => basis.reporter ?? []))];
}

function draw(series: ChartSeries, economies: readonly string[]): Drawn {
  const colour = booksColour(series.basis, economies);
  return {...chartYears(series), series, colour, symbol: seriesSymbol(series.basis, economies)};
}

type LayoutOptions = Pick<Layout, "width" | "height" | "language" | "id" | "labelColumns"> & {
  /** In plain units. */
  readonly top?: number;
};

function layOut(drawn: readonly Drawn[], {width, height, language, id, labelColumns, top}: LayoutOptions): Layout {
  const points = drawn.flatMap((one) => [...one.points, ...one.others]);
  const years = [...points.map(({year}) => year), ...drawn.flatMap(({closed}) => closed)];
  const scale = scaleFor([...points.map(({value}) => value), top ?? 0]);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    years: years.length > 0 ? [first, last] : [0, 1],
    top: Math.max(1, ...[...points.map(({high}) => high), top ?? 0].map((value) => (value / scale) * 1.06)),
    bottom: Math.min(0, ...points.map(({low}) => (low / scale) * 1.06)),
    width,
    height,
    marginTop: 28,
    marginBottom: 26,
    marginRight: columnWidth * labelColumns + 18,
    scale,
    unit: unitName(drawn[0]?.series.basis.unit ?? "1", scale, language),
    language,
    id,
    labelColumns
  };
}

/** Least room for a year's number on the axis, in pixels. */
const tickWidth = 33;

function yearTicks({years: [from, to], width, marginRight}: Layout): number[] {
  const most = Math.max(2, Math.floor((width - marginLeft - marginRight) / tickWidth));
  const step = [1, 2, 5, 10].find((years) => (to - from) / years <= Math.min(16, most)) ?? 20;
  const all = Array.from({length: to - from + 1}, (_, index) => from + index);
  return all.filter((year) => (to - year) % step === 0);
}

function marksOf(drawn: readonly Drawn[], layout: Layout): Plot.Markish[] {
  const stretches = [...groupBy(gapYears(drawn.map(({series}) => series)), ({stretch}) => stretch).values()];
  return [
    Plot.ruleY([0], {stroke: ink, strokeWidth: 0.8}),
    ...stretches.flatMap((stretch) => bandMarks(stretch, layout)),
    ...closedMarks(drawn, layout),
    ...drawn.flatMap((one) => seriesMarks(one, layout)),
    ...labelMarks(drawn, stretches, layout)
  ];
}

function bandMarks(stretch: readonly GapYear[], layout: Layout): Plot.Markish[] {
  const {scale, language} = layout;
  const band = {x: "year", y1: ({low}: GapYear) => low / scale, y2: ({high}: GapYear) => high / scale};
  // A band of a single year has no area: it is drawn as a bar between the two books.
  if (stretch.length === 1) return [Plot.ruleX(stretch, {...band, stroke: quiet, strokeOpacity: 0.35, strokeWidth: 5})];
  const area = Plot.areaY(stretch, {...band, fill: quiet, fillOpacity: 0.2});
  if (isNamedAtEnd(stretch.at(-1)!.year, layout)) return [area];
  const middle = stretch[Math.floor(stretch.length / 2)]!;
  const text = () => chartWords[language].mirrorGap;
  return [area, Plot.text([middle], {x: "year", y: band.y1, text, dy: 18, fill: quiet, fontStyle: "italic", ...halo})];
}

/** Whether what ends in a year is named in the right margin: it ends near the right edge. */
function isNamedAtEnd(year: number, {years}: Layout): boolean {
  return year >= years[1] - nearEdge;
}

const halo = {stroke: paper, strokeWidth: 3};

/** Closed years are hatched strips at the foot, one above another, so that lines on other bases stay readable. */
function closedMarks(drawn: readonly Drawn[], {language, top, id, years}: Layout): Plot.Markish[] {
  const strip = top / 18;
  const stretches = drawn
    .flatMap(({series, closed}) => runs(closed).map((run) => ({...run, label: series.label})))
    .map((run, index) => ({...run, y1: strip * index * 1.5, y2: strip * (index * 1.5 + 1)}));
  return [
    Plot.rect(stretches, {x1: "from", x2: "to", y1: "y1", y2: "y2", fill: hatchFill(id), fillOpacity: 0.6}),
    ...[...groupBy(stretches, ({to}) => (2 * to > years[0] + years[1] ? "end" : "start"))].map(([textAnchor, strips]) =>
      Plot.text(strips, {
        x: textAnchor === "end" ? "from" : "to",
        y: ({y1, y2}) => (y1 + y2) / 2,
        text: ({label}) => `${label}: ${chartWords[language].closed}`,
        textAnchor,
        dx: textAnchor === "end" ? -5 : 5,
        fill: ink,
        ...halo
      })
    )
  ];
}

function runs(years: readonly number[]): {from: number; to: number}[] {
  const result: {from: number; to: number}[] = [];
  for (const year of years) {
    const last = result.at(-1);
    if (last && last.to === year - 0.5) last.to = year + 0.5;
    else result.push({from: year - 0.5, to: year + 0.5});
  }
  return result;
}

const dashes = {dashed: "5 4", dotted: "1.5 3.5"} as const;

function seriesMarks({points, others, colour, symbol}: Drawn, {scale}: Layout): Plot.Markish[] {
  const y = ({value}: ChartPoint) => value / scale;
  const lines = groupBy(segments(points), ({style}) => style);
  const open = [...points, ...others].filter(({low, high}) => (high - low) / scale > 0.3);
  const dots = groupBy(points, ({mark}) => mark);
  return [
    Plot.ruleX(open, {
      x: "year",
      y1: ({low}) => low / scale,
      y2: ({high}) => high / scale,
      stroke: colour,
      strokeOpacity: 0.35
    }),
    ...[...lines].map(([style, pieces]) =>
      Plot.link(pieces, {
        x1: ({from}) => from.year,
        x2: ({to}) => to.year,
        y1: ({from}) => from.value / scale,
        y2: ({to}) => to.value / scale,
        stroke: colour,
        strokeWidth: 1.8,
        strokeLinecap: "round",
        ...(style !== "solid" && {strokeDasharray: dashes[style]})
      })
    ),
    Plot.dot(others, {x: "year", y, symbol, r: 2, stroke: colour, strokeWidth: 1, fill: paper}),
    Plot.dot(dots.get("filled") ?? [], {x: "year", y, symbol, r: 3.6, fill: colour, stroke: paper, strokeWidth: 0.8}),
    Plot.dot(dots.get("hollow") ?? [], {x: "year", y, symbol, r: 3.4, fill: paper, stroke: colour, strokeWidth: 1.5}),
    Plot.dot(dots.get("cross") ?? [], {x: "year", y, symbol: "times", r: 3.6, stroke: colour, strokeWidth: 1.6})
  ];
}

interface Label {
  readonly year: number;
  /** In the unit of the axis. */
  readonly value: number;
  readonly colour: string;
  readonly symbol: Plot.SymbolType;
  readonly lines: readonly string[];
}

/** Lines that end near the right edge are named in the margin with a leader, the others above their last point. */
function labelMarks(
  drawn: readonly Drawn[],
  stretches: readonly (readonly GapYear[])[],
  layout: Layout
): Plot.Markish[] {
  const labels = [
    ...drawn.flatMap((one) => seriesLabel(one, layout)),
    ...stretches.map((one) => gapLabel(one, layout))
  ];
  const inner = labels.filter(({year, symbol}) => !isNamedAtEnd(year, layout) && symbol !== gapSymbol);
  return [
    ...endLabels(
      labels.filter(({year}) => isNamedAtEnd(year, layout)),
      layout
    ),
    Plot.text(inner, {
      x: "year",
      y: "value",
      text: ({lines}) => lines.join("\n"),
      lineHeight: 1.15,
      lineAnchor: "bottom",
      dy: -9,
      fill: ink,
      ...halo
    })
  ];
}

function seriesLabel({series, points, colour, symbol}: Drawn, {scale, language, labelColumns}: Layout): Label[] {
  const point = points.at(-1);
  if (!point) return [];
  const hasRoom = labelColumns >= columnsForRecords;
  const record = series.records?.find(
    ({period, type, exceeds}) =>
      type === "highest" && hasRoom && period === String(point.year) && exceeds >= leastExceeded
  );
  const lines = [series.label, ...(record ? [recordWords(record, language)] : [])];
  return [
    {
      year: point.year,
      value: point.value / scale,
      colour,
      symbol,
      lines: lines.flatMap((line) => wrapText(line, labelColumns))
    }
  ];
}

const gapSymbol = "square2";

function gapLabel(stretch: readonly GapYear[], {scale, language, labelColumns}: Layout): Label {
  const {year, low, high} = stretch.at(-1)!;
  const format = new Intl.NumberFormat(language, {maximumFractionDigits: 1});
  const text = `${chartWords[language].mirrorGap} ${format.format((high - low) / scale)}`;
  return {year, value: (low + high) / 2 / scale, colour: quiet, symbol: gapSymbol, lines: wrapText(text, labelColumns)};
}

function recordWords({since, start}: ChartRecord, language: Language): string {
  if (language === "en") return since ? `highest since ${since}` : `highest since ${start}, the series’ start`;
  return since ? `максимум с ${since} г.` : `максимум с начала ряда (${start} г.)`;
}

function endLabels(labels: readonly Label[], layout: Layout): Plot.Markish[] {
  const {top, bottom, height, marginTop, marginBottom, years, width, marginRight} = layout;
  const inner = height - marginTop - marginBottom;
  const toPixel = (value: number) => marginTop + inner * (1 - (value - bottom) / (top - bottom));
  const toValue = (pixel: number) => bottom + (top - bottom) * (1 - (pixel - marginTop) / inner);
  const gaps = labels.map(({lines}) => lines.length * lineHeight + 7);
  const wanted = labels.map(({value}) => toPixel(value));
  const placed = dodge(wanted, gaps, {top: marginTop - 20, bottom: height - marginBottom}).map(toValue);
  const perYear = (width - marginLeft - marginRight) / (years[1] - years[0] + 1);
  const edge = years[1] + 0.5 + 6 / perYear;
  const rows = labels.map((label, index) => ({...label, y: placed[index]!}));
  return [
    Plot.link(rows, {
      x1: ({year}) => year + 7 / perYear,
      x2: edge,
      y1: "value",
      y2: "y",
      stroke: ({colour}) => colour,
      strokeWidth: 0.8,
      strokeOpacity: 0.7
    }),
    ...rows.map(({colour, symbol, y}) => Plot.dot([y], {x: edge, y, dx: 5, r: 3.2, symbol, fill: colour})),
    Plot.text(rows, {
      x: edge,
      y: "y",
      dx: 13,
      text: ({lines}) => lines.join("\n"),
      lineHeight: 1.15,
      textAnchor: "start",
      fill: ink
    })
  ];
}
