import {once} from "node:events";
import {createWriteStream, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {formatCsvRecord} from "../../base/csv.ts";
import {ConcordError} from "../../base/errors.ts";
import type {DataBatch} from "../../sdmx/records.ts";
import type {DataStructure} from "../../sdmx/structures.ts";
import {openTable} from "../../store/table.ts";
import type {Reading, Task} from "../connector.ts";
import {isSeriesMapping, parseTableMapping} from "../mapping/mapping.ts";
import {readByMapping} from "../mapping/read-by-mapping.ts";
import {seriesColumns} from "../mapping/series-rows.ts";
import {mappedColumns} from "../mapping/two-sided.ts";

/** Reads observations by a mapping in which the components of the dataflow are the columns. */
export async function readMapped(
  batches: AsyncIterable<DataBatch>,
  {dimensions, measures, attributes}: DataStructure,
  url: string,
  {query, pack, date}: Task
): Promise<Pick<Reading, "figures" | "entities" | "notices">> {
  const [path] = query.map as [string];
  const mapping = parseTableMapping(readMapping(path), path);
  const columns = [...dimensions, ...measures, ...attributes].map(({id}) => id);
  const csv = join(pack, "raw", "sdmx", date, `.${process.pid}.csv`);
  try {
    await writeCsv(csv, columns, batches);
    const wanted = isSeriesMapping(mapping) ? seriesColumns(mapping) : mappedColumns(mapping);
    const table = await openTable(csv, {columns: wanted});
    try {
      return await readByMapping(table, mapping, url, date);
    } finally {
      table.close();
    }
  } finally {
    rmSync(csv, {force: true});
  }
}

function readMapping(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConcordError("not_found", `Mapping "${path}" was not found`, {cause});
  }
}

async function writeCsv(path: string, columns: readonly string[], batches: AsyncIterable<DataBatch>): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${formatCsvRecord(columns)}\n`);
  for await (const {records} of batches) {
    const lines = records.map((record) => `${formatCsvRecord(columns.map((id) => record[id] ?? ""))}\n`);
    if (!out.write(lines.join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
