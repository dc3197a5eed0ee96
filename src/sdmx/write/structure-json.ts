import type {
  Attribute,
  Category,
  Component,
  Concept,
  DataConstraint,
  DataStructure,
  Item,
  KeyValues,
  Representation,
  Structure,
  StructureType,
  Texts
} from "../structures.ts";
import {urnOf} from "../urn.ts";
import {type MessageHead, nameIn} from "./layout.ts";
import {as21, inOrder, isStub} from "./structure-parts.ts";

/** Which SDMX-JSON structure message to write. */
export interface StructureJsonOptions {
  readonly version: "1.0.0" | "2.0.0";
  readonly head: MessageHead;
}

type Version = StructureJsonOptions["version"];

const lists: Readonly<Record<StructureType, string>> = {
  datastructure: "dataStructures",
  categoryscheme: "categorySchemes",
  conceptscheme: "conceptSchemes",
  codelist: "codelists",
  agencyscheme: "agencySchemes",
  dataproviderscheme: "dataProviderSchemes",
  dataflow: "dataflows",
  categorisation: "categorisations",
  dataconstraint: "dataConstraints"
};

const order = Object.keys(lists) as StructureType[];

/** Writes a structure message of SDMX-JSON 1.0 or 2.0, one structure a piece. */
export function* writeStructureJson(
  structures: readonly Structure[],
  {version, head}: StructureJsonOptions
): Generator<string> {
  yield `{"meta":${JSON.stringify(metaOf(version, head))},"data":{`;
  let first = true;
  for (const [type, all] of inOrder(structures, order)) {
    const name = version === "1.0.0" && type === "dataconstraint" ? "contentConstraints" : lists[type];
    yield `${first ? "" : ","}"${name}":[`;
    first = false;
    for (const [at, one] of all.entries())
      yield `${at > 0 ? "," : ""}${JSON.stringify(structureJson(one, version, head.language))}`;
    yield "]";
  }
  yield "}}";
}

function metaOf(version: Version, {id, prepared, sender, language}: MessageHead): object {
  const folder = version === "1.0.0" ? "1.0" : version;
  return {
    schema: `https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/${folder}/sdmx-json-structure-schema.json`,
    id,
    test: false,
    prepared,
    contentLanguages: [language],
    sender: {id: sender.id, name: nameIn(sender.names, language) ?? sender.id, names: sender.names}
  };
}

function texts(
  {names, descriptions}: {readonly names: Texts; readonly descriptions?: Texts},
  id: string,
  language: string
): object {
  const description = nameIn(descriptions, language);
  return {
    name: nameIn(names, language) ?? id,
    names,
    ...(description !== undefined && {description, descriptions})
  };
}

function maintained(one: Structure, version: Version, language: string): object {
  const {id, agency, version: of} = one;
  const links = [
    {rel: "self", urn: urnOf(one), ...(isStub(one) && one.structureURL !== undefined && {href: one.structureURL})}
  ];
  return {
    id,
    agencyID: agency,
    version: of,
    ...texts(one, id, language),
    ...(version === "1.0.0" && {isFinal: one.type !== "agencyscheme" && one.type !== "dataproviderscheme"}),
    isExternalReference: isStub(one),
    ...("items" in one && !isStub(one) && {isPartial: one.isPartial === true}),
    links
  };
}

function structureJson(one: Structure, version: Version, language: string): object {
  const head = maintained(one, version, language);
  if (isStub(one)) return head;
  const items = (name: string, all: readonly object[]) => (all.length > 0 ? {[name]: all} : {});
  switch (one.type) {
    case "agencyscheme":
      return {
        ...head,
        ...items(
          "agencies",
          one.items.map((item) => itemJson(item, language))
        )
      };
    case "dataproviderscheme":
      return {
        ...head,
        ...items(
          "dataProviders",
          one.items.map((item) => itemJson(item, language))
        )
      };
    case "codelist":
      return {
        ...head,
        ...items(
          "codes",
          one.items.map((item) => itemJson(item, language))
        )
      };
    case "conceptscheme":
      return {
        ...head,
        ...items(
          "concepts",
          one.items.map((item) => conceptJson(item, version, language))
        )
      };
    case "categoryscheme":
      return {
        ...head,
        ...items(
          "categories",
          one.items.map((item) => categoryJson(item, language))
        )
      };
    case "categorisation":
      return {...head, source: urnOf(one.source), target: urnOf(one.target.scheme, one.target.item)};
    case "dataflow":
      return {...head, ...(one.structure && {structure: urnOf(one.structure)})};
    case "datastructure":
      return {...head, dataStructureComponents: componentsJson(one, version)};
    case "dataconstraint":
      return {...head, ...constraintJson(one, version)};
  }
}

