import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import type {Knowledge} from "../../src/base/pack.ts";
import {latestDay} from "../../src/base/period.ts";
import {checkText} from "../../src/claims/check.ts";
import type {CheckResult} from "../../src/claims/output.ts";
import {readPack} from "../../src/packs/read-pack.ts";
import {readCorpus} from "../corpus/corpus.ts";
import {claimWith} from "./invented.ts";

const pack = await readPack(fileURLToPath(new URL("../../packs/union-state", import.meta.url)));

function knownOn(day: string): Knowledge {
  const {profile, sources, register, figures} = pack;
  const known = figures.filter((figure) => latestDay(figure.known) <= latestDay(day));
  return {asOf: day, profile, sources, register, figures: known};
}

/** Texts b01 to b13 of the corpus re-word published sentences, with their sources beside them. */
const texts = new Map(readCorpus().map((text) => [text.id, text]));

const results = new Map<string, CheckResult>();

function checked(id: string): CheckResult {
  let result = results.get(id);
  if (!result) {
    const {text, posted, asOf = posted} = texts.get(id)!;
    result = checkText(text, {posted, knowledge: knownOn(asOf)});
    results.set(id, result);
  }
  return result;
}

const holds = ["supported", "supported-on-basis"];

describe("checkText() on published sentences", () => {
  test.each([
    ["b01", "$40 billion", holds],
    ["b01", "34.9%", holds],
    ["b02", "34.9 percent", ["unverified"]],
    ["b03", "$10.4 bln", ["inconsistent"]],
    ["b04", "$46.5 bln", holds],
    ["b04", "5.4%", holds],
    ["b04", "$22.6 bln", holds],
    ["b04", "2.3%", holds],
    ["b04", "$23.9 bln", holds],
    ["b04", "8.1%", holds],
    ["b05", "$45.8 billion", holds],
    ["b05", "14.3%", holds],
    ["b05", "40.2%", holds],
    ["b05", "$22.9 billion", holds],
    ["b06", "$50 bln", ["supported-on-basis"]],
    ["b08", "eightfold", holds],
    ["b09", "17.3%", holds],
    ["b09", "$29.52bn", holds],
    ["b09", "$13.13bn", holds],
    ["b09", "-4%", holds],
    ["b09", "$16.4bn", holds],
    ["b09", "-25.6%", holds],
    ["b09", "-$3.1bn", ["inconsistent"]],
    ["b10", "$25.5 billion", ["contradicted"]],
    ["b10", "28.5%", ["contradicted"]],
    ["b11", "26,1 млрд", holds],
    ["b11", "5,2%", holds],
    ["b11", "самый низкий уровень", holds],
    ["b11", "23,3 млрд", holds],
    ["b12", "38 млрд 607,6 млн", holds],
    ["b12", "37,7%", holds]
  ])("%s, “%s”: %j", (id, words, verdicts) => {
    expect(verdicts).toContain(claimWith(checked(id), words).verdict);
  });

  test.each([
    ["b03", "$10.4 bln", "parts-and-sum", false],
    ["b04", "$46.5 bln", "parts-and-sum", true],
    ["b07", "$35 billion", "exchange-rate", null],
    ["b08", "eightfold", "levels-and-ratio", true],
    ["b09", "$29.52bn", "parts-and-sum", true],
    ["b09", "-$3.1bn", "balance", false],
    ["b13", "40%", "share-and-parts", true],
    ["b13", "4.5%", "share-and-parts", true]
  ])("%s, “%s”: %s is %s", (id, words, check, result) => {
    expect(claimWith(checked(id), words).internal).toContainEqual(expect.objectContaining({check, holds: result}));
  });

  test("b02: one number said of two periods, and of neither in anybody's books", () => {
    const levels = checked("b02").claims.filter(({value}) => value === 17.8e9);
    expect(levels.map(({period, verdict}) => [period, verdict])).toEqual([
      ["2021-S1", "unverified"],
      ["2021-01/2021-07", "unverified"]
    ]);
  });

  test.each([
    ["b05", "$45.8 billion", "BLR goods"],
    ["b06", "$50 bln", "BLR goods + services"],
    ["b09", "$29.52bn", "BLR goods"],
    ["b11", "26,1 млрд", "BLR goods"]
  ])("%s, “%s” holds on %s", (id, words, label) => {
    const holding = claimWith(checked(id), words).bases.filter(({match, verified}) => match === "holds" && verified);
    expect(holding.map((basis) => basis.label)).toContain(label);
  });

  test("b04: the other side's number is another scope, no error", () => {
    const {verdict, indicator, bases} = claimWith(
      checkText(texts.get("b04")!.text, {posted: "2024-05-23", knowledge: knownOn("2024-05-23")}),
      "$54 bln"
    );
    expect(indicator).toBe("turnover");
    expect(holds).toContain(verdict);
    const holding = bases.filter(({match, verified}) => match === "holds" && verified);
    expect(holding.map(({label}) => label)).toEqual(["BLR goods + services"]);
  });

  test("b06: the growth is of another basis than the level", () => {
    const level = claimWith(checked("b06"), "$50 bln");
    const growth = claimWith(checked("b06"), "14.3%");
    expect(checked("b06").series).toEqual([
      expect.objectContaining({claims: [level.id, growth.id], verdict: "mixed-basis", splices: 1})
    ]);
  });

  test("b07: the conversion implies 85.7 rubles a dollar", () => {
    const [rate] = claimWith(checked("b07"), "$35 billion").internal;
    expect(rate!.detail).toMatch(/^Implies 85\.71 RUB\/USD.*68/);
  });

  test("b07: rubles are read as Russian, or as Belarusian where it is said", () => {
    const units = checked("b07").claims.map(({unit, value}) => [unit, value]);
    expect(units).toEqual([
      ["RUB", 3e12],
      ["USD", 35e9],
      ["BYN", 111e9]
    ]);
  });

  test("b12: the number in two scales is one, and later revision is another vintage", () => {
    expect(claimWith(checked("b12"), "38 млрд 607,6 млн")).toMatchObject({value: 38607600000, unit: "USD"});
  });

  test("b13: shares and counts are read as such", () => {
    expect(checked("b13").claims.map(({type, value}) => [type, value])).toEqual([
      ["share", 40],
      ["count", 125],
      ["count", 310],
      ["count", 14],
      ["share", 4.5]
    ]);
  });
});
