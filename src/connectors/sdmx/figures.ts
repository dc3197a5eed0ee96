import type {Basis} from "../../base/figure.ts";
import {isPeriod} from "../../base/period.ts";
import type {Entity} from "../../base/register.ts";
import {isCurrency} from "../../base/units.ts";
import type {DataRecord} from "../../sdmx/records.ts";
import type {Codelist, DataStructure} from "../../sdmx/structures.ts";
import type {Draft} from "../connector.ts";
import {entityOf, maybeEconomyId} from "../shared/economies.ts";
import type {Notices} from "../shared/notices.ts";
import {euCodes, sdmxPeriod} from "./fixes.ts";

/** What the components of a dataflow are, by their usual names. */
export interface Layout {
  /** Ids of dimensions that tell what is measured: neither where, nor when, nor in which unit. */
  readonly rest: readonly string[];
  readonly area: string | undefined;
  readonly counterpart: string | undefined;
  readonly time: string;
  readonly measure: string;
  readonly unit: string | undefined;
}

const usual = {
  area: /^(REF_AREA|REFAREA|GEO|REPORTER|REPORTING_CTY|L_REP_CTY|COUNTRY|LOCATION|BORROWERS_CTY)$/i,
  counterpart: /^(COUNTERPART_AREA|COUNTERPART_COUNTRY|COUNT_AREA|PARTNER|COUNTERPART|VIS_A_VIS_AREA)$/i,
  unit: /^(UNIT|UNIT_MEASURE|CURRENCY|UNIT_OF_MEASURE)$/i,
  frequency: /^(FREQ|FREQUENCY)$/i
} as const;

/** Finds the components of a structure by the names that services give them. */
export function layoutOf({dimensions, measures, attributes}: DataStructure): Layout {
  const ids = dimensions.map(({id}) => id);
  const find = (pattern: RegExp) => ids.find((id) => pattern.test(id));
  const time = dimensions.find(({role}) => role === "time")?.id ?? "TIME_PERIOD";
  const [area, counterpart, frequency] = [find(usual.area), find(usual.counterpart), find(usual.frequency)];
  const unit = find(usual.unit) ?? attributes.find(({id}) => usual.unit.test(id))?.id;
  const taken = [time, area, counterpart, frequency, unit];
  return {
    rest: ids.filter((id) => !taken.includes(id)),
    area,
    counterpart,
    time,
    measure: measures[0]?.id ?? "OBS_VALUE",
    unit
  };
}

/** Names of codes, for areas that the house does not know. */
export function namesOf(codelists: readonly Codelist[]): (code: string) => string {
  const names = new Map(codelists.flatMap(({items}) => items.map(({id, names}) => [id, names.en ?? id] as const)));
  return (code) => names.get(code) ?? code;
}

/** An area as an id: that of the house, or one of the service's own, which becomes an entity of the pack. */
export interface Areas {
  readonly idOf: (code: string) => string;
  readonly entities: ReadonlyMap<string, Entity>;
}

/** Makes the areas of a service. */
export function makeAreas(service: string, nameOf: (code: string) => string): Areas {
  const entities = new Map<string, Entity>();
  const idOf = (code: string) => {
    const known = maybeEconomyId(euCodes.apply(code));
    if (known !== undefined) return known;
    const id = `${service.replace(/[^A-Za-z0-9]+/g, "-")}-${code.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;
    if (!entityOf(id)) entities.set(id, {id, kind: "region", names: {en: nameOf(code)}});
    return id;
  };
  return {idOf, entities};
}

/** An observation as a figure; undefined, with a notice, where its value or period is none. */
export function draftOf(
  record: DataRecord,
  layout: Layout,
  flow: string,
  {areas, notices, url, known}: {areas: Areas; notices: Notices; url: string; known: string | undefined}
): Draft | undefined {
  const period = sdmxPeriod.apply(record[layout.time] ?? "");
  if (!isPeriod(period)) {
    notices.note("unknown-period", "Observations left aside: a period that is not known", period || "nothing");
    return undefined;
  }
  const text = record[layout.measure];
  const value = text === undefined || text === "" || text === "NaN" ? null : Number(text);
  if (value !== null && !Number.isFinite(value)) {
    notices.note("no-number", "Observations left aside: a value that is no number", `${text}`);
    return undefined;
  }
  const scale = 10 ** Number(record.UNIT_MULT ?? 0);
  const note = statusNote(record);
  return {
    basis: basisOf(record, layout, flow, areas),
    period,
    value: value === null ? null : value * scale,
    status: statusOf(record, value),
    ...(note && {note}),
    ...(known && {known}),
    url
  };
}

function basisOf(record: DataRecord, layout: Layout, flow: string, {idOf}: Areas): Basis {
  const code = (id: string | undefined) => (id === undefined ? undefined : record[id]);
  const words = [flow, ...layout.rest.map((id) => record[id] ?? "")].map(slug).filter((word) => word !== "");
  const [area, counterpart, unit] = [code(layout.area), code(layout.counterpart), code(layout.unit)];
  const isMoney = unit !== undefined && isCurrency(unit);
  return {
    indicator: words.join("."),
    kind: "level",
    ...(area && {economy: idOf(area)}),
    ...(counterpart && {partner: idOf(counterpart)}),
    ...(isMoney && {prices: "current" as const}),
    unit: unit ?? "1"
  };
}

function slug(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function statusOf({OBS_STATUS, OBS_FLAG, CONF_STATUS}: DataRecord, value: number | null): Draft["status"] {
  if (value === null)
    return CONF_STATUS === "C" || /^[cC]$/.test(OBS_FLAG ?? "") || OBS_STATUS === "Q" ? "closed" : "missing";
  return OBS_STATUS === "F" || OBS_FLAG === "f" ? "forecast" : "reported";
}

const words: Readonly<Record<string, string>> = {
  E: "estimated",
  e: "estimated",
  P: "provisional",
  p: "provisional",
  B: "break in the series",
  b: "break in the series",
  I: "imputed",
  U: "of low reliability",
  u: "of low reliability"
};

function statusNote({OBS_STATUS, OBS_FLAG}: DataRecord): string | undefined {
  const word = words[OBS_STATUS ?? ""] ?? words[OBS_FLAG ?? ""];
  return word && `The service marks it as ${word}.`;
}
