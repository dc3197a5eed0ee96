import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {writeBaciRows} from "./baci-rows.ts";
import {type Measured, median} from "./result.ts";

const rows = 11_000_000;
const runs = 5;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What is done in Python, with codes of products as texts, as here. */
const python = {
  pandas: "pandas.read_csv(file, dtype={'k': str}).to_parquet(out, compression='zstd')",
  polars: "polars.scan_csv(file, schema_overrides={'k': polars.String}).sink_parquet(out, compression='zstd')"
} as const;

/**
 * Reading 11 million rows of BACI's form into Parquet with every check, in turns with the same work by the engine alone
 * and, where Python has them, by pandas and polars. Every run is a process of its own; its start does not count.
 */
export async function measureIngest(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));
  const file = join(folder, "BACI_HS92_Y2022_V202401.csv");
  try {
    const count = writeBaciRows(file, rows);
    const size = statSync(file).size / 1e6;
    const ways = ["ours", "bare", "sniffed", ...(Object.keys(python) as (keyof typeof python)[]).filter(hasPython)];
    const all = new Map<string, Run[]>(ways.map((way) => [way, []]));
    for (let run = 0; run < runs; run++) for (const way of ways) all.get(way)!.push(once(way, file, folder));
    const seconds = (way: string) => median(all.get(way)!.map((one) => one.seconds));
    const ratios = (way: string) =>
      median(all.get("ours")!.map((one, run) => all.get(way)![run]!.seconds / one.seconds));
    const against = (name: string, way: string) => ({
      name: `${name} ${seconds(way).toFixed(2)} s`,
      ratio: seconds(way) / seconds("ours")
    });
    const title = `${(count / 1e6).toFixed(1)} million rows of BACI (${size.toFixed(0)} MB) to Parquet, checked`;
    const ratio = (name: string, way: string, target: number): Measured => ({
      name: `speed of that, ${name} = 1`,
      median: ratios(way),
      unit: "×",
      runs,
      target
    });
    return [
      {name: title, median: seconds("ours"), unit: "s", runs, against: against("DuckDB, columns given", "bare")},
      ratio("DuckDB with columns given, no checks", "bare", 0.8),
      ratio("DuckDB that detects columns, no checks", "sniffed", 0.8),
      ...(all.has("pandas") ? [ratio("pandas", "pandas", 2)] : []),
      ...(all.has("polars") ? [ratio("polars", "polars", 1)] : []),
      {
        name: "memory of that process at its peak",
        median: Math.max(...all.get("ours")!.map(({megabytes}) => megabytes)),
        unit: "MB",
        runs,
        target: 500,
        against: {
          name: `DuckDB ${median(all.get("bare")!.map(({megabytes}) => megabytes)).toFixed(0)} MB`,
          ratio:
            median(all.get("bare")!.map(({megabytes}) => megabytes)) /
            Math.max(...all.get("ours")!.map(({megabytes}) => megabytes))
        }
      }
    ];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function interpreter(): string {
  return process.env.PYTHON ?? "python3";
}

function hasPython(module: string): boolean {
  const {status} = spawnSync(interpreter(), ["-c", `import ${module}${module === "pandas" ? ", pyarrow" : ""}`]);
  if (status !== 0)
    console.error(`${module} is not measured: ${interpreter()} has none (PYTHON names another interpreter)`);
  return status === 0;
}

function once(way: string, file: string, folder: string): Run {
  const child = fileURLToPath(new URL("ingest-child.mjs", import.meta.url));
  const out = join(folder, "python.parquet");
  const code = `import json, resource, time
import ${way} as module
${way} = module
file, out = ${JSON.stringify(file)}, ${JSON.stringify(out)}
began = time.perf_counter()
${python[way as keyof typeof python]}
print(json.dumps({"seconds": time.perf_counter() - began, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}))`;
  const [command, args] =
    way in python ? [interpreter(), ["-c", code]] : [process.execPath, [child, way, file, folder]];
  const {status, stdout, stderr} = spawnSync(command, args, {encoding: "utf8"});
  if (status !== 0) throw new Error(`"${way}" ended with ${status}, wanted 0: ${stderr}`);
  if (existsSync(out)) rmSync(out);
  return JSON.parse(stdout) as Run;
}
