import {expect, test} from "vitest";
import type {Item} from "../../base/register.ts";
import {isSameWord, itemsNamed, namesByTerms} from "./terms.ts";

test.each([
  ["market", "markets"],
  ["programme", "program"],
  ["remove", "removed"],
  ["рынок", "рынок"],
  ["программа", "программы"],
  ["регионов", "регион"],
  ["вопросы", "вопросами"]
])("isSameWord() takes %s and %s for one word", (a, b) => {
  expect([isSameWord(a, b), isSameWord(b, a)]).toEqual([true, true]);
});

test.each([
  ["market", "mark"],
  ["gas", "gasoline"],
  ["oil", "oilman"],
  ["trade", "tradition"],
  ["газ", "газета"],
  ["союз", "сок"]
])("isSameWord() keeps %s and %s apart", (a, b) => {
  expect([isSameWord(a, b), isSameWord(b, a)]).toEqual([false, false]);
});

const terms = {en: ["forum of regions", "gas market"], ru: ["форум регионов"]};

test.each([
  ["the traditional forum of regions", true],
  ["regions meet at a forum", true],
  ["the gas markets of the two", true],
  ["форуме регионов", true],
  ["the forum", false],
  ["market for oil", false],
  ["", false]
])("namesByTerms() on %j", (text, named) => {
  expect(namesByTerms(text.split(" "), terms)).toBe(named);
});

test("namesByTerms() needs terms", () => {
  expect(namesByTerms(["forum"], undefined)).toBe(false);
  expect(namesByTerms(["forum"], {en: ["of the"]})).toBe(false);
});

test("itemsNamed() gives every item that is named", () => {
  const item = (id: string, phrases: string[]): Item => ({
    id,
    kind: "market",
    title: {en: id},
    titleStatus: "official",
    terms: {en: phrases},
    scope: {parties: [], subject: []}
  });
  const items = [item("gas", ["gas market"]), item("oil", ["oil market"]), item("rail", ["railway"])];
  expect(itemsNamed("markets for gas and oil".split(" "), items).map(({id}) => id)).toEqual(["gas", "oil"]);
});
