import {expect, test} from "vitest";
import {steps} from "../../test/charts/timeline-fixture.ts";
import {dayNumber} from "../base/period.ts";
import {timelineRows} from "./timeline-rows.ts";

test("timelineRows() groups items by kind, each kind by first step", () => {
  expect(timelineRows(steps).map(({item}) => item.id)).toEqual(["treaty", "gas", "power", "forum"]);
});

test("timelineRows() ends a bar where its evidence ends, not where it was due", () => {
  const gas = timelineRows(steps).find(({item}) => item.id === "gas")!;
  expect(gas.end).toBe(dayNumber(2022, 12, 31));
  expect(gas.bars.map(({stage, number}) => [stage, number])).toEqual([
    ["agreed", 2],
    ["suspended", undefined]
  ]);
  expect(gas.dues.map(({moved}) => moved)).toEqual([true, true, false]);
});
