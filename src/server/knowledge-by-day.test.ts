import {join} from "node:path";
import {expect, test} from "vitest";
import {samplePack, testFolder} from "../../test/support/sample-pack.ts";
import {unionState} from "../../test/support/server.ts";
import {ensureStore} from "../packs/load-store.ts";
import {writePack} from "../packs/write-pack.ts";
import {readKnowledge} from "../store/read-knowledge.ts";
import {knowledgeByDay} from "./knowledge-by-day.ts";

test("knowledgeByDay() knows on every day what the store knows on it", async () => {
  const sample = join(testFolder(), "sample");
  await writePack(sample, samplePack());
  const store = await ensureStore([unionState, sample], {cacheDir: testFolder()});
  const engine = await store.open();
  const ask = knowledgeByDay(await readKnowledge(engine, {asOf: "9999"}));
  const days = ["1990", "2011", "2017-02-26", "2017-02-27", "2021-02", "2023-03-27", "2023-11", "2024-02-23", "2030"];
  for (const day of days) expect(ask(day)).toEqual(await readKnowledge(engine, {asOf: day}));
  expect(ask("2024")).toBe(ask("2024-12-31"));
  engine.close();
});
