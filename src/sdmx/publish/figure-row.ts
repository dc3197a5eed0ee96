import type {Figure} from "../../base/figure.ts";
import {isoDay, monthsIn, type Period, parsePeriod} from "../../base/period.ts";
import type {Cell} from "../write/layout.ts";
import {type CodeBook, notApplicable, notStated, total} from "./code-book.ts";

/** A figure with what its data structure wants beside it. */
export interface StatedFigure {
  readonly figure: Figure;
  /** Who published it: the publisher of its first source; absent where there is no source. */
  readonly publisher?: string;
  /** 1 for the only statement of a publisher on one basis, period and day; further ones that contradict it count on. */
  readonly statement: number;
}

/** Dimensions of figures in key order. */
export const figureDimensions = [
  "FREQ",
  "INDICATOR",
  "KIND",
  "ECONOMY",
  "PARTNER",
  "REPORTER",
  "COVERAGE",
  "VALUATION",
  "PRODUCT",
  "PRICES",
  "UNIT_MEASURE",
  "ABOUT",
  "BASE_PERIOD",
  "PUBLISHER",
  "STATEMENT",
  "TIME_PERIOD"
] as const;

export type FigureDimension = (typeof figureDimensions)[number];

/** Dimensions whose codes depend on what is published. */
export const openDimensions = [
  "INDICATOR",
  "ECONOMY",
  "PARTNER",
  "REPORTER",
  "PRODUCT",
  "PRICES",
  "UNIT_MEASURE",
  "ABOUT",
  "BASE_PERIOD",
  "PUBLISHER",
  "STATEMENT"
] as const satisfies readonly FigureDimension[];

export type OpenDimension = (typeof openDimensions)[number];

/** The value of each open dimension as figures have it; undefined where it does not apply. */
export function openValues({
  figure,
  publisher,
  statement
}: StatedFigure): Readonly<Record<OpenDimension, string | undefined>> {
  const {basis, base} = figure;
  const {prices, product} = basis;
  return {
    INDICATOR: basis.indicator,
    ECONOMY: basis.economy,
    PARTNER: basis.partner,
    REPORTER: basis.reporter,
    PRODUCT: product && `${product.scheme}:${product.code}`,
    PRICES: typeof prices === "object" ? `constant ${prices.constant} (${prices.deflator})` : prices,
    UNIT_MEASURE: basis.unit,
    ABOUT: basis.about,
    BASE_PERIOD: base && parsePeriod(base).text,
    PUBLISHER: publisher,
    STATEMENT: String(statement)
  };
}

/** What an absent value stands for: whose books is not stated, the product is all of them, others do not apply. */
export function absentCode(dimension: OpenDimension): string {
  if (dimension === "REPORTER" || dimension === "PUBLISHER") return notStated;
  return dimension === "PRODUCT" ? total : notApplicable;
}

const coverageCodes = {goods: "G", services: "S", "goods+services": "GS", unstated: notStated} as const;
const valuationCodes = {fob: "FOB", cif: "CIF", mixed: "MIX", unstated: notStated} as const;

/** Attributes of figures: id → level. */
export const figureAttributes = [
  "UNIT_MULT",
  "OBS_STATUS",
  "CONF_STATUS",
  "FIGURE_STATUS",
  "STAGE",
  "BOUND",
  "PRECISION",
  "EVIDENCE",
  "KNOWN",
  "SHARE_NUMERATOR",
  "SHARE_DENOMINATOR",
  "SHARE_RULE",
  "SOURCES",
  "FORMULA",
  "INPUTS",
  "FIGURE_ID",
  "COMMENT_OBS"
] as const;

/** A figure as a row: dimensions, then OBS_VALUE, LOWER and UPPER, then attributes. */
export function figureRow(stated: StatedFigure, books: Readonly<Record<OpenDimension, CodeBook>>): Cell[] {
  const {figure} = stated;
  const {basis, of} = figure;
  const values = openValues(stated);
  const period = parsePeriod(figure.period);
  const open = (dimension: OpenDimension) => {
    const value = values[dimension];
    return value === undefined ? absentCode(dimension) : books[dimension].codeOf(value);
  };
  return [
    frequencyOf(period),
    open("INDICATOR"),
    basis.kind,
    open("ECONOMY"),
    open("PARTNER"),
    open("REPORTER"),
    basis.coverage ? coverageCodes[basis.coverage] : notApplicable,
    basis.valuation ? valuationCodes[basis.valuation] : notApplicable,
    open("PRODUCT"),
    open("PRICES"),
    open("UNIT_MEASURE"),
    open("ABOUT"),
    open("BASE_PERIOD"),
    open("PUBLISHER"),
    open("STATEMENT"),
    timePeriodOf(period),
    figure.value,
    figure.low ?? null,
    figure.high ?? null,
    "0",
    observationStatus(figure),
    figure.status === "closed" ? "N" : "F",
    figure.status,
    figure.stage ?? null,
    figure.bound,
    figure.step ?? null,
    figure.evidence,
    figure.known,
    of?.numerator ?? null,
    of?.denominator ?? null,
    of?.rule ?? null,
    figure.sources.length > 0 ? figure.sources.join(" ") : null,
    figure.formula ?? null,
    figure.inputs && figure.inputs.length > 0 ? figure.inputs.join(" ") : null,
    figure.id,
    figure.note ?? null
  ];
}

/** Closed and missing values, estimates and forecasts by the codes that SDMX has for them; then provisional, then unverified ones. */
function observationStatus({status, stage, evidence}: Figure): string {
  if (status === "closed") return "Q";
  if (status === "missing") return "O";
  if (status === "forecast") return "F";
  if (status === "modelled") return "E";
  if (status === "reconciled") return "I";
  if (stage === "during" || stage === "preliminary") return "P";
  return evidence === "unverified" ? "V" : "A";
}

const months: Readonly<Record<number, string>> = {1: "M", 3: "Q", 6: "S", 12: "A"};

/** Frequency of a period: spans that are no year, half, quarter, month or day are "_O". */
export function frequencyOf({text, start, end}: Period): string {
  if (text.includes("/")) return "_O";
  return end - start === 1 ? "D" : (months[monthsIn({text, start, end}) ?? 0] ?? "_O");
}

/** A period as SDMX writes it: ranges have a start and a duration. */
export function timePeriodOf(period: Period): string {
  const {text, start, end} = period;
  if (!text.includes("/")) return text;
  const length = monthsIn(period);
  if (length === undefined) return `${isoDay(start)}/P${end - start}D`;
  return `${isoDay(start)}/${length % 12 === 0 ? `P${length / 12}Y` : `P${length}M`}`;
}
