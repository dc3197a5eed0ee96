import {expect, test} from "vitest";
import {groupBy} from "./group-by.ts";

test("groupBy() keeps the order of keys and of values", () => {
  const groups = groupBy([3, 1, 4, 1, 5, 9], (value) => (value % 2 ? "odd" : "even"));
  expect([...groups]).toEqual([
    ["odd", [3, 1, 1, 5, 9]],
    ["even", [4]]
  ]);
});

test("groupBy() of nothing has no groups", () => {
  expect(groupBy([], String).size).toBe(0);
});
