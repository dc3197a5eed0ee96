import type {StructureReference, StructureType} from "./structures.ts";

/** Package and class of each type in URNs. `dataconstraint` is the class of 3.0; 2.1 calls it ContentConstraint. */
export const urnClasses: Readonly<Record<StructureType, string>> = {
  agencyscheme: "base.AgencyScheme",
  categorisation: "categoryscheme.Categorisation",
  categoryscheme: "categoryscheme.CategoryScheme",
  codelist: "codelist.Codelist",
  conceptscheme: "conceptscheme.ConceptScheme",
  dataconstraint: "registry.DataConstraint",
  dataflow: "datastructure.Dataflow",
  dataproviderscheme: "base.DataProviderScheme",
  datastructure: "datastructure.DataStructure"
};

const typesByClass = new Map<string, StructureType>([
  ...Object.entries(urnClasses).map(([type, name]) => [name.split(".")[1]!, type as StructureType] as const),
  ["ContentConstraint", "dataconstraint"]
]);

/** Class of the items of a scheme in URNs. */
export const itemClasses: Readonly<Partial<Record<StructureType, string>>> = {
  agencyscheme: "base.Agency",
  categoryscheme: "categoryscheme.Category",
  codelist: "codelist.Code",
  conceptscheme: "conceptscheme.Concept",
  dataproviderscheme: "base.DataProvider"
};

const itemTypes = new Map(
  Object.entries(itemClasses).map(([type, name]) => [name.split(".")[1]!, type as StructureType])
);

/** `AGENCY:ID(VERSION)`, as URNs and SDMX-CSV write it. */
export function shortName({agency, id, version}: StructureReference): string {
  return `${agency}:${id}(${version})`;
}

/** `urn:sdmx:org.sdmx.infomodel.PACKAGE.CLASS=AGENCY:ID(VERSION)`, with `.ITEM` for an item. */
export function urnOf(reference: StructureReference, item?: string): string {
  const name = item === undefined ? urnClasses[reference.type] : itemClasses[reference.type];
  return `urn:sdmx:org.sdmx.infomodel.${name}=${shortName(reference)}${item === undefined ? "" : `.${item}`}`;
}

/** Reads a URN of a structure, or of an item of one; undefined when it is neither. */
export function parseUrn(urn: string): {readonly reference: StructureReference; readonly item?: string} | undefined {
  const match = /^urn:sdmx:org\.sdmx\.infomodel\.[a-z]+\.([A-Za-z]+)=([^:]+):([^(]+)\(([^)]+)\)(?:\.(.+))?$/.exec(urn);
  if (!match) return undefined;
  const [, name, agency, id, version, item] = match as unknown as [string, string, string, string, string, string?];
  const type = item === undefined ? typesByClass.get(name) : itemTypes.get(name);
  if (!type) return undefined;
  return {reference: {type, agency, id, version}, ...(item !== undefined && {item})};
}

/** Reads `AGENCY:ID(VERSION)`; a missing version is "1.0"; undefined when the text is none. */
export function parseShortName<Type extends StructureType>(
  text: string,
  type: Type
): StructureReference<Type> | undefined {
  const match = /^([A-Za-z][\w.-]*):([\w@$-]+)(?:\(([^)]+)\))?/.exec(text);
  return match ? {type, agency: match[1]!, id: match[2]!, version: match[3] ?? "1.0"} : undefined;
}
