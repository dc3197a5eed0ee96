import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";

/** Folder of an oracle, and whether it is on this machine; tests that need it are skipped where it is not. */
export function oracle(name: string): {isHere: boolean; read: (file: string) => string} {
  const folder = join(process.env.CONCORD_SHARED ?? "../shared", "oracles", name);
  const isHere = existsSync(folder);
  if (!isHere) console.warn(`Skipped: ${folder} is not on this machine (set CONCORD_SHARED)`);
  const read = (file: string) => {
    const bytes = readFileSync(join(folder, file));
    return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  };
  return {isHere, read};
}

/** A row of a CSV without quotes, by column name. */
export type Row = Readonly<Record<string, string>>;

/** Reads a CSV without quoted cells. */
export function csvRows(text: string): Row[] {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const names = header!.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at]!]));
  });
}

/** One column as numbers, in the order of the economies. */
export function column(rows: readonly Row[], key: string, names: readonly string[], name: string): Float64Array {
  const byKey = new Map(rows.map((row) => [row[key], row]));
  return Float64Array.from(names, (one) => Number(byKey.get(one)?.[name] ?? Number.NaN));
}

/** The largest absolute difference, and where; NaN anywhere makes it NaN. */
export function largestGap(
  found: Float64Array,
  wanted: Float64Array,
  names: readonly string[],
  except: readonly string[] = []
): {gap: number; at: string} {
  let gap = 0;
  let at = "";
  for (let i = 0; i < found.length; i++) {
    if (except.includes(names[i]!)) continue;
    const here = Math.abs(found[i]! - wanted[i]!);
    if (here <= gap) continue;
    gap = here;
    at = names[i]!;
    if (Number.isNaN(gap)) break;
  }
  return {gap, at};
}

/** Changes in per cent. */
export function perCent(after: Float64Array, before: Float64Array): Float64Array {
  return after.map((value, i) => 100 * (value / before[i]! - 1));
}
