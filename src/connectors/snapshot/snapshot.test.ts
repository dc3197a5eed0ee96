import {appendFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {testFolder} from "../../../test/support/sample-pack.ts";
import {type AnswerRecord, fileHash, openSnapshot} from "./snapshot.ts";

async function add(pack: string, date: string, url: string, text: string): Promise<AnswerRecord> {
  const snapshot = openSnapshot(pack, "source", date);
  const file = `${url.at(-1)}.json`;
  writeFileSync(join(snapshot.folder, file), text);
  const sha256 = await fileHash(join(snapshot.folder, file));
  const facts = {source: "source", publisher: "P", licence: "L", citation: "C", type: "application/json"};
  const record = {url, file, retrieved: `${date}T10:00:00.000Z`, bytes: text.length, sha256, ...facts};
  snapshot.add(record);
  return record;
}

it("openSnapshot() takes up what is whole, and not what was cut or changed", async () => {
  const pack = testFolder();
  const first = await add(pack, "2024-01-01", "https://x/1", "one");
  await add(pack, "2024-01-01", "https://x/2", "two");
  const {folder} = openSnapshot(pack, "source", "2024-01-01");
  writeFileSync(join(folder, "2.json"), "tw"); // the disk was full
  appendFileSync(join(folder, "provenance.jsonl"), '{"url": "https://x/3", "fi'); // the process was ended
  const third = await add(pack, "2024-01-01", "https://x/4", "four");
  const again = openSnapshot(pack, "source", "2024-01-01");
  const found = await Promise.all(["1", "2", "3", "4"].map((name) => again.find(`https://x/${name}`)));
  expect(found).toEqual([first, undefined, undefined, third]);
});

it("openSnapshot() removes what an ended run was receiving", () => {
  const pack = testFolder();
  const {folder} = openSnapshot(pack, "source", "2024-01-01");
  writeFileSync(join(folder, ".answer.json.123.part"), '{"half": ');
  openSnapshot(pack, "source", "2024-01-01");
  expect(readdirSync(folder)).toEqual([]);
});

it("earlier() finds the newest answer of another day, seen from this one", async () => {
  const pack = testFolder();
  await add(pack, "2024-01-01", "https://x/1", "old");
  const newer = await add(pack, "2024-02-01", "https://x/1", "new");
  const later = openSnapshot(pack, "source", "2024-03-01");
  expect(await later.earlier("https://x/1")).toEqual({...newer, file: "../2024-02-01/1.json"});
  expect(await later.earlier("https://x/9")).toBeUndefined();
});
