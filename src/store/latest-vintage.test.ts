import {expect, test} from "vitest";
import {sampleFigure} from "../../test/support/sample-pack.ts";
import {latestVintage} from "./latest-vintage.ts";

const ids = (figures: Parameters<typeof latestVintage>[0]) => latestVintage(figures).map(({id}) => id);
const basis = {...sampleFigure("x").basis, reporter: "BLR"};

test("latestVintage() keeps the newest of one reporter, whatever the source, and of one source", () => {
  expect(
    ids([
      sampleFigure("feb", {basis, known: "2024-02-23", sources: ["a"]}),
      sampleFigure("dec", {basis, known: "2024-12-06", sources: ["b"]}),
      sampleFigure("unnamed-old", {known: "2024-01", sources: ["a"]}),
      sampleFigure("unnamed-new", {known: "2024", sources: ["a"]}),
      sampleFigure("unnamed-other", {known: "2023", sources: ["b"]})
    ])
  ).toEqual(["dec", "unnamed-new", "unnamed-other"]);
});

test("latestVintage() tells periods and bases of comparison apart, and one period in two spellings not", () => {
  expect(
    ids([
      sampleFigure("a", {period: "2020-01/2020-03", known: "2020"}),
      sampleFigure("b", {period: "2020-Q1", known: "2021"}),
      sampleFigure("c", {period: "2020-Q1", known: "2020", base: "2018-Q1"})
    ])
  ).toEqual(["b", "c"]);
});

test("latestVintage() keeps figures of the same day, unverified ones beside sourced, and each derivation", () => {
  const derived = {status: "derived", evidence: "derived"} as const;
  expect(
    ids([
      sampleFigure("a", {known: "2021-12-31"}),
      sampleFigure("b", {known: "2021", value: 1}),
      sampleFigure("c", {known: "2022", evidence: "unverified"}),
      sampleFigure("d", {known: "2020", formula: "x + y", ...derived}),
      sampleFigure("e", {known: "2022", formula: "x - y", ...derived})
    ])
  ).toEqual(["a", "b", "c", "d", "e"]);
});
