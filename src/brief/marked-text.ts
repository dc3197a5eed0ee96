import {type Html, type HtmlValue, html} from "./html.ts";
import type {BriefClaim} from "./input.ts";

/** Sign of each verdict, so that none is told by its colour alone. */
export const verdictSigns: Readonly<Record<BriefClaim["verdict"], string>> = {
  supported: "✓",
  "supported-on-basis": "◑",
  unverified: "~",
  contradicted: "✗",
  inconsistent: "≠",
  open: "○",
  "not-checkable": "–"
};

/** A stretch of text under the same claims. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly claims: readonly BriefClaim[];
}

/** Longest text that is shown whole; of longer ones the paragraphs without a claim are left out. */
const wholeLength = 60_000;

/**
 * The text in paragraphs with its claims marked by verdict, each followed by its number and sign. Where claims overlap
 * the shortest shows; markup in the text is shown as text.
 */
export function markedText(text: string, claims: readonly BriefClaim[], elided: string): Html {
  const numbers = new Map(claims.map((claim, index) => [claim, index + 1]));
  const valid = claims.filter(({start, end}) => start >= 0 && start < end && end <= text.length);
  const all = paragraphs(text, bodyStart(text)).map(({start, end}) => ({
    start,
    end,
    claims: valid.filter((claim) => claim.start < end && claim.end > start)
  }));
  const isShort = text.length <= wholeLength;
  return html`${all.map((paragraph, index) => {
    if (isShort || paragraph.claims.length > 0)
      return html`<p>${pieces(paragraph).map((piece) => marked(text, piece, numbers))}</p>\n`;
    const isFirstLeftOut = index === 0 || all[index - 1]!.claims.length > 0;
    return isFirstLeftOut ? html`<p class="elided">${elided}</p>\n` : "";
  })}`;
}

/** Where the text begins after front matter: a block between two lines of "---". */
function bodyStart(text: string): number {
  const match = /^\ufeff?---\r?\n[\s\S]*?\r?\n---[ \t]*(\r?\n|$)/.exec(text);
  return match ? match[0].length : 0;
}

function paragraphs(text: string, from: number): {start: number; end: number}[] {
  return [...text.slice(from).matchAll(/[^\s](?:[^\r\n]|\r?\n(?![ \t]*(?:\r?\n|$)))*/g)].map((match) => {
    const start = from + match.index;
    return {start, end: start + match[0].length};
  });
}

function pieces({start, end, claims}: Piece): Piece[] {
  const inside = (offset: number) => offset > start && offset < end;
  const cuts = [...new Set([start, ...claims.flatMap((claim) => [claim.start, claim.end].filter(inside)), end])].sort(
    (a, b) => a - b
  );
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!;
    return {start: from, end: to, claims: claims.filter((claim) => claim.start <= from && claim.end >= to)};
  });
}

function marked(text: string, {start, end, claims}: Piece, numbers: ReadonlyMap<BriefClaim, number>): HtmlValue {
  const part = text.slice(start, end);
  const shortest = claims.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  const ending = claims.filter((claim) => claim.end === end);
  const refs = ending.map(
    (claim) =>
      html`<sup class="ref"><a href="#claim-${numbers.get(claim)}">${numbers.get(claim)}${verdictSigns[claim.verdict]}</a></sup>`
  );
  return shortest ? [html`<mark class="${shortest.verdict}">${part}</mark>`, refs] : part;
}
