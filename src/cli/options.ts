import {languages} from "../base/label.ts";
import {isoDay, isPeriod, latestDay, parsePeriod} from "../base/period.ts";
import {colorModes} from "./terminal/style.ts";

/** Reads a date of any precision and gives its latest day: "2024" is 2024-12-31. */
export function parseDate(text: string): string {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text) || !isPeriod(text))
    throw new SyntaxError(`found "${text}", wanted a date as 2024, 2024-02 or 2024-02-23`);
  return isoDay(latestDay(text));
}

/** Reads a period into its canonical text. */
export function parsePeriodOption(text: string): string {
  if (!isPeriod(text))
    throw new SyntaxError(`found "${text}", wanted a period as 2023, 2023-Q1, 2023-06, 2019/2023 or 2023-01/2023-09`);
  return parsePeriod(text).text;
}

/** A product by classification and code. */
export interface ProductOption {
  readonly scheme: string;
  readonly code: string;
}

/** Reads a product: "HS:27". */
export function parseProduct(text: string): ProductOption {
  const [, scheme, code] = /^([A-Za-z][A-Za-z0-9.]*):([A-Za-z0-9.]+)$/.exec(text) ?? [];
  if (!scheme || !code) throw new SyntaxError(`found "${text}", wanted a classification and a code as HS:27`);
  return {scheme, code};
}

/** Any text that is not empty. */
export function parsePath(text: string): string {
  if (text === "") throw new SyntaxError('found "", wanted a path');
  return text;
}

/** Reads a whole number from 0. */
export function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new SyntaxError(`found "${text}", wanted a whole number from 0`);
  return Number(text);
}

/** `--pack`, which may be given several times. */
export const packFlag = {
  kind: "parsed",
  parse: parsePath,
  variadic: true,
  optional: true,
  brief: "Folder of a pack; may be given several times",
  placeholder: "folder"
} as const;

/** `--as-of`. */
export const asOfFlag = {
  kind: "parsed",
  parse: parseDate,
  optional: true,
  brief: "What was known by this day: 2024-02-23; today by default",
  placeholder: "date"
} as const;

/** `--store`. */
export const storeFlag = {
  kind: "parsed",
  parse: parsePath,
  optional: true,
  brief: "File into which packs are loaded; one in the cache by default",
  placeholder: "file"
} as const;

/** `--language`. */
export const languageFlag = {
  kind: "enum",
  values: languages,
  default: "en",
  brief: "Language of the answer"
} as const;

/** `--color`. */
export const colorFlag = {
  kind: "enum",
  values: colorModes,
  default: "auto",
  brief: "Colours; auto: in a terminal without NO_COLOR"
} as const;

/** `--json`. */
export const jsonFlag = {kind: "boolean", optional: true, withNegated: false, brief: "Write JSON"} as const;
