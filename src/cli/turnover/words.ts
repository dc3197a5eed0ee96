import type {Language} from "../../base/label.ts";

/** The words of the turnover report. */
export interface Words {
  readonly title: (a: string, b: string) => string;
  readonly knownOn: (day: string) => string;
  readonly headings: {readonly turnover: string; readonly exports: (from: string, to: string) => string};
  readonly amount: (scale: number, unit: string) => string;
  readonly short: (scale: number) => string;
  readonly year: string;
  readonly part: string;
  readonly parts: string;
  readonly growth: string;
  readonly gap: string;
  readonly closed: string;
  readonly missing: string;
  readonly none: string;
  readonly also: string;
  readonly before: string;
  readonly stated: string;
  readonly changeMarks: Readonly<Record<"✓" | "≠" | "=", string>>;
  readonly reasons: string;
  readonly records: string;
  readonly highest: string;
  readonly lowest: string;
  readonly since: (period: string, certain: boolean) => string;
  readonly ever: (start: string) => string;
  readonly without: (periods: string, verified: boolean) => string;
  readonly against: string;
  readonly constant: (year: number) => string;
  readonly deflator: string;
  readonly belowPeak: (period: string, value: string) => string;
  readonly unverified: string;
  readonly noRecord: string;
  readonly slight: string;
  readonly sources: string;
  readonly signs: Readonly<Record<string, string>>;
}

const en: Words = {
  title: (a, b) => `${a} and ${b}: what they trade, on every basis`,
  knownOn: (day) => `as known on ${day}`,
  headings: {turnover: "Turnover", exports: (from, to) => `Exports of ${from} to ${to}`},
  amount: (scale, unit) => `${englishScale(scale)}${unit}`,
  short: (scale) => ({1e12: "tn", 1e9: "bn", 1e6: "m", 1e3: "k"})[scale] ?? "",
  year: "year",
  part: "period",
  parts: "parts of years",
  growth: "growth %",
  gap: "mirror gap",
  closed: "closed",
  missing: "missing",
  none: "No figures on any basis.",
  also: "Also stated on the same basis",
  before: "before",
  stated: "Growth as stated",
  changeMarks: {"✓": "fits the levels", "≠": "does not fit them", "=": "fits, as a level was worked out from it"},
  reasons: "Where to look for the gap",
  records: "Records",
  highest: "highest",
  lowest: "lowest",
  since: (period, certain) => (certain ? `since ${period}` : `since ${period}, or level with it`),
  ever: (start) => `since the series starts in ${start}`,
  without: (periods, verified) => `no ${verified ? "verified " : ""}figure for ${periods}`,
  against: "unless unverified figures hold",
  constant: (year) => `in constant ${year} prices`,
  deflator: "Constant prices by",
  belowPeak: (period, value) => `below ${period} (${value})`,
  unverified: "unverified",
  noRecord: "no record",
  slight: "Single figures",
  sources: "Sources",
  signs: {
    ᵈ: "derived",
    "?": "unverified",
    ᶠ: "forecast",
    "*": "see below",
    "≈": "about",
    "<": "almost or under",
    ">": "over",
    "≥": "at least",
    "≤": "up to"
  }
};

function englishScale(scale: number): string {
  const word = {1e12: "trillion", 1e9: "billion", 1e6: "million", 1e3: "thousand"}[scale];
  return word ? `${word} ` : "";
}

function russianScale(scale: number): string {
  const word = {1e12: "трлн", 1e9: "млрд", 1e6: "млн", 1e3: "тыс."}[scale];
  return word ? `${word} ` : "";
}

const ru: Words = {
  title: (a, b) => `${a} – ${b}: взаимная торговля по каждому учёту`,
  knownOn: (day) => `по данным на ${day}`,
  headings: {turnover: "Товарооборот", exports: (from, to) => `Экспорт: ${from} → ${to}`},
  amount: (scale, unit) => `${russianScale(scale)}${unit === "USD" ? "долл." : unit}`,
  short: (scale) => ({1e12: "трлн", 1e9: "млрд", 1e6: "млн", 1e3: "тыс."})[scale] ?? "",
  year: "год",
  part: "период",
  parts: "части года",
  growth: "рост, %",
  gap: "расхождение",
  closed: "закрыто",
  missing: "нет",
  none: "Данных нет ни по одному учёту.",
  also: "По тому же учёту называлось также",
  before: "прежде",
  stated: "Рост по сообщениям",
  changeMarks: {"✓": "сходится с уровнями", "≠": "не сходится", "=": "сходится, так как уровень вычислен из него"},
  reasons: "Где искать причину расхождения",
  records: "Рекорды",
  highest: "максимум",
  lowest: "минимум",
  since: (period, certain) => (certain ? `с ${period}` : `с ${period} или вровень с ним`),
  ever: (start) => `с начала ряда (${start})`,
  without: (periods, verified) => `нет ${verified ? "проверенных " : ""}чисел за ${periods}`,
  against: "если не верны непроверенные числа",
  constant: (year) => `в постоянных ценах ${year} г.`,
  deflator: "Постоянные цены по ряду",
  belowPeak: (period, value) => `ниже, чем ${period} (${value})`,
  unverified: "не проверено",
  noRecord: "не рекорд",
  slight: "Отдельные числа",
  sources: "Источники",
  signs: {
    ᵈ: "вычислено",
    "?": "не проверено",
    ᶠ: "прогноз",
    "*": "см. ниже",
    "≈": "около",
    "<": "почти или менее",
    ">": "свыше",
    "≥": "не менее",
    "≤": "до"
  }
};

/** The words of the turnover report in a language. */
export const words: Readonly<Record<Language, Words>> = {en, ru};
