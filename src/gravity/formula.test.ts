import {expect, it} from "vitest";
import {expressionSql, expressionText} from "./expression.ts";
import {parseFormula} from "./formula.ts";

it("parseFormula() reads terms, effects and offsets", () => {
  const {response, terms, effects, offsets, hasConstant} = parseFormula(
    "trade ~ rta + log(dist):rta + i(year, border, ref = 2006) + offset(log(gdp)) | exporter^year + pair[x] + z[[x, y]]"
  );
  expect(expressionText(response)).toBe("trade");
  expect(terms.map(({name}) => name)).toEqual(["rta", "log(dist):rta", "i(year, border)"]);
  expect(effects.map(({name, hasLevels}) => [name, hasLevels])).toEqual([
    ["exporter^year", true],
    ["pair[x]", true],
    ["z[[x, y]]", false]
  ]);
  expect(offsets).toHaveLength(1);
  expect(hasConstant).toBe(false);
});

it("parseFormula() has a constant unless effects or the formula take it", () => {
  expect(parseFormula("y ~ x").hasConstant).toBe(true);
  expect(parseFormula("y ~ x - 1").hasConstant).toBe(false);
  expect(parseFormula("y ~ 0 + x").hasConstant).toBe(false);
  expect(parseFormula("y ~ x | 0").hasConstant).toBe(true);
  expect(parseFormula("y ~ x | f[[z]]").hasConstant).toBe(true);
  expect(parseFormula("y ~ | f")).toMatchObject({terms: [], hasConstant: false});
});

it("parseFormula() expands a*b, and takes a term once", () => {
  expect(parseFormula("y ~ a*b + a").terms.map(({name}) => name)).toEqual(["a", "b", "a:b"]);
});

it.each([
  ["y ~ x | f | g", "character 11: found a second |"],
  ["y x", 'character 3: found "x", wanted ~'],
  ["y ~ x +", "character 8: found the end"],
  ["y ~ sin(x)", 'character 5: found function "sin"'],
  ["y ~ a ? b", 'character 7: found "?"'],
  ["y ~ i(f", "found the end, wanted )"]
])("parseFormula() shows the place of a mistake in %s", (text, message) => {
  expect(() => parseFormula(text)).toThrow(message);
});

it("expressionSql() has no value where a logarithm, root or quotient has none", () => {
  const {response} = parseFormula("log(a / b) ~ 1");
  expect(expressionSql(response)).toContain("nullif");
  expect(expressionSql(response)).toMatch(/case when .* > 0 then ln/);
});

it("expressionSql() binds operators as R does", () => {
  const text = (formula: string) =>
    expressionText(
      parseFormula(`y ~ I(${formula})`).terms[0]!.kind === "expression"
        ? (parseFormula(`y ~ I(${formula})`).terms[0] as {of: Parameters<typeof expressionText>[0]}).of
        : {kind: "number", value: 0}
    );
  expect(text("a + b * c^2")).toBe("a + (b * (c^2))");
  expect(text("a == b & c > 1")).toBe("(a == b) & (c > 1)");
  expect(text("-a^2")).toBe("-(a^2)");
});
