import {appendFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, describe, expect, test} from "vitest";
import {samplePack, testFolder} from "../../test/support/sample-pack.ts";
import type {Violation} from "../base/errors.ts";
import type {Pack} from "../base/pack.ts";
import {checkPack} from "./check-pack.ts";
import {readPack} from "./read-pack.ts";
import {writePack} from "./write-pack.ts";

let folder: string;

beforeEach(async () => {
  folder = testFolder();
  await writePack(folder, samplePack());
});

const pathOf = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(pathOf(name), "utf8");

/** Replaces text that is there, so that no test passes because its mistake was never made. */
function edit(name: string, from: string, to: string): void {
  const text = read(name);
  expect(text).toContain(from);
  writeFileSync(pathOf(name), text.replace(from, to));
}

async function violations(): Promise<readonly Violation[]> {
  const {pack, violations: found} = await checkPack(folder);
  expect(pack === undefined).toBe(found.length > 0);
  return found;
}

/** Column of a text in its line. */
function columnIn(name: string, line: number, text: string): number {
  return read(name).split("\n")[line - 1]!.indexOf(text) + 1;
}

async function expectOnly(name: string, wanted: Partial<Violation>): Promise<void> {
  expect(await violations()).toMatchObject([{file: pathOf(name), ...wanted}]);
}

