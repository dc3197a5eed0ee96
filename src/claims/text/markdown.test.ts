import {expect, test} from "vitest";
import {readMarkdown} from "./markdown.ts";

const shown = (source: string) => readMarkdown(source, 0).text.trim();

test.each([
  ["Exports **rose** by *5*%.", "Exports rose by 5%."],
  ["Exports __rose__ by _5_%.", "Exports rose by 5%."],
  ["snake_case_word stays", "snake_case_word stays"],
  ['It [rose by 5%](http://example.org/2019 "in 2020") then.', "It rose by 5% then."],
  ["See ![chart of 2019](chart-5.png) here.", "See  here."],
  ["`5` and <b>6</b>", "5 and 6"],
  ["<https://example.org/100>", ""],
  ["[1]: http://example.org/100", ""],
  ["> It rose by 5%.", "It rose by 5%."],
  ["## Trade in 2019", "Trade in 2019"],
  ["a minus -5% and 5 * 6", "a minus -5% and 5  6"]
])("readMarkdown() shows of %j what a reader sees", (source, text) => {
  expect(shown(source)).toBe(text);
});

test("readMarkdown() leaves out code fences and rulers of tables", () => {
  expect(shown("one\n```\nlet x = 5;\n```\ntwo\n|---|:---:|\nthree").split(/\n+/)).toEqual(["one", "two", "three"]);
});

test("readMarkdown() ends a heading's paragraph", () => {
  expect(shown("# Title\nText.")).toBe("Title\n\nText.");
});

test("readMarkdown() remembers where the text stood", () => {
  const source = "It was **$5 bn** in 2019.";
  const {text, toSource, endToSource} = readMarkdown(source, 0);
  const at = text.indexOf("$5 bn in");
  expect(source.slice(toSource(at), endToSource(at + 8))).toBe("$5 bn** in");
});

test("readMarkdown() begins where it is told to", () => {
  const {text, toSource} = readMarkdown("skip me\nHere", 8);
  expect([text, toSource(0)]).toEqual(["Here", 8]);
});
