import {describe, expect, test} from "vitest";
import {checked} from "../../test/brief/fixture.ts";
import type {CheckedText} from "./input.ts";
import {markedText} from "./marked-text.ts";

const options = {id: "c", elided: "[…]"};

function withSpans(text: string, spans: CheckedText["spans"]): CheckedText {
  const claims = spans.map((span) => ({...checked.result.claims[0]!, ...span, verdict: "supported" as const}));
  return {text, spans, result: {...checked.result, claims}};
}

describe("markedText()", () => {
  test("keeps every character of the text, whatever overlaps", () => {
    const text = "one two three\n\nfour <five>";
    const spans = [
      {start: 0, end: 7},
      {start: 4, end: 13},
      {start: 4, end: 7},
      {start: 10, end: 20}
    ];
    const shown = markedText(withSpans(text, spans), options).text;
    const bare = shown
      .replace(/<sup.*?<\/sup>/g, "")
      .replace(/<\/p>\n/g, "\n\n")
      .replace(/<[^>]*>/g, "");
    expect(bare.trim()).toBe("one two three\n\nfour &lt;five&gt;");
  });

  test("numbers a claim once, where it ends", () => {
    const shown = markedText(
      withSpans("one two", [
        {start: 0, end: 3},
        {start: 0, end: 7}
      ]),
      options
    ).text;
    expect([...shown.matchAll(/#c-(\d)/g)].map(([, number]) => number)).toEqual(["1", "2"]);
  });

  test("marks nothing for spans outside the text", () => {
    expect(markedText(withSpans("one", [{start: 2, end: 9}]), options).text).toBe("<p>one</p>\n");
  });

  test("leaves paragraphs without a claim out of long texts, and says so", () => {
    const text = `${"Words. ".repeat(10_000)}\n\nA claim.\n\n${"More.\n\n".repeat(3)}`;
    const start = text.indexOf("A claim");
    const shown = markedText(withSpans(text, [{start, end: start + 7}]), options).text;
    expect(shown.match(/<p/g)).toHaveLength(3);
    expect(shown.length).toBeLessThan(500);
  });
});
