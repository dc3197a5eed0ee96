import {describe, expect, test} from "vitest";
import {checkText} from "../check.ts";
import type {Claim} from "../output.ts";

function claims(text: string): Claim[] {
  return checkText(text, {posted: "2024-06-01"}).claims;
}

describe("extractClaims() goes on about what was measured last", () => {
  test.each([
    ["Polish exports were $4bn in 2021. It was $5bn in 2022.", ["exports", "exports"]],
    ["In 2021 the trade turnover of Poland was $4bn, and it made $5bn in 2022.", ["turnover", "turnover"]],
    ["Polish exports were $4bn in 2021. In 2022 the figure grew by 5%.", ["exports", "exports"]],
    ["Экспорт Польши в 2021 году составил 4 млрд евро. В 2022 году он вырос на 5%.", ["exports", "exports"]],
    ["Polish exports were $4bn in 2021.\n\nA house was sold for $5 million.", ["exports", "exports"]]
  ])("%s", (text, indicators) => {
    expect(claims(text).map(({indicator}) => indicator)).toEqual(indicators);
  });
});

test.each([
  ["Polish exports were 5 billion rubles in 2022.", "RUB"],
  ["Belarusian exports were 5 billion Belarusian rubles in 2022.", "BYN"],
  ["Polish exports were $5bn in 2022; imports were 4 billion.", "USD"],
  ["Polish exports were 4 billion in 2022.", "XXX"]
])("extractClaims() gives amounts their currency: %s", (text, unit) => {
  expect(claims(text).at(-1)!.unit).toBe(unit);
});

test("extractClaims() takes a conversion in brackets for the same claim in another currency", () => {
  const [original, gloss] = claims("Polish exports to Russia reached 3 billion Russian rubles ($35 million) in 2022.");
  expect([gloss!.indicator, gloss!.period, gloss!.slots.economy]).toEqual([
    original!.indicator,
    original!.period,
    original!.slots.economy
  ]);
  expect(gloss!.internal.map(({check}) => check)).toEqual(["exchange-rate"]);
});

test.each([
  "Exports will reach $60bn by 2030.",
  "Polish exports are expected to reach $60bn in 2025.",
  "Экспорт Польши достигнет 60 млрд долларов к концу 2024 года.",
  "Ожидается, что экспорт Польши составит 60 млрд долларов в 2025 году."
])("extractClaims() takes what lies ahead for a target: %s", (text) => {
  expect(claims(text).map(({type, verdict}) => [type, verdict])).toEqual([["target", "open"]]);
});

test("extractClaims() numbers and orders the claims of a text", () => {
  const found = claims(
    "Polish exports were $5bn in 2022. GDP grew by 5%. Governments must act. A record was set in trade."
  );
  expect(found.map(({id}) => id)).toEqual(["1", "2", "3", "4"]);
  expect(found.map(({start}) => start)).toEqual([...found.map(({start}) => start)].sort((a, b) => a - b));
});

test.each([
  "The minister spoke with his colleagues in Warsaw.",
  "It is a beautiful city with a long history.",
  "Министр встретился с коллегами в Варшаве.",
  "12.05.2024, 14:30, Warsaw"
])("extractClaims() finds no claim in %j", (text) => {
  expect(claims(text)).toEqual([]);
});
