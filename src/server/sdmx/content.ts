import {agency} from "../../sdmx/agency.ts";
import {conceptScheme, frameStructures, structureVersion} from "../../sdmx/publish/figure-structures.ts";
import {type Availability, findAvailability} from "../../sdmx/query/availability.ts";
import {parseDataQuery30} from "../../sdmx/query/parameters.ts";
import type {RowSource} from "../../sdmx/query/select.ts";
import type {DataConstraint, Dataflow, DataStructure, Structure} from "../../sdmx/structures.ts";

/** A dataflow and its rows. */
export interface FlowContent {
  readonly flow: Dataflow;
  readonly structure: DataStructure;
  /** All rows with all vintages, in the order that `RowSource` tells; may be asked for again. */
  rows(): RowSource;
}

/** All that an SDMX service publishes. */
export interface SdmxContent {
  readonly structures: readonly Structure[];
  readonly flows: readonly FlowContent[];
  /** When the content was last changed. */
  readonly updated: Date;
  /** Differs wherever the content does. */
  readonly mark: string;
  /** ISO date of now. */
  today(): string;
}

/** Puts flows and structures together, with a constraint for each flow that says what it holds. */
export async function makeContent(
  flows: readonly (FlowContent & {readonly category: string})[],
  structures: readonly Structure[],
  of: Pick<SdmxContent, "updated" | "mark" | "today">
): Promise<SdmxContent> {
  const constraints: DataConstraint[] = [];
  for (const one of flows) {
    const selection = {
      structure: one.structure,
      keys: [],
      query: parseDataQuery30("*", []),
      atObservation: "TIME_PERIOD"
    };
    const found = await findAvailability(one.rows(), selection, {mode: "exact", components: undefined});
    if (found.observations > 0) constraints.push(constraintOf(one.flow, found));
  }
  const dataStructures = new Map(flows.map(({structure}) => [structure.id, structure]));
  return {
    structures: [
      ...frameStructures(flows.map(({flow, category}) => ({...flow, category}))),
      conceptScheme(),
      ...dataStructures.values(),
      ...structures,
      ...flows.map(({flow}) => flow),
      ...constraints
    ],
    flows,
    ...of
  };
}

function constraintOf(flow: Dataflow, {region, series, observations}: Availability): DataConstraint {
  return {
    type: "dataconstraint",
    agency,
    id: `CON_${flow.id}`,
    version: structureVersion,
    names: {en: `Content of ${flow.names.en ?? flow.id}`, ru: `Содержание: ${flow.names.ru ?? flow.id}`},
    role: "actual",
    attachedTo: [{type: "dataflow", agency: flow.agency, id: flow.id, version: flow.version}],
    region,
    counts: {series, observations}
  };
}
