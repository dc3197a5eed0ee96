import {stat} from "node:fs/promises";
import {ConcordError} from "../base/errors.ts";
import {readCsvHead} from "./csv-head.ts";
import type {WritableEngine} from "./engine.ts";
import {identifier, literal} from "./identifier.ts";

/** What a column of a frame holds. */
export type ColumnType = "integer" | "number" | "text";

/** Columns in memory: numbers and texts, all of one length. */
export type FrameColumns = Readonly<Record<string, ArrayLike<number> | readonly (string | number | null)[]>>;

/** Rows of typed columns in an engine, in the table `frame`; the column "#" numbers them from 1. */
export interface Frame {
  /** What is read, as the user named it. */
  readonly path: string;
  readonly columns: ReadonlyMap<string, ColumnType>;
  readonly rowCount: number;
  readonly engine: WritableEngine;
  close(): void;
}

/** Cells that stand for a missing number in columns of numbers. */
const missingMarks = ["", "NA", "N/A", "NaN", "nan", ".", "null", "NULL"];

/** Opens a CSV (also .gz) or Parquet file as a frame. */
export async function openFrame(path: string): Promise<Frame> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new ConcordError("not_found", `Data "${path}" were not found`);
  if (!found.isFile()) throw new ConcordError("bad_data", `Data "${path}" are not a file`);
  return inEngine(path, async (engine) => {
    if (/\.parquet$/i.test(path)) return loadParquet(engine, path);
    return loadCsv(engine, path);
  });
}

/** Makes a frame of columns in memory. */
export async function frameOf(columns: FrameColumns, name = "data"): Promise<Frame> {
  const names = Object.keys(columns);
  const lengths = new Set(Object.values(columns).map(({length}) => length));
  if (lengths.size > 1)
    throw new RangeError(`Found columns of ${[...lengths].join(" and ")} rows, wanted columns of one length`);
  return inEngine(name, async (engine) => {
    const arrays = Object.values(columns);
    const count = arrays[0]?.length ?? 0;
    const types = new Map(names.map((column, index) => [column, typeOf(arrays[index]!)]));
    const described = [...types].map(([column, type]) => `${identifier(column)} ${sqlTypes[type]}`);
    await engine.execute(`create table raw (${["place double", ...described].join(", ")})`);
    await engine.append("raw", rowsOf(arrays, [...types.values()], count));
    await engine.execute('create table frame as select place as "#", * exclude (place) from raw; drop table raw');
    return types;
  });
}

const sqlTypes: Record<ColumnType, string> = {integer: "double", number: "double", text: "varchar"};

function* rowsOf(arrays: readonly ArrayLike<string | number | null>[], types: readonly ColumnType[], count: number) {
  for (let row = 0; row < count; row++)
    yield [
      row + 1,
      ...arrays.map((column, index) => {
        const value = column[row] ?? null;
        return types[index] === "text" && value !== null ? String(value) : value;
      })
    ];
}

function typeOf(values: ArrayLike<string | number | null>): ColumnType {
  let type: ColumnType = "integer";
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value === "string") return "text";
    if (typeof value === "number" && !Number.isInteger(value)) type = "number";
  }
  return type;
}

async function inEngine(
  path: string,
  load: (engine: WritableEngine) => Promise<ReadonlyMap<string, ColumnType>>
): Promise<Frame> {
  const {openDuckDB} = await import("./duckdb-engine.ts");
  const engine = await openDuckDB(":memory:", {readOnly: false});
  try {
    const columns = await load(engine);
    // What users write in SQL works on these rows, and reaches no file beside them.
    await engine.execute("set enable_external_access = false; set lock_configuration = true");
    const [total] = await engine.rows("select cast(count(*) as double) as n from frame");
    return {path, columns, rowCount: Number(total!.n), engine, close: () => engine.close()};
  } catch (error) {
    engine.close();
    throw error instanceof ConcordError || error instanceof RangeError ? error : unreadable(path, error);
  }
}

