import {expect, test} from "vitest";
import {toCsv} from "./csv.ts";

test("toCsv() quotes by RFC 4180 and ends lines with CR LF", () => {
  expect(
    toCsv(
      ["a", "b"],
      [
        ['say "yes", no', null],
        [1.5, "x\ny"]
      ]
    )
  ).toBe('a,b\r\n"say ""yes"", no",\r\n1.5,"x\ny"\r\n');
});

test("toCsv() disarms texts that a spreadsheet would run, and leaves negative numbers alone", () => {
  expect(toCsv(["a"], [["=HYPERLINK(1)"], ["@x"], [-3], ["-3"]])).toBe("a\r\n'=HYPERLINK(1)\r\n'@x\r\n-3\r\n-3\r\n");
});
