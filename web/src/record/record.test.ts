import {describe, expect, it} from "vitest";
import type {ItemStateAnswer, TimelineAnswer} from "../../../src/server/register/output.ts";
import {firstYear, rungOf, stepsByItem, timelineSteps} from "./record.ts";

const step = (item: string, date: string): TimelineAnswer => ({
  item,
  what: "stage",
  date,
  saidAt: date,
  stage: "agreed",
  unverified: false,
  assertion: `${item}.${date}`
});
const state = (id: string) => ({item: {id, kind: "market", title: {en: id}}}) as unknown as ItemStateAnswer;

describe("timelineSteps", () => {
  it("shows items with a history before those with one date, and counts the ones left", () => {
    const timeline = [step("a", "2019"), step("b", "2020"), step("b", "2021")];
    const {steps, left} = timelineSteps(timeline, [state("a"), state("b")], 1);
    expect(steps.map(({item}) => item.id)).toEqual(["b", "b"]);
    expect(left).toBe(1);
  });

  it("leaves out steps of items that the filters hide", () => {
    expect(timelineSteps([step("a", "2019"), step("z", "2020")], [state("a")]).steps).toHaveLength(1);
  });
});

it("stepsByItem leaves out no step of an item that is shown, and none without a place", () => {
  const timeline = [step("b", "1995"), step("a", "2020"), step("b", "2021"), step("z", "2020")];
  const rows = stepsByItem(timeline, [state("a"), state("b"), state("c")]);
  expect(rows.map(({item, steps}) => [item.id, steps.length])).toEqual([
    ["a", 1],
    ["b", 2]
  ]);
  expect([rungOf("proposed"), rungOf("verified"), rungOf("lapsed")]).toEqual(["0", "7", ""]);
});

it("firstYear starts the axis where nine tenths of the steps are", () => {
  const dates = ["1995", ...Array.from({length: 19}, (_, index) => String(2004 + index))];
  expect(firstYear(dates.map((date) => ({date})))).toBe(2005);
  expect(firstYear([])).toBe(0);
});
