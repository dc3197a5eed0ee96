import {type Analysis, analyse} from "../../src/claims/read/analysis.ts";
import {readerFor} from "../../src/claims/read/reader.ts";

/** A reader without a pack. */
export const reader = readerFor();

/** Everything that is found in a text of one sentence. */
export function analysisOf(text: string): Analysis {
  return analyse(text, {start: 0, end: text.length, paragraph: 0}, reader);
}

/** The words of tokens `from` up to but not including `to`, as they stand in the text. */
export function wordsAt(text: string, {tokens}: Analysis, {from, to}: {from: number; to: number}): string {
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end);
}
