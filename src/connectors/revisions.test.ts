import {expect, it} from "vitest";
import {sampleFigure} from "../../test/support/sample-pack.ts";
import type {Source} from "../base/source.ts";
import {revisionsOf} from "./revisions.ts";

const source = (id: string, publisher: string): Source => ({
  id,
  publisher,
  url: "https://x.org",
  language: "en",
  retrieved: "2024",
  tier: 2
});
const sources = [source("a", "A"), source("b", "B")];

const figures = [
  sampleFigure("one", {value: 200, known: "2021-01", sources: ["a"]}),
  sampleFigure("two", {value: 190, known: "2021-06", sources: ["a"]}),
  sampleFigure("three", {value: 190, known: "2021-09", sources: ["a"]}),
  sampleFigure("other", {value: 300, known: "2021-07", sources: ["b"]}),
  sampleFigure("closed", {value: null, status: "closed", known: "2022-01", sources: ["a"]})
];

it("revisionsOf() lays statements of one publisher one after another", () => {
  const {revisions, added} = revisionsOf({figures, sources});
  expect(revisions.map(({old, new: next, change, percent}) => [old.id, next.id, change, percent])).toEqual([
    ["one", "two", -10, -5],
    ["three", "closed", null, null]
  ]);
  expect(added).toBeNull();
});

it("revisionsOf() since a day leaves out what was known by then, and counts what is new", () => {
  const {revisions, added} = revisionsOf({figures, sources}, "2021-06");
  expect(revisions.map(({new: next}) => next.id)).toEqual(["closed"]);
  expect(added).toBe(1);
});
