import {describe, expect, test} from "vitest";
import {checkText} from "../check.ts";

/** Type, value and unit of the claims of a text that nothing is known about. */
function claims(text: string) {
  return checkText(text, {posted: "2024-06-01"}).claims.map(({type, value, unit}) => [type, value, unit]);
}

describe("classify()", () => {
  test.each([
    ["Polish exports were $5bn in 2022.", "level", 5e9, "USD"],
    ["Polish exports rose to $5bn in 2022.", "level", 5e9, "USD"],
    ["Polish exports rose by $5bn in 2022.", "growth", 5e9, "USD"],
    ["Polish exports fell by $5bn in 2022.", "growth", -5e9, "USD"],
    ["Polish exports rose by 5% in 2022.", "growth", 5, "%"],
    ["Polish exports fell by 5% in 2022.", "growth", -5, "%"],
    ["Polish exports were 5% higher in 2022.", "growth", 5, "%"],
    ["Polish exports were 5% lower in 2022.", "growth", -5, "%"],
    ["Polish exports changed by -5% in 2022.", "growth", -5, "%"],
    ["Polish exports rose by a third in 2022.", "growth", 100 / 3, "%"],
    ["Unemployment in Spain fell by 2 percentage points in 2023.", "growth", -2, "pp"],
    ["Polish exports doubled in 2022.", "ratio", 2, "1"],
    ["Polish exports grew 3.5 times in 2022.", "ratio", 3.5, "1"],
    ["8% of French exports went to Italy in 2022.", "share", 8, "%"],
    ["Italy accounted for 8% of French exports in 2022.", "share", 8, "%"],
    ["The share of Italy in French exports was 8% in 2022.", "share", 8, "%"],
    ["Poland's trade surplus was $3bn in 2022.", "balance", 3e9, "USD"],
    ["The trade deficit of Poland was $3bn in 2022.", "balance", -3e9, "USD"],
    ["There were 300 enterprises in Poland in 2023.", "count", 300, "1"],
    ["Inflation in Poland was 7% in 2023.", "rate", 7, "%"],
    ["Inflation in Poland rose to 7% in 2023.", "rate", 7, "%"],
    ["France exports 3 million tonnes of grain per year.", "rate", 3e6, "t"],
    ["Polish exports will reach $60bn by 2030.", "target", 60e9, "USD"],
    ["Polish exports are expected to grow by 5% in 2024.", "target", 5, "%"],
    ["Экспорт Польши в 2022 году составил 5 млрд евро.", "level", 5e9, "EUR"],
    ["Экспорт Польши вырос до 5 млрд евро в 2022 году.", "level", 5e9, "EUR"],
    ["Экспорт Польши вырос на 5 млрд евро в 2022 году.", "growth", 5e9, "EUR"],
    ["Экспорт Польши вырос на 5% в 2022 году.", "growth", 5, "%"],
    ["Экспорт Польши сократился на 5% в 2022 году.", "growth", -5, "%"],
    ["Экспорт Польши снизился на четверть в 2022 году.", "growth", -25, "%"],
    ["Экспорт Польши вырос в 1,7 раза в 2022 году.", "ratio", 1.7, "1"],
    ["Экспорт Польши вырос вдвое в 2022 году.", "ratio", 2, "1"],
    ["Доля Италии в экспорте Франции составила 8% в 2022 году.", "share", 8, "%"],
    ["На Италию приходится 8% экспорта Франции.", "share", 8, "%"],
    ["Торговый дефицит Польши составил 3 млрд евро в 2022 году.", "balance", -3e9, "EUR"],
    ["Отрицательное сальдо Польши составило 3 млрд евро в 2022 году.", "balance", -3e9, "EUR"],
    ["В Польше работает 300 предприятий.", "count", 300, "1"],
    ["Инфляция в Польше составила 7% в 2023 году.", "rate", 7, "%"],
    ["Экспорт Польши вырастет на 5% в 2025 году.", "target", 5, "%"]
  ] as const)("%s", (text, type, value, unit) => {
    expect(claims(text)).toEqual([[type, expect.closeTo(value, 6), unit]]);
  });

  test.each([
    "The two countries are neighbours.",
    "Both states agreed on it.",
    "The Su-30 and MiG-29 flew off.",
    "He lives at 15 Lenin Street.",
    "See pp. 45-47.",
    "Poland beat Italy 3:1.",
    "Call +375 17 222-33-44 today.",
    "Decree No. 8 of 29 January 2024.",
    "Указ № 312 от 28 июня 2023 года.",
    "Встреча пройдет в 15:30."
  ])("finds no number that claims anything in %j", (text) => {
    expect(claims(text).filter(([, value]) => value !== null)).toEqual([]);
  });
});
