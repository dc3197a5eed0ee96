import {readFileSync, rmSync} from "node:fs";
import {basename, join} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import {makeGazetteer} from "../../base/gazetteer.ts";
import type {Entity} from "../../base/register.ts";
import {openTable, type Table} from "../../store/table.ts";
import type {Answer, Connector, Draft, PullNotice, Reading, Request, Task} from "../connector.ts";
import {codeBookOf} from "../mapping/code-book.ts";
import {isSeriesMapping, parseTableMapping, type TableMapping} from "../mapping/mapping.ts";
import {readSeriesRows, seriesColumns} from "../mapping/series-rows.ts";
import type {CodeBook} from "../mapping/table-slots.ts";
import {mappedColumns, readFlows} from "../mapping/two-sided.ts";
import {fileKind} from "../shared/files.ts";
import {sheetToCsv} from "./xlsx.ts";

/** Reads any table by its mapping. */
export const tableConnector: Connector = {requests, check, read};

type Published = NonNullable<TableMapping["source"]> & {readonly url: string};

function mappingOf({query}: Task): TableMapping & {readonly source: Published} {
  const path = query.map![0]!;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConcordError("not_found", `Mapping "${path}" was not found`, {cause});
  }
  const mapping = parseTableMapping(text, path);
  if (mapping.source?.url === undefined)
    throw new ConcordError("bad_data", `Mapping ${path} names no source, wanted its publisher and address`, {
      details: {hint: "add source: {publisher: …, url: https://…}; what is kept in a pack says where it comes from"}
    });
  return mapping as TableMapping & {source: Published};
}

function requests(task: Task): Request[] {
  const {source} = mappingOf(task);
  const [file] = task.query.file as [string];
  const isRemote = /^https?:\/\//i.test(file);
  const name = basename(isRemote ? new URL(file).pathname : file) || "table";
  return [
    {
      url: isRemote ? file : source.url,
      file: name,
      accept: "text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.1",
      types: [
        "text/csv",
        "text/plain",
        "application/csv",
        "application/octet-stream",
        "application/gzip",
        "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.apache.parquet"
      ],
      ...(!isRemote && {local: file})
    }
  ];
}

async function check(path: string, url: string): Promise<void> {
  if ((await fileKind(path)) === "html")
    throw new ConcordError("bad_data", `Answer of ${url} is a page, wanted a table in CSV, XLSX or Parquet`);
}

async function read([answer]: readonly Answer[], task: Task): Promise<Reading> {
  const mapping = mappingOf(task);
  const {path, record} = answer!;
  const isWorkbook = (await fileKind(path)) === "zip";
  const csv = join(task.pack, "raw", "table", task.date, `.${process.pid}.csv`);
  try {
    if (isWorkbook) await sheetToCsv(path, csv, task.query.sheet?.[0]);
    const columns = isSeriesMapping(mapping) ? seriesColumns(mapping) : mappedColumns(mapping);
    const opened = await openTable(isWorkbook ? csv : path, {columns});
    try {
      const {book, entities} = keepingBook(codeBookOf(makeGazetteer()));
      const {drafts, notices} = await draftsOf(opened, mapping, record.url, task.date, book);
      const {publisher, title, url, language} = mapping.source;
      const origin = {publisher, url, ...(title && {title}), ...(language && {language})};
      return {figures: drafts, entities: [...entities.values()], notices: [...notices, ...unknown(entities)], origin};
    } finally {
      opened.close();
    }
  } finally {
    rmSync(csv, {force: true});
  }
}

/** Codes that nobody knows are kept: each becomes an entity of the pack, so that sums over partners stay whole. */
function keepingBook(book: CodeBook): {book: CodeBook; entities: ReadonlyMap<string, Entity>} {
  const entities = new Map<string, Entity>();
  const find: CodeBook["find"] = (text, form) => {
    const known = book.find(text, form) ?? (text.trim() === "W00" ? "WLD" : undefined);
    if (known !== undefined || text.trim() === "") return known;
    const id = `table-${
      text
        .trim()
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-|-$/g, "") || "unnamed"
    }`;
    entities.set(id, {id, kind: "region", names: {en: text.trim()}});
    return id;
  };
  return {book: {find}, entities};
}

function unknown(entities: ReadonlyMap<string, Entity>): PullNotice[] {
  if (entities.size === 0) return [];
  const examples = [...entities.values()].slice(0, 5).map(({names}) => `"${names.en}"`);
  return [
    {
      code: "unknown-economies",
      text: "Codes of no known economy, kept as regions of the pack",
      count: entities.size,
      examples
    }
  ];
}

async function draftsOf(
  opened: Table,
  mapping: TableMapping & {readonly source: Published},
  url: string,
  date: string,
  book: CodeBook
): Promise<{drafts: Draft[]; notices: readonly PullNotice[]}> {
  const {published} = mapping.source;
  if (isSeriesMapping(mapping)) {
    const {rows, notices} = await readSeriesRows(opened, mapping, book);
    return {drafts: rows.map((row) => ({...(published && {known: published}), ...row, url})), notices};
  }
  const {figures, notices} = await readFlows(opened, mapping, date, book);
  const drafts = figures.map(({basis, period, value, status, known}) => ({basis, period, value, status, known, url}));
  return {drafts, notices};
}
