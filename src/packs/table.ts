import type {Violation} from "../base/errors.ts";
import type {SqlValue} from "../store/engine.ts";
import {type Column, fromCells, parsePrices, parseProduct} from "../store/figure-columns.ts";
import {list, type Placed, type PlaceOf, type Report, show} from "./report.ts";

/** A table of texts as it was read: its header, its rows and where each cell stands. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  /** Number of rows, the header left out. */
  readonly length: number;
  cells(row: number): readonly string[];
  /** Place of a cell; row −1 is the header. */
  place(row: number, cell: number): Pick<Violation, "line" | "column">;
}

/** Puts the records of a table together; breaches of its form are noted, those of the schema are left to the schema. */
export function tableRecords(table: Table, columns: readonly Column[], report: Report): Placed<unknown>[] {
  if (!checkHeader(table, columns, report)) return [];
  const order = columns.map(({name}) => table.header.indexOf(name));
  const records: Placed<unknown>[] = [];
  for (let row = 0; row < table.length; row++) {
    const cells = table.cells(row);
    if (cells.length === table.header.length) records.push(rowRecord(table, row, cells, columns, order));
    else {
      const place = placeOf(table, row, columns, order);
      report.note(place, [], rowShape(cells), `${table.header.length} cells`);
      records.push({value: {id: cells[table.header.indexOf("id")]}, place, isBroken: true});
    }
  }
  return records;
}

function rowShape(cells: readonly string[]): string {
  if (cells.length > 1) return `${cells.length} cells`;
  return cells[0] === "" ? "an empty line" : "1 cell";
}

function checkHeader({file, header, place}: Table, columns: readonly Column[], report: Report): boolean {
  const names = columns.map(({name}) => name);
  const missing = names.filter((name) => !header.includes(name));
  const note = (at: number, found: string, wanted: string) =>
    report.violations.push({file, ...place(-1, at), ...(header[at] && {field: header[at]}), found, wanted});
  header.forEach((name, at) => {
    if (!names.includes(name)) note(at, `unknown column ${show(name)}`, `only the columns ${list(names)}`);
    else if (header.indexOf(name) < at) note(at, `column ${show(name)} again`, "each column once");
  });
  if (header.length === 0) note(0, "no header", `the columns ${list(names)}`);
  else if (missing.length > 0) note(0, `no column ${list(missing)}`, `the columns ${list(names)}`);
  return missing.length === 0;
}

function rowRecord(
  table: Table,
  row: number,
  cells: readonly string[],
  columns: readonly Column[],
  order: readonly number[]
): Placed<unknown> {
  const value = fromCells(columns, (column, index) => readCell(column, cells[order[index]!]!));
  return {
    value,
    place: placeOf(table, row, columns, order),
    wanted: (path, found) => wantedForm(columnAt(columns, path), found)
  };
}

/** Text of a cell as a value; what cannot be read as one stays text, which the schema then refuses. */
function readCell({type}: Column, text: string): SqlValue {
  if (text === "") return null;
  if (type === "ids") return text.split(/\s+/).filter((id) => id !== "");
  return type === "number" || type === "integer" ? (parseNumber(text) ?? text) : text;
}

const number = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

function parseNumber(text: string): number | undefined {
  const value = number.test(text) ? Number(text) + 0 : Number.NaN; // + 0 turns −0 into 0
  return Number.isFinite(value) ? value : undefined;
}

/** What a cell that could not be read is wanted to look like, for the types that are not plain text. */
function wantedForm(column: Column | undefined, found: unknown): string | undefined {
  if (typeof found !== "string") return undefined;
  if (column?.type === "number") return "a number as 33300000000 or 33.3e9";
  if (column?.type === "prices" && parsePrices(found) === undefined) return '"current" or "constant:YEAR:DEFLATOR"';
  return column?.type === "product" && parseProduct(found) === undefined ? '"SCHEME:CODE", as "HS:27"' : undefined;
}

function placeOf(table: Table, row: number, columns: readonly Column[], order: readonly number[]): PlaceOf {
  return (path) => {
    const column = columnAt(columns, path);
    const at = column ? order[columns.indexOf(column)]! : 0;
    return {file: table.file, ...table.place(row, at), ...(column && {field: column.name})};
  };
}

/** The column in which a member of the record stands; of a member within a cell, the cell's. */
function columnAt(columns: readonly Column[], path: readonly PropertyKey[]): Column | undefined {
  return columns.find(({path: [outer, inner]}) => outer === path[0] && (inner === undefined || inner === path[1]));
}
