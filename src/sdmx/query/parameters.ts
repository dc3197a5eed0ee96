import type {DataQuery, SortKey} from "./data-query.ts";
import {semanticFault, syntaxFault} from "./faults.ts";
import {parseFilter} from "./filters.ts";
import {parseTimePeriod} from "./time-period.ts";

/** Parameters of a query string, in order, decoded once; a plus stays a plus. */
export type Parameters = readonly (readonly [name: string, value: string])[];

/**
 * Reads a query string. `+` is not a space here, because SDMX gives it meanings of its own; brackets may come as they are or
 * as %5B and %5D. Throws at malformed percent signs.
 */
export function parseQueryString(search: string): Parameters {
  const text = search.startsWith("?") ? search.slice(1) : search;
  if (text === "") return [];
  return text
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
      return [decodePart(name), decodePart(value)] as const;
    });
}

/** Decodes a part of an address; throws a fault where percent signs are malformed. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw syntaxFault(`Address has a malformed percent sign in "${text.slice(0, 60)}"`);
  }
}

/** Parameters by name; throws at names that are not known and at ones that stand twice, `c[…]` aside. */
export function namedParameters(parameters: Parameters, known: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of parameters) {
    if (name.startsWith("c[") && known.includes("c")) continue;
    if (!known.includes(name))
      throw syntaxFault(`Parameter "${name.slice(0, 60)}" is not known here, wanted one of ${known.join(", ")}`);
    if (found.has(name)) throw syntaxFault(`Parameter "${name}" stands twice`);
    found.set(name, value);
  }
  return found;
}

/** One of some words; throws a fault that lists them. */
export function oneOf<Word extends string>(
  name: string,
  value: string | undefined,
  words: readonly Word[],
  fallback: Word
): Word {
  if (value === undefined) return fallback;
  const found = words.find((word) => word.toLowerCase() === value.toLowerCase());
  if (!found) throw syntaxFault(`Parameter ${name} is "${value.slice(0, 40)}", wanted one of ${words.join(", ")}`);
  return found;
}

function wholeNumber(name: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value) || Number(value) < least)
    throw syntaxFault(`Parameter ${name} is "${value.slice(0, 40)}", wanted a whole number of at least ${least}`);
  return Number(value);
}

/** Milliseconds of a date-time. A plus that a client decoded to a space is taken for the plus it was. */
export function moment(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const text = value.replace(/ (\d{2}:\d{2})$/, "+$1");
  const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text);
  const time = isDate ? Date.parse(/T.*(Z|[+-]\d{2}:\d{2})$|^[^T]*$/.test(text) ? text : `${text}Z`) : Number.NaN;
  if (Number.isNaN(time))
    throw syntaxFault(`Parameter ${name} is "${value.slice(0, 40)}", wanted a date-time as 2024-01-31T12:00:00Z`);
  return time;
}

function yearStart(value: string | undefined): string | undefined {
  if (value !== undefined && !/^--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value))
    throw syntaxFault(`Parameter reportingYearStartDay is "${value.slice(0, 40)}", wanted --MM-DD`);
  return value;
}

function component(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^[A-Za-z][A-Za-z\d_-]*$/.test(value))
    throw syntaxFault(`Parameter ${name} is "${value.slice(0, 40)}", wanted the id of a component`);
  return value;
}

function ids(name: string, value: string | undefined, fallback: string): readonly string[] {
  return (value ?? fallback).split(",").map((one) => {
    if (!/^[A-Za-z][A-Za-z\d_.-]*$/.test(one))
      throw syntaxFault(`Parameter ${name} has "${one.slice(0, 40)}", wanted ids or one of its words`);
    return one;
  });
}

const parameters21 = [
  "startPeriod",
  "endPeriod",
  "updatedAfter",
  "firstNObservations",
  "lastNObservations",
  "dimensionAtObservation",
  "detail",
  "includeHistory",
  "format"
] as const;

