import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import {ConcordError} from "../base/errors.ts";
import type {PackDocument} from "../base/pack.ts";
import {figureColumns, sourceColumns} from "../store/figure-columns.ts";
import {decodeText} from "./decode-text.ts";
import {pathsOf, type Resource, type Role, roleOf} from "./descriptor.ts";
import {resolvePackPath} from "./pack-path.ts";
import {readCsvTable} from "./read-csv-table.ts";
import {readJson, readJsonl} from "./read-jsonl.ts";
import {readParquetTable} from "./read-parquet-table.ts";
import {type Placed, type PlaceOf, type Report, show} from "./report.ts";
import {type Table, tableRecords} from "./table.ts";

/** Record files of a pack. */
export type RecordRole = Exclude<Role, "energy" | "documents" | "other">;

/** What the files of a pack hold, before any record is checked. */
export interface Resources {
  readonly records: Readonly<Record<RecordRole, readonly Placed<unknown>[]>>;
  readonly documents: readonly PackDocument[];
  /** Markets of energy, one a file. */
  readonly markets: readonly {readonly path: string; readonly record: Placed<unknown>}[];
}

/** Largest text file that is read whole; a longer one would not fit into one string. */
const largestText = 256 * 1024 * 1024;

/**
 * Reads every file that the resources of a descriptor name, given by their index in it; what is wrong with a path, a
 * checksum or a file's form is noted.
 */
export async function readResources(
  folder: string,
  resources: ReadonlyMap<number, Resource>,
  place: PlaceOf,
  report: Report
): Promise<Resources> {
  const records: Record<RecordRole, Placed<unknown>[]> = {
    figures: [],
    sources: [],
    entities: [],
    items: [],
    assertions: [],
    links: []
  };
  const documents: PackDocument[] = [];
  const markets: Resources["markets"][number][] = [];
  const named = new Set<string>();
  for (const [index, resource] of resources)
    for (const [at, path] of pathsOf(resource).entries()) {
      const member = ["resources", index, "path", ...(typeof resource.path === "string" ? [] : [at])];
      const note = (found: string, wanted: string) => report.note(place, member, found, wanted);
      const {file, problem} = resolvePackPath(folder, path);
      const role = roleOf(path);
      if (problem !== undefined) note(`${show(path)}, ${problem}`, "a file below the pack's folder");
      else if (named.has(path)) note(`${show(path)} again`, "each file once");
      else if (role === "documents") documents.push({path, text: readText(file, report)});
      else if (role === "energy") {
        const record = readJson(readText(file, report), file, report);
        if (record) markets.push({path, record});
      } else if (role !== "other")
        records[role] = records[role].concat(await readRecords(file, role, resource, report));
      if (file !== undefined) checkBytes(file, resource, note);
      named.add(path);
    }
  for (const path of conventionalFiles(folder).filter((path) => !named.has(path)))
    report.violations.push({
      file: join(folder, path),
      found: "a file that no resource names",
      wanted: "a resource for it"
    });
  return {records, documents, markets};
}

async function readRecords(
  file: string,
  role: RecordRole,
  resource: Resource,
  report: Report
): Promise<Placed<unknown>[]> {
  if (role !== "figures" && role !== "sources") return readJsonl(readText(file, report), file, report);
  const columns = role === "figures" ? figureColumns : sourceColumns;
  const table = file.endsWith(".parquet")
    ? await readParquetTable(file, report)
    : readCsvTable(readText(file, report), file, report);
  if (!table) return [];
  checkTableSchema(table, resource, report);
  return tableRecords(table, columns, report);
}

/** Other tools read the table by its Table Schema, so the two must name the same columns in the same order. */
function checkTableSchema({file, header, place}: Table, {schema}: Resource, report: Report): void {
  if (typeof schema !== "object" || !schema.fields) return;
  const fields = schema.fields.map(({name}) => name);
  const at = header.findIndex((name, index) => name !== fields[index]);
  if (at >= 0 && header.length > 0)
    report.violations.push({
      file,
      ...place(-1, at),
      field: header[at]!,
      found: `column ${show(header[at])}`,
      wanted: `${show(fields[at])}, as the resource's schema names it`
    });
}

function readText(file: string, report: Report): string {
  const {size} = statSync(file);
  if (size > largestText)
    throw new ConcordError(
      "too_large",
      `File "${file}" has ${size} bytes, wanted at most ${largestText}; use Parquet`,
      {
        details: {file, size, limit: largestText}
      }
    );
  const {text, violations} = decodeText(readFileSync(file), file);
  for (const violation of violations) report.violations.push(violation); // more than a call takes as arguments
  return text;
}

function checkBytes(file: string, {bytes, hash, path}: Resource, note: (found: string, wanted: string) => void): void {
  if (typeof path !== "string") return; // a checksum of several files is not defined
  if (bytes !== undefined && statSync(file).size !== bytes) note(`${statSync(file).size} bytes`, `${bytes}`);
  if (hash === undefined) return;
  const found = `sha256:${createHash("sha256").update(readFileSync(file)).digest("hex")}`;
  if (found !== hash) note(found, hash);
}

/** Files of a folder that only a resource makes part of the pack; one that is forgotten must not be passed over. */
export function conventionalFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => roleOf(path) !== "other")
    .sort();
}
