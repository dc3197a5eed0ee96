import {expect, test} from "vitest";
import {bounds} from "../../src/base/figure.ts";
import {isPeriod} from "../../src/base/period.ts";
import {claimTypes} from "../../src/claims/output.ts";
import {type GoldClaim, readCorpus} from "./corpus.ts";

const texts = readCorpus();
const claims: {id: string; text: string; claim: GoldClaim}[] = texts.flatMap(({id, text, claims}) =>
  claims.map((claim) => ({id, text, claim}))
);

/** Numberless types need no value; a growth, record or balance may be stated without one. */
const withNumber = new Set(["level", "ratio", "share", "rank", "count", "rate", "target"]);

test("the corpus is large, in two languages, and at least half re-worded from published pages", () => {
  const count = (has: (text: (typeof texts)[number]) => boolean) => texts.filter(has).length;
  expect(texts.length).toBeGreaterThanOrEqual(260);
  expect(count(({lang}) => lang === "ru")).toBeGreaterThanOrEqual(75);
  expect(count(({lang}) => lang !== "ru" && lang !== "en")).toBeGreaterThanOrEqual(5);
  expect(count(({source}) => source.startsWith("http"))).toBeGreaterThanOrEqual(texts.length / 2);
  expect(count(({claims}) => claims.length === 0)).toBeGreaterThanOrEqual(20);
  expect(claims.length).toBeGreaterThanOrEqual(700);
});

test("about 40 % of the texts of each language and origin are held out", () => {
  for (const lang of ["en", "ru"])
    for (const own of [true, false]) {
      const group = texts.filter((text) => text.lang === lang && (text.source === "own") === own);
      const held = group.filter(({split}) => split === "test").length / group.length;
      expect(held).toBeGreaterThan(0.35);
      expect(held).toBeLessThan(0.45);
    }
});

test("ids and texts are unique; days and sources are well-formed", () => {
  expect(new Set(texts.map(({id}) => id)).size).toBe(texts.length);
  expect(new Set(texts.map(({text}) => text)).size).toBe(texts.length);
  for (const {id, posted, asOf, source, split} of texts) {
    expect(isPeriod(posted) && posted.length === 10, id).toBe(true);
    expect(asOf === undefined || isPeriod(asOf), id).toBe(true);
    expect(source === "own" || /^https?:\/\/\S/.test(source), id).toBe(true);
    expect(["dev", "test"], id).toContain(split);
  }
});

test("every span stands at its offset, and no two claims of a text overlap", () => {
  for (const {id, text, claims} of texts) {
    let end = 0;
    for (const {span, start} of claims) {
      expect(text.slice(start, start + span.length), id).toBe(span);
      expect(start, `${id}: ${span}`).toBeGreaterThanOrEqual(end);
      end = start + span.length;
    }
  }
});

test("types, periods, approximations and economies are of their lists", () => {
  for (const {id, claim} of claims) {
    for (const type of [claim.type, ...(claim.alt ?? [])]) expect(claimTypes, id).toContain(type);
    if (claim.approx !== undefined) expect(bounds, id).toContain(claim.approx);
    if (claim.period !== undefined) expect(isPeriod(claim.period), `${id}: ${claim.period}`).toBe(true);
    for (const economy of claim.economies ?? []) expect(economy, id).toMatch(/^[A-Z]{2,8}$/);
    if (claim.unit !== undefined) expect(claim.unit, id).toMatch(/^([A-Z]{3}|%|pp|1|t|m3|MW)$/);
  }
});

test("values are finite, ranges ordered, and numbers stand where their type needs one", () => {
  for (const {id, claim} of claims) {
    const numbers = [claim.value, claim.low, claim.high, ...(claim.values ?? [])].filter((one) => one !== undefined);
    for (const number of numbers) expect(Number.isFinite(number), id).toBe(true);
    expect(claim.low === undefined, id).toBe(claim.high === undefined);
    if (claim.low !== undefined) expect(claim.low, id).toBeLessThan(claim.high!);
    if (claim.values !== undefined) expect(claim.values, id).toContain(claim.value);
    if (withNumber.has(claim.type)) expect(numbers.length, `${id}: ${claim.span}`).toBeGreaterThan(0);
  }
});

test("every kind of claim and every approximation occurs", () => {
  expect(new Set(claims.map(({claim}) => claim.type))).toEqual(new Set(claimTypes));
  expect(new Set(claims.flatMap(({claim}) => claim.approx ?? []))).toEqual(new Set(bounds));
});

test("series name claims of their text", () => {
  const series = texts.flatMap(({claims, series = []}) => series.map((one) => ({one, length: claims.length})));
  expect(series.length).toBeGreaterThan(0);
  for (const {one, length} of series) for (const index of one.claims) expect(index).toBeLessThan(length);
});
