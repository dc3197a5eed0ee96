import {describe, expect, test} from "vitest";
import {claimTypes} from "../../src/claims/output.ts";
import type {GoldClaim, GoldText} from "./corpus.ts";
import {type FoundClaim, isClose, matchClaims} from "./matching.ts";
import {formatFailures, formatScores} from "./print.ts";
import {f1, rate, scoreText, summarize} from "./scoring.ts";
import {allRight, judgeSlots} from "./slots.ts";

const text = "In 2023 Peru's exports to Chile rose 12.5% to $1.4 billion, a record; imports fell by $0.2bn.";

function marked(span: string, rest: Partial<GoldClaim> & Pick<GoldClaim, "type">): GoldClaim {
  return {span, start: text.indexOf(span), ...rest};
}

function found(span: string, rest: Partial<FoundClaim> & Pick<FoundClaim, "type">): FoundClaim {
  const start = text.indexOf(span);
  return {start, end: start + span.length, ...rest};
}

function goldText(claims: readonly GoldClaim[], rest: Partial<GoldText> = {}): GoldText {
  return {id: "t", split: "dev", lang: "en", text, posted: "2024-02-01", source: "own", claims, ...rest};
}

const growth = marked("12.5%", {type: "growth", value: 12.5, unit: "%", approx: "exact"});
const level = marked("$1.4 billion", {
  type: "level",
  value: 1.4e9,
  unit: "USD",
  period: "2023",
  indicator: "exports",
  economies: ["PER", "CHL"]
});
const record = marked("a record", {type: "record"});

const foundGrowth = found("rose 12.5%", {type: "growth", value: 12.5, unit: "%"});
const foundLevel = found("$1.4 billion", {
  type: "level",
  value: 1.4e9,
  unit: "USD",
  period: {text: "2023-01/2023-12"},
  indicator: "exports",
  slots: {economy: {value: "PER"}, partner: {value: "CHL"}}
});
const foundRecord = found("record", {type: "record"});

describe("matchClaims()", () => {
  test("pairs numbers by place and value whatever their type", () => {
    const {pairs, missed, spurious} = matchClaims([growth], [{...foundGrowth, type: "level"}]);
    expect([pairs.length, missed.length, spurious.length]).toEqual([1, 0, 0]);
  });

  test("does not pair a number of another sign, size or place", () => {
    for (const wrong of [{value: -12.5}, {value: 12.5 * (1 + 1e-8)}, {value: null}, {start: 60, end: 70}])
      expect(matchClaims([growth], [{...foundGrowth, ...wrong}]).pairs).toEqual([]);
  });

  test("pairs claims without a number by place and type alone", () => {
    expect(matchClaims([record], [foundRecord]).pairs).toHaveLength(1);
    expect(matchClaims([record], [{...foundRecord, type: "qualitative"}]).pairs).toHaveLength(0);
    expect(
      matchClaims([{...record, alt: ["qualitative"]}], [{...foundRecord, type: "qualitative"}]).pairs
    ).toHaveLength(1);
  });

  test("pairs ranges by both ends", () => {
    const range = marked("12.5%", {type: "growth", low: 12, high: 13});
    expect(matchClaims([range], [{...foundGrowth, value: null, low: 12, high: 13}]).pairs).toHaveLength(1);
    expect(matchClaims([range], [{...foundGrowth, value: 12.5}]).pairs).toHaveLength(0);
  });

  test("counts a claim found twice as one hit and one spurious claim", () => {
    const {pairs, spurious} = matchClaims([growth], [foundGrowth, {...foundGrowth, type: "share"}]);
    expect(pairs.map((pair) => pair.found.type)).toEqual(["growth"]);
    expect(spurious).toHaveLength(1);
  });

  test("leaves optional claims out of hits and misses alike", () => {
    const optional: GoldClaim = {...growth, optional: true};
    expect(matchClaims([optional], [])).toEqual({pairs: [], missed: [], spurious: []});
    expect(matchClaims([optional], [foundGrowth])).toEqual({pairs: [], missed: [], spurious: []});
  });

  test("accepts any reading of a number and a deficit of either sign", () => {
    const dozen = marked("12.5%", {type: "count", value: 30, values: [30, 25]});
    expect(matchClaims([dozen], [{...foundGrowth, value: 25}]).pairs).toHaveLength(1);
    const deficit = marked("$0.2bn", {type: "balance", value: -0.2e9});
    expect(matchClaims([deficit], [found("$0.2bn", {type: "balance", value: 0.2e9})]).pairs).toHaveLength(1);
  });
});

