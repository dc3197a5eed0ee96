import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {ladder} from "../base/item-kinds.ts";
import {isoDay, latestDay} from "../base/period.ts";
import type {Assertion, Item, Register} from "../base/register.ts";
import type {Source} from "../base/source.ts";
import {conflicts} from "./conflicts.ts";
import {countByStage} from "./count-by-stage.ts";
import {itemState} from "./item-state.ts";
import {slips} from "./slips.ts";
import {timeline} from "./timeline.ts";

const item = (id: string, parties = ["AAA", "BBB"], kind: Item["kind"] = "market"): Item => ({
  id,
  kind,
  title: {en: id},
  titleStatus: "translated",
  scope: {parties, subject: ["goods"]}
});

const assertion = (id: string, fields: Partial<Assertion>): Assertion => ({
  id,
  item: "m",
  field: "stage",
  value: "adopted",
  validAt: "2020",
  evidence: ["press"],
  confidence: "press",
  recordedAt: "2024-05-01",
  ...fields
});

const register = (assertions: Assertion[], items = [item("m")]): Register => ({
  entities: [],
  items,
  assertions,
  links: []
});

const source = (id: string, fields: Partial<Source> = {}): Source => ({
  id,
  url: "https://example.org/",
  publisher: "Publisher",
  language: "en",
  retrieved: "2024-05-01",
  tier: 4,
  ...fields
});

describe("itemState()", () => {
  test("throws on an item that the register does not hold", () => {
    expect(() => itemState(register([]), "x", {on: "2024"})).toThrow('Item "x" is not in the register');
  });

  test("has no stage before anything was said", () => {
    const state = itemState(register([assertion("a", {validAt: "2021-03"})]), "m", {on: "2021-03-30"});
    expect(state).toEqual({item: item("m"), byParty: {}, assertions: [], evidence: []});
  });

  test("evaluates a partial date as its latest day", () => {
    const march = register([assertion("a", {validAt: "2021-03"})]);
    expect(itemState(march, "m", {on: "2021-03-30"}).stage).toBeUndefined();
    expect(itemState(march, "m", {on: "2021-03-31"})).toMatchObject({stage: "adopted", stageNumber: 3});
  });

  test("tells the day asked about from the day of knowledge", () => {
    const late = register([assertion("a", {value: "in-force", validAt: "2020-01-26", saidAt: "2022-05-01"})]);
    expect(itemState(late, "m", {on: "2021", known: "2021"}).stage).toBeUndefined();
    expect(itemState(late, "m", {on: "2021", known: "2022-05-01"})).toMatchObject({
      stage: "in-force",
      since: "2020-01-26"
    });
  });

  test("stands where the last of its parties stands and shows each", () => {
    const ratified = assertion("b", {value: "ratified", validAt: "2021", party: "AAA"});
    const both = register([assertion("a", {}), ratified]);
    expect(itemState(both, "m", {on: "2021"})).toMatchObject({
      stage: "adopted",
      since: "2020",
      byParty: {AAA: "ratified", BBB: "adopted"}
    });
    expect(itemState(register([ratified]), "m", {on: "2021"}).stage).toBeUndefined();
  });

  test("lets a stage go down and keeps since when it holds", () => {
    const down = register([
      assertion("a", {value: "implemented", validAt: "2020"}),
      assertion("b", {value: "in-work", validAt: "2021-02"}),
      assertion("c", {value: "in-work", validAt: "2022"})
    ]);
    expect(itemState(down, "m", {on: "2023"})).toMatchObject({stage: "in-work", since: "2021-02"});
  });

  test("keeps a state beside the ladder until a stage follows", () => {
    const suspended = [assertion("a", {value: "in-force"}), assertion("b", {value: "suspended", validAt: "2021"})];
    expect(itemState(register(suspended), "m", {on: "2022"})).toMatchObject({
      stage: "in-force",
      offLadder: "suspended",
      since: "2021"
    });
    const again = register([...suspended, assertion("c", {value: "in-force", validAt: "2022"})]);
    expect(itemState(again, "m", {on: "2022"}).offLadder).toBeUndefined();
  });

  test("honours a correction once it is public, even one that moves the fact to a later day", () => {
    const corrected = register([
      assertion("a", {validAt: "2020-05-01"}),
      assertion("b", {validAt: "2021-05-01", saidAt: "2020-06-01", supersedes: "a"})
    ]);
    expect(itemState(corrected, "m", {on: "2020-05-20"}).stage).toBe("adopted");
    expect(itemState(corrected, "m", {on: "2020-07-01"}).stage).toBeUndefined();
    expect(itemState(corrected, "m", {on: "2020-07-01", known: "2020-05-31"}).stage).toBe("adopted");
    expect(itemState(corrected, "m", {on: "2021-05-01"}).since).toBe("2021-05-01");
  });

  test("counts a place and a date due from when they were named", () => {
    const event = register([
      assertion("a", {
        field: "location",
        value: "Town",
        translations: {ru: "Город"},
        validAt: "2024-06-26",
        saidAt: "2024-01-10"
      }),
      assertion("b", {field: "due", value: "2024-06-26", validAt: "2024-01-10"})
    ]);
    expect(itemState(event, "m", {on: "2024-01-09"}).location).toBeUndefined();
    expect(itemState(event, "m", {on: "2024-02-23"})).toMatchObject({
      location: "Town",
      locationIn: {ru: "Город"},
      due: {first: "2024-06-26", last: "2024-06-26", slipDays: 0}
    });
  });

  test("grants verified only to evidence of tier 1 or 2 or to sources independent of all parties", () => {
    const verified = register([assertion("a", {value: "verified", evidence: ["s"]})]);
    const stageWith = (...sources: Source[]) => itemState(verified, "m", {on: "2024", sources}).stage;
    expect(stageWith()).toBe("implemented");
    expect(stageWith(source("s"))).toBe("implemented");
    expect(stageWith(source("other", {tier: 1}))).toBe("implemented");
    expect(stageWith(source("s", {tier: 2}))).toBe("verified");
    expect(stageWith(source("s", {independentOf: ["AAA"]}))).toBe("implemented");
    expect(stageWith(source("s", {independentOf: ["BBB", "AAA"]}))).toBe("verified");
  });

  test("shows what no source carries but lets it decide nothing", () => {
    const unverified = register([
      assertion("a", {value: "in-force", confidence: "unverified", evidence: []}),
      assertion("b", {field: "due", value: "2025", confidence: "unverified", evidence: []})
    ]);
    const state = itemState(unverified, "m", {on: "2024"});
    expect([state.stage, state.due, state.assertions.length]).toEqual([undefined, undefined, 2]);
  });

  test("never knows less on a later day of knowledge, corrections aside", () => {
    const day = fc.integer({min: latestDay("2000"), max: latestDay("2030")}).map(isoDay);
    const stage = fc.record({value: fc.constantFrom(...ladder), validAt: day, saidAt: day});
    fc.assert(
      fc.property(fc.array(stage, {maxLength: 8}), day, day, (stages, on, known) => {
        const history = register(stages.map((fields, index) => assertion(`a${index}`, fields)));
        const then = itemState(history, "m", {on, known}).assertions;
        const now = itemState(history, "m", {on, known: "2031"}).assertions;
        expect(now).toEqual(expect.arrayContaining([...then]));
        expect(now.every(({validAt}) => latestDay(validAt) <= latestDay(on))).toBe(true);
      })
    );
  });
});

