import {expect, test} from "vitest";
import {makeCleanText, plainText} from "./clean-text.ts";

test("plainText() is its own source", () => {
  const clean = plainText("abc");
  expect([clean.text, clean.toSource(2), clean.endToSource(3)]).toEqual(["abc", 2, 3]);
});

test("makeCleanText() finds the source of each piece", () => {
  // source: <p>ab</p><p>cd</p>
  const builder = makeCleanText();
  builder.add("ab", 3);
  builder.insert("\n\n");
  builder.add("cd", 12);
  const clean = builder.finish();
  expect(clean.text).toBe("ab\n\ncd");
  expect([0, 1, 4, 5].map(clean.toSource)).toEqual([3, 4, 12, 13]);
  expect([1, 2, 5, 6].map(clean.endToSource)).toEqual([4, 5, 13, 14]);
});

test("makeCleanText() lets an entity stand for its character", () => {
  // source: a&nbsp;b
  const builder = makeCleanText();
  builder.add("a", 0);
  builder.add("\u00a0", 1, 7);
  builder.add("b", 7);
  const {text, toSource, endToSource} = builder.finish();
  expect(text).toBe("a\u00a0b");
  expect([toSource(1), endToSource(2), toSource(2), endToSource(3)]).toEqual([1, 7, 7, 8]);
});

test("makeCleanText() makes nothing of nothing", () => {
  const builder = makeCleanText();
  builder.add("", 5);
  const {text, toSource, endToSource} = builder.finish();
  expect([text, toSource(0), endToSource(0)]).toEqual(["", 0, 0]);
});
