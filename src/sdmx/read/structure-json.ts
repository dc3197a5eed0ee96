import {ConcordError} from "../../base/errors.ts";
import type {Chunks} from "../records.ts";
import type {
  Attachment,
  Attribute,
  Category,
  Concept,
  DataConstraint,
  DataStructure,
  Dimension,
  Item,
  ItemReference,
  KeyValues,
  Representation,
  Structure,
  StructureMessage,
  StructureReference,
  StructureType,
  Texts
} from "../structures.ts";
import {parseUrn} from "../urn.ts";
import {joinChunks, parseJson} from "./message-text.ts";

type Json = Readonly<Record<string, unknown>>;

/** Longest structure message in characters. */
const limit = 400_000_000;

/** Reads SDMX-JSON structure messages 1.0, 2.0 and 2.1: the types that `readStructureXml` reads. */
export async function readStructureJson(chunks: Chunks): Promise<StructureMessage> {
  const message = parseJson(await joinChunks(chunks, limit)) as Json;
  const data = message.data as Json | undefined;
  const fault = (message.errors as Json[] | undefined)?.[0];
  if (fault && !data)
    throw new ConcordError(
      "bad_data",
      `SDMX service answered with error ${fault.code}: ${fault.title ?? fault.detail ?? ""}`,
      {
        details: {code: fault.code}
      }
    );
  if (typeof data !== "object" || data === null)
    throw new ConcordError("bad_data", `SDMX-JSON is no structure message: it has no "data"`);
  const structures = Object.entries(data).flatMap(([name, list]) => {
    const read = readers[name];
    return read && Array.isArray(list) ? (list as Json[]).map(read) : [];
  });
  return {structures};
}

const readers: Readonly<Record<string, (json: Json) => Structure>> = {
  agencySchemes: (json) => ({...maintained(json, "agencyscheme"), items: list(json, "agencies").map(item)}),
  dataProviderSchemes: (json) => ({
    ...maintained(json, "dataproviderscheme"),
    items: list(json, "dataProviders").map(item)
  }),
  codelists: (json) => ({...maintained(json, "codelist"), items: list(json, "codes").map(item)}),
  conceptSchemes: (json) => ({...maintained(json, "conceptscheme"), items: list(json, "concepts").map(concept)}),
  categorySchemes: (json) => ({...maintained(json, "categoryscheme"), items: list(json, "categories").map(category)}),
  categorisations: categorisation,
  dataflows: dataflow,
  dataStructures: dataStructure,
  contentConstraints: constraint,
  dataConstraints: constraint
};

