import {parseCsv} from "../base/csv.ts";
import type {Report} from "./report.ts";
import type {Table} from "./table.ts";

/** Reads a CSV text as a table; breaches of CSV's grammar are noted. */
export function readCsvTable(text: string, file: string, report: Report): Table {
  const csv = parseCsv(text);
  for (const {place, found, wanted} of csv.problems) report.violations.push({file, ...place, found, wanted});
  return {
    file,
    header: csv.length > 0 ? csv.cells(0) : [],
    length: Math.max(0, csv.length - 1),
    cells: (row) => csv.cells(row + 1),
    place: (row, cell) => (csv.length > 0 ? csv.place(row + 1, cell) : {line: 1, column: 1})
  };
}
