import {expect, it} from "vitest";
import {csvOf} from "./csv.ts";

it("quotes what needs quotes and runs no formula", () => {
  expect(csvOf([["a,b", 'say "x"', -1, null, "=1+1"]])).toBe('"a,b","say ""x""",-1,,\'=1+1\r\n');
});
