import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {samplePack, testFolder} from "../../test/support/sample-pack.ts";
import {openDuckDB} from "./duckdb-engine.ts";
import {storeFormat} from "./format.ts";
import {openStore, openStoreWithFacts} from "./open-store.ts";
import {writeStore} from "./write-store.ts";

async function makeStore(change = "select 1"): Promise<string> {
  const path = join(testFolder(), "s.duckdb");
  const engine = await openDuckDB(path, {readOnly: false});
  await writeStore(engine, [samplePack()], "c0ffee");
  await engine.execute(change);
  engine.close();
  return path;
}

test("openStoreWithFacts() tells what a store is, and two readers open it at once", async () => {
  const path = await makeStore();
  const [one, two] = await Promise.all([openStoreWithFacts(path), openStoreWithFacts(path)]);
  expect(one.facts).toEqual({format: storeFormat, content: "c0ffee"});
  await expect(one.engine.rows("create table t (a integer)")).rejects.toThrow(/read-only/);
  one.engine.close();
  two.engine.close();
});

test("openStore() names both formats of a newer store and what to do", async () => {
  const path = await makeStore(`update store set format = ${storeFormat + 1}`);
  const error = await openStore(path).catch((one: unknown) => one);
  expect(error).toMatchObject({code: "newer_store"});
  expect(String(error)).toContain(
    `has format ${storeFormat + 1}, this version of Concord reads up to format ${storeFormat}`
  );
  expect(String(error)).toContain("update Concord");
});

test("openStore() refuses a store of an older format and says to load again", async () => {
  const path = await makeStore("update store set format = 0");
  await expect(openStore(path)).rejects.toMatchObject({
    code: "bad_data",
    message: expect.stringContaining("load its packs")
  });
});

test("openStore() knows a file of a newer engine", async () => {
  const path = await makeStore();
  const bytes = readFileSync(path);
  bytes.writeBigUInt64LE(900n, 12);
  bytes.writeBigUInt64LE(headChecksum(bytes), 0);
  writeFileSync(path, bytes);
  const error = await openStore(path).catch((one: unknown) => one);
  expect(error).toMatchObject({code: "newer_store"});
  expect(String(error)).toMatch(/has file version 900, this version of Concord reads up to file version \d+;/);
});

/** DuckDB's checksum of the first block, without which it calls the file corrupt before it looks at the version. */
function headChecksum(bytes: Buffer): bigint {
  let sum = 5381n;
  for (let at = 8; at < 4096; at += 8) sum ^= BigInt.asUintN(64, bytes.readBigUInt64LE(at) * 0xbf58476d1ce4e5b9n);
  return sum;
}

test("openStore() refuses other files, other databases, damaged stores and folders, and leaves them as they are", async () => {
  const folder = testFolder();
  const text = join(folder, "thesis.txt");
  writeFileSync(text, "a text that is long enough to have a head");
  const database = join(folder, "other.duckdb");
  const engine = await openDuckDB(database, {readOnly: false});
  await engine.execute("create table store (thing varchar)");
  engine.close();
  const damaged = await makeStore();
  writeFileSync(damaged, readFileSync(damaged).subarray(0, 5000));
  for (const path of [text, database, damaged, folder])
    await expect(openStore(path)).rejects.toMatchObject({code: "bad_data", message: expect.stringContaining(path)});
  await expect(openStore(join(folder, "nowhere"))).rejects.toMatchObject({code: "not_found"});
});
