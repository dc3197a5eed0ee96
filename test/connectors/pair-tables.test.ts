import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {strToU8, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import type {PullSource} from "../../src/connectors/connector.ts";
import {territoryCodes} from "../../src/connectors/gravity/connector.ts";
import {pull} from "../../src/connectors/pull/pull.ts";
import {sourceNamed} from "../../src/connectors/sources.ts";
import {checkPack} from "../../src/packs/check-pack.ts";
import {openDuckDB} from "../../src/store/duckdb-engine.ts";
import {loopback, surroundings} from "../support/loopback.ts";
import {testFolder} from "../support/sample-pack.ts";
import {sharedFile} from "../support/shared.ts";

const gravity = sourceNamed("gravity");
const itpde = sourceNamed("itpde");

const offline = surroundings(() => expect.fail("was asked"));

async function rowsOf(into: string, paths: readonly string[], what: string) {
  const engine = await openDuckDB(":memory:");
  try {
    const files = paths.map((path) => `'${join(into, path)}'`).join(", ");
    return await engine.rows(`select ${what} from read_parquet([${files}])`);
  } finally {
    engine.close();
  }
}

function write(text: string): string {
  const path = join(testFolder(), "table.csv");
  writeFileSync(path, text);
  return path;
}

const pairs = `year,country_id_o,country_id_d,iso3_o,iso3_d,dist,contig,comlang_off,gdp_o,gdp_d,tradeflow_comtrade_o,tradeflow_comtrade_d,tradeflow_baci
2019,BLR,RUS,BLR,RUS,686.97,1,1,64410000,1693110000,13569000,NA,13100000
2020,DEU.2,RUS,DEU,RUS,1608,0,0,3889670000,1493080000,,26300000,25900000
`;
const industries = `exporter_iso3,exporter_name,importer_iso3,importer_name,industry_id,broad_sector,year,trade
BLR,Belarus,RUS,Russia,12,Agriculture,2019,33.5
BLR,Belarus,BLR,Belarus,12,Agriculture,2019,410
`;

describe("pull() from large tables of pairs", () => {
  const geodist = sharedFile("cepii/dist_cepii.csv.gz");

  it.skipIf(!geodist)("reads GeoDist: 50,176 pairs with the known distances", async () => {
    const into = join(testFolder(), "geodist");
    const {tables} = await pull(gravity, {query: {table: ["geodist"], file: [geodist!]}, into, surroundings: offline});
    expect(await rowsOf(into, tables, "cast(count(*) as double) as n")).toEqual([{n: 50_176}]);
    const [pair] = await rowsOf(into, tables, "* exclude (smctry)").then((rows) =>
      rows.filter(({exporter, importer}) => exporter === "BLR" && importer === "RUS")
    );
    expect(pair!.dist).toBeCloseTo(686.9657, 4);
    expect(pair!.distw).toBeCloseTo(1495.438, 3);
    expect(pair!.distwces).toBeCloseTo(994.2421, 4);
    expect((await checkPack(into)).violations).toEqual([]);
  });

  it("reads Gravity from its archive, by year, with columns that nobody declared", async () => {
    const bytes = zipSync({"Countries_V202211.csv": strToU8("x\n"), "Gravity_V202211.csv": strToU8(pairs)});
    const server = await loopback((_, response) =>
      response.writeHead(200, {"content-type": "application/zip"}).end(bytes)
    );
    const into = join(testFolder(), "gravity");
    const {tables} = await pull(gravity, {query: {}, into, surroundings: surroundings(server.fetch)});
    expect(server.asked[0]!.url).toBe("/DATA_DOWNLOAD/gravity/data/Gravity_csv_V202211.zip");
    expect(tables).toEqual([
      "data/gravity/V202211/year=2019/part-0.parquet",
      "data/gravity/V202211/year=2020/part-0.parquet"
    ]);
    expect(await rowsOf(into, tables, "country_id_o, iso3_o, tradeflow_comtrade_d")).toEqual([
      {country_id_o: "BLR", iso3_o: "BLR", tradeflow_comtrade_d: null},
      {country_id_o: "DEU.2", iso3_o: "DEU", tradeflow_comtrade_d: 26_300_000}
    ]);
    expect(["DEU.2", "BLR"].map(territoryCodes.apply)).toEqual(["DEU", "BLR"]);
  });

  it("reads ITPD-E with domestic trade", async () => {
    const into = join(testFolder(), "itpde");
    const {tables} = await pull(itpde, {query: {file: [write(industries)]}, into, surroundings: offline});
    expect(await rowsOf(into, tables, "sum(trade) as trade")).toEqual([{trade: 443.5}]);
    const {resources} = JSON.parse(readFileSync(join(into, "datapackage.json"), "utf8")) as {resources: object[]};
    expect(resources).toEqual(expect.arrayContaining([expect.objectContaining({name: "itpde-r02", path: tables})]));
  });

  it.each<[string, PullSource, string, RegExp]>([
    [
      "a distance beyond the earth's",
      gravity,
      pairs.replace("686.97", "68697"),
      /68697 in column "dist", which is at most 20100/
    ],
    [
      "a shifted row",
      gravity,
      pairs.replace("2019,BLR,RUS,BLR,RUS", "BLR,2019,RUS,BLR,RUS"),
      /:2: found something unreadable/
    ],
    [
      "a pair again",
      gravity,
      `${pairs}${pairs.split("\n")[1]}\n`,
      /2 rows with the key year, country_id_o, country_id_d/
    ],
    ["a missing column", itpde, industries.replace("trade", "flow"), /wanted those of ITPD-E/],
    ["an empty value", itpde, industries.replace("33.5", "NA"), /1 empty cells in column "trade"/]
  ])("refuses %s", async (_, source, text, words) => {
    const failed = pull(source, {query: {file: [write(text)]}, into: join(testFolder(), "bad"), surroundings: offline});
    await expect(failed).rejects.toThrow(words);
  });
});
