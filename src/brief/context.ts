import type {Basis} from "../base/figure.ts";
import {basisLabel, entityName, type Language, type Naming} from "../base/label.ts";
import type {Entity, Item} from "../base/register.ts";
import type {Source} from "../base/source.ts";
import {type Citations, makeCitations} from "./citations.ts";
import type {BriefInput} from "./input.ts";
import {type BriefWords, briefWords} from "./words/index.ts";

/** What every section of the brief draws on. */
export interface BriefContext {
  readonly input: BriefInput;
  readonly language: Language;
  readonly words: BriefWords;
  readonly asOf: string;
  readonly document: Document;
  /** In the order that gives them their colours. */
  readonly economies: readonly string[];
  readonly citations: Citations;
  readonly basis: (basis: Basis) => string;
  readonly entity: (id: string) => string;
  readonly title: (item: Pick<Item, "id" | "title">) => string;
}

/** Gathers what the sections need; sections must be made in the order of the page, which numbers the sources. */
export function makeContext(input: BriefInput): BriefContext {
  const {language = "en", knowledge, turnover, document} = input;
  const naming = input.naming ?? namingFrom(knowledge.register.entities);
  return {
    input,
    language,
    words: briefWords[language],
    asOf: knowledge.asOf,
    document,
    economies: [...new Set([turnover.economy, turnover.partner, ...knowledge.profile.economies])],
    citations: makeCitations([...knowledge.sources, ...(turnover.sources as readonly Source[])], language),
    basis: (basis) => basisLabel(basis, naming, language),
    entity: (id) => entityName(id, naming, language),
    title: ({id, title}) => title[language] ?? title.en ?? Object.values(title)[0] ?? id
  };
}

function namingFrom(entities: readonly Entity[]): Naming {
  const names = new Map(entities.map((entity) => [entity.id, entity.names]));
  return {name: (id, language) => names.get(id)?.[language] ?? names.get(id)?.en};
}
