import * as Plot from "@observablehq/plot";
import type {EnergyOutput, EnergyResult} from "../base/energy-result.ts";
import {inLanguage} from "../base/in-language.ts";
import type {Language} from "../base/label.ts";
import {hairline, ink, neutralColour, paper, positionColours, quiet} from "./data/palette.ts";
import {energyChartWords} from "./energy-words.ts";
import {drawChart, wrapText} from "./svg.ts";

/** How a chart of an energy market is drawn. */
export interface EnergyChartOptions {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** In pixels; defaults to 720. */
  readonly width?: number;
  /** Defaults to "en". */
  readonly language?: Language;
  /** Source and units, drawn below the chart; defaults to none. */
  readonly caption?: string;
  /** Prefix of ids inside the SVG, unique on its page; defaults to "energy". */
  readonly id?: string;
}

interface PricePoint {
  readonly scenario: string;
  readonly label: string;
  readonly paid: number;
  readonly marginal: number;
  readonly colour: string;
  readonly symbol: Plot.SymbolType;
  /** Pixels below the middle of the row, so that demands do not hide each other. */
  readonly dy: number;
}

const symbols = ["circle", "square", "diamond", "triangle", "star", "wye"] as const;
const rowHeight = 40;
const rowPart = 16;
const marginLeft = 84;
/** Below this width the margin that names congestion gives way to the prices. */
const narrow = 520;
const letter = 6.2;

/**
 * Draws what consumers pay under each scenario as points on one axis of prices, the marginal cost of serving them beside
 * it where it differs, and in the margin which arcs are congested and what one unit more of them would be worth.
 */
export function energyPriceChart(output: EnergyOutput, options: EnergyChartOptions): SVGSVGElement {
  const {document, width = 720, language = "en", id = "energy", caption} = options;
  const words = energyChartWords[language];
  const [marginRight, columns, ticks] = width < narrow ? [112, 16, 3] : [190, 28, 6];
  const points = output.scenarios.flatMap(pricePoints);
  const scenarios = output.scenarios.map(({scenario}) => scenario);
  const apart = points.filter(({paid, marginal}) => Math.abs(paid - marginal) > 1e-9 * (1 + Math.abs(paid)));
  return drawChart(
    {
      width,
      height: 62 + rowHeight * scenarios.length,
      marginLeft,
      marginRight,
      marginTop: 24,
      marginBottom: 38,
      x: {
        label: inLanguage(output.market.units.price, language),
        labelArrow: "none",
        labelAnchor: "center",
        domain: domainOf(points, width - marginLeft - marginRight),
        tickSize: 0,
        grid: true,
        ticks
      },
      y: {domain: scenarios, label: null, tickSize: 0, padding: 0.4},
      symbol: {legend: false},
      marks: [
        Plot.ruleY(scenarios, {y: (scenario: string) => scenario, stroke: hairline}),
        ...points.flatMap((point) => pointMarks(point, apart.includes(point))),
        Plot.text(output.scenarios, {
          frameAnchor: "right",
          textAnchor: "start",
          dx: 12,
          y: "scenario",
          text: (result: EnergyResult) => congestion(result, language, columns),
          fill: quiet,
          lineHeight: 1.15
        })
      ]
    },
    {document, id, title: words.prices, description: words.pricesText, ...(caption && {caption})}
  );
}

function pricePoints({scenario, demands, nodes, economies}: EnergyResult): PricePoint[] {
  const several = new Set(demands.map(({commodity}) => commodity)).size > 1;
  return demands.map(({id, node, commodity, paid, marginal}, index) => {
    const home = nodes.find((one) => one.node === node && one.commodity === commodity)?.economy;
    const at = economies.findIndex((one) => one.id === home);
    return {
      scenario,
      label: several ? `${id} ${commodity}` : id,
      paid,
      marginal,
      colour: positionColours[at % positionColours.length] ?? neutralColour,
      symbol: symbols[at % symbols.length] ?? "circle",
      dy: demands.length > 1 ? rowPart * (index / (demands.length - 1) - 0.5) : 0
    };
  });
}

/** Prices with room beside the outermost points for their labels. */
function domainOf(points: readonly PricePoint[], inner: number): [number, number] {
  const prices = points.flatMap(({paid, marginal}) => [paid, marginal]);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  if (!(high > low)) return points.length > 0 ? [low - 1, high + 1] : [0, 1];
  const label = Math.min(inner / 3, 16 + letter * Math.max(...points.map((point) => point.label.length)));
  const room = ((high - low) * label) / (inner - 2 * label);
  return [low - room, high + room];
}

function pointMarks(point: PricePoint, isApart: boolean): Plot.Markish[] {
  const {colour, symbol, label, dy} = point;
  const apart = isApart ? [point] : [];
  const at = {y: "scenario", dy} as const;
  return [
    Plot.ruleY(apart, {...at, x1: "marginal", x2: "paid", stroke: colour, strokeWidth: 1.6}),
    Plot.dot(apart, {...at, x: "marginal", symbol, r: 4, stroke: colour, fill: paper}),
    Plot.dot([point], {...at, x: "paid", symbol, r: 5, fill: colour, stroke: paper}),
    Plot.text([point], {
      ...at,
      x: "paid",
      text: [label],
      dx: isApart && point.paid < point.marginal ? -9 : 9,
      textAnchor: isApart && point.paid < point.marginal ? "end" : "start",
      fill: ink,
      stroke: paper,
      strokeWidth: 3
    })
  ];
}

function congestion({flows}: EnergyResult, language: Language, columns: number): string {
  const words = energyChartWords[language];
  const format = new Intl.NumberFormat(language, {maximumFractionDigits: 1});
  const bound = flows.filter(({binding}) => binding);
  if (bound.length === 0) return flows.length === 0 ? "" : words.free;
  const named = bound.map(({id, from, to, shadowPrice}) => {
    const name = id === `${from}-${to}` ? `${from}→${to}` : id;
    return `${name}\u00A0${format.format(shadowPrice).replace("-", "−")}`;
  });
  return wrapText(`${words.congested}: ${named.join(", ")}`, columns)
    .slice(0, 3)
    .join("\n");
}
