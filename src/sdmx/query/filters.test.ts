import {describe, expect, it} from "vitest";
import {makeTest, parseFilter} from "./filters.ts";

const plain = {isTime: false, isNumeric: false};

function passes(text: string, values: readonly (string | number | null)[], of: Parameters<typeof makeTest>[1] = plain) {
  const test = makeTest(parseFilter("X", text), of);
  return values.filter((value) => test(value));
}

describe("parseFilter() and makeTest()", () => {
  const letters = ["A", "B", "C", null];

  it.each([
    ["A", ["A"]],
    ["A,B", ["A", "B"]],
    ["ge:B", ["B", "C"]],
    ["ge:A+le:B", ["A", "B"]],
    ["A,B+C", ["A"]],
    ["ge:A+le:A,ge:C+le:D", ["A", "C"]],
    ["ne:A,B", ["B", "C", null]],
    ["ne:A+B", ["B"]],
    ["ne:A,ne:B", ["A", "B", "C", null]],
    ["ne:A+ne:B", ["C", null]],
    ["gt:A", ["B", "C"]],
    ["lt:B", ["A"]]
  ])("c[X]=%s", (text, wanted) => {
    expect(passes(text, letters)).toEqual(wanted);
  });

  it("compares texts by their parts", () => {
    const texts = ["RU-MOW", "BY-HM", "RU", null];
    expect(passes("sw:RU", texts)).toEqual(["RU-MOW", "RU"]);
    expect(passes("ew:HM", texts)).toEqual(["BY-HM"]);
    expect(passes("co:-", texts)).toEqual(["RU-MOW", "BY-HM"]);
    expect(passes("nc:RU", texts)).toEqual(["BY-HM", null]);
  });

  it("compares numbers as numbers, and refuses texts for them", () => {
    const numeric = {isTime: false, isNumeric: true};
    expect(passes("ge:10", [9, 10, 1e3, null], numeric)).toEqual([10, 1000]);
    expect(passes("1e1", [9, 10], numeric)).toEqual([10]);
    expect(() => passes("ge:ten", [], numeric)).toThrow(/compares a number with "ten"/);
  });

  it("compares periods by what they span", () => {
    const time = {isTime: true, isNumeric: false};
    const periods = ["2019", "2020", "2020-Q1", "2020-12", "2021"];
    expect(passes("ge:2020-01+le:2020-12", periods, time)).toEqual(["2020", "2020-Q1", "2020-12"]);
    expect(passes("ge:2020-02", periods, time)).toEqual(["2020-12", "2021"]);
    expect(passes("lt:2020", periods, time)).toEqual(["2019"]);
    expect(passes("2020", periods, time)).toEqual(["2020"]);
    expect(() => passes("sw:2020", periods, time)).toThrow(/operator "sw"/);
    expect(() => passes("soon", periods, time)).toThrow(/Time period "soon"/);
  });

  it.each(["", "A,,B", "ge:", "A+"])("refuses the empty value in %j", (text) => {
    expect(() => parseFilter("X", text)).toThrow(/empty value/);
  });

  it("refuses an operator that is none", () => {
    expect(() => parseFilter("X", "zz:A")).toThrow(/operator "zz", wanted one of eq, ne/);
  });
});
