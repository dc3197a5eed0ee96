import {
  figureRow,
  type OpenDimension,
  openDimensions,
  openValues,
  type StatedFigure
} from "../../src/sdmx/publish/figure-row.ts";
import {
  conceptScheme,
  figureCodelists,
  figureDataflow,
  figureDataStructure,
  figureFlows,
  makeFigureBooks
} from "../../src/sdmx/publish/figure-structures.ts";
import type {Codelist, Dataflow, DataStructure, Texts} from "../../src/sdmx/structures.ts";
import type {Row} from "../../src/sdmx/write/layout.ts";

/** Rows as a service sends them, made on the way so that none are kept. */
export interface GeneratedRows {
  readonly flow: Dataflow;
  readonly structure: DataStructure;
  readonly codelists: readonly Codelist[];
  readonly concepts: ReadonlyMap<string, Texts>;
  /** The rows in batches, in series order. */
  batches(count: number): Generator<readonly Row[]>;
}

const periods = 48;
const batchSize = 2048;

/** Monthly exports of many pairs by product: `periods` observations a series. */
function statedFigure(series: number, period: number, value: number): StatedFigure {
  const month = `${2020 + Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, "0")}`;
  const [a, b] = [economies[series % 20]!, economies[(series * 7 + 3) % 20]!];
  const figure: StatedFigure["figure"] = {
    id: `x.${a.toLowerCase()}.${b.toLowerCase()}.${series}.${month}`,
    basis: {
      indicator: "exports",
      kind: "level",
      economy: a,
      partner: b,
      reporter: a,
      coverage: "goods",
      valuation: "fob",
      prices: "current",
      unit: "USD",
      product: {scheme: "HS", code: String(1000 + Math.floor(series / 20))}
    },
    period: month,
    value,
    bound: "exact",
    status: "reported",
    evidence: "sourced",
    known: "2024-05",
    sources: ["customs-2024"]
  };
  return {figure, publisher: "Customs office", statement: 1};
}

const economies = "ARM AUT BLR BRA CHN DEU EGY FRA GBR IND IRN ITA JPN KAZ KGZ POL RUS TUR USA UZB".split(" ");

/** Makes rows of the data structure of figures. */
export function generatedRows(): GeneratedRows {
  const values = Object.fromEntries(openDimensions.map((id) => [id, new Set<string>()])) as Record<
    OpenDimension,
    Set<string>
  >;
  for (let series = 0; series < 200_000; series += 20)
    for (let at = 0; at < (series === 0 ? 20 : 1); at++) {
      const found = openValues(statedFigure(series + at, 0, 0));
      for (const id of openDimensions) if (found[id] !== undefined) values[id].add(found[id]);
    }
  const books = makeFigureBooks(values, (_, value) => ({en: value}));
  const structure = figureDataStructure();
  const months = Array.from({length: periods}, (_, period) => figureRow(statedFigure(0, period, 0), books));
  const idAt =
    structure.dimensions.length +
    structure.measures.length +
    structure.attributes.findIndex(({id}) => id === "FIGURE_ID");
  return {
    flow: figureDataflow(figureFlows[0]),
    structure,
    codelists: figureCodelists(books),
    concepts: new Map(conceptScheme().items.map(({id, names}) => [id, names])),
    *batches(count) {
      let made = 0;
      let state = 42;
      for (let series = 0; made < count; series++) {
        const head = figureRow(statedFigure(series, 0, 0), books);
        let rows: Row[] = [];
        for (let period = 0; period < periods && made < count; period++, made++) {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes' generator: seeded, so every run writes the same
          const row = head.slice();
          row[15] = months[period]![15]!;
          row[16] = state / 64;
          row[idAt] = `x.${series}.${period}`;
          rows.push(row);
          if (rows.length === batchSize) {
            yield rows;
            rows = [];
          }
        }
        if (rows.length > 0) yield rows;
      }
    }
  };
}
