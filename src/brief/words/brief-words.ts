import type {Worded} from "../../base/worded.ts";
import type {en} from "./en.ts";

/** All words of the brief in one language. */
export type BriefWords = Worded<typeof en>;
