import type {
  Attribute,
  Category,
  Component,
  Concept,
  ConceptScheme,
  DataConstraint,
  DataStructure,
  Item,
  ItemReference,
  KeyValues,
  Representation,
  Structure,
  StructureReference,
  StructureType
} from "../structures.ts";
import {itemClasses, urnClasses, urnOf} from "../urn.ts";
import {xmlText} from "../xml/xml-text.ts";
import {headerStart, namespaceOf} from "./data-xml.ts";
import type {MessageHead} from "./layout.ts";
import {as21, inOrder, isStub} from "./structure-parts.ts";

/** Which SDMX-ML structure message to write. */
export interface StructureXmlOptions {
  readonly version: "2.1" | "3.0";
  readonly head: MessageHead;
}

type Version = StructureXmlOptions["version"];

const lists21: Readonly<Record<StructureType, string>> = {
  agencyscheme: "OrganisationSchemes",
  dataproviderscheme: "OrganisationSchemes",
  dataflow: "Dataflows",
  categoryscheme: "CategorySchemes",
  categorisation: "Categorisations",
  codelist: "Codelists",
  conceptscheme: "Concepts",
  datastructure: "DataStructures",
  dataconstraint: "Constraints"
};

const lists30: Readonly<Record<StructureType, string>> = {
  agencyscheme: "AgencySchemes",
  categorisation: "Categorisations",
  categoryscheme: "CategorySchemes",
  codelist: "Codelists",
  conceptscheme: "ConceptSchemes",
  dataconstraint: "DataConstraints",
  dataflow: "Dataflows",
  dataproviderscheme: "DataProviderSchemes",
  datastructure: "DataStructures"
};

const order21 = Object.keys(lists21) as StructureType[];
const order30 = Object.keys(lists30) as StructureType[];

