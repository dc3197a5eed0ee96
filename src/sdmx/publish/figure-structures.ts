import {agency} from "../agency.ts";
import type {
  Attribute,
  Codelist,
  Concept,
  ConceptScheme,
  Dataflow,
  DataStructure,
  Dimension,
  Item,
  Representation,
  Structure,
  Texts
} from "../structures.ts";
import {type CodeBook, codelistOf, fixedItems, makeCodeBook} from "./code-book.ts";
import {conceptNames} from "./concept-names.ts";
import {
  type CodeTable,
  confidentialities,
  coverages,
  figureBounds,
  figureEvidences,
  figureStages,
  figureStatuses,
  frequencies,
  kindNames,
  multipliers,
  observationStatuses,
  specialCodes,
  valuations
} from "./figure-codes.ts";
import {absentCode, figureAttributes, figureDimensions, type OpenDimension, openDimensions} from "./figure-row.ts";

/** Version of all structures; it moves when they change. */
export const structureVersion = "1.0.0";

const scheme = {type: "conceptscheme", agency, id: "CS_CONCORD", version: structureVersion} as const;

/** The concepts of all data structures. */
export function conceptScheme(): ConceptScheme {
  const items = Object.entries(conceptNames).map(
    ([id, [en, ru, description]]): Concept => ({
      id,
      names: {en, ru},
      descriptions: {en: description}
    })
  );
  return {...scheme, names: {en: "Concepts of Concord", ru: "Понятия Concord"}, items};
}

const lists: Readonly<Record<string, readonly [id: string, en: string, ru: string, codes: CodeTable]>> = {
  FREQ: ["CL_FREQ", "Frequencies", "Периодичность", frequencies],
  KIND: ["CL_KIND", "Kinds of figures", "Виды чисел", kindNames],
  COVERAGE: ["CL_COVERAGE", "Coverages", "Охват", coverages],
  VALUATION: ["CL_VALUATION", "Valuations", "Оценки стоимости", valuations],
  UNIT_MULT: ["CL_UNIT_MULT", "Unit multipliers", "Множители", multipliers],
  OBS_STATUS: ["CL_OBS_STATUS", "Observation statuses", "Статусы значений", observationStatuses],
  CONF_STATUS: ["CL_CONF_STATUS", "Confidentiality statuses", "Статусы конфиденциальности", confidentialities],
  FIGURE_STATUS: ["CL_FIGURE_STATUS", "Figure statuses", "Происхождение чисел", figureStatuses],
  STAGE: ["CL_STAGE", "Stages", "Стадии", figureStages],
  BOUND: ["CL_BOUND", "Bounds", "Приближения", figureBounds],
  EVIDENCE: ["CL_EVIDENCE", "Evidence", "Основания", figureEvidences]
};

/** Lists of the dimensions whose codes depend on what is published; economies, partners and reporters share one. */
const openLists: Readonly<Record<OpenDimension, readonly [id: string, en: string, ru: string]>> = {
  INDICATOR: ["CL_INDICATOR", "Indicators", "Показатели"],
  ECONOMY: ["CL_AREA", "Economies and organisations", "Экономики и организации"],
  PARTNER: ["CL_AREA", "Economies and organisations", "Экономики и организации"],
  REPORTER: ["CL_AREA", "Economies and organisations", "Экономики и организации"],
  PRODUCT: ["CL_PRODUCT", "Products", "Товары"],
  PRICES: ["CL_PRICES", "Prices", "Цены"],
  UNIT_MEASURE: ["CL_UNIT", "Units", "Единицы"],
  ABOUT: ["CL_ABOUT", "Register items", "Записи реестра"],
  BASE_PERIOD: ["CL_BASE_PERIOD", "Base periods", "Базы сравнения"],
  PUBLISHER: ["CL_PUBLISHER", "Publishers", "Издатели"],
  STATEMENT: ["CL_STATEMENT", "Statements", "Высказывания"]
};

