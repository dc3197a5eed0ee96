import fc from "fast-check";
import {expect, test} from "vitest";
import {checkDocument, checkText} from "../../src/claims/check.ts";
import {checkResultSchema} from "../../src/claims/output.ts";
import {billions, knownOn} from "./invented.ts";

/** Words and marks that claims are made of, so that random texts come near to real ones. */
const pieces = fc.constantFrom(
  ..."Exports|imports|trade turnover|экспорт|товарооборот|of|Veloria|to|Tarsona|Велории|в|$|€|33.3|1,234|38 млрд 607,6 млн|bn|billion|млрд|%|п.п.|dozen|half|полтора|in 2019|2018/19|в 2022 году|last year|rose|fell|by|from|вырос|на|в 1,7 раза|almost|over|почти|-|–|(|)|,|.|;|:|“|”|record|highest since|GDP|and|will host|forum|must|aims to|signed|agreement|not|28.06.2023|9 months|\n|\n\n|\u00a0|\u2009|&nbsp;|&mdash;".split(
    "|"
  )
);

const prose = fc.array(pieces, {maxLength: 30}).map((parts) => parts.join(" "));
const unicode = fc.oneof(fc.string({unit: "binary", maxLength: 120}), fc.string({unit: "grapheme", maxLength: 120}));
const texts = fc.oneof(
  prose,
  unicode,
  fc.tuple(prose, unicode, prose).map((parts) => parts.join(" "))
);

const tags = fc.constantFrom(
  ..."<p>|</p>|<div|<b>|</b>|<td>|<tr>|</table>|<script>|</script>|<style>|<!--|-->|<br/>|<a href='x'>|</a>|&amp;|&#36;|&euro;|&#x20;|&bogus;|<|>|<![CDATA[|<meta name=date content='2024-02-23'>|<title>|</title>|<h1>|</h1>".split(
    "|"
  )
);
const html = fc
  .array(fc.oneof(tags, prose), {maxLength: 16})
  .map((parts) => `<html><body>${parts.join("")}</body></html>`);

const marks = fc.constantFrom(
  "# ",
  "## ",
  "**",
  "*",
  "_",
  "`",
  "```\n",
  "[",
  "](http://example.org/a_b)",
  "![",
  "> ",
  "- ",
  "1. ",
  "| ",
  "|---|---|\n",
  "---\n",
  "\n\n",
  "\\"
);
const markdown = fc.array(fc.oneof(marks, prose), {maxLength: 16}).map((parts) => `# Title\n\n${parts.join("")}`);

const knowledge = knownOn("2024-06-01", {figures: [billions(33.3, "2019"), billions(38.6, "2022")]});
const options = {posted: "2024-06-01", knowledge};

const limit = {numRuns: 250, interruptAfterTimeLimit: 1500};

test("checkText() never throws, points at the text and orders its claims, whatever the text", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const {claims} = checkText(text, {...options, format: "text"});
      let last = 0;
      for (const claim of claims) {
        expect(text.slice(claim.start, claim.end)).toBe(claim.text);
        expect(claim.start).toBeGreaterThanOrEqual(last);
        expect(claim.end).toBeGreaterThan(claim.start);
        last = claim.start;
      }
      expect(claims.map(({id}) => id)).toEqual(claims.map((_, i) => String(i + 1)));
    }),
    limit
  );
});

test("checkText() gives results that its schema takes", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const result = checkText(text, options);
      expect(checkResultSchema.parse(result)).toEqual(result);
    }),
    {...limit, numRuns: 100}
  );
});

test("checkText() is pure: twice the same", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(checkText(text, options)).toEqual(checkText(text, options));
    }),
    {...limit, numRuns: 100}
  );
});

/** First and last visible character of a text, white space and soft hyphens apart. */
function ends(text: string): [string, string] {
  const visible = [...text].filter((char) => /[\p{L}\p{N}]/u.test(char));
  return [visible[0] ?? "", visible.at(-1) ?? ""];
}

/** The source that a claim points at holds its first and last letters, in their order, unless an entity stands for them. */
function pointsAt(source: string, clean: string): void {
  const [first, last] = ends(clean);
  if (source.includes("&")) return;
  expect(source.indexOf(first)).toBeGreaterThanOrEqual(0);
  expect(source.lastIndexOf(last)).toBeGreaterThanOrEqual(source.indexOf(first));
}

test.each([
  ["html", html],
  ["markdown", markdown]
] as const)("checkDocument() never throws on %s soup and points at its source", (format, soup) => {
  fc.assert(
    fc.property(soup, (source) => {
      const {result, text, spans} = checkDocument(source, {...options, format});
      for (const [i, {start, end, text: words}] of result.claims.entries()) {
        expect(text.slice(spans[i]!.start, spans[i]!.end)).toBe(words);
        expect(start >= 0 && end > start && end <= source.length).toBe(true);
        pointsAt(source.slice(start, end), words);
      }
    }),
    limit
  );
});

test("checkText() tells formats by itself without throwing", () => {
  fc.assert(
    fc.property(fc.oneof(html, markdown, texts), (text) => {
      const {document, claims} = checkText(text, options);
      expect(document.length).toBe(text.length);
      for (const {start, end} of claims) expect(start < end && end <= text.length).toBe(true);
    }),
    limit
  );
});

test("checkText() finds the claims of a sentence wherever markup breaks it", () => {
  const sentence = "Exports of Veloria to Tarsona rose by 5.4% to $33.3 billion in 2019.";
  const plain = checkText(sentence, options).claims.map(({text, value, verdict}) => [text, value, verdict]);
  expect(plain.length).toBe(2);
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: sentence.length}), {maxLength: 6}), (places) => {
      const cuts = [...new Set(places)].sort((a, b) => b - a);
      const source = cuts.reduce((text, at) => `${text.slice(0, at)}<b></b>${text.slice(at)}`, sentence);
      const {claims} = checkText(`<p>${source}</p>`, {...options, format: "html"});
      expect(claims.map(({text, value, verdict}) => [text, value, verdict])).toEqual(plain);
    }),
    {...limit, numRuns: 100}
  );
});
