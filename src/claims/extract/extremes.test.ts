import {describe, expect, test} from "vitest";
import {checkText} from "../check.ts";

function found(text: string, type: string) {
  return checkText(text, {posted: "2024-06-01"}).claims.filter((claim) => claim.type === type);
}

describe("readExtremes() reads records", () => {
  test.each([
    ["French exports to Italy hit a record high in 2022.", "exports", "high", undefined],
    ["French exports to Italy hit a record low in 2022.", "exports", "low", undefined],
    ["French exports to Italy in 2022 were the highest since 2012.", "exports", "high", "2012"],
    ["The trade turnover reached a historical maximum of $5bn in 2022.", "turnover", "high", undefined],
    ["Unemployment in Spain was the lowest since 2008.", "unemployment", "low", "2008"],
    ["Экспорт Польши в 2022 году стал рекордным.", "exports", "high", undefined],
    ["Товарооборот достиг исторического максимума в 2022 году.", "turnover", "high", undefined]
  ])("%s", (text, indicator, extreme, base) => {
    expect(
      found(text, "record").map((claim) => [claim.indicator, claim.slots.extreme?.value, claim.slots.base?.value])
    ).toEqual([[indicator, extreme, base]]);
  });

  test("one for one measure", () => {
    expect(found("French exports hit a record in 2022, the highest since 2012.", "record")).toHaveLength(1);
  });

  test.each(["It has a track record in exports.", "The records of exports are kept here."])("but not: %s", (text) => {
    expect(found(text, "record")).toEqual([]);
  });
});

describe("readExtremes() reads ranks", () => {
  test.each([
    ["Italy is the largest trading partner of France.", 1, "turnover"],
    ["Italy is the third largest trading partner of France.", 3, "turnover"],
    ["Italy is the second largest export market of France.", 2, "exports"],
    ["Италия занимает третье место среди торговых партнёров Франции.", 3, "turnover"],
    ["Италия – крупнейший торговый партнёр Франции.", 1, "turnover"]
  ])("%s", (text, value, indicator) => {
    expect(found(text, "rank").map((claim) => [claim.value, claim.indicator])).toEqual([[value, indicator]]);
  });

  test.each([
    "Italy is one of the largest trading partners of France.",
    "Italy is among the main trading partners of France.",
    "Италия является одним из крупнейших торговых партнёров Франции."
  ])("but not: %s", (text) => {
    expect(found(text, "rank")).toEqual([]);
  });
});
