import type {Codelist, Item, Texts} from "../structures.ts";

/** Codes of one list, by the values they stand for. */
export interface CodeBook {
  /** Code of a value; throws RangeError for values that were not counted in. */
  codeOf(value: string): string;
  readonly items: readonly Item[];
}

/** Value of a dimension that does not apply. */
export const notApplicable = "_Z";
/** Value of a dimension that nobody stated. */
export const notStated = "_U";
/** Value of a dimension that is summed over. */
export const total = "_T";

const words: Readonly<Record<string, string>> = {"%": "PC", "/": "_PER_", "=": "_EQ_", "+": "_AND_"};

/** A text in the characters that codes may have; texts of other scripts become a checksum. */
export function codeText(value: string): string {
  const text = value.replaceAll(/[%/=+]/g, (c) => words[c]!).replaceAll(/[^A-Za-z0-9_@$-]+/g, "_");
  const bare = text.replace(/^_+|_+$/g, "");
  return /[A-Za-z0-9]/.test(bare) && !/[^\x20-\x7e]/.test(value) ? bare : `X_${checksum(value)}`;
}

/** FNV-1a, in base 36: short, the same everywhere, and only as unique as the book makes it. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).toUpperCase();
}

/** Gives every value a code of its own, in the order of the values; `named` says what the codes are called. */
export function makeCodeBook(
  values: Iterable<string>,
  named: (value: string) => Texts,
  further: readonly Item[] = []
): CodeBook {
  const codes = new Map<string, string>();
  const taken = new Set(further.map(({id}) => id));
  const items = new Map(further.map((item) => [item.id, item]));
  for (const value of [...new Set(values)].sort()) {
    const wanted = codeText(value);
    const isFree = !taken.has(wanted) || wanted === value;
    let code = wanted;
    for (let n = 2; !isFree && taken.has(code); n++) code = `${wanted}_${n}`;
    taken.add(code);
    codes.set(value, code);
    if (!items.has(code)) items.set(code, {id: code, names: named(value)});
  }
  return {
    codeOf(value) {
      const code = codes.get(value) ?? (items.has(value) ? value : undefined);
      if (code === undefined) throw new RangeError(`Value "${value}" was not counted into the code list`);
      return code;
    },
    items: [...items.values()]
  };
}

/** A list of codes that never change. */
export function fixedItems(table: Readonly<Record<string, readonly [en: string, ru: string]>>): Item[] {
  return Object.entries(table).map(([id, [en, ru]]) => ({id, names: {en, ru}}));
}

/** The list as a structure. */
export function codelistOf(
  id: string,
  names: Texts,
  items: readonly Item[],
  agency: string,
  version: string
): Codelist {
  return {type: "codelist", agency, id, version, names, items};
}
