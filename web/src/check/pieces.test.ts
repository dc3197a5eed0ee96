import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {paragraphs} from "./pieces.ts";

describe("paragraphs", () => {
  it("cuts a text at its claims", () => {
    const text = "It was $40bn in 2021.\n\nThen more.";
    expect(paragraphs(text, [{start: 7, end: 12}])).toEqual([
      [
        {text: "It was ", claim: undefined, isEnd: false},
        {text: "$40bn", claim: 0, isEnd: true},
        {text: " in 2021.", claim: undefined, isEnd: false}
      ],
      [{text: "Then more.", claim: undefined, isEnd: false}]
    ]);
  });

  it("shows the shortest of claims that overlap", () => {
    const [line] = paragraphs("abcdef", [
      {start: 0, end: 6},
      {start: 2, end: 4}
    ]);
    expect(line!.map(({text, claim}) => [text, claim])).toEqual([
      ["ab", 0],
      ["cd", 1],
      ["ef", 0]
    ]);
  });

  it("leaves out claims that stand nowhere", () => {
    expect(
      paragraphs("abc", [
        {start: -1, end: -1},
        {start: 9, end: 12}
      ])
    ).toEqual([[{text: "abc", claim: undefined, isEnd: false}]]);
  });

  it("loses and adds nothing but blank space between paragraphs, whatever the spans", () => {
    const span = fc
      .tuple(fc.integer({min: -2, max: 40}), fc.integer({min: -2, max: 40}))
      .map(([start, end]) => ({start, end}));
    fc.assert(
      fc.property(fc.string({maxLength: 40}), fc.array(span, {maxLength: 5}), (text, spans) => {
        const shown = paragraphs(text, spans)
          .flat()
          .map((piece) => piece.text)
          .join("");
        expect(shown.replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
      })
    );
  });
});
