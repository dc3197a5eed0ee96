import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {makeBoundedMap} from "./bounded-map.ts";

describe("makeBoundedMap()", () => {
  it("drops what was not asked for longest", () => {
    const map = makeBoundedMap<string, number>(2);
    map.set("a", 1);
    map.set("b", 2);
    map.get("a");
    map.set("c", 3);
    expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([1, undefined, 3]);
  });

  it("never keeps what outweighs it", () => {
    const map = makeBoundedMap<string, string>(5, ({length}) => length);
    map.set("a", "123");
    map.set("b", "123456");
    expect([map.get("a"), map.get("b")]).toEqual(["123", undefined]);
  });

  it("stays within its weight and holds the last value of whatever it holds", () => {
    const entry = fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.integer({min: 1, max: 6}));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const map = makeBoundedMap<string, number>(8, (value) => value);
        const last = new Map<string, number>();
        for (const [key, value] of entries) {
          map.set(key, value);
          last.set(key, value);
        }
        const held = ["a", "b", "c", "d"].flatMap((key) => {
          const value = map.get(key);
          return value === undefined ? [] : [[key, value] as const];
        });
        expect(held.reduce((sum, [, value]) => sum + value, 0)).toBeLessThanOrEqual(8);
        expect(held.every(([key, value]) => last.get(key) === value)).toBe(true);
        expect(map.size).toBe(held.length);
      })
    );
  });
});
