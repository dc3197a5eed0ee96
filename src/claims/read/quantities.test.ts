import {describe, expect, test} from "vitest";
import {analysisOf, wordsAt} from "../../../test/claims/reader.ts";
import type {Quantity} from "./quantity.ts";

function quantities(text: string): readonly Quantity[] {
  return analysisOf(text).quantities;
}

function one(text: string): Quantity {
  const found = quantities(text);
  expect(found, text).toHaveLength(1);
  return found[0]!;
}

describe("findQuantities() in English", () => {
  test.each([
    ["It was $33.3bn.", 33.3e9, "USD", 1e8],
    ["It was $33.3 bn.", 33.3e9, "USD", 1e8],
    ["It was USD 33.3 billion.", 33.3e9, "USD", 1e8],
    ["It was 33.3 billion dollars.", 33.3e9, "USD", 1e8],
    ["It was 33.3 billion US dollars.", 33.3e9, "USD", 1e8],
    ["It was US$33.3 billion.", 33.3e9, "USD", 1e8],
    ["It was 33.3bln USD.", 33.3e9, "USD", 1e8],
    ["It was $40-billion.", 40e9, "USD", 1e9],
    ["It was €1,234.5 mn.", 1234.5e6, "EUR", 1e5],
    ["It was 1,234,567.89 euros.", 1234567.89, "EUR", 0.01],
    ["It was £2.5m.", 2.5e6, "GBP", 1e5],
    ["It was $1.2trn.", 1.2e12, "USD", 1e11],
    ["It was $500k.", 5e5, "USD", 1e3],
    ["It was RMB 500 bn.", 500e9, "CNY", 1e9],
    ["It was Ush 5 billion.", 5e9, "UGX", 1e9],
    ["It was Ksh500 million.", 5e8, "KES", 1e6],
    ["It was C$ 12 billion.", 12e9, "CAD", 1e9],
    ["It was 12 bn BYN.", 12e9, "BYN", 1e9],
    ["It was 38 billion 607.6 million dollars.", 38.6076e9, "USD", 1e5],
    ["It was 24 million tonnes.", 24e6, "t", 1e6],
    ["It was 30.5 bcm.", 30.5e9, "m3", 1e8],
    ["It was 200,000 barrels per day.", 2e5, "bbl/d", 1],
    ["It rose 5.4%.", 5.4, "%", 0.1],
    ["It rose 5.4 per cent.", 5.4, "%", 0.1],
    ["It rose 5.4 pct.", 5.4, "%", 0.1],
    ["It rose 2.1 percentage points.", 2.1, "pp", 0.1],
    ["It rose 2.1 pp.", 2.1, "pp", 0.1],
    ["It rose 1.7 times.", 1.7, "x", 0.1],
    ["It rose 1.5-fold.", 1.5, "x", 0.1],
    ["It doubled.", 2, "x", 1],
    ["It rose eightfold.", 8, "x", 1],
    ["It had 300 enterprises.", 300, "1", 1],
    ["It had twenty-five projects.", 25, "1", 1],
    ["It had five hundred projects.", 500, "1", 100],
    ["It came to 5 lakh crore Indian rupees.", 5e12, "INR", 1e12]
  ])("%s", (text, value, unit, step) => {
    const quantity = one(text);
    expect([quantity.value, quantity.unit]).toEqual([value, unit]);
    expect(quantity.step / step).toBeCloseTo(1, 9);
  });
});

describe("findQuantities() in Russian", () => {
  test.each([
    ["Это 33,3 млрд долларов.", 33.3e9, "USD", 1e8],
    ["Это $33,3 млрд.", 33.3e9, "USD", 1e8],
    ["Это 33,3 млрд. долл. США.", 33.3e9, "USD", 1e8],
    ["Это 33,3 миллиарда долларов.", 33.3e9, "USD", 1e8],
    ["Это 1 234,5 тыс. тонн.", 1234500, "t", 100],
    ["Это 1\u2009234,5 тыс. тонн.", 1234500, "t", 100],
    ["Это 1,2 трлн российских рублей.", 1.2e12, "RUB", 1e11],
    ["Это 3 млрд белорусских рублей.", 3e9, "BYN", 1e9],
    ["Это 38 млрд 607,6 млн долларов.", 38.6076e9, "USD", 1e5],
    ["Это 12 млн 500 тыс. долларов.", 12.5e6, "USD", 1e3],
    ["Это полтора миллиарда долларов.", 1.5e9, "USD", 5e8],
    ["Это полторы тысячи тонн.", 1500, "t", 500],
    ["Это сто двадцать пять проектов.", 125, "1", 1],
    ["Это три с половиной тысячи тонн.", 3500, "t", 500],
    ["Рост на 5,4 %.", 5.4, "%", 0.1],
    ["Рост на 5,4 проц.", 5.4, "%", 0.1],
    ["Рост на 5,4 процента.", 5.4, "%", 0.1],
    ["Рост на 2,1 процентного пункта.", 2.1, "pp", 0.1],
    ["Рост на 2,1 пп.", 2.1, "pp", 0.1],
    ["Рост в 1,7 раза.", 1.7, "x", 0.1],
    ["Рост в полтора раза.", 1.5, "x", 0.5],
    ["Рост вдвое.", 2, "x", 1]
  ])("%s", (text, value, unit, step) => {
    const quantity = one(text);
    expect([quantity.value, quantity.unit]).toEqual([value, unit]);
    expect(quantity.step / step).toBeCloseTo(1, 9);
  });
});