function list(json: Json | undefined, name: string): Json[] {
  return (json?.[name] as Json[] | undefined) ?? [];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function maintained<Type extends StructureType>(json: Json, type: Type) {
  const descriptions = texts(json, "description");
  const structureURL = text(json.structureURL);
  return {
    type,
    agency: text(json.agencyID) ?? "",
    id: text(json.id) ?? "",
    version: text(json.version) ?? "1.0",
    names: texts(json, "name") ?? {},
    ...(descriptions && {descriptions}),
    ...(json.isPartial === true && {isPartial: true}),
    ...(json.isExternalReference === true && {isExternalReference: true}),
    ...(structureURL !== undefined && {structureURL})
  };
}

/** `names` by language, else `name` alone, which is in the language that suits the reader best. */
function texts(json: Json, name: "name" | "description"): Texts | undefined {
  const all = json[`${name}s`];
  if (typeof all === "object" && all !== null) return all as Texts;
  const one = json[name];
  return typeof one === "string" ? {en: one} : undefined;
}

function item(json: Json): Item {
  const descriptions = texts(json, "description");
  const parent = text(json.parent);
  return {
    id: text(json.id) ?? "",
    names: texts(json, "name") ?? {},
    ...(descriptions && {descriptions}),
    ...(parent !== undefined && {parent: parseUrn(parent)?.item ?? parent})
  };
}

function concept(json: Json): Concept {
  const representation = representationOf(json.coreRepresentation as Json | undefined);
  return {...item(json), ...(representation && {representation})};
}

function category(json: Json): Category {
  const children = list(json, "categories").map(category);
  return {...item(json), ...(children.length > 0 && {children})};
}

const nowhere: StructureReference = {type: "conceptscheme", agency: "", id: "", version: "1.0"};

function itemReference(urn: unknown): ItemReference {
  const found = parseUrn(text(urn) ?? "");
  return {scheme: found?.reference ?? nowhere, item: found?.item ?? ""};
}

function representationOf(json: Json | undefined): Representation | undefined {
  const codelist = parseUrn(text(json?.enumeration) ?? "")?.reference;
  if (codelist?.type === "codelist") return {codelist: codelist as StructureReference<"codelist">};
  const format = (json?.textFormat ?? json?.format) as Json | undefined;
  const textType = text(format?.textType ?? format?.dataType);
  return textType === undefined ? undefined : {textType};
}

function component(json: Json) {
  const concept = itemReference(json.conceptIdentity);
  const representation = representationOf(json.localRepresentation as Json | undefined);
  return {id: text(json.id) ?? concept.item, concept, ...(representation && {representation})};
}

function dataStructure(json: Json): DataStructure {
  const components = json.dataStructureComponents as Json | undefined;
  const dimensionList = components?.dimensionList as Json | undefined;
  const measureList = components?.measureList as Json | undefined;
  const groups = new Map(
    list(components, "groups").map((group) => [
      text(group.id) ?? "",
      (group.groupDimensions as string[] | undefined) ?? []
    ])
  );
  const single = (value: unknown) => (Array.isArray(value) ? (value as Json[]) : value ? [value as Json] : []);
  const time = [...single(dimensionList?.timeDimension), ...single(dimensionList?.timeDimensions)];
  const plain = [
    ...list(dimensionList, "dimensions").map((one) => ({one, role: "plain" as Dimension["role"]})),
    ...list(dimensionList, "measureDimensions").map((one) => ({one, role: "measure" as Dimension["role"]}))
  ];
  if (plain.every(({one}) => typeof one.position === "number"))
    plain.sort((a, b) => (a.one.position as number) - (b.one.position as number));
  const measures = [...single(measureList?.primaryMeasure), ...list(measureList, "measures")];
  return {
    ...maintained(json, "datastructure"),
    dimensions: [...plain, ...time.map((one) => ({one, role: "time" as const}))].map(({one, role}) => ({
      ...component(one),
      role
    })),
    measures: measures.map((one) => ({...component(one), mandatory: one.usage === "mandatory"})),
    attributes: list(components?.attributeList as Json | undefined, "attributes").map((one) => attribute(one, groups))
  };
}

function attribute(json: Json, groups: ReadonlyMap<string, readonly string[]>): Attribute {
  const status = text(json.assignmentStatus ?? json.usage) ?? "";
  return {
    ...component(json),
    attachment: attachmentOf(json.attributeRelationship as Json | undefined, groups),
    mandatory: status.toLowerCase() === "mandatory"
  };
}

function attachmentOf(json: Json | undefined, groups: ReadonlyMap<string, readonly string[]>): Attachment {
  const group = text(json?.group);
  if (group !== undefined) return {dimensions: groups.get(group) ?? []};
  const dimensions = json?.dimensions as string[] | undefined;
  if (dimensions && dimensions.length > 0) return {dimensions};
  return json?.primaryMeasure !== undefined || json?.observation !== undefined ? "observation" : "dataset";
}

function dataflow(json: Json): Structure {
  const found = parseUrn(text(json.structure) ?? "")?.reference;
  return {
    ...maintained(json, "dataflow"),
    ...(found?.type === "datastructure" && {structure: found as StructureReference<"datastructure">})
  };
}

function categorisation(json: Json): Structure {
  return {
    ...maintained(json, "categorisation"),
    source: parseUrn(text(json.source) ?? "")?.reference ?? nowhere,
    target: itemReference(json.target)
  };
}

function constraint(json: Json): DataConstraint {
  const attachment = (json.constraintAttachment ?? {}) as Readonly<Record<string, unknown>>;
  const region = list(json, "cubeRegions").find((one) => one.include !== false && one.isIncluded !== false);
  const values = [...list(region, "keyValues"), ...list(region, "components"), ...list(region, "attributes")];
  return {
    ...maintained(json, "dataconstraint"),
    role: (text(json.type ?? json.role) ?? "").toLowerCase() === "actual" ? "actual" : "allowed",
    attachedTo: Object.values(attachment)
      .flatMap((urns) => (Array.isArray(urns) ? (urns as unknown[]) : []))
      .flatMap((urn) => parseUrn(text(urn) ?? "")?.reference ?? []),
    region: values.map(keyValues)
  };
}

function keyValues(json: Json): KeyValues {
  const range = json.timeRange as Readonly<Record<string, Json>> | undefined;
  const start = text(range?.startPeriod?.period);
  const end = text(range?.endPeriod?.period);
  return {
    component: text(json.id) ?? "",
    values: ((json.values as (string | Json)[] | undefined) ?? []).map((value) =>
      typeof value === "string" ? value : (text(value.value) ?? "")
    ),
    ...(start !== undefined && end !== undefined && {timeRange: {start, end}})
  };
}
