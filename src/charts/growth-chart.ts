import * as Plot from "@observablehq/plot";
import type {Language} from "../base/label.ts";
import {ink, paper} from "./data/palette.ts";
import {drawChart} from "./svg.ts";
import {chartWords} from "./words.ts";

/** Change of one year on the year before, in per cent. */
export interface GrowthYear {
  readonly year: number;
  readonly value: number;
  /** What the rounding of the levels leaves open. */
  readonly low: number;
  readonly high: number;
  /** Whether sources carry both levels. */
  readonly isVerified: boolean;
}

/** How a panel of growth is drawn. */
export interface GrowthChartOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** Names the basis, for screen readers and above the bars. */
  readonly label: string;
  readonly colour: string;
  /** First and last year, and lowest and highest value: equal on all panels that are compared. */
  readonly years: readonly [from: number, to: number];
  readonly range: readonly [low: number, high: number];
  /** In pixels; defaults to 340. */
  readonly width?: number;
  /** In pixels, without the caption; defaults to 190. */
  readonly height?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** Source and vintage, drawn below the chart; defaults to none. */
  readonly caption?: string;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "growth". */
  readonly id?: string;
}

/** Draws one panel of small multiples: a bar a year, hollow where unverified, with a line for what is left open. */
export function growthChart(growth: readonly GrowthYear[], options: GrowthChartOptions): SVGSVGElement {
  const {
    document,
    label,
    colour,
    years,
    range,
    width = 340,
    height = 190,
    language = "en",
    caption,
    id = "growth"
  } = options;
  const format = new Intl.NumberFormat(language, {maximumFractionDigits: 0, signDisplay: "exceptZero"});
  const [from, to] = years;
  const step = [1, 2, 5, 10].find((size) => (to - from) / size <= width / 55) ?? 20;
  const ticks = Array.from({length: to - from + 1}, (_, index) => from + index).filter(
    (year) => (to - year) % step === 0
  );
  const text = (row: GrowthYear) => format.format(row.value);
  const isNarrow = (width - 40) / (to - from + 1) < 22;
  const x = {x1: ({year}: GrowthYear) => year - 0.36, x2: ({year}: GrowthYear) => year + 0.36};
  return drawChart(
    {
      width,
      height,
      marginLeft: 36,
      marginRight: 4,
      marginTop: 22,
      marginBottom: 22,
      x: {domain: [from - 0.6, to + 0.6], ticks, tickFormat: String, tickSize: 0, label: null},
      y: {domain: [range[0] * 1.2, range[1] * 1.2], ticks: 4, tickSize: 0, grid: true, label: "%", labelArrow: "none"},
      marks: [
        Plot.rect(growth, {
          ...x,
          y1: 0,
          y2: "value",
          fill: ({isVerified}: GrowthYear) => (isVerified ? colour : paper),
          stroke: colour,
          strokeWidth: 1
        }),
        Plot.ruleX(
          growth.filter(({low, high}) => high - low > 0.5),
          {x: "year", y1: "low", y2: "high", stroke: ink, strokeWidth: 1}
        ),
        Plot.ruleY([0], {stroke: ink, strokeWidth: 0.8}),
        ...(isNarrow
          ? []
          : [true, false].map((isUp) =>
              Plot.text(
                growth.filter(({value}) => value >= 0 === isUp),
                {
                  x: "year",
                  y: isUp ? "high" : "low",
                  text,
                  dy: isUp ? -4 : 4,
                  lineAnchor: isUp ? "bottom" : "top",
                  fill: ink,
                  stroke: paper,
                  strokeWidth: 3
                }
              )
            ))
      ]
    },
    {
      document,
      id,
      title: chartWords[language].growth(label),
      description: growth.map((row) => `${row.year}: ${text(row)} %`).join("; "),
      ...(caption && {caption})
    }
  );
}
