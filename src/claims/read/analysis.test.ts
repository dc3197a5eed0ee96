import {expect, test} from "vitest";
import {analysisOf, wordsAt} from "../../../test/claims/reader.ts";

test.each([
  ["Belarus and Russia traded.", ["BLR", "RUS"]],
  ["Belarusian exports to Russia", ["BLR", "RUS"]],
  ["экспорт Беларуси в Россию", ["BLR", "RUS"]],
  ["белорусско-российский товарооборот", ["BLR", "RUS"]],
  ["торговля Германии с Францией", ["DEU", "FRA"]],
  ["the United States and the UK", ["USA", "GBR"]],
  ["U.S. exports", ["USA"]],
  ["New Mexico and New Zealand", ["NZL"]],
  ["nothing here", []]
])("analyse() finds who is named in %j", (text, ids) => {
  expect(analysisOf(text).mentions.map(({entity}) => entity)).toEqual(ids);
});

test.each([
  ["Russia's exports", true],
  ["Russian exports", true],
  ["Belarus' exports", true],
  ["exports of Russia", false]
])("analyse() tells owners: %j", (text, owner) => {
  expect(analysisOf(text).mentions.map((mention) => mention.owner)).toEqual([owner]);
});

test("analyse() gives numbers to times before quantities", () => {
  const text = "In 2019 exports of 300 enterprises rose by 19% on 19 May 2020.";
  const analysis = analysisOf(text);
  expect(analysis.times.map((time) => wordsAt(text, analysis, time))).toEqual(["2019", "19 May 2020"]);
  expect(analysis.quantities.map(({value}) => value)).toEqual([300, 19]);
});

test.each([
  ["Exports rose, imports fell.", 1],
  ["Exports rose; imports fell.", 2],
  ["Exports rose, while imports fell.", 2],
  ["Exports (up 5%) rose.", 3],
  ["Exports – up 5% – rose.", 3],
  ["It began at 15:30 sharp.", 1],
  ["Экспорт вырос, а импорт упал.", 2],
  ["Belarus-Russia trade", 1]
])("analyse() parts %j into %i clauses", (text, count) => {
  expect(new Set(analysisOf(text).clauses).size).toBe(count);
});
