import {availabilityConstraint, findAvailability} from "../../sdmx/query/availability.ts";
import type {DataQuery} from "../../sdmx/query/data-query.ts";
import type {KeyPattern} from "../../sdmx/query/key.ts";
import {assertComponents} from "../../sdmx/query/parameters.ts";
import type {StructureGraph} from "../../sdmx/query/structure-graph.ts";
import type {DataStructure, Structure, StructureType} from "../../sdmx/structures.ts";
import type {FlowContent} from "./content.ts";
import {limitItems} from "./structures.ts";

/** An availability request, read. */
export interface AvailabilityRequest {
  readonly one: FlowContent;
  readonly query: DataQuery;
  readonly keys: readonly KeyPattern[];
  /** Dimensions asked about; undefined for all. */
  readonly components: ReadonlySet<string> | undefined;
  readonly mode: "exact" | "available";
  /** Types of structures to send along; "all" for every one that the answer refers to. */
  readonly references: "none" | "all" | ReadonlySet<StructureType>;
}

/** Answers which values there are, as a constraint; undefined when nothing matches. */
export async function findAvailable(
  graph: StructureGraph,
  request: AvailabilityRequest
): Promise<Structure[] | undefined> {
  const {one, query, keys, components, mode, references} = request;
  const {flow, structure} = one;
  if (components) assertDimensions(components, structure);
  const selection = {structure, keys, query, atObservation: "TIME_PERIOD"};
  const found = await findAvailability(one.rows(), selection, {mode, components});
  if (found.region.length === 0) return undefined;
  const constraint = availabilityConstraint(
    {type: "dataflow", agency: flow.agency, id: flow.id, version: flow.version},
    found
  );
  if (references === "none") return [constraint];
  const along = graph.resolve([flow], "descendants", "full");
  const wanted = references === "all" ? along : along.filter(({type}) => references.has(type));
  return [constraint, ...limitItems(wanted, structure, found.region)];
}

function assertDimensions(components: ReadonlySet<string>, {dimensions}: DataStructure): void {
  assertComponents(
    [...components],
    dimensions.map(({id}) => id),
    "Path"
  );
}
