import * as Plot from "@observablehq/plot";
import type {Language} from "../base/label.ts";
import {ink, paper, quiet} from "./data/palette.ts";
import {addHatch, drawChart, hatchFill, wrapText} from "./svg.ts";
import {chartWords, scaleFor, unitName} from "./words.ts";

/** One basis that a claim is held against. */
export interface EvidenceRow {
  readonly label: string;
  /** In plain units. */
  readonly value: number;
  /** All that the figure may stand for; ends may be infinite. */
  readonly low: number;
  readonly high: number;
  readonly holds: boolean;
  /** A source carries it. */
  readonly verified: boolean;
  /** Of the books; the shape of the point says what is counted. */
  readonly colour: string;
  readonly symbol: Plot.SymbolType;
}

/** How a claim's number is drawn against every basis. */
export interface EvidenceChartOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** What the words of the claim admit, in plain units; ends may be infinite. */
  readonly claim: {readonly low: number; readonly high: number; readonly text: string};
  readonly unit: string;
  /** In pixels; defaults to 460. The height follows from the number of bases. */
  readonly width?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "evidence". */
  readonly id?: string;
}

interface Placed extends EvidenceRow {
  readonly y: number;
  readonly lines: readonly string[];
}

const lineHeight = 13;
const margins = {marginTop: 34, marginBottom: 36, marginRight: 26};
/** Share of the axis beyond the numbers on either side. */
const air = 0.12;

/**
 * Draws what a claim's words admit as a band, and each basis as a point with all that it may stand for, on one axis
 * that need not start at 0. A basis that holds is ticked; what no source carries is hollow.
 */
export function evidenceChart(rows: readonly EvidenceRow[], options: EvidenceChartOptions): SVGSVGElement {
  const {document, claim, unit, width = 460, language = "en", id = "evidence"} = options;
  const isShare = unit === "%" || unit === "pp";
  const marginLeft = Math.min(190, Math.round(width * 0.42));
  const finite = [claim.low, claim.high, ...rows.flatMap(({value, low, high}) => [value, low, high])].filter(
    Number.isFinite
  );
  const scale = isShare ? 1 : scaleFor(finite);
  const [from, to] = domainOf(finite.map((value) => value / scale));
  const inside = (value: number) => Math.min(to, Math.max(from, value / scale));
  const placed = place(rows, Math.floor((marginLeft - 12) / 6.3));
  const bottom = placed.reduce((sum, {lines}) => sum + rowHeight(lines), 0);
  const words = chartWords[language];
  const frame = {
    document,
    id,
    title: words.evidence(claim.text),
    description: words.evidenceText(
      rows.map(({label, holds}) => `${label}: ${holds ? words.holds : words.fails}`).join("; ")
    )
  };
  const svg = drawChart(
    {
      ...margins,
      marginLeft,
      width,
      height: bottom + margins.marginTop + margins.marginBottom,
      x: {
        domain: [from, to],
        label: isShare ? unit : unitName(unit, scale, language),
        labelArrow: "none",
        labelOffset: 32,
        ticks: Math.max(2, Math.floor((width - marginLeft) / 70)),
        tickSize: 0,
        grid: true
      },
      y: {domain: [0, Math.max(bottom, 1)], range: [margins.marginTop, margins.marginTop + bottom], axis: null},
      marks: [
        Plot.rect([claim], {
          x1: inside(claim.low),
          x2: Math.max(inside(claim.high), inside(claim.low) + (to - from) / 300),
          y1: 0,
          y2: Math.max(bottom, 1),
          fill: hatchFill(id),
          fillOpacity: 0.75
        }),
        Plot.text([claim], {
          x: (inside(claim.low) + inside(claim.high)) / 2,
          y: 0,
          dy: -9,
          text: () => claim.text,
          fontWeight: 600,
          fill: ink,
          stroke: paper,
          strokeWidth: 4
        }),
        Plot.link(placed, {
          x1: ({low}) => inside(low),
          x2: ({high}) => inside(high),
          y1: "y",
          y2: "y",
          stroke: "colour",
          strokeWidth: 2.4,
          strokeOpacity: 0.6
        }),
        ...placed.map((row) =>
          Plot.dot([row], {
            x: inside(row.value),
            y: "y",
            symbol: row.symbol,
            r: 4.6,
            fill: row.verified ? row.colour : paper,
            stroke: row.verified ? paper : row.colour,
            strokeWidth: row.verified ? 0.8 : 1.8
          })
        ),
        Plot.text(placed, {
          frameAnchor: "left",
          y: "y",
          dx: 8 - marginLeft,
          text: ({lines}) => lines.join("\n"),
          lineHeight: 1.15,
          textAnchor: "start",
          fill: ink
        }),
        Plot.text(placed, {
          frameAnchor: "right",
          y: "y",
          dx: 20,
          text: ({holds}) => (holds ? "✓" : "✗"),
          fontWeight: 700,
          fontSize: 13,
          fill: ({holds}) => (holds ? ink : quiet)
        })
      ]
    },
    frame
  );
  addHatch(svg, frame, quiet);
  return svg;
}

function rowHeight(lines: readonly string[]): number {
  return Math.max(26, lines.length * lineHeight + 10);
}

function place(rows: readonly EvidenceRow[], columns: number): Placed[] {
  let top = 0;
  return rows.map((row) => {
    const lines = wrapText(row.label, columns);
    const height = rowHeight(lines);
    top += height;
    return {...row, lines, y: top - height / 2};
  });
}

function domainOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return [0, 1];
  const span = high - low || Math.abs(high) * 0.1 || 1;
  const from = low - span * air;
  return [low >= 0 ? Math.max(0, from) : from, high + span * air];
}
