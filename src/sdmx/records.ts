import type {StructureReference} from "./structures.ts";

/** What a receiver is to do with a data set. */
export type Action = "Information" | "Append" | "Merge" | "Replace" | "Delete";

/** What a message says of one of its data sets. */
export interface DataSetFacts {
  /** The dataflow, or the data structure, that the data are of; absent when the message does not say. */
  readonly structure?: StructureReference<"dataflow" | "datastructure">;
  readonly action: Action;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** One observation: component id → value as text, with the values of its series, group and data set. */
export type DataRecord = Readonly<Record<string, string>>;

/** Observations that follow each other in one data set of a message. */
export interface DataBatch {
  readonly dataSet: DataSetFacts;
  readonly records: readonly DataRecord[];
}

/** Texts of a message, in any cut, one after the other. */
export type Chunks = AsyncIterable<string> | Iterable<string>;
