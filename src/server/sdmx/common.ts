import {SdmxFault} from "../../sdmx/query/faults.ts";
import {makeStructureGraph, type StructureGraph} from "../../sdmx/query/structure-graph.ts";
import type {VersionChoice} from "../../sdmx/query/versions.ts";
import type {Structure} from "../../sdmx/structures.ts";
import type {SdmxRequest} from "./answer.ts";
import type {FlowContent, SdmxContent} from "./content.ts";
import {type Agreement, negotiate, negotiateFormat, negotiateLanguage, type Offer} from "./negotiation.ts";

/** Languages that names are in. */
const languages = ["en", "ru"];

export function languageOf(request: SdmxRequest): string {
  return negotiateLanguage(request.header("accept-language"), languages);
}

/** Agrees on a representation: by the parameter `format` where it is given, else by the Accept header. */
export function agree<Chosen extends Offer>(
  request: SdmxRequest,
  format: string | undefined,
  offers: readonly Chosen[]
): Agreement<Chosen> {
  const accept = request.header("accept");
  const found = format === undefined ? negotiate(accept, offers) : negotiateFormat(format, offers);
  if (found) return found;
  const asked =
    format === undefined ? `Accept is "${accept?.slice(0, 120)}"` : `Parameter format is "${format.slice(0, 60)}"`;
  throw new SdmxFault("not-acceptable", `${asked}, offered are ${offers.map(({type}) => type).join(", ")}`);
}

/** Which dataflows a path names. */
export interface FlowPattern {
  readonly context: "dataflow" | "datastructure" | "any";
  readonly agencies: ReadonlySet<string> | undefined;
  readonly ids: ReadonlySet<string> | undefined;
  readonly version: VersionChoice;
}

/** The dataflows that a pattern names: by themselves, or by their data structure. */
export function findFlows({flows}: SdmxContent, {context, agencies, ids, version}: FlowPattern): FlowContent[] {
  return flows.filter(({flow, structure}) => {
    const named = [...(context !== "datastructure" ? [flow] : []), ...(context !== "dataflow" ? [structure] : [])];
    return named.some(
      (one) =>
        (agencies?.has(one.agency) ?? true) &&
        (ids?.has(one.id) ?? true) &&
        version([one.version]).includes(one.version)
    );
  });
}

/** Throws where no dataflow has the name; says which there are. */
export function assertFlows(found: readonly FlowContent[], {flows}: SdmxContent, name: string): void {
  if (found.length === 0)
    throw new SdmxFault(
      "no-results",
      `Dataflow "${name.slice(0, 80)}" does not exist, there are ${flows.map(({flow}) => flow.id).join(", ")}`
    );
}

const graphs = new WeakMap<readonly Structure[], Map<string, StructureGraph>>();

/** The graph of a content's structures, made once for each version of the service. */
export function graphOf({structures}: SdmxContent, version: "2.1" | "3.0"): StructureGraph {
  let byVersion = graphs.get(structures);
  if (!byVersion) {
    byVersion = new Map();
    graphs.set(structures, byVersion);
  }
  let graph = byVersion.get(version);
  if (!graph) {
    const path = ({type, agency, id, version: of}: Structure) =>
      version === "2.1"
        ? `${type === "dataconstraint" ? "contentconstraint" : type}/${agency}/${id}/${of}`
        : `structure/${type}/${agency}/${id}/${of}`;
    graph = makeStructureGraph(structures, {withAgencies: version === "3.0", urlOf: path});
    byVersion.set(version, graph);
  }
  return graph;
}
