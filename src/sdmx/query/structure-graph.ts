import type {
  Category,
  Codelist,
  ConceptScheme,
  DataConstraint,
  DataStructure,
  Item,
  Structure,
  StructureReference,
  StructureType
} from "../structures.ts";
import {urnOf} from "../urn.ts";

/** Which structures to send along with those that were asked for. */
export type ReferenceChoice =
  | "none"
  | "parents"
  | "parentsandsiblings"
  | "ancestors"
  | "children"
  | "descendants"
  | "all"
  | {readonly types: ReadonlySet<StructureType>};

/** How much of the structures to send. */
export const structureDetails = [
  "full",
  "allstubs",
  "referencestubs",
  "allcompletestubs",
  "referencecompletestubs",
  "referencepartial",
  "raw"
] as const;

export type StructureDetail = (typeof structureDetails)[number];

/** The structures of a service and what refers to what. */
export interface StructureGraph {
  readonly structures: readonly Structure[];
  /** The structures found, and those that come along, each once, as stubs or in part as the detail wants. */
  resolve(found: readonly Structure[], references: ReferenceChoice, detail: StructureDetail): Structure[];
}

/** Makes the graph. `urlOf` says where the whole of a stub is. */
export function makeStructureGraph(
  structures: readonly Structure[],
  {withAgencies, urlOf}: {readonly withAgencies: boolean; readonly urlOf: (one: Structure) => string}
): StructureGraph {
  const byUrn = new Map(structures.map((one) => [urnOf(one), one]));
  const children = new Map<string, Structure[]>();
  const parents = new Map<string, Structure[]>();
  for (const one of structures) {
    const below = referencesOf(one, withAgencies).flatMap((reference) => byUrn.get(urnOf(reference)) ?? []);
    children.set(urnOf(one), unique(below.filter((other) => other !== one)));
    for (const other of children.get(urnOf(one))!)
      parents.set(urnOf(other), [...(parents.get(urnOf(other)) ?? []), one]);
  }
  const childrenOf = (all: readonly Structure[]) => all.flatMap((one) => children.get(urnOf(one)) ?? []);
  const parentsOf = (all: readonly Structure[]) => all.flatMap((one) => parents.get(urnOf(one)) ?? []);
  const closure = (all: readonly Structure[], step: (all: readonly Structure[]) => Structure[]) => {
    const seen = new Set<Structure>();
    let edge = step(all);
    while (edge.length > 0) {
      edge = unique(edge).filter((one) => !seen.has(one));
      for (const one of edge) seen.add(one);
      edge = step(edge);
    }
    return [...seen];
  };

  function related(found: readonly Structure[], references: ReferenceChoice): Structure[] {
    switch (references) {
      case "none":
        return [];
      case "children":
        return childrenOf(found);
      case "descendants":
        return closure(found, childrenOf);
      case "parents":
        return parentsOf(found);
      case "parentsandsiblings":
        return [...parentsOf(found), ...childrenOf(parentsOf(found))];
      case "ancestors":
        return closure(found, parentsOf);
      case "all":
        return [...parentsOf(found), ...childrenOf(parentsOf(found)), ...closure(found, childrenOf)];
      default: {
        const everything = [...closure(found, childrenOf), ...closure(found, parentsOf)];
        return everything.filter(({type}) => references.types.has(type));
      }
    }
  }

  return {
    structures,
    resolve(found, references, detail) {
      const own = new Set(found);
      const others = unique(related(found, references)).filter((one) => !own.has(one));
      const used = detail === "referencepartial" ? usedItems(found, others, structures) : undefined;
      return [
        ...found.map((one) =>
          detail === "allstubs" || detail === "allcompletestubs" ? stub(one, detail, urlOf) : one
        ),
        ...others.map((one) => {
          if (detail === "allstubs" || detail === "referencestubs") return stub(one, "allstubs", urlOf);
          if (detail === "allcompletestubs" || detail === "referencecompletestubs")
            return stub(one, "allcompletestubs", urlOf);
          return used ? partial(one, used) : one;
        })
      ];
    }
  };
}

function unique(all: readonly Structure[]): Structure[] {
  return [...new Set(all)];
}

