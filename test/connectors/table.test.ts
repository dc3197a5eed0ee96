import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {strToU8, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {groupBy} from "../../src/base/group-by.ts";
import {pull} from "../../src/connectors/pull/pull.ts";
import {sourceNamed} from "../../src/connectors/sources.ts";
import {sheetToCsv} from "../../src/connectors/table/xlsx.ts";
import {checkPack} from "../../src/packs/check-pack.ts";
import {readPack} from "../../src/packs/read-pack.ts";
import {loopback, send, surroundings} from "../support/loopback.ts";
import {testFolder} from "../support/sample-pack.ts";
import {sharedFile} from "../support/shared.ts";

const table = sourceNamed("table");

const offline = surroundings(() => expect.fail("was asked"));

function write(name: string, content: string | Uint8Array): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

function workbook(
  sheet: string,
  strings = "<sst><si><t>GDP</t></si><si><r><t>Bela</t></r><r><t>rus</t></r></si></sst>"
): Uint8Array {
  const file = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  return zipSync({
    "xl/workbook.xml": file(
      '<workbook xmlns:r="x"><sheets><sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="Data" sheetId="2" r:id="rId2"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": file(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
    ),
    "xl/sharedStrings.xml": file(strings),
    "xl/worksheets/sheet1.xml": file("<worksheet><sheetData/></worksheet>"),
    "xl/worksheets/sheet2.xml": file(sheet)
  });
}

const sheet = `<worksheet><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>country</t></is></c><c r="B1" t="str"><v>year</v></c><c r="C1" t="str"><v>series</v></c><c r="D1" t="str"><v>amount</v></c></row>
<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>2023</v></c><c r="C2" t="s"><v>0</v></c><c r="D2"><v>72</v></c></row>
<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>2022</v></c><c r="C3" t="s"><v>0</v></c></row>
</sheetData></worksheet>`;

const map = readFileSync(join(import.meta.dirname, "../../docs/examples/gdp.yaml"), "utf8");

describe("pull() from a table", () => {
  it("reads the example of the documentation", async () => {
    const into = join(testFolder(), "gdp");
    const query = {file: ["docs/examples/gdp.csv"], map: ["docs/examples/gdp.yaml"]};
    await pull(table, {query, into, surroundings: offline});
    const {figures, sources} = await readPack(into);
    expect(
      figures.map(({basis, period, value, status, known}) => [basis.economy, period, value, status, known])
    ).toEqual([
      ["BLR", "2022", 73.8e9, "reported", "2024-10-22"],
      ["BLR", "2023", 72e9, "reported", "2024-10-22"],
      ["RUS", "2022", 2295e9, "reported", "2024-10-22"],
      ["RUS", "2023", null, "missing", "2024-10-22"]
    ]);
    expect(figures[0]!.basis).toEqual({
      indicator: "gdp",
      kind: "level",
      economy: "BLR",
      prices: "current",
      unit: "USD"
    });
    expect(sources[0]).toMatchObject({publisher: "Example office", url: "https://example.org/national-accounts"});
    expect((await checkPack(into)).violations).toEqual([]);
  });

  const imports = sharedFile("comtrade_mirror/comtrade_eu27_imports_hs4_2018_2022.csv.gz");
  const totals = sharedFile("comtrade_mirror/comtrade_eu27_imports_hs4_world_totals.csv");

  it.skipIf(!imports || !totals)(
    "keeps partners whole: they sum to the world in all 5,004 cells of the EU's imports",
    async () => {
      const mapping = write(
        "eu.yaml",
        `reporter: {column: reporter_iso, codes: iso3}
partner: {column: partner_iso, codes: iso3}
flow: {column: flow_desc}
period: {column: ref_year}
product: {column: cmd_code, scheme: HS}
value: {column: primary_value}
coverage: goods
source: {publisher: UN, url: "https://comtradeplus.un.org"}
`
      );
      const into = join(testFolder(), "eu");
      const result = await pull(table, {query: {file: [imports!], map: [mapping]}, into, surroundings: offline});
      expect(result.figures.added).toBe(173_358);
      const {figures} = await readPack(into);
      const key = (reporter: string, code: string, year: string) => `${reporter} ${code} ${year}`;
      const sums = new Map(
        [...groupBy(figures, ({basis, period}) => key(basis.economy!, basis.product!.code, period))].map(
          ([cell, all]) => [cell, all.reduce((sum, {value}) => sum + value!, 0)]
        )
      );
      const [, ...lines] = readFileSync(totals!, "utf8").trim().split(/\r?\n/);
      expect(lines).toHaveLength(5004);
      const off = lines.filter((line) => {
        const [reporter, , code, , year, value] = line.split(",");
        const sum = sums.get(key(reporter!, code!, year!)) ?? 0;
        return Math.abs(sum - Number(value)) > 1e-4 * Math.max(1, Number(value));
      });
      expect(off).toEqual([]);
    },
    120_000
  );

  it("reads a sheet of a workbook", async () => {
    const into = join(testFolder(), "book");
    const query = {file: [write("gdp.xlsx", workbook(sheet))], map: [write("m.yaml", map)], sheet: ["Data"]};
    await pull(table, {query, into, surroundings: offline});
    const {figures} = await readPack(into);
    expect(figures.map(({basis, period, value}) => [basis.economy, period, value])).toEqual([
      ["BLR", "2023", 72e9],
      ["BLR", "2022", null]
    ]);
  });

  it("fetches a table from its address", async () => {
    const server = await loopback((_, response) =>
      send(response, readFileSync("docs/examples/gdp.csv"), {"content-type": "text/csv"})
    );
    const query = {file: ["https://example.org/files/gdp.csv"], map: [write("m.yaml", map)]};
    const into = join(testFolder(), "remote");
    await pull(table, {query, into, surroundings: surroundings(server.fetch)});
    expect(server.asked.map(({url}) => url)).toEqual(["/files/gdp.csv"]);
  });

  it.each([
    ["a mapping without a source", "a;b\n", map.replace(/source:[\s\S]*/, ""), "names no source"],
    ["a mapping with an unknown field", "a;b\n", `${map}\ncolour: red\n`, 'found "colour", wanted no such member'],
    ["an indicator that is no word", "a;b\n", map.replace("GDP: gdp", "GDP: G D P"), "indicator"],
    [
      "a shifted column",
      "country;year;series;amount\n2022;Belarus;GDP;7\n",
      map,
      'year: found "Belarus", wanted a period'
    ],
    ["a column that is not there", "country;year;series\nBelarus;2022;GDP\n", map, 'wanted also "amount"'],
    ["a page", "<!doctype html><p>Sign in", map, "is a page, wanted a table"]
  ])("refuses %s", async (_, content, mapping, words) => {
    const query = {file: [write("t.csv", content)], map: [write("m.yaml", mapping)]};
    const failed = pull(table, {query, into: join(testFolder(), "bad"), surroundings: offline});
    await expect(failed).rejects.toThrow(words);
  });

  it("keeps codes that nobody knows, and says so", async () => {
    const query = {
      file: [write("t.csv", "country;year;series;amount\nAtlantis;2022;GDP;7\n")],
      map: [write("m.yaml", map)]
    };
    const into = join(testFolder(), "kept");
    const {notices} = await pull(table, {query, into, surroundings: offline});
    expect(notices).toMatchObject([{code: "unknown-economies", count: 1, examples: ['"Atlantis"']}]);
    expect((await readPack(into)).figures[0]!.basis.economy).toBe("table-Atlantis");
  });
});

describe("sheetToCsv()", () => {
  it("refuses entities that expand, and names the sheets that are there", async () => {
    const bomb = '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    const target = join(testFolder(), "x.csv");
    await expect(sheetToCsv(write("b.xlsx", workbook(sheet, bomb)), target, "Data")).rejects.toThrow(/XML .*line 1/);
    await expect(sheetToCsv(write("b.xlsx", workbook(sheet)), target, "Other")).rejects.toThrow(
      '"Notes", "Data", wanted "Other"'
    );
  });
});
