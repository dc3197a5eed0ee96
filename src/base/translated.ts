import type {Language} from "./label.ts";

/** A text in a language, where it is translated, else as it stands. */
export function translated(
  text: string,
  translations: Readonly<Record<string, string>> | undefined,
  language: Language
): string {
  return translations?.[language] ?? text;
}
