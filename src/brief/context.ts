import type {Basis} from "../base/figure.ts";
import {basisLabel, booksLabel, entityName, type Language, type Naming} from "../base/label.ts";
import type {Entity, Item} from "../base/register.ts";
import type {Source} from "../base/source.ts";
import {type Citations, makeCitations} from "./citations.ts";
import type {BriefInput} from "./input.ts";
import type {BriefWords} from "./words/brief-words.ts";
import {briefWords} from "./words/index.ts";

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
    citations: makeCitations([...knowledge.sources, ...(turnover.sources as readonly Source[])], {
      language,
      asOf: knowledge.asOf
    }),
    basis: basisNamer(input, naming, language),
    entity: (id) => entityName(id, naming, language),
    title: (item) => itemTitle(item, language)
  };
}

/** What an item is called in a language, else in English, else in any. */
export function itemTitle({id, title}: Pick<Item, "id" | "title">, language: Language): string {
  return title[language] ?? title.en ?? Object.values(title)[0] ?? id;
}

/** Names bases of trade by books and coverage, and others by their indicator and what it is counted about. */
export function basisNamer(
  {knowledge}: Pick<BriefInput, "knowledge">,
  naming: Naming,
  language: Language
): (basis: Basis) => string {
  const items = new Map(knowledge.register.items.map((item) => [item.id, item]));
  const indicators = new Map(knowledge.profile.indicators?.map(({id, names}) => [id, names]));
  return (basis) => {
    if (basis.coverage) return basisLabel(basis, naming, language);
    const names = indicators.get(basis.indicator);
    const about = basis.about === undefined ? undefined : items.get(basis.about);
    const name = names?.[language] ?? names?.en ?? basis.indicator.replaceAll("_", " ");
    const title = about && itemTitle(about, language);
    const isSaid = title?.toLowerCase().includes(name.toLowerCase()) ?? false; // "Projects: approved" says what it counts
    return [
      ...(isSaid ? [] : [name]),
      ...(title === undefined ? [] : [title]),
      ...(basis.economy ? [entityName(basis.economy, naming, language)] : []),
      ...(basis.reporter && basis.reporter !== basis.economy ? [booksLabel(basis.reporter, naming, language)] : [])
    ].join(", ");
  };
}

function namingFrom(entities: readonly Entity[]): Naming {
  const names = new Map(entities.map((entity) => [entity.id, entity.names]));
  return {name: (id, language) => names.get(id)?.[language] ?? names.get(id)?.en};
}
