import {DOUBLE, type DuckDBConnection, DuckDBInstance, INTEGER, LIST, VARCHAR} from "@duckdb/node-api";
import {beforeAll, expect, test} from "vitest";
import type {SqlType} from "./engine.ts";
import {schemaText} from "./format.ts";
import {type QueryName, queries, queryText} from "./queries.ts";
import {sqlNames} from "./sql-folder.ts";

const names = sqlNames("queries") as QueryName[];
let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(schemaText());
});

const known = {varchar: VARCHAR, integer: INTEGER, double: DOUBLE, "varchar[]": LIST(VARCHAR)};
const paramsOf = (name: QueryName) => Object.entries<SqlType>(queries[name].params);
const nulls = (name: QueryName) => Object.fromEntries(paramsOf(name).map(([param]) => [param, null]));
const types = (name: QueryName) => Object.fromEntries(paramsOf(name).map(([param, type]) => [param, known[type]]));

test("queries registers every file under sql/queries and no other", () => {
  expect(names.length).toBeGreaterThan(0);
  expect(Object.keys(queries).sort()).toEqual(names);
});

test.each(names)("sql/queries/%s.sql binds, with the parameters and columns that queries declares", async (name) => {
  const statement = await connection.prepare(queryText(name));
  const params = Array.from({length: statement.parameterCount}, (_, index) => statement.parameterName(index + 1));
  expect(params.sort()).toEqual(Object.keys(queries[name].params).sort());
  const result = await connection.run(queryText(name), nulls(name), types(name));
  const columns = result.columnNames().map((column, at) => [column, String(result.columnType(at)).toLowerCase()]);
  const declared = Object.entries(queries[name].row).map(([column, type]) => [column, type.replace("?", "")]);
  expect(columns).toEqual(declared);
});

test.each(names)("sql/queries/%s.sql says what it is for, at which grain and with which parameters", (name) => {
  const header = queryText(name).match(/^(--.*\n)+/)?.[0] ?? "";
  expect(header).toMatch(/one row/);
  for (const [param, type] of Object.entries(queries[name].params)) expect(header).toContain(`$${param} ${type}`);
  if (Object.keys(queries[name].params).length === 0) expect(header).toContain("No parameters");
});
