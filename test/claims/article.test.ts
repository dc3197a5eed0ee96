import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import type {Knowledge} from "../../src/base/pack.ts";
import {latestDay} from "../../src/base/period.ts";
import {checkText} from "../../src/claims/check.ts";
import {checkResultSchema} from "../../src/claims/output.ts";
import {readPack} from "../../src/packs/read-pack.ts";
import {claimWith} from "./invented.ts";

const path = join(process.env.CONCORD_SHARED ?? "../shared", "seed/article.txt");
const isHere = existsSync(path);
const title = `the article that the project began with${isHere ? "" : ` (skipped: "${path}" is not there)`}`;

const pack = await readPack(fileURLToPath(new URL("../../packs/union-state", import.meta.url)));

function knownOn(day: string): Knowledge {
  const {profile, sources, register, figures} = pack;
  return {
    asOf: day,
    profile,
    sources,
    register,
    figures: figures.filter(({known}) => latestDay(known) <= latestDay(day))
  };
}

const today = "2026-06-01";

describe.skipIf(!isHere)(title, () => {
  const article = isHere ? readFileSync(path, "utf8") : "";
  const result = checkText(article, {knowledge: knownOn("2024-02-23"), today: knownOn(today)});
  const claim = (words: string) => claimWith(result, words);
  const [series] = result.series;

  test("checkText() takes the posting date from the text and gives a valid result", () => {
    expect(checkResultSchema.parse(result)).toEqual(result);
    expect(result).toMatchObject({posted: "2024-02-23", asOf: "2024-02-23", document: {language: "en"}});
  });

  test.each([
    ["A1", "have taken decades", "not-checkable", "qualitative"],
    ["A2", "$33.3bn", "unverified", undefined],
    ["A3", "$29.5bn", "supported-on-basis", undefined],
    ["A4", "$40bn", "supported-on-basis", undefined],
    ["A5", "$50bn", "supported-on-basis", undefined],
    ["A7", "historical maximum", "supported-on-basis", undefined],
    ["A8", "$54bn", "supported", undefined],
    ["A10", "has inspired integration", "not-checkable", "causal"],
    ["A11", "borne fruit", "not-checkable", "qualitative"],
    ["A12", "GDP and industry are growing", "unverified", undefined],
    ["A13", "two and a half dozen", "supported-on-basis", undefined],
    ["A14", "of special interest", "not-checkable", "qualitative"],
    ["A15", "to eliminate at all costs", "not-checkable", "commitment"],
    ["A16", "to equalise conditions", "not-checkable", "commitment"],
    ["A17", "to eliminate barriers in the field of public procurement", "not-checkable", "commitment"],
    ["A18", "to remove restrictions on the transit", "not-checkable", "commitment"],
    ["A19", "not yet been fully settled", "supported", undefined],
    ["A20", "certain agreements have been reached", "supported", undefined],
    ["A21", "governments need to implement", "not-checkable", "normative"],
    ["A22", "Breakthrough projects", "not-checkable", "qualitative"],
    ["A23", "three and a half dozen", "not-checkable", "level-unstated"],
    ["A24", "Vitebsk will host", "open", undefined]
  ])("%s, “%s”: %s", (_, words, verdict, reason) => {
    const {verdict: found, reason: why} = claim(words);
    expect([found, why]).toEqual([verdict, reason]);
  });

  test("checkText() finds nothing else in it", () => {
    expect(result.claims).toHaveLength(22);
    expect(result.series).toHaveLength(1);
  });

  test.each([
    ["$33.3bn", ["RUS goods"]],
    ["$29.5bn", ["BLR goods"]],
    ["$40bn", ["BLR goods"]],
    ["$54bn", ["BLR goods + services"]]
  ])("%s holds on %j alone", (words, labels) => {
    const holding = claim(words).bases.filter(({match}) => match === "holds");
    expect(holding.map(({label}) => label)).toEqual(labels);
  });

  test("A5 holds on Belarus's goods and services, not on goods in either side's books", () => {
    const of = (wanted: string) =>
      claim("$50bn")
        .bases.filter(({match, verified}) => match === wanted && verified)
        .map(({label}) => label);
    expect(of("holds")).toContain("BLR goods + services");
    expect(of("does-not-hold")).toEqual(expect.arrayContaining(["BLR goods", "RUS goods"]));
  });

  test("A6: the five levels are one row with two splices, its first step unverified", () => {
    const levels = ["$33.3bn", "$29.5bn", "$40bn", "$50bn", "$54bn"].map((words) => claim(words).id);
    expect(series).toMatchObject({claims: levels, verdict: "mixed-basis", splices: 2, oneBasis: []});
    expect(series!.path.map(({label, verified}) => [label, verified])).toEqual([
      ["RUS goods", false],
      ["BLR goods", true],
      ["BLR goods", true],
      ["BLR goods + services", true],
      ["BLR goods + services", true]
    ]);
  });

  test("A9: the growth that the last two levels imply is supported", () => {
    const step = series!.growth.at(-1)!;
    expect([step.from, step.to]).toEqual([claim("$50bn").id, claim("$54bn").id]);
    expect(step.verdict).toBe("supported");
    expect(step.low).toBeCloseTo(1.6, 1);
    expect(step.high).toBeCloseTo(9.1, 1);
  });

  test("A8 is supported as of today too, by the figure revised to 53", () => {
    expect(claim("$54bn").today).toBeUndefined();
    const now = checkText(article, {asOf: today, knowledge: knownOn(today)});
    const holding = claimWith(now, "$54bn").bases.filter(({match}) => match === "holds");
    expect(claimWith(now, "$54bn").verdict).toBe("supported");
    expect(holding.map(({figure}) => figure.value)).toEqual([53e9]);
  });

  test("A13 holds on 27 approved projects with a dozen of ten, and lists both readings", () => {
    const {readings, bases, value} = claim("two and a half dozen");
    expect(value).toBe(30);
    expect(readings.map((r) => [r.value, r.why])).toEqual([
      [30, "dozen = 12"],
      [25, "dozen = 10"]
    ]);
    const holding = bases.filter(({match}) => match === "holds");
    expect(holding.map(({figure, reading}) => [figure.value, reading])).toEqual([[27, "dozen = 10"]]);
  });

  test("A23 lists both readings", () => {
    const {readings, period} = claim("three and a half dozen");
    expect(readings.map((r) => r.value)).toEqual([42, 35]);
    expect(period).toBe("2023");
  });

  test("A24 is supported as of today", () => {
    expect(claim("Vitebsk will host").today).toMatchObject({asOf: today, verdict: "supported"});
    expect(claim("Vitebsk will host").period).toBe("2024-06/2024-08");
  });

  test.each([
    ["to eliminate barriers in the field of public procurement"],
    ["not yet been fully settled"],
    ["certain agreements have been reached"]
  ])("“%s” shows what the register has", (words) => {
    expect(claim(words).items.length).toBeGreaterThan(0);
  });

  test("claims stand at their offsets, in order", () => {
    for (const {start, end, text} of result.claims) expect(article.slice(start, end)).toBe(text);
    const starts = result.claims.map(({start}) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});
