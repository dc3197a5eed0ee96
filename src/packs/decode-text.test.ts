import {expect, test} from "vitest";
import {decodeText} from "./decode-text.ts";

test("decodeText() drops a byte order mark and keeps CRLF", () => {
  expect(decodeText(Buffer.from("\uFEFFa\r\nж"), "f")).toEqual({text: "a\r\nж", violations: []});
});

test("decodeText() places the first invalid byte of every line in UTF-16 units", () => {
  const bytes = Buffer.concat([
    Buffer.from("good\nжж𝕏"),
    Buffer.from([0xff, 0xd0]),
    Buffer.from("\nfine\n"),
    Buffer.from([0xd0]) // cut inside a letter
  ]);
  const {text, violations} = decodeText(bytes, "f.csv");
  expect(text).toContain("\uFFFD");
  expect(violations).toEqual([
    {file: "f.csv", line: 2, column: 5, found: "byte 0xff", wanted: "UTF-8"},
    {file: "f.csv", line: 4, column: 1, found: "byte 0xd0", wanted: "UTF-8"}
  ]);
});

test("decodeText() finds text in another encoding", () => {
  const windows1251 = Buffer.from([0x61, 0x2c, 0xd2, 0xe5, 0xea, 0xf1, 0xf2, 0x0a]); // "a,Текст"
  expect(decodeText(windows1251, "f").violations).toMatchObject([{line: 1, column: 3, found: "byte 0xd2"}]);
});
