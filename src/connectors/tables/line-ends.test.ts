import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {expect, it} from "vitest";
import {testFolder} from "../../../test/support/sample-pack.ts";
import {hasMixedLineEnds, mixedLineEnds, writeEqualLineEnds} from "./line-ends.ts";

const mixed = "t,v\n2021,1\r\n2021,2\r\n";

it("table-mixed-line-ends makes all rows end by LF, and leaves other carriage returns", () => {
  expect(mixedLineEnds.apply(Buffer.from("a\r\nb\rc\n")).toString()).toBe("a\nb\rc\n");
});

it.each([
  [mixed, true],
  ["t,v\r\n2021,1\r\n", false],
  ["t,v\n2021,1\n", false],
  ["t,v\n", false]
])("hasMixedLineEnds(%j) is %s", async (text, wanted) => {
  const path = join(testFolder(), "t.csv");
  writeFileSync(path, text);
  expect(await hasMixedLineEnds(path)).toBe(wanted);
});

it("writeEqualLineEnds() unpacks, and joins line ends that a piece cuts in two", async () => {
  const folder = testFolder();
  const long = `${"x".repeat((1 << 20) - 1)}\r\nend\r\n`;
  writeFileSync(join(folder, "t.csv.gz"), gzipSync(`a\n${long}`));
  await writeEqualLineEnds(join(folder, "t.csv.gz"), join(folder, "out.csv"));
  expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe(`a\n${long.replaceAll("\r", "")}`);
});
