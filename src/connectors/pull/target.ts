import {existsSync, readFileSync} from "node:fs";
import {basename, join, resolve} from "node:path";
import {formatCsvRecord, parseCsv} from "../../base/csv.ts";
import {ConcordError, formatViolation} from "../../base/errors.ts";
import {type Figure, figureSchema} from "../../base/figure.ts";
import {makeGazetteer} from "../../base/gazetteer.ts";
import type {Entity} from "../../base/register.ts";
import type {Source} from "../../base/source.ts";
import {checkPack} from "../../packs/check-pack.ts";
import {commitFiles, finishCommit} from "../../packs/commit-files.ts";
import type {Descriptor, Resource} from "../../packs/descriptor.ts";
import {registerResources, tableResource} from "../../packs/make-descriptor.ts";
import {readCsvTable} from "../../packs/read-csv-table.ts";
import {makeReport} from "../../packs/report.ts";
import {tableRecords} from "../../packs/table.ts";
import {csvText} from "../../packs/write-pack.ts";
import {figureColumns, sourceColumns} from "../../store/figure-columns.ts";
import type {DataTable, SourceDeclaration} from "../connector.ts";

/** What a pull writes into a pack. */
export interface Harvest {
  /** All figures of the source, those of earlier pulls among them. */
  readonly figures: readonly Figure[];
  /** Evidence records; those that the pack has already are passed over. */
  readonly sources: readonly Source[];
  /** Entities; those that the pack or the house knows are passed over. */
  readonly entities: readonly Entity[];
  readonly tables: readonly DataTable[];
}

/** A pack that is pulled into. */
export interface Target {
  /** Figures of earlier pulls from a source. */
  figuresOf(source: string): Figure[];
  /** Writes all files that change as one. */
  save(source: SourceDeclaration, harvest: Harvest): Promise<void>;
}

/** Opens a pack to pull into, or the folder of one that is to be made; a pack with violations is an error. */
export async function openTarget(folder: string): Promise<Target> {
  finishCommit(folder);
  const file = join(folder, "datapackage.json");
  const isNew = !existsSync(file);
  if (!isNew) await refuseBroken(folder);
  const text = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), "utf8") : "");
  return {
    figuresOf: (source) => readFigures(join(folder, figuresPath(source)), text(figuresPath(source))),
    save: async (source, harvest) => {
      refuseInvalid(source, harvest.figures);
      const files = new Map([
        [figuresPath(source.id), csvText(figureColumns, harvest.figures)],
        ["sources.csv", withSources(text("sources.csv"), harvest.sources)],
        ["register/entities.jsonl", withEntities(text("register/entities.jsonl"), harvest.entities)]
      ]);
      for (const path of [...files.keys()]) if (files.get(path) === "") files.delete(path);
      if (harvest.figures.length === 0) files.delete(figuresPath(source.id));
      const descriptor = isNew
        ? newDescriptor(folder, source, harvest)
        : (JSON.parse(readFileSync(file, "utf8")) as Descriptor);
      const resources = [...files.keys()].map((path) => resourceOf(path, source));
      const described = describe(descriptor, source, [...resources, ...harvest.tables.map(dataResource)]);
      files.set("datapackage.json", `${JSON.stringify(described, undefined, 2)}\n`);
      commitFiles(folder, new Map([...files].filter(([path, content]) => text(path) !== content)));
    }
  };
}

function figuresPath(source: string): string {
  return `figures/${source}.csv`;
}

async function refuseBroken(folder: string): Promise<void> {
  const {violations} = await checkPack(folder);
  if (violations.length === 0) return;
  throw new ConcordError(
    "bad_pack",
    `Pack "${folder}" has ${violations.length} violations, wanted none before more is pulled into it; the first: ${formatViolation(violations[0]!)}`,
    {details: {folder, violations, hint: `see \`concord pack check ${folder}\``}}
  );
}

function readFigures(file: string, text: string): Figure[] {
  if (text === "") return [];
  const report = makeReport();
  return tableRecords(readCsvTable(text, file, report), figureColumns, report).map(({value}) => value as Figure);
}

