import type {Language} from "../../base/label.ts";
import {en} from "./en.ts";
import {ru} from "./ru.ts";

/** The type of a word, a phrase of words, or a table of them, whatever the language. */
type Worded<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : {readonly [Key in keyof T]: Worded<T[Key]>};

/** All words of the brief in one language. */
export type BriefWords = Worded<typeof en>;

/** The brief's words by language. */
export const briefWords: Readonly<Record<Language, BriefWords>> = {en, ru};
