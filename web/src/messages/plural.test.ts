import {expect, it} from "vitest";
import {en} from "./en.ts";
import {ru} from "./ru.ts";

it("counts in Russian by its three forms", () => {
  const words = [1, 2, 5, 11, 21, 22, 25, 111].map((n) => ru.items(n).replace("\u00a0", " "));
  expect(words).toEqual([
    "1 запись",
    "2 записи",
    "5 записей",
    "11 записей",
    "21 запись",
    "22 записи",
    "25 записей",
    "111 записей"
  ]);
});

it("counts in English by its two", () => {
  expect([1, 2].map(en.items)).toEqual(["1\u00a0item", "2\u00a0items"]);
});

it("has the same messages in both languages, none of them empty", () => {
  const shape = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;
  expect(shape(ru)).toEqual(shape(en));
  const texts = (value: unknown): string[] =>
    typeof value === "string" ? [value] : typeof value === "object" ? Object.values(value!).flatMap(texts) : [];
  expect([...texts(en), ...texts(ru)].filter((text) => text.trim() === "")).toEqual([]);
});
