import {type CleanText, makeCleanText} from "./clean-text.ts";

/**
 * Reads the text of a Markdown document: heading and list marks, emphasis, code fences, link targets, images and tags
 * are left out; every character that stays keeps its place in the source.
 */
export function readMarkdown(source: string, from: number): CleanText {
  const builder = makeCleanText();
  let fenced = false;
  for (let at = from; at < source.length; ) {
    const newline = source.indexOf("\n", at);
    const end = newline < 0 ? source.length : newline + 1;
    const line = source.slice(at, end);
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    else if (!fenced) addLine(builder, line, at);
    at = end;
  }
  return builder.finish();
}

/** Marks at the start of a line, a link or image, a tag, emphasis and code marks: what is not text. */
const marks =
  /^\s{0,3}(?:#{1,6}\s+|>\s?)+|^\s*\[[^\]]+\]:\s.*$|!\[[^\]]*\]\([^)]*\)|\]\([^)\s]*(?:\s+"[^"]*")?\)|\[(?=[^\]]*\]\()|<\/?[a-zA-Z][^>]*>|<https?:[^>]*>|\*{1,3}|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])|`+|^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$/gmu;

function addLine(builder: ReturnType<typeof makeCleanText>, line: string, at: number): void {
  const isHeading = /^\s{0,3}#{1,6}\s/.test(line);
  let last = 0;
  for (const match of line.matchAll(marks)) {
    builder.add(line.slice(last, match.index), at + last);
    last = match.index + match[0].length;
  }
  builder.add(line.slice(last), at + last);
  if (isHeading) builder.insert("\n");
}
