import type {Language} from "../../base/label.ts";
import {formatNumber} from "../terminal/numbers.ts";

/** Decimals of estimates, as the field prints them. */
const decimals = 4;

/** An estimate: four decimals, by powers of ten where these would hide it or make it long. */
export function formatEstimate(value: number | null, language: Language): string {
  if (value === null) return "–";
  const size = Math.abs(value);
  if (value === 0 || (size >= 5e-4 && size < 1e7)) return formatNumber(value, decimals, language);
  const [digits, power] = value.toExponential(3).split("e");
  return `${formatNumber(Number(digits), 3, language)}e${power}`;
}

/** A statistic with two decimals. */
export function formatStatistic(value: number | null, language: Language): string {
  return value === null ? "–" : formatNumber(value, 2, language);
}

/** A probability with three decimals, or that it is smaller. */
export function formatP(value: number | null, language: Language): string {
  if (value === null) return "–";
  return value < 5e-4 ? `<${formatNumber(0.001, 3, language)}` : formatNumber(value, 3, language);
}

/** A count. */
export function formatCount(value: number, language: Language): string {
  return formatNumber(value, 0, language);
}

/** Stars by convention: below 0.1, 0.05, 0.01. */
export function starsOf(p: number | null): string {
  if (p === null) return "";
  return p < 0.01 ? "***" : p < 0.05 ? "**" : p < 0.1 ? "*" : "";
}
