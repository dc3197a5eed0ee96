import {describe, expect, it} from "vitest";
import {z} from "zod";
import {ConcordError} from "../base/errors.ts";
import {parseYaml} from "./parse-yaml.ts";

const sizes = z.union([z.strictObject({exact: z.number()}), z.strictObject({low: z.number(), high: z.number()})], {
  error: "{exact: …} or {low: …, high: …}"
});
const schema = z.strictObject({
  name: z.string(),
  kinds: z.array(z.enum(["one", "two"])).exactOptional(),
  size: sizes.exactOptional()
});
const origin = {file: "a.yaml", what: "Sample"};

function failure(text: string): ConcordError {
  try {
    parseYaml(text, schema, origin);
  } catch (error) {
    expect(error).toBeInstanceOf(ConcordError);
    return error as ConcordError;
  }
  throw new Error("nothing was refused");
}

describe("parseYaml()", () => {
  it("reads YAML, and JSON too", () => {
    expect(parseYaml("name: a\nkinds: [one]\n", schema, origin)).toEqual({name: "a", kinds: ["one"]});
    expect(parseYaml('{"name": "a", "size": {"exact": 1}}', schema, origin)).toEqual({name: "a", size: {exact: 1}});
  });

  it.each([
    ["a wrong word", "name: a\nkinds:\n  - one\n  - three\n", '4:5: kinds.1: found "three", wanted "one" or "two"'],
    ["a missing field, at what should hold it", "kinds: []\n", "1:1: name: found nothing, wanted text"],
    ["an unknown field, at its name", "name: a\ncolour: red\n", '2:1: colour: found "colour", wanted no such member'],
    [
      "an unknown field of a member in JSON",
      '{"name": "a",\n "size": {"exact": 1, "colour": 2}}',
      '2:23: size.colour: found "colour", wanted no such member'
    ],
    ["what fits no branch", "name: a\nsize: big\n", '2:7: size: found "big", wanted {exact: …} or {low: …, high: …}'],
    ["what almost fits a branch", "name: a\nsize: {low: 1, high: x}\n", '2:22: size.high: found "x", wanted a number'],
    ["a document that is a list", "- a\n", '1:1: found ["a"], wanted an object'],
    ["no document", "", "1:1: found null, wanted an object"]
  ])("places %s", (_, text, message) => {
    expect(failure(text).message).toBe(`Sample a.yaml:${message}`);
  });

  it("puts the first violation into the message and the others into the hint, in the order of the file", () => {
    const {message, details} = failure("colour: red\nkinds: [three]\nsize: {exact: x}\nname: 1\n");
    expect(message).toBe('Sample a.yaml:1:1: colour: found "colour", wanted no such member (and 3 more)');
    const hint = String(details.hint).split("\n");
    expect(hint.map((line) => /a\.yaml:(\d)/.exec(line)?.[1])).toEqual(["2", "3", "4"]);
    expect(details.violations).toHaveLength(4);
  });

  it("says where a text is no YAML", () => {
    expect(failure("name: a\nkinds: [one\n").message).toMatch(/^Sample a\.yaml:\d+:\d+: found .*, wanted YAML or JSON/);
  });

  it.each([
    ["no anchor", "name: *nowhere\n"],
    [
      "anchors that unfold a thousandfold",
      `a: &a [x]\n${[..."bcdefgh"].map((key, i) => `${key}: &${key} [${`*${"abcdefgh"[i]}, `.repeat(9)}]`).join("\n")}\n`
    ]
  ])("refuses an alias of %s", (_, text) => {
    expect(failure(text).message).toMatch(/^Sample a\.yaml:1:\d+: found .*alias.*, wanted YAML or JSON$/i);
  });

  it("takes a schema by what the text holds", () => {
    const other = z.strictObject({other: z.number()});
    const choose = (value: unknown): z.ZodType<{name: string} | {other: number}> =>
      typeof value === "object" && value !== null && "other" in value ? other : schema;
    expect(parseYaml("other: 1", choose, origin)).toEqual({other: 1});
    expect(() => parseYaml("other: x", choose, origin)).toThrow('1:8: other: found "x", wanted a number');
  });

  it("adds what a schema cannot say, once the schema is followed", () => {
    const problems = ({name}: {name: string}) => (name === "a" ? [{path: ["name"], wanted: "another name"}] : []);
    expect(() => parseYaml("name: a", schema, origin, problems)).toThrow('a.yaml:1:7: name: found "a", wanted another');
    expect(parseYaml("name: b", schema, origin, problems)).toEqual({name: "b"});
  });
});
