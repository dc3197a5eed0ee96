import {makeGazetteer} from "../../src/base/gazetteer.ts";
import {unitWords} from "../../src/base/units.ts";
import {type Analysis, analyse, type Reader} from "../../src/claims/analysis.ts";
import {type LexiconRow, makeLexicon} from "../../src/claims/lexemes.ts";

/** A reader without a pack, as `checkText` makes one. */
export const reader: Reader = {
  lexicon: makeLexicon(
    unitWords.map(({words, units, factor, upper, prefix}): LexiconRow => {
      const tag = units[0] === "%" ? "percent" : units[0] === "pp" ? "points" : "unit";
      const value = factor === undefined ? units.join(",") : `${units.join(",")}*${factor}`;
      return {tag, value, phrases: words, ...(upper && {upper}), ...(prefix && {prefix})};
    })
  ),
  gazetteer: makeGazetteer()
};

/** Everything that is found in a text of one sentence. */
export function analysisOf(text: string): Analysis {
  return analyse(text, {start: 0, end: text.length, paragraph: 0}, reader);
}

/** The words of tokens `from` up to but not including `to`, as they stand in the text. */
export function wordsAt(text: string, {tokens}: Analysis, {from, to}: {from: number; to: number}): string {
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end);
}