/** Makes a book for every open dimension from all values that are published. */
export function makeFigureBooks(
  values: Readonly<Record<OpenDimension, ReadonlySet<string>>>,
  named: (dimension: OpenDimension, value: string) => Texts,
  areas: readonly Item[] = []
): Readonly<Record<OpenDimension, CodeBook>> {
  const area = makeCodeBook(
    new Set([...values.ECONOMY, ...values.PARTNER, ...values.REPORTER]),
    (value) => named("ECONOMY", value),
    [...special("_Z", "_U"), ...areas]
  );
  const books = {ECONOMY: area, PARTNER: area, REPORTER: area} as Record<OpenDimension, CodeBook>;
  for (const dimension of openDimensions)
    books[dimension] ??= makeCodeBook(
      values[dimension],
      (value) => named(dimension, value),
      special(absentCode(dimension))
    );
  return books;
}

function special(...ids: readonly string[]): Item[] {
  return fixedItems(specialCodes).filter(({id}) => ids.includes(id));
}

/** All code lists of figures. */
export function figureCodelists(books: Readonly<Record<OpenDimension, CodeBook>>): Codelist[] {
  const fixed = Object.values(lists).map(([id, en, ru, codes]) =>
    codelistOf(id, {en, ru}, fixedItems(codes), agency, structureVersion)
  );
  const open = new Map(
    openDimensions.map((dimension) => {
      const [id, en, ru] = openLists[dimension];
      return [id, codelistOf(id, {en, ru}, books[dimension].items, agency, structureVersion)];
    })
  );
  return [...fixed, ...open.values()];
}

/** The id of a component's code list; undefined for components without codes. */
function listOf(component: string): string | undefined {
  return lists[component]?.[0] ?? openLists[component as OpenDimension]?.[0];
}

/** A component's representation: the code list, or what its text is. */
function representation(component: string, textTypes: Readonly<Record<string, string>>): Representation {
  const id = listOf(component);
  return id === undefined
    ? {textType: textTypes[component] ?? "String"}
    : {codelist: {type: "codelist", agency, id, version: structureVersion}};
}

const textTypes: Readonly<Record<string, string>> = {
  TIME_PERIOD: "ObservationalTimePeriod",
  OBS_VALUE: "Double",
  LOWER: "Double",
  UPPER: "Double",
  PRECISION: "Double",
  SHARE_NUMERATOR: "Double",
  SHARE_DENOMINATOR: "Double",
  ITEMS: "Integer"
};

function component(id: string, own: Representation = representation(id, textTypes)) {
  return {id, concept: {scheme, item: id}, representation: own};
}

const mandatory = new Set(["OBS_STATUS", "CONF_STATUS", "FIGURE_STATUS", "BOUND", "EVIDENCE", "KNOWN"]);

/** The data structure of figures: the basis as dimensions, the rest of a figure as measures and attributes. */
export function figureDataStructure(): DataStructure {
  const plain = figureDimensions.filter((id) => id !== "TIME_PERIOD");
  const dimensions = figureDimensions.map(
    (id): Dimension => ({...component(id), role: id === "TIME_PERIOD" ? "time" : "plain"})
  );
  const attributes = figureAttributes.map(
    (id): Attribute => ({
      ...component(id),
      attachment: id === "UNIT_MULT" ? {dimensions: plain} : "observation",
      mandatory: mandatory.has(id)
    })
  );
  return {
    type: "datastructure",
    agency,
    id: "DSD_FIGURE",
    version: structureVersion,
    names: {en: "Figures on their basis", ru: "Числа и их основания"},
    dimensions,
    measures: ["OBS_VALUE", "LOWER", "UPPER"].map((id) => ({...component(id), mandatory: false})),
    attributes
  };
}

