import type {Offer} from "./negotiation.ts";

/** A representation of data. */
export interface DataOffer extends Offer {
  readonly writer:
    | {readonly kind: "json"; readonly version: "1.0.0" | "2.0.0"}
    | {readonly kind: "csv"; readonly version: 1 | 2}
    | {
        readonly kind: "xml";
        readonly format: "generic-2.1" | "specific-2.1" | "specific-3.0";
        readonly timeSeries?: true;
      };
}

/** A representation of structures. */
export interface StructureOffer extends Offer {
  readonly writer:
    | {readonly kind: "json"; readonly version: "1.0.0" | "2.0.0"}
    | {readonly kind: "xml"; readonly version: "2.1" | "3.0"};
}

/** A representation of a schema: as XML schema, or as the structures it follows from. */
export interface SchemaOffer extends Offer {
  readonly writer: StructureOffer["writer"] | {readonly kind: "schema"; readonly version: "2.1" | "3.0"};
}

const vendor = "application/vnd.sdmx.";

function offer<Writer>(type: string, writer: Writer, formats: readonly string[], aliases: readonly string[] = []) {
  return {type: `${vendor}${type}`, writer, formats, aliases};
}

const xml = ["application/xml", "text/xml"];
const json = ["application/json"];
const csv = ["text/csv", "application/csv"];

const data21: readonly DataOffer[] = [
  offer("genericdata+xml;version=2.1", {kind: "xml", format: "generic-2.1"} as const, ["generic", "genericdata"], xml),
  offer("structurespecificdata+xml;version=2.1", {kind: "xml", format: "specific-2.1"} as const, [
    "structurespecific",
    "structurespecificdata"
  ]),
  offer("generictimeseriesdata+xml;version=2.1", {kind: "xml", format: "generic-2.1", timeSeries: true} as const, [
    "generictimeseriesdata"
  ]),
  offer(
    "structurespecifictimeseriesdata+xml;version=2.1",
    {kind: "xml", format: "specific-2.1", timeSeries: true} as const,
    ["structurespecifictimeseriesdata"]
  ),
  offer("data+json;version=1.0.0", {kind: "json", version: "1.0.0"} as const, ["jsondata"], json),
  offer("data+csv;version=1.0.0", {kind: "csv", version: 1} as const, ["csvdata"], csv)
];

/** Data of the 2.1 service; the first is sent where nothing is asked for. */
export const dataOffers21: readonly DataOffer[] = data21.map((one) => withShortFormats(one));

/** Data of the 3.0 service: its own representations, then all those of 2.1. */
export const dataOffers30: readonly DataOffer[] = [
  offer("data+json;version=2.0.0", {kind: "json", version: "2.0.0"} as const, ["json"], json),
  offer("data+csv;version=2.0.0", {kind: "csv", version: 2} as const, ["csv"], csv),
  offer("data+xml;version=3.0.0", {kind: "xml", format: "specific-3.0"} as const, ["xml"], xml),
  ...data21.map((one) => ({...one, aliases: []}))
];

function withShortFormats(one: DataOffer): DataOffer {
  const {kind} = one.writer;
  const short = kind === "xml" && one.formats[0] !== "generic" ? [] : [kind];
  return {...one, formats: [...one.formats, ...short]};
}

const structure21: readonly StructureOffer[] = [
  offer("structure+xml;version=2.1", {kind: "xml", version: "2.1"} as const, ["xml", "structure"], xml),
  offer("structure+json;version=1.0.0", {kind: "json", version: "1.0.0"} as const, ["json"], json)
];

export const structureOffers21 = structure21;

export const structureOffers30: readonly StructureOffer[] = [
  offer("structure+json;version=2.0.0", {kind: "json", version: "2.0.0"} as const, ["json"], json),
  offer("structure+xml;version=3.0.0", {kind: "xml", version: "3.0"} as const, ["xml"], xml),
  ...structure21.map((one) => ({...one, formats: [], aliases: []}))
];

export const schemaOffers21: readonly SchemaOffer[] = [
  offer("schema+xml;version=2.1", {kind: "schema", version: "2.1"} as const, ["xml", "schema"], xml),
  ...structure21.map((one) => ({
    ...one,
    formats: one.formats.filter((word) => word !== "xml"),
    aliases: one.writer.kind === "json" ? json : []
  }))
];

export const schemaOffers30: readonly SchemaOffer[] = [
  offer("schema+xml;version=3.0.0", {kind: "schema", version: "3.0"} as const, ["xml", "schema"], xml),
  offer("structure+json;version=2.0.0", {kind: "json", version: "2.0.0"} as const, ["json", "structure"], json),
  offer("structure+xml;version=3.0.0", {kind: "xml", version: "3.0"} as const, []),
  offer("schema+xml;version=2.1", {kind: "schema", version: "2.1"} as const, []),
  ...structure21.map((one) => ({...one, formats: [], aliases: []}))
];