/** What a connector reads must be figures before anything is written. */
function refuseInvalid({id}: SourceDeclaration, figures: readonly Figure[]): void {
  for (const figure of figures) {
    const result = figureSchema.safeParse(figure);
    if (result.success) continue;
    const [issue] = result.error.issues;
    throw new ConcordError(
      "bad_data",
      `Source "${id}" gave the figure "${figure.id}", in which ${issue!.path.join(".")} is not ${issue!.message}`,
      {details: {figure, hint: "see `concord source doctor`; nothing was changed in the pack"}}
    );
  }
}

/** Rows are added below those that are there, which stay as they were typed. */
function withSources(text: string, sources: readonly Source[]): string {
  if (text === "") return sources.length === 0 ? "" : csvText(sourceColumns, sources);
  const csv = parseCsv(text);
  const header = csv.cells(0);
  const at = header.indexOf("id");
  const there = new Set(Array.from({length: csv.length - 1}, (_, row) => csv.cells(row + 1)[at]));
  const added = sources.filter(({id}) => !there.has(id));
  const rows = parseCsv(csvText(sourceColumns, added));
  const order = header.map((name) => sourceColumns.findIndex((column) => column.name === name));
  const lines = added.map((_, row) => formatCsvRecord(order.map((column) => rows.cells(row + 1)[column]!)));
  return lines.reduce((all, line) => `${all}${line}\n`, text.endsWith("\n") ? text : `${text}\n`);
}

function withEntities(text: string, entities: readonly Entity[]): string {
  const there = new Set(
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => (JSON.parse(line) as Entity).id)
  );
  const gazetteer = makeGazetteer();
  const added = entities.filter(({id}) => !there.has(id) && !gazetteer.get(id));
  const lines = added.map((entity) => `${JSON.stringify(entity)}\n`).join("");
  return text === "" || text.endsWith("\n") ? text + lines : `${text}\n${lines}`;
}

function resourceOf(path: string, {id}: SourceDeclaration): Resource {
  if (path === "sources.csv") return tableResource("sources", sourceColumns);
  if (path === "register/entities.jsonl")
    return registerResources().find(({name}) => name === "entities") as unknown as Resource;
  return tableResource(`figures-${id}`, figureColumns, path);
}

function dataResource({name, paths, fields, format}: DataTable): Resource {
  return {
    name,
    path: [...paths],
    format: format ?? "parquet",
    mediatype: format === "csv" ? "text/csv" : "application/vnd.apache.parquet",
    schema: {fields: fields.map((field) => ({...field}))}
  };
}

/** Adds resources that are not there, files of a table that are new, and the source's licence. */
function describe(descriptor: Descriptor, {licence}: SourceDeclaration, resources: readonly Resource[]): Descriptor {
  const all = [...descriptor.resources];
  for (const resource of resources) {
    const at = all.findIndex(({name}) => name === resource.name);
    if (at < 0) all.push(resource);
    else if (Array.isArray(resource.path))
      all[at] = {...all[at]!, path: [...new Set([...[all[at]!.path].flat(), ...resource.path])].sort()};
  }
  const hasLicence = descriptor.licenses.some(({name}) => name === licence.name);
  const licenses = hasLicence
    ? descriptor.licenses
    : [...descriptor.licenses, {name: licence.name, path: licence.url, title: licence.name}];
  return {...descriptor, licenses, resources: all};
}

function newDescriptor(folder: string, {title, licence}: SourceDeclaration, {figures}: Harvest): Descriptor {
  const gazetteer = makeGazetteer();
  const named = figures.flatMap(({basis}) => [basis.economy, basis.partner]);
  const economies = [...new Set(named)].filter((id) => id !== undefined && gazetteer.get(id)?.kind === "economy");
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return {
    profile: "data-package",
    name: name || "pack",
    title,
    version: "0.1.0",
    licenses: [{name: licence.name, path: licence.url, title: licence.name}],
    resources: [],
    concord: {economies: economies.length > 0 ? (economies as string[]) : ["WLD"]}
  };
}
