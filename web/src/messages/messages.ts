import type {Worded} from "../../../src/base/worded.ts";
import type {en} from "./en.ts";

/** The words of the interface; English names them, every other language has the same. */
export type Messages = Worded<typeof en>;
