import * as Plot from "@observablehq/plot";
import type {Language} from "../base/label.ts";
import {hairline, ink, paper, positionColours, quiet} from "./data/palette.ts";
import {drawChart, wrapText} from "./svg.ts";

/** One estimate with its interval, of one model. */
export interface CoefficientRow {
  readonly model: string;
  readonly name: string;
  readonly estimate: number;
  /** Null where no interval can be told; the estimate then stands alone. */
  readonly low: number | null;
  readonly high: number | null;
}

/** How a chart of coefficients is drawn. */
export interface CoefficientChartOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** In pixels; defaults to 720. The height follows from the number of coefficients. */
  readonly width?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** Level of the intervals; defaults to 0.95. */
  readonly level?: number;
  /** Data and formulas, drawn below the chart; defaults to none. */
  readonly caption?: string;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "coefficients". */
  readonly id?: string;
}

const words = {
  en: {
    title: (count: number) => `Coefficients, ${count}`,
    text: (percent: number) => `Points are estimates, lines their ${percent} % intervals; the upright line is zero.`,
    none: "no coefficient"
  },
  ru: {
    title: (count: number) => `Коэффициенты, ${count}`,
    text: (percent: number) => `Точки – оценки, линии – их ${percent} % интервалы; вертикальная линия – ноль.`,
    none: "нет коэффициентов"
  }
} as const satisfies Record<Language, unknown>;

const symbols = ["circle", "square", "diamond", "triangle"] as const;
const lineHeight = 12;
const gap = 14;
const marginLeft = 245;
const margins = {marginLeft, marginTop: 30, marginRight: 24, marginBottom: 8};

interface Placed extends CoefficientRow {
  readonly y: number;
  readonly order: number;
}

/** Draws coefficients of one or several models with their intervals around zero, one line a coefficient and model. */
export function coefficientChart(rows: readonly CoefficientRow[], options: CoefficientChartOptions): SVGSVGElement {
  const {document, width = 720, language = "en", level = 0.95, caption, id = "coefficients"} = options;
  const models = [...new Set(rows.map(({model}) => model))];
  const {placed, labels, height} = layOut(rows, models);
  const ends = placed.flatMap(({estimate, low, high}) => [estimate, low ?? estimate, high ?? estimate]);
  const top = models.length > 1 ? 18 : 0;
  const percent = Math.round(1000 * level) / 10;
  return drawChart(
    {
      ...margins,
      marginTop: margins.marginTop + top,
      width,
      height: height + margins.marginTop + top + margins.marginBottom,
      x: {domain: domainOf(ends), label: null, axis: null, nice: true},
      y: {domain: [0, height], range: [margins.marginTop + top, margins.marginTop + top + height], axis: null},
      marks: [
        Plot.gridX({stroke: hairline, strokeOpacity: 1}),
        Plot.axisX({anchor: "top", color: quiet, tickSize: 0, label: null}),
        Plot.ruleX([0], {stroke: ink, strokeWidth: 1}),
        Plot.text(labels, {
          x: null,
          frameAnchor: "left",
          dx: 8 - marginLeft,
          y: "y",
          text: "text",
          textAnchor: "start",
          fill: ink,
          lineHeight: 1.1
        }),
        ...models.flatMap((model, order) =>
          modelMarks(
            placed.filter((row) => row.model === model),
            order
          )
        ),
        ...(models.length > 1 ? keyMarks(models) : []),
        ...(rows.length === 0 ? [Plot.text([words[language].none], {frameAnchor: "middle", fill: quiet})] : [])
      ]
    },
    {
      document,
      id,
      title: words[language].title(rows.length),
      description: words[language].text(percent),
      ...(caption && {caption})
    }
  );
}

function layOut(rows: readonly CoefficientRow[], models: readonly string[]) {
  const placed: Placed[] = [];
  const labels: {text: string; y: number}[] = [];
  let y = gap / 2;
  for (const name of new Set(rows.map((row) => row.name))) {
    const own = rows.filter((row) => row.name === name);
    const lines = wrapText(name, 30);
    const room = Math.max(own.length, lines.length) * lineHeight;
    labels.push({text: lines.join("\n"), y: y + room / 2});
    own.forEach((row, index) => {
      placed.push({...row, order: models.indexOf(row.model), y: y + (room * (index + 0.5)) / own.length});
    });
    y += room + gap;
  }
  return {placed, labels, height: Math.max(y, 40)};
}

/** Zero is always shown, as it is what an estimate is held against. */
function domainOf(ends: readonly number[]): [number, number] {
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return low === high ? [-1, 1] : [low, high];
}

function modelMarks(rows: readonly Placed[], order: number): Plot.Markish[] {
  const stroke = positionColours[order % positionColours.length]!;
  const known = rows.filter(({low, high}) => low !== null && high !== null);
  return [
    Plot.ruleY(known, {y: "y", x1: "low", x2: "high", stroke, strokeWidth: 1.6}),
    Plot.dot(rows, {
      x: "estimate",
      y: "y",
      r: 3.6,
      symbol: symbols[order % symbols.length]!,
      fill: paper,
      stroke,
      strokeWidth: 1.8
    })
  ];
}

/** The models by colour and shape, above the chart. */
function keyMarks(models: readonly string[]): Plot.Markish[] {
  return models.map((model, order) =>
    Plot.text([model], {
      frameAnchor: "top-left",
      dx: 44 * order,
      dy: -42,
      text: (name: string) => `${["○", "□", "◇", "△"][order % symbols.length]} ${name}`,
      fill: positionColours[order % positionColours.length]!,
      textAnchor: "start"
    })
  );
}
