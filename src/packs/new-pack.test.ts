import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {testFolder} from "../../test/support/sample-pack.ts";
import {figureColumns} from "../store/figure-columns.ts";
import {newPack} from "./new-pack.ts";
import {readPack} from "./read-pack.ts";

const options = {name: "demo", title: "A demo", economies: ["FRA", "DEU"]};

test("newPack() makes a valid pack whose README explains every column", async () => {
  const folder = join(testFolder(), "deeper", "demo");
  await newPack(folder, options);
  const pack = await readPack(folder);
  expect(pack).toMatchObject({name: "demo", title: "A demo", profile: {economies: ["FRA", "DEU"]}});
  expect(pack.figures.every(({evidence}) => evidence === "unverified")).toBe(true);
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  for (const {name} of figureColumns) expect(readme).toContain(`| \`${name}\` |`);
});

test("newPack() takes names of economies, and makes those that nobody knows its own", async () => {
  const folder = testFolder();
  await newPack(folder, {...options, economies: ["Germany", "Atlantis"]});
  const {profile, register} = await readPack(folder);
  expect(profile.economies).toEqual(["DEU", "Atlantis"]);
  expect(register.entities.map(({id}) => id)).toEqual(["Atlantis"]);
});

test("newPack() refuses a folder in use, a bad name, no title and no economies", async () => {
  const folder = testFolder();
  writeFileSync(join(folder, "thesis.txt"), "text");
  await expect(newPack(folder, options)).rejects.toMatchObject({code: "not_writable"});
  await expect(newPack(join(folder, "thesis.txt"), options)).rejects.toMatchObject({code: "not_writable"});
  await expect(newPack(testFolder(), {...options, name: "A B"})).rejects.toThrow(RangeError);
  await expect(newPack(testFolder(), {...options, title: ""})).rejects.toThrow("title is empty");
  await expect(newPack(testFolder(), {...options, economies: []})).rejects.toThrow("at least one");
  await expect(newPack(testFolder(), {...options, economies: ["?!"]})).rejects.toThrow('"?!"');
});
