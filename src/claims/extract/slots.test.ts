import {describe, expect, test} from "vitest";
import {checkText} from "../check.ts";
import type {Claim} from "../output.ts";

function claims(text: string): Claim[] {
  return checkText(text, {posted: "2024-06-01"}).claims;
}

describe("periodOf()", () => {
  test.each([
    ["Polish exports were $5bn in 2022.", ["2022"]],
    ["In 2022 Polish exports were $5bn.", ["2022"]],
    ["Polish exports were $4bn in 2021 and $5bn in 2022.", ["2021", "2022"]],
    ["In 2021 Polish exports were $4bn, and in 2022 they were $5bn.", ["2021", "2022"]],
    ["Polish exports were $4bn in 2021. They were $5bn in 2022.", ["2021", "2022"]],
    ["In 2022 Polish exports were $5bn. Imports were $4bn.", ["2022", "2022"]],
    ["Polish exports rose from $4bn in 2021 to $5bn in 2022.", ["2021", "2022"]],
    ["Polish exports were $5bn last year.", ["2023"]],
    ["Polish exports were $5bn in the first quarter.", ["2024-Q1"]],
    ["Экспорт Польши в 2021 году составил 4 млрд евро, в 2022 году – 5 млрд евро.", ["2021", "2022"]],
    ["За январь-май экспорт Польши составил 5 млрд евро.", ["2024-01/2024-05"]],
    ["Polish exports were $5bn.", [null]]
  ])("%s", (text, wanted) => {
    expect(claims(text).map(({period}) => period)).toEqual(wanted);
  });

  test("keeps the words and says where they stood", () => {
    const [first, second] = claims("Polish exports were $5bn last year. Imports were $4bn.");
    expect(first!.slots.period).toEqual({value: "2023", from: "posted", words: "last year"});
    expect(second!.slots.period).toMatchObject({value: "2023", from: "paragraph"});
  });
});

describe("baseOf()", () => {
  test.each([
    ["Polish exports rose by 5% in 2022.", "2021"],
    ["Polish exports rose by 5% in 2022 compared with 2019.", "2019"],
    ["Polish exports rose by 5% in the first quarter of 2022.", "2021-Q1"],
    ["In January-August 2023 Polish exports rose by 5% on the same period of 2022.", "2022-01/2022-08"],
    ["Polish exports doubled in 2022 against 2010.", "2010"],
    ["Экспорт Польши в 2022 году вырос на 5% к уровню 2019 года.", "2019"],
    ["Экспорт Польши в 2022 году вырос на 5% по сравнению с 2020 годом.", "2020"]
  ])("%s", (text, base) => {
    expect(claims(text)[0]!.slots.base?.value).toBe(base);
  });
});

test.each([
  ["Polish exports of goods were $5bn.", "goods"],
  ["Polish trade in goods and services with Italy was $5bn.", "goods+services"],
  ["Polish exports of services were $5bn.", "services"],
  ["Polish exports were $5bn.", undefined],
  ["Экспорт товаров Польши составил 5 млрд евро.", "goods"],
  ["Экспорт услуг Польши составил 5 млрд евро.", "services"],
  ["Экспорт товаров и услуг Польши составил 5 млрд евро.", "goods+services"]
])("coverageOf() reads what is traded in %j", (text, coverage) => {
  expect(claims(text)[0]!.slots.coverage?.value).toBe(coverage);
});

test.each([
  ["According to Belstat, Belarusian exports to Russia were $5bn.", "BLR"],
  ["According to Belarusian statistics, trade between Belarus and Russia was $5bn.", "BLR"],
  ["По данным Белстата, экспорт Беларуси в Россию составил 5 млрд долларов.", "BLR"],
  ["По данным белорусской стороны, экспорт в Россию составил 5 млрд долларов.", "BLR"],
  ["Belarusian exports to Russia were $5bn.", undefined],
  ["Poland said that exports were $5bn.", undefined]
])("reporterOf() reads whose books %j speaks of", (text, reporter) => {
  expect(claims(text)[0]!.slots.reporter?.value).toBe(reporter);
});
