import {verdictSigns} from "../base/verdict-words.ts";
import {type Html, type HtmlValue, html} from "./html.ts";
import type {BriefClaim, CheckedText} from "./input.ts";

/** A claim where it stands, with its number. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly verdict: BriefClaim["verdict"];
}

/** A stretch of text with the claims that it touches. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** Longest text that is shown whole; of longer ones the paragraphs without a claim are left out. */
const wholeLength = 60_000;

/**
 * The text in paragraphs with its claims marked by verdict, each followed by its number and sign. Where claims overlap
 * the shortest shows; markup in the text is shown as text. Numbers link to `id` and the number.
 */
export function markedText({text, spans, result}: CheckedText, {id, elided}: {id: string; elided: string}): Html {
  const marks = result.claims.flatMap(({verdict}, index): Mark[] => {
    const span = spans[index];
    return span && span.start >= 0 && span.start < span.end && span.end <= text.length
      ? [{start: span.start, end: span.end, number: index + 1, verdict}]
      : [];
  });
  const all = paragraphs(text).map(({start, end}) => ({
    start,
    end,
    marks: marks.filter((mark) => mark.start < end && mark.end > start)
  }));
  const isShort = text.length <= wholeLength;
  return html`${all.map((paragraph, index) => {
    if (isShort || paragraph.marks.length > 0)
      return html`<p>${pieces(paragraph).map((piece) => marked(text, piece, id))}</p>\n`;
    const isFirstLeftOut = index === 0 || all[index - 1]!.marks.length > 0;
    return isFirstLeftOut ? html`<p class="elided">${elided}</p>\n` : "";
  })}`;
}

function paragraphs(text: string): {start: number; end: number}[] {
  return [...text.matchAll(/[^\s](?:[^\r\n]|\r?\n(?![ \t]*(?:\r?\n|$)))*/g)].map((match) => {
    return {start: match.index, end: match.index + match[0].length};
  });
}

function pieces({start, end, marks}: Piece): Piece[] {
  const inside = (offset: number) => offset > start && offset < end;
  const cuts = [...new Set([start, ...marks.flatMap((mark) => [mark.start, mark.end].filter(inside)), end])].sort(
    (a, b) => a - b
  );
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!;
    return {start: from, end: to, marks: marks.filter((mark) => mark.start <= from && mark.end >= to)};
  });
}

function marked(text: string, {start, end, marks}: Piece, id: string): HtmlValue {
  const part = text.slice(start, end);
  const shortest = marks.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  const refs = marks
    .filter((mark) => mark.end === end)
    .map(({number, verdict}) => {
      return html`<sup class="ref"><a href="#${id}-${number}">${number}${verdictSigns[verdict]}</a></sup>`;
    });
  return shortest ? [html`<mark class="${shortest.verdict}">${part}</mark>`, refs] : part;
}
