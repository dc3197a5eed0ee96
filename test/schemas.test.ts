import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {published, schemaFile, schemaJson} from "../scripts/schemas.ts";

test.each(published)("schemas/$name.schema.json is current; npx tsx scripts/schemas.ts writes it", (one) => {
  expect(readFileSync(schemaFile(one), "utf8")).toBe(schemaJson(one));
});

test("schemas/ holds the published schemas and nothing else", () => {
  const names = published.map(({name}) => `${name}.schema.json`);
  expect(readdirSync(new URL("../schemas/", import.meta.url)).sort()).toEqual(names.sort());
});

test("schemas/figure.schema.json says what a period looks like and asks for a strict basis", () => {
  const {properties, required} = JSON.parse(schemaJson(published[0]!));
  expect(properties.period.description).toMatch(/^A period as 2023, 2023-S1/);
  expect(properties.basis).toMatchObject({additionalProperties: false, required: ["indicator", "kind", "unit"]});
  expect(required).toContain("known");
});
