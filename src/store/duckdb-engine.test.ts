import {expect, test} from "vitest";
import {openDuckDB} from "./duckdb-engine.ts";

test("openDuckDB() streams rows in batches and binds every type of parameter", async () => {
  const engine = await openDuckDB(":memory:");
  const statement = "select range::integer as n, $word as word, $x as x, $list as list from range($count)";
  const params = {word: "ж", x: 0.1, list: ["a", "b"], count: 5000};
  const types = {word: "varchar", x: "double", list: "varchar[]", count: "integer"} as const;
  let [next, batches] = [0, 0];
  for await (const rows of engine.stream(statement, params, types)) {
    batches++;
    for (const row of rows) expect(row).toEqual({n: next++, word: "ж", x: 0.1, list: ["a", "b"]});
  }
  expect([next, batches > 1]).toEqual([5000, true]);
  engine.close();
  engine.close(); // may be called again
});

test("openDuckDB() streams several statements at once, while others are asked", async () => {
  const engine = await openDuckDB(":memory:");
  const count = async () => {
    let rows = 0;
    for await (const batch of engine.stream("select range as n from range(20000)")) {
      rows += batch.length;
      await engine.rows("select 1");
    }
    return rows;
  };
  expect(await Promise.all([count(), count(), count()])).toEqual([20_000, 20_000, 20_000]);
  engine.close();
});

test("openDuckDB() appends null, text, numbers and lists, and refuses rows of another width", async () => {
  const engine = await openDuckDB(":memory:");
  await engine.execute("create table t (a varchar, b double, c integer, d varchar[])");
  const rows = [
    ["x\0y, ж𝕏", 1e-300, -1, []],
    [null, null, null, null],
    ["", 0, 2 ** 31 - 1, ["", "a b"]]
  ];
  await engine.append("t", rows);
  expect((await engine.rows("select * from t")).map((row) => Object.values(row))).toEqual(rows);
  await expect(engine.append("t", [["x"]])).rejects.toThrow("has 1 cells, wanted 4");
  engine.close();
});
