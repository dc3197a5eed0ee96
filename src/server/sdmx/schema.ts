import {syntaxFault} from "../../sdmx/query/faults.ts";
import {assertComponents} from "../../sdmx/query/parameters.ts";
import type {VersionChoice} from "../../sdmx/query/versions.ts";
import type {DataConstraint, Structure} from "../../sdmx/structures.ts";
import {urnOf} from "../../sdmx/urn.ts";
import {allDimensions, makeLayout} from "../../sdmx/write/layout.ts";
import {writeSchema} from "../../sdmx/write/schema.ts";
import type {Found, SdmxRequest} from "./answer.ts";
import {type FlowPattern, languageOf} from "./common.ts";
import type {FlowContent, SdmxContent} from "./content.ts";
import {conceptNamesOf} from "./data.ts";
import type {SchemaOffer} from "./offers.ts";
import {idSet, notImplemented} from "./paths.ts";
import {limitItems, structureMessage} from "./structures.ts";

/** A schema request, read. */
interface SchemaQuery {
  readonly one: FlowContent;
  /** Whether the constraints of the dataflow count, or only the data structure. */
  readonly context: SchemaPattern["context"];
  readonly dimensionAtObservation: string | undefined;
  readonly offer: SchemaOffer;
}

/** What a path of a schema names. */
export interface SchemaPattern extends FlowPattern {
  readonly context: "dataflow" | "datastructure";
}

/**
 * Reads `schema/CONTEXT/AGENCY/ID[/VERSION]`, in which all agencies or ids cannot be asked for; `unknown` are contexts of
 * SDMX that this service has nothing of.
 */
export function schemaPattern(
  [, context = "", agencies, id]: readonly string[],
  {separator, version, unknown}: {separator: string; version: VersionChoice; unknown: readonly string[]}
): SchemaPattern {
  if (unknown.includes(context)) throw notImplemented(`Schema of "${context}"`);
  if (context !== "datastructure" && context !== "dataflow")
    throw syntaxFault(`Context "${context.slice(0, 40)}" is not known, wanted datastructure or dataflow`);
  if (agencies === undefined || id === undefined) throw syntaxFault("Path of a schema wants an agency and an id");
  const lists = {all: [], separator};
  return {context, agencies: idSet("agency", agencies, lists), ids: idSet("id", id, lists), version};
}

/** Where the schemas of SDMX that all others build upon are published. */
const schemaFolders = {
  "2.1": "https://registry.sdmx.org/schemas/v2_1/",
  "3.0": "https://registry.sdmx.org/schemas/v3_0/"
} as const;

/** Answers what data sets of a dataflow or data structure may hold. */
export function findSchema(content: SdmxContent, query: SchemaQuery, request: SdmxRequest): Found {
  const {one, context, offer, dimensionAtObservation: wanted} = query;
  const {flow, structure} = one;
  const constraint =
    context === "dataflow"
      ? content.structures.find(
          (other): other is DataConstraint =>
            other.type === "dataconstraint" && other.attachedTo.some((target) => urnOf(target) === urnOf(flow))
        )
      : undefined;
  const codelists = content.structures.filter((other) => other.type === "codelist");
  const {writer} = offer;
  if (writer.kind !== "schema") {
    const used = usedBy(content.structures, one);
    const all = [...(context === "dataflow" ? [flow, ...(constraint ? [constraint] : [])] : []), structure, ...used];
    return structureMessage(limitItems(all, structure, constraint?.region ?? []), {...offer, writer}, request);
  }
  const ids = structure.dimensions.map(({id}) => id);
  if (wanted !== undefined) assertComponents([wanted], [...ids, allDimensions], "Parameter dimensionAtObservation");
  const layout = makeLayout({
    flow,
    structure,
    codelists,
    concepts: conceptNamesOf(content),
    ...(wanted !== undefined && {atObservation: wanted}),
    severalMeasures: writer.version === "3.0"
  });
  const allowed = new Map(
    (constraint?.region ?? [])
      .filter(({timeRange}) => !timeRange)
      .map(({component, values}) => [component, new Set(values)])
  );
  const base = schemaFolders[writer.version];
  return {
    type: offer.type,
    language: languageOf(request),
    name: `${flow.id}.xsd`,
    body: writeSchema(layout, {version: writer.version, codelists, allowed, base})
  };
}

/** Code lists, concept schemes and agencies that a data structure refers to. */
function usedBy(structures: readonly Structure[], {structure}: FlowContent): Structure[] {
  const components = [...structure.dimensions, ...structure.measures, ...structure.attributes];
  const urns = new Set(
    components.flatMap(({concept, representation}) => [
      urnOf(concept.scheme),
      ...(representation?.codelist ? [urnOf(representation.codelist)] : [])
    ])
  );
  return structures.filter((one) => urns.has(urnOf(one)) || one.type === "agencyscheme");
}
