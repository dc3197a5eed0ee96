import type {Language} from "./label.ts";
import {lazily} from "./lazily.ts";

export {type UnitWord, unitWords} from "./data/unit-words.ts";

const currencyNames = lazily(() => new Intl.DisplayNames(["en"], {type: "currency", fallback: "none"}));

/** Whether a unit is a currency code of ISO 4217, past ones included; "XXX" is the currency that is not stated. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && currencyNames().of(code) !== undefined;
}

/** Powers of a thousand in which amounts are written, largest first; below a million they are written out. */
const scales = [
  {from: 1e12, en: "tn", ru: "трлн"},
  {from: 1e9, en: "bn", ru: "млрд"},
  {from: 1e6, en: "mn", ru: "млн"}
] as const;

/** How units are written; codes that are not here stand as they are. */
const signs: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = {
  "1": {en: "", ru: ""},
  XXX: {en: "(currency not stated)", ru: "(валюта не указана)"},
  USD: {ru: "долл."},
  EUR: {ru: "евро"},
  RUB: {ru: "рос. руб."},
  BYN: {ru: "бел. руб."},
  KZT: {ru: "тенге"},
  CNY: {ru: "юаней"},
  pp: {ru: "п.п."},
  x: {en: "times", ru: "раза"},
  t: {ru: "т"},
  kg: {ru: "кг"},
  m3: {en: "m³", ru: "м³"},
  "1000m3": {en: "1,000 m³", ru: "1000 м³"},
  "kW.h": {en: "kWh", ru: "кВт·ч"},
  kW: {ru: "кВт"},
  bbl: {ru: "барр."},
  km: {ru: "км"},
  km2: {en: "km²", ru: "км²"},
  m2: {en: "m²", ru: "м²"},
  ha: {ru: "га"},
  "t.km": {en: "tkm", ru: "ткм"}
};

const formats = new Map<string, Intl.NumberFormat>();

/**
 * Writes an amount in short scale: "33.3 bn USD", «33,3 млрд долл.», "7.3%", "1,234 t". `digits` are the significant
 * digits kept, defaults to 3; digits before the point are never rounded away below a million.
 */
export function formatAmount(
  value: number,
  unit: string,
  language: Language = "en",
  {digits = 3}: {digits?: number} = {}
): string {
  const scale = isScaled(unit) ? scaleOf(value, digits) : undefined;
  const number = scale ? value / scale.from : value;
  const text = formatNumber(number, digits, language);
  if (unit === "%") return language === "en" ? `${text}%` : `${text} %`;
  return [text, scale?.[language], unitSign(unit, language)].filter(Boolean).join(" ");
}

/** Shares, ratios and prices are written out: no one says a thousand millions of per cent. */
function isScaled(unit: string): boolean {
  return unit !== "%" && unit !== "pp" && unit !== "x" && !unit.includes("/");
}

/** The largest scale that the rounded value reaches: 999 960 000 is 1 bn in three digits. */
function scaleOf(value: number, digits: number): (typeof scales)[number] | undefined {
  const size = Number(Math.abs(value).toPrecision(digits));
  return scales.find(({from}) => size >= from);
}

function formatNumber(value: number, digits: number, language: Language): string {
  const whole = Math.abs(value) < 1 ? 0 : Math.floor(Math.log10(Math.abs(value))) + 1;
  const kept = Math.min(21, Math.max(digits, whole));
  const key = `${language} ${kept}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, {maximumSignificantDigits: kept});
    formats.set(key, format);
  }
  return format.format(value);
}

/** How a unit is written in a language; of a quotient each side: "RUB/USD", «рос. руб./1000 м³». */
export function unitSign(unit: string, language: Language = "en"): string {
  return unit
    .split("/")
    .map((part) => signs[part]?.[language] ?? part)
    .join("/");
}
