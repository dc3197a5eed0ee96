import {maybeTimePeriod, startOf} from "../query/time-period.ts";
import {shortName} from "../urn.ts";
import {type Column, type DataWriter, type Layout, levelsOf, nameIn, type Row} from "./layout.ts";

/** Options of SDMX-CSV, by the names that the media type has for them. */
export interface CsvWriteOptions {
  readonly version: 1 | 2;
  /** "id": codes; "both": "code: name" in one cell; "name": names in columns of their own (2.0). Defaults to "id". */
  readonly labels?: "id" | "name" | "both";
  /** "normalized" writes every period as the day it begins. Defaults to "original". */
  readonly timeFormat?: "original" | "normalized";
  /** Columns of keys (2.0). Defaults to "none". */
  readonly keys?: "none" | "obs" | "series" | "both";
  readonly language: string;
  /** Whether rows are observations; where not, each stands for a series and has no period. Defaults to true. */
  readonly withObservations?: boolean;
}

const actionLetters = {Information: "I", Append: "A", Merge: "M", Replace: "R", Delete: "D"} as const;

/** Writes SDMX-CSV 1.0 or 2.0. */
export function makeCsvWriter(layout: Layout, options: CsvWriteOptions): DataWriter {
  const {version, labels = "id", timeFormat = "original", keys = "none", language, withObservations = true} = options;
  const columns = [...layout.dimensions, ...layout.measures, ...layout.attributes];
  const normalized = timeFormat === "normalized";
  const cells = columns.map((column) => makeCell(column, labels, normalized, language));
  const at = columns.map((column) => column.at);
  const {seriesKey} = levelsOf(layout);
  const keyColumns: (readonly Column[])[] = [];
  if (version === 2 && (keys === "series" || keys === "both"))
    keyColumns.push(seriesKey.length > 0 ? seriesKey : layout.dimensions.filter(({isTime}) => !isTime));
  if (version === 2 && (keys === "obs" || keys === "both")) keyColumns.push(layout.dimensions);
  let prefix = "";

  const flowName = nameIn(layout.flow.names, language) ?? layout.flow.id;
  const flow = shortName(layout.flow);
  const flowCell = quoted(labels === "both" ? `${flow}: ${flowName}` : flow);

  return {
    begin() {
      const frame =
        version === 1
          ? ["DATAFLOW"]
          : ["STRUCTURE", "STRUCTURE_ID", ...(labels === "name" ? ["STRUCTURE_NAME"] : []), "ACTION"];
      if (version === 2 && (keys === "series" || keys === "both")) frame.push("SERIES_KEY");
      if (version === 2 && (keys === "obs" || keys === "both")) frame.push("OBS_KEY");
      const header = [...frame, ...columns.flatMap((column) => headerOf(column, labels, language).map(quoted))];
      return `${header.join(",")}\r\n`;
    },
    openDataSet({action}) {
      prefix =
        version === 1
          ? flowCell
          : ["dataflow", flowCell, ...(labels === "name" ? [quoted(flowName)] : []), actionLetters[action]].join(",");
      return "";
    },
    rows(rows) {
      let text = "";
      for (const row of rows) {
        text += prefix;
        for (const key of keyColumns) text += `,${keyOf(key, row)}`;
        for (let c = 0; c < cells.length; c++) {
          const value = !withObservations && columns[c]!.isTime ? null : row[at[c]!]!;
          text += value === null ? (labels === "name" ? ",," : ",") : cells[c]!(value);
        }
        text += "\r\n";
      }
      return text;
    },
    closeDataSet: () => "",
    end: () => ""
  };
}

function keyOf(key: readonly Column[], row: Row): string {
  let text = "";
  for (let k = 0; k < key.length; k++) text += k === 0 ? row[key[k]!.at] : `.${row[key[k]!.at]}`;
  return text;
}

function headerOf({id, names}: Column, labels: CsvWriteOptions["labels"], language: string): string[] {
  const name = nameIn(names, language) ?? id;
  if (labels === "both") return [`${id}: ${name}`];
  return labels === "name" ? [id, uniqueName(name, id)] : [id];
}

/** Headers must differ; a name that is the id itself is marked. */
function uniqueName(name: string, id: string): string {
  return name === id ? `${name} (name)` : name;
}

/** How a value of a column is written, with its comma. Codes are written thousands of times each, so their text is kept. */
function makeCell(
  {codes, isTime}: Column,
  labels: CsvWriteOptions["labels"],
  normalized: boolean,
  language: string
): (value: string | number) => string {
  if (!codes && !isTime) {
    const after = labels === "name" ? "," : "";
    return (value) => (typeof value === "number" ? `,${value}${after}` : `,${quoted(value)}${after}`);
  }
  const known = new Map<string | number, string>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) {
      const code = isTime && normalized ? normalizedTime(String(value)) : String(value);
      const name = codes ? (nameIn(codes.get(String(value))?.names, language) ?? code) : code;
      const both = codes ? `${code}: ${name}` : code;
      text =
        labels === "both"
          ? `,${quoted(both)}`
          : labels === "name"
            ? `,${quoted(code)},${quoted(name)}`
            : `,${quoted(code)}`;
      if (known.size < 100_000) known.set(value, text);
    }
    return text;
  };
}

function normalizedTime(text: string): string {
  const period = maybeTimePeriod(text);
  return period ? startOf(period) : text;
}

/** RFC 4180: quoted where there is a separator, a quote or a line break, and at spaces that readers may trim. */
function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
