import * as Plot from "@observablehq/plot";
import {ink} from "./data/palette.ts";

/** Rules that Plot would put into every chart; the page carries them once, so that it can forbid inline styles. */
export const chartCss = `svg.chart{display:block;font-variant-numeric:tabular-nums;max-width:100%;height:auto}
svg.chart text,svg.chart tspan{white-space:pre}`;

/** What every chart needs: where to draw, how large, and what to call it. */
export interface ChartFrame {
  /** Creates the elements: the page's document, or one made on the server. */
  readonly document: Document;
  /** Prefix of ids inside the SVG, unique on its page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Source and vintage, drawn below the chart; defaults to none. */
  readonly caption?: string;
}

const lineHeight = 14;
const namespace = "http://www.w3.org/2000/svg";

/** Plots and makes the result stand alone: named for screen readers, free of style elements, with its caption. */
export function drawChart(options: Plot.PlotOptions, frame: ChartFrame): SVGSVGElement {
  const style = {fontFamily: "inherit", fontSize: "11px", color: ink};
  const svg = Plot.plot({...options, document: frame.document, style} as Plot.PlotOptions) as unknown as SVGSVGElement;
  for (const sheet of [...svg.querySelectorAll("style")]) sheet.remove();
  // Plot asks for tabular figures by a value that SVG 1.1 attributes do not know; the page's rules ask for them instead.
  for (const element of svg.querySelectorAll("[font-variant]")) element.removeAttribute("font-variant");
  svg.removeAttribute("style");
  setAttributes(svg, {
    class: "chart",
    xmlns: namespace,
    role: "img",
    "aria-label": frame.title,
    "font-size": "11",
    "font-family": "system-ui, sans-serif",
    color: ink
  });
  svg.prepend(named(frame, "title", frame.title), named(frame, "desc", frame.description));
  if (frame.caption) addCaption(svg, frame.document, frame.caption);
  return svg;
}

function named({document}: ChartFrame, name: string, text: string): Element {
  const element = document.createElementNS(namespace, name);
  element.textContent = text;
  return element;
}

function addCaption(svg: SVGSVGElement, document: Document, caption: string): void {
  const width = Number(svg.getAttribute("width"));
  const height = Number(svg.getAttribute("height"));
  const lines = wrapText(caption, Math.floor(width / 5.6));
  lines.forEach((line, index) => {
    const text = document.createElementNS(namespace, "text");
    setAttributes(text, {x: "0", y: String(height + lineHeight * (index + 1)), "text-anchor": "start", fill: ink});
    text.textContent = line;
    svg.append(text);
  });
  const total = height + lineHeight * (lines.length + 0.5);
  setAttributes(svg, {height: String(total), viewBox: `0 0 ${width} ${total}`});
}

/** Adds diagonal hatching that marks may fill themselves with; returns the fill. */
export function addHatch(svg: SVGSVGElement, {document, id}: ChartFrame, colour: string): string {
  const pattern = document.createElementNS(namespace, "pattern");
  setAttributes(pattern, {id: `${id}-hatch`, width: "5", height: "5", patternUnits: "userSpaceOnUse"});
  pattern.setAttribute("patternTransform", "rotate(45)");
  const line = document.createElementNS(namespace, "line");
  setAttributes(line, {y2: "5", stroke: colour, "stroke-width": "1.6"});
  pattern.append(line);
  const definitions = document.createElementNS(namespace, "defs");
  definitions.append(pattern);
  svg.prepend(definitions);
  return hatchFill(id);
}

/** The fill that `addHatch` of the same id provides. */
export function hatchFill(id: string): string {
  return `url(#${id}-hatch)`;
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

/** Breaks a text into lines of at most `width` characters, between words; longer words stay whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