/** What a structure refers to. */
function referencesOf(one: Structure, withAgencies: boolean): StructureReference[] {
  const agencies: StructureReference[] =
    withAgencies && one.type !== "agencyscheme"
      ? [{type: "agencyscheme", agency: "SDMX", id: "AGENCIES", version: "1.0"}]
      : [];
  switch (one.type) {
    case "dataflow":
      return [...(one.structure ? [one.structure] : []), ...agencies];
    case "datastructure":
      return [...componentReferences(one), ...agencies];
    case "conceptscheme":
      return [...one.items.flatMap(({representation}) => representation?.codelist ?? []), ...agencies];
    case "categorisation":
      return [one.source, one.target.scheme, ...agencies];
    case "dataconstraint":
      return [...one.attachedTo, ...agencies];
    default:
      return agencies;
  }
}

function componentReferences({dimensions, measures, attributes}: DataStructure): StructureReference[] {
  return [...dimensions, ...measures, ...attributes].flatMap(({concept, representation}) => [
    concept.scheme,
    ...(representation?.codelist ? [representation.codelist] : [])
  ]);
}

function stub(one: Structure, detail: "allstubs" | "allcompletestubs", urlOf: (one: Structure) => string): Structure {
  const {descriptions: _, ...bare} = one;
  const kept = detail === "allcompletestubs" ? one : (bare as Structure);
  return {...kept, isExternalReference: true, structureURL: urlOf(one)};
}

/** Items in use: codes by the constraints of the dataflows at hand, concepts by the data structures. */
interface UsedItems {
  /** Codes by code list; undefined for lists of which nothing is known. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly concepts: ReadonlyMap<string, ReadonlySet<string>>;
}

function usedItems(found: readonly Structure[], others: readonly Structure[], all: readonly Structure[]): UsedItems {
  const at = [...found, ...others];
  const flows = new Set(at.filter(({type}) => type === "dataflow").map((one) => urnOf(one)));
  const isLimited = found.some(({type}) => type === "dataflow");
  const constraints = all.filter(
    (one): one is DataConstraint =>
      one.type === "dataconstraint" && one.attachedTo.some((target) => flows.has(urnOf(target)))
  );
  const codes = new Map<string, Set<string>>();
  const concepts = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, values: readonly string[]) =>
    map.set(key, new Set([...(map.get(key) ?? []), ...values]));
  for (const structure of at) {
    if (structure.type !== "datastructure") continue;
    for (const {concept, id, representation} of [
      ...structure.dimensions,
      ...structure.measures,
      ...structure.attributes
    ]) {
      add(concepts, urnOf(concept.scheme), [concept.item]);
      const list = representation?.codelist;
      const region = constraints.flatMap((one) => one.region.filter(({component}) => component === id));
      if (list && isLimited && region.length > 0)
        add(
          codes,
          urnOf(list),
          region.flatMap(({values}) => values)
        );
    }
  }
  return {codes, concepts};
}

function partial(one: Structure, {codes, concepts}: UsedItems): Structure {
  const wanted = (one.type === "codelist" ? codes : one.type === "conceptscheme" ? concepts : undefined)?.get(
    urnOf(one)
  );
  return wanted ? withItems(one as Codelist | ConceptScheme, (id) => wanted.has(id)) : one;
}

function withItems<Scheme extends Codelist | ConceptScheme>(scheme: Scheme, isWanted: (id: string) => boolean): Scheme {
  const items = scheme.items.filter(({id}) => isWanted(id));
  return items.length === scheme.items.length ? scheme : {...scheme, items, isPartial: true};
}

/** A scheme with the items that were asked for, and the categories above nested ones; undefined when it has none of them. */
export function onlyItems(one: Structure, wanted: ReadonlySet<string>): Structure | undefined {
  if (!("items" in one)) return undefined;
  if (one.type === "categoryscheme") {
    const items = one.items.flatMap((category) => branch(category, "", wanted));
    return items.length > 0 ? {...one, items, isPartial: true} : undefined;
  }
  const items = (one.items as readonly Item[]).filter(({id}) => wanted.has(id));
  return items.length > 0 ? ({...one, items, isPartial: true} as Structure) : undefined;
}

function branch({children = [], ...category}: Category, above: string, wanted: ReadonlySet<string>): Category[] {
  const path = above === "" ? category.id : `${above}.${category.id}`;
  const below = children.flatMap((child) => branch(child, path, wanted));
  if (below.length > 0) return [{...category, children: below}];
  return wanted.has(path) || wanted.has(category.id) ? [category] : [];
}
