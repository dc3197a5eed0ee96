import {knownEntities} from "../../base/entities.ts";
import {lazily} from "../../base/lazily.ts";
import {editionRows} from "./data/editions.ts";
import {becCategories, cpcSections, hsChapters, isicSections, sitcSections} from "./data/headings.ts";

/** One edition of a classification: codes mean something only within one. */
export interface Classification {
  readonly id: string;
  /** Code in UN Comtrade, where it has one. */
  readonly comtrade?: string;
  /** Year in which it came into force. */
  readonly from: number;
  /** Digits or letters of a full code. */
  readonly digits: number;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
}

/** All editions that the house knows by name. */
export const classifications: () => readonly Classification[] = lazily(() =>
  editionRows
    .trim()
    .split("\n")
    .map((line) => {
      const [id, comtrade, from, digits, title, publisher, url] = line.split("|") as [string, ...string[]];
      return {
        id,
        ...(comtrade !== "-" && {comtrade: comtrade!}),
        from: Number(from),
        digits: Number(digits),
        title: title!,
        publisher: publisher!,
        url: url!
      };
    })
);

/** The edition of an id, or of its code in UN Comtrade: "HS12" and "H4" are one. */
export function classificationOf(word: string): Classification | undefined {
  const wanted = word.toUpperCase();
  return classifications().find(({id, comtrade}) => id.toUpperCase() === wanted || comtrade === wanted);
}

/** One code of a classification. */
export interface Heading {
  readonly code: string;
  readonly name: string;
}

const tables: readonly (readonly [RegExp, string])[] = [
  [/^HS/, hsChapters],
  [/^SITC/, sitcSections],
  [/^BEC4$/, becCategories],
  [/^ISIC4$/, isicSections],
  [/^CPC2\.1$/, cpcSections]
];

/**
 * The headings of an edition that the house has names for: chapters, sections or categories, and for areas every code,
 * also of those that ended. Empty where it has none.
 */
export function headingsOf(id: string): readonly Heading[] {
  if (id === "M49" || id === "ISO3166-1") return areas(id);
  const table = tables.find(([pattern]) => pattern.test(id))?.[1];
  return (table ?? "")
    .trim()
    .split(/[|\n]/)
    .filter((line) => line !== "")
    .map((line) => ({code: line.slice(0, line.indexOf(" ")), name: line.slice(line.indexOf(" ") + 1)}));
}

function areas(id: "M49" | "ISO3166-1"): Heading[] {
  return [...knownEntities().values()].flatMap(({entity, years}) => {
    const code = id === "M49" ? entity.m49 : entity.kind === "economy" ? entity.id : undefined;
    const ended = years ? ` (until ${years.to})` : "";
    return code === undefined ? [] : [{code, name: `${entity.names.en ?? entity.id}${ended}`}];
  });
}
