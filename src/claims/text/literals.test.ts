import {expect, test} from "vitest";
import {readLiteral} from "./literals.ts";

const thin = "\u2009";
const noBreak = "\u00a0";
const narrow = "\u202f";

function read(text: string, cyrillic = false) {
  return readLiteral(text, 0, text.length, cyrillic);
}

test.each([
  ["40", 40, 1],
  ["33.3", 33.3, 0.1],
  ["33,3", 33.3, 0.1],
  ["0.125", 0.125, 0.001],
  ["0,125", 0.125, 0.001],
  ["1,234", 1234, 1],
  ["1.234", 1.234, 0.001],
  ["1,234,567", 1234567, 1],
  ["1,234,567.89", 1234567.89, 0.01],
  ["1.234.567", 1234567, 1],
  ["1.234.567,89", 1234567.89, 0.01],
  ["1'234'567", 1234567, 1],
  ["1’234.5", 1234.5, 0.1],
  ["12 345", 12345, 1],
  ["12 345 678", 12345678, 1],
  [`1${noBreak}234${noBreak}567`, 1234567, 1],
  [`1${thin}234,5`, 1234.5, 0.1],
  [`12${narrow}345.67`, 12345.67, 0.01],
  ["007", 7, 1]
])("readLiteral() reads %j in a Latin text", (text, value, step) => {
  const literal = read(text);
  expect(literal).toMatchObject({end: text.length, value});
  expect(literal.step).toBeCloseTo(step, 12);
  expect(literal.garbled).toBeUndefined();
});

test.each([
  ["1,234", 1.234],
  ["12,500", 12.5],
  ["1 234,5", 1234.5],
  ["123 456", 123456],
  [`1${noBreak}234,56`, 1234.56],
  ["0,5", 0.5]
])("readLiteral() reads %j in a Cyrillic text", (text, value) => {
  expect(read(text, true)).toMatchObject({end: text.length, value});
});

test.each(["1,2,3", "12.34.5", "1,23,456", "1.2,3.4", "12,3456.7.8"])("readLiteral() finds no number in %j", (text) => {
  const {garbled, value, end} = read(text);
  expect([garbled, value, end]).toEqual([true, Number.NaN, text.length]);
});

test.each([
  ["2019 100", 4], // a year and a number
  ["28 1000", 2],
  ["12 34", 2],
  ["5. Exports", 1],
  ["5, and", 1],
  ["3.", 1],
  ["12 ", 2],
  ["100 200 projects", 3]
])("readLiteral() ends %j after %i characters", (text, end) => {
  expect(read(text).end).toBe(end);
});

test("readLiteral() does not look beyond its end", () => {
  expect(readLiteral("1,234,567", 0, 5, false)).toMatchObject({end: 5, value: 1234});
});
