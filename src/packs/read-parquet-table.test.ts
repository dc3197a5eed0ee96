import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, expect, test} from "vitest";
import {samplePack, testFolder} from "../../test/support/sample-pack.ts";
import {openDuckDB} from "../store/duckdb-engine.ts";
import {checkPack} from "./check-pack.ts";
import {readPack} from "./read-pack.ts";
import {writePack} from "./write-pack.ts";

let folder: string;

beforeEach(async () => {
  folder = testFolder();
  await writePack(folder, samplePack());
});

/** Puts the pack's figures into Parquet, with whatever select list, and names the file in the descriptor. */
async function toParquet(select: string): Promise<void> {
  const [csv, parquet] = [join(folder, "figures.csv"), join(folder, "figures.parquet")];
  const engine = await openDuckDB(":memory:");
  await engine.execute(
    `copy (select ${select} from read_csv('${csv}', header = true, all_varchar = true)) to '${parquet}' (format parquet)`
  );
  engine.close();
  rmSync(csv);
  const descriptor = join(folder, "datapackage.json");
  writeFileSync(descriptor, readFileSync(descriptor, "utf8").replace('"figures.csv"', '"figures.parquet"'));
}

test("readPack() reads figures from Parquet as from CSV, numbers as doubles included", async () => {
  await toParquet("* replace (value::double as value, of_numerator::integer as of_numerator)");
  expect(await readPack(folder)).toEqual(samplePack());
});

test("checkPack() places what is wrong in Parquet by row and column", async () => {
  await toParquet("* replace (if(id = 'growth', 'rise', kind) as kind)");
  expect((await checkPack(folder)).violations).toMatchObject([{line: 4, column: 3, field: "kind", found: '"rise"'}]);
});

test("checkPack() reports a file that only claims to be Parquet", async () => {
  await toParquet("*");
  writeFileSync(join(folder, "figures.parquet"), "not Parquet");
  const [first] = (await checkPack(folder)).violations;
  expect(first).toMatchObject({file: join(folder, "figures.parquet"), wanted: "a Parquet file"});
});
