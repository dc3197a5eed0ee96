import type {Violation} from "../../../base/errors.ts";
import {badTable} from "./bad-table.ts";
import {cellReader} from "./cell-table.ts";
import {type CellTable, cellOf, type TradeWorld} from "./world.ts";

/** Names of the columns of a long table; the first that is there is taken. */
const columnNames = {
  exporter: ["exporter", "from", "origin"],
  importer: ["importer", "to", "destination"],
  sector: ["sector", "industry"],
  value: ["value", "trade", "flow"],
  tariff: ["tariff"]
} as const;

/**
 * Reads trade from a table: long, with columns exporter, importer, value and perhaps sector and tariff (per cent); or a square
 * matrix, with exporters in its first column and the same economies as importers in its header.
 */
export function readMatrix(table: CellTable): TradeWorld {
  const columns = longColumns(table);
  const world = columns ? readLong(table, columns) : readSquare(table);
  checkWorld(world, table.file);
  return world;
}

interface LongColumns {
  readonly exporter: number;
  readonly importer: number;
  readonly value: number;
  readonly sector: number;
  readonly tariff: number;
}

function longColumns({header}: CellTable): LongColumns | undefined {
  const lower = header.map((name) => name.toLowerCase());
  const find = (names: readonly string[]) => lower.findIndex((name) => names.includes(name));
  const columns = {
    exporter: find(columnNames.exporter),
    importer: find(columnNames.importer),
    value: find(columnNames.value),
    sector: find(columnNames.sector),
    tariff: find(columnNames.tariff)
  };
  return columns.exporter >= 0 && columns.importer >= 0 && columns.value >= 0 ? columns : undefined;
}

function readLong(table: CellTable, columns: LongColumns): TradeWorld {
  const reader = cellReader(table);
  const economies = namesIn(table, [columns.exporter, columns.importer]);
  const sectors = columns.sector < 0 ? ["all"] : namesIn(table, [columns.sector]);
  const place = new Map(economies.map((name, at) => [name, at]));
  const sectorPlace = new Map(sectors.map((name, at) => [name, at]));
  const n = economies.length;
  const flows = new Float64Array(sectors.length * n * n).fill(Number.NaN);
  const tariff = columns.tariff < 0 ? undefined : new Float64Array(flows.length).fill(1);
  for (let row = 0; row < table.length; row++) {
    const i = place.get(reader.text(row, columns.exporter))!;
    const m = place.get(reader.text(row, columns.importer))!;
    const j = columns.sector < 0 ? 0 : sectorPlace.get(reader.text(row, columns.sector))!;
    const cell = cellOf(n, j, m, i);
    if (!Number.isNaN(flows[cell]!)) reader.note(row, columns.value, "a second row of this pair", "one row a pair");
    flows[cell] = reader.number(row, columns.value, 0);
    if (tariff && i !== m && reader.text(row, columns.tariff) !== "")
      tariff[cell] = 1 + reader.number(row, columns.tariff, -99.9) / 100;
  }
  reader.finish();
  return {economies, sectors, flows: known(flows), ...(tariff && {tariff})};
}

function namesIn(table: CellTable, columns: readonly number[]): string[] {
  const names = new Set<string>();
  for (const column of columns)
    for (let row = 0; row < table.length; row++) names.add(table.cells(row)[column]!.trim());
  return [...names];
}

/** A pair without a row trades nothing. */
function known(flows: Float64Array): Float64Array {
  return flows.map((value) => (Number.isNaN(value) ? 0 : value));
}

function readSquare(table: CellTable): TradeWorld {
  const importers = table.header.slice(1);
  const economies = Array.from({length: table.length}, (_, row) => table.cells(row)[0]!.trim());
  const n = economies.length;
  refuseUnlike(table, economies, importers);
  const reader = cellReader(table);
  const flows = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let m = 0; m < n; m++) {
      const column = 1 + importers.indexOf(economies[m]!);
      flows[cellOf(n, 0, m, i)] = reader.number(i, column, 0);
    }
  reader.finish();
  return {economies, sectors: ["all"], flows};
}

function refuseUnlike({file, header}: CellTable, exporters: readonly string[], importers: readonly string[]): void {
  const violations: Violation[] = [];
  const form = "columns exporter, importer, value; or a square matrix with the same economies in rows and columns";
  if (exporters.length !== importers.length)
    violations.push({
      file,
      line: 1,
      found: `${exporters.length} rows and ${importers.length} columns of numbers (header ${header.join(", ").slice(0, 60)})`,
      wanted: form
    });
  else {
    const missing = exporters.find((name) => !importers.includes(name));
    if (missing !== undefined)
      violations.push({file, line: 1, found: `a row "${missing}" without a column of that name`, wanted: form});
  }
  const twice = exporters.find((name, at) => exporters.indexOf(name) < at);
  if (twice !== undefined) violations.push({file, line: 1, found: `"${twice}" twice`, wanted: "each economy once"});
  if (violations.length > 0) throw badTable(violations);
}

/** Every economy sells at home and abroad: the models divide by both. */
function checkWorld({economies, sectors, flows}: TradeWorld, file: string): void {
  const n = economies.length;
  const violations: Violation[] = [];
  if (n < 2) violations.push({file, found: `${n} economies`, wanted: "at least two"});
  economies.forEach((name, i) => {
    let domestic = 0;
    let exports = 0;
    for (let j = 0; j < sectors.length; j++)
      for (let m = 0; m < n; m++) {
        const flow = flows[cellOf(n, j, m, i)]!;
        if (m === i) domestic += flow;
        else exports += flow;
      }
    if (domestic <= 0)
      violations.push({
        file,
        field: name,
        found: `no domestic sales of "${name}"`,
        wanted: `a flow from "${name}" to itself: output less exports`
      });
    if (exports <= 0)
      violations.push({
        file,
        field: name,
        found: `no exports of "${name}"`,
        wanted: "a flow to at least one other economy"
      });
  });
  if (violations.length > 0) throw badTable(violations);
}
