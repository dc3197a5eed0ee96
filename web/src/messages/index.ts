import type {Language} from "../../../src/base/label.ts";
import type {en} from "./en.ts";

/** Texts stay texts, and functions of a count or a name stay functions of it, in every language. */
type Widened<T> = T extends string
  ? string
  : T extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : {readonly [Key in keyof T]: Widened<T[Key]>};

/** The words of the interface; English names them, every other language has the same. */
export type Messages = Widened<typeof en>;

/** Loads the words of a language: a reader needs one of them. */
export const loadMessages: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import("./en.ts")).en,
  ru: async () => (await import("./ru.ts")).ru
};