const postponed = [
  assertion("d1", {field: "due", value: "2022-07", validAt: "2021-09-10"}),
  assertion("d2", {field: "due", value: "2025-01-01", validAt: "2022-12-09"})
];

describe("slips()", () => {
  test("computes the slip between the first and the last date due, as known", () => {
    const slip = slips(register(postponed), {on: "2024-02-23"})[0]!;
    expect(slip.due).toMatchObject({first: "2022-07", last: "2025-01-01", slipDays: 885});
    expect(slip.overdueDays).toBe(0);
  });

  test("reports a date that passed unmet, and none that was met", () => {
    expect(slips(register(postponed), {on: "2022-08-01"})[0]).toMatchObject({overdueDays: 1, due: {slipDays: 0}});
    const met = register([...postponed, assertion("s", {value: "in-force", validAt: "2022-07-31"})]);
    expect(slips(met, {on: "2022-08-01"})).toEqual([]);
  });
});

test("countByStage() gives every count its denominator", () => {
  const items = [item("m"), item("n"), item("o"), item("p", ["AAA"], "agreement")];
  const counts = countByStage(register([assertion("a", {}), assertion("b", {item: "n", value: "withdrawn"})], items), {
    on: "2024"
  });
  expect(counts).toEqual([
    {kind: "market", total: 3, counts: {adopted: 1, withdrawn: 1, unstated: 1}},
    {kind: "agreement", total: 1, counts: {unstated: 1}}
  ]);
});

test("slips() calls a date that only became exact no slip", () => {
  const exact = [
    assertion("d1", {field: "due", value: "2025"}),
    assertion("d2", {field: "due", value: "2025-01-01", validAt: "2021"})
  ];
  expect(slips(register(exact), {on: "2024"})).toEqual([]);
  expect(timeline(register(exact), {known: "2024"}).map(({moved}) => moved)).toEqual([false, false]);
});

describe("timeline()", () => {
  test("sorts stages and dates due, marking the dates that moved", () => {
    const entries = timeline(register([...postponed, assertion("s", {validAt: "2023"})]), {known: "2024"});
    expect(entries.map(({what, date, slipDays, moved}) => [what, date, slipDays, moved])).toEqual([
      ["due", "2022-07", 0, true],
      ["stage", "2023", undefined, undefined],
      ["due", "2025-01-01", 885, false]
    ]);
  });

  test("shows unverified steps as such", () => {
    const hearsay = assertion("s", {confidence: "unverified", evidence: []});
    expect(timeline(register([hearsay]), {known: "2024"})[0]).toMatchObject({stage: "adopted", unverified: true});
  });
});

describe("conflicts()", () => {
  test("lays differing values of one field and day side by side", () => {
    const pair = [assertion("a", {}), assertion("b", {value: "agreed"}), assertion("c", {validAt: "2021"})];
    expect(conflicts(register(pair), {known: "2024"}).map(({assertions}) => assertions.map(({id}) => id))).toEqual([
      ["a", "b"]
    ]);
    expect(conflicts(register(pair), {known: "2019"})).toEqual([]);
  });

  test("joins linked assertions with those that differ", () => {
    const pair = [assertion("a", {}), assertion("b", {value: "agreed"}), assertion("c", {validAt: "2021"})];
    const linked = {...register(pair), links: [{from: "c", to: "a", rel: "conflictsWith" as const}]};
    expect(conflicts(linked, {known: "2024"})[0]!.assertions).toHaveLength(3);
  });

  test("calls parties' different stages and repeated statements no conflict", () => {
    const fine = [assertion("a", {party: "AAA"}), assertion("b", {party: "BBB", value: "agreed"}), assertion("c", {})];
    expect(conflicts(register([...fine, assertion("d", {})]), {known: "2024"})).toEqual([]);
  });
});
