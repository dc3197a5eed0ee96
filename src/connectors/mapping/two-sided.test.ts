import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openTable} from "../../store/table.ts";
import {parseMapping} from "./mapping.ts";
import type {CodeBook} from "./table-slots.ts";
import {mappedColumns, readTwoSided} from "./two-sided.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-table-"));
const book: CodeBook = {find: (text) => (/^[A-Z]{3}$/.test(text) ? text : undefined)};
const map = `
reporter: {column: who}
partner: {column: with}
flow: {column: flow}
period: {column: when}
value: {column: usd}
`;

async function read(csv: string, mapping = map, asOf = "2024-12-31") {
  const path = join(folder, `t${Math.random()}.csv`);
  writeFileSync(path, csv);
  const parsed = parseMapping(mapping, "map.yaml");
  const table = await openTable(path, {columns: mappedColumns(parsed)});
  try {
    return await readTwoSided(table, parsed, {economy: "AAA", partner: "BBB", asOf}, book);
  } finally {
    table.close();
  }
}

describe("readTwoSided()", () => {
  it("reads each row as a figure in its reporter's books", async () => {
    const {figures, notices} = await read("who,with,flow,when,usd\nAAA,BBB,X,2014,12.5\nBBB,AAA,Import,201406,7\n");
    expect(figures.map(({id, basis, period, value}) => [id, basis.indicator, basis.reporter, period, value])).toEqual([
      ["row-2", "exports", "AAA", "2014", 12.5],
      ["row-3", "imports", "BBB", "2014-06", 7]
    ]);
    expect(notices).toEqual([]);
  });

  it("tells missing, closed and zero apart", async () => {
    const mapping = map.replace("usd}", "usd, missing: [na], closed: [c], scale: 1000}");
    const {figures} = await read(
      "who,with,flow,when,usd\nAAA,BBB,X,2012,\nAAA,BBB,X,2013,c\nAAA,BBB,X,2014,0\nAAA,BBB,X,2015,2\nAAA,BBB,X,2016,na\n",
      mapping
    );
    expect(figures.map(({status, value}) => [status, value])).toEqual([
      ["missing", null],
      ["closed", null],
      ["reported", 0],
      ["reported", 2000],
      ["missing", null]
    ]);
  });

  it("reads decimal commas and semicolons", async () => {
    const mapping = map.replace("usd}", 'usd, decimal: ","}');
    const {figures} = await read("who;with;flow;when;usd\nAAA;BBB;X;2014;12,5\n", mapping);
    expect(figures[0]!.value).toBe(12.5);
  });

  it.each([
    ["a number", "AAA,BBB,X,2014,12;5", 'usd: found "12;5", wanted a number'],
    ["a negative number", "AAA,BBB,X,2014,-4", 'usd: found "-4", wanted a number'],
    ["a number with thousands separators", 'AAA,BBB,X,2014,"1,200"', 'usd: found "1,200", wanted a number'],
    ["a period", "AAA,BBB,X,14/15,3", 'when: found "14/15", wanted a period']
  ])("names line and column of what is not %s", async (_, row, message) => {
    await expect(read(`who,with,flow,when,usd\nAAA,BBB,X,2013,1\n${row}\n`)).rejects.toThrow(`.csv:3: ${message}`);
  });

  it("counts all bad cells, of other economies too", async () => {
    await expect(read("who,with,flow,when,usd\nCCC,DDD,X,2013,x\nAAA,BBB,X,y,1\n")).rejects.toThrow("(and 1 more)");
  });

  it("names a row with too many cells and a column that is not there", async () => {
    await expect(read("who,with,flow,when,usd\nAAA,BBB,X,2014,1,2\n")).rejects.toThrow("more than 5 cells, wanted 5");
    await expect(read("who,with,flow,year,usd\nAAA,BBB,X,2014,1\n")).rejects.toThrow('wanted also "when"');
  });

  it("counts codes and flows that mean nothing known", async () => {
    const {notices} = await read("who,with,flow,when,usd\nAAA,0,X,2014,1\nAAA,0,X,2015,1\nAAA,BBB,Z,2014,1\n");
    expect(notices.map(({code, count, examples}) => [code, count, examples])).toEqual([
      ["unknown-economies", 2, ['"0" (2)']],
      ["unknown-flows", 1, ['"Z" (1)']],
      ["no-rows", 0, []]
    ]);
  });

  it("keeps repeated rows that differ, and says so", async () => {
    const {figures, notices} = await read(
      "who,with,flow,when,usd\nAAA,BBB,X,2014,1\nAAA,BBB,X,2014,1\nAAA,BBB,X,2014,2\n"
    );
    expect(figures.map(({value}) => value)).toEqual([1, 2]);
    expect(notices[0]).toMatchObject({code: "repeated-keys", count: 3, examples: ["lines 2, 3, 4"]});
  });

  it("leaves aside rows that were not public on the day of the question", async () => {
    const mapping = `${map}known: {column: since}\n`;
    const csv = "who,with,flow,when,usd,since\nAAA,BBB,X,2014,1,2015-03\nAAA,BBB,X,2014,2,2016-03\n";
    const {figures, notices} = await read(csv, mapping, "2015-12-31");
    expect(figures.map(({value}) => value)).toEqual([1]);
    expect(notices[0]).toMatchObject({code: "not-yet-known", count: 1});
  });

  it("says which products there are when the asked one is not", async () => {
    const {notices} = await read(
      "who,with,flow,when,usd,hs\nAAA,BBB,X,2014,1,9\n",
      `${map}product: {column: hs, scheme: HS, digits: 2}\n`
    );
    expect(notices.find(({code}) => code === "no-such-product")).toMatchObject({examples: ["HS:09"]});
  });
});

describe("parseMapping()", () => {
  it.each([
    ["an unknown field", `${map}prodct: {column: x}\n`, 'map.yaml:7:1: prodct: found "prodct", wanted no such member'],
    [
      "nothing where a slot is wanted",
      "reporter: {column: a}\n",
      "map.yaml:1:1: partner: found nothing, wanted {column: …} or {constant: …}"
    ],
    [
      "a slot that is a word",
      map.replace("{column: who}", "who"),
      'map.yaml:2:11: reporter: found "who", wanted {column:'
    ],
    [
      "a wrong word",
      map.replace("flow: {column: flow}", "flow: {column: f, values: {E: export}}"),
      'map.yaml:4:31: flow.values.E: found "export", wanted "exports", "imports"'
    ],
    ["what is no YAML", "reporter: {column: a\n", "map.yaml:"]
  ])("names line and column of %s", (_, text, message) => {
    expect(() => parseMapping(text, "map.yaml")).toThrow(message);
  });
});
