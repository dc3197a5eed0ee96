/** A text without its markup that remembers where each piece stood. */
export interface CleanText {
  readonly text: string;
  /** Offset in the source of an offset in the clean text. */
  readonly toSource: (offset: number) => number;
  /** Offset in the source right after the character that ends at a clean offset. */
  readonly endToSource: (offset: number) => number;
}

/** Collects pieces of a source text in order. */
export interface CleanTextBuilder {
  /** Adds a piece; `source` is where it starts, and `sourceEnd` where it ends if its length differs there (entities). */
  readonly add: (piece: string, source: number, sourceEnd?: number) => void;
  /** Adds text that stands nowhere in the source: a paragraph break in place of a tag. */
  readonly insert: (piece: string) => void;
  readonly finish: () => CleanText;
}

export function makeCleanText(): CleanTextBuilder {
  const pieces: string[] = [];
  const cleanAt: number[] = [];
  const sourceAt: number[] = [];
  const sourceEnd: number[] = [];
  let length = 0;
  const push = (piece: string, from: number, to: number) => {
    if (piece.length === 0) return;
    pieces.push(piece);
    cleanAt.push(length);
    sourceAt.push(from);
    sourceEnd.push(to);
    length += piece.length;
  };
  return {
    add: (piece, source, end = source + piece.length) => push(piece, source, end),
    insert: (piece) => push(piece, sourceEnd.at(-1) ?? 0, sourceEnd.at(-1) ?? 0),
    finish: () => {
      const locate = (offset: number, isEnd: boolean) => {
        const k = lastAtOrBelow(cleanAt, isEnd ? offset - 1 : offset);
        if (k < 0) return 0;
        const into = offset - cleanAt[k]!;
        const isLiteral = sourceEnd[k]! - sourceAt[k]! === pieces[k]!.length;
        return isLiteral ? sourceAt[k]! + into : isEnd ? sourceEnd[k]! : sourceAt[k]!;
      };
      return {text: pieces.join(""), toSource: (o) => locate(o, false), endToSource: (o) => locate(o, true)};
    }
  };
}

/** The identity: a plain text is its own clean text. */
export function plainText(text: string): CleanText {
  return {text, toSource: (offset) => offset, endToSource: (offset) => offset};
}

function lastAtOrBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
