import {gapReasonWords} from "../../../src/base/gap-reasons.ts";
import {coverageLabel, type Language} from "../../../src/base/label.ts";
import type {Gap} from "../../../src/turnover/output.ts";

interface Names {
  readonly language: Language;
  readonly nameOf: (economy: string) => string;
  readonly booksOf: (reporter: string | undefined) => string;
}

/** Where to look for what makes a gap: economies by name, not by code. */
export function reasonTexts(gap: Gap, names: Names): string[] {
  return gap.reasons.map((reason) => {
    // The answer's own sentences say most, and are in English.
    if (names.language === "en") return reason.text.replace(/\b[A-Z]{3}\b/g, names.nameOf);
    const words = gapReasonWords[names.language][reason.code];
    const detail = detailOf(reason.code, gap, names);
    return `${words[0]!.toUpperCase()}${words.slice(1)}${detail === "" ? "" : `: ${detail}`}`;
  });
}

/** Whose figures, or which coverages, a reason is about. */
function detailOf(code: Gap["reasons"][number]["code"], gap: Gap, {language, nameOf, booksOf}: Names): string {
  const sides = gap.direction.split(/[>=]/);
  const figures = [gap.exporterFigure, gap.importerFigure];
  switch (code) {
    case "unverified":
      return figures.flatMap((one) => (one?.evidence === "unverified" ? [booksOf(one.basis.reporter)] : [])).join(", ");
    case "one-sided":
      return sides
        .filter((_, i) => figures[i]?.status !== "closed" && (figures[i]?.value ?? null) === null)
        .map(nameOf)
        .join(", ");
    case "closed":
      return sides
        .filter((_, i) => figures[i]?.status === "closed")
        .map(nameOf)
        .join(", ");
    case "scope":
      return figures.map((one) => coverageLabel(one?.basis.coverage ?? "unstated", language)).join(" – ");
    default:
      return "";
  }
}
