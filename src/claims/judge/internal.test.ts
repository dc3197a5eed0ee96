import {describe, expect, test} from "vitest";
import {billions, check, claimWith, figure} from "../../../test/claims/invented.ts";

/** The internal checks of a text as [words of the claim, check, holds]. */
function checks(text: string, figures: Parameters<typeof check>[1] = {}) {
  return check(text, figures).claims.flatMap(({text: words, internal}) =>
    internal.map(({check: name, holds}) => [words, name, holds])
  );
}

describe("checkInternally() holds parts against their sum", () => {
  test.each([
    [
      "In 2022 Velorian exports to Tarsona were $50bn and imports from Tarsona $60bn; the trade turnover came to $110bn.",
      true
    ],
    [
      "In 2022 Velorian exports to Tarsona were $50.4bn and imports from Tarsona $60.4bn; the trade turnover came to $111bn.",
      true
    ],
    [
      "In 2022 Velorian exports to Tarsona were $50bn and imports from Tarsona $60bn; the trade turnover came to $120bn.",
      false
    ],
    [
      "Товарооборот Велории и Тарсоны в 2022 году составил 110 млрд долларов: экспорт – 50 млрд долларов, импорт – 60 млрд долларов.",
      true
    ],
    [
      "Товарооборот Велории и Тарсоны в 2022 году составил 12,4 млрд долларов: экспорт – 5,7 млрд долларов, импорт – 5,7 млрд долларов.",
      false
    ]
  ])("%s", (text, holds) => {
    expect(checks(text).map(([, name, found]) => [name, found])).toEqual([["parts-and-sum", holds]]);
  });
});

describe("checkInternally() holds a balance against its flows", () => {
  test.each([
    [
      "In 2022 Veloria's exports to Tarsona came to $13.13bn, its imports to $16.4bn; Veloria's balance was -$3.27bn.",
      true
    ],
    [
      "In 2022 Veloria's exports to Tarsona came to $13.13bn, its imports to $16.4bn; Veloria's balance was -$3.1bn.",
      false
    ],
    [
      "In 2022 Veloria's exports to Tarsona came to $60bn, its imports to $50bn; Veloria's trade surplus was $10bn.",
      true
    ],
    [
      "In 2022 Veloria's exports to Tarsona came to $50bn, its imports to $60bn; Veloria's trade deficit was $10bn.",
      true
    ],
    [
      "In 2022 Veloria's exports to Tarsona came to $50bn, its imports to $60bn; Veloria's trade deficit was $15bn.",
      false
    ]
  ])("%s", (text, holds) => {
    expect(checks(text).map(([, name, found]) => [name, found])).toEqual([["balance", holds]]);
  });
});

describe("checkInternally() holds a growth against its two levels", () => {
  test.each([
    ["Trade between Veloria and Tarsona rose by 25% to $50bn in 2022 from $40bn in 2021.", true],
    ["Trade between Veloria and Tarsona rose by 40% to $50bn in 2022 from $40bn in 2021.", false],
    ["Trade between Veloria and Tarsona fell by 20% to $40bn in 2022 from $50bn in 2021.", true]
  ])("%s", (text, holds) => {
    expect(checks(text)).toContainEqual([expect.stringContaining("%"), "level-and-growth", holds]);
  });
});

describe("checkInternally() holds a share against its parts", () => {
  test.each([
    ["125 of 310 measures, or 40%, were carried out.", true],
    ["125 of 310 measures, or 50%, were carried out.", false],
    ["14 of 310 measures, or 4.5%, are late.", true],
    ["Выполнено 125 из 310 мероприятий, или 40%.", true],
    ["Выполнено 125 из 310 мероприятий, или 45%.", false]
  ])("%s", (text, holds) => {
    expect(checks(text)).toEqual([[expect.stringContaining("%"), "share-and-parts", holds]]);
  });
});

describe("checkInternally() holds the word of a change against its levels", () => {
  test.each([
    ["Trade between Veloria and Tarsona rose from $80 million in 2021 to $95 million in 2022.", true],
    ["Trade between Veloria and Tarsona fell from $80 million in 2021 to $95 million in 2022.", false],
    ["Trade between Veloria and Tarsona fell from $95 million in 2021 to $80 million in 2022.", true]
  ])("%s", (text, holds) => {
    expect(checks(text).map(([, name, found]) => [name, found])).toEqual([["direction", holds]]);
  });
});

describe("checkInternally() holds a conversion against the rate of its period", () => {
  const rate = (value: number, more = {}) =>
    figure(value, "2022", {indicator: "exchange_rate", kind: "ratio", unit: "RUB/USD"}, more);
  const text = "Trade between Veloria and Tarsona reached 3 trillion Russian rubles ($44 billion) in 2022.";

  test.each([
    ["the rate is known and near", [rate(68)], true],
    ["the rate is known and far", [rate(85)], false],
    ["the rate is unverified", [rate(85, {evidence: "unverified", sources: []})], null],
    ["no rate is known", [], null]
  ])("when %s", (_, figures, holds) => {
    expect(checks(text, {figures})).toEqual([["$44 billion", "exchange-rate", holds]]);
  });

  test("and calls no claim inconsistent for it", () => {
    const {verdict} = claimWith(check(text, {figures: [rate(85)]}), "$44 billion");
    expect(verdict).not.toBe("inconsistent");
  });
});

test("checkInternally() makes the number that does not fit inconsistent, whatever the figures say", () => {
  const text =
    "In 2022 Velorian exports to Tarsona were $50bn and imports from Tarsona $60bn; the trade turnover came to $120bn.";
  const result = check(text, {figures: [billions(120, "2022")]});
  expect(claimWith(result, "$120bn")).toMatchObject({
    verdict: "inconsistent",
    internal: [{check: "parts-and-sum", holds: false, claims: ["1", "2"]}]
  });
  expect(claimWith(result, "$50bn").verdict).not.toBe("inconsistent");
});

test.each([
  "In 2022 Velorian exports to Tarsona were $50bn and imports from Tarsona €60bn; the trade turnover came to $120bn.",
  "Velorian exports to Tarsona were $50bn in 2022. Imports were $60bn in 2021. The trade turnover came to $120bn in 2022.",
  "Velorian exports to Tarsona were $50bn in 2022.\n\nIn 2022 imports were $60bn.\n\nTrade came to $120bn in 2022."
])("checkInternally() compares only what is alike: %j", (text) => {
  expect(checks(text)).toEqual([]);
});
