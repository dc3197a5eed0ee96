import {describe, expect, it} from "vitest";
import {sampleFigure} from "../../../test/support/sample-pack.ts";
import type {Source} from "../../base/source.ts";
import {type Cited, cite} from "./cite.ts";

const source: Source = {
  id: "s1",
  url: "https://example.org/a_b?c=1&d=%7B",
  title: "Trade & {more}: 100 %_",
  publisher: "Office #1",
  language: "ru",
  published: "2023-03",
  retrieved: "2024-05-01",
  tier: 2
};
const cited: Cited = {
  figure: sampleFigure("t-2020"),
  words: {what: "turnover", title: "turnover, 2020", basis: "goods", value: "29.5", period: "2020", known: "2021"},
  sources: [source],
  pack: {
    name: "p",
    title: "Pack",
    version: "1.2.0",
    licence: "CC0-1.0",
    profile: {economies: ["A"], titles: {ru: "Пакет"}}
  },
  asOf: "2024-02-23"
};

describe("cite()", () => {
  it("writes the data set and then its sources in the style of the APA", () => {
    expect(cite(cited, "en").apa.split("\n")).toEqual([
      "Concord. (2024). Turnover, 2020 [goods; figure t-2020; as known on 23 February 2024]. Data set: Pack (Version 1.2.0; CC0-1.0).",
      "Office #1. (2023, March). Trade & {more}: 100 %_. Retrieved 1 May 2024, from https://example.org/a_b?c=1&d=%7B"
    ]);
  });

  it("uses the words and titles of the language", () => {
    expect(cite(cited, "ru").apa).toContain("Набор данных: Пакет (Версия 1.2.0; CC0-1.0).");
  });

  it("escapes what TeX would read, and leaves addresses whole", () => {
    const {bibtex} = cite(cited, "en");
    expect(bibtex).toContain("title = {Trade \\& \\{more\\}: 100 \\%\\_}");
    expect(bibtex).toContain("author = {{Office \\#1}}");
    expect(bibtex).toContain("url = {https://example.org/a_b?c=1&d=%7B}");
    expect(bibtex.match(/^@misc\{/gm)).toHaveLength(2);
  });

  it("says n.d. of a source without a date", () => {
    const {published, ...undated} = source;
    expect(cite({...cited, sources: [undated]}, "en").apa).toContain("Office #1. (n.d.).");
  });
});
