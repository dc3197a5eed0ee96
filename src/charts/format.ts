import type {Figure} from "../base/figure.ts";
import type {Language} from "../base/label.ts";
import {monthsIn, parsePeriod, yearOf} from "../base/period.ts";
import {formatWords} from "./format-words.ts";
import {type UnitScale, unitName} from "./words.ts";

const noBreak = "\u00a0";

/** A number with a fixed count of decimals and a true minus sign. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return numberFormat(language, decimals).format(value).replace("-", "−");
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format takes longer than using it a hundred times. */
function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  let format = numberFormats.get(key);
  if (!format) {
    const options = {minimumFractionDigits: decimals, maximumFractionDigits: decimals};
    format = new Intl.NumberFormat(formatWords[language].numberLocale, options);
    numberFormats.set(key, format);
  }
  return format;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${options.year} ${options.month} ${options.day}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(formatWords[language].numberLocale, {...options, timeZone: "UTC"});
    dateFormats.set(key, format);
  }
  return format;
}

/** A change in per cent with its sign: "+14.3 %". */
export function formatPercent(value: number, language: Language, {signed = true, decimals = 1} = {}): string {
  return `${signed && value > 0 ? "+" : ""}${formatNumber(value, language, decimals)}${noBreak}%`;
}

/** Decimals that a figure's own precision carries at a scale: its step, else its interval, else two at most. */
export function decimalsOf({value, step, low, high}: Figure, scale: number): number {
  const precision = step ?? (low !== undefined && high !== undefined ? (high - low) / 2 : 0);
  if (precision > 0) return Math.min(2, Math.max(0, -Math.floor(Math.log10(precision / scale) + 1e-9)));
  const digits = String(Number(((value ?? 0) / scale).toFixed(2))).split(".")[1];
  return digits?.length ?? 0;
}

/** A figure's number at a scale with its approximation word: "almost 49". */
function formatValue(figure: Figure, language: Language, scale: UnitScale): string {
  const {value, bound} = figure;
  if (value === null) return formatWords[language].closed;
  return `${formatWords[language].bounds[bound]}${formatNumber(value / scale, language, decimalsOf(figure, scale))}`;
}

/** A figure's number with its scale and unit: "almost 49 bn USD", «почти 49 млрд долл. США». */
export function formatAmount(figure: Figure, language: Language, scale: UnitScale): string {
  const {unit} = figure.basis;
  if (unit === "%" || unit === "pp") return `${formatValue(figure, language, 1)}${noBreak}${unit}`;
  return [formatValue(figure, language, scale), unitShort(unit, scale, language)].filter(Boolean).join(noBreak);
}

/** A scale and unit in running text: "bn USD", «млрд долл. США». */
export function unitShort(unit: string, scale: UnitScale, language: Language): string {
  if (language === "ru") return unitName(unit, scale, "ru").replaceAll(" ", noBreak);
  return [formatWords.en.scales[scale], unit === "1" ? "" : unit].filter((word) => word !== "").join(noBreak);
}

/** A date of any precision, or a span of days, in words: "23 February 2024", "July 2022", "2021". */
export function formatDate(date: string, language: Language): string {
  if (/^\d{4}$/.test(date)) return date;
  const {start, end} = parsePeriod(date);
  const isMonths = monthsIn({text: date, start, end}) !== undefined;
  return formatSpan(start, end, language, isMonths ? "months" : "days", "long");
}

/** A period in words: "2023", "2023 Q1", "Jan–Sept 2019". */
export function formatPeriod(text: string, language: Language): string {
  const period = parsePeriod(text);
  const months = monthsIn(period);
  if (text === String(yearOf(period))) return text;
  const quarter = /^(\d{4})-Q(\d)$/.exec(text);
  if (quarter) return language === "en" ? `${quarter[1]} Q${quarter[2]}` : `${quarter[2]} кв. ${quarter[1]}`;
  if (months === undefined || months > 12) return formatSpan(period.start, period.end, language, "days", "short");
  const [first, last] = [period.start, period.end - 1].map((day) => monthName(day, language));
  return `${first === last ? first : `${first}–${last}`} ${yearOf(period)}`;
}

function monthName(day: number, language: Language): string {
  return dateFormat(language, {month: "short"}).format(new Date(day * oneDay));
}

const oneDay = 86_400_000;

function formatSpan(
  start: number,
  end: number,
  language: Language,
  of: "months" | "days",
  month: "short" | "long"
): string {
  const format = dateFormat(language, {year: "numeric", month, ...(of === "days" && {day: "numeric"})});
  const text = format.formatRange(new Date(start * oneDay), new Date((end - 1) * oneDay));
  return text.replace(/ г\.$/, `${noBreak}г.`);
}

/** Items joined as a sentence joins them: "a, b and c". */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(formatWords[language].numberLocale, {type: "conjunction"}).format(items);
}

/** Years in short: "2012, 2014–2016". */
export function formatYears(periods: readonly string[]): string {
  const runs: [string, string][] = [];
  for (const period of periods) {
    const last = runs.at(-1);
    if (last && Number(last[1]) + 1 === Number(period)) last[1] = period;
    else runs.push([period, period]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(", ");
}

/** Ends a sentence: adds a full stop unless an abbreviation, as «2024 г.», has brought one. */
export function stop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
