import {figureInterval} from "../../base/basis-key.ts";
import type {Figure} from "../../base/figure.ts";
import type {Language} from "../../base/label.ts";

/** Powers of ten in which amounts are shown, largest first. */
const scales = [1e12, 1e9, 1e6, 1e3, 1] as const;
export type Scale = (typeof scales)[number];

/** Decimals that are shown at most; a table is no place for cents of billions. */
const mostDecimals = 3;

/** The scale in which the largest of some amounts has one to three digits before the mark. */
export function scaleOf(values: readonly number[]): Scale {
  const largest = Math.max(0, ...values.map(Math.abs));
  return scales.find((scale) => largest >= scale) ?? 1;
}

/** A number with a fixed count of decimals: "1 234.5", «1 234,5»; a true minus, and narrow spaces that no reader takes for a decimal mark. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const plain = Math.abs(value).toFixed(decimals);
  const [whole = "", rest] = plain.split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202F") : whole;
  const text = rest === undefined ? grouped : `${grouped}${language === "ru" ? "," : "."}${rest}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Like `formatNumber`, with a sign before what is not 0. */
export function formatSigned(value: number, decimals: number, language: Language): string {
  const text = formatNumber(value, decimals, language);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Decimals that a figure's precision allows in a scale; those it has where every digit counts. */
export function decimalsOf(figure: Figure, scale: number): number {
  const natural = decimalsIn((figure.value ?? 0) / scale);
  if (figure.step !== undefined) return decimalsFor(figure.step, scale);
  const interval = figureInterval({...figure, bound: "exact"});
  const width = interval ? interval.high - interval.low : 0;
  return width > 0 ? Math.min(natural, decimalsFor(width, scale) + 1) : natural;
}

/** Decimals whose last place is worth about the doubt: half of the `width` of what a number may be, or twice as much. */
function decimalsFor(width: number, scale: number): number {
  return Math.min(mostDecimals, Math.max(0, Math.floor(0.35 - Math.log10(width / 2 / scale))));
}

/** Decimals of a number that needs no more than the most, else the most. */
function decimalsIn(value: number): number {
  const [, decimals = ""] = value
    .toFixed(mostDecimals + 6)
    .replace(/0+$/, "")
    .split(".");
  return Math.min(mostDecimals, decimals.length);
}

/** Signs of approximation words: "<" stands before "almost 54". */
export const boundSigns: Readonly<Record<Figure["bound"], string>> = {
  exact: "",
  about: "≈",
  almost: "<",
  over: ">",
  "up-to": "≤",
  "at-least": "≥",
  under: "<"
};

/** A figure's number in a scale, with the sign of its approximation word: "<54", "≈50", "29.52". */
export function formatFigure(figure: Figure, scale: number, language: Language): string {
  if (figure.value === null) return "";
  return boundSigns[figure.bound] + formatNumber(figure.value / scale, decimalsOf(figure, scale), language);
}

/** Superscript digits, for footnotes. */
export function superscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!);
}
