import {describe, expect, it} from "vitest";
import {parseVersion21, parseVersion30} from "./versions.ts";

const versions = ["1.0.0", "1.2.0", "1.2.3", "1.10.0", "2.0.0", "2.1.0-draft"];

describe("parseVersion30()", () => {
  it.each([
    ["*", versions],
    ["+", ["2.0.0"]],
    ["~", ["2.1.0-draft"]],
    ["1.2.3", ["1.2.3"]],
    ["1.2.4", []],
    ["2.1.0-draft", ["2.1.0-draft"]],
    ["1.2+.0", ["1.10.0"]],
    ["1.2.0+", ["1.2.3"]],
    ["1+.0.0", ["2.0.0"]],
    ["1~.0.0", ["2.1.0-draft"]],
    ["1.*", ["1.0.0", "1.2.0", "1.2.3", "1.10.0"]],
    ["2+.0", ["2.0.0"]],
    ["3+.0.0", []],
    ["1.0.0,2.0.0", ["1.0.0", "2.0.0"]],
    ["2.0", ["2.0.0"]]
  ])("reads %s", (text, wanted) => {
    expect(parseVersion30(text)(versions)).toEqual(wanted);
  });

  it.each(["1.2+.0+", "a.b", "1..2", "1.2.3.4", "+1", "1.2+.0-draft"])("refuses %s", (text) => {
    expect(() => parseVersion30(text)).toThrow(/is not a semantic version/);
  });
});

describe("parseVersion21()", () => {
  it("reads all, latest and numbers, whatever zeros they end with", () => {
    expect(parseVersion21("all")(versions)).toEqual(versions);
    expect(parseVersion21("latest")(["1.9", "1.10", "1.0"])).toEqual(["1.10"]);
    expect(parseVersion21("1.0")(["1.0.0", "1.1"])).toEqual(["1.0.0"]);
    expect(() => parseVersion21("1.x")).toThrow(/is not "all", "latest" or numbers/);
  });
});
