import * as Plot from "@observablehq/plot";
import type {Language} from "../base/label.ts";
import {ink, paper, quiet} from "./data/palette.ts";
import {drawChart, wrapText} from "./svg.ts";
import {chartWords, scaleFor, unitName} from "./words.ts";

/** One figure that a statement is held against; in plain units. */
export interface EvidenceRow {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly holds: boolean;
  /** Carried by a source. */
  readonly isVerified: boolean;
  readonly colour: string;
}

/** What a statement says: its number and all that the words admit. */
export interface StatedInterval {
  readonly text: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** How evidence is drawn. */
export interface EvidenceChartOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** In pixels; defaults to 420. The height follows from the number of rows. */
  readonly width?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** Source and vintage, drawn below the chart; defaults to none. */
  readonly caption?: string;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "evidence". */
  readonly id?: string;
}

const rowHeight = 40;

/**
 * Draws a statement and every figure it is held against on one axis: the statement as a band through all rows, each
 * figure as a point with its interval. Points are filled where the statement holds, hollow where it does not, and
 * crosses where no source carries the figure.
 */
export function evidenceChart(
  stated: StatedInterval,
  rows: readonly EvidenceRow[],
  options: EvidenceChartOptions
): SVGSVGElement {
  const {document, width = 420, language = "en", caption, id = "evidence"} = options;
  const isPercent = stated.unit === "%" || stated.unit === "pp";
  const scale = isPercent ? 1 : scaleFor([stated.value, ...rows.map(({value}) => value)]);
  const placed = rows.map((row, index) => ({...row, y: index + 0.62, labelY: index + 0.28}));
  const band = {x1: stated.low / scale, x2: stated.high / scale};
  const points = {x: ({value}: EvidenceRow) => value / scale, y: "y"} as const;
  const of = (holds: boolean) => placed.filter((row) => row.isVerified && row.holds === holds);
  const columns = Math.floor(width / 6.4);
  return drawChart(
    {
      width,
      height: 46 + rows.length * rowHeight,
      marginLeft: 8,
      marginRight: 8,
      marginTop: 24,
      marginBottom: 22,
      x: {
        domain: domainOf(stated, rows, scale),
        ticks: Math.max(3, Math.floor(width / 80)),
        tickSize: 0,
        label: isPercent ? stated.unit : unitName(stated.unit, scale, language),
        labelArrow: "none",
        labelOffset: 20
      },
      y: {domain: [0, rows.length], axis: null, reverse: true},
      marks: [
        Plot.rect([band], {x1: "x1", x2: "x2", y1: 0, y2: rows.length, fill: quiet, fillOpacity: 0.18}),
        Plot.ruleX([stated.value / scale], {y1: 0, y2: rows.length, stroke: ink, strokeWidth: 1.2}),
        Plot.text([stated.text], {
          x: stated.value / scale,
          y: 0,
          text: (text: string) => `${chartWords[language].stated} ${text}`,
          dy: -9,
          fill: ink,
          fontWeight: "bold"
        }),
        Plot.link(placed, {
          x1: ({low}) => low / scale,
          x2: ({high}) => high / scale,
          y1: "y",
          y2: "y",
          stroke: ({colour}) => colour,
          strokeWidth: 5,
          strokeOpacity: 0.45
        }),
        Plot.dot(of(true), {...points, r: 5, fill: ({colour}) => colour, stroke: paper}),
        Plot.dot(of(false), {...points, r: 4.6, fill: paper, stroke: ({colour}) => colour, strokeWidth: 2}),
        Plot.dot(
          placed.filter(({isVerified}) => !isVerified),
          {...points, symbol: "times", r: 5, stroke: ({colour}) => colour, strokeWidth: 2}
        ),
        Plot.text(placed, {
          y: "labelY",
          frameAnchor: "left",
          textAnchor: "start",
          text: ({label}) => wrapText(label, columns)[0] ?? "",
          fill: ink,
          stroke: paper,
          strokeWidth: 3
        })
      ]
    },
    {
      document,
      id,
      title: chartWords[language].evidence(stated.text),
      description: chartWords[language].evidenceText,
      ...(caption && {caption})
    }
  );
}

/** From the lowest to the highest of all intervals, with room at both ends. */
function domainOf(stated: StatedInterval, rows: readonly EvidenceRow[], scale: number): [number, number] {
  const all = [stated, ...rows];
  const [low, high] = [Math.min(...all.map((one) => one.low)), Math.max(...all.map((one) => one.high))];
  const room = (high - low || Math.abs(high) || 1) * 0.14;
  return [(low - room) / scale, (high + room) / scale];
}