async function loadParquet(engine: WritableEngine, path: string) {
  await engine.execute(
    `create table frame as select cast(row_number() over () as double) as "#", * from read_parquet(${literal(path)})`
  );
  return describeFrame(engine);
}

/** Types of the frame's columns, as the engine has them. */
export async function describeFrame(engine: WritableEngine, relation = "frame") {
  const described = await engine.rows(`select column_name, column_type from (describe ${relation})`);
  return new Map(
    described
      .filter(({column_name}) => column_name !== "#")
      .map(({column_name, column_type}) => [String(column_name), typeOfSql(String(column_type))])
  );
}

function typeOfSql(type: string): ColumnType {
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|BOOLEAN)$/.test(type)) return "integer";
  return /^(DOUBLE|FLOAT|REAL|DECIMAL.*)$/.test(type) ? "number" : "text";
}

/** Reads all cells as text, as a detected dialect could turn a broken row into another table, then finds the types. */
async function loadCsv(engine: WritableEngine, path: string) {
  const {delimiter, columns} = await readCsvHead(path);
  if (columns.includes("#")) throw new ConcordError("bad_data", `${path}:1: found column "#", wanted another name`);
  const texts = columns.map((column) => `${literal(column)}: 'VARCHAR'`).join(", ");
  const trimmed = columns.map((column) => `trim(${identifier(column)}) as ${identifier(column)}`).join(", ");
  const dialect = `delim = ${literal(delimiter)}, quote = '"', escape = '"'`;
  await engine.execute(
    `create table raw as select cast(row_number() over () as double) as "#", ${trimmed} from read_csv(${literal(path)},
      auto_detect = false, header = true, ${dialect}, columns = {${texts}})`
  );
  const types = await csvTypes(engine, columns);
  const cells = columns.map((column) => `${typed(column, types.get(column)!)} as ${identifier(column)}`);
  await engine.execute(`create table frame as select "#", ${cells.join(", ")} from raw; drop table raw`);
  return types;
}

const marks = missingMarks.map(literal).join(", ");
const longestMark = Math.max(...missingMarks.map(({length}) => length));

/** A column holds numbers when each cell that is not a mark for missing is one; codes as "007" are texts. */
async function csvTypes(engine: WritableEngine, columns: readonly string[]): Promise<Map<string, ColumnType>> {
  const facts = columns.flatMap((column, index) => {
    const cell = identifier(column);
    // A comparison by length and by bytes costs a fraction of a look into a list and of a pattern.
    const present = `(length(${cell}) > ${longestMark} or ${cell} not in (${marks}))`;
    return [
      `coalesce(bool_and(not ${present}), true) as none${index}`,
      `bool_and(try_cast(${cell} as double) is not null and not (${cell} >= '00' and ${cell} < '0:'))
        filter (where ${present}) as number${index}`,
      `bool_and(regexp_full_match(${cell}, '-?[0-9]{1,15}')) filter (where ${present}) as integer${index}`
    ];
  });
  const [row] = await engine.rows(`select ${facts.join(", ")} from raw`);
  return new Map(
    columns.map((column, index) => {
      if (row![`none${index}`] || !row![`number${index}`]) return [column, row![`none${index}`] ? "number" : "text"];
      return [column, row![`integer${index}`] ? "integer" : "number"];
    })
  );
}

/** Cells of a column as its type; marks for missing are no numbers, but two that would be read as one. */
function typed(column: string, type: ColumnType): string {
  const cell = identifier(column);
  if (type === "text") return `nullif(${cell}, '')`;
  return `try_cast(nullif(nullif(${cell}, 'NaN'), 'nan') as ${type === "integer" ? "bigint" : "double"})`;
}

function unreadable(path: string, cause: unknown): ConcordError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const said = message.split("\n", 1)[0]!.replace(/^[A-Z][A-Za-z ]* Error: /, "");
  return new ConcordError(
    "bad_data",
    `${line ? `${path}:${line}` : path}: found something unreadable (${said}), wanted a table in CSV (UTF-8) or Parquet`,
    {cause}
  );
}