function itemJson(item: Item, language: string): object {
  return {id: item.id, ...texts(item, item.id, language), ...(item.parent !== undefined && {parent: item.parent})};
}

function conceptJson(concept: Concept, version: Version, language: string): object {
  const {representation} = concept;
  return {
    ...itemJson(concept, language),
    ...(representation && {coreRepresentation: representationJson(representation, version)})
  };
}

function categoryJson({children, ...category}: Category, language: string): object {
  return {
    ...itemJson(category, language),
    ...(children && children.length > 0 && {categories: children.map((child) => categoryJson(child, language))})
  };
}

function representationJson({codelist, textType = "String"}: Representation, version: Version): object {
  if (codelist) return {enumeration: urnOf(codelist)};
  return version === "1.0.0" ? {textFormat: {textType}} : {format: {dataType: textType}};
}

function componentJson({id, concept, representation}: Component, version: Version): object {
  return {
    id,
    conceptIdentity: urnOf(concept.scheme, concept.item),
    ...(representation && {localRepresentation: representationJson(representation, version)})
  };
}

function componentsJson(one: DataStructure, version: Version): object {
  const old = version === "1.0.0" ? as21(one) : undefined;
  const attributes = old?.attributes ?? one.attributes;
  const dimensions = one.dimensions.map((dimension, at) => ({dimension, at}));
  const plain = dimensions
    .filter(({dimension}) => dimension.role !== "time")
    .map(({dimension, at}) => ({...componentJson(dimension, version), position: at, ...(old && {type: "Dimension"})}));
  const time = dimensions
    .filter(({dimension}) => dimension.role === "time")
    .map(({dimension, at}) => ({
      ...componentJson(dimension, version),
      ...(old && {position: at, type: "TimeDimension"})
    }));
  const primary = old?.primary?.id ?? "OBS_VALUE";
  return {
    ...(attributes.length > 0 && {
      attributeList: {
        id: "AttributeDescriptor",
        attributes: attributes.map((each) => attributeJson(each, primary, version))
      }
    }),
    dimensionList: {
      id: "DimensionDescriptor",
      dimensions: plain,
      ...(time.length > 0 && (old ? {timeDimensions: time} : {timeDimension: time[0]}))
    },
    measureList: {
      id: "MeasureDescriptor",
      ...(old
        ? {primaryMeasure: old.primary && componentJson(old.primary, version)}
        : {measures: one.measures.map((each) => ({...componentJson(each, version), usage: usage(each.mandatory)}))})
    }
  };
}

function usage(mandatory: boolean): string {
  return mandatory ? "mandatory" : "optional";
}

function attributeJson(attribute: Attribute, primary: string, version: Version): object {
  const {attachment, mandatory} = attribute;
  const status =
    version === "1.0.0" ? {assignmentStatus: mandatory ? "Mandatory" : "Conditional"} : {usage: usage(mandatory)};
  const relationship =
    attachment === "dataset"
      ? version === "1.0.0"
        ? {none: {}}
        : {dataflow: {}}
      : attachment === "observation"
        ? version === "1.0.0"
          ? {primaryMeasure: primary}
          : {observation: {}}
        : {dimensions: attachment.dimensions};
  return {...componentJson(attribute, version), ...status, attributeRelationship: relationship};
}

function constraintJson({role, attachedTo, region, counts}: DataConstraint, version: Version): object {
  const name = role === "actual" ? "Actual" : "Allowed";
  const attached = (type: StructureType) => attachedTo.filter((one) => one.type === type).map((one) => urnOf(one));
  const [flows, structures] = [attached("dataflow"), attached("datastructure")];
  const metric = (id: string, count: number) =>
    version === "1.0.0"
      ? {id, type: "sdmx_metrics", text: String(count), texts: {en: String(count)}}
      : {id, type: "sdmx_metrics", value: String(count)};
  return {
    ...(version === "1.0.0" ? {type: name} : {role: name}),
    ...(counts && {annotations: [metric("series_count", counts.series), metric("obs_count", counts.observations)]}),
    ...(attachedTo.length > 0 && {
      constraintAttachment: flows.length > 0 ? {dataflows: flows} : {dataStructures: structures}
    }),
    ...(region.length > 0 && {
      cubeRegions: [
        {...(version === "1.0.0" ? {isIncluded: true} : {include: true}), keyValues: region.map(keyValuesJson)}
      ]
    })
  };
}

function keyValuesJson({component, values, timeRange}: KeyValues): object {
  if (!timeRange) return {id: component, values};
  const end = (period: string) => ({period, isInclusive: true});
  return {id: component, timeRange: {startPeriod: end(timeRange.start), endPeriod: end(timeRange.end)}};
}
