import {sqlNames, sqlText} from "./sql-folder.ts";

/** Version of the tables under `sql/schema`; raise it with every change that an older reader cannot read. */
export const storeFormat = 1;

/** All statements that make the tables of an empty store, each file once, in order. */
export function schemaText(): string {
  return sqlNames("schema")
    .map((name) => sqlText(`schema/${name}.sql`))
    .join("\n");
}
