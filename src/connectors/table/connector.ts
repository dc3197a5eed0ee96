import {readFileSync, rmSync} from "node:fs";
import {basename, join} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import {openTable} from "../../store/table.ts";
import type {Answer, Connector, Reading, Request, Task, Terms} from "../connector.ts";
import {isSeriesMapping, parseTableMapping, type TableMapping} from "../mapping/mapping.ts";
import {readByMapping} from "../mapping/read-by-mapping.ts";
import {seriesColumns} from "../mapping/series-rows.ts";
import {mappedColumns} from "../mapping/two-sided.ts";
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
      terms: termsOf(source),
      ...(!isRemote && {local: file})
    }
  ];
}

function termsOf({publisher, title, url, licence}: Published): Terms {
  return {
    publisher,
    licence: {name: licence ?? "not stated", url},
    citation: [publisher, title, url].filter((part) => part !== undefined).join(", ")
  };
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
      const reading = await readByMapping(opened, mapping, record.url, task.date);
      const {publisher, title, url, language} = mapping.source;
      const {licence} = termsOf(mapping.source);
      const origin = {licence, publisher, url, ...(title && {title}), ...(language && {language})};
      return {...reading, origin};
    } finally {
      opened.close();
    }
  } finally {
    rmSync(csv, {force: true});
  }
}
