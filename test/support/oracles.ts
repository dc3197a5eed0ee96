import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";

/** The folder of published data and results; tests that need it are skipped where it is absent. */
export const oracles = join(process.env.CONCORD_SHARED ?? "../shared", "oracles");
export const hasOracles = existsSync(oracles);
if (!hasOracles) console.warn(`Skipped: replications, for there is no folder ${oracles} (see CONTRIBUTING.md)`);

/** A CSV without quotes as columns by name; compressed when its name ends in .gz. */
export function oracleTable(file: string): {rows: number; column: (name: string) => string[]; names: string[]} {
  const bytes = readFileSync(join(oracles, file));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const names = head!.split(",");
  const cells = lines.map((line) => line.split(","));
  return {
    rows: cells.length,
    names,
    column: (name) => {
      const at = names.indexOf(name);
      if (at < 0) throw new Error(`Found no column "${name}" in ${file}, wanted one of ${names.join(", ")}`);
      return cells.map((row) => row[at]!);
    }
  };
}

/** Codes of values in their order, so that equal sets of rows give equal codes whatever their order. */
export function codesOf(values: readonly string[]): {codes: Int32Array; levels: number} {
  const known = new Map([...new Set(values)].sort().map((value, code) => [value, code]));
  return {codes: Int32Array.from(values, (value) => known.get(value)!), levels: known.size};
}
