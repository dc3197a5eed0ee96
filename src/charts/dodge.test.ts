import fc from "fast-check";
import {expect, test} from "vitest";
import {dodge} from "./dodge.ts";

test("dodge() leaves apart what is apart", () => {
  expect(dodge([10, 40, 90], 20)).toEqual([10, 40, 90]);
});

test("dodge() parts what overlaps and keeps the order", () => {
  expect(dodge([50, 48, 49], 10)).toEqual([68, 48, 58]);
});

test("dodge() moves up what would run over the lower edge", () => {
  expect(dodge([95, 96], 10, {bottom: 100})).toEqual([85, 95]);
});

test("dodge() never overlaps and stays within the edges where there is room", () => {
  const wanted = fc.array(fc.integer({min: 0, max: 300}), {minLength: 1, maxLength: 12});
  fc.assert(
    fc.property(wanted, (positions) => {
      const placed = dodge(positions, 20, {top: 0, bottom: 300}).sort((a, b) => a - b);
      expect(placed[0]).toBeGreaterThanOrEqual(10);
      expect(placed.at(-1)).toBeLessThanOrEqual(290);
      placed.slice(1).forEach((at, index) => {
        expect(at - placed[index]!).toBeGreaterThanOrEqual(20);
      });
    })
  );
});
