import type {Gazetteer} from "../../base/gazetteer.ts";
import type {CodeForm} from "./mapping.ts";
import type {CodeBook} from "./table-slots.ts";

/** What a code of each form looks like; a name may look like anything but a number. */
const forms: Readonly<Record<CodeForm, RegExp>> = {
  any: /./,
  iso3: /^[A-Za-z]{3}$/,
  iso2: /^[A-Za-z]{2}$/,
  m49: /^\d{1,3}$/,
  name: /\D/
};

/** Reads codes of tables with a gazetteer; the world as a whole and blocs are no partners of a pair. */
export function codeBookOf(gazetteer: Gazetteer): CodeBook {
  const known = new Map<string, string | undefined>();
  return {
    find: (text, form) => {
      const key = `${form} ${text}`;
      if (!known.has(key)) known.set(key, lookUp(gazetteer, text.trim(), form));
      return known.get(key);
    }
  };
}

function lookUp(gazetteer: Gazetteer, text: string, form: CodeForm): string | undefined {
  if (text === "" || !forms[form].test(text)) return undefined;
  return gazetteer.find(text)?.id;
}
