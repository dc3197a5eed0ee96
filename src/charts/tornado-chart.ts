import * as Plot from "@observablehq/plot";
import type {Language} from "../base/label.ts";
import {hairline, ink, paper, positionColours, quiet} from "./data/palette.ts";
import {drawChart, wrapText} from "./svg.ts";

/** What moving each parameter alone does to one economy's welfare, in per cent or money; null where the model has no solution. */
export interface TornadoData {
  readonly economy: string;
  readonly bars: readonly {
    readonly parameter: string;
    readonly low: {readonly value: number; readonly welfare: number | null};
    readonly high: {readonly value: number; readonly welfare: number | null};
  }[];
}

/** How a tornado chart is drawn. */
export interface TornadoChartOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** In pixels; defaults to 720. */
  readonly width?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** Named for screen readers; defaults to whose welfare it is. */
  readonly title?: string;
  /** Described for screen readers; defaults to bars between the ends of 95 per cent intervals. */
  readonly text?: string;
  /** What welfare is counted in; defaults to a change in per cent. */
  readonly axis?: string;
  /** Scenario and source, drawn below the chart; defaults to none. */
  readonly caption?: string;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "tornado". */
  readonly id?: string;
}

const words = {
  en: {
    title: (economy: string) => `Welfare of ${economy} as each estimate moves alone`,
    text: "One bar a parameter, from the lower to the upper end of its own 95 per cent interval; the widest comes first.",
    axis: "Welfare, change in per cent",
    low: "lower end",
    high: "upper end",
    none: "no solution"
  },
  ru: {
    title: (economy: string) => `Благосостояние (${economy}) при сдвиге одной оценки`,
    text: "Одна полоса – один параметр, от нижней до верхней границы его 95-процентного интервала; самая широкая – сверху.",
    axis: "Благосостояние, изменение в процентах",
    low: "нижняя граница",
    high: "верхняя граница",
    none: "нет решения"
  }
} as const;

interface End {
  readonly parameter: string;
  readonly welfare: number;
  readonly value: number;
  readonly side: "low" | "high";
}

const rowHeight = 34;

/** Draws how far one economy's welfare moves with each parameter: the widest bar on top, both ends labelled. */
export function tornadoChart(
  {economy, bars}: TornadoData,
  {document, width = 720, language = "en", caption, id = "tornado", title, text: about, axis}: TornadoChartOptions
): SVGSVGElement {
  const said = words[language];
  const ends = bars.flatMap(({parameter, low, high}): End[] =>
    (
      [
        ["low", low],
        ["high", high]
      ] as const
    ).flatMap(([side, {value, welfare}]) => (welfare === null ? [] : [{parameter, side, value, welfare}]))
  );
  const spans = bars.flatMap(({parameter, low, high}) =>
    low.welfare === null || high.welfare === null
      ? []
      : [{parameter, from: Math.min(low.welfare, high.welfare), to: Math.max(low.welfare, high.welfare)}]
  );
  const [colourLow, colourHigh] = [positionColours[0], positionColours[1]];
  const format = new Intl.NumberFormat(language, {maximumSignificantDigits: 3});
  const label = (end: End) => format.format(end.value).replace("-", "−");
  const isRight = ({parameter, side, welfare}: End) => {
    const other = ends.find((end) => end.parameter === parameter && end.side !== side);
    return other === undefined || welfare > other.welfare || (welfare === other.welfare && side === "high");
  };
  const text = (right: boolean) =>
    Plot.text(
      ends.filter((end) => isRight(end) === right),
      {
        x: "welfare",
        y: "parameter",
        text: label,
        textAnchor: right ? "start" : "end",
        dx: right ? 8 : -8,
        fill: ink,
        stroke: paper,
        strokeWidth: 3
      }
    );
  return drawChart(
    {
      width,
      height: rowHeight * Math.max(1, bars.length) + 70,
      marginLeft: 130,
      marginRight: 60,
      marginTop: 24,
      marginBottom: 42,
      x: {
        label: axis ?? said.axis,
        labelAnchor: "center",
        labelArrow: "none",
        nice: true,
        inset: 24,
        grid: true,
        tickSize: 0
      },
      y: {
        domain: bars.map(({parameter}) => parameter),
        label: null,
        tickSize: 0,
        tickFormat: tickOf
      },
      color: {legend: false},
      marks: [
        Plot.ruleX(axis === undefined ? [0] : [], {stroke: hairline, strokeWidth: 1.5}),
        Plot.link(spans, {
          x1: "from",
          x2: "to",
          y1: "parameter",
          y2: "parameter",
          stroke: quiet,
          strokeWidth: 6,
          strokeOpacity: 0.4
        }),
        Plot.dot(ends, {
          x: "welfare",
          y: "parameter",
          r: 5,
          symbol: ({side}: End) => (side === "low" ? "circle" : "diamond"),
          fill: ({side}: End) => (side === "low" ? colourLow : colourHigh),
          stroke: paper
        }),
        text(true),
        text(false),
        Plot.text(
          bars.filter(({low, high}) => low.welfare === null || high.welfare === null),
          {y: "parameter", frameAnchor: "right", text: () => said.none, fill: quiet}
        ),
        Plot.text([`● ${said.low}   ◆ ${said.high}`], {frameAnchor: "top-left", dy: -14, fill: quiet})
      ]
    },
    {
      document,
      id,
      title: title ?? said.title(economy),
      description: about ?? said.text,
      ...(caption !== undefined && {caption})
    }
  );
}

/** A parameter's name in two lines at most. */
function tickOf(name: string): string {
  const [first, second, ...rest] = wrapText(name, 20);
  return [first, rest.length > 0 ? `${second}…` : second].filter((line) => line !== undefined).join("\n");
}
