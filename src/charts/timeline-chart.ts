import * as Plot from "@observablehq/plot";
import {ladder} from "../base/item-kinds.ts";
import type {Language} from "../base/label.ts";
import {dayNumber, latestDay} from "../base/period.ts";
import type {Item} from "../base/register.ts";
import {kindLabel, stageLabel} from "../base/stage-label.ts";
import {hairline, ink, paper, quiet, stageColours} from "./data/palette.ts";
import {addHatch, drawChart, hatchFill, wrapText} from "./svg.ts";
import {type Bar, type DueMark, type TimelineRow, type TimelineStep, timelineRows} from "./timeline-rows.ts";
import {chartWords} from "./words.ts";

/** How a timeline of the register is drawn. */
export interface TimelineChartOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** In pixels; defaults to 720. The height follows from the number of items. */
  readonly width?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** The day of knowledge, drawn as a line; defaults to none. */
  readonly known?: string;
  /** First year of the axis, earlier steps being drawn at its edge; defaults to the first step's. */
  readonly from?: number;
  /** Source and vintage, drawn below the chart; defaults to none. */
  readonly caption?: string;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "timeline". */
  readonly id?: string;
}

/** A row with its place: pixels from the top of the frame. */
interface Placed extends TimelineRow {
  readonly y: number;
  readonly label: readonly string[];
}

interface Layout {
  readonly rows: readonly Placed[];
  readonly heads: readonly {kind: Item["kind"]; y: number}[];
  readonly height: number;
  readonly from: number;
  readonly to: number;
  readonly id: string;
  readonly language: Language;
  readonly known: number | undefined;
}

const rowHeight = 19;
const headHeight = 24;
const labelColumns = 42;
const marginLeft = 272;
const margins = {marginLeft, marginTop: 24, marginBottom: 8, marginRight: 14};

/**
 * Draws when items reached their stages and when they were due: time runs left to right, bars darken with the stages,
 * whose numbers stand on them, and end where the evidence ends; a date due that was moved leaves its shadow.
 */
export function timelineChart(steps: readonly TimelineStep[], options: TimelineChartOptions): SVGSVGElement {
  const {document, width = 720, language = "en", id = "timeline", caption, known} = options;
  const rows = timelineRows(steps);
  const layout = layOut(rows, {language, id, from: options.from, known: known ? latestDay(known) : undefined});
  const frame = {
    document,
    id,
    title: chartWords[language].timeline(rows.length),
    description: chartWords[language].timelineText,
    ...(caption && {caption})
  };
  const svg = drawChart(
    {
      ...margins,
      width,
      height: layout.height + margins.marginTop + margins.marginBottom,
      x: {domain: [layout.from, layout.to], label: null, axis: null, clamp: true},
      y: {domain: [0, layout.height], range: [margins.marginTop, margins.marginTop + layout.height], axis: null},
      marks: marksOf(layout, width)
    },
    frame
  );
  addHatch(svg, frame, quiet);
  return svg;
}

function layOut(
  rows: readonly TimelineRow[],
  {from, ...rest}: {from: number | undefined} & Pick<Layout, "language" | "id" | "known">
): Layout {
  const days = rows.flatMap(({bars, dues, end}) => [...bars.map((bar) => bar.from), ...dues.map(({day}) => day), end]);
  const years = [...days, ...(rest.known === undefined ? [] : [rest.known])].map(yearOfDay);
  const heads: {kind: Item["kind"]; y: number}[] = [];
  const placed: Placed[] = [];
  let y = 0;
  for (const row of rows) {
    if (heads.at(-1)?.kind !== row.item.kind) {
      heads.push({kind: row.item.kind, y: y + headHeight - 9});
      y += headHeight;
    }
    const label = wrapText(row.item.title[rest.language] ?? row.item.title.en ?? row.item.id, labelColumns);
    const height = Math.max(rowHeight, 12 * label.length + 6);
    placed.push({...row, y: y + height / 2, label});
    y += height;
  }
  const [first, last] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [0, 0];
  return {
    ...rest,
    rows: placed,
    heads,
    height: y + 4,
    from: dayNumber(from ?? first),
    to: dayNumber(last + 1)
  };
}

