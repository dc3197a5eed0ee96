import type {Violation} from "../../../base/errors.ts";
import {badTable} from "./bad-table.ts";
import {type CellReader, cellReader} from "./cell-table.ts";
import type {CellTable, Production, TradeWorld} from "./world.ts";

/** The tables beside the flows that a world of many sectors needs. */
export interface ProductionTables {
  /** Columns sector, theta. */
  readonly sectors: CellTable;
  /** Columns economy, sector, valueAddedShare. */
  readonly production: CellTable;
  /** Columns economy, user, input, share. */
  readonly inputs: CellTable;
}

/** Adds to a world how its sectors produce. */
export function readProduction(world: TradeWorld, tables: ProductionTables): TradeWorld {
  const production: Production = {
    theta: readTheta(world, tables.sectors),
    valueAddedShare: readShares(world, tables.production),
    inputShare: readInputs(world, tables.inputs)
  };
  refuseGaps(world, production, tables);
  return {...world, production};
}

function readTheta({sectors}: TradeWorld, table: CellTable): Float64Array {
  const [sector, value] = columnsOf(table, ["sector", "theta"]);
  const reader = cellReader(table);
  const theta = new Float64Array(sectors.length).fill(Number.NaN);
  for (let row = 0; row < table.length; row++) {
    const at = placeOf(reader, row, sector!, sectors);
    const elasticity = reader.number(row, value!, 0);
    if (elasticity === 0) reader.note(row, value!, "0", "a trade elasticity above 0");
    if (at >= 0) theta[at] = elasticity;
  }
  reader.finish();
  return theta;
}

function readShares({economies, sectors}: TradeWorld, table: CellTable): Float64Array {
  const [economy, sector, value] = columnsOf(table, ["economy", "sector", "valueAddedShare"]);
  const reader = cellReader(table);
  const shares = new Float64Array(economies.length * sectors.length).fill(Number.NaN);
  for (let row = 0; row < table.length; row++) {
    const i = placeOf(reader, row, economy!, economies);
    const j = placeOf(reader, row, sector!, sectors);
    const share = reader.number(row, value!, 0);
    if (share > 1 || share === 0) reader.note(row, value!, String(share), "a share above 0 and at most 1");
    if (i >= 0 && j >= 0) shares[i * sectors.length + j] = share;
  }
  reader.finish();
  return shares;
}

function readInputs({economies, sectors}: TradeWorld, table: CellTable): Float64Array {
  const [economy, user, input, value] = columnsOf(table, ["economy", "user", "input", "share"]);
  const reader = cellReader(table);
  const count = sectors.length;
  const shares = new Float64Array(economies.length * count * count);
  for (let row = 0; row < table.length; row++) {
    const i = placeOf(reader, row, economy!, economies);
    const j = placeOf(reader, row, user!, sectors);
    const k = placeOf(reader, row, input!, sectors);
    const share = reader.number(row, value!, 0);
    if (i >= 0 && j >= 0 && k >= 0) shares[(i * count + j) * count + k] = share;
  }
  reader.finish();
  return shares;
}

function columnsOf(table: CellTable, names: readonly string[]): number[] {
  const lower = table.header.map((name) => name.toLowerCase());
  const missing = names.filter((name) => !lower.includes(name.toLowerCase()));
  if (missing.length > 0)
    throw badTable([
      {file: table.file, line: 1, found: `no column ${missing.join(", ")}`, wanted: `the columns ${names.join(", ")}`}
    ]);
  return names.map((name) => lower.indexOf(name.toLowerCase()));
}

function placeOf(reader: CellReader, row: number, column: number, names: readonly string[]): number {
  const at = placesOf(names).get(reader.text(row, column)) ?? -1;
  if (at < 0) reader.note(row, column, `"${reader.text(row, column)}"`, "a name that the flows have");
  return at;
}

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  const found = places.get(names) ?? new Map(names.map((name, at) => [name, at]));
  places.set(names, found);
  return found;
}

function refuseGaps({economies, sectors}: TradeWorld, production: Production, tables: ProductionTables): void {
  const violations: Violation[] = [];
  sectors.forEach((name, j) => {
    if (Number.isNaN(production.theta[j]!))
      violations.push({file: tables.sectors.file, found: `no elasticity of "${name}"`, wanted: "one of every sector"});
  });
  economies.forEach((economy, i) => {
    sectors.forEach((sector, j) => {
      const user = i * sectors.length + j;
      const share = production.valueAddedShare[user]!;
      if (Number.isNaN(share))
        violations.push({
          file: tables.production.file,
          found: `no value-added share of "${sector}" in "${economy}"`,
          wanted: "one of every sector and economy"
        });
      const inputs = production.inputShare.subarray(user * sectors.length, (user + 1) * sectors.length);
      if (share < 1 && !inputs.some((value) => value > 0))
        violations.push({
          file: tables.inputs.file,
          found: `no inputs of "${sector}" in "${economy}", which adds less than all of its value`,
          wanted: "shares of its inputs"
        });
    });
  });
  if (violations.length > 0) throw badTable(violations);
}
