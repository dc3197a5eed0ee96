import fc from "fast-check";
import {expect, test} from "vitest";
import {fold, tokenize} from "./words.ts";

const lower = (text: string, cyrillic = false) => tokenize(text, 0, text.length, cyrillic).map((token) => token.lower);

test.each([
  ["Belarus's trade", ["belarus", "trade"]],
  ["Belarus’ trade", ["belarus", "trade"]],
  ["they don't", ["they", "don't"]],
  ["U.S. exports", ["us", "exports"]],
  ["тов\u00adары ещё", ["товары", "еще"]],
  ["$33.3bn", ["$", "33.3", "bn"]],
  ["N12.7 trillion", ["n", "12.7", "trillion"]],
  ["Ksh500 million", ["ksh", "500", "million"]],
  ["G20 and COVID-19", ["g20", "and", "covid", "-", "19"]],
  ["(up 2%)", ["(", "up", "2", "%", ")"]],
  ["a😀b", ["a", "😀", "b"]],
  ["", []],
  [" \u00a0\u2009\ufeff", []]
])("tokenize() parts %j", (text, wanted) => {
  expect(lower(text)).toEqual(wanted);
});

test.each([
  ["exports", "lower"],
  ["Exports", "capital"],
  ["GDP", "upper"],
  ["A", "capital"],
  ["Экспорт", "capital"],
  ["ВВП", "upper"],
  ["2019", "lower"]
])("tokenize() tells how %j is written", (text, shape) => {
  expect(tokenize(text)[0]!.shape).toBe(shape);
});

test("tokenize() marks owners and what stands without a space", () => {
  const [owner, mark, number] = tokenize("Russia's $5");
  expect([owner!.possessive, mark!.glued, number!.glued]).toEqual([true, false, true]);
});

test("tokenize() reads a comma as the script of the text has it", () => {
  expect(tokenize("1,234", 0, 5, true)[0]!.value).toBe(1.234);
  expect(tokenize("1,234", 0, 5, false)[0]!.value).toBe(1234);
});

test("tokenize() reads only between two offsets and keeps offsets of the whole text", () => {
  expect(tokenize("one two three", 4, 7)).toMatchObject([{lower: "two", start: 4, end: 7}]);
});

test("fold() lowers, and levels spelling", () => {
  expect(["Ёлка", "don’t", "co\u00adop"].map(fold)).toEqual(["елка", "don't", "coop"]);
});

test("tokenize() covers all of any text but white space, in order and without overlap", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary", maxLength: 80}), fc.boolean(), (text, cyrillic) => {
      let last = 0;
      for (const {start, end} of tokenize(text, 0, text.length, cyrillic)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    {numRuns: 300}
  );
});