/** Writes a structure message of SDMX-ML 2.1 or 3.0, one structure a piece. */
export function* writeStructureXml(
  structures: readonly Structure[],
  {version, head}: StructureXmlOptions
): Generator<string> {
  const spaces = ["mes message", "com common", "str structure"].map((pair) => {
    const [prefix, part] = pair.split(" ") as [string, string];
    return ` xmlns:${prefix}="${namespaceOf(version, part)}"`;
  });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<mes:Structure${spaces.join("")}><mes:Header>${headerStart(head)}</mes:Header>\n<mes:Structures>`;
  const lists = version === "2.1" ? lists21 : lists30;
  let open = "";
  for (const [type, all] of inOrder(structures, version === "2.1" ? order21 : order30)) {
    const list = lists[type];
    if (list !== open) yield `${open === "" ? "" : `</str:${open}>`}<str:${list}>`;
    open = list;
    for (const one of all) yield `${structureXml(one, version)}\n`;
  }
  yield `${open === "" ? "" : `</str:${open}>`}</mes:Structures></mes:Structure>\n`;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

function tag(name: string, attributes: Attributes, ...content: readonly string[]): string {
  let open = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) open += ` ${key}="${xmlText(String(value))}"`;
  }
  const inside = content.join("");
  return inside === "" ? `${open}/>` : `${open}>${inside}</${name}>`;
}

function structureXml(one: Structure, version: Version): string {
  const stub = isStub(one);
  switch (one.type) {
    case "agencyscheme":
      return maintained(
        "AgencyScheme",
        one,
        version,
        stub ? [] : one.items.map((item) => itemXml("Agency", one, item, version))
      );
    case "dataproviderscheme":
      return maintained(
        "DataProviderScheme",
        one,
        version,
        stub ? [] : one.items.map((item) => itemXml("DataProvider", one, item, version))
      );
    case "codelist":
      return maintained(
        "Codelist",
        one,
        version,
        stub ? [] : one.items.map((item) => itemXml("Code", one, item, version))
      );
    case "conceptscheme":
      return maintained(
        "ConceptScheme",
        one,
        version,
        stub ? [] : one.items.map((item) => conceptXml(one, item, version))
      );
    case "categoryscheme":
      return maintained(
        "CategoryScheme",
        one,
        version,
        stub ? [] : one.items.map((item) => categoryXml(one, item, "", version))
      );
    case "categorisation":
      return maintained("Categorisation", one, version, [
        referenceXml("str:Source", one.source, version),
        itemReferenceXml("str:Target", one.target, version)
      ]);
    case "dataflow":
      return maintained(
        "Dataflow",
        one,
        version,
        one.structure && !stub ? [referenceXml("str:Structure", one.structure, version)] : []
      );
    case "datastructure":
      return maintained("DataStructure", one, version, stub ? [] : [componentsXml(one, version)]);
    case "dataconstraint":
      return constraintXml(one, version);
  }
}

/** Class of a type as 2.1 has it, which calls constraints otherwise. */
function classOf(type: StructureType, version: Version): string {
  const name = urnClasses[type].split(".")[1]!;
  return version === "2.1" && type === "dataconstraint" ? "ContentConstraint" : name;
}

function urn(reference: StructureReference, version: Version, item?: string): string {
  const text = urnOf(reference, item);
  return version === "2.1" ? text.replace("registry.DataConstraint", "registry.ContentConstraint") : text;
}

function namesXml({names, descriptions}: Pick<Item, "names" | "descriptions">): string {
  const texts = (name: string, all: Item["names"]) =>
    Object.entries(all).map(([language, text]) => tag(name, {"xml:lang": language}, xmlText(text)));
  return [...texts("com:Name", names), ...texts("com:Description", descriptions ?? {})].join("");
}

const fixedVersion = new Set<StructureType>(["agencyscheme", "dataproviderscheme"]);

function maintained(
  name: string,
  one: Structure,
  version: Version,
  content: readonly string[],
  further: Attributes = {},
  before = ""
): string {
  const partial = "items" in one ? {isPartial: one.isPartial === true ? true : undefined} : {};
  const attributes = {
    id: one.id,
    agencyID: one.agency,
    ...(!(version === "3.0" && fixedVersion.has(one.type)) && {version: one.version}),
    urn: urn(one, version),
    ...(version === "2.1" && !fixedVersion.has(one.type) && {isFinal: true}),
    ...(isStub(one) && {isExternalReference: true, structureURL: one.structureURL}),
    ...partial,
    ...further
  };
  return tag(`str:${name}`, attributes, before, namesXml(one), ...content);
}

function itemXml(name: string, scheme: Structure, item: Item, version: Version, ...content: readonly string[]): string {
  const parent =
    item.parent === undefined
      ? ""
      : tag("str:Parent", {}, version === "2.1" ? tag("Ref", {id: item.parent}) : xmlText(item.parent));
  return tag(`str:${name}`, {id: item.id, urn: urn(scheme, version, item.id)}, namesXml(item), parent, ...content);
}

function conceptXml(scheme: ConceptScheme, concept: Concept, version: Version): string {
  const representation = concept.representation;
  const content = representation ? [tag("str:CoreRepresentation", {}, representationXml(representation, version))] : [];
  return itemXml("Concept", scheme, concept, version, ...content);
}

function categoryXml(
  scheme: Structure,
  {children = [], ...category}: Category,
  path: string,
  version: Version
): string {
  const id = path === "" ? category.id : `${path}.${category.id}`;
  const below = children.map((child) => categoryXml(scheme, child, id, version));
  return tag("str:Category", {id: category.id, urn: urn(scheme, version, id)}, namesXml(category), ...below);
}

/** Everywhere a text of a type stands in 2.1 and 3.0 alike. */
function representationXml({codelist, textType}: Representation, version: Version): string {
  if (codelist) return referenceXml("str:Enumeration", codelist, version);
  return tag("str:TextFormat", {textType: textType ?? "String"});
}

function referenceXml(name: string, reference: StructureReference, version: Version): string {
  if (version === "3.0") return tag(name, {}, xmlText(urnOf(reference)));
  const {agency, id, version: of, type} = reference;
  const [pack] = urnClasses[type].split(".") as [string];
  return tag(name, {}, tag("Ref", {id, version: of, agencyID: agency, package: pack, class: classOf(type, version)}));
}

function itemReferenceXml(name: string, {scheme, item}: ItemReference, version: Version): string {
  if (version === "3.0") return tag(name, {}, xmlText(urnOf(scheme, item)));
  const [pack, kind] = itemClasses[scheme.type]!.split(".") as [string, string];
  const {agency, id, version: of} = scheme;
  return tag(
    name,
    {},
    tag("Ref", {
      id: item,
      maintainableParentID: id,
      maintainableParentVersion: of,
      agencyID: agency,
      package: pack,
      class: kind
    })
  );
}

function componentXml(
  name: string,
  {id, concept, representation}: Component,
  version: Version,
  attributes: Attributes,
  ...content: readonly string[]
): string {
  const local = representation ? tag("str:LocalRepresentation", {}, representationXml(representation, version)) : "";
  return tag(
    `str:${name}`,
    {id, ...attributes},
    itemReferenceXml("str:ConceptIdentity", concept, version),
    local,
    ...content
  );
}

const dimensionNames = {plain: "Dimension", measure: "MeasureDimension", time: "TimeDimension"} as const;

function componentsXml(one: DataStructure, version: Version): string {
  const dimensions = one.dimensions.map((dimension, at) => {
    const position = version === "3.0" && dimension.role === "time" ? undefined : at + 1;
    return componentXml(dimensionNames[dimension.role], dimension, version, {position});
  });
  const old = as21(one);
  const attributes = version === "2.1" ? old.attributes : one.attributes;
  const measures =
    version === "2.1"
      ? old.primary
        ? [componentXml("PrimaryMeasure", old.primary, version, {})]
        : []
      : one.measures.map((measure) =>
          componentXml("Measure", measure, version, {usage: measure.mandatory ? "mandatory" : "optional"})
        );
  const primary = old.primary?.id ?? "OBS_VALUE";
  return tag(
    "str:DataStructureComponents",
    {},
    tag("str:DimensionList", {id: "DimensionDescriptor"}, ...dimensions),
    attributes.length > 0
      ? tag(
          "str:AttributeList",
          {id: "AttributeDescriptor"},
          ...attributes.map((attribute) => attributeXml(attribute, primary, version))
        )
      : "",
    measures.length > 0 ? tag("str:MeasureList", {id: "MeasureDescriptor"}, ...measures) : ""
  );
}

function attributeXml(attribute: Attribute, primary: string, version: Version): string {
  const {attachment, mandatory} = attribute;
  const status =
    version === "2.1"
      ? {assignmentStatus: mandatory ? "Mandatory" : "Conditional"}
      : {usage: mandatory ? "mandatory" : "optional"};
  const local = (id: string) => (version === "2.1" ? tag("Ref", {id}) : xmlText(id));
  const relationship =
    attachment === "dataset"
      ? [tag(version === "2.1" ? "str:None" : "str:Dataflow", {})]
      : attachment === "observation"
        ? [version === "2.1" ? tag("str:PrimaryMeasure", {}, local(primary)) : tag("str:Observation", {})]
        : attachment.dimensions.map((id) => tag("str:Dimension", {}, local(id)));
  return componentXml("Attribute", attribute, version, status, tag("str:AttributeRelationship", {}, ...relationship));
}

function constraintXml(one: DataConstraint, version: Version): string {
  if (isStub(one)) return maintained(classOf(one.type, version), one, version, [], roleOf(one, version));
  const attached = one.attachedTo.map((reference) =>
    referenceXml(`str:${classOf(reference.type, version)}`, reference, version)
  );
  const region = tag("str:CubeRegion", {include: true}, ...one.region.map((values) => keyValuesXml(values, version)));
  const content = [
    attached.length > 0 ? tag("str:ConstraintAttachment", {}, ...attached) : "",
    one.region.length > 0 ? region : ""
  ];
  return maintained(classOf(one.type, version), one, version, content, roleOf(one, version), countsXml(one));
}

function roleOf({role}: DataConstraint, version: Version): Attributes {
  const name = role === "actual" ? "Actual" : "Allowed";
  return version === "2.1" ? {type: name} : {role: name};
}

/** How much there is, as annotations, which is where clients of availability queries look for it. */
function countsXml({counts}: DataConstraint): string {
  if (!counts) return "";
  const annotation = (id: string, count: number) =>
    tag(
      "com:Annotation",
      {id},
      tag("com:AnnotationTitle", {}, String(count)),
      tag("com:AnnotationType", {}, "sdmx_metrics")
    );
  return tag(
    "com:Annotations",
    {},
    annotation("series_count", counts.series),
    annotation("obs_count", counts.observations)
  );
}

function keyValuesXml({component, values, timeRange}: KeyValues, version: Version): string {
  const prefix = version === "2.1" ? "com" : "str";
  const content = timeRange
    ? [
        tag(
          `${prefix}:TimeRange`,
          {},
          tag(`${prefix}:StartPeriod`, {isInclusive: true}, timeRange.start),
          tag(`${prefix}:EndPeriod`, {isInclusive: true}, timeRange.end)
        )
      ]
    : values.map((value) => tag(`${prefix}:Value`, {}, xmlText(value)));
  return tag(`${prefix}:KeyValue`, {id: component}, ...content);
}
