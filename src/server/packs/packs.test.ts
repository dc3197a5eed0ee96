import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {samplePack, testFolder} from "../../../test/support/sample-pack.ts";
import {testServer, unionState} from "../../../test/support/server.ts";
import {writePack} from "../../packs/write-pack.ts";
import {type DocumentAnswer, documentTextSchema, type PacksAnswer, packsSchema} from "./output.ts";

const broken = join(testFolder(), "broken");
cpSync(unionState, broken, {recursive: true});
const figures = readFileSync(join(broken, "figures.csv"), "utf8").replace(",2009,,214.537,", ",2009,,many,");
writeFileSync(join(broken, "figures.csv"), figures);

describe("GET /api/packs", () => {
  it("names packs with titles by language, licence, pairs and documents", async () => {
    const {json} = await testServer();
    const answer = packsSchema.parse(await json<PacksAnswer>("/api/packs"));
    expect(answer).toMatchObject({today: "2024-12-31", version: "0.0.0-test", failures: []});
    expect(answer.packs).toMatchObject([
      {name: "union-state", licence: "CC-BY-4.0", pairs: [["BLR", "RUS"]], economies: ["BLR", "RUS"]}
    ]);
    expect(Object.keys(answer.packs[0]!.titles)).toEqual(["en", "ru"]);
    expect(answer.packs[0]!.documents).toMatchObject([
      {id: "avdonin-2024-02-23.en", language: "en", posted: "2024-02-23", first: true},
      {id: "avdonin-2024-02-23.ru", language: "ru", first: false}
    ]);
  });

  it("stays up beside a pack that fails, and says all that is wrong with it", async () => {
    const {json} = await testServer({packs: [broken]});
    const {packs, failures} = await json<PacksAnswer>("/api/packs");
    expect(packs).toEqual([]);
    expect(failures).toMatchObject([
      {
        folder: broken,
        violations: [{file: join(broken, "figures.csv"), line: 2, field: "value", found: '"many"'}]
      }
    ]);
    expect(await json("/api/figures")).toMatchObject({total: 0, figures: []});
  });

  it("serves the good packs of several, and the first of two that clash", async () => {
    const twin = join(testFolder(), "twin");
    cpSync(unionState, twin, {recursive: true});
    const sample = join(testFolder(), "sample");
    await writePack(sample, samplePack());
    const {json} = await testServer({packs: [unionState, "no/such/folder", twin, sample]});
    const {packs, failures} = await json<PacksAnswer>("/api/packs");
    expect(packs.map(({name}) => name)).toEqual(["union-state", "sample"]);
    expect(failures.map(({folder}) => folder)).toEqual(["no/such/folder", twin]);
    expect(failures[1]!.message).toContain("share ids");
  });
});

describe("GET /api/packs/{pack}/documents/{id}", () => {
  it("gives a document with its text", async () => {
    const {json} = await testServer();
    const answer = await json<DocumentAnswer>("/api/packs/union-state/documents/avdonin-2024-02-23.en");
    expect(documentTextSchema.parse(answer).text).toContain("Bilateral trade turnover was $33.3bn in 2019");
  });

  it("says which documents and packs there are", async () => {
    const {problem} = await testServer();
    expect((await problem("/api/packs/union-state/documents/..%2F..%2Fdatapackage")).body).toMatchObject({
      status: 404,
      hint: 'there is "avdonin-2024-02-23.en", "avdonin-2024-02-23.ru"'
    });
    expect((await problem("/api/packs/other/documents/x")).body).toMatchObject({hint: 'there is "union-state"'});
  });
});
