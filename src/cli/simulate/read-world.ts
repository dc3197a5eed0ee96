import {existsSync, statSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {ConcordError} from "../../base/errors.ts";
import {badTable} from "../../kernels/trade/world/bad-table.ts";
import {csvTable} from "../../kernels/trade/world/cell-table.ts";
import {readMatrix} from "../../kernels/trade/world/read-matrix.ts";
import {readProduction} from "../../kernels/trade/world/read-production.ts";
import type {CellTable, TradeWorld} from "../../kernels/trade/world/world.ts";
import {makeReport} from "../../packs/report.ts";
import {readInputBytes} from "../read-input.ts";

const extensions = [".csv", ".csv.gz", ".parquet"];

/**
 * Reads what a trade model starts from: a table (CSV, gzipped CSV, Parquet), or a folder with `trade` and, for many sectors,
 * `sectors`, `production` and `inputs`; in a pack these are in its folder `trade`.
 */
export async function readWorld(path: string): Promise<TradeWorld> {
  const found = statSync(path, {throwIfNoEntry: false});
  if (!found) throw new ConcordError("not_found", `Trade data "${path}" were not found`);
  if (!found.isDirectory()) return readMatrix(await readTable(path));
  const folder = existsSync(join(path, "datapackage.json")) ? join(path, "trade") : path;
  const tables = ["trade", "sectors", "production", "inputs"].map((name) => fileIn(folder, name));
  const [trade, sectors, production, inputs] = tables;
  if (!trade)
    throw new ConcordError("not_found", `Folder "${folder}" has no table of trade, wanted trade.csv or trade.parquet`, {
      details: {hint: "docs/equilibrium.md shows the form of the data"}
    });
  const world = readMatrix(await readTable(trade));
  if (!sectors && !production && !inputs) return world;
  const missing = ["sectors", "production", "inputs"].filter((_, at) => !tables[at + 1]);
  if (missing.length > 0)
    throw new ConcordError("bad_data", `Folder "${folder}" has no ${missing.join(", ")}.csv, which many sectors need`);
  return readProduction(world, {
    sectors: await readTable(sectors!),
    production: await readTable(production!),
    inputs: await readTable(inputs!)
  });
}

function fileIn(folder: string, name: string): string | undefined {
  return extensions.map((extension) => join(folder, name + extension)).find((file) => existsSync(file));
}

/** CSV is read here, and not by the engine: loading that takes longer than most solves. */
async function readTable(path: string): Promise<CellTable> {
  if (/\.parquet$/i.test(path)) return readParquet(path);
  const bytes = await readInputBytes(path, "Table", "docs/equilibrium.md shows the form of the data");
  return csvTable((/\.gz$/i.test(path) ? unzipped(bytes, path) : bytes).toString("utf8"), path);
}

function unzipped(bytes: Buffer, path: string): Buffer {
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    const found = `what gzip cannot read (${(cause as Error).message})`;
    throw badTable([{file: path, found, wanted: "a table in CSV, gzipped"}]);
  }
}

async function readParquet(path: string): Promise<CellTable> {
  const {readParquetTable} = await import("../../packs/read-parquet-table.ts");
  const report = makeReport();
  const table = await readParquetTable(path, report);
  if (table) return table;
  throw badTable(report.violations);
}
