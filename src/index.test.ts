import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {
  basisSchema,
  checkDocument,
  checkText,
  contains,
  type Figure,
  findSplices,
  makeGazetteer,
  meant,
  parsePeriod,
  version
} from "./index.ts";

it("version is the package's", () => {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(version).toBe(manifest.version);
});

it("checkText() and checkDocument() give the same result, with spans that point at the text", () => {
  const text = "In 2023 trade between Belarus and Russia stood at $54 billion.";
  const {result, text: read, spans} = checkDocument(text, {posted: "2024-02-23"});
  expect(checkText(text, {posted: "2024-02-23"})).toEqual(result);
  expect(result.claims[0]).toMatchObject({value: 54e9, unit: "USD", period: "2023", indicator: "turnover"});
  expect(read.slice(spans[0]!.start, spans[0]!.end)).toContain("$54 billion");
});

it("the vocabulary works together: a number said with a word, on a basis, in a period", () => {
  const basis = basisSchema.parse({indicator: "turnover", kind: "level", economy: "BLR", partner: "RUS", unit: "USD"});
  const figure: Figure = {
    id: "f",
    basis,
    period: parsePeriod("2023").text,
    value: 53.9e9,
    bound: "exact",
    status: "reported",
    evidence: "sourced",
    known: "2024-02",
    sources: ["s"]
  };
  const claimed = meant(54e9, "almost", 1e9);
  expect(contains(claimed, 53.9e9)).toBe(true);
  expect(findSplices([{period: "2023", claimed}], [figure])).toMatchObject({splices: 0, path: [{figure: {id: "f"}}]});
  expect(makeGazetteer().find("Беларусь")?.id).toBe("BLR");
});