function yearOfDay(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

function marksOf(layout: Layout, width: number): Plot.Markish[] {
  const {rows, heads, language, from} = layout;
  const edge = {x: from, textAnchor: "start" as const, dx: 8 - marginLeft};
  return [
    ...axisMarks(layout, width),
    Plot.text(heads, {...edge, y: "y", text: ({kind}) => kindLabel(kind, language), fontWeight: 600, fill: ink}),
    Plot.text(rows, {...edge, y: "y", text: ({label}) => label.join("\n"), lineHeight: 1.1, fontSize: 10, fill: ink}),
    ...rows.flatMap((row) => rowMarks(row, layout)),
    ...knownMarks(layout)
  ];
}

function axisMarks({from, to, height}: Layout, width: number): Plot.Markish[] {
  const [first, last] = [yearOfDay(from), yearOfDay(to)];
  const room = (width - marginLeft - margins.marginRight) / (last - first);
  const step = [1, 2, 5, 10].find((years) => years * room >= 34) ?? 20;
  const years = Array.from({length: last - first + 1}, (_, index) => first + index).filter((year) => year % step === 0);
  return [
    Plot.ruleX(years, {x: (year) => dayNumber(year), y1: 0, y2: height, stroke: hairline, strokeWidth: 0.8}),
    Plot.text(
      years.filter((year) => year < last),
      {x: (year) => dayNumber(year), y: 0, dy: -10, text: String, fill: quiet, textAnchor: "start"}
    )
  ];
}

function rowMarks({y, bars, dues, end}: Placed, {id, from}: Layout): Plot.Markish[] {
  const clip = (day: number) => Math.max(day, from);
  const [first, last] = [dues[0], dues.at(-1)];
  const seen = bars.filter((bar) => bar.to >= from);
  return [
    Plot.ruleY(first && last && first !== last ? [y] : [], {
      y,
      x1: clip(first?.day ?? 0),
      x2: clip(last?.day ?? 0),
      stroke: hatchFill(id),
      strokeWidth: 7
    }),
    Plot.ruleY(seen, {
      y,
      x1: ({from: start}) => clip(start),
      x2: ({to}) => clip(to),
      stroke: colourOf,
      strokeWidth: 7,
      strokeOpacity: ({unverified}) => (unverified ? 0.45 : 1)
    }),
    Plot.ruleX(seen.length > 0 ? [end] : [], {x: (day) => day, y1: y - 5, y2: y + 5, stroke: ink, strokeWidth: 1}),
    ...dueMarks(dues, y, clip),
    ...stageMarks(seen, y, clip),
    Plot.text(seen.length === 0 && bars.length > 0 ? [bars] : [], {
      x: from,
      y,
      text: (early: readonly Bar[]) => `‹ ${[...new Set(early.map((bar) => yearOfDay(bar.from)))].join(", ")}`,
      textAnchor: "start",
      dx: 4,
      fill: quiet
    })
  ];
}

function colourOf({number}: Bar): string {
  return number === undefined ? quiet : stageColours[number]!;
}

/** Stages stand as numbered discs, white where no source carries them; of discs that would overlap the last is seen. */
function stageMarks(bars: readonly Bar[], y: number, clip: (day: number) => number): Plot.Markish[] {
  const text = ({number}: Bar) => (number === undefined ? "×" : String(number));
  const x = (bar: Bar) => clip(bar.from);
  const fill = (bar: Bar) => (bar.unverified ? paper : colourOf(bar));
  const isDark = ({number = 4, unverified}: Bar) => number > 3 && !unverified;
  return bars.flatMap((bar) => [
    Plot.dot([bar], {
      x,
      y,
      r: 6.5,
      fill,
      stroke: ink,
      strokeWidth: 0.7,
      ...(bar.unverified && {strokeDasharray: "2 2"})
    }),
    Plot.text([bar], {x, y, text, fontSize: 9, fill: isDark(bar) ? "white" : ink})
  ]);
}

function dueMarks(dues: readonly DueMark[], y: number, clip: (day: number) => number): Plot.Markish[] {
  const common = {
    x: ({day}: DueMark) => clip(day),
    y,
    symbol: "diamond" as const,
    r: 4.8,
    stroke: ink,
    strokeWidth: 1.2
  };
  return [
    Plot.dot(
      dues.filter(({moved}) => moved),
      {...common, fill: paper}
    ),
    Plot.dot(
      dues.filter(({moved}) => !moved),
      {...common, fill: ink}
    )
  ];
}

function knownMarks({known, height, from}: Layout): Plot.Markish[] {
  if (known === undefined || known < from) return [];
  return [Plot.ruleX([known], {y1: 0, y2: height, stroke: ink, strokeWidth: 0.8, strokeDasharray: "3 3"})];
}

/** The numbers of the ladder in words, for the caption of a timeline: "0 proposed · 1 in work · …". */
export function stageKey(language: Language = "en"): string {
  return ladder.map((stage, index) => `${index} ${stageLabel(stage, language)}`).join(" · ");
}
