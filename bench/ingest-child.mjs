/** Reads a CSV file into Parquet once and prints seconds and peak memory: `node ingest-child.mjs WAY FILE FOLDER`. */
import {readFileSync} from "node:fs";
import {join} from "node:path";

const [, , way, file, folder] = process.argv;

const columns = "{t: 'INTEGER', i: 'INTEGER', j: 'INTEGER', k: 'VARCHAR', v: 'DOUBLE', q: 'DOUBLE'}";

async function bare(options) {
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("set threads = 2");
  return () =>
    connection.run(
      `copy (from read_csv('${file}'${options})) to '${join(folder, "bare.parquet")}' (format parquet, compression zstd)`
    );
}

async function ours() {
  const {ingestCsv} = await import("../dist/connectors/tables/ingest.js");
  const {baciShape} = await import("../dist/connectors/baci/shape.js");
  await import("@duckdb/node-api");
  return () => ingestCsv(file, baciShape, folder);
}

const ways = {
  ours,
  bare: () => bare(`, auto_detect = false, header = true, columns = ${columns}`),
  sniffed: () => bare("")
};

const work = await ways[way]();
const began = performance.now();
await work();
const seconds = (performance.now() - began) / 1000;
const peak =
  process.platform === "linux" ? /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] : undefined;
console.log(JSON.stringify({seconds, megabytes: Number(peak ?? process.resourceUsage().maxRSS) / 1000}));
