import {openDuckDB} from "../store/duckdb-engine.ts";
import type {Report} from "./report.ts";
import type {Table} from "./table.ts";

/**
 * Reads a Parquet file as a table of texts, so that it passes the same checks as CSV. Columns may have any type that
 * has one text; the line of a place is the row, from 1, and the column that of the table. The statements stand here and
 * not under `sql/`, as they read no store and another engine has no use for them.
 */
export async function readParquetTable(file: string, report: Report): Promise<Table | undefined> {
  const engine = await openDuckDB(":memory:");
  try {
    const header = (
      await engine.rows(
        "select column_name from (describe select * from read_parquet($file))",
        {file},
        {file: "varchar"}
      )
    ).map(({column_name}) => String(column_name));
    const rows: string[][] = [];
    const statement = "select columns(*)::varchar from read_parquet($file)";
    for await (const batch of engine.stream(statement, {file}, {file: "varchar"}))
      for (const row of batch) rows.push(header.map((name) => String(row[name] ?? "")));
    return tableOf(file, header, rows);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n", 1)[0]! : String(error);
    report.violations.push({
      file,
      found: `a file that cannot be read as Parquet (${reason})`,
      wanted: "a Parquet file"
    });
    return undefined;
  } finally {
    engine.close();
  }
}

function tableOf(file: string, header: readonly string[], rows: readonly string[][]): Table {
  return {
    file,
    header,
    length: rows.length,
    cells: (row) => rows[row]!,
    place: (row, cell) => (row < 0 ? {column: cell + 1} : {line: row + 1, column: cell + 1})
  };
}
