import {makeGazetteer} from "../../base/gazetteer.ts";
import type {Knowledge} from "../../base/pack.ts";
import {unitWords} from "../../base/units.ts";
import type {Reader} from "./analysis.ts";
import {type LexiconRow, makeLexicon} from "./lexemes.ts";

/** Lexicon and gazetteer of a pack are the same for every text. */
const readers = new WeakMap<Knowledge, Reader>();
let plain: Reader | undefined;

/** What texts are read with: the words and names of the house, and those of a pack. */
export function readerFor(knowledge?: Knowledge): Reader {
  if (!knowledge) {
    plain ??= {lexicon: makeLexicon(unitRows()), gazetteer: makeGazetteer()};
    return plain;
  }
  let reader = readers.get(knowledge);
  if (!reader) {
    const lexicon = makeLexicon([...unitRows(), ...packRows(knowledge)]);
    reader = {lexicon, gazetteer: makeGazetteer(knowledge.register.entities)};
    readers.set(knowledge, reader);
  }
  return reader;
}

/** A pack's own words for its indicators. */
function packRows({profile}: Knowledge): LexiconRow[] {
  return (profile.indicators ?? []).flatMap(({id, terms = {}}) =>
    Object.values(terms).map((phrases): LexiconRow => ({tag: "indicator", value: id, phrases: phrases.join("|")}))
  );
}

/** The unit words of the house as rows of the lexicon: those before a number, those behind it, per cent and points. */
function unitRows(): LexiconRow[] {
  return unitWords.flatMap(({words, units, factor, prefix, suffix, upper}) => {
    const value = factor === undefined ? units.join(",") : `${units.join(",")}*${factor}`;
    const row = {value, phrases: words, ...(upper && {upper})};
    const behind = units[0] === "%" ? "percent" : units[0] === "pp" ? "points" : "unit";
    return [...(prefix ? [{tag: "unit-prefix", ...row}] : []), ...(suffix || !prefix ? [{tag: behind, ...row}] : [])];
  });
}
