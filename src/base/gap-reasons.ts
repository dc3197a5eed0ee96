import type {Language} from "./label.ts";

/** Rules that may fit a mirror gap: places to look, no findings. */
export const gapReasonCodes = [
  "one-sided",
  "closed",
  "within-rounding",
  "valuation",
  "scope",
  "unit-error",
  "re-exports",
  "secret-codes",
  "conflicting",
  "unverified"
] as const;
export type GapReason = (typeof gapReasonCodes)[number];

/** What the rules say, whatever the figures; each can go on behind a colon. */
export const gapReasonWords: Readonly<Record<Language, Readonly<Record<GapReason, string>>>> = {
  en: {
    "one-sided": "one side has no figure",
    closed: "one side keeps the figure closed",
    "within-rounding": "the same number before rounding, perhaps",
    valuation: "imports are usually valued CIF, exports FOB: freight and insurance",
    scope: "the sides count different things",
    "unit-error": "the ratio is near a power of ten: a slip in the unit",
    "re-exports": "re-exports are in the flow, which the other side may book by origin",
    "secret-codes": "part is booked under a code that hides the product",
    conflicting: "a side has other statements that differ",
    unverified: "a figure has no verified source"
  },
  ru: {
    "one-sided": "у одной из сторон нет числа",
    closed: "одна из сторон закрыла данные",
    "within-rounding": "до округления это может быть одно и то же число",
    valuation: "импорт обычно по ценам СИФ, экспорт – ФОБ: перевозка и страхование",
    scope: "стороны считают разное",
    "unit-error": "отношение близко к степени десяти: возможна ошибка в единицах",
    "re-exports": "в потоке есть реэкспорт, который другая сторона может учесть по происхождению",
    "secret-codes": "часть учтена под кодом, скрывающим товар",
    conflicting: "у стороны есть и другие, несовпадающие числа",
    unverified: "у числа нет проверенного источника"
  }
};