describe("judgeSlots()", () => {
  test("judges every slot the corpus fills and no other", () => {
    expect(judgeSlots({gold: level, found: foundLevel})).toEqual({
      type: true,
      unit: true,
      period: true,
      indicator: true,
      economies: true
    });
    expect(judgeSlots({gold: record, found: foundRecord})).toEqual({type: true});
  });

  test("finds each wrong slot", () => {
    const wrong = {...foundLevel, type: "count", unit: "EUR", period: "2022", indicator: "imports"};
    const judged = judgeSlots({gold: level, found: wrong});
    expect(judged).toEqual({type: false, unit: false, period: false, indicator: false, economies: false});
    expect(allRight(judged)).toBe(false);
  });

  test("takes a missing approximation word as exact and a missing slot as wrong", () => {
    expect(judgeSlots({gold: growth, found: foundGrowth}).approx).toBe(true);
    expect(judgeSlots({gold: {...growth, approx: "about"}, found: foundGrowth}).approx).toBe(false);
    expect(judgeSlots({gold: {...growth, period: "2023"}, found: foundGrowth}).period).toBe(false);
    expect(judgeSlots({gold: {...growth, coverage: "goods"}, found: foundGrowth}).coverage).toBe(false);
  });

  test("reads imports as the partner's exports and turnover in any order", () => {
    const imports: GoldClaim = {...level, indicator: "imports", economies: ["CHL", "PER"]};
    const books = {economy: {value: "PER"}, partner: {value: "CHL"}};
    expect(judgeSlots({gold: imports, found: {...foundLevel, indicator: "imports", slots: books}}).economies).toBe(
      true
    );
    const turnover: GoldClaim = {...level, indicator: "turnover", economies: ["CHL", "PER"]};
    expect(judgeSlots({gold: turnover, found: {...foundLevel, indicator: "turnover"}}).economies).toBe(true);
    expect(judgeSlots({gold: {...level, economies: ["CHL", "PER"]}, found: foundLevel}).economies).toBe(false);
  });

  test("knows blocs by other names and scores the sign of a balance", () => {
    const euro: GoldClaim = {...level, economies: ["EA"]};
    expect(judgeSlots({gold: euro, found: {...foundLevel, slots: {economy: {value: "EA20"}}}}).economies).toBe(true);
    const deficit = marked("$0.2bn", {type: "balance", value: -0.2e9});
    expect(judgeSlots({gold: deficit, found: found("$0.2bn", {type: "balance", value: 0.2e9})}).value).toBe(false);
    expect(judgeSlots({gold: deficit, found: found("$0.2bn", {type: "balance", value: -0.2e9})}).value).toBe(true);
  });
});

