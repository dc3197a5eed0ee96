import {parseCsv} from "../../../base/csv.ts";
import type {Violation} from "../../../base/errors.ts";
import {badTable} from "./bad-table.ts";
import type {CellTable} from "./world.ts";

/** What spreadsheets of some languages put between cells. */
const separators = [
  [";", "semicolons"],
  ["\t", "tabs"]
] as const;

/** Reads CSV text as a table; breaches of RFC 4180 and rows of another length are errors. */
export function csvTable(text: string, file: string): CellTable {
  const csv = parseCsv(text.startsWith("\uFEFF") ? text.slice(1) : text);
  const violations: Violation[] = csv.problems.map(({place, found, wanted}) => ({file, ...place, found, wanted}));
  const header = csv.length > 0 ? csv.cells(0).map((name) => name.trim()) : [];
  const other = header.length === 1 ? separators.find(([mark]) => header[0]!.includes(mark)) : undefined;
  if (other) {
    const wanted = 'commas, and "." in numbers: save it as CSV of an English spreadsheet, or replace them';
    throw badTable([{file, line: 1, found: `${other[1]} between cells`, wanted}]);
  }
  if (header.length === 0) violations.push({file, found: "nothing", wanted: "a header and rows"});
  for (let record = 1; record < csv.length && violations.length === 0; record++) {
    const count = csv.cells(record).length;
    if (count !== header.length)
      violations.push({
        file,
        ...csv.place(record, 0),
        found: `${count} cells`,
        wanted: `${header.length}, as in the header`
      });
  }
  if (violations.length > 0) throw badTable(violations);
  return {
    file,
    header,
    length: csv.length - 1,
    cells: (row) => csv.cells(row + 1),
    place: (row, cell) => csv.place(row + 1, cell)
  };
}

/** Reads the cells of a table, noting what is no number. */
export interface CellReader {
  text(row: number, column: number): string;
  /** A number of at least `least`; NaN, with a note, where the cell holds none. */
  number(row: number, column: number, least: number): number;
  note(row: number, column: number, found: string, wanted: string): void;
  /** Throws everything noted as one error. */
  finish(): void;
}

const form = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/;

/** Makes a reader of a table's cells. */
export function cellReader(table: CellTable): CellReader {
  const violations: Violation[] = [];
  let at = -1;
  let cells: readonly string[] = [];
  const text = (row: number, column: number) => {
    if (row !== at) {
      cells = table.cells(row);
      at = row;
    }
    return cells[column]!.trim();
  };
  const note = (row: number, column: number, found: string, wanted: string) => {
    const field = table.header[column];
    violations.push({file: table.file, ...table.place(row, column), ...(field && {field}), found, wanted});
  };
  return {
    text,
    note,
    number(row, column, least) {
      const cell = text(row, column);
      const value = form.test(cell) ? Number(cell) : Number.NaN;
      if (value >= least && Number.isFinite(value)) return value;
      note(row, column, cell === "" ? "an empty cell" : `"${cell}"`, `a number of at least ${least}`);
      return Number.NaN;
    },
    finish() {
      if (violations.length > 0) throw badTable(violations);
    }
  };
}
