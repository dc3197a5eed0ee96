import type {Language} from "../../../src/base/label.ts";
import type {Messages} from "./messages.ts";

/** Loads the words of a language: a reader needs one of them. */
export const loadMessages: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import("./en.ts")).en,
  ru: async () => (await import("./ru.ts")).ru
};
