import {ConcordError} from "../../base/errors.ts";
import type {Action, Chunks, DataBatch, DataRecord, DataSetFacts} from "../records.ts";
import type {StructureReference} from "../structures.ts";
import {parseUrn} from "../urn.ts";
import {joinChunks, parseJson} from "./message-text.ts";

/** How to read SDMX-JSON data. */
export interface JsonOptions {
  /** Longest message in characters, because all of it is held in memory; defaults to 400 million. */
  readonly limit?: number;
}

type Cell = unknown;

interface JsonComponent {
  readonly id: string;
  readonly keyPosition?: number;
  readonly values?: readonly ({readonly id?: string; readonly value?: Cell; readonly name?: string} | null)[];
}

interface JsonStructure {
  readonly links?: readonly {readonly urn?: string}[];
  readonly dimensions?: Readonly<Record<string, readonly JsonComponent[]>>;
  readonly measures?: Readonly<Record<string, readonly JsonComponent[]>>;
  readonly attributes?: Readonly<Record<string, readonly JsonComponent[]>>;
}

interface JsonSeries {
  readonly attributes?: readonly Cell[];
  readonly observations?: Readonly<Record<string, readonly Cell[]>>;
}

interface JsonDataSet extends JsonSeries {
  readonly structure?: number;
  readonly action?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly dimensionGroupAttributes?: Readonly<Record<string, readonly Cell[]>>;
  readonly series?: Readonly<Record<string, JsonSeries>>;
}

interface JsonMessage {
  readonly data?: {
    readonly structure?: JsonStructure;
    readonly structures?: JsonStructure[];
    readonly dataSets?: JsonDataSet[];
  };
  readonly structure?: JsonStructure;
  readonly dataSets?: JsonDataSet[];
  readonly errors?: readonly {
    readonly code?: number;
    readonly title?: string;
    readonly detail?: string;
    readonly titles?: Record<string, string>;
  }[];
}

const batchSize = 10_000;

/**
 * Reads SDMX-JSON data 1.0, 2.0 and 2.1, by series, flat, or by another dimension at the observation. The message is
 * held as a whole, because the values that its indices point to may stand at its end.
 */
export async function* readDataJson(
  chunks: Chunks,
  {limit = 400_000_000}: JsonOptions = {}
): AsyncGenerator<DataBatch> {
  const message = parseJson(await joinChunks(chunks, limit)) as JsonMessage;
  const {structures, dataSets} = partsOf(message);
  for (const dataSet of dataSets) {
    const structure = structures[dataSet.structure ?? 0];
    if (!structure) throw bad(`data set points to structure ${dataSet.structure}, there are ${structures.length}`);
    yield* batchesOf(structure, dataSet);
  }
}

function partsOf(message: JsonMessage): {structures: JsonStructure[]; dataSets: JsonDataSet[]} {
  if (typeof message !== "object" || message === null) throw bad("message is no object");
  const fault = message.errors?.[0];
  const {structure, structures, dataSets} = message.data ?? (message as NonNullable<JsonMessage["data"]>);
  if (fault && !dataSets)
    throw new ConcordError(
      "bad_data",
      `SDMX service answered with error ${fault.code}: ${fault.title ?? fault.titles?.en ?? fault.detail ?? ""}`,
      {
        details: {code: fault.code}
      }
    );
  if (!dataSets)
    throw bad(`message has no "dataSets", found the fields ${Object.keys(message).slice(0, 8).join(", ")}`);
  return {structures: structures ?? (structure ? [structure] : []), dataSets};
}

function bad(message: string): ConcordError {
  return new ConcordError("bad_data", `SDMX-JSON ${message}`);
}

function* batchesOf(structure: JsonStructure, dataSet: JsonDataSet): Generator<DataBatch> {
  const facts = factsOf(structure, dataSet);
  const {dimensions = {}, attributes = {}, measures} = structure;
  const seriesDimensions = inKeyOrder(dimensions.series ?? []);
  const atObservation = inKeyOrder(dimensions.observation ?? []);
  const observationParts = {
    measures: measures ? (measures.observation ?? []) : [{id: "OBS_VALUE"}], // 1.0 has one, which it does not list
    attributes: attributes.observation ?? []
  };
  const fixed: Record<string, string> = {};
  for (const {id, values} of dimensions.dataSet ?? []) put(fixed, id, textOf(values?.[0]));
  fill(fixed, attributes.dataSet ?? [], dataSet.attributes ?? []);
  const groups = groupsOf(structure, dataSet);

  let records: DataRecord[] = [];
  function* flush(final: boolean): Generator<DataBatch> {
    if (records.length >= (final ? 1 : batchSize)) {
      yield {dataSet: facts, records};
      records = [];
    }
  }

  const observe = (outer: Record<string, string>, observations: JsonSeries["observations"]) => {
    for (const key in observations) {
      const record = {...outer};
      unlock(record, atObservation, key);
      fillObservation(record, observationParts, observations[key]!);
      records.push(groups.length > 0 ? {...groupValues(groups, record), ...record} : record);
    }
  };

  observe(fixed, dataSet.observations);
  yield* flush(false);
  for (const key in dataSet.series) {
    const one = dataSet.series[key]!;
    const outer = {...fixed};
    unlock(outer, seriesDimensions, key);
    fill(outer, attributes.series ?? [], one.attributes ?? []);
    observe(outer, one.observations);
    yield* flush(false);
  }
  yield* flush(true);
}

