import {afterAll, beforeAll, expect, test} from "vitest";
import {largePack, sampleFigure, samplePack} from "../../test/support/sample-pack.ts";
import type {Pack} from "../base/pack.ts";
import {openDuckDB} from "./duckdb-engine.ts";
import type {Engine} from "./engine.ts";
import {mergeProfiles, readKnowledge} from "./read-knowledge.ts";
import {writeStore} from "./write-store.ts";

const opened: Engine[] = [];

async function storeOf(...packs: readonly Pack[]): Promise<Engine> {
  const engine = await openDuckDB(":memory:");
  opened.push(engine);
  await writeStore(engine, packs, "0");
  return engine;
}

let sample: Engine;
beforeAll(async () => {
  sample = await storeOf(samplePack());
});
afterAll(() => {
  for (const engine of opened) engine.close();
});

test("readKnowledge() gives back everything that the pack holds", async () => {
  const {figures, sources, register, profile} = samplePack();
  expect(await readKnowledge(sample, {asOf: "2100"})).toEqual({
    asOf: "2100-12-31",
    profile,
    figures,
    sources,
    register
  });
});

test("readKnowledge() gives figures from the latest day of their date on", async () => {
  const ids = async (asOf: string) => (await readKnowledge(sample, {asOf})).figures.map(({id}) => id);
  expect(await ids("2021-01-30")).toEqual([]);
  expect(await ids("2021-01-31")).toEqual(["t-2020-old"]); // known 2021-01
  expect(await ids("2021-01")).toEqual(["t-2020-old"]);
  expect(await ids("2021-02-10")).toContain("t-2020");
  expect(await ids("2022-12-30")).not.toContain("t-2021"); // known 2022
  expect(await ids("2022-12-31")).toContain("t-2021");
});

test("readKnowledge() gives assertions from the day they were said, not recorded, and links with both ends", async () => {
  const register = async (asOf: string) => {
    const {assertions, links} = (await readKnowledge(sample, {asOf})).register;
    return {assertions: assertions.map(({id}) => id), links: links.map(({to}) => to)};
  };
  expect(await register("2021-11-03")).toEqual({assertions: [], links: ["completion"]});
  expect(await register("2021-11-04")).toEqual({assertions: ["prog.stage"], links: ["completion"]});
  expect(await register("2023-11-30")).toEqual({
    assertions: ["prog.stage", "prog.done"],
    links: ["prog.stage", "completion"]
  });
});

test("readKnowledge() gives the figures of some indicators and economies", async () => {
  const ids = async (options: {indicators?: string[]; economies?: string[]}) =>
    (await readKnowledge(sample, {asOf: "2100", ...options})).figures.map(({id}) => id);
  expect(await ids({indicators: ["completion"]})).toEqual(["done"]);
  expect(await ids({indicators: []})).toEqual([]);
  expect(await ids({economies: ["BLR", "RUS"]})).toEqual(["t-2020", "t-2020-old", "growth", "done", "closed"]);
  expect(await ids({economies: ["atlantis", "BLR"], indicators: ["turnover"]})).toEqual(["t-2021"]);
});

test("readKnowledge() puts several packs together in the order given", async () => {
  const other: Pack = {
    ...samplePack(),
    name: "other",
    profile: {economies: ["FRA", "BLR"], recordedTo: "2025"},
    figures: [sampleFigure("z"), sampleFigure("a")],
    sources: [],
    register: {entities: [], items: [], assertions: [], links: []}
  };
  const {figures, profile} = await readKnowledge(await storeOf(samplePack(), other), {asOf: "2100"});
  expect(figures.map(({id}) => id).slice(-2)).toEqual(["z", "a"]);
  expect(profile).toEqual(mergeProfiles([samplePack().profile, other.profile]));
  expect(profile).toMatchObject({
    economies: ["BLR", "RUS", "atlantis", "FRA"],
    document: "documents/statement.md",
    recordedTo: "2025"
  });
});

test("readKnowledge() keeps the order of many figures", async () => {
  const pack = largePack(5000);
  const {figures} = await readKnowledge(await storeOf(pack), {asOf: "2100"});
  expect(figures).toEqual(pack.figures);
});

test("readKnowledge() refuses a day that is none", async () => {
  await expect(readKnowledge(sample, {asOf: "yesterday"})).rejects.toThrow(SyntaxError);
});
