import fc from "fast-check";
import {expect, test} from "vitest";
import {slipsIn, spellingDistance} from "./spelling.ts";

test.each([
  ["belarus", "belarus", 0],
  ["belaurs", "belarus", 1],
  ["kazakstan", "kazakhstan", 1],
  ["kitten", "sitting", 3],
  ["ca", "abc", 3],
  ["", "abc", 3]
])("spellingDistance() of %s and %s", (a, b, distance) => {
  expect(spellingDistance(a, b, 5)).toBe(distance);
});

test("spellingDistance() is symmetric, 0 only for equal words, and stops above the limit", () => {
  const word = fc.string({unit: fc.constantFrom("a", "b", "c"), maxLength: 8});
  fc.assert(
    fc.property(word, word, fc.integer({min: 0, max: 4}), (a, b, limit) => {
      const full = spellingDistance(a, b, 8);
      expect(spellingDistance(b, a, 8)).toBe(full);
      expect(full === 0).toBe(a === b);
      expect(spellingDistance(a, b, limit)).toBe(Math.min(full, limit + 1));
    })
  );
});

test("slipsIn() grows with the word", () => {
  expect(["BLT", "Minsk", "Kazakstan"].map(slipsIn)).toEqual([1, 2, 3]);
});
