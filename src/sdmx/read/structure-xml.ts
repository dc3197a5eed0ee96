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
  Measure,
  Representation,
  Structure,
  StructureMessage,
  StructureReference,
  StructureType,
  Texts
} from "../structures.ts";
import {parseUrn} from "../urn.ts";
import {childOf, childrenOf, readXmlTree, type XmlElement} from "../xml/xml-tree.ts";

/**
 * Reads SDMX-ML structure messages of 2.1 and 3.0: agency, provider, category and concept schemes, codelists, data
 * structures, dataflows, categorisations and constraints. Structures of other types are passed over.
 */
export async function readStructureXml(chunks: Chunks): Promise<StructureMessage> {
  const root = await readXmlTree(chunks);
  if (root.name === "Error") throw faultOf(root);
  const structures = childOf(root, "Structures");
  if (root.name !== "Structure")
    throw new ConcordError(
      "bad_data",
      `XML is no SDMX structure message: found the root "${root.name}", wanted Structure`
    );
  return {structures: (structures?.children ?? []).flatMap(allOf)};
}

function faultOf(root: XmlElement): ConcordError {
  const message = childOf(root, "ErrorMessage");
  const code = message?.attributes.code ?? "";
  const text = childOf(message, "Text")?.text.trim() ?? "";
  return new ConcordError(
    code === "100" ? "not_found" : "bad_data",
    `SDMX service answered with error ${code}: ${text}`,
    {
      details: {code}
    }
  );
}

/** Lists of 2.1 hold several types (Codelists, OrganisationSchemes); those of 3.0 one type each. Nested lists are opened. */
function allOf(list: XmlElement): Structure[] {
  return list.children.flatMap((element) => readers[element.name]?.(element) ?? []);
}

const readers: Readonly<Record<string, (element: XmlElement) => Structure>> = {
  AgencyScheme: (element) => ({...maintained(element, "agencyscheme"), items: itemsOf(element, "Agency")}),
  DataProviderScheme: (element) => ({
    ...maintained(element, "dataproviderscheme"),
    items: itemsOf(element, "DataProvider")
  }),
  Codelist: (element) => ({...maintained(element, "codelist"), items: itemsOf(element, "Code")}),
  ConceptScheme: (element) => ({
    ...maintained(element, "conceptscheme"),
    items: childrenOf(element, "Concept").map(concept)
  }),
  CategoryScheme: (element) => ({
    ...maintained(element, "categoryscheme"),
    items: childrenOf(element, "Category").map(category)
  }),
  Categorisation: categorisation,
  Dataflow: dataflow,
  DataStructure: dataStructure,
  ContentConstraint: constraint,
  DataConstraint: constraint
};

function maintained<Type extends StructureType>(element: XmlElement, type: Type) {
  const {agencyID = "", id = "", version = "1.0", isExternalReference, structureURL, isPartial} = element.attributes;
  const descriptions = textsOf(element, "Description");
  return {
    type,
    agency: agencyID,
    id,
    version,
    names: textsOf(element, "Name") ?? {},
    ...(descriptions && {descriptions}),
    ...(isPartial === "true" && {isPartial: true}),
    ...(isExternalReference === "true" && {isExternalReference: true}),
    ...(structureURL !== undefined && {structureURL})
  };
}

function textsOf(element: XmlElement, name: "Name" | "Description"): Texts | undefined {
  const found = childrenOf(element, name);
  if (found.length === 0) return undefined;
  return Object.fromEntries(found.map(({attributes, text}) => [attributes[":lang"] ?? "en", text.trim()]));
}

function item(element: XmlElement): Item {
  const descriptions = textsOf(element, "Description");
  const parentElement = childOf(element, "Parent");
  const parent = childOf(parentElement, "Ref")?.attributes.id ?? parentElement?.text.trim();
  return {
    id: element.attributes.id ?? "",
    names: textsOf(element, "Name") ?? {},
    ...(descriptions && {descriptions}),
    ...(parent && {parent})
  };
}

function itemsOf(element: XmlElement, name: string): Item[] {
  return childrenOf(element, name).map(item);
}

function concept(element: XmlElement): Concept {
  const representation = representationOf(childOf(element, "CoreRepresentation"));
  return {...item(element), ...(representation && {representation})};
}

function category(element: XmlElement): Category {
  const children = childrenOf(element, "Category").map(category);
  return {...item(element), ...(children.length > 0 && {children})};
}

/** The reference in an element: a `Ref` or a URN of 2.1, or the URN that is the element's text in 3.0. */
function referenceOf(
  element: XmlElement | undefined,
  type: StructureType
): {reference: StructureReference; item?: string} | undefined {
  const ref = childOf(element, "Ref");
  if (!ref) return parseUrn((childOf(element, "URN")?.text ?? element?.text ?? "").trim());
  const {agencyID, id, version, maintainableParentID, maintainableParentVersion} = ref.attributes;
  if (!agencyID || !id) return undefined;
  if (maintainableParentID === undefined)
    return {reference: {type: typeNamed(ref, type), agency: agencyID, id, version: version ?? "1.0"}};
  return {
    reference: {type, agency: agencyID, id: maintainableParentID, version: maintainableParentVersion ?? "1.0"},
    item: id
  };
}

const typeNames: Readonly<Record<string, StructureType>> = {
  Codelist: "codelist",
  ConceptScheme: "conceptscheme",
  CategoryScheme: "categoryscheme",
  Dataflow: "dataflow",
  DataStructure: "datastructure",
  DataProviderScheme: "dataproviderscheme",
  AgencyScheme: "agencyscheme",
  ContentConstraint: "dataconstraint"
};

function typeNamed(ref: XmlElement, fallback: StructureType): StructureType {
  return typeNames[ref.attributes.class ?? ""] ?? fallback;
}

