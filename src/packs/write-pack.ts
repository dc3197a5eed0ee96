import {statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {z} from "zod";
import {formatCsvRecord} from "../base/csv.ts";
import {ConcordError} from "../base/errors.ts";
import type {Pack} from "../base/pack.ts";
import {assertionSchema, entitySchema, itemSchema, linkSchema} from "../base/register.ts";
import type {SqlValue} from "../store/engine.ts";
import {type Column, figureColumns, sourceColumns, toCells} from "../store/figure-columns.ts";
import {makeFolder} from "../store/make-folder.ts";
import {notWritable} from "../store/write-errors.ts";
import {roleOf} from "./descriptor.ts";
import {makeDescriptor} from "./make-descriptor.ts";
import {conventionalFiles} from "./read-resources.ts";
import {list} from "./report.ts";

/**
 * Writes a pack so that reading it gives the same pack, and writing it again the same bytes. Empty text, empty lists
 * of inputs and −0 have no form of their own in CSV: they come back absent and as 0. The pack is not checked. A folder
 * that holds other files of a pack than those to be written is refused, as reading it would not give this pack.
 */
export async function writePack(folder: string, pack: Pack): Promise<void> {
  const files = packFiles(pack);
  refuseStrangers(folder, files);
  for (const [path, text] of files) {
    const file = join(folder, path);
    try {
      makeFolder(dirname(file));
      writeFileSync(file, text);
    } catch (error) {
      throw notWritable(file, error);
    }
  }
}

/** Texts of a pack's files by path; the descriptor comes last, so that what it names is there. */
function packFiles(pack: Pack): Map<string, string> {
  const {entities, items, assertions, links} = pack.register;
  const files = new Map([
    ["figures.csv", csvText(figureColumns, pack.figures)],
    ["sources.csv", csvText(sourceColumns, pack.sources)],
    ["register/entities.jsonl", jsonLines(entitySchema, entities)],
    ["register/items.jsonl", jsonLines(itemSchema, items)],
    ["register/assertions.jsonl", jsonLines(assertionSchema, assertions)],
    ["register/links.jsonl", jsonLines(linkSchema, links)]
  ]);
  for (const {path, text} of pack.documents) {
    if (roleOf(path) !== "documents" || path.split("/").includes(".."))
      throw new RangeError(`Document path "${path}" is not one as documents/name.md`);
    files.set(path, text);
  }
  for (const {path, market} of pack.markets ?? []) {
    if (roleOf(path) !== "energy" || path.split("/").includes(".."))
      throw new RangeError(`Market path "${path}" is not one as energy/name.json`);
    files.set(path, `${JSON.stringify(market, undefined, 2)}\n`);
  }
  return files.set("datapackage.json", `${JSON.stringify(makeDescriptor(pack), undefined, 2)}\n`);
}

function refuseStrangers(folder: string, files: ReadonlyMap<string, string>): void {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return;
  const strangers = conventionalFiles(folder).filter((path) => !files.has(path));
  if (strangers.length > 0)
    throw new ConcordError(
      "not_writable",
      `Folder "${folder}" holds ${list(strangers)} of another pack, wanted a folder without; name another folder`,
      {details: {folder, strangers}}
    );
}

/** Records as a CSV text with a head. */
export function csvText(columns: readonly Column[], records: readonly Parameters<typeof toCells>[1][]): string {
  const header = columns.map(({name}) => name);
  const rows = records.map((record) => toCells(columns, record).map(cellText));
  return [header, ...rows].map((cells) => `${formatCsvRecord(cells)}\n`).join("");
}

function cellText(value: SqlValue): string {
  if (value === null) return "";
  return typeof value === "object" ? value.map(idText).join(" ") : String(value);
}

function idText(id: string): string {
  if (id === "" || /\s/.test(id)) throw new RangeError(`Id "${id}" must not be empty or hold white space`);
  return id;
}

/** Members stand in the order of the schema, so that equal records have equal lines. */
function jsonLines<Value>(schema: z.ZodType<Value>, records: readonly Value[]): string {
  return records.map((record) => `${JSON.stringify(schema.safeParse(record).data ?? record)}\n`).join("");
}
