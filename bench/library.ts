import type {Reader} from "../src/claims/analysis.ts";
import type {LexiconRow} from "../src/claims/lexemes.ts";

/** A module of the built library, with the types of its source. */
async function built<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../dist/${path}`, import.meta.url).href)) as Module;
}

/** The parts of the built library that are measured by themselves. */
export async function loadLibrary() {
  const {makeGazetteer} = await built<typeof import("../src/base/gazetteer.ts")>("base/gazetteer.js");
  const {unitWords} = await built<typeof import("../src/base/units.ts")>("base/units.js");
  const {makeLexicon} = await built<typeof import("../src/claims/lexemes.ts")>("claims/lexemes.js");
  const {readDocument} = await built<typeof import("../src/claims/documents.ts")>("claims/documents.js");
  const {extractClaims} = await built<typeof import("../src/claims/extract.ts")>("claims/extract.js");
  const {tokenize} = await built<typeof import("../src/claims/words.ts")>("claims/words.js");
  const {checkText} = await built<typeof import("../src/claims/check.ts")>("claims/check.js");

  const units = unitWords.map(({words, units, factor, prefix, upper}): LexiconRow => {
    const tag = units[0] === "%" ? "percent" : units[0] === "pp" ? "points" : "unit";
    const value = factor === undefined ? units.join(",") : `${units.join(",")}*${factor}`;
    return {tag, value, phrases: words, ...(upper && {upper}), ...(prefix && {prefix})};
  });
  /** As `checkText` makes one without a pack. */
  const reader: Reader = {lexicon: makeLexicon(units), gazetteer: makeGazetteer()};
  return {reader, readDocument, extractClaims, tokenize, checkText};
}

export type Library = Awaited<ReturnType<typeof loadLibrary>>;
