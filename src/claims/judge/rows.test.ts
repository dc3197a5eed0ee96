import {describe, expect, test} from "vitest";
import {billions, check} from "../../../test/claims/invented.ts";
import type {Figure} from "../../base/figure.ts";

const levels = "Trade between Veloria and Tarsona was $30bn in 2020, $40bn in 2021 and $50bn in 2022.";
const both = {coverage: "goods+services"} as const;
const unverified = {evidence: "unverified", sources: []} as const satisfies Partial<Figure>;

describe("judgeRows() on levels", () => {
  test.each<[string, Figure[], string, number]>([
    ["one basis has them all", [billions(30, "2020"), billions(40, "2021"), billions(50, "2022")], "one-basis", 0],
    [
      "the last is on another",
      [billions(30, "2020"), billions(40, "2021"), billions(45, "2022"), billions(50, "2022", both)],
      "mixed-basis",
      1
    ],
    ["each is on another", [billions(30, "2020"), billions(40, "2021", both), billions(50, "2022")], "mixed-basis", 2],
    [
      "one basis has them all, unverified",
      [
        billions(30, "2020", {}, unverified),
        billions(40, "2021", {}, unverified),
        billions(50, "2022", {}, unverified)
      ],
      "unverified",
      0
    ],
    ["one number has a basis", [billions(30, "2020"), billions(41, "2021"), billions(51, "2022")], "not-checkable", 0]
  ])("when %s", (_, figures, verdict, splices) => {
    const {series} = check(levels, {figures});
    expect(series).toMatchObject([{claims: ["1", "2", "3"], verdict, splices}]);
  });

  test("takes the path with the fewest splices and names it", () => {
    const figures = [
      billions(30, "2020"),
      billions(30, "2020", both),
      billions(40, "2021", both),
      billions(50, "2022", both)
    ];
    const [series] = check(levels, {figures}).series;
    expect(series!.verdict).toBe("one-basis");
    expect(series!.path.map(({label, verified}) => [label, verified])).toEqual(
      Array(3).fill(["veloria goods + services", true])
    );
    expect(series!.oneBasis).toHaveLength(1);
  });

  test("holds the growth between neighbours against every basis", () => {
    const figures = [billions(30, "2020"), billions(40, "2021"), billions(45, "2022"), billions(50, "2022", both)];
    const [series] = check(levels, {figures}).series;
    expect(series!.growth.map(({from, to, verdict}) => [from, to, verdict])).toEqual([
      ["1", "2", "supported"],
      ["2", "3", "contradicted"]
    ]);
    expect(series!.growth[0]!.low).toBeCloseTo(100 * (39.5 / 30.5 - 1), 6);
    expect(series!.growth[0]!.high).toBeCloseTo(100 * (40.5 / 29.5 - 1), 6);
  });

  test("orders a row by time, whatever the text's order", () => {
    const text = "Trade between Veloria and Tarsona was $50bn in 2022, $40bn in 2021 and $30bn in 2020.";
    const {series} = check(text, {figures: [billions(30, "2020"), billions(40, "2021"), billions(50, "2022")]});
    expect(series[0]!.claims).toEqual(["3", "2", "1"]);
  });
});

test.each([
  ["of different indicators", "Trade between Veloria and Tarsona was $30bn in 2020, exports $40bn in 2021."],
  ["of one period", "Trade between Veloria and Tarsona was $30bn in 2020. In 2020 their trade was $31bn."],
  [
    "in different paragraphs",
    "Trade between Veloria and Tarsona was $30bn in 2020.\n\nTrade between Veloria and Tarsona was $40bn in 2021."
  ]
])("judgeRows() makes no row of numbers %s", (_, text) => {
  expect(check(text, {figures: [billions(30, "2020"), billions(40, "2021")]}).series).toEqual([]);
});

describe("judgeRows() on a level and a growth said together", () => {
  const text = "Trade between Veloria and Tarsona rose by 10% to $50bn in 2022.";

  test("that are on one basis", () => {
    const {series} = check(text, {figures: [billions(45.45, "2021"), billions(50, "2022")]});
    expect(series).toMatchObject([{verdict: "one-basis", splices: 0}]);
  });

  test("that are on two", () => {
    const {series} = check(text, {figures: [billions(40, "2021"), billions(44, "2022"), billions(50, "2022", both)]});
    expect(series).toMatchObject([{verdict: "mixed-basis", splices: 1}]);
    expect(series[0]!.path.map(({label}) => label)).toEqual(["veloria goods + services", "veloria goods"]);
  });

  test("of which one is on none", () => {
    expect(check(text, {figures: [billions(50, "2022")]}).series).toEqual([]);
  });
});

test("judgeRows() reads rows in Russian", () => {
  const text = "Товарооборот Велории и Тарсоны в 2020 году составил 30 млрд долларов, в 2021 году – 40 млрд долларов.";
  const {series} = check(text, {figures: [billions(30, "2020"), billions(40, "2021", both)]});
  expect(series).toMatchObject([{verdict: "mixed-basis", splices: 1}]);
});
