import fc from "fast-check";
import {expect, test} from "vitest";
import {jsonPositions} from "./json-positions.ts";

test("jsonPositions() finds values, names and, where a member is absent, the value around it", () => {
  const source = ' {"a": [1, {"b\\n": "x"}], "c":null}';
  const positions = jsonPositions(source);
  expect(positions.problems).toEqual([]);
  expect(source.slice(positions.at(["a", 1, "b\n"]))).toMatch(/^"x"/);
  expect(source.slice(positions.nameAt(["c"]))).toMatch(/^"c":null/);
  expect(source.slice(positions.at(["a", 1, "missing", "deeper"]))).toMatch(/^{"b/);
});

test.each([
  ['{"a":1,}', 7, "member name"],
  ['{"a" 1}', 5, '":"'],
  ["[1 2]", 3, '"," or "]"'],
  ['{"a":tru}', 5, "JSON value"],
  ['["a\\x"]', 1, "escapes"],
  ['["a', 3, "closing quotation"],
  ["", 0, "JSON value"],
  ["{} x", 3, "the end"],
  ["[01]", 2, '"," or "]"'],
  ["[".repeat(200), 101, "nesting"]
])("jsonPositions() says where %j breaks", (source, offset, wanted) => {
  const [problem] = jsonPositions(source).problems;
  expect(problem?.offset).toBe(offset);
  expect(problem?.wanted).toContain(wanted);
});

test("jsonPositions() notes a member named twice", () => {
  expect(jsonPositions('{"a":1,"b":{"a":2,"a":3}}').problems).toMatchObject([{offset: 18, found: 'member "a" again'}]);
});

test("jsonPositions() accepts what JSON.parse accepts and nothing else", () => {
  const agrees = (source: string) => {
    const isAccepted = jsonPositions(source).problems.every(({wanted}) => wanted === "each member once");
    let isJson = true;
    try {
      JSON.parse(source);
    } catch {
      isJson = false;
    }
    expect(isAccepted).toBe(isJson);
  };
  fc.assert(fc.property(fc.json(), agrees));
  fc.assert(fc.property(fc.string({unit: fc.constantFrom(...'{}[],:"\\u0a1-.e \ntrue')}), agrees), {numRuns: 1000});
});
