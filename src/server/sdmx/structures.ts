import {onlyItems} from "../../sdmx/query/structure-graph.ts";
import type {VersionChoice} from "../../sdmx/query/versions.ts";
import type {DataStructure, KeyValues, Structure, StructureType} from "../../sdmx/structures.ts";
import {urnOf} from "../../sdmx/urn.ts";
import {writeStructureJson} from "../../sdmx/write/structure-json.ts";
import {writeStructureXml} from "../../sdmx/write/structure-xml.ts";
import {type Found, messageHead, type SdmxRequest} from "./answer.ts";
import {languageOf} from "./common.ts";
import type {StructureOffer} from "./offers.ts";

/** Which structures a path names. */
export interface StructurePattern {
  readonly types: readonly StructureType[];
  /** Undefined for all. */
  readonly agencies: ReadonlySet<string> | undefined;
  readonly ids: ReadonlySet<string> | undefined;
  readonly version: VersionChoice;
  /** Items wanted of schemes; undefined for all. */
  readonly items?: ReadonlySet<string> | undefined;
}

/** The structures that a pattern names. */
export function findStructures(structures: readonly Structure[], pattern: StructurePattern): Structure[] {
  const {types, agencies, ids, version, items} = pattern;
  const named = structures.filter(
    (one) => types.includes(one.type) && (agencies?.has(one.agency) ?? true) && (ids?.has(one.id) ?? true)
  );
  const found = named.filter((one) => {
    const versions = named.filter(
      (other) => other.type === one.type && other.agency === one.agency && other.id === one.id
    );
    return version(versions.map((other) => other.version)).includes(one.version);
  });
  return items === undefined ? found : found.flatMap((one) => onlyItems(one, items) ?? []);
}

/** Writes structures in a representation; stubs get the address of the whole within this service. */
export function structureMessage(found: readonly Structure[], offer: StructureOffer, request: SdmxRequest): Found {
  const {root} = request;
  const language = languageOf(request);
  const structures = found.map((one) =>
    one.structureURL === undefined ? one : {...one, structureURL: `${root}/${one.structureURL}`}
  );
  const {writer, type} = offer;
  const head = messageHead(language);
  const body =
    writer.kind === "json"
      ? writeStructureJson(structures, {version: writer.version, head})
      : writeStructureXml(structures, {version: writer.version, head});
  return {type, language, body, name: `structures.${writer.kind}`};
}

/** Code lists with the codes that a region has, and concept schemes with the concepts that the structure uses. */
export function limitItems(
  structures: readonly Structure[],
  structure: DataStructure,
  region: readonly KeyValues[]
): Structure[] {
  const components = [...structure.dimensions, ...structure.measures, ...structure.attributes];
  const codes = new Map<string, Set<string>>();
  for (const {component, values} of region) {
    const list = components.find(({id}) => id === component)?.representation?.codelist;
    if (!list) continue;
    const urn = urnOf(list);
    codes.set(urn, new Set([...(codes.get(urn) ?? []), ...values]));
  }
  const concepts = new Set(components.map(({concept}) => concept.item));
  return structures.flatMap((one): Structure[] => {
    const wanted =
      one.type === "conceptscheme" ? concepts : one.type === "codelist" ? codes.get(urnOf(one)) : undefined;
    if (!wanted) return [one];
    const limited = onlyItems(one, wanted);
    return limited ? [limited] : [];
  });
}