function factsOf({links}: JsonStructure, {action, validFrom, validTo}: JsonDataSet): DataSetFacts {
  const references = (links ?? []).flatMap(({urn}) => (urn ? (parseUrn(urn)?.reference ?? []) : []));
  const structure =
    references.find(({type}) => type === "dataflow") ?? references.find(({type}) => type === "datastructure");
  return {
    ...(structure && {structure: structure as StructureReference<"dataflow" | "datastructure">}),
    action: (action as Action | undefined) ?? "Information",
    ...(validFrom !== undefined && {validFrom}),
    ...(validTo !== undefined && {validTo})
  };
}

/** Keys follow the order of the lists; services are found that list by key position, so both orders are the same. */
function inKeyOrder(components: readonly JsonComponent[]): readonly JsonComponent[] {
  return components.every(({keyPosition}) => keyPosition !== undefined)
    ? [...components].sort((a, b) => a.keyPosition! - b.keyPosition!)
    : components;
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(",");
  const {id, value: plain, values, name} = value as {id?: string; value?: Cell; values?: Cell[]; name?: string};
  // Ids cannot hold the solidus of a time range, so 1.0 messages may write it as two hyphens, which ISO 8601 allows.
  const period = id?.replace(/^(\d{4}(?:-\d{2}){0,2})--(?=P)/, "$1/");
  return textOf(plain) ?? textOf(values) ?? period ?? name ?? textOf(Object.values(value)[0]);
}

function put(record: Record<string, string>, id: string, text: string | undefined): void {
  if (text !== undefined) record[id] = text;
}

/** Puts the values that a key such as "0:3:1" points to. */
function unlock(record: Record<string, string>, dimensions: readonly JsonComponent[], key: string): void {
  const indices = key === "" ? [] : key.split(":");
  if (indices.length !== dimensions.length)
    throw bad(`key "${key}" has ${indices.length} parts, wanted ${dimensions.length}`);
  for (let d = 0; d < dimensions.length; d++) {
    const {id, values} = dimensions[d]!;
    const value = values?.[Number(indices[d])];
    if (value === undefined) throw bad(`key "${key}" points to value ${indices[d]} of "${id}", which is not there`);
    put(record, id, textOf(value));
  }
}

/** Cells are indices where the component lists its values, and the values themselves where it does not. */
function fill(record: Record<string, string>, components: readonly JsonComponent[], cells: readonly Cell[]): void {
  for (let c = 0; c < components.length && c < cells.length; c++)
    put(record, components[c]!.id, cellText(components[c]!, cells[c]));
}

function cellText({id, values}: JsonComponent, cell: Cell): string | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (!values || values.length === 0 || typeof cell !== "number") return textOf(cell);
  const value = values[cell];
  if (value === undefined) throw bad(`points to value ${cell} of "${id}", which is not there`);
  return textOf(value);
}

function fillObservation(
  record: Record<string, string>,
  {measures, attributes}: {measures: readonly JsonComponent[]; attributes: readonly JsonComponent[]},
  cells: readonly Cell[]
): void {
  fill(record, measures, cells);
  fill(record, attributes, cells.slice(measures.length));
}

interface Group {
  readonly key: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/** Attributes of partial keys; the positions of a key are those of all dimensions, empty where one is not part of it. */
function groupsOf({dimensions = {}, attributes = {}}: JsonStructure, {dimensionGroupAttributes}: JsonDataSet): Group[] {
  const all = inKeyOrder([
    ...(dimensions.dataSet ?? []),
    ...(dimensions.series ?? []),
    ...(dimensions.observation ?? [])
  ]);
  return Object.entries(dimensionGroupAttributes ?? {}).map(([text, cells]) => {
    const key: Record<string, string> = {};
    for (const [d, index] of text.split(":").entries()) {
      const dimension = all[d];
      if (index !== "" && dimension) put(key, dimension.id, textOf(dimension.values?.[Number(index)]));
    }
    const values: Record<string, string> = {};
    fill(values, attributes.dimensionGroup ?? [], cells);
    return {key, values};
  });
}

function groupValues(groups: readonly Group[], record: DataRecord): Record<string, string> {
  const values: Record<string, string> = {};
  for (const {key, values: own} of groups)
    if (Object.keys(key).every((id) => record[id] === key[id])) Object.assign(values, own);
  return values;
}
