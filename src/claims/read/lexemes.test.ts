import {expect, test} from "vitest";
import {tokenize} from "../text/words.ts";
import {findLexemes, Lexemes, makeLexicon} from "./lexemes.ts";

const lexicon = makeLexicon([
  {tag: "indicator", value: "rye", phrases: "rye|урожа* ржи"},
  {tag: "indicator", value: "rye_bread", phrases: "rye bread"},
  {tag: "unit", value: "ALL", phrases: "all", upper: true}
]);

const find = (text: string, tag: string) =>
  findLexemes(tokenize(text), lexicon)
    .filter((lexeme) => lexeme.tag === tag)
    .map(({value, from, to}) => [value, from, to]);

test.each([
  ["rye bread is dear", [["rye_bread", 0, 2]]],
  ["Rye-bread is dear", [["rye_bread", 0, 3]]],
  ["rye and bread", [["rye", 0, 1]]],
  ["урожай ржи", [["rye", 0, 2]]],
  ["урожаями ржи", [["rye", 0, 2]]],
  ["урожайностями ржи", []],
  ["ryes", []]
])("findLexemes() finds the longest phrase of a pack in %j", (text, wanted) => {
  expect(find(text, "indicator")).toEqual(wanted);
});

test("findLexemes() takes some words only in capitals", () => {
  expect([find("5 ALL", "unit"), find("all 5", "unit")]).toEqual([[["ALL", 1, 2]], []]);
});

test("findLexemes() finds phrases of different tags at one token", () => {
  const tags = findLexemes(tokenize("record"), lexicon).map(({tag}) => tag);
  expect(tags).toContain("record");
  expect(find("ten dozen", "number")).toEqual([["10", 0, 1]]);
  expect(find("ten dozen", "dozen")).toEqual([["12", 1, 2]]);
});

test("Lexemes finds phrases by where they begin, end and reach", () => {
  const lexemes = new Lexemes(findLexemes(tokenize("cheap rye bread here"), lexicon));
  expect(lexemes.at("indicator", 1)?.value).toBe("rye_bread");
  expect(lexemes.before("indicator", 3)?.value).toBe("rye_bread");
  expect(lexemes.over("indicator", 2)?.value).toBe("rye_bread");
  expect([lexemes.at("indicator", 2), lexemes.before("indicator", 2), lexemes.over("indicator", 3)]).toEqual([
    undefined,
    undefined,
    undefined
  ]);
  expect(lexemes.tagged("no such tag")).toEqual([]);
});
