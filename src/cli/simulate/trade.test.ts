import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {concord} from "../../../test/cli/captured.ts";
import {tradeSimulationSchema} from "../../equilibrium/trade/output.ts";
import {openDuckDB} from "../../store/duckdb-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-simulate-"));
const examples = "docs/examples/trade";
const islands = `${examples}/islands.csv`;
const scenario = (name: string) => ["--scenario", `${examples}/${name}.yaml`];
const run = (...inputs: string[]) => concord(["simulate", "trade", ...inputs], {columns: 120});
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("concord simulate trade", () => {
  it("prints what changes for each economy, with the checks", async () => {
    const {code, out} = await run(islands, ...scenario("union"));
    expect(code).toBe(0);
    expect(out).toMatch(/Midland +\+0\.75 +\+0\.74/);
    expect(out).toContain("tariff, Northmark ↔ Midland: 10 % → 0 %");
    expect(out).toContain("Checks. residual < 1e-12; world budget < 1e-12; Walras' law < 1e-12");
  });

  it("lays scenarios side by side, one table an account", async () => {
    const {out} = await run(islands, ...scenario("union"), ...scenario("paperwork"), ...scenario("procurement"));
    expect(out).toMatch(/welfare, change in per cent\n.*Customs union +Less paperwork +Open procurement/);
    expect(out).toMatch(/rents\*.*\n.*\n.*\n.*Northmark/);
  });

  it("answers in Russian", async () => {
    const {out} = await run(islands, ...scenario("union"), "--language", "ru");
    expect(out).toMatch(/благосостояние.*экспорт/);
    expect(out).toContain("+0,75");
    expect(out).toContain("цены относительно: мировой выпуск");
  });

  it("writes JSON that fits the schema and CSV with a row an economy and scenario", async () => {
    const json = await run(`${examples}/islands`, ...scenario("sector-union"), "--json");
    const [only] = JSON.parse(json.out);
    expect(tradeSimulationSchema.parse(only).model).toBe("many-sectors");
    const csv = await run(islands, ...scenario("union"), ...scenario("paperwork"), "--csv");
    expect(csv.out.trim().split("\n")).toHaveLength(13);
  });

  it("draws, and writes a tornado chart", async () => {
    const svg = join(folder, "tornado.svg");
    const fit = ["--fit", `${examples}/estimates.yaml`];
    const {out, err} = await run(
      islands,
      ...scenario("agreement"),
      ...fit,
      "--draws",
      "50",
      "--tornado",
      svg,
      "--focus",
      "Southport"
    );
    expect(out).toContain("Draws of the estimates: 50, seed 1; not solved: 0");
    expect(err).toContain(`note: Wrote ${svg}`);
    expect(readFileSync(svg, "utf8")).toContain("Welfare of Southport as each estimate moves alone");
  });

  it("says where a scenario changes nothing", async () => {
    const {out, code} = await run(islands, ...scenario("sector-union"));
    expect(code).toBe(0);
    expect(out).toContain("Nothing changes: every barrier is in the data");
    expect(out).not.toContain("exports   imports");
  });

  it("reads the same from Parquet and from a pack's folder", async () => {
    const parquet = join(folder, "flows.parquet");
    const engine = await openDuckDB(":memory:", {readOnly: false});
    await engine.rows(
      `copy (select * from read_csv('${examples}/islands/trade.csv')) to '${parquet}' (format parquet)`
    );
    engine.close();
    const one = await run(parquet, ...scenario("sector-union"), "--csv");
    const other = await run(
      file("only.csv", readFileSync(`${examples}/islands/trade.csv`, "utf8")),
      ...scenario("sector-union"),
      "--csv"
    );
    expect(one.code).toBe(0);
    expect(one.out).toBe(other.out);
  });

  it.each([
    [["nowhere.csv", ...scenario("union")], 1, 'Trade data "nowhere.csv" were not found'],
    [[folder, ...scenario("union")], 1, "has no table of trade"],
    [[islands, "--scenario", "none.yaml"], 1, 'Scenario "none.yaml" was not found'],
    [[islands, ...scenario("union"), "--json", "--csv"], 2, "exclude each other"],
    [[islands, ...scenario("union"), "--sigma", "0.5"], 2, "elasticity of substitution of 0.5"],
    [[islands, ...scenario("union"), "--sigma", "many"], 2, 'found "many", wanted a number'],
    [[islands, ...scenario("union"), "--focus", "Midland"], 2, "Option --focus needs --tornado"],
    [[islands, ...scenario("union"), "--model", "levels", "--draws", "5"], 2, "draws nothing"],
    [[islands, ...scenario("union"), "--reference", "Midland"], 2, "Option reference is for models in levels"],
    [[islands, ...scenario("union"), "--model", "levels", "--deficits", "removed"], 2, 'wanted "proportional"'],
    [
      [file("semi.csv", "exporter;importer;value\nA;B;1,5\n"), ...scenario("union")],
      1,
      "found semicolons between cells"
    ],
    [
      [mkdirSync(join(folder, "odd", "trade.csv"), {recursive: true})!, ...scenario("union")],
      1,
      "is a folder, wanted a file"
    ],
    [[file("torn.csv.gz", "xx"), ...scenario("union")], 1, "found what gzip cannot read"],
    [[islands], 2, "scenario"]
  ] as [string[], number, string][])("ends with one clear error: %o", async (inputs, code, wanted) => {
    const ran = await run(...inputs);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(wanted);
    expect(ran.err.match(/error:/g)).toHaveLength(1);
  });
});
