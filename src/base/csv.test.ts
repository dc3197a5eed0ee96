import fc from "fast-check";
import {expect, test} from "vitest";
import {formatCsvRecord, parseCsv} from "./csv.ts";

const recordsOf = (text: string) => {
  const csv = parseCsv(text);
  return Array.from({length: csv.length}, (_, record) => csv.cells(record));
};

test("parseCsv() reads quoted cells, doubled marks and both line ends", () => {
  expect(recordsOf('a,"b,""c""\r\nd",\r\n,e\n')).toEqual([
    ["a", 'b,"c"\r\nd', ""],
    ["", "e"]
  ]);
});

test("parseCsv() reads an empty text, an empty cell at the end and a last line without an end", () => {
  expect(recordsOf("")).toEqual([]);
  expect(recordsOf("a,")).toEqual([["a", ""]]);
  expect(recordsOf("a\n\nb")).toEqual([["a"], [""], ["b"]]);
});

test("parseCsv() places every cell, also after line breaks inside quoted cells", () => {
  const csv = parseCsv('id,note\n1,"two\nlines",x\r\n2,y');
  expect(csv.place(1, 1)).toEqual({line: 2, column: 3});
  expect(csv.place(1, 2)).toEqual({line: 3, column: 8});
  expect(csv.place(2, 0)).toEqual({line: 4, column: 1});
});

test.each([
  ['a,b"c', 1, 4, "quotation mark in a cell"],
  ['a\n"b"c,d', 2, 4, "after the closing"],
  ['a\nb,"c\nd', 2, 3, "never closed"],
  ["a\rb", 1, 2, "carriage return"]
])("parseCsv() notes the breach in %j at %i:%i and goes on", (text, line, column, found) => {
  const {problems} = parseCsv(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]!.place).toEqual({line, column});
  expect(problems[0]!.found).toContain(found);
});

test("parseCsv() reads back what formatCsvRecord() writes", () => {
  const cell = fc.oneof(fc.string(), fc.string({unit: fc.constantFrom('"', ",", "\n", "\r", " ", "a", "ж")}));
  const records = fc.array(fc.array(cell, {minLength: 2}), {minLength: 1});
  fc.assert(
    fc.property(records, fc.constantFrom("\n", "\r\n"), (wanted, end) => {
      const text = wanted.map((cells) => formatCsvRecord(cells) + end).join("");
      expect(recordsOf(text)).toEqual(wanted);
      expect(parseCsv(text).problems).toEqual([]);
    })
  );
});

test("parseCsv() never throws and keeps cells in order, whatever the text", () => {
  const text = fc.string({unit: fc.constantFrom('"', ",", "\n", "\r", "a")});
  fc.assert(
    fc.property(text, (source) => {
      const csv = parseCsv(source);
      let last = {line: 1, column: 0};
      for (let record = 0; record < csv.length; record++)
        csv.cells(record).forEach((_, cell) => {
          const place = csv.place(record, cell);
          expect(place.line > last.line || (place.line === last.line && place.column > last.column)).toBe(true);
          last = place;
        });
    })
  );
});