describe("checkPack() on figures.csv", () => {
  // Line 2 is t-2020, which ends on line 3; 4 is t-2020-old, 5 t-2021, 6 growth, 7 done, 8 closed.
  test.each([
    ["a value that is no number", ",29400000000,", ",29.4bn,", 4, "value", '"29.4bn"', "a number as"],
    ["a number too large", ",29400000000,", ",1e999,", 4, "value", '"1e999"', "a number as"],
    ["a word that is not in its list", ",preliminary,", ",early,", 4, "stage", '"early"', '"during", "preliminary"'],
    ["a date that is none", ",2021-01,", ",01/2021,", 4, "known", '"01/2021"', "YYYY-MM"],
    [
      "a period that is none",
      ",RUS,,goods,,,USD,,2020,,29400000000",
      ",RUS,,goods,,,USD,,2020-Q5,,29400000000",
      4,
      "period",
      '"2020-Q5"',
      "2023-Q1"
    ],
    [
      "prices that are none",
      ",constant:2015:usa:cpi,",
      ",constant:2015,",
      5,
      "prices",
      '"constant:2015"',
      '"constant:YEAR:DEFLATOR"'
    ],
    ["a product without a scheme", ",HS:27:10,", ",2710,", 5, "product", '"2710"', "SCHEME:CODE"],
    ["a missing name", "\nclosed,", "\n,", 8, "id", "nothing", "text"],
    ["a name used twice", "t-2021,turn", "growth,turn", 6, "id", '"growth" again, first on line 5', "of its own"],
    ["an unknown source", ",s1 s2,", ",s1 s3,", 5, "sources", '"s3"', "id of a source"],
    ["an unknown input", ",t-2020 t-2020-old,", ",t-2020 t-1999,", 6, "inputs", '"t-1999"', "id of a figure"],
    ["an unknown item", ",share,prog,", ",share,prog2,", 7, "about", '"prog2"', "register item"],
    [
      "an economy by its name",
      ",BLR,atlantis,",
      ",Belarus,atlantis,",
      5,
      "economy",
      '"Belarus"',
      'did you mean "BLR"?'
    ],
    [
      "no source and no word that it is unverified",
      ",derived,2021-02-10,s1,",
      ",derived,2021-02-10,,",
      6,
      "sources",
      "nothing",
      '"unverified"'
    ],
    ["no value and no reason", ",29400000000,", ",,", 4, "value", "nothing", '"closed" or "missing"'],
    ["a value on a closed series", ",2022-Q1,,,exact,", ",2022-Q1,,5,exact,", 8, "value", "5", "nothing"],
    [
      "a share that its parts do not make",
      ",13,28,",
      ",13,14,",
      7,
      "value",
      "46.4",
      "about 92.8571 %, which is 13 of 14"
    ],
    ["a share of nothing", ",13,28,", ",13,0,", 7, "of_denominator", "0", "other than 0"],
    ["a share without a rule", ",programmes finished,", ",,", 7, "of_rule", "nothing", "text"],
    ["a derived figure that does not say how", ",100 (a / b - 1),", ",,", 6, "formula", "nothing", "a formula"],
    ["half an interval", ",-1.5e-7,2e+21,", ",-1.5e-7,,", 5, "high", "nothing", "both"],
    ["an interval upside down", ",-1.5e-7,2e+21,", ",3e21,2e21,", 5, "low", "3e+21", "at most"]
  ])("reports %s", async (_, from, to, line, field, found, wanted) => {
    edit("figures.csv", from, to);
    const [first, ...more] = await violations();
    expect(more).toEqual([]);
    expect(first).toMatchObject({file: pathOf("figures.csv"), line, field, found});
    expect(first?.wanted).toContain(wanted);
    const header = read("figures.csv").split("\n")[0]!.split(",");
    const row = read("figures.csv").split("\n")[line - 1]!.split(",");
    const cell = header.indexOf(field);
    expect(first?.column).toBe(row.slice(0, cell).join(",").length + (cell === 0 ? 1 : 2));
  });

  test("reports ragged rows and empty lines, and still checks the others", async () => {
    edit("figures.csv", "\ngrowth,", "\ngrowth,x,\n\ngrowth,");
    edit("figures.csv", ",preliminary,", ",early,");
    expect(await violations()).toMatchObject([
      {line: 4, field: "stage"},
      {line: 6, column: 1, found: "3 cells", wanted: "30 cells"},
      {line: 7, column: 1, found: "an empty line", wanted: "30 cells"}
    ]);
  });

  test("does not blame references to a row that is ragged", async () => {
    edit("figures.csv", ",2021-01,s1,,,", ",2021-01,s1,,");
    edit("sources.csv", "\ns2,", "\ns2,,");
    expect(await violations()).toMatchObject([
      {file: pathOf("figures.csv"), line: 4, found: "29 cells"},
      {file: pathOf("sources.csv"), line: 3, found: "13 cells"}
    ]);
  });

  test("reports a quotation mark that is never closed", async () => {
    appendFileSync(pathOf("figures.csv"), 'x,"y\n');
    expect(await violations()).toMatchObject([
      {line: 9, column: 1, found: "2 cells"},
      {line: 9, column: 3, found: "a quotation mark that is never closed"}
    ]);
  });

  test("reports unknown, missing and repeated columns in the header", async () => {
    edit("figures.csv", "id,indicator,kind,about", "id,indicator,indicator,abuot");
    const found = (await violations()).filter(({line}) => line === 1);
    expect(found).toMatchObject(
      [
        {column: 1, field: "id", found: 'no column "kind" or "about"'},
        {
          column: 14,
          field: "indicator",
          found: 'column "indicator"',
          wanted: '"kind", as the resource\'s schema names it'
        },
        {column: 14, field: "indicator", found: 'column "indicator" again'},
        {column: 24, field: "abuot", found: 'unknown column "abuot"'}
      ].sort((a, b) => a.column - b.column)
    );
  });

  test("accepts columns in another order when the schema of the resource has it too", async () => {
    const swap = (text: string) => text.replace(/^([^,\n]*),("[^"]*"|[^,\n]*)(?=,)/gm, "$2,$1");
    writeFileSync(pathOf("sources.csv"), swap(read("sources.csv")));
    const descriptor = JSON.parse(read("datapackage.json"));
    const {fields} = descriptor.resources[1].schema;
    [fields[0], fields[1]] = [fields[1], fields[0]];
    writeFileSync(pathOf("datapackage.json"), JSON.stringify(descriptor));
    expect(await readPack(folder)).toEqual(samplePack());
  });

  test("accepts a byte order mark and CRLF, and reports other encodings", async () => {
    writeFileSync(pathOf("sources.csv"), `\uFEFF${read("sources.csv").replaceAll("\n", "\r\n")}`);
    expect(await readPack(folder)).toEqual(samplePack());
    const bytes = Buffer.from(read("sources.csv"));
    bytes[bytes.indexOf("Office")] = 0xff;
    writeFileSync(pathOf("sources.csv"), bytes);
    await expectOnly("sources.csv", {line: 2, column: columnIn("sources.csv", 2, "\uFFFD"), found: "byte 0xff"});
  });

  test("reports what is wrong with sources", async () => {
    edit("sources.csv", ",BLR RUS", ",BLR ZZZ");
    edit("sources.csv", "https://example.org/b", "ftp://example.org/b");
    edit("sources.csv", "a".repeat(64), "abc");
    expect(await violations()).toMatchObject([
      {line: 2, field: "sha256", found: '"abc"', wanted: "64 hexadecimal digits"},
      {line: 3, field: "url", wanted: "an http or https address"}
    ]);
  });
});

describe("checkPack() on the register", () => {
  test.each([
    ["items", '"kind":"programme"', '"kind":"plan"', "kind", '"plan"', '"agreement", "commitment"'],
    ["items", '"parties":["BLR"', '"parties":["BLQX"', "scope.parties.0", '"BLQX"', "id of an entity"],
    ["items", '"scope"', '"extra":1,"scope"', "extra", '"extra"', "no such member"],
    ["items", '"title":{"en"', '"title":{"English"', "title.English", '"English"', "[a-z]{2,3}"],
    ["items", '"title":{"en":"Programme"},', "", "title", "nothing", "an object"],
    ["entities", '"speaksFor":"BLR"', '"speaksFor":"NOBODY"', "speaksFor", '"NOBODY"', "id of an entity"],
    ["assertions", '"in-force"', '"in force"', "value", '"in force"', '"proposed", "in-work"'],
    ["assertions", '"field":"stage","value":"in-force"', '"field":"due","value":"soon"', "value", '"soon"', "a date"],
    ["assertions", '"item":"prog"', '"item":"plan"', "item", '"plan"', "register item"],
    ["assertions", '"evidence":["s2"]', '"evidence":["s9"]', "evidence.0", '"s9"', "id of a source"],
    ["assertions", '"evidence":["s2"]', '"evidence":[]', "evidence", "nothing", '"unverified"'],
    ["assertions", '"value":90', '"value":null', "value.value", "nothing", '"closed"'],
    ["assertions", '"unit":"%"', '"unit":1', "value.basis.unit", "1", "text"],
    [
      "assertions",
      '"value":"in-force"',
      '"value":"in-force","translations":{"ru":"в силе"}',
      "translations",
      '{"ru":"в силе"}',
      "nothing"
    ],
    ["links", '"to":"prog.stage"', '"to":"prog.end"', "to", '"prog.end"', "id of an item"],
    ["links", '"rel":"follows"', '"rel":"after"', "rel", '"after"', '"partOf"']
  ])("reports what is wrong in %s: %s → %s", async (name, from, to, field, found, wanted) => {
    const file = `register/${name}.jsonl`;
    edit(file, from, to);
    const all = await violations();
    expect(all.map(({field}) => field)).toContain(field);
    const first = all.find((one) => one.field === field)!;
    expect(first).toMatchObject({file: pathOf(file), found});
    expect(first.wanted).toContain(wanted);
    const line = read(file).split("\n")[first.line! - 1]!;
    const shown = found === "nothing" ? /^[{[n]/ : found.slice(0, 9);
    expect(line.slice(first.column! - 1)).toMatch(shown);
  });

  test("places a line that is not JSON, and checks the other lines", async () => {
    edit("register/links.jsonl", '"rel":"follows"}', '"rel":"follows"');
    edit("register/links.jsonl", '"to":"completion"', '"to":"nothing-such"');
    expect(await violations()).toMatchObject([
      {
        line: 1,
        column: read("register/links.jsonl").split("\n")[0]!.length + 1,
        found: "the end",
        wanted: '"," or "}"'
      },
      {line: 2, field: "to", found: '"nothing-such"'}
    ]);
  });

  test("reports a member named twice, of which JSON.parse would drop one", async () => {
    edit("register/entities.jsonl", '{"id":', '{"id":"other","id":');
    await expectOnly("register/entities.jsonl", {line: 1, column: 15, found: 'member "id" again'});
  });
});

describe("checkPack() on datapackage.json", () => {
  const resource = (path: string, more = "") => `"resources": [{"name": "x", "path": ${JSON.stringify(path)}${more}},`;

  test.each([
    ["register/nowhere.jsonl", "no such file"],
    ["../outside.csv", "leaves the folder"],
    ["documents/../../outside.csv", "leaves the folder"],
    ["/etc/hostname", "leaves the folder"],
    ["C:\\outside.csv", "leaves the folder"],
    ["https://example.org/x.csv", "leaves the folder"],
    ["link.csv", "link that leaves"],
    ["documents", "a folder"],
    ["figures.csv", "again"]
  ])("reports the path %j of a resource", async (path, problem) => {
    symlinkSync("/etc/hostname", pathOf("link.csv"));
    edit("datapackage.json", '"resources": [', resource(path));
    const [first] = await violations();
    const line = read("datapackage.json")
      .slice(0, read("datapackage.json").lastIndexOf(JSON.stringify(path)))
      .split("\n");
    expect(first).toMatchObject({file: pathOf("datapackage.json"), line: line.length});
    expect(first?.field).toMatch(/^resources\.\d+\.path$/);
    expect(first?.found).toContain(problem);
  });

  test("follows a link that stays in the folder", async () => {
    symlinkSync("documents/statement.md", pathOf("link.txt"));
    edit("datapackage.json", '"resources": [', resource("link.txt"));
    expect(await violations()).toEqual([]);
  });

  test("compares size and checksum of a resource where it states them", async () => {
    writeFileSync(pathOf("x.bin"), "abc");
    const hash = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    edit("datapackage.json", '"resources": [', resource("x.bin", `, "bytes": 3, "hash": "${hash}"`));
    expect(await violations()).toEqual([]);
    writeFileSync(pathOf("x.bin"), "abcd");
    expect(await violations()).toMatchObject([
      {field: "resources.0.path", found: "4 bytes", wanted: "3"},
      {field: "resources.0.path", wanted: hash}
    ]);
  });

  test("reports files of a pack that no resource names", async () => {
    mkdirSync(pathOf("figures"));
    writeFileSync(pathOf("figures/2020.csv"), "");
    writeFileSync(pathOf("documents/other.md"), "");
    expect(await violations()).toMatchObject([
      {file: pathOf("documents/other.md"), wanted: "a resource for it"},
      {file: pathOf("figures/2020.csv"), wanted: "a resource for it"}
    ]);
  });

  test("reports breaks of the descriptor together with those of the records", async () => {
    edit("datapackage.json", '"version": "1.0.0"', '"version": 1');
    edit("datapackage.json", '"BLR"', '"XQX"');
    edit("datapackage.json", 'documents/statement.md",\n    "ind', 'documents/gone.md",\n    "ind');
    edit("figures.csv", ",preliminary,", ",early,");
    const found = await violations();
    expect(found.map(({field}) => field).sort()).toEqual([
      "concord.document",
      "concord.economies.0",
      "stage",
      "version"
    ]);
    expect(found.find(({field}) => field === "version")).toMatchObject({
      line: 5,
      column: 14,
      found: "1",
      wanted: "text"
    });
  });

  test("names an unknown member of the part that is Concord's own, and leaves those of the standard alone", async () => {
    edit("datapackage.json", '"concord": {', '"keywords": ["trade"], "concord": {"colour": 1,');
    await expectOnly("datapackage.json", {field: "concord.colour", found: '"colour"', wanted: "no such member"});
  });

  test("reports a missing and a broken descriptor", async () => {
    writeFileSync(pathOf("datapackage.json"), '{\n  "name": }');
    await expectOnly("datapackage.json", {line: 2, column: 11, found: '"}"', wanted: "a JSON value"});
    await expect(checkPack(pathOf("documents"))).resolves.toMatchObject({violations: [{found: "no such file"}]});
    await expect(checkPack(pathOf("nowhere"))).rejects.toMatchObject({code: "not_found"});
  });
});

test("checkPack() refuses a text file too large for memory, naming the limit", async () => {
  truncateSync(pathOf("sources.csv"), 256 * 1024 * 1024 + 1);
  await expect(checkPack(folder)).rejects.toMatchObject({
    code: "too_large",
    message: expect.stringContaining("wanted at most 268435456")
  });
});

test("checkPack() lists as many violations as there are", async () => {
  const rows = 150_000;
  writeFileSync(pathOf("register/links.jsonl"), '{"from":"prog","to":"prog","rel":"x"}\n'.repeat(rows));
  expect(await violations()).toHaveLength(rows);
});

test("readPack() throws one error that shows the first violations and carries all", async () => {
  edit("figures.csv", ",preliminary,", ",early,");
  edit("figures.csv", ",13,28,", ",13,14,");
  const error = await readPack(folder).catch((one: unknown) => one);
  expect(error).toMatchObject({code: "bad_pack", details: {violations: [{field: "stage"}, {field: "value"}]}});
  expect(String(error)).toContain(`${pathOf("figures.csv")}:4:`);
  expect(String(error)).toContain("has 2 violations");
});

describe("checkPack() on energy/*.json", () => {
  const market = {
    id: "gas",
    names: {en: "Gas"},
    status: "sourced",
    sources: ["belstat"],
    units: {quantity: {en: "bn m³"}, price: {en: "USD per 1,000 m³"}, money: {en: "USD million"}},
    economies: [{id: "BLR"}],
    commodities: [{id: "gas"}],
    nodes: [{id: "N", economy: "BLR"}],
    supplies: [{id: "s", node: "N", commodity: "gas", cost: 1}],
    demands: [{id: "d", node: "N", commodity: "gas", intercept: 10, slope: 1}],
    scenarios: [{id: "S0"}]
  } as const;
  const withMarket = async (changes: object = {}) => {
    const sample = samplePack();
    const sources = [sample.sources[0]!.id];
    const written = {...market, sources, ...changes} as unknown as NonNullable<Pack["markets"]>[number]["market"];
    const pack: Pack = {...sample, markets: [{path: "energy/gas.json", market: written}]};
    await writePack(folder, pack);
    return pack;
  };

  test("reads a market as it was written", async () => {
    expect(await readPack(folder)).not.toHaveProperty("markets");
    const pack = await withMarket();
    expect(await readPack(folder)).toEqual(pack);
  });

  test("lists what is wrong with it at its place", async () => {
    await withMarket({
      sources: ["nowhere", "https://example.org/gas"],
      nodes: [{id: "N", economy: "QQQ"}],
      supplies: [{id: "s", node: "M", commodity: "gas", cost: 1}]
    });
    const file = pathOf("energy/gas.json");
    expect(await violations()).toMatchObject([
      {file, field: "nodes.0.economy", found: '"QQQ"', wanted: "the id of a declared economy: BLR"},
      {file, field: "supplies.0.node", found: '"M"', wanted: "the id of a node: N"}
    ]);
    await withMarket({sources: ["nowhere", "https://example.org/gas"]});
    await expectOnly("energy/gas.json", {field: "sources.0", found: '"nowhere"'});
    await withMarket({sources: []});
    await expectOnly("energy/gas.json", {field: "sources", wanted: "at least one source of a sourced market"});
  });

  test("wants a resource for it", async () => {
    mkdirSync(pathOf("energy"));
    writeFileSync(pathOf("energy/other.json"), "{}");
    await expectOnly("energy/other.json", {found: "a file that no resource names"});
  });
});
