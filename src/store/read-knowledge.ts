import type {Figure} from "../base/figure.ts";
import type {Knowledge, PackProfile} from "../base/pack.ts";
import {isoDay, latestDay} from "../base/period.ts";
import type {Assertion, Entity, Item, Link, Register} from "../base/register.ts";
import type {Source} from "../base/source.ts";
import type {Engine} from "./engine.ts";
import {type Column, figureColumns, fromCells, sourceColumns} from "./figure-columns.ts";
import {type RowOf, runQuery} from "./queries.ts";

/** What to read of a store. */
export interface KnowledgeOptions {
  /** Day whose knowledge is wanted, of any precision, evaluated as its latest day. */
  readonly asOf: string;
  /** Indicators of the figures; defaults to all. */
  readonly indicators?: readonly string[];
  /** Only figures whose economy and partner, where they have one, are among these; defaults to all. */
  readonly economies?: readonly string[];
}

/**
 * Reads what was public by a day: figures by `known`, assertions by the day they were said, else were valid. Figures
 * that later ones revise stay beside them. Entities, items and sources have no day and are always all there.
 */
export async function readKnowledge(
  engine: Engine,
  {asOf, indicators, economies}: KnowledgeOptions
): Promise<Knowledge> {
  const known_day = latestDay(asOf);
  const params = {known_day, indicators: indicators ?? null, economies: economies ?? null};
  const [profiles, figures, sources, register] = await Promise.all([
    runQuery(engine, "packs", {}),
    runQuery(engine, "known_figures", params),
    runQuery(engine, "sources", {}),
    readRegister(engine, known_day)
  ]);
  return {
    asOf: isoDay(known_day),
    profile: mergeProfiles(profiles.map(({profile}) => JSON.parse(profile) as PackProfile)),
    figures: figures.map(toFigure),
    sources: sources.map(toSource),
    register
  };
}

async function readRegister(engine: Engine, known_day: number): Promise<Register> {
  const [entities, items, assertions, links] = await Promise.all([
    runQuery(engine, "entities", {}),
    runQuery(engine, "items", {}),
    runQuery(engine, "known_assertions", {known_day}),
    runQuery(engine, "known_links", {known_day})
  ]);
  return {
    entities: records<Entity>(entities),
    items: records<Item>(items),
    assertions: records<Assertion>(assertions),
    links: links.map(
      ({source_end, target_end, relation}) => ({from: source_end, to: target_end, rel: relation}) as Link
    )
  };
}

function records<Record>(rows: readonly {record: string}[]): Record[] {
  return rows.map(({record}) => JSON.parse(record) as Record);
}

/** The figure of a row. Rows were validated before the load, so they are put together without a second look. */
export function toFigure(row: RowOf<"known_figures">): Figure {
  const cells = row as unknown as Record<string, string>;
  return fromCells(figureColumns, ({name}: Column) => cells[name] ?? null) as unknown as Figure;
}

function toSource({independent_of, ...row}: RowOf<"sources">): Source {
  const cells = {...row, independentOf: independent_of} as unknown as Record<string, string>;
  return fromCells(sourceColumns, ({name}: Column) => cells[name] ?? null) as unknown as Source;
}

/** One profile for several packs: economies and indicators of all, the first pack's document, the last day recorded. */
export function mergeProfiles(profiles: readonly PackProfile[]): PackProfile {
  const first = profiles.find(({document}) => document !== undefined)?.document;
  const indicators = new Map(profiles.flatMap((profile) => profile.indicators ?? []).map((one) => [one.id, one]));
  const recorded = profiles.flatMap(({recordedTo}) => recordedTo ?? []);
  const recordedTo = recorded.sort((a, b) => latestDay(b) - latestDay(a))[0];
  return {
    economies: [...new Set(profiles.flatMap(({economies}) => economies))],
    ...(profiles.length === 1 && profiles[0]!.titles && {titles: profiles[0]!.titles}), // several packs have no title together
    ...(first !== undefined && {document: first}),
    ...(profiles.some((profile) => profile.indicators) && {indicators: [...indicators.values()]}),
    ...(recordedTo !== undefined && {recordedTo})
  };
}
