import {stat} from "node:fs/promises";
import {ConcordError} from "../base/errors.ts";
import {type CsvHead, readCsvHead} from "./csv-head.ts";
import type {Engine, SqlValue} from "./engine.ts";

/** One row of a table: its cells as text, and where it stands. */
export interface TableRow {
  /** Line of a CSV file, counting its head; ordinal of the row in a Parquet file. From 1. */
  readonly line: number;
  /** By column; an empty or null cell is "". */
  readonly cells: Readonly<Record<string, string>>;
}

/** How often a value stands in a column, and where first. */
export interface TableValue {
  readonly value: string;
  readonly count: number;
  readonly line: number;
}

/** An open table of text cells. */
export interface Table {
  readonly path: string;
  /** "line" for CSV, "row" for Parquet: what `line` counts. */
  readonly unit: "line" | "row";
  readonly rowCount: number;
  /** The distinct values of a column, in the order in which they first appear. */
  values(column: string): Promise<TableValue[]>;
  /** Cells of a column that are not in `allowed` and do not match `pattern` (RE2), the first five. */
  mismatches(column: string, pattern: string, allowed: readonly string[]): Promise<TableValue[]>;
  /** Rows in which every column of `where` has one of the values given for it. */
  rows(where?: Readonly<Record<string, readonly string[]>>): Promise<TableRow[]>;
  close(): void;
}

/** Which columns of a table are wanted; others are not read. */
export interface TableOptions {
  readonly columns: readonly string[];
}

/** Opens a CSV (also as .gz) or Parquet file; says which column is wanting, or on which line reading failed. */
export async function openTable(path: string, {columns}: TableOptions): Promise<Table> {
  await checkFile(path);
  const {openDuckDB} = await import("./duckdb-engine.ts");
  const engine = await openDuckDB(":memory:", {readOnly: false});
  try {
    return await loadTable(engine, path, [...new Set(columns)]);
  } catch (error) {
    engine.close();
    throw error instanceof ConcordError ? error : unreadable(path, error);
  }
}

async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new ConcordError("not_found", `Table "${path}" was not found`);
  if (!found.isFile()) throw new ConcordError("bad_data", `Table "${path}" is not a file`);
}

async function loadTable(engine: Engine, path: string, columns: readonly string[]): Promise<Table> {
  const isParquet = /\.parquet$/i.test(path);
  const source = isParquet ? await parquetSource(engine, path) : csvSource(await readCsvHead(path));
  checkColumns(path, source.columns, columns);
  const cells = columns.map((column) => `coalesce(cast(${id(column)} as varchar), '') as ${id(column)}`);
  const first = isParquet ? 0 : 1; // the head of a CSV file is its first line
  await engine.rows(
    `create table cells as select row_number() over () + ${first} as "#", ${cells.join(", ")} from ${source.relation}`,
    {path}
  );
  const [total] = await engine.rows("select cast(count(*) as double) as n from cells");
  return makeTable(engine, path, isParquet ? "row" : "line", Number(total!.n), columns);
}

/** What stands after "from" to read a file, and the columns that are in it. */
interface Source {
  readonly relation: string;
  readonly columns: readonly string[];
}

async function parquetSource(engine: Engine, path: string): Promise<Source> {
  const relation = "read_parquet($path)";
  const described = await engine.rows(`describe select * from ${relation}`, {path});
  return {relation, columns: described.map(({column_name}) => String(column_name))};
}

/** Nothing is detected: a sniffed dialect would turn a broken row into another table. */
function csvSource({delimiter, columns}: CsvHead): Source {
  const types = columns.map((column) => `${literal(column)}: 'VARCHAR'`).join(", ");
  const dialect = `delim = ${literal(delimiter)}, quote = '"', escape = '"'`;
  return {
    relation: `read_csv($path, auto_detect = false, header = true, ${dialect}, columns = {${types}})`,
    columns
  };
}

function checkColumns(path: string, present: readonly string[], columns: readonly string[]): void {
  const wanting = columns.filter((column) => !present.includes(column));
  if (wanting.length === 0) return;
  throw new ConcordError(
    "bad_data",
    `${path}:1: found the columns ${quoted(present)}, wanted also ${quoted(wanting)}, which the mapping names`
  );
}

function makeTable(
  engine: Engine,
  path: string,
  unit: "line" | "row",
  rowCount: number,
  columns: readonly string[]
): Table {
  const list = async (statement: string, params: Record<string, SqlValue> = {}) =>
    (await engine.rows(statement, params, listTypes(params))).map(({value, count, line}) => ({
      value: String(value),
      count: Number(count),
      line: Number(line)
    }));
  return {
    path,
    unit,
    rowCount,
    values: (column) => list(distinctStatement(column)),
    mismatches: (column, pattern, allowed) => list(mismatchStatement(column), {pattern, allowed}),
    rows: (where) => readRows(engine, columns, where ?? {}),
    close: () => engine.close()
  };
}

function distinctStatement(column: string): string {
  return `select ${id(column)} as value, cast(count(*) as double) as count, cast(min("#") as double) as line
    from cells group by 1 order by 3`;
}

function mismatchStatement(column: string): string {
  return `select ${id(column)} as value, 1.0 as count, cast("#" as double) as line
    from cells
    where not list_contains($allowed, ${id(column)}) and not regexp_full_match(${id(column)}, $pattern)
    order by 3 limit 5`;
}

async function readRows(
  engine: Engine,
  columns: readonly string[],
  where: Readonly<Record<string, readonly string[]>>
): Promise<TableRow[]> {
  const conditions = Object.keys(where).map((column, index) => `list_contains($p${index}, ${id(column)})`);
  const params = Object.fromEntries(Object.values(where).map((values, index) => [`p${index}`, values]));
  const found = await engine.rows(
    `select cast("#" as double) as "#", ${columns.map(id).join(", ")} from cells
      where ${["true", ...conditions].join(" and ")} order by 1`,
    params,
    listTypes(params)
  );
  return found.map((row) => ({
    line: Number(row["#"]),
    cells: Object.fromEntries(columns.map((column) => [column, String(row[column])]))
  }));
}

function listTypes(params: Readonly<Record<string, SqlValue>>): Record<string, "varchar" | "varchar[]"> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? "varchar[]" : "varchar"])
  );
}

/** A column's name as an identifier of SQL: never glued in without its quotes doubled. */
export function id(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

/** A text as SQL writes it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What the engine said of a file it could not read, in one line, with the line of the file where it says one. */
export function unreadable(path: string, cause: unknown): ConcordError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const counts = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  const place = line ? `${path}:${line}` : path;
  if (counts)
    return new ConcordError("bad_data", `${place}: ${cellCount(Number(counts[1]), Number(counts[2]))}`, {cause});
  const said = message.includes("not utf-8") ? "bytes that are not UTF-8" : firstSentence(message);
  return new ConcordError("bad_data", `${place}: found ${said}, wanted a table in CSV (UTF-8) or Parquet`, {cause});
}

/** The engine stops counting at the first cell too many. */
function cellCount(wanted: number, found: number): string {
  return `found ${found > wanted ? `more than ${wanted}` : found} cells, wanted ${wanted}, as in the head`;
}

function firstSentence(message: string): string {
  const [first] = message.split("\n").filter((text) => !/^(Original Line|$)/.test(text));
  return `something unreadable (${(first ?? "no reason given").replace(/^[A-Z][A-Za-z ]* Error: /, "")})`;
}
