import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {concord} from "../../test/cli/captured.ts";
import {turnoverOutputSchema} from "../turnover/output.ts";
import {displayWidth} from "./terminal/width.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-cli-"));
const pack = ["--pack", "packs/union-state"];
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const table = file(
  "trade.csv",
  `year,reporter,partner,flow,hs,usd
2013,RUS,BLR,Export,27,8000000000
2013,BLR,RUS,Import,27,9000000000
2014,RUS,BLR,Export,27,8363553895
2014,BLR,RUS,Import,27,11597620200
2014,BLR,Nowhere,Import,27,5
`
);
const map = file(
  "map.yaml",
  `reporter: {column: reporter}
partner: {column: partner}
flow: {column: flow}
period: {column: year}
product: {column: hs, scheme: HS}
value: {column: usd}
coverage: goods
valuation: {exports: fob, imports: cif}
`
);
const data = ["--data", table, "--map", map, "--product", "HS:27"];

beforeAll(() => {
  process.env.CONCORD_CACHE = join(folder, "cache");
});

describe("concord turnover", () => {
  it("shows years by bases with growth, gap, records and sources", async () => {
    const {code, out} = await concord(["turnover", "BLR", "RUS", ...pack]);
    expect(code).toBe(0);
    expect(out).toMatch(/2020 +29\.52\S* +−17\.3/);
    expect(out).toMatch(/mirror gap/);
    expect(out).toMatch(/Records\n {2}2023 Belarus's books, goods: highest since the series starts in 2009/);
    expect(out).toMatch(/Sources\n {2}¹ /);
    expect(out).not.toContain("\u001B[");
  });

  it.each([
    ["2024-02-23", 54e9],
    ["2024-12-31", 53e9]
  ])("knows on %s what was public then", async (day, value) => {
    const {out} = await concord(["turnover", "BLR", "RUS", ...pack, "--as-of", day, "--json"]);
    const output = turnoverOutputSchema.parse(JSON.parse(out));
    const series = output.series.find(
      ({basis}) => basis.indicator === "turnover" && basis.coverage === "goods+services" && basis.prices === "current"
    );
    expect(series!.figures.find(({period}) => period === "2023")).toMatchObject({value, role: "shown"});
    expect(output.asOf).toBe(day);
  });

  it("understands names in two languages and speaks both", async () => {
    const {out} = await concord(["turnover", "Россия", "Беларусь", ...pack, "--language", "ru"]);
    expect(out).toContain("Россия – Беларусь: взаимная торговля");
    expect(out).toContain("учёт Беларуси");
    expect(out).toMatch(/2020 .*29,52/);
  });

  it.each([80, 120, 200])("keeps its tables within %i columns", async (columns) => {
    const {out} = await concord(["turnover", "BLR", "RUS", ...pack], {columns});
    const wide = out.split("\n").filter((line) => displayWidth(line) > columns && !line.includes("http"));
    expect(wide).toEqual([]);
  });

  it("colours only a terminal, and not against NO_COLOR", async () => {
    const terminal = await concord(["turnover", "BLR", "RUS", ...data], {isTTY: true});
    const asked = await concord(["turnover", "BLR", "RUS", ...data, "--color", "always"]);
    const refused = await concord(["turnover", "BLR", "RUS", ...data], {isTTY: true, env: {NO_COLOR: "1"}});
    expect([terminal, asked, refused].map(({out}) => out.includes("\u001B["))).toEqual([true, true, false]);
  });

  it("lays the mirror gap of a table out, and notes what it left aside", async () => {
    const {code, out, err} = await concord(["turnover", "BLR", "RUS", ...data, "--period", "2014"]);
    expect(code).toBe(0);
    expect(out).toMatch(/2014 +11\.598¹ +\+28\.9 +8\.364¹ +\+4\.5 +\+3\.234 +\+38\.7/);
    expect(err).toBe('note: Rows left aside: column "partner" names no known economy (1): "Nowhere" (1)\n');
  });

  it("writes CSV, one row a figure", async () => {
    const {out} = await concord(["turnover", "BLR", "RUS", ...data, "--period", "2014", "--csv"]);
    const rows = out
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => rows[0]!.length));
    const gap = rows[0]!.indexOf("gap");
    expect(rows.slice(1).map((row) => row[gap])).toEqual(["3234066305", "3234066305"]);
  });

  it("answers a pair without figures", async () => {
    const {code, out, err} = await concord(["turnover", "FRA", "JPN", ...pack]);
    expect(code).toBe(0);
    expect(out).toContain("No figures on any basis.");
    expect(err).toContain("note: there are figures of Belarus – Russia");
    const product = await concord(["turnover", "BLR", "RUS", ...pack, "--product", "HS:27"]);
    expect(product.err).toContain("none that fits --product or --period");
    const early = await concord(["turnover", "BLR", "RUS", ...pack, "--as-of", "1990"]);
    expect(early.err).toContain("note: no figures of trade were known on 1990-12-31");
  });
});

describe("concord turnover, asked wrongly", () => {
  it.each([
    ["an unknown economy", ["Belaruz", "RUS", ...pack], 2, 'Economy "Belaruz" is not known', 'did you mean "Belarus"'],
    ["one economy twice", ["BLR", "Belarus", ...pack], 2, 'Economy "BLR" cannot trade with itself', "two different"],
    ["nothing to read", ["BLR", "RUS"], 2, "no pack and no table", "--pack FOLDER"],
    ["a table without a mapping", ["BLR", "RUS", "--data", table], 2, "Option --data needs --map", "go together"],
    ["a wrong date", ["BLR", "RUS", ...pack, "--as-of", "24"], 2, '--as-of: found "24"', "concord turnover --help"],
    ["a wrong product", ["BLR", "RUS", ...data.slice(0, 4), "--product", "27"], 2, '--product: found "27"', "--help"],
    ["an unknown option", ["BLR", "RUS", "--asof", "2024"], 2, "did you mean --as-of?", "--help"],
    ["one argument too few", ["BLR"], 2, "Expected argument for partner", "--help"],
    ["JSON and CSV at once", ["BLR", "RUS", ...pack, "--json", "--csv"], 2, "exclude each other", "choose"],
    ["a missing pack", ["BLR", "RUS", "--pack", join(folder, "none")], 1, "none", "--help"],
    ["a missing table", ["BLR", "RUS", "--data", join(folder, "no.csv"), "--map", map], 1, "was not found", "--help"],
    [
      "a missing mapping",
      ["BLR", "RUS", "--data", table, "--map", join(folder, "no.yaml")],
      1,
      "was not found",
      "docs/examples"
    ]
  ])("by %s says in two lines what is wrong and what to do", async (_, inputs, code, message, hint) => {
    const ran = await concord(["turnover", ...inputs]);
    const lines = ran.err.trimEnd().split("\n");
    expect(ran.code).toBe(code);
    expect(ran.out).toBe("");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^error: /);
    expect(lines[0]).toContain(message);
    expect(lines[1]).toContain(hint);
  });

  it("names file, line and column of a bad cell", async () => {
    const bad = file("bad.csv", "year,reporter,partner,flow,hs,usd\n2014,RUS,BLR,Export,27,much\n");
    const {code, err} = await concord(["turnover", "BLR", "RUS", "--data", bad, "--map", map, "--product", "HS:27"]);
    expect(code).toBe(1);
    expect(err).toContain(`${bad}:2: usd: found "much", wanted a number`);
  });
});
