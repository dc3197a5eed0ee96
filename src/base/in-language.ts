import type {Language} from "./label.ts";

/** A text by languages in one of them: in the wanted one, else in English, else in any; empty where there is none. */
export function inLanguage(texts: Readonly<Record<string, string>> | undefined, language: Language): string {
  return texts?.[language] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? "";
}