const nowhere: StructureReference = {type: "conceptscheme", agency: "", id: "", version: "1.0"};

function itemReference(element: XmlElement | undefined, type: StructureType): ItemReference {
  const found = referenceOf(element, type);
  return {scheme: found?.reference ?? nowhere, item: found?.item ?? ""};
}

function representationOf(element: XmlElement | undefined): Representation | undefined {
  const enumeration = referenceOf(childOf(element, "Enumeration"), "codelist");
  if (enumeration?.reference.type === "codelist")
    return {codelist: enumeration.reference as StructureReference<"codelist">};
  const textType = childOf(element, "TextFormat")?.attributes.textType;
  return textType === undefined ? undefined : {textType};
}

function component(element: XmlElement) {
  const concept = itemReference(childOf(element, "ConceptIdentity"), "conceptscheme");
  const representation = representationOf(childOf(element, "LocalRepresentation"));
  return {id: element.attributes.id ?? concept.item, concept, ...(representation && {representation})};
}

const dimensionRoles: Readonly<Record<string, Dimension["role"]>> = {
  Dimension: "plain",
  MeasureDimension: "measure",
  TimeDimension: "time"
};

function dataStructure(element: XmlElement): DataStructure {
  const components = childOf(element, "DataStructureComponents");
  const groups = new Map(
    childrenOf(components, "Group").map((group) => [group.attributes.id ?? "", groupDimensions(group)])
  );
  const dimensions = (childOf(components, "DimensionList")?.children ?? [])
    .filter(({name}) => name in dimensionRoles)
    .map((one) => ({one, position: Number(one.attributes.position ?? Number.NaN)}));
  if (dimensions.every(({position}) => position > 0)) dimensions.sort((a, b) => a.position - b.position);
  const measures = (childOf(components, "MeasureList")?.children ?? []).filter(({name}) => /Measure$/.test(name));
  return {
    ...maintained(element, "datastructure"),
    dimensions: [
      ...dimensions.filter(({one}) => one.name !== "TimeDimension"),
      ...dimensions.filter(({one}) => one.name === "TimeDimension")
    ].map(({one}) => ({...component(one), role: dimensionRoles[one.name]!})),
    measures: measures.map(measure),
    attributes: childrenOf(childOf(components, "AttributeList"), "Attribute").map((one) => attribute(one, groups))
  };
}

function measure(element: XmlElement): Measure {
  return {
    ...component(element),
    mandatory: element.name === "PrimaryMeasure" || element.attributes.usage === "mandatory"
  };
}

function attribute(element: XmlElement, groups: ReadonlyMap<string, readonly string[]>): Attribute {
  const {assignmentStatus, usage} = element.attributes;
  return {
    ...component(element),
    attachment: attachmentOf(childOf(element, "AttributeRelationship"), groups),
    mandatory: (assignmentStatus ?? usage ?? "").toLowerCase() === "mandatory"
  };
}

function attachmentOf(element: XmlElement | undefined, groups: ReadonlyMap<string, readonly string[]>): Attachment {
  const dimensions = childrenOf(element, "Dimension").map(
    (one) => childOf(one, "Ref")?.attributes.id ?? one.text.trim()
  );
  const group = childOf(element, "Group");
  if (group) {
    const id = childOf(group, "Ref")?.attributes.id ?? group.text.trim();
    return {dimensions: groups.get(id) ?? []};
  }
  if (dimensions.length > 0) return {dimensions};
  const observed = ["PrimaryMeasure", "Observation"].some((name) => childOf(element, name));
  return observed ? "observation" : "dataset";
}

function groupDimensions(group: XmlElement): string[] {
  return childrenOf(group, "GroupDimension").map((one) => {
    const reference = childOf(one, "DimensionReference");
    return childOf(reference, "Ref")?.attributes.id ?? reference?.text.trim() ?? "";
  });
}

function dataflow(element: XmlElement): Structure {
  const found = referenceOf(childOf(element, "Structure"), "datastructure")?.reference;
  return {
    ...maintained(element, "dataflow"),
    ...(found?.type === "datastructure" && {structure: found as StructureReference<"datastructure">})
  };
}

function categorisation(element: XmlElement): Structure {
  const source = referenceOf(childOf(element, "Source"), "dataflow")?.reference;
  const target = itemReference(childOf(element, "Target"), "categoryscheme");
  return {...maintained(element, "categorisation"), source: source ?? nowhere, target};
}

function constraint(element: XmlElement): DataConstraint {
  const {type, role} = element.attributes;
  const attachment = childOf(element, "ConstraintAttachment");
  const region = childrenOf(element, "CubeRegion").find(({attributes}) => attributes.include !== "false");
  return {
    ...maintained(element, "dataconstraint"),
    role: (type ?? role ?? "").toLowerCase() === "actual" ? "actual" : "allowed",
    attachedTo: (attachment?.children ?? []).flatMap((one) => {
      const kind = one.name === "DataStructure" ? "datastructure" : "dataflow";
      return referenceOf(one, kind)?.reference ?? [];
    }),
    region: (region?.children ?? [])
      .filter(({name}) => name === "KeyValue" || name === "Attribute" || name === "Component")
      .map(keyValues)
  };
}

function keyValues(element: XmlElement): KeyValues {
  const range = childOf(element, "TimeRange");
  const start = childOf(range, "StartPeriod")?.text.trim();
  const end = childOf(range, "EndPeriod")?.text.trim();
  return {
    component: element.attributes.id ?? "",
    values: childrenOf(element, "Value").map(({text}) => text.trim()),
    ...(start !== undefined && end !== undefined && {timeRange: {start, end}})
  };
}
