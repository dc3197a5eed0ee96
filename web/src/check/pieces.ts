/** Where a claim stands in a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a paragraph: plain, or inside the claim of an index. */
export interface Piece {
  readonly text: string;
  readonly claim: number | undefined;
  /** Whether the claim ends here, where its sign is put. */
  readonly isEnd: boolean;
}

/** A text in paragraphs cut at its claims; where claims overlap the shortest shows. */
export function paragraphs(text: string, spans: readonly Span[]): Piece[][] {
  const found = [...text.matchAll(/\S(?:[^\r\n]|\r?\n(?![ \t]*(?:\r?\n|$)))*/g)];
  return found.map((match) => pieces(text, {start: match.index, end: match.index + match[0].length}, spans));
}

function pieces(text: string, {start, end}: Span, spans: readonly Span[]): Piece[] {
  const inside = spans
    .map((span, claim) => ({...span, claim}))
    .filter((span) => span.start < span.end && span.start < end && span.end > start);
  const cuts = [start, end, ...inside.flatMap((span) => [span.start, span.end])];
  const edges = [...new Set(cuts.filter((cut) => cut >= start && cut <= end))].sort((a, b) => a - b);
  const cut = edges.slice(1).map((to, index): Piece => {
    const from = edges[index]!;
    const over = inside.filter((span) => span.start <= from && span.end >= to);
    const shortest = over.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    return {text: text.slice(from, to), claim: shortest?.claim, isEnd: shortest?.end === to};
  });
  return joined(cut);
}

/** Neighbours of one claim become one piece, so that a claim is one button. */
function joined(all: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of all) {
    const last = result.at(-1);
    if (last && last.claim === piece.claim) result[result.length - 1] = {...piece, text: last.text + piece.text};
    else result.push(piece);
  }
  return result;
}
