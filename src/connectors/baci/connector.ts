import {rmSync} from "node:fs";
import {basename, join, relative} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import {openDuckDB} from "../../store/duckdb-engine.ts";
import {makeFolder} from "../../store/make-folder.ts";
import {literal} from "../../store/table.ts";
import {ownNumbers} from "../comtrade/fixes.ts";
import type {Answer, Connector, DataTable, Draft, Query, Reading, Request, Task} from "../connector.ts";
import {economyId, entityOf} from "../shared/economies.ts";
import {fileKind, unpackTo} from "../shared/files.ts";
import {yearsOf} from "../shared/periods.ts";
import {type Ingested, ingestCsv} from "../tables/ingest.ts";
import {openZip} from "../zip/read-zip.ts";
import {baci} from "./declaration.ts";
import {baciShape, leadingZeros, paddedQuantities} from "./shape.ts";

/** Reads BACI into Parquet by year, and what some economies trade with each other as figures. */
export const baciConnector: Connector = {requests, check, read};

function requests({query}: Task): Request[] {
  const {release: [release] = [], hs: [hs = "HS92"] = [], file: [local] = []} = query;
  if ((release === undefined) === (local === undefined))
    throw new ConcordError("invalid_query", 'Source "baci" is given neither a release nor a file, or both', {
      details: {hint: "give --release 202501, or --file with a file that you have"}
    });
  if (release !== undefined && !/^\d{6}$/.test(release))
    throw new ConcordError("invalid_query", `Release "${release}" is not a year and month as 202501`);
  const name = local === undefined ? `BACI_${hs.toUpperCase()}_V${release}.zip` : basename(local);
  return [
    {
      url: new URL(encodeURIComponent(name), baci.endpoint).href,
      file: name,
      accept: "application/zip",
      types: ["application/zip", "application/x-zip-compressed", "application/octet-stream"],
      ...(local !== undefined && {local})
    }
  ];
}

async function check(path: string, url: string): Promise<void> {
  const kind = await fileKind(path);
  if (kind === "html") throw new ConcordError("bad_data", `Answer of ${url} is a page, wanted an archive or CSV`);
  if (kind === "zip") await (await openZip(path)).close();
}

/** Edition and release that a file's name states: BACI_HS92_Y2021_V202301.csv. */
function editionOf(name: string, {hs, release}: Query) {
  const stated = /BACI_(HS\d\d)_/i.exec(name)?.[1]?.toUpperCase();
  const version = /_V(\d{6})/i.exec(name)?.[1] ?? release?.[0];
  return {hs: stated ?? hs?.[0]?.toUpperCase() ?? "HS92", version};
}

async function read([answer]: readonly Answer[], task: Task): Promise<Reading> {
  const {record, path} = answer!;
  const {hs, version} = editionOf(record.file, task.query);
  const folder = join(task.pack, "data", "baci", version === undefined ? hs : `${hs}-V${version}`);
  makeFolder(folder);
  const ingested =
    (await fileKind(path)) === "zip" ? await readArchive(path, folder, task) : [await readOne(path, folder)];
  const files = ingested.flatMap((one) => one.files);
  const table: DataTable = {
    name: `baci-${hs.toLowerCase()}${version === undefined ? "" : `-v${version}`}`,
    paths: files.map((file) => relative(task.pack, file.path).replaceAll("\\", "/")),
    fields: baciShape.columns.map(({name, type, about}) => ({
      name,
      type: type === "text" ? "string" : type,
      description: about
    }))
  };
  const rows = ingested.reduce((sum, one) => sum + one.rows, 0);
  const figures = await figuresOf(
    files.map((file) => file.path),
    task,
    record.url,
    hs,
    version
  );
  task.surroundings.log(`${rows} rows of ${hs} read into ${files.length} files`);
  return {figures, tables: [table], notices: []};
}

