import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {concord} from "../cli/captured.ts";
import {testFolder} from "../support/sample-pack.ts";

const table = ["--file", "docs/examples/gdp.csv", "--map", "docs/examples/gdp.yaml"];

describe("concord pull", () => {
  it("pulls a table, says what it did, and does nothing twice", async () => {
    const into = join(testFolder(), "pack");
    const first = await concord(["pull", "table", ...table, "--into", into]);
    expect(first).toMatchObject({code: 0, err: ""});
    expect(first.out).toContain(`${into}: 4 figures added, 0 revised, 0 as before\n1 answer received\n`);
    const {out} = await concord(["pull", "table", ...table, "--into", into, "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      source: "table",
      pack: into,
      answers: {received: 0, kept: 1},
      figures: {added: 0, revised: 0, unchanged: 4},
      notices: []
    });
  });

  it("shows the licence, address and limits of a source as help", async () => {
    const {out} = await concord(["pull", "comtrade", "--help"]);
    for (const words of ["no redistribution in bulk", "https://comtradeapi.un.org", "COMTRADE_API_KEY", "--economy"])
      expect(out).toContain(words);
  });

  it.each([
    [["pull", "nowhere"], 2, '"nowhere" is not a command'],
    [["pull", "table", "--into", "x"], 2, "Expected input for flag --map"],
    [["pull", "comtrade", "--economy", "Atlantis", "--period", "2020"], 2, 'Economy "Atlantis" is not known'],
    [["pull", "table", "--file", "none.csv", "--map", "docs/examples/gdp.yaml"], 1, 'File "none.csv" was not found'],
    [["source", "doctor", "nowhere"], 2, 'Source "nowhere" is not known'],
    [["diff", "nowhere"], 1, 'Pack "nowhere" is not a folder'],
    [["diff", "packs/union-state", "--since", "soon"], 2, "wanted a date as 2024"]
  ])("refuses %j", async (inputs, code, message) => {
    const into = join(testFolder(), "pack");
    const isPull = inputs[0] === "pull" && !inputs.includes("--into") && inputs.length > 2;
    const ran = await concord(isPull ? [...inputs, "--into", into] : inputs);
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(message)]);
    expect(existsSync(join(into, "datapackage.json"))).toBe(false);
  });
});

it("concord source list gives all sources, and services of SDMX, as data", async () => {
  const {out} = await concord(["source", "list", "--json"]);
  const {sources, sdmxServices} = JSON.parse(out) as {sources: {id: string; licence: object}[]; sdmxServices: object[]};
  expect(sources.map(({id}) => id)).toEqual([
    "comtrade",
    "worldbank",
    "sdmx",
    "baci",
    "gravity",
    "itpde",
    "ocds",
    "concordance",
    "table"
  ]);
  expect(sdmxServices).toHaveLength(8);
  expect(sources[0]).toMatchObject({licence: {name: "UN Comtrade terms"}, key: {variable: "COMTRADE_API_KEY"}});
});

it("concord diff says with approximation words and notes what each side of a revision is", async () => {
  const {out} = await concord(["diff", "packs/union-state"]);
  expect(out).toContain("→ almost 49 bn USD (2024-09-19)");
  expect(out).toContain("−50 mn USD (−5.56 %)");
  expect(out).toMatch(/36\.7 bn USD \(2023-07-13\) → 45 bn USD.*\n +2023-07-13: Dollar gloss of an agency/);
});

it("concord diff shows revisions of the shipped pack with their status", async () => {
  const {out, code} = await concord(["diff", "packs/union-state", "--since", "2024-06"]);
  expect(code).toBe(0);
  expect(out).toContain("54 bn USD (2024-05-24) → 54.5 bn USD (2024-09-19)  +500 mn USD (+0.93 %)  reported → derived");
});
