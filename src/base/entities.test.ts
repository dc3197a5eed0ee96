import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {needsCapital, notInText} from "./data/ambiguous.ts";
import {blocRows} from "./data/blocs.ts";
import {cells, formerCodes, knownEntities, regionName} from "./entities.ts";
import {makeGazetteer} from "./gazetteer.ts";
import {phraseWords} from "./mentions.ts";
import {latestDay} from "./period.ts";
import {entitySchema} from "./register.ts";
import {fold} from "./stems.ts";

const all = [...knownEntities().values()];
const economies = all.filter(({entity, years}) => entity.kind === "economy" && !years);

test("knownEntities() holds valid entities with distinct ids and codes", () => {
  for (const {entity} of all) expect(entitySchema.safeParse(entity).error).toBeUndefined();
  const codes = all.flatMap(({entity: {id, iso, m49}}) => [...new Set([id, iso, m49].map((code) => fold(code ?? id)))]);
  expect(new Set(codes).size).toBe(codes.length);
});

test("knownEntities() has all 249 economies of ISO 3166-1 and one user-assigned code", () => {
  expect(economies).toHaveLength(250);
  expect(economies.filter(({entity}) => entity.m49 === undefined).map(({entity}) => entity.id)).toEqual(["XKX"]);
  expect(economies.every(({entity}) => /^[A-Z]{3}$/.test(entity.id) && /^[A-Z]{2}$/.test(entity.iso!))).toBe(true);
});

test("knownEntities() names every economy in English and Russian", () => {
  const unnamed = all.filter(({entity}) => !entity.names.en || !entity.names.ru);
  expect(unnamed.map(({entity}) => entity.id)).toEqual([]);
});

test("knownEntities() has demonyms for at least 150 economies in each language", () => {
  for (const language of ["en", "ru"])
    expect(economies.filter(({entity}) => entity.demonyms?.[language]).length).toBeGreaterThanOrEqual(150);
});

test("knownEntities() dates the economies that ended", () => {
  expect(knownEntities().get("CSK")?.years).toEqual({to: 1992});
  expect(knownEntities().get("DDR")?.years).toEqual({from: 1949, to: 1990});
});

test("knownEntities() has only memberships and books of entities it knows", () => {
  const known = knownEntities();
  const named = [
    ...all.flatMap(({entity}) => entity.speaksFor ?? []),
    ...formerCodes().map(([, id]) => id),
    ...blocRows.flatMap(({members}) => members.match(/[A-Z]{3}|african-union|eu\b/g) ?? [])
  ];
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test("knownEntities() orders the days of every membership", () => {
  const spans = all.flatMap(({entity}) => entity.memberOf ?? []);
  const wrong = spans.filter(({from, to}) => from !== undefined && to !== undefined && latestDay(from) > latestDay(to));
  expect(wrong).toEqual([]);
});

test("needsCapital and notInText name nothing that is in no table", () => {
  const texts = all.flatMap(({entity: {names, aliases = {}, demonyms = {}}}) => [
    ...Object.values(names),
    ...Object.values(aliases).flat(),
    ...Object.values(demonyms).flat()
  ]);
  const written = new Set(
    texts.flatMap((text) => {
      const words = fold(text).replaceAll("*", "");
      return [words, `${words}s`, ...phraseWords(words).map((variant) => variant.join(" "))];
    })
  );
  expect([...cells(needsCapital), ...cells(notInText)].filter((word) => !written.has(word))).toEqual([]);
});

test("regionName() is undefined for a code that CLDR does not know", () => {
  expect(regionName("BY", "de")).toBe("Belarus");
  expect(regionName("QX", "en")).toBeUndefined();
});

/** Customs unions that the list files under one member, and that are entities of their own, or none, here. */
const unions = new Set(["58", "711"]);

const reference = join(process.env.CONCORD_SHARED ?? "../shared", "oracles/baci/baci_country_codes_V202201.csv");
const rows = readLines(reference);

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "latin1").trim().split("\n").slice(1);
  } catch {
    return [];
  }
}

describe.skipIf(rows.length === 0)("the code list of a trade data set (skipped where it is absent)", () => {
  test("knownEntities() gives its numbers and names the same economies", () => {
    const gazetteer = makeGazetteer();
    const wrong = rows.flatMap((row) => {
      const cell = row.match(/"([^"]*)"|[^,]+/g)!.map((text) => text.replaceAll('"', ""));
      const [number, short] = [cell[0]!, cell[1]!];
      const alpha3 = cell.at(-1)!;
      if (unions.has(number) || alpha3 === "N/A" || /\ufffd|[^\x20-\x7e]/.test(short)) return [];
      const found = [gazetteer.find(number)?.id, gazetteer.find(short)?.id];
      return found.every((id) => id === alpha3) ? [] : [[row, ...found]];
    });
    expect(wrong).toEqual([]);
  });
});