describe("summarize()", () => {
  const gold = [growth, level, record];
  const spurious = found("2023", {type: "count", value: 2023});

  test("gives 1 everywhere when all is found and right", () => {
    const scores = summarize([scoreText(goldText(gold), {claims: [foundGrowth, foundLevel, foundRecord]})]);
    expect(scores.precision).toEqual({right: 3, of: 3});
    expect(scores.recall).toEqual({right: 3, of: 3});
    expect(scores.numberRecall).toEqual({right: 2, of: 2});
    expect(scores.slots.all).toEqual({right: 3, of: 3});
    expect(f1(scores.precision, scores.recall)).toBe(1);
  });

  test("adds misses and spurious claims of several texts", () => {
    const scores = summarize([
      scoreText(goldText(gold), {claims: [foundGrowth, spurious]}),
      scoreText(goldText([]), {claims: [spurious]})
    ]);
    expect(scores.texts).toBe(2);
    expect(scores.precision).toEqual({right: 1, of: 3});
    expect(scores.recall).toEqual({right: 1, of: 3});
    expect(scores.numberPrecision).toEqual({right: 1, of: 3});
    expect(scores.numberRecall).toEqual({right: 1, of: 2});
  });

  test("leaves rates open when nothing was counted", () => {
    const scores = summarize([]);
    expect(rate(scores.precision)).toBeNaN();
    expect(f1({right: 0, of: 1}, {right: 0, of: 1})).toBe(0);
  });

  test("counts contradicted as wrong where no pack has data, and leaves the unmarked rest open", () => {
    const claims = [{...foundGrowth, verdict: "contradicted"}];
    const contradicted = (text: GoldText) => summarize([scoreText(text, {claims})]).contradicted;
    expect(contradicted(goldText([growth]))).toEqual({right: 0, of: 1});
    expect(contradicted(goldText([growth], {pack: "union-state"}))).toEqual({right: 0, of: 0});
    expect(contradicted(goldText([{...growth, verdict: "contradicted"}], {pack: "union-state"}))).toEqual({
      right: 1,
      of: 1
    });
    expect(contradicted(goldText([{...growth, verdict: "inconsistent"}]))).toEqual({right: 0, of: 1});
  });

  test("compares verdicts of claims and series with those marked", () => {
    const text = goldText([{...growth, verdict: "supported", verdicts: ["supported", "supported-on-basis"]}], {
      series: [{claims: [0], verdict: "mixed-basis"}]
    });
    const check = (verdict: string, series: string) =>
      summarize([scoreText(text, {claims: [{...foundGrowth, verdict}], series: [{verdict: series}]})]);
    expect(check("supported-on-basis", "mixed-basis").verdicts).toEqual({right: 1, of: 1});
    expect(check("open", "one-basis").verdicts).toEqual({right: 0, of: 1});
    expect(check("open", "mixed-basis").series).toEqual({right: 1, of: 1});
    expect(check("open", "one-basis").series).toEqual({right: 0, of: 1});
  });
});

describe("formatFailures() and formatScores()", () => {
  test("list what was missed, spurious and wrong, with the text", () => {
    const wrong = {...foundLevel, unit: "EUR", verdict: "open"};
    const gold = goldText([growth, {...level, verdict: "supported"}]);
    const lines = formatFailures(scoreText(gold, {claims: [wrong, foundRecord]})).split("\n");
    expect(lines).toEqual([
      `t (dev, posted 2024-02-01): ${text}`,
      '  missed    "12.5%" growth 12.5',
      '  spurious  "record" record',
      '  slot      "$1.4 billion" unit: wanted USD, found EUR',
      '  verdict   "$1.4 billion": wanted supported, found open'
    ]);
  });

  test("say nothing of a text without failures", () => {
    expect(formatFailures(scoreText(goldText([growth]), {claims: [foundGrowth]}))).toBe("");
  });

  test("align the tables and show what was not counted as a dash", () => {
    const scores = summarize([scoreText(goldText([growth]), {claims: [foundGrowth]})]);
    const blocks = formatScores([{name: "all", scores}]).split("\n\n");
    expect(blocks).toHaveLength(3);
    for (const block of blocks) expect(new Set(block.split("\n").map((line) => line.length)).size).toBe(1);
    expect(blocks[2]).toContain("– (0/0)");
  });
});

test("isClose() allows for binary fractions only", () => {
  expect(isClose(0.1 + 0.2, 0.3)).toBe(true);
  expect(isClose(1e9, 1e9 + 2)).toBe(false);
  expect(isClose(0, null)).toBe(false);
});

test("claimTypes has no double", () => {
  expect(new Set(claimTypes).size).toBe(claimTypes.length);
});
