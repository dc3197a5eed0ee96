import {statSync} from "node:fs";
import {knownEntities} from "../../base/entities.ts";
import type {Figure} from "../../base/figure.ts";
import type {Pack} from "../../base/pack.ts";
import type {CodeBook} from "../../sdmx/publish/code-book.ts";
import {
  figureRow,
  type OpenDimension,
  openDimensions,
  openValues,
  type StatedFigure
} from "../../sdmx/publish/figure-row.ts";
import {
  figureCodelists,
  figureDataflow,
  figureDataStructure,
  figureFlows,
  makeFigureBooks
} from "../../sdmx/publish/figure-structures.ts";
import type {Item, Texts} from "../../sdmx/structures.ts";
import type {Row} from "../../sdmx/write/layout.ts";
import {type RowOf, streamQuery} from "../../store/queries.ts";
import {toFigure} from "../../store/read-knowledge.ts";
import type {Catalogue} from "../catalogue.ts";
import {makeContent, type SdmxContent} from "./content.ts";
import {registerContent} from "./register-content.ts";

/** What the packs of a catalogue are as SDMX: figures by status, and the register's counts. */
export async function catalogueContent(catalogue: Catalogue): Promise<SdmxContent> {
  const {packs, today} = catalogue;
  const structure = figureDataStructure();
  const books = await bookValues(catalogue);
  const figures = figureFlows.map((one) => ({
    flow: figureDataflow(one),
    structure,
    category: one.category,
    rows: () => rowsOf(catalogue, one.statuses, books)
  }));
  const register = registerContent(catalogue);
  return makeContent(
    [...figures, {...register, category: "REGISTER"}],
    [...figureCodelists(books), ...register.codelists],
    {updated: updatedAt(catalogue), mark: packs.map(({name, version}) => `${name} ${version}`).join(", "), today}
  );
}

/** The store's file is made anew whenever the packs change. */
function updatedAt({engine}: Catalogue): Date {
  const file = engine && statSync(engine.path, {throwIfNoEntry: false});
  return new Date(Math.floor((file?.mtimeMs ?? Date.now()) / 1000) * 1000);
}

async function* statedFigures(
  {engine}: Catalogue,
  statuses: readonly Figure["status"][]
): AsyncGenerator<StatedFigure[]> {
  if (!engine) return;
  for await (const rows of streamQuery(engine, "sdmx_figures", {statuses: [...statuses]})) yield rows.map(stated);
}

function stated({publisher, statement, ...row}: RowOf<"sdmx_figures">): StatedFigure {
  return {figure: toFigure(row), statement, ...(publisher !== null && {publisher})};
}

async function* rowsOf(
  catalogue: Catalogue,
  statuses: readonly Figure["status"][],
  books: Readonly<Record<OpenDimension, CodeBook>>
): AsyncGenerator<readonly Row[]> {
  for await (const figures of statedFigures(catalogue, statuses)) yield figures.map((one) => figureRow(one, books));
}

/** Reads all figures once for the values that their dimensions have. */
async function bookValues(catalogue: Catalogue): Promise<Readonly<Record<OpenDimension, CodeBook>>> {
  const values = Object.fromEntries(openDimensions.map((id) => [id, new Set<string>()])) as Record<
    OpenDimension,
    Set<string>
  >;
  const all = figureFlows.flatMap(({statuses}): readonly Figure["status"][] => statuses);
  for await (const figures of statedFigures(catalogue, all)) {
    for (const figure of figures) {
      const found = openValues(figure);
      for (const id of openDimensions) if (found[id] !== undefined) values[id].add(found[id]);
    }
  }
  return makeFigureBooks(values, namesFrom(catalogue), areas(catalogue));
}

/** All economies and blocs that are known, so that asking for one that has no data is no mistake. */
function areas({packs}: Catalogue): Item[] {
  const own = packs.flatMap(({register}) => register.entities).map(({id, names}) => ({id, names}));
  const known = [...knownEntities().values()].map(({entity}) => ({id: entity.id, names: entity.names}));
  return [...new Map([...own, ...known].map((one): [string, Item] => [one.id, one])).values()].filter(({id}) =>
    /^[A-Za-z0-9_@$-]+$/.test(id)
  );
}

function namesFrom({packs, gazetteer}: Catalogue): (dimension: OpenDimension, value: string) => Texts {
  const indicators = new Map(packs.flatMap(({profile}) => profile.indicators ?? []).map(({id, names}) => [id, names]));
  const items = new Map(packs.flatMap(itemNames));
  return (dimension, value) => {
    if (dimension === "ECONOMY") return gazetteer.get(value)?.names ?? {en: value};
    if (dimension === "INDICATOR") return indicators.get(value) ?? {en: sentence(value)};
    if (dimension === "ABOUT") return items.get(value) ?? {en: value};
    if (dimension === "UNIT_MEASURE") return unitNames[value] ?? {en: value};
    return {en: value};
  };
}

function itemNames({register}: Pack): [string, Texts][] {
  return register.items.map(({id, title}) => [id, title]);
}

const unitNames: Readonly<Record<string, Texts>> = {
  "1": {en: "Number", ru: "Число"},
  "%": {en: "Per cent", ru: "Процент"},
  pp: {en: "Percentage points", ru: "Процентные пункты"},
  XXX: {en: "Money, currency not stated", ru: "Деньги, валюта не указана"}
};

function sentence(slug: string): string {
  const words = slug.replaceAll(/[_-]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
