import {basisKey} from "../../base/basis-key.ts";
import type {Figure} from "../../base/figure.ts";
import {subtract} from "../../base/interval.ts";
import type {Knowledge} from "../../base/pack.ts";
import {parsePeriod} from "../../base/period.ts";
import {derive, measured} from "../../turnover/derived.ts";
import {derivedBalances} from "../../turnover/flows.ts";
import type {Gap, TurnoverOutput} from "../../turnover/output.ts";

/**
 * Every figure of an answer about turnover that is worked out and stands in no pack, each with an id of its own:
 * the name of the computation and the ids of its inputs, joined by dots. Equal inputs give equal ids on any day.
 */
export function computedFigures({series, shares, gaps, economy}: TurnoverOutput): Figure[] {
  const shown = series.flatMap(({figures}) => figures.map(({role, vintages, ...figure}) => figure));
  const all = [
    ...shown.filter(isComputed),
    ...series.flatMap(({growth}) => growth.flatMap(({derived}) => derived ?? [])),
    ...shares,
    ...gaps.flatMap(gapFigures),
    ...balanceFigures(series, economy)
  ];
  return [...new Map(all.map((figure) => [figure.id, figure])).values()];
}

/** Whether a figure has the id of a computation; a pack may hold derived figures too, under ids of their own. */
function isComputed({id, inputs}: Figure): boolean {
  return inputs !== undefined && computations.some((name) => id === [name, ...inputs].join("."));
}

/** Those of computed figures that no pack has worked out already, on the same basis and from the same inputs. */
export function notStored(computed: readonly Figure[], stored: Iterable<Figure>): Figure[] {
  const key = ({basis, period, inputs}: Figure) =>
    JSON.stringify([basisKey(basis), parsePeriod(period).text, [...inputs!].sort()]);
  const known = new Set([...stored].flatMap((figure) => (figure.inputs ? [key(figure)] : [])));
  return computed.filter((figure) => !figure.inputs || !known.has(key(figure)));
}

/** The balance of an economy in each set of books, by period. */
export function balanceFigures(series: TurnoverOutput["series"], economy: string): Figure[] {
  const leading = series.flatMap(({figures}) =>
    figures.flatMap(({role, vintages, ...figure}) => (role === "shown" ? [figure] : []))
  );
  return derivedBalances(leading, economy);
}

/** A mirror gap as figures: in the unit and in per cent of the exporter's figure. */
export function gapFigures({exporterFigure, importerFigure, indicator, period, percent}: Gap): Figure[] {
  const [exporter, importer] = [exporterFigure && measured(exporterFigure), importerFigure && measured(importerFigure)];
  if (!exporterFigure || !importerFigure || !exporter || !importer) return [];
  const {reporter, valuation, ...shared} = exporterFigure.basis;
  const basis = {...shared, indicator: `${indicator}_gap`};
  const sides = [importerFigure, exporterFigure] as const;
  const difference = subtract(importer.interval, exporter.interval);
  const value = importer.value - exporter.value;
  const absolute = derive(sides, period, {
    name: "gap",
    basis,
    formula: "importer's figure - exporter's figure",
    value,
    interval: difference
  });
  if (percent === null) return [absolute];
  const of = {numerator: value, denominator: exporter.value, rule: "mirror gap / exporter's figure"};
  const relative = derive(sides, period, {
    name: "gap-percent",
    basis: {...basis, kind: "ratio", unit: "%"},
    formula: "100 * (importer's figure - exporter's figure) / exporter's figure",
    value: percent,
    interval: {low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY},
    of
  });
  return [absolute, relative];
}

/** Names that begin the ids of computed figures. */
const computations = ["turnover", "growth", "share", "real", "balance", "gap", "gap-percent"];

/** A figure of a pack that goes into the computed figure of an id; undefined when the id names none. */
export function firstInput(id: string, byId: ReadonlyMap<string, Figure>): Figure | undefined {
  let rest = id;
  for (;;) {
    const name = computations.find((one) => rest.startsWith(`${one}.`));
    if (name === undefined) return undefined;
    rest = rest.slice(name.length + 1);
    const input = longestPrefix(rest, byId);
    if (input) return input;
  }
}

/** Ids of figures hold dots themselves: the longest beginning that is one counts. */
function longestPrefix(text: string, byId: ReadonlyMap<string, Figure>): Figure | undefined {
  for (let end = text.length; end > 0; end = text.lastIndexOf(".", end - 1)) {
    const figure = byId.get(text.slice(0, end));
    if (figure) return figure;
  }
  return undefined;
}

const indexes = new WeakMap<Knowledge, ReadonlyMap<string, Figure>>();

/** The figures of the packs by id: those of the tables, and those that statements of the register hold. */
export function storedFigures(knowledge: Knowledge): ReadonlyMap<string, Figure> {
  let index = indexes.get(knowledge);
  if (!index) {
    const stated = knowledge.register.assertions.flatMap(({value}) => (typeof value === "string" ? [] : [value]));
    index = new Map([...stated, ...knowledge.figures].map((figure) => [figure.id, figure]));
    indexes.set(knowledge, index);
  }
  return index;
}
