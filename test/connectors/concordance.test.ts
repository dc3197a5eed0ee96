import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {pull} from "../../src/connectors/pull/pull.ts";
import {sourceNamed} from "../../src/connectors/sources.ts";
import {checkPack} from "../../src/packs/check-pack.ts";
import {surroundings} from "../support/loopback.ts";
import {testFolder} from "../support/sample-pack.ts";

const concordance = sourceNamed("concordance");

const offline = surroundings(() => expect.fail("was asked"));

it("pull() keeps a concordance in a pack, and reports codes without a counterpart", async () => {
  const file = join(testFolder(), "c.csv");
  writeFileSync(file, "HS 2017,HS 2012\n854140,854140\n854140,854150\n999999,\n");
  const into = join(testFolder(), "pack");
  const query = {file: [file], from: ["H5"], to: ["HS12"], columns: ["HS 2017,HS 2012"]};
  const {notices, tables} = await pull(concordance, {query, into, surroundings: offline});
  expect(tables).toEqual(["concordances/HS17-HS12.csv"]);
  expect(readFileSync(join(into, tables[0]!), "utf8")).toBe(
    "from,to,weight\n854140,854140,0.5\n854140,854150,0.5\n999999,,0\n"
  );
  expect(notices).toMatchObject([
    {code: "unmapped-codes", count: 1, examples: ["999999"]},
    {code: "equal-split", count: 1, examples: ["854140"]}
  ]);
  expect((await checkPack(into)).violations).toEqual([]);
  const unknown = pull(concordance, {query: {...query, to: ["HS99"]}, into, surroundings: offline});
  await expect(unknown).rejects.toThrow('Classification "HS99" is not known');
});
