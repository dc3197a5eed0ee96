import type {Language} from "../../../src/base/label.ts";
import type {EconomyOutcome} from "../../../src/kernels/trade/world/outcome.ts";

/** A change in per cent with its sign: "+1.70", "−0.05", "0". */
export function signed(value: number, language: Language): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const text = size.toFixed(digits);
  if (Number(text) === 0) return size < 1e-9 ? "0" : value > 0 ? "+0" : "−0";
  return `${value < 0 ? "−" : "+"}${language === "ru" ? text.replace(".", ",") : text}`;
}

/** Money at the scale of the data, to four digits. */
export function money(value: number, language: Language): string {
  return new Intl.NumberFormat(language, {maximumSignificantDigits: 4}).format(value + 0).replace("-", "−");
}

/** The ends of a scale that holds 0 and all values: 1, 2 or 5 times a power of ten on each side, so that it rarely jumps. */
export function scaleEnds(values: readonly number[]): {readonly low: number; readonly high: number} {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  if (low === 0 && high === 0) return {low: -1, high: 1};
  return {low: low === 0 ? 0 : -endOf(-low), high: endOf(high)};
}

function endOf(size: number): number {
  if (size <= 1e-9) return 0;
  const largest = Math.max(0.05, size);
  const power = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= largest * 0.999)!;
}

/** The number at the end of a scale, with no more digits than it has. */
export function tick(value: number, language: Language): string {
  const text = String(Number(Math.abs(value).toPrecision(2)));
  return `${value < 0 ? "−" : "+"}${language === "ru" ? text.replace(".", ",") : text}`;
}

/** How many economies a panel has room for. */
export const mostRows = 12;

/** Places of the economies that are drawn: all, or of many those who gain most and those who lose most, as many of each. */
export function drawnPlaces(economies: readonly EconomyOutcome[]): number[] {
  const places = economies.map((_, place) => place);
  if (places.length <= mostRows) return places;
  const byWelfare = [...places].sort((a, b) => economies[b]!.welfare - economies[a]!.welfare);
  return [...byWelfare.slice(0, mostRows / 2), ...byWelfare.slice(-mostRows / 2)];
}

/** Shade of a change of a flow: three steps on either side of none. */
export function shadeOf(change: number): string {
  const size = Math.abs(change);
  const step = size < 0.5 ? 0 : size < 3 ? 1 : size < 12 ? 2 : 3;
  return step === 0 ? "none" : `${change > 0 ? "more" : "less"}-${step}`;
}
