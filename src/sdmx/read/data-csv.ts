import {ConcordError} from "../../base/errors.ts";
import type {Action, Chunks, DataBatch, DataRecord, DataSetFacts} from "../records.ts";
import type {StructureReference} from "../structures.ts";
import {parseShortName} from "../urn.ts";
import {makeCsvReader} from "./csv-rows.ts";

/** How to read SDMX-CSV. */
export interface CsvOptions {
  /** Components whose cells may be "CODE: label"; defaults to every component of a message whose header has labels. */
  readonly coded?: ReadonlySet<string>;
}

interface Layout {
  readonly version: 1 | 2;
  readonly width: number;
  /** Component of each column; undefined for columns that are none. */
  readonly components: readonly (string | undefined)[];
  readonly labelled: readonly boolean[];
  readonly action: number;
}

const actions: Readonly<Record<string, Action>> = {
  I: "Information",
  A: "Append",
  M: "Merge",
  R: "Replace",
  D: "Delete"
};

/**
 * Reads SDMX-CSV 1.0 and 2.0 as it arrives, with commas, semicolons or tabs, with or without labels and keys. Empty
 * cells are absent from the records; `NaN` and `#N/A` stay as they stand, because they mean other things than empty.
 */
export async function* readDataCsv(chunks: Chunks, {coded}: CsvOptions = {}): AsyncGenerator<DataBatch> {
  const reader = makeCsvReader();
  let layout: Layout | undefined;
  let last: {readonly key: string; readonly dataSet: DataSetFacts} | undefined;
  let line = 1;

  function* batchesOf(rows: readonly (readonly string[])[]): Generator<DataBatch> {
    let records: DataRecord[] = [];
    for (const row of rows) {
      if (!layout) {
        layout = layoutOf(row, coded);
        continue;
      }
      line++;
      if (row.length === 1 && row[0] === "") continue;
      if (row.length !== layout.width) throw widthError(line, row.length, layout.width);
      const key = layout.version === 1 ? row[0]! : `${row[0]}\u0000${row[1]}\u0000${row[layout.action] ?? ""}`;
      if (key !== last?.key) {
        if (last && records.length > 0) yield {dataSet: last.dataSet, records};
        records = [];
        last = {key, dataSet: factsOf(layout, row, line)};
      }
      records.push(recordOf(layout, row));
    }
    if (last && records.length > 0) yield {dataSet: last.dataSet, records};
  }

  for await (const chunk of chunks) yield* batchesOf(reader.write(chunk));
  yield* batchesOf(reader.end());
  if (!layout)
    throw new ConcordError("bad_data", "SDMX-CSV is empty, wanted a header that begins with DATAFLOW or STRUCTURE");
}

function widthError(line: number, found: number, wanted: number): ConcordError {
  return new ConcordError("bad_data", `SDMX-CSV record ${line} has ${found} cells, wanted ${wanted} as in the header`, {
    details: {record: line, found, wanted}
  });
}

function layoutOf(header: readonly string[], coded: ReadonlySet<string> | undefined): Layout {
  const first = header[0]!.replace(/\[.*\]$/, "");
  if (first !== "DATAFLOW" && first !== "STRUCTURE")
    throw new ConcordError(
      "bad_data",
      `SDMX-CSV begins with the column "${header[0]!.slice(0, 60)}", wanted DATAFLOW (1.0) or STRUCTURE (2.0)`,
      {details: {found: header[0]}}
    );
  const version = first === "DATAFLOW" ? 1 : 2;
  const names = header.map((cell) => cell.split(": ")[0]!.replace(/\[.*\]$/, ""));
  const twice = names.slice(1).find((name, at) => names.indexOf(name) !== at + 1);
  if (twice !== undefined) throw new ConcordError("bad_data", `SDMX-CSV has the column "${twice}" twice`);
  const labelled = names.includes("STRUCTURE_NAME");
  const frame = new Set(
    version === 1 ? ["DATAFLOW"] : ["STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY"]
  );
  const firstComponent = names.findIndex((name) => !frame.has(name));
  return {
    version,
    width: header.length,
    // With labels=name every component's column is followed by one of names.
    components: names.map((name, at) =>
      frame.has(name) || (labelled && (at - firstComponent) % 2 === 1) ? undefined : name
    ),
    labelled: header.map((cell, at) => cell.includes(": ") && (coded?.has(names[at]!) ?? true)),
    action: names.indexOf("ACTION")
  };
}

function factsOf({version, action}: Layout, row: readonly string[], line: number): DataSetFacts {
  const type = version === 2 && row[0] === "datastructure" ? "datastructure" : "dataflow";
  const name = row[version === 1 ? 0 : 1]!;
  const structure = parseShortName(name, type) as StructureReference<"dataflow" | "datastructure"> | undefined;
  if (!structure)
    throw new ConcordError(
      "bad_data",
      `SDMX-CSV record ${line} is of "${name.slice(0, 60)}", wanted AGENCY:ID(VERSION)`
    );
  return {structure, action: actions[row[action] ?? "I"] ?? "Information"};
}

function recordOf({components, labelled}: Layout, row: readonly string[]): DataRecord {
  const record: Record<string, string> = {};
  for (let at = 1; at < row.length; at++) {
    const component = components[at];
    const cell = row[at]!;
    if (component === undefined || cell === "") continue;
    const colon = labelled[at] ? cell.indexOf(": ") : -1; // dateTimes have colons, but no space after them
    record[component] = colon < 0 ? cell : cell.slice(0, colon);
  }
  return record;
}
