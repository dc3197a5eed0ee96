import type {DuckDBAppender, DuckDBConnection, DuckDBInstance, DuckDBListType, DuckDBType} from "@duckdb/node-api";
import type {Row, SqlParams, SqlType, SqlValue, WritableEngine} from "./engine.ts";

type DuckDB = typeof import("@duckdb/node-api");
type Types = Readonly<Record<string, SqlType>>;

/** How a DuckDB file or memory is opened. */
export interface DuckDBOptions {
  /** Whether nothing may be written, so that any number of processes can open the file; defaults to true. */
  readonly readOnly?: boolean;
}

/** Nothing is fetched from a network and no extension is loaded behind the user's back. */
const quiet = {autoload_known_extensions: "false", autoinstall_known_extensions: "false"};

/**
 * Opens a DuckDB file, or ":memory:", as an engine. The import is lazy because it costs 150 to 200 ms, which commands
 * that need no store should not pay. Errors are DuckDB's own: `openStore` tells what they mean.
 */
export async function openDuckDB(path: string, {readOnly = true}: DuckDBOptions = {}): Promise<WritableEngine> {
  const duckdb = await import("@duckdb/node-api");
  const access = readOnly && path !== ":memory:" ? {access_mode: "READ_ONLY"} : {};
  const instance = await duckdb.DuckDBInstance.create(path, {...quiet, ...access});
  const connection = await instance.connect();
  let isOpen = true;
  return {
    path,
    rows: (statement, params, types) => readRows(duckdb, connection, statement, params, types),
    stream: (statement, params, types) => streamRows(duckdb, instance, statement, params, types),
    numbers: (statement, params, types) => readNumbers(duckdb, connection, statement, params, types),
    execute: async (statements) => void (await connection.run(statements)),
    append: (table, rows) => appendRows(connection, table, rows),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      connection.closeSync();
      instance.closeSync();
    }
  };
}

async function readRows(duckdb: DuckDB, connection: DuckDBConnection, text: string, params?: SqlParams, types?: Types) {
  const reader = await connection.runAndReadAll(text, bound(duckdb, params), typesOf(duckdb, types));
  return reader.getRowObjectsJS() as Row[];
}

/** A connection gives up the rows it has not sent when it is asked again, so every stream has its own. */
async function* streamRows(
  duckdb: DuckDB,
  instance: DuckDBInstance,
  text: string,
  params?: SqlParams,
  types?: Types
): AsyncGenerator<Row[]> {
  const connection = await instance.connect();
  try {
    const result = await connection.stream(text, bound(duckdb, params), typesOf(duckdb, types));
    for await (const rows of result.yieldRowObjectJs()) yield rows as Row[];
  } finally {
    connection.closeSync();
  }
}

/** Reads chunk by chunk, so that a million rows make no objects. */
async function readNumbers(
  duckdb: DuckDB,
  connection: DuckDBConnection,
  text: string,
  params?: SqlParams,
  types?: Types
): Promise<Float64Array[]> {
  const result = await connection.run(text, bound(duckdb, params), typesOf(duckdb, types));
  const chunks = await result.fetchAllChunks();
  const count = chunks.reduce((sum, {rowCount}) => sum + rowCount, 0);
  return Array.from({length: result.columnCount}, (_, column) => {
    const values = new Float64Array(count);
    let at = 0;
    for (const chunk of chunks) {
      const vector = chunk.getColumnVector(column);
      const {rowCount} = chunk; // Asked of the engine each time.
      for (let row = 0; row < rowCount; row++) values[at++] = (vector.getItem(row) as number | null) ?? Number.NaN;
    }
    return values;
  });
}

function bound(duckdb: DuckDB, params: SqlParams = {}) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "object" && value !== null ? duckdb.listValue(value) : value
    ])
  );
}

function typesOf(duckdb: DuckDB, types: Types = {}): Record<string, DuckDBType> {
  const known: Record<SqlType, DuckDBType> = {
    varchar: duckdb.VARCHAR,
    integer: duckdb.INTEGER,
    double: duckdb.DOUBLE,
    "varchar[]": duckdb.LIST(duckdb.VARCHAR)
  };
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [name, known[type]]));
}

async function appendRows(connection: DuckDBConnection, table: string, rows: Iterable<readonly SqlValue[]>) {
  const appender = await connection.createAppender(table);
  const types = Array.from({length: appender.columnCount}, (_, column) => appender.columnType(column));
  for (const row of rows) {
    if (row.length !== types.length)
      throw new RangeError(`Row for table "${table}" has ${row.length} cells, wanted ${types.length}`);
    row.forEach((value, column) => {
      appendCell(appender, value, types[column]!);
    });
    appender.endRow();
  }
  appender.closeSync();
}

function appendCell(appender: DuckDBAppender, value: SqlValue, type: DuckDBType): void {
  if (value === null) appender.appendNull();
  else if (typeof value === "string") appender.appendVarchar(value);
  else if (typeof value === "number") appender.appendValue(value, type);
  else appender.appendList(value, type as DuckDBListType);
}
