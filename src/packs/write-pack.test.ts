import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import {packArbitrary} from "../../test/support/pack-arbitrary.ts";
import {samplePack, testFolder} from "../../test/support/sample-pack.ts";
import {checkPack} from "./check-pack.ts";
import {readPack} from "./read-pack.ts";
import {writePack} from "./write-pack.ts";

const filesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => [
        join(parentPath, name).slice(folder.length),
        readFileSync(join(parentPath, name), "utf8")
      ])
  );

test("writePack() writes the sample pack so that it reads back the same", async () => {
  const folder = testFolder();
  await writePack(folder, samplePack());
  expect((await checkPack(folder)).violations).toEqual([]);
  expect(await readPack(folder)).toEqual(samplePack());
});

test("writePack() round-trips any valid pack, and writes the same bytes again", async () => {
  await fc.assert(
    fc.asyncProperty(packArbitrary, async (pack) => {
      const [first, second] = [testFolder(), testFolder()];
      await writePack(first, pack);
      expect((await checkPack(first)).violations).toEqual([]);
      const read = await readPack(first);
      expect(read).toEqual(pack);
      await writePack(second, read);
      expect(filesOf(second)).toEqual(filesOf(first));
    }),
    {numRuns: 40}
  );
});

test("writePack() gives every table a Table Schema with the columns of its header", async () => {
  const folder = testFolder();
  await writePack(folder, samplePack());
  const {resources} = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
  for (const name of ["figures", "sources"]) {
    const header = readFileSync(join(folder, `${name}.csv`), "utf8")
      .split("\n")[0]!
      .split(",");
    const resource = resources.find((one: {name: string}) => one.name === name);
    expect(resource.schema.fields.map((field: {name: string}) => field.name)).toEqual(header);
  }
  expect(resources.find((one: {name: string}) => one.name === "items").schema.fields).toContainEqual({
    name: "scope",
    type: "object",
    constraints: {required: true}
  });
});

test("writePack() refuses a folder with files of another pack and touches nothing", async () => {
  const folder = testFolder();
  await writePack(folder, samplePack());
  writeFileSync(join(folder, "documents", "other.md"), "text");
  const before = filesOf(folder);
  await expect(writePack(folder, {...samplePack(), version: "2"})).rejects.toMatchObject({
    code: "not_writable",
    message: expect.stringContaining('"documents/other.md"')
  });
  expect(filesOf(folder)).toEqual(before);
});

test("writePack() refuses ids, schemes and document paths that have no form on disk", async () => {
  const pack = samplePack();
  const [figure] = pack.figures;
  const write = (figures: typeof pack.figures) => writePack(testFolder(), {...pack, figures});
  await expect(write([{...figure!, sources: ["a b"]}])).rejects.toThrow('Id "a b"');
  const basis = {...figure!.basis, product: {scheme: "A:B", code: "1"}};
  await expect(write([{...figure!, basis}])).rejects.toThrow('scheme "A:B"');
  const documents = [{path: "documents/../../x.md", text: ""}];
  await expect(writePack(testFolder(), {...pack, documents})).rejects.toThrow("documents/../../x.md");
});
