import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {testFolder} from "../../test/support/sample-pack.ts";
import {commitFiles, finishCommit} from "./commit-files.ts";

const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

it("commitFiles() writes files of several folders and leaves nothing aside", () => {
  const folder = testFolder();
  commitFiles(
    folder,
    new Map([
      ["a.csv", "a"],
      ["deep/b.csv", "b"]
    ])
  );
  expect([read(folder, "a.csv"), read(folder, "deep/b.csv"), existsSync(join(folder, ".commit"))]).toEqual([
    "a",
    "b",
    false
  ]);
});

it("finishCommit() moves what a process that ended between two moves has left", () => {
  const folder = testFolder();
  writeFileSync(join(folder, "a.csv"), "old a");
  writeFileSync(join(folder, "b.csv"), "old b");
  const aside = join(folder, ".commit");
  mkdirSync(aside);
  for (const name of ["a.csv", "b.csv"]) writeFileSync(join(aside, name), `new ${name}`);
  writeFileSync(join(aside, "ready.json"), JSON.stringify(["a.csv", "b.csv"]));
  renameSync(join(aside, "a.csv"), join(folder, "a.csv"));
  finishCommit(folder);
  expect([read(folder, "a.csv"), read(folder, "b.csv"), existsSync(aside)]).toEqual(["new a.csv", "new b.csv", false]);
});

it("finishCommit() throws away what was never ready", () => {
  const folder = testFolder();
  writeFileSync(join(folder, "a.csv"), "old");
  mkdirSync(join(folder, ".commit"));
  writeFileSync(join(folder, ".commit", "a.csv"), "half");
  finishCommit(folder);
  expect([read(folder, "a.csv"), existsSync(join(folder, ".commit"))]).toEqual(["old", false]);
});
