import {mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import {readCsvHead} from "../../store/csv-head.ts";
import {openDuckDB} from "../../store/duckdb-engine.ts";
import type {WritableEngine} from "../../store/engine.ts";
import {id, literal, unreadable} from "../../store/table.ts";
import {hasMixedLineEnds, writeEqualLineEnds} from "./line-ends.ts";
import type {ShapeColumn, TableShape} from "./shape.ts";

/** What was read of one file, and where it was written. */
export interface Ingested {
  /** Parquet files, by year where the shape has one. */
  readonly files: readonly {readonly year?: number; readonly path: string}[];
  readonly rows: number;
  /** Sum of the measure over all rows, as it was read. */
  readonly sum: number;
}

/** How a file is read. */
export interface IngestOptions {
  /** Megabytes that the engine may use; defaults to 300. */
  readonly memory?: number;
}

/**
 * Reads a large CSV file (also .gz) into Parquet files `year=YYYY/part-N.parquet` below a folder, checks every row
 * against its shape, and puts the files in place only when nothing is wrong. One pass writes, a file by each thread; the
 * checks run over what was written, which is smaller and typed: ranges come from the statistics of the Parquet files,
 * repeats from a pass that compares each key with the one before it, a file by each thread again. The statements stand
 * here and not under `sql/`, as they read no store.
 */
export async function ingestCsv(
  path: string,
  shape: TableShape,
  folder: string,
  {memory = 300}: IngestOptions = {}
): Promise<Ingested> {
  const {delimiter, columns} = await readCsvHead(path);
  refuseOtherHead(path, columns, shape);
  const read = columns.map(
    (name): ShapeColumn =>
      shape.columns.find((column) => column.name === name) ?? {name, type: "text", about: "", empty: true}
  );
  const part = join(folder, `.${process.pid}.part`);
  mkdirSync(folder, {recursive: true});
  for (const name of readdirSync(folder)) if (/^\.\d+\.part$/.test(name)) rmSync(join(folder, name), {recursive: true}); // of a run that was ended
  mkdirSync(part);
  const engine = await openIngestEngine(part, memory, 2);
  try {
    const equal = join(part, "equal.csv");
    const isMixed = await hasMixedLineEnds(path);
    if (isMixed) await writeEqualLineEnds(path, equal);
    const written = join(part, "all");
    await engine
      .execute(copyStatement(isMixed ? equal : path, delimiter, {...shape, columns: read}, written))
      .catch((error: unknown) => {
        throw unreadable(path, error);
      });
    const files = readdirSync(written).map((name) => join(written, name));
    const {rows, sum} = await checkTable(engine, path, files, shape, part);
    return {files: await partition(engine, files, shape, folder, part), rows, sum};
  } finally {
    engine.close();
    rmSync(part, {recursive: true, force: true});
  }
}

async function openIngestEngine(part: string, memory: number, threads: number): Promise<WritableEngine> {
  const engine = await openDuckDB(":memory:", {readOnly: false});
  await engine.execute(
    `set memory_limit = '${memory}MB'; set threads = ${threads}; set preserve_insertion_order = false;
     set temp_directory = ${literal(join(part, "temp"))}`
  );
  return engine;
}

function refuseOtherHead(path: string, found: readonly string[], {title, columns, isOpen}: TableShape): void {
  const wanted = columns.map(({name}) => name);
  if (isOpen ? wanted.every((name) => found.includes(name)) : found.join() === wanted.join()) return;
  throw new ConcordError(
    "bad_data",
    `${path}:1: found the columns ${found.join(", ")}, wanted those of ${title}: ${wanted.join(", ")}`,
    {details: {path, found, wanted, hint: "the table is another one, or its publisher has changed it"}}
  );
}

const sqlTypes = {integer: "INTEGER", number: "DOUBLE", text: "VARCHAR"} as const;

function copyStatement(path: string, delimiter: string, {columns, nothing}: TableShape, folder: string): string {
  const types = columns.map(({name, type, read = type}) => `${literal(name)}: '${sqlTypes[read]}'`).join(", ");
  const dialect = `auto_detect = false, header = true, delim = ${literal(delimiter)}, quote = '"', escape = '"'`;
  const empty = `nullstr = [${["", ...nothing].map(literal).join(", ")}]`;
  const written = columns.map(({name, written: text = id(name)}) => `${text} as ${id(name)}`).join(", ");
  return `copy (select ${written} from read_csv(${literal(path)}, ${dialect}, ${empty}, columns = {${types}}))
    to ${literal(folder)} (format parquet, compression zstd, per_thread_output true)`;
}

/** Files as a table of the engine. */
function relation(files: readonly string[]): string {
  return `read_parquet([${files.map(literal).join(", ")}])`;
}

interface Total {
  readonly rows: number;
  readonly sum: number;
}

async function checkTable(
  engine: WritableEngine,
  path: string,
  files: readonly string[],
  shape: TableShape,
  part: string
): Promise<Total> {
  refuse(path, shape, [...(await rangeProblems(engine, files, shape)), ...(await textProblems(engine, files, shape))]);
  const [{rows, sum, broken}, runs] = await Promise.all([scan(engine, files, shape), runsOf(files, shape, part)]);
  refuse(path, shape, [
    ...(rows === 0 ? ["no rows"] : []),
    ...broken.flatMap((count, at) =>
      count > 0 ? [`${count} rows in which ${shape.rules![at]!.wanted} does not hold`] : []
    )
  ]);
  if (!runs || overlap(runs)) refuse(path, shape, await repeats(engine, files, shape));
  return {rows, sum};
}

function refuse(path: string, {title}: TableShape, problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new ConcordError(
    "bad_data",
    `${path}: found ${problems.slice(0, 3).join("; ")}, wanted ${title} as its publisher describes it`,
    {details: {path, problems, hint: "nothing was changed; a column may be shifted, or the file be another one"}}
  );
}

/** Least and greatest value and empty cells of every column, as the writer noted them for each group of rows. */
async function rangeProblems(
  engine: WritableEngine,
  files: readonly string[],
  {columns}: TableShape
): Promise<string[]> {
  const found = await engine.rows(
    `select path_in_schema as name,
        cast(sum(stats_null_count) as double) as nothing,
        min(try_cast(stats_min_value as double)) as least, max(try_cast(stats_max_value as double)) as most
      from parquet_metadata([${files.map(literal).join(", ")}]) group by 1`
  );
  const byName = new Map(found.map((row) => [row.name, row]));
  return columns.flatMap(({name, empty, type, min, max}) => {
    const {nothing, least, most} = byName.get(name) ?? {nothing: 0, least: null, most: null};
    const problems: string[] = [];
    if (!empty && Number(nothing) > 0) problems.push(`${nothing} empty cells in column "${name}"`);
    if (type === "text" || least === null) return problems;
    if (min !== undefined && Number(least) < min)
      problems.push(`${least} in column "${name}", which is at least ${min}`);
    if (max !== undefined && Number(most) > max) problems.push(`${most} in column "${name}", which is at most ${max}`);
    return problems;
  });
}

/** Texts are few and often repeated: the distinct ones are looked at. */
async function textProblems(
  engine: WritableEngine,
  files: readonly string[],
  {columns}: TableShape
): Promise<string[]> {
  const checked = columns.filter((column): column is ShapeColumn & {pattern: string} => column.pattern !== undefined);
  const found = await Promise.all(
    checked.map(async ({name, pattern, about}) => {
      const wrong = await engine.rows(
        `select value from (select distinct ${id(name)} as value from ${relation(files)})
          where not regexp_full_match(value, ${literal(pattern)}) limit 3`
      );
      return wrong.map(({value}) => `"${value}" in column "${name}", wanted ${about}`);
    })
  );
  return found.flat();
}

async function scan(
  engine: WritableEngine,
  files: readonly string[],
  {measure, rules = []}: TableShape
): Promise<Total & {broken: number[]}> {
  const counts = rules.map(({broken}, at) => `cast(count(*) filter (${broken}) as double) as rule${at}`);
  const all = ["cast(count(*) as double) as n", `coalesce(sum(${id(measure)}), 0) as total`, ...counts].join(", ");
  const [row] = await engine.rows(`select ${all} from ${relation(files)}`);
  return {rows: Number(row!.n), sum: Number(row!.total), broken: rules.map((_, at) => Number(row![`rule${at}`]))};
}

/** First and last keys of all stretches of rows in which keys rise within one group; not in pairs. */
interface Runs {
  readonly firsts: readonly number[];
  readonly lasts: readonly number[];
}

/** The stretches of all files; undefined where the key has no packed form. Each file has an engine, and so a thread, of its own. */
async function runsOf(files: readonly string[], {packedKey}: TableShape, part: string): Promise<Runs | undefined> {
  if (!packedKey) return undefined;
  const {sql, groupBits} = packedKey;
  const statement = (file: string) =>
    `select cast(packed as double) as key, cast(before as double) as before, after is null as ends,
        before is null or packed <= before or packed >> ${groupBits} <> before >> ${groupBits} as begins
      from (select packed, lag(packed) over () as before, lead(packed) over () as after
        from (select ${sql} as packed from ${relation([file])}))
      where begins or ends`;
  const found = await Promise.all(
    files.map(async (file) => {
      const engine = await openIngestEngine(part, 100, 1);
      try {
        return await engine.rows(statement(file));
      } finally {
        engine.close();
      }
    })
  );
  const breaks = found.flat();
  const firsts = breaks.flatMap(({key, begins}) => (begins ? [Number(key)] : []));
  const lasts = breaks.flatMap(({key, before, begins, ends}) => [
    ...(begins && before !== null ? [Number(before)] : []),
    ...(ends ? [Number(key)] : [])
  ]);
  return {firsts, lasts};
}

/**
 * Whether two stretches share a key, or may. Within one no key comes twice, and they lie apart when first and last keys
 * take turns: then no key is between more firsts than lasts.
 */
function overlap({firsts, lasts}: Runs): boolean {
  const starts = Float64Array.from(firsts).sort();
  const ends = Float64Array.from(lasts).sort();
  return starts.length !== ends.length || starts.some((start, at) => at > 0 && start <= ends[at - 1]!);
}

async function repeats(engine: WritableEngine, files: readonly string[], {key}: TableShape): Promise<string[]> {
  const columns = key.map(id).join(", ");
  const found = await engine.rows(
    `select concat_ws(', ', ${columns}) as repeated, cast(count(*) as double) as n from ${relation(files)}
      group by ${columns} having count(*) > 1 order by 1 limit 3`
  );
  return found.map(({repeated, n}) => `${n} rows with the key ${key.join(", ")} = ${repeated}`);
}

/** The files of one year are moved as they are, those of several are parted. What an earlier run left of a year goes. */
async function partition(
  engine: WritableEngine,
  files: readonly string[],
  {year}: TableShape,
  folder: string,
  part: string
): Promise<Ingested["files"]> {
  if (year === undefined) return moveInto(folder, files).map((path) => ({path}));
  const found = await engine.rows(
    `select distinct cast(${id(year)} as integer) as year from ${relation(files)} order by 1`
  );
  const years = found.map((row) => Number(row.year));
  const placed: {year: number; path: string}[] = [];
  for (const value of years) {
    const parts = years.length === 1 ? files : [await copyYear(engine, files, year, value, part)];
    for (const path of moveInto(join(folder, `year=${value}`), parts)) placed.push({year: value, path});
  }
  return placed;
}

/** Puts files in place of those that an earlier run left in a folder. */
function moveInto(folder: string, files: readonly string[]): string[] {
  mkdirSync(folder, {recursive: true});
  const paths = files.map((file, at) => {
    const path = join(folder, `part-${at}.parquet`);
    renameSync(file, path);
    return path;
  });
  for (const name of readdirSync(folder))
    if (/^part-\d+\.parquet$/.test(name) && !paths.includes(join(folder, name))) rmSync(join(folder, name));
  return paths;
}

async function copyYear(
  engine: WritableEngine,
  files: readonly string[],
  column: string,
  year: number,
  part: string
): Promise<string> {
  const file = join(part, `${year}.parquet`);
  await engine.execute(
    `copy (from ${relation(files)} where ${id(column)} = ${year}) to ${literal(file)} (format parquet, compression zstd)`
  );
  return file;
}
