import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {concord} from "../../../test/cli/captured.ts";
import {energyOutputSchema} from "../../base/energy-result.ts";
import {displayWidth} from "../terminal/width.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-energy-"));
const gas = "docs/examples/energy/gas.json";
const more = ["--scenarios", "docs/examples/energy/gas-more.yaml"];
const simulate = (...inputs: string[]) => concord(["simulate", "energy", ...inputs]);
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("concord simulate energy", () => {
  it("lays all scenarios side by side, by account, with congestion and checks", async () => {
    const {code, out} = await simulate(gas);
    expect(code).toBe(0);
    expect(out).toMatch(/A worked case: the numbers are made up/);
    expect(out).toMatch(/ {4}consumers +8100\.0 +8100\.0 +5553\.8 +3600\.0 +3025\.0/);
    expect(out).toMatch(/A +80 +80 +110\.952 +140 +150/);
    expect(out).toMatch(/B → X +32\.5 +29\.375 +39\.048 +48\.75/);
    expect(out).toMatch(/unexplained +50 +0 +0 +10 +0/);
    expect(out).toMatch(/✓ accounts against the objective: ≤ 1e−1\d/);
    expect(out).toMatch(/no forecast\.\n$/);
    expect(out).not.toContain("\u001B[");
  });

  it("answers in Russian", async () => {
    const {out} = await simulate("docs/examples/energy/oil.json", "--language", "ru");
    expect(out).toMatch(/переработчики +1240,0 +0,0 +1240,0 +1240,0/);
    expect(out).toMatch(/Неоднозначные цены/);
    expect(out).not.toMatch(/consumers|treasury|illustrative/);
  });

  it("breaks tables where the terminal ends", async () => {
    const {out} = await concord(["simulate", "energy", gas], {columns: 60});
    expect(Math.max(...out.split("\n").map(displayWidth))).toBeLessThanOrEqual(60);
  });

  it("writes JSON of the published form, and CSV with a number a row", async () => {
    const output = energyOutputSchema.parse(JSON.parse((await simulate(gas, "--scenario", "S2", "--json")).out));
    expect(output.scenarios[0]!.demands[0]!.paid).toBeCloseTo(110.952380952, 9);
    const {out} = await simulate(gas, "--scenario", "S0", "--csv");
    const rows = out.trimEnd().split("\r\n");
    expect(rows[0]).toBe("scenario,kind,id,item,value");
    expect(rows).toContain("S0,account,A,consumers,8100");
    expect(rows).toContain("S0,demand,B,paid,140");
    expect(rows.every((row) => row.split(",").length === 5)).toBe(true);
  });

  it("takes further scenarios and draws what they leave uncertain", async () => {
    const scenarios = file(
      "more.yaml",
      "scenarios:\n  - id: wide\n    arcs: {B-X: {capacity: 60}}\n    uncertain: [{parameter: exports.X.price, range: [180, 220]}]\n"
    );
    const inputs = [gas, "--scenarios", scenarios, "--scenario", "S2", "--scenario", "wide", "--draws", "40"];
    const {code, out} = await simulate(...inputs, "--seed", "7");
    expect(code).toBe(0);
    expect(out).toMatch(/wide: 40 joint draws, seed 7; 0 could not be solved and are left out/);
    expect(out).toMatch(/exports\.X\.price 182 … 218: Economy A/);
    expect((await simulate(...inputs, "--seed", "7")).out).toBe(out);
    const csv = (await simulate(...inputs, "--csv")).out;
    expect(csv).toMatch(/wide,draws,B,change\.p50,-?\d/);
  });

  it("shows what was seen beside the first scenario", async () => {
    const market = JSON.parse(readFileSync(gas, "utf8"));
    market.observed = [{number: "demands.B.paid", value: 128.5}];
    const {code, out} = await simulate(file("seen.json", JSON.stringify(market)));
    expect(code).toBe(0);
    expect(out).toMatch(/demands\.B\.paid +128\.5 +140 +\+11\.5/);
  });

  it("writes a tornado chart of one economy", async () => {
    const path = join(folder, "tornado.svg");
    const {code} = await simulate(gas, ...more, "--draws", "5", "--tornado", path, "--focus", "B");
    expect(code).toBe(0);
    const svg = readFileSync(path, "utf8");
    expect(svg).toMatch(/<title>Welfare of Economy B under hub-linked as each parameter moves alone<\/title>/);
    expect(svg).toContain("supplies.fields.cost");
  });

  it("writes charts", async () => {
    const [chart, accounts] = [join(folder, "prices.svg"), join(folder, "accounts.svg")];
    const {code, err} = await simulate(gas, "--chart", chart, "--accounts", accounts);
    expect(code).toBe(0);
    expect(err).toContain(`Wrote ${chart}`);
    for (const path of [chart, accounts]) expect(readFileSync(path, "utf8")).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  it.each([
    [["missing.json"], 1, /^error: Market "missing\.json" was not found\n {7}docs\/examples\/energy/],
    [[gas, "--scenario", "S9"], 2, /^error: Market "gas-two-hubs" has no scenario "S9"\n {7}it has "S0"/],
    [[gas, "--scenario", "S2", "--all"], 2, /^error: Options --scenario and --all exclude each other/],
    [[gas, "--json", "--csv"], 2, /^error: Options --json and --csv exclude each other/],
    [[gas, "--draws", "10"], 2, /^error: Market "gas-two-hubs" names nothing uncertain/],
    [[gas, "--tornado", "t.svg"], 2, /^error: Option --tornado needs --draws/],
    [[gas, "--focus", "A"], 2, /^error: Option --focus needs --tornado/],
    [
      [gas, ...more, "--draws", "3", "--tornado", "t.svg", "--focus", "Q"],
      2,
      /has no economy "Q"\n {7}it has "A", "B", "X"/
    ],
    [[gas, "--draws", "-3"], 2, /^error: --draws: found "-3", wanted a whole number/],
    [[gas, "--scenarios", "missing.yaml"], 1, /^error: Scenarios "missing\.yaml" was not found/],
    [["docs"], 1, /^error: Market "docs" is a folder, wanted a file\n/],
    [[gas, "--chart", "docs"], 1, /^error: "docs" is a folder, wanted a file to write/],
    [[gas, "--chart", "README.md/x.svg"], 1, /^error: "README\.md" is a file, wanted a folder to write/],
    [[], 2, /^error: /]
  ])("%j ends with %i and one clear error", async (inputs, code, message) => {
    const ran = await simulate(...(inputs as string[]));
    expect(ran.err).toMatch(message as RegExp);
    expect(ran.code).toBe(code);
    expect(ran.out).toBe("");
  });
});
