import type {Codelist, DataStructure, Representation} from "../structures.ts";
import {xmlText} from "../xml/xml-text.ts";
import {namespaceOf, specificNamespace} from "./data-xml.ts";
import {allDimensions, type Column, type Layout, levelsOf} from "./layout.ts";

/** What a schema is made from. */
export interface SchemaOptions {
  readonly version: "2.1" | "3.0";
  readonly codelists: readonly Codelist[];
  /** Codes that constraints leave, by component; components that are absent keep all. */
  readonly allowed?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Folder of the SDMX schemas that the schema builds upon, as an address that ends with "/". */
  readonly base: string;
}

/** Writes the XML schema that structure-specific data sets of a layout follow, in SDMX-ML 2.1 or 3.0. */
export function* writeSchema(layout: Layout, options: SchemaOptions): Generator<string> {
  const {version, base, allowed} = options;
  const space = namespaceOf(version, "data/structurespecific");
  const common = namespaceOf(version, "common");
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${xmlText(specificNamespace(layout))}" xmlns:ss="${space}" xmlns:common="${common}" targetNamespace="${xmlText(specificNamespace(layout))}" elementFormDefault="qualified" attributeFormDefault="unqualified">
<xs:import namespace="${common}" schemaLocation="${base}SDMXCommon.xsd"/>
<xs:import namespace="${space}" schemaLocation="${base}SDMXDataStructureSpecific.xsd"/>
`;
  const {dimensions, measures, attributes} = layout;
  const lists = new Map(options.codelists.map((list) => [list.id, list]));
  const types = new Map<string, string>();
  for (const {id} of [...dimensions, ...measures, ...attributes]) {
    const representation = representationOf(layout.structure, id);
    const list = lists.get(representation?.codelist?.id ?? "");
    types.set(id, list ? `${id}_CODES` : textTypeOf(representation));
    if (list) yield codes(`${id}_CODES`, list, allowed?.get(id));
  }
  yield* setTypes(layout, types, version);
  yield "</xs:schema>\n";
}

function representationOf({dimensions, measures, attributes}: DataStructure, id: string): Representation | undefined {
  return [...dimensions, ...measures, ...attributes].find((one) => one.id === id)?.representation;
}

const xsdTypes: Readonly<Record<string, string>> = {
  ObservationalTimePeriod: "common:ObservationalTimePeriodType",
  Double: "xs:double",
  Integer: "xs:integer"
};

function textTypeOf(representation: Representation | undefined): string {
  return xsdTypes[representation?.textType ?? ""] ?? "xs:string";
}

function codes(name: string, {items}: Codelist, allowed: ReadonlySet<string> | undefined): string {
  const values = items
    .filter(({id}) => allowed?.has(id) ?? true)
    .map(({id, names}) => {
      const documentation = Object.entries(names).map(
        ([language, text]) => `<xs:documentation xml:lang="${language}">${xmlText(text)}</xs:documentation>`
      );
      return `<xs:enumeration value="${xmlText(id)}"><xs:annotation>${documentation.join("")}</xs:annotation></xs:enumeration>\n`;
    });
  return `<xs:simpleType name="${name}"><xs:restriction base="xs:string">\n${values.join("")}</xs:restriction></xs:simpleType>\n`;
}

function* setTypes(layout: Layout, types: ReadonlyMap<string, string>, version: "2.1" | "3.0"): Generator<string> {
  const {seriesKey, seriesAttributes, observationKey, observationAttributes} = levelsOf(layout);
  const flat = layout.atObservation === allDimensions;
  const attribute = ({id}: Column, use: "required" | "optional") =>
    `<xs:attribute name="${id}" type="${types.get(id)}" use="${use}"/>\n`;
  const required = (columns: readonly Column[]) => columns.map((column) => attribute(column, "required")).join("");
  const optional = (columns: readonly Column[]) => columns.map((column) => attribute(column, "optional")).join("");
  const annotations = '<xs:element ref="common:Annotations" minOccurs="0"/>';
  // The base types declare TIME_PERIOD themselves, so it is prohibited where it does not belong.
  const withoutTime = (columns: readonly Column[]) =>
    columns.some(({isTime}) => isTime)
      ? ""
      : '<xs:attribute name="TIME_PERIOD" type="common:ObservationalTimePeriodType" use="prohibited"/>\n';
  yield complexType(
    "ObsType",
    `<xs:sequence>${annotations}</xs:sequence>`,
    `${required(observationKey)}${withoutTime(observationKey)}${optional(layout.measures)}${optional(observationAttributes)}`
  );
  if (!flat)
    yield complexType(
      "SeriesType",
      `<xs:sequence>${annotations}<xs:element name="Obs" type="ObsType" minOccurs="0" maxOccurs="unbounded" form="unqualified"/></xs:sequence>`,
      `${required(seriesKey)}${withoutTime(seriesKey)}${optional(seriesAttributes)}`
    );
  const content = flat ? "Obs" : "Series";
  const [ofChoice, ofElement] = version === "3.0" ? [' maxOccurs="unbounded"', ""] : ["", ' maxOccurs="unbounded"'];
  yield complexType(
    "DataSetType",
    `<xs:sequence>${annotations}<xs:element name="DataProvider" type="common:DataProviderReferenceType" minOccurs="0" form="unqualified"/><xs:choice minOccurs="0"${ofChoice}><xs:element name="${content}" type="${content}Type"${ofElement} form="unqualified"/></xs:choice></xs:sequence>`,
    ""
  );
}

function complexType(name: string, content: string, attributes: string): string {
  return `<xs:complexType name="${name}"><xs:complexContent><xs:restriction base="ss:${name}">${content}\n${attributes}</xs:restriction></xs:complexContent></xs:complexType>\n`;
}
