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
  const isTime = levelsOf(layout).observationKey.length === 1 && levelsOf(layout).observationKey[0]!.isTime;
  yield* setTypesNamed({set: "DataSetType", series: "SeriesType", observation: "ObsType"}, layout, types, version);
  // 2.1 has a form of its own for time series.
  if (version === "2.1" && isTime)
    yield* setTypesNamed(
      {set: "TimeSeriesDataSetType", series: "TimeSeriesType", observation: "TimeSeriesObsType"},
      layout,
      types,
      version
    );
}

interface TypeNames {
  readonly set: string;
  readonly series: string;
  readonly observation: string;
}

function* setTypesNamed(
  names: TypeNames,
  layout: Layout,
  types: ReadonlyMap<string, string>,
  version: "2.1" | "3.0"
): Generator<string> {
  const {seriesKey, seriesAttributes, observationKey, observationAttributes} = levelsOf(layout);
  const flat = layout.atObservation === allDimensions;
  const attributes = (columns: readonly Column[], use: "required" | "optional") =>
    columns.map(({id}) => `<xs:attribute name="${id}" type="${types.get(id)}" use="${use}"/>\n`).join("");
  const annotations = '<xs:element ref="common:Annotations" minOccurs="0"/>';
  // The base types declare TIME_PERIOD themselves, so it is prohibited where it does not belong.
  const withoutTime = (columns: readonly Column[]) =>
    columns.some(({isTime}) => isTime)
      ? ""
      : '<xs:attribute name="TIME_PERIOD" type="common:ObservationalTimePeriodType" use="prohibited"/>\n';
  yield complexType(
    names.observation,
    `<xs:sequence>${annotations}</xs:sequence>`,
    `${attributes(observationKey, "required")}${withoutTime(observationKey)}${attributes([...layout.measures, ...observationAttributes], "optional")}`
  );
  if (!flat)
    yield complexType(
      names.series,
      `<xs:sequence>${annotations}<xs:element name="Obs" type="${names.observation}" minOccurs="0" maxOccurs="unbounded" form="unqualified"/></xs:sequence>`,
      `${attributes(seriesKey, "required")}${withoutTime(seriesKey)}${attributes(seriesAttributes, "optional")}`
    );
  const [element, type] = flat ? ["Obs", names.observation] : ["Series", names.series];
  const [ofChoice, ofElement] = version === "3.0" ? [' maxOccurs="unbounded"', ""] : ["", ' maxOccurs="unbounded"'];
  yield complexType(
    names.set,
    `<xs:sequence>${annotations}<xs:element name="DataProvider" type="common:DataProviderReferenceType" minOccurs="0" form="unqualified"/><xs:choice minOccurs="0"${ofChoice}><xs:element name="${element}" type="${type}"${ofElement} form="unqualified"/></xs:choice></xs:sequence>`,
    ""
  );
}

function complexType(name: string, content: string, attributes: string): string {
  return `<xs:complexType name="${name}"><xs:complexContent><xs:restriction base="ss:${name}">${content}\n${attributes}</xs:restriction></xs:complexContent></xs:complexType>\n`;
}