/** The years of an archive one after another, so that never more than one lies unpacked. */
async function readArchive(path: string, folder: string, {query, surroundings}: Task): Promise<Ingested[]> {
  const wanted = query.period && new Set(yearsOf(query.period));
  const zip = await openZip(path);
  try {
    const all = zip.entries.map((entry) => ({entry, year: Number(/_Y(\d{4})_V\d+\.csv$/i.exec(entry.name)?.[1])}));
    const years = all.filter(({year}) => year > 0 && (!wanted || wanted.has(year)));
    if (years.length === 0)
      throw new ConcordError("bad_data", `Archive "${path}" holds no year that is asked for`, {
        details: {found: all.map(({entry}) => entry.name), hint: "wanted files as BACI_HS92_Y2021_V202301.csv"}
      });
    const done: Ingested[] = [];
    for (const {entry, year} of years) {
      surroundings.progress?.({done: done.length, planned: years.length, bytes: 0, doing: String(year)});
      const part = join(folder, `.${year}.csv`);
      try {
        await unpackTo(zip, entry, part);
        done.push(await readOne(part, folder));
      } finally {
        rmSync(part, {force: true});
      }
    }
    return done;
  } finally {
    await zip.close();
  }
}

/** Files of most releases are read as they are; the slower way is taken only where quantities are padded. */
async function readOne(path: string, folder: string): Promise<Ingested> {
  try {
    return await ingestCsv(path, baciShape, folder);
  } catch (error) {
    const isPadded =
      error instanceof ConcordError && /"?\s+NA"?/.test(String((error.cause as Error | undefined)?.message));
    if (!isPadded) throw error;
    return ingestCsv(path, paddedQuantities.apply(baciShape), folder);
  }
}

/** The statement stands here and not under `sql/`, as it reads no store. */
async function figuresOf(
  files: readonly string[],
  {query}: Task,
  url: string,
  hs: string,
  version: string | undefined
): Promise<Draft[]> {
  const ids = new Map((query.economy ?? []).map(economyId).map((id) => [numberOf(id), id]));
  if (ids.size === 0) return [];
  const numbers = [...ids.keys()].join(", ");
  const engine = await openDuckDB(":memory:");
  try {
    const drafts: Draft[] = [];
    for (const code of productsOf(query)) {
      const rows = await engine.rows(
        `select t, i, j, sum(v) as v from read_parquet([${files.map(literal).join(", ")}])
          where i in (${numbers}) and j in (${numbers}) and starts_with(k, $code) group by t, i, j order by t, i, j`,
        {code},
        {code: "varchar"}
      );
      for (const {t, i, j, v} of rows)
        drafts.push({
          basis: {
            indicator: "exports",
            kind: "level",
            economy: ids.get(Number(i))!,
            partner: ids.get(Number(j))!,
            coverage: "goods",
            valuation: "fob",
            prices: "current",
            unit: "USD",
            ...(code !== "" && {product: {scheme: hs, code}})
          },
          period: String(t),
          value: Math.round(Number(v) * 1e6) / 1e3, // thousands with three decimals: the sum is exact to a tenth of a cent
          status: "reconciled",
          formula: "sum over products of the values that CEPII reconciles from both sides' reports",
          ...(version !== undefined && {known: `${version.slice(0, 4)}-${version.slice(4)}`}),
          url
        });
    }
    return drafts;
  } finally {
    engine.close();
  }
}

function productsOf({product}: Query): string[] {
  return (product ?? ["HS:"]).map((word) => {
    const [, code] = /^HS\d*:(\d{0,6})$/i.exec(word) ?? [];
    if (code === undefined)
      throw new ConcordError("invalid_query", `Product "${word}" is not one of BACI, wanted HS:27 or HS:270900`);
    return code.length % 2 === 1 ? leadingZeros.apply(code).slice(-code.length - 1) : code;
  });
}

function numberOf(id: string): number {
  const number = ownNumbers.apply({id, m49: entityOf(id)?.m49});
  if (number === undefined) throw new ConcordError("invalid_query", `Economy "${id}" has no number in BACI`);
  return Number(number);
}