/** The dataflows of figures, with the statuses that each holds. */
export const figureFlows = [
  {
    id: "DF_REPORTED",
    statuses: ["reported", "derived", "closed", "missing"],
    en: "Reported and derived figures",
    ru: "Опубликованные и выведенные числа",
    category: "STATISTICS"
  },
  {
    id: "DF_RECONCILED",
    statuses: ["reconciled"],
    en: "Figures reconciled from the books of both sides",
    ru: "Числа, согласованные по учёту обеих сторон",
    category: "STATISTICS"
  },
  {
    id: "DF_MODELLED",
    statuses: ["modelled", "forecast"],
    en: "Modelled figures and forecasts",
    ru: "Расчётные числа и прогнозы",
    category: "MODELS"
  }
] as const;

/** A dataflow of figures as a structure. */
export function figureDataflow({id, en, ru}: (typeof figureFlows)[number]): Dataflow {
  const structure = {type: "datastructure", agency, id: "DSD_FIGURE", version: structureVersion} as const;
  return {type: "dataflow", agency, id, version: structureVersion, names: {en, ru}, structure};
}

/** Agency, provider, categories, and which dataflow lies in which category. */
export function frameStructures(flows: readonly (Dataflow & {readonly category: string})[]): Structure[] {
  const categories = {
    type: "categoryscheme",
    agency,
    id: "CONCORD_THEMES",
    version: structureVersion,
    names: {en: "Themes", ru: "Темы"},
    items: [
      {
        id: "INTEGRATION",
        names: {en: "Economic integration", ru: "Экономическая интеграция"},
        children: [
          {id: "STATISTICS", names: {en: "Statistics", ru: "Статистика"}},
          {id: "MODELS", names: {en: "Models", ru: "Модели"}},
          {id: "REGISTER", names: {en: "Register of agreements", ru: "Реестр договорённостей"}}
        ]
      }
    ]
  } as const satisfies Structure;
  const names = {en: "Concord", ru: "Concord"};
  return [
    {
      type: "agencyscheme",
      agency: "SDMX",
      id: "AGENCIES",
      version: "1.0",
      names: {en: "Agencies", ru: "Агентства"},
      items: [{id: agency, names}]
    },
    {
      type: "dataproviderscheme",
      agency,
      id: "DATA_PROVIDERS",
      version: "1.0",
      names: {en: "Data providers", ru: "Поставщики данных"},
      items: [{id: agency, names}]
    },
    categories,
    ...flows.map(
      ({category, ...flow}): Structure => ({
        type: "categorisation",
        agency,
        id: `CAT_${flow.id}`,
        version: structureVersion,
        names: {en: `${flow.id} in its theme`},
        source: {type: "dataflow", agency, id: flow.id, version: structureVersion},
        target: {
          scheme: {type: "categoryscheme", agency, id: categories.id, version: structureVersion},
          item: `INTEGRATION.${category}`
        }
      })
    )
  ];
}

/** Components of the register's data structure, for which `ITEM_KIND` and `REGISTER_STAGE` have lists of their own. */
export function registerDataStructure(): DataStructure {
  const coded = (id: string, list: string) =>
    component(id, {codelist: {type: "codelist", agency, id: list, version: structureVersion}});
  return {
    type: "datastructure",
    agency,
    id: "DSD_REGISTER",
    version: structureVersion,
    names: {en: "Items of the register by stage", ru: "Записи реестра по стадиям"},
    dimensions: [
      {...component("FREQ"), role: "plain"},
      {...coded("ITEM_KIND", "CL_ITEM_KIND"), role: "plain"},
      {...coded("REGISTER_STAGE", "CL_REGISTER_STAGE"), role: "plain"},
      {...component("TIME_PERIOD"), role: "time"}
    ],
    measures: [{...component("OBS_VALUE"), mandatory: false}],
    attributes: [
      {...component("UNIT_MULT"), attachment: {dimensions: ["FREQ", "ITEM_KIND", "REGISTER_STAGE"]}, mandatory: false},
      {...component("OBS_STATUS"), attachment: "observation", mandatory: true},
      {...component("CONF_STATUS"), attachment: "observation", mandatory: true},
      {...component("KNOWN"), attachment: "observation", mandatory: true},
      {...component("ITEMS"), attachment: "observation", mandatory: false}
    ]
  };
}
