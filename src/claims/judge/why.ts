import {stageLabel} from "../../base/stage-label.ts";
import {type Judged, whySentence} from "../../base/why-words.ts";
import type {BasisMatch, ItemMatch} from "../output.ts";

const names = {
  basis: ({label}: BasisMatch) => label,
  item: ({title, stage, kind, location}: ItemMatch, of: "stage" | "place") =>
    of === "place"
      ? [title, location].filter(Boolean).join(", ")
      : `${title}: ${stageLabel(stage ?? "unstated", "en", kind)}`
};

/** Why a claim has its verdict, in the words of the JSON. */
export function whyInEnglish(judged: Judged<BasisMatch, ItemMatch>): string {
  return whySentence(judged, names, "en");
}
