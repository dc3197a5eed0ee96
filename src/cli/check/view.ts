import type {Language, Naming} from "../../base/label.ts";
import type {Knowledge} from "../../base/pack.ts";
import type {Screen} from "../terminal/output.ts";

/** What the pages of a check are written with. */
export interface CheckView {
  readonly language: Language;
  readonly naming: Naming;
  /** All that is known today, for titles and sources. */
  readonly knowledge: Knowledge;
  readonly screen: Screen;
  readonly packs: readonly string[];
}
