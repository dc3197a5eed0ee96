import {rmSync} from "node:fs";
import {basename, join, relative} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import {makeFolder} from "../../store/make-folder.ts";
import type {Connector, DataTable, Query, Request} from "../connector.ts";
import {fileKind, unpackTo} from "../shared/files.ts";
import {openZip} from "../zip/read-zip.ts";
import {ingestCsv} from "./ingest.ts";
import type {TableShape} from "./shape.ts";

/** What sets one large published table apart from another. */
export interface ShapedSource {
  readonly id: string;
  /** Name of the table in a pack, its address, and its shape, by what a query asks for. */
  readonly tableOf: (query: Query) => {readonly name: string; readonly url: string; readonly shape: TableShape};
  /** Files of an archive that hold the table. */
  readonly member: RegExp;
}

/** The connector of one large table that is published as CSV, also packed: it becomes checked Parquet in the pack. */
export function shapedConnector({id, tableOf, member}: ShapedSource): Connector {
  return {
    requests: ({query}) => [requestOf(tableOf(query), query.file?.[0])],
    check: async (path, url) => {
      const kind = await fileKind(path);
      if (kind === "html") throw new ConcordError("bad_data", `Answer of ${url} is a page, wanted an archive or CSV`);
      if (kind === "zip") await (await openZip(path)).close();
    },
    read: async ([answer], {query, pack, surroundings}) => {
      const {name, shape} = tableOf(query);
      const folder = join(pack, "data", id, name);
      makeFolder(folder);
      const unpacked = join(folder, ".unpacked.csv");
      try {
        const isZip = (await fileKind(answer!.path)) === "zip";
        if (isZip) await unpackMember(answer!.path, member, unpacked);
        const {files, rows} = await ingestCsv(isZip ? unpacked : answer!.path, shape, folder);
        surroundings.log(`${rows} rows of ${shape.title} read`);
        return {figures: [], tables: [tableResource(`${id}-${name}`, pack, files, shape)], notices: []};
      } finally {
        rmSync(unpacked, {force: true});
      }
    }
  };
}

function requestOf({url}: ReturnType<ShapedSource["tableOf"]>, local: string | undefined): Request {
  const name = basename(local ?? new URL(url).pathname);
  return {
    url,
    file: name,
    accept: "application/zip, text/csv, */*;q=0.5",
    types: [
      "application/zip",
      "application/x-zip-compressed",
      "application/octet-stream",
      "text/csv",
      "application/gzip"
    ],
    ...(local !== undefined && {local})
  };
}

async function unpackMember(path: string, member: RegExp, target: string): Promise<void> {
  const zip = await openZip(path);
  try {
    const entry = zip.entries.find(({name}) => member.test(name));
    if (!entry) {
      const names = zip.entries.map(({name}) => `"${name}"`).join(", ");
      throw new ConcordError(
        "bad_data",
        `Archive "${path}" holds ${names || "nothing"}, wanted a file as ${member.source}`
      );
    }
    await unpackTo(zip, entry, target);
  } finally {
    await zip.close();
  }
}

function tableResource(
  name: string,
  pack: string,
  files: readonly {readonly path: string}[],
  {columns}: TableShape
): DataTable {
  return {
    name: name.toLowerCase(),
    paths: files.map(({path}) => relative(pack, path).replaceAll("\\", "/")),
    fields: columns.map(({name: column, type, about}) => ({
      name: column,
      type: type === "text" ? "string" : type,
      description: about
    }))
  };
}
