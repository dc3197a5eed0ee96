import {describe, expect, test} from "vitest";
import {check, claimWith, type World} from "../../../test/claims/invented.ts";
import type {Assertion, Item} from "../../base/register.ts";

const scope = {parties: ["veloria", "tarsona"], subject: ["energy"]};
const items: readonly Item[] = [
  {
    id: "market.gas",
    kind: "market",
    title: {en: "Gas market"},
    titleStatus: "official",
    terms: {en: ["gas market"], ru: ["рынок газа"]},
    scope
  },
  {
    id: "market.oil",
    kind: "market",
    title: {en: "Oil market"},
    titleStatus: "official",
    terms: {en: ["oil market"], ru: ["рынок нефти"]},
    scope
  },
  {
    id: "commitment.rail",
    kind: "commitment",
    title: {en: "Open railways"},
    titleStatus: "official",
    terms: {en: ["railways"]},
    scope
  },
  {
    id: "forum.11",
    kind: "event",
    title: {en: "11th Forum of Harbours"},
    titleStatus: "official",
    terms: {en: ["forum of harbours"], ru: ["форум гаваней"]},
    scope
  }
];

function said(item: string, field: Assertion["field"], value: string, day: string): Assertion {
  return {
    id: `${item}.${field}.${day}`,
    item,
    field,
    value,
    validAt: day,
    saidAt: day,
    evidence: ["s1"],
    confidence: "official-statement",
    recordedAt: day
  };
}

const world: World = {
  items,
  assertions: [
    said("market.gas", "stage", "agreed", "2023-01-10"),
    said("market.gas", "stage", "in-force", "2024-05-01"),
    said("market.oil", "stage", "agreed", "2023-01-10"),
    said("commitment.rail", "stage", "adopted", "2023-03-01"),
    said("forum.11", "stage", "agreed", "2024-01-20"),
    said("forum.11", "location", "Portville", "2024-01-20"),
    said("forum.11", "due", "2024-06-26", "2024-01-20"),
    said("forum.11", "stage", "in-force", "2024-06-28")
  ]
};

describe("judgeStatement() holds the state of agreements against the register", () => {
  test.each([
    ["The common gas market has not yet been fully settled.", "2024-02-23", "supported", undefined],
    ["The common gas market has been settled.", "2024-02-23", "not-checkable", "level-unstated"],
    ["The common gas market has been settled.", "2024-06-01", "supported", undefined],
    ["The common gas market has not yet been fully settled.", "2024-06-01", "not-checkable", "level-unstated"],
    ["The common gas market and the oil market have been created.", "2024-06-01", "supported-on-basis", undefined],
    ["The fishing treaty of 1921 has been ratified.", "2024-06-01", "not-checkable", "no-series"],
    ["The fish market has been settled.", "2024-06-01", "not-checkable", "no-series"],
    ["Общий рынок газа ещё не создан.", "2024-02-23", "supported", undefined],
    ["Общий рынок газа создан.", "2024-06-01", "supported", undefined]
  ])("%s (%s)", (text, asOf, verdict, reason) => {
    const {claims} = check(text, world, {asOf, posted: asOf});
    const [claim] = claims.filter(({type}) => type === "status");
    expect([claim?.verdict, claim?.reason]).toEqual([verdict, reason]);
  });

  test("and shows the items with their stages and sources", () => {
    const {claims} = check("The common gas market has been settled.", world);
    expect(claims[0]!.items).toEqual([
      expect.objectContaining({
        item: "market.gas",
        stage: "in-force",
        since: "2024-05-01",
        match: "holds",
        sources: ["s1"]
      })
    ]);
  });

  test("and takes “agreements” after a market for those on it", () => {
    const text = "The gas market is not yet settled. But certain agreements have been reached.";
    const result = check(text, world, {posted: "2024-02-23"});
    expect(claimWith(result, "agreements have been reached")).toMatchObject({
      verdict: "supported",
      items: [{item: "market.gas"}]
    });
  });
});

describe("judgeStatement() holds events against the register", () => {
  const host = "Portville will host the Forum of Harbours this summer.";

  test.each([
    [host, "2024-02-23", "open"],
    [host, "2024-06-27", "open"],
    [host, "2024-10-01", "supported"],
    ["Portville will host the Forum of Harbours in June 2024.", "2024-07-01", "supported"],
    ["Portville will host the Forum of Harbours in March 2024.", "2024-10-01", "not-checkable"],
    ["Форум гаваней пройдёт в Тарсоне этим летом.", "2024-10-01", "supported"]
  ])("%s (%s)", (text, asOf, verdict) => {
    const {claims} = check(text, world, {posted: "2024-02-23", asOf});
    expect(claims.filter(({type}) => type === "event").map((claim) => claim.verdict)).toEqual([verdict]);
  });

  test("and names place and day", () => {
    const {claims} = check(host, world, {posted: "2024-02-23", asOf: "2024-10-01"});
    expect(claims[0]!.items).toEqual([
      expect.objectContaining({item: "forum.11", location: "Portville", match: "holds"})
    ]);
  });
});

test("itemsBeside() shows a commitment's item and judges nothing by it", () => {
  const {claims} = check("Veloria and Tarsona aim to open their railways.", world);
  expect(claims).toMatchObject([
    {
      type: "commitment",
      verdict: "not-checkable",
      reason: "commitment",
      items: [{item: "commitment.rail", stage: "adopted", match: "shown"}]
    }
  ]);
});
