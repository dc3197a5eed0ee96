import {describe, expect, test} from "vitest";
import {checkText} from "../check.ts";

function trends(text: string) {
  return checkText(text, {posted: "2024-06-01"})
    .claims.filter(({type, value}) => type === "growth" && value === null)
    .map(({indicator, period, low, high}) => [indicator, period, low, high]);
}

describe("readTrends()", () => {
  test.each([
    ["France's GDP grew in 2022.", ["gdp", "2022", 0, null]],
    ["French exports to Italy fell in 2022.", ["exports", "2022", null, 0]],
    ["GDP and industry are growing.", ["gdp+industrial_output", "2023", 0, null]],
    ["Inflation in Poland is falling.", ["inflation", "2023", null, 0]],
    ["ВВП Польши растёт.", ["gdp", "2023", 0, null]],
    ["В 2022 году экспорт Польши сократился.", ["exports", "2022", null, 0]]
  ])("%s", (text, wanted) => {
    expect(trends(text)).toEqual([wanted]);
  });

  test.each([
    "French exports fell by 5% in 2022.",
    "French exports fell to $5bn in 2022.",
    "French exports could fall.",
    "Экспорт Польши вырос на 5%.",
    "The sun rose."
  ])("but not: %s", (text) => {
    expect(trends(text)).toEqual([]);
  });
});