/** Reads the parameters of a 2.1 data request. */
export function parseDataQuery21(key: string, parameters: Parameters): DataQuery {
  const of = namedParameters(parameters, parameters21);
  const detail = oneOf("detail", of.get("detail"), ["full", "dataonly", "serieskeysonly", "nodata"], "full");
  const [start, end] = [of.get("startPeriod"), of.get("endPeriod")];
  for (const value of [start, end]) if (value !== undefined) assertPeriod(value);
  const conditions = [
    ...(start === undefined ? [] : [{operator: "ge" as const, value: start}]),
    ...(end === undefined ? [] : [{operator: "le" as const, value: end}])
  ];
  return {
    key,
    filters: conditions.length > 0 ? [{component: "TIME_PERIOD", anyOf: [conditions]}] : [],
    ...shared(of),
    offset: 0,
    measures: detail === "full" || detail === "dataonly" ? "all" : "none",
    attributes: detail === "full" ? ["all"] : detail === "nodata" ? ["series", "dataset"] : ["none"],
    observations: detail === "full" || detail === "dataonly"
  };
}

function assertPeriod(value: string): void {
  try {
    parseTimePeriod(value);
  } catch (error) {
    throw syntaxFault((error as Error).message);
  }
}

const parameters30 = [
  "c",
  "updatedAfter",
  "firstNObservations",
  "lastNObservations",
  "dimensionAtObservation",
  "attributes",
  "measures",
  "includeHistory",
  "offset",
  "limit",
  "sort",
  "asOf",
  "reportingYearStartDay",
  "format"
] as const;

/** Reads the parameters of a 3.0 data request. */
export function parseDataQuery30(key: string, parameters: Parameters): DataQuery {
  const of = namedParameters(parameters, parameters30);
  const asOf = moment("asOf", of.get("asOf"));
  const sort = of.get("sort");
  const limit = wholeNumber("limit", of.get("limit"), 1);
  const start = yearStart(of.get("reportingYearStartDay"));
  const common = shared(of);
  if (asOf !== undefined && common.updatedAfter !== undefined && common.updatedAfter > asOf)
    throw syntaxFault("Parameter updatedAfter is later than asOf, wanted an earlier moment");
  const measures = ids("measures", of.get("measures"), "all");
  return {
    key,
    filters: componentFilters(parameters),
    ...common,
    ...(asOf !== undefined && {asOf}),
    offset: wholeNumber("offset", of.get("offset"), 0) ?? 0,
    ...(limit !== undefined && {limit}),
    ...(sort !== undefined && {sort: parseSort(sort)}),
    ...(start !== undefined && {reportingYearStart: start}),
    measures: measures[0] === "all" || measures[0] === "none" ? measures[0] : measures,
    attributes: ids("attributes", of.get("attributes"), "dsd"),
    observations: true
  };
}

function shared(of: ReadonlyMap<string, string>) {
  const updatedAfter = moment("updatedAfter", of.get("updatedAfter"));
  const firstN = wholeNumber("firstNObservations", of.get("firstNObservations"), 1);
  const lastN = wholeNumber("lastNObservations", of.get("lastNObservations"), 1);
  const dimensionAtObservation = component("dimensionAtObservation", of.get("dimensionAtObservation"));
  return {
    ...(updatedAfter !== undefined && {updatedAfter}),
    ...(firstN !== undefined && {firstN}),
    ...(lastN !== undefined && {lastN}),
    ...(dimensionAtObservation !== undefined && {dimensionAtObservation}),
    includeHistory: oneOf("includeHistory", of.get("includeHistory"), ["true", "false"], "false") === "true"
  };
}

/** The `c[…]` parameters; the same component may stand several times, and all have to hold. */
export function componentFilters(parameters: Parameters): DataQuery["filters"] {
  return parameters.flatMap(([name, value]) => {
    if (!name.startsWith("c[")) return [];
    const match = /^c\[([A-Za-z][A-Za-z\d_.-]*)\]$/.exec(name);
    if (!match) throw syntaxFault(`Parameter "${name.slice(0, 60)}" is not c[COMPONENT]`);
    return [parseFilter(match[1]!, value)];
  });
}

function parseSort(text: string): SortKey[] {
  return text.split("+").map((one) => {
    const match = /^(\*|[A-Za-z0-9_@$-]+)(?::(asc|desc))?$/.exec(one);
    if (!match)
      throw syntaxFault(`Parameter sort has "${one.slice(0, 40)}", wanted COMPONENT, COMPONENT:asc or COMPONENT:desc`);
    return {component: match[1]!, descending: match[2] === "desc"};
  });
}

/** Throws where an id is no component of the structure. */
export function assertComponents(wanted: readonly string[], known: readonly string[], where: string): void {
  const wrong = wanted.find((id) => !known.includes(id));
  if (wrong !== undefined)
    throw semanticFault(`${where} names the component "${wrong}", wanted one of ${known.join(", ")}`);
}
