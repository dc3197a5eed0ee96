import {describe, expect, it} from "vitest";
import {keepRows} from "./keep-rows.ts";

const effect = (...codes: number[]) => ({codes: Int32Array.from(codes), levels: Math.max(...codes) + 1});
const y = (...values: number[]) => Float64Array.from(values);

describe("keepRows()", () => {
  it("drops levels that are zero throughout, of any set", () => {
    const found = keepRows(y(0, 0, 1, 0, 2), [effect(0, 0, 1, 1, 1), effect(0, 1, 1, 0, 1)], {
      zeroGroups: true,
      singletons: false
    });
    expect([...found.kept]).toEqual([0, 0, 1, 0, 1]);
    expect(found).toMatchObject({count: 2, zeroGroups: 3, singletons: 0});
  });

  it("drops rows that became alone when others were dropped, again and again", () => {
    // Row 0 is alone in the first set; then row 1 is alone in the second, then row 2 in the first.
    const found = keepRows(y(1, 1, 1, 1, 1), [effect(0, 1, 1, 2, 2), effect(0, 0, 1, 1, 1)], {
      zeroGroups: true,
      singletons: true
    });
    expect([...found.kept]).toEqual([0, 0, 0, 1, 1]);
    expect(found).toMatchObject({count: 2, zeroGroups: 0, singletons: 3});
  });

  it("tells zero levels from rows alone, and counts rows left out as neither", () => {
    const found = keepRows(y(0, 1, 1, 3), [effect(0, 1, 2, 2)], {zeroGroups: true, singletons: true, leftOut: [3]});
    expect([...found.kept]).toEqual([0, 0, 0, 0]);
    expect(found).toMatchObject({count: 0, zeroGroups: 1, singletons: 2});
  });

  it("leaves slopes alone, whose levels of zeros have an estimate", () => {
    const slope = {...effect(0, 0, 1), slope: y(1, 2, 3)};
    expect(keepRows(y(0, 0, 1), [slope], {zeroGroups: true, singletons: true}).count).toBe(3);
  });
});
