import type {Language} from "../../../src/base/label.ts";
import type {Item} from "../../../src/base/register.ts";

/** What an item is called in a language, else in English, else in any. */
export function itemTitle({title, id}: Pick<Item, "title" | "id">, language: Language): string {
  return title[language] ?? title.en ?? Object.values(title)[0] ?? id;
}