test.each([
  ["Exports were 3 billion rubles.", ["RUB", "BYN"]],
  ["Экспорт составил 3 млрд рублей.", ["RUB", "BYN"]],
  ["Exports were ¥500 billion.", ["JPY", "CNY"]],
  ["Exports were 12 bn Br.", ["BYN", "ETB"]],
  ["Exports were $5 bn.", ["USD"]]
])("findQuantities() keeps every currency that %j may mean", (text, units) => {
  expect(one(text).units).toEqual(units);
});

test.each([
  ["almost $54bn", "almost", 51.3e9, 54e9],
  ["nearly $54bn", "almost", 51.3e9, 54e9],
  ["about $54bn", "about", 51.3e9, 56.7e9],
  ["around $54bn", "about", 51.3e9, 56.7e9],
  ["over $54bn", "over", 54e9, 59.4e9],
  ["more than $54bn", "over", 54e9, 59.4e9],
  ["$54bn or more", "over", 54e9, 59.4e9],
  ["at least $54bn", "at-least", 54e9, 59.4e9],
  ["up to $54bn", "up-to", 48.6e9, 54e9],
  ["less than $54bn", "under", 48.6e9, 54e9],
  ["$54bn", "exact", 53.5e9, 54.5e9],
  ["почти 54 млрд долларов", "almost", 51.3e9, 54e9],
  ["около 54 млрд долларов", "about", 51.3e9, 56.7e9],
  ["порядка 54 млрд долларов", "about", 51.3e9, 56.7e9],
  ["более 54 млрд долларов", "over", 54e9, 59.4e9],
  ["свыше 54 млрд долларов", "over", 54e9, 59.4e9],
  ["54 млрд долларов с лишним", "over", 54e9, 59.4e9],
  ["не менее 54 млрд долларов", "at-least", 54e9, 59.4e9],
  ["не более 54 млрд долларов", "up-to", 48.6e9, 54e9],
  ["менее 54 млрд долларов", "under", 48.6e9, 54e9]
])("findQuantities() reads %j as meant", (words, bound, low, high) => {
  const text = `It stood at ${words}.`;
  const quantity = one(text);
  expect(quantity.bound).toBe(bound);
  expect(wordsAt(text, analysisOf(text), quantity)).toBe(words);
  expect(quantity.meant.low / low).toBeCloseTo(1, 9);
  expect(quantity.meant.high / high).toBeCloseTo(1, 9);
});

test.each([
  ["almost $54bn", undefined, true],
  ["over $54bn", true, undefined],
  ["less than $54bn", undefined, true],
  ["up to $54bn", undefined, undefined]
])("findQuantities() leaves the number itself out of %j where the words do", (words, lowOpen, highOpen) => {
  const {meant} = one(`It was ${words}.`);
  expect([meant.lowOpen, meant.highOpen]).toEqual([lowOpen, highOpen]);
});

test.each([
  ["two and a half dozen", [30, 25]],
  ["three and a half dozen", [42, 35]],
  ["a dozen", [12, 10]],
  ["half a dozen", [6, 5]],
  ["два с половиной десятка", [25]],
  ["полтора десятка", [15]]
])("findQuantities() reads %j with all its readings, ten per cent either way", (words, values) => {
  const {readings, value, meant} = one(`There are ${words} projects.`);
  expect(readings.map((reading) => reading.value)).toEqual(values);
  expect(value).toBe(values[0]);
  for (const {low, high, value: middle} of readings) {
    expect(low).toBeCloseTo(0.9 * middle, 9);
    expect(high).toBeCloseTo(1.1 * middle, 9);
  }
  expect(meant.low).toBeCloseTo(0.9 * value, 9);
});

