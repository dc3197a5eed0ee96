import {figureInterval} from "../../../src/base/basis-key.ts";
import type {Figure} from "../../../src/base/figure.ts";
import type {Language} from "../../../src/base/label.ts";
import {formatAmount, formatNumber, unitShort} from "../../../src/charts/format.ts";
import {scaleFor, type UnitScale} from "../../../src/charts/words.ts";

/** A figure in running text at the scale that suits it: "almost 49 bn USD". */
export function amount(figure: Figure, language: Language): string {
  return formatAmount(figure, language, scaleFor([figure.value ?? 0]));
}

/** The number of a figure alone, at a scale that its table names. */
export function bareAmount(figure: Figure, language: Language, scale: UnitScale): string {
  return formatAmount({...figure, basis: {...figure.basis, unit: "1"}}, language, scale).replace(/\s\S+$/u, (tail) =>
    /\d/.test(tail) ? tail : ""
  );
}

/** What a figure may stand for, as a range: "47.5–49 bn USD"; undefined where it is one number. */
export function intervalText(figure: Figure, language: Language): string | undefined {
  const span = figureInterval(figure);
  if (!span || span.low === span.high) return undefined;
  return rangeText(span.low, span.high, figure.basis.unit, language);
}

/** A range with its unit: "46.5–49 bn USD"; open ends are left out. */
export function rangeText(low: number, high: number, unit: string, language: Language, decimals?: number): string {
  const isShare = unit === "%" || unit === "pp";
  const scale = isShare ? 1 : scaleFor([low, high].filter(Number.isFinite));
  const places = decimals ?? placesFor([low, high].map((value) => value / scale));
  const number = (value: number) => formatNumber(value / scale, language, places);
  const [from, to] = [number(low), number(high)];
  const span = !Number.isFinite(low)
    ? `≤ ${to}`
    : !Number.isFinite(high)
      ? `≥ ${from}`
      : from === to
        ? from
        : `${from}–${to}`;
  const name = isShare ? unit : unitShort(unit, scale, language);
  return name === "" ? span : `${span} ${name}`;
}

/** Decimals that tell values apart, two at most. */
function placesFor(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  return [0, 1].find((places) => finite.every((value) => Math.abs(value - Number(value.toFixed(places))) < 1e-9)) ?? 2;
}

/** A count or sum without a unit, as a part of another: "791", "0.75 bn" of "3 bn". */
export function plainNumber(value: number, among: number, language: Language): string {
  const scale = Math.abs(among) < 1e6 ? 1 : scaleFor([among]);
  const text = formatNumber(value / scale, language, placesFor([value / scale]));
  return [text, unitShort("1", scale, language)].filter(Boolean).join("\u00a0");
}

/** The mark of a number that is not simply reported: "°" derived, "†" no source, "‡" forecast, "" else. */
export function markOf({status, evidence}: Figure): "" | "°" | "†" | "‡" {
  if (status === "forecast") return "‡";
  if (evidence === "unverified") return "†";
  return evidence === "derived" || status === "derived" ? "°" : "";
}
