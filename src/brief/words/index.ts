import type {Language} from "../../base/label.ts";
import type {BriefWords} from "./brief-words.ts";
import {en} from "./en.ts";
import {ru} from "./ru.ts";

/** The brief's words by language. */
export const briefWords: Readonly<Record<Language, BriefWords>> = {en, ru};