test.each([
  ["half a billion dollars", 5e8, 4.5e8, 5.5e8, "USD"],
  ["полмиллиарда долларов", 5e8, 4.5e8, 5.5e8, "USD"],
  ["grew by a third", 100 / 3, 30, 110 / 3, "%"],
  ["вырос на треть", 100 / 3, 30, 110 / 3, "%"],
  ["вырос на четверть", 25, 22.5, 27.5, "%"],
  ["fell by two thirds", 200 / 3, 60, 220 / 3, "%"],
  ["grew by half", 50, 45, 55, "%"],
  ["hundreds of projects", 100, 100, Number.POSITIVE_INFINITY, "1"],
  ["сотни проектов", 100, 100, Number.POSITIVE_INFINITY, "1"]
])("findQuantities() takes %j as rough as it is", (words, value, low, high, unit) => {
  const quantity = one(`It ${words}.`);
  expect(quantity.unit).toBe(unit);
  expect(quantity.value).toBeCloseTo(value, 9);
  expect(quantity.meant.low).toBeCloseTo(low, 6);
  if (Number.isFinite(high)) expect(quantity.meant.high).toBeCloseTo(high, 6);
  else expect(quantity.meant.high).toBe(high);
});

test.each([
  ["Rose by 47-48 per cent.", 47, 48, "%"],
  ["Rose by 20%-25%.", 20, 25, "%"],
  ["Rose by 20% - 25%.", 20, 25, "%"],
  ["From 5 to 7 billion dollars.", 5e9, 7e9, "USD"],
  ["Between 3 and 4 billion dollars.", 3e9, 4e9, "USD"],
  ["От 5 до 7 млрд долларов.", 5e9, 7e9, "USD"],
  ["Между 5 и 7 млрд долларов.", 5e9, 7e9, "USD"],
  ["Стоит 47–48 млрд долларов.", 47e9, 48e9, "USD"]
])("findQuantities() reads a range in %j", (text, low, high, unit) => {
  expect(one(text)).toMatchObject({isRange: true, unit, value: (low + high) / 2, meant: {low, high}});
});

test.each([
  ["Exports rose from $3 bn to $4 bn.", [3e9, 4e9]],
  ["They were 22.6 and 23.9 billion dollars.", [22.6e9, 23.9e9]],
  ["It has 125 out of 310.", [125, 310]]
])("findQuantities() keeps the two numbers of %j apart", (text, values) => {
  expect(quantities(text).map(({value, isRange}) => [value, isRange])).toEqual(values.map((value) => [value, false]));
});

test.each([
  ["by -4.2%", -4.2],
  ["by −4.2%", -4.2],
  ["by +4.2%", 4.2],
  ["(-25.6%)", -25.6],
  ["at -$3.1bn", -3.1e9],
  ["at minus $3.1bn", -3.1e9],
  ["минус 3,1 млрд долларов", -3.1e9]
])("findQuantities() reads the sign of %j", (words, value) => {
  expect(one(`It went ${words} then.`)).toMatchObject({value, signed: true});
});

test.each([
  "Call +375 17 222-33-44 today.",
  "Call +7 (495) 123-45-67 today.",
  "Тел. 8 (017) 222-33-44.",
  "Decree No. 8 was signed.",
  "Decree № 312 was signed.",
  "Указом №312 утверждён план.",
  "See page 45.",
  "см. стр. 45",
  "Article 12 of the treaty.",
  "Статья 12 договора.",
  "The meeting begins at 15:30.",
  "Встреча начнётся в 10:45.",
  "Belarus beat Russia 3:2.",
  "«Динамо» выиграло 4:1.",
  "The Su-30 and the MiG-29 flew.",
  "COVID-19 spread.",
  "The Boeing 737 landed.",
  "The BelAZ-75710 drove off.",
  "ул. Ленина, д. 15, кв. 7",
  "The 19th session opened.",
  "Прошло 5-е заседание.",
  "HS 27 and HS 8704.",
  "The 45-year-old minister.",
  "The 10-day visit.",
  "Version 2.0.1 is out.",
  "UN Resolution 2231.",
  "Flight SU 1842.",
  "ISBN 978-3-16-148410-0.",
  "5. Exports rose.",
  "1) Exports rose.",
  "A ratio of 3/4.",
  "In 2018/19 it was so.",
  "From 29.01.2024 on.",
  "On 28 June 2023.",
  "It lasted ten years.",
  "Это длилось 5 лет.",
  "It was 1,2,3 and go.",
  "It was 12.34.5 dollars.",
  "It was 1,23,456 dollars."
])("findQuantities() finds nothing that measures in %j", (text) => {
  expect(quantities(text).map(({value}) => value)).toEqual([]);
});
