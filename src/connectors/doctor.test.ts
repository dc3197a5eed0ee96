import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {type Answering, loopback, send, surroundings} from "../../test/support/loopback.ts";
import {comtrade} from "./comtrade/declaration.ts";
import {examine} from "./doctor.ts";
import {sources} from "./sources.ts";
import {worldbank} from "./worldbank/declaration.ts";

async function finding(answer: Answering, source = comtrade) {
  const {fetch} = await loopback(answer);
  const [first] = await examine([source], surroundings(fetch));
  return first!;
}

const members = Object.fromEntries(comtrade.probes[0]!.fields.map((name) => [name, null]));

it("examine() says that a source answers as expected", async () => {
  const answer = JSON.stringify({count: 1, data: [members]});
  expect(await finding((_, response) => send(response, answer))).toMatchObject({
    state: "as-expected",
    source: "comtrade"
  });
});

it.each([
  [
    "a member that is gone",
    JSON.stringify({data: [{...members, primaryValue: undefined}]}),
    "changed",
    'no "primaryValue"'
  ],
  ["another shape", "[]", "changed", "nothing at data.0"],
  ["text for JSON", "hello", "changed", 'no JSON, but "hello"']
])("examine() finds %s", async (_, body, state, found) => {
  expect(await finding((__, response) => send(response, body))).toMatchObject({
    state,
    found,
    advice: expect.any(String)
  });
});

it.each([
  [410, "changed", "the address has moved"],
  [401, "silent", "wants a key"],
  [503, "silent", "try again later"]
])("examine() knows what to do about an answer of %i", async (status, state, advice) => {
  const found = await finding((_, response) => send(response, "x", {"content-type": "text/plain"}, status));
  expect(found).toMatchObject({state, advice: expect.stringContaining(advice)});
});

it("examine() looks into the lists of World Bank Indicators", async () => {
  const row = Object.fromEntries(worldbank.probes[0]!.fields.map((name) => [name, ""]));
  const found = await finding((_, response) => send(response, JSON.stringify([{page: 1}, [row]])), worldbank);
  expect(found.state).toBe("as-expected");
});

it("sources declare what a user must know", () => {
  for (const {id, licence, citation, cadence, examples, parameters} of sources) {
    expect(id).toMatch(/^[a-z-]+$/);
    expect([licence.name, licence.url, citation, cadence].every((text) => text.length > 0)).toBe(true);
    for (const example of examples) {
      expect(example.startsWith(`concord pull ${id} `)).toBe(true);
      const options = [...example.matchAll(/--([a-z]+)/g)].map(([, name]) => name);
      expect([...parameters.map(({name}) => name), "into"]).toEqual(expect.arrayContaining(options));
    }
  }
});

it("sources stand in the documentation, each with a section and its examples", () => {
  const page = readFileSync("docs/sources.md", "utf8");
  for (const {id, examples, key} of sources) {
    expect(page).toContain(`\`${id}\``);
    if (key) expect(page).toContain(key.variable);
    if (id !== "concordance") expect(page).toContain(`concord pull ${id} `);
    expect(examples.length).toBeGreaterThan(0);
  }
});
