import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {strToU8, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {baciShape, leadingZeros, paddedQuantities} from "../../src/connectors/baci/shape.ts";
import {pull} from "../../src/connectors/pull/pull.ts";
import {sourceNamed} from "../../src/connectors/sources.ts";
import {ingestCsv} from "../../src/connectors/tables/ingest.ts";
import {checkPack} from "../../src/packs/check-pack.ts";
import {readPack} from "../../src/packs/read-pack.ts";
import {openDuckDB} from "../../src/store/duckdb-engine.ts";
import {loopback, surroundings} from "../support/loopback.ts";
import {testFolder} from "../support/sample-pack.ts";
import {sharedFile} from "../support/shared.ts";

const baci = sourceNamed("baci");

const offline = surroundings(() => expect.fail("was asked"));

async function rowsOf(path: string, statement: string) {
  const engine = await openDuckDB(":memory:");
  try {
    return await engine.rows(statement, {path}, {path: "varchar"});
  } finally {
    engine.close();
  }
}

const small = `t,i,j,k,v,q
2021,4,112,10121,1.5,0.1
2021,4,643,270900,2.25,
2021,643,4,270900,3,NA
`;

function write(text: string, name = "BACI_HS92_Y2021_V202301.csv"): string {
  const path = join(testFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe("pull() from BACI", () => {
  const sample = sharedFile("baci/baci_hs92_2021_v202301_exporters_004_710.csv.gz");

  it.skipIf(!sample)("reads every row of the sample: 71,192, with equal sums and whole codes", async () => {
    const lines = gunzipSync(readFileSync(sample!)).toString().trim().split(/\r?\n/).slice(1);
    const cells = lines.map((line) => line.split(","));
    const sum = (at: number) => cells.reduce((total, row) => total + (row[at] === "NA" ? 0 : Number(row[at])), 0);
    const into = join(testFolder(), "sample");
    const query = {file: [sample!], economy: ["ZAF", "AFG", "RUS", "BLR"], release: undefined, hs: ["HS92"]};
    const result = await pull(baci, {query, into, surroundings: offline});
    expect(result.tables).toEqual(["data/baci/HS92-V202301/year=2021/part-0.parquet"]);
    const [total] = await rowsOf(
      join(into, result.tables[0]!),
      `select cast(count(*) as double) as n, sum(v) as v, sum(q) as q, cast(count(distinct k) as double) as products,
        cast(count(*) filter (length(k) <> 6) as double) as broken from read_parquet($path)`
    );
    expect(lines).toHaveLength(71_192);
    expect(total).toMatchObject({n: 71_192, broken: 0});
    expect(total!.v).toBeCloseTo(sum(4), 3);
    expect(total!.q).toBeCloseTo(sum(5), 3);
    expect(total!.products).toBe(new Set(cells.map(([, , , k]) => leadingZeros.apply(k!))).size);
    const [toRussiaAndBelarus] = await rowsOf(
      join(into, result.tables[0]!),
      "select cast(count(*) as double) as n, sum(v) as v from read_parquet($path) where j in (643, 112)"
    );
    expect(toRussiaAndBelarus!.n).toBe(450);
    expect(Number(toRussiaAndBelarus!.v)).toBeCloseTo(328_918, 0);
    const pack = await readPack(into);
    const figures = pack.figures.filter(({basis}) => basis.partner === "RUS" || basis.partner === "BLR");
    expect(figures.reduce((all, {value}) => all + value!, 0) / 1000).toBeCloseTo(Number(toRussiaAndBelarus!.v), 3);
    expect(figures[0]).toMatchObject({
      status: "reconciled",
      known: "2023-01",
      basis: {valuation: "fob", coverage: "goods"}
    });
  });

  it("fetches an archive, and unpacks the years that are asked for", async () => {
    const year = (value: number) => strToU8(small.replaceAll("2021", String(value)));
    const bytes = zipSync({
      "BACI_HS92_Y2020_V202501.csv": year(2020),
      "BACI_HS92_Y2021_V202501.csv": year(2021),
      "country_codes_V202501.csv": strToU8("country_code\n4\n"),
      "Readme.txt": strToU8("BACI")
    });
    const server = await loopback((_, response) =>
      response.writeHead(200, {"content-type": "application/zip"}).end(bytes)
    );
    const into = join(testFolder(), "archive");
    const query = {release: ["202501"], period: ["2021"], economy: ["AFG", "RUS"], product: ["HS:27"]};
    const result = await pull(baci, {query, into, surroundings: surroundings(server.fetch, {date: "2025-02-01"})});
    expect(server.asked[0]!.url).toBe("/DATA_DOWNLOAD/baci/data/BACI_HS92_V202501.zip");
    expect(result.tables).toEqual(["data/baci/HS92-V202501/year=2021/part-0.parquet"]);
    const {figures} = await readPack(into);
    expect(figures.map(({basis, value, known}) => [basis.economy, basis.product?.code, value, known])).toEqual([
      ["AFG", "27", 2250, "2025-01"],
      ["RUS", "27", 3000, "2025-01"]
    ]);
    expect((await checkPack(into)).violations).toEqual([]);
    expect(readdirSync(join(into, "data/baci/HS92-V202501"))).toEqual(["year=2021"]);
  });

  it("reads quantities that are padded", async () => {
    const folder = testFolder();
    const path = write(small.replace(",NA", ",           NA"));
    await expect(ingestCsv(path, baciShape, folder)).rejects.toThrow(/BACI_HS92_Y2021_V202301.csv/);
    const {rows} = await ingestCsv(path, paddedQuantities.apply(baciShape), folder);
    expect(rows).toBe(3);
    const into = join(testFolder(), "padded");
    const result = await pull(baci, {query: {file: [path]}, into, surroundings: offline});
    expect(await rowsOf(join(into, result.tables[0]!), "select q from read_parquet($path) order by v")).toEqual([
      {q: 0.1},
      {q: null},
      {q: null}
    ]);
  });

  it.each([
    [
      "a shifted column",
      small.replace("2021,4,643,270900,2.25,", "4,643,270900,2.25,1,2021"),
      /column "t", which is at least 1980/
    ],
    ["a cell too few", small.replace("2021,4,643,270900,2.25,", "2021,4,643,270900"), /:3: found 4 cells, wanted 6/],
    ["a cell too many", small.replace("2.25,", "2.25,,9"), /:3: found more than 6 cells/],
    [
      "columns in another order",
      small.replace("t,i,j,k", "i,t,j,k"),
      /:1: found the columns i, t, j, k, v, q, wanted those of BACI/
    ],
    ["a word for a number", small.replace("2.25", "much"), /csv:3: found something unreadable/],
    ["a repeated key", `${small}2021,4,643,270900,7,7\n`, /2 rows with the key t, i, j, k = 2021, 4, 643, 270900/],
    ["a product that is none", small.replace("270900", "27.09"), /"027.09|27.09" in column "k"/],
    ["trade with itself", small.replace("2021,4,643", "2021,4,4"), /1 rows in which exporter and importer differ/],
    ["a value below zero", small.replace("2.25", "-2.25"), /-2.25 in column "v", which is at least 0/],
    ["an empty value", small.replace("2.25", ""), /1 empty cells in column "v"/],
    ["no rows", "t,i,j,k,v,q\n", /no rows/],
    ["a page", "<!DOCTYPE html><html></html>", /is a page, wanted an archive or CSV/]
  ])("refuses %s, and leaves nothing behind", async (_, text, words) => {
    const into = join(testFolder(), "bad");
    const failed = pull(baci, {query: {file: [write(text)]}, into, surroundings: offline});
    await expect(failed).rejects.toThrow(words);
    const files = readdirSync(into, {recursive: true}).map(String);
    expect(files.filter((name) => name.endsWith(".parquet") || name.includes(".part"))).toEqual([]);
    expect(existsSync(join(into, "datapackage.json"))).toBe(false);
  });

  it("keeps a release beside an earlier one, and an earlier year when a new file is bad", async () => {
    const into = join(testFolder(), "releases");
    await pull(baci, {query: {file: [write(small)]}, into, surroundings: offline});
    const path = join(into, "data/baci/HS92-V202301/year=2021/part-0.parquet");
    const before = readFileSync(path);
    const bad = pull(baci, {query: {file: [write(small.replace("2.25", "x"))]}, into, surroundings: offline});
    await expect(bad).rejects.toThrow();
    expect(readFileSync(path)).toEqual(before);
    const later = write(small.replace("1.5", "1.6"), "BACI_HS92_Y2021_V202401.csv");
    const query = {file: [later], economy: ["AFG", "BLR"]};
    expect((await pull(baci, {query, into, surroundings: offline})).figures.added).toBe(1);
    expect(readFileSync(path)).toEqual(before);
    const {resources} = JSON.parse(readFileSync(join(into, "datapackage.json"), "utf8")) as {
      resources: {name: string}[];
    };
    expect(resources.map(({name}) => name)).toEqual(
      expect.arrayContaining(["baci-hs92-v202301", "baci-hs92-v202401", "figures-baci"])
    );
  });

  it("says that a release and a file exclude each other, and that a file is not there", async () => {
    const into = join(testFolder(), "x");
    await expect(pull(baci, {query: {}, into, surroundings: offline})).rejects.toMatchObject({code: "invalid_query"});
    const gone = pull(baci, {query: {file: ["/nowhere.zip"]}, into, surroundings: offline});
    await expect(gone).rejects.toThrow('File "/nowhere.zip" was not found');
  });
});

describe("ingestCsv()", () => {
  it("finds a repeat however far apart its rows are, and none where there is none", async () => {
    const folder = testFolder();
    const many = Array.from({length: 300_000}, (_, at) => `2021,4,${5 + (at % 300)},${100_000 + at},1,1`);
    const text = (rows: readonly string[]) => `t,i,j,k,v,q\n${rows.join("\n")}\n`;
    mkdirSync(join(folder, "out"));
    const shuffled = many.toSorted((a, b) => a.localeCompare(b));
    expect((await ingestCsv(write(text(shuffled)), baciShape, join(folder, "out"))).rows).toBe(300_000);
    expect((await ingestCsv(write(text(many)), baciShape, join(folder, "out"))).rows).toBe(300_000);
    const twice = [...many, many[7]!];
    await expect(ingestCsv(write(text(twice)), baciShape, join(folder, "out"))).rejects.toThrow("2 rows with the key");
  });

  it("parts a file of several years, packed or not", async () => {
    const folder = testFolder();
    const rows = small + small.replace(/^t.*\n/, "").replaceAll("2021", "2022");
    const path = join(folder, "BACI.csv.gz");
    writeFileSync(path, gzipSync(rows));
    const {files, sum} = await ingestCsv(path, baciShape, join(folder, "out"));
    expect(files.map(({year}) => year)).toEqual([2021, 2022]);
    expect(sum).toBe(13.5);
    const [{k} = {k: ""}] = await rowsOf(files[1]!.path, "select k from read_parquet($path) where v = 1.5");
    expect(k).toBe(leadingZeros.apply("10121"));
  });
});
