import {latestDay} from "../../base/period.ts";
import type {DataStructure} from "../structures.ts";
import type {Cell, OutgoingDataSet, Row} from "../write/layout.ts";
import type {DataQuery, SortKey} from "./data-query.ts";
import {SdmxFault, semanticFault} from "./faults.ts";
import {type CellTest, makeTest} from "./filters.ts";
import type {KeyPattern} from "./key.ts";
import {assertComponents} from "./parameters.ts";
import {maybeTimePeriod} from "./time-period.ts";

/** Rows of a dataflow with all their vintages: those of a series together, by period, then by the day they became known. */
export type RowSource = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/** Most rows that are held in memory, for orders that the store does not have. */
export const mostHeldRows = 2_000_000;

/** What of a dataflow's rows a request wants. */
export interface Selection {
  readonly structure: DataStructure;
  readonly keys: readonly KeyPattern[];
  readonly query: DataQuery;
  /** Dimension at the observation, or "AllDimensions". */
  readonly atObservation: string;
}

const msOfDay = 86_400_000;

/** Where things stand in a row. */
interface Places {
  readonly dimensions: readonly number[];
  readonly time: number;
  readonly known: number;
}

function placesOf({dimensions, measures, attributes}: DataStructure): Places {
  return {
    dimensions: dimensions.map((_, at) => at),
    time: dimensions.findIndex(({role}) => role === "time"),
    known: dimensions.length + measures.length + attributes.findIndex(({id}) => id === "KNOWN")
  };
}

/** Index of a component in a row; -1 where there is none of that id. */
export function placeOf({dimensions, measures, attributes}: DataStructure, id: string): number {
  return [...dimensions, ...measures, ...attributes].findIndex((one) => one.id === id);
}

/** Makes the test of a row by key and filters. */
export function makeRowTest({structure, keys, query}: Selection): (row: Row) => boolean {
  const tests = cellTests(structure, query);
  const byKey = keyTest(keys);
  return (row) => byKey(row) && tests.every(({at, test}) => test(row[at]!));
}

function keyTest(keys: readonly KeyPattern[]): (row: Row) => boolean {
  if (keys.length === 0) return () => true;
  const parts = keys.map((key) => key.flatMap((codes, at) => (codes ? [{codes, at}] : [])));
  return (row) => parts.some((positions) => positions.every(({codes, at}) => codes.has(String(row[at]))));
}

/** The tests of the filters, by place in a row. */
export function cellTests(structure: DataStructure, query: DataQuery): {at: number; test: CellTest}[] {
  const all = [...structure.dimensions, ...structure.measures, ...structure.attributes];
  const ids = all.map(({id}) => id);
  return query.filters.map((filter) => {
    assertComponents([filter.component], ids, "Filter c");
    const at = ids.indexOf(filter.component);
    const textType = all[at]!.representation?.textType ?? "";
    return {
      at,
      test: makeTest(filter, {
        isTime: at === structure.dimensions.findIndex(({role}) => role === "time"),
        isNumeric: /^(Double|Integer|Decimal|Float|Long|Short|Count|BigInteger)$/.test(textType),
        ...(query.reportingYearStart !== undefined && {reportingYearStart: query.reportingYearStart})
      })
    };
  });
}

/** Day on which a row became known, evaluated as its latest; 0 for rows without vintage. */
function knownDay(row: Row, {known}: Places): number {
  const text = row[known];
  return typeof text === "string" ? cachedDay(text) : 0;
}

const days = new Map<string, number>();

function cachedDay(text: string): number {
  let day = days.get(text);
  if (day === undefined) {
    day = latestDay(text);
    if (days.size < 50_000) days.set(text, day);
  }
  return day;
}

function sameCells(a: Row, b: Row, places: readonly number[]): boolean {
  for (const at of places) if (a[at] !== b[at]) return false;
  return true;
}

/**
 * Chooses rows: key and filters, then vintage (as of a moment, or the latest), then first and last observations, then
 * order, offset and limit. One series is held at a time, all rows only where another order than the store's is asked for.
 * Yields data sets: one, or with history one for each day on which something became known.
 */
export async function* selectDataSets(source: RowSource, selection: Selection): AsyncGenerator<OutgoingDataSet> {
  const {query} = selection;
  const chosen = chosenRows(source, selection);
  if (query.includeHistory) {
    yield* history(chosen, selection);
    return;
  }
  const iterator = chosen[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const action = query.updatedAfter === undefined ? ("Information" as const) : ("Replace" as const);
  try {
    yield {head: {action}, batches: resume(first.value, iterator)};
  } finally {
    await iterator.return?.(undefined); // whoever stops early gives back what the source holds open
  }
}

async function* resume(first: readonly Row[], rest: AsyncIterator<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* chosenRows(source: RowSource, selection: Selection): AsyncGenerator<readonly Row[]> {
  const ordered = ordering(selection);
  const rows = seriesRows(source, selection);
  yield* window(ordered ? sorted(rows, ordered) : rows, selection.query);
}

/** Rows of the wanted vintage, with first and last observations taken of each series. */
async function* seriesRows(source: RowSource, selection: Selection): AsyncGenerator<readonly Row[]> {
  const {structure, query} = selection;
  const places = placesOf(structure);
  const test = makeRowTest(selection);
  const seriesPlaces = places.dimensions.filter((at) => at !== places.time);
  const vintage = makeVintages(places, query);
  let series: Row[] = [];
  let observation: Row[] = [];

  const closeObservation = () => {
    if (observation.length > 0) series.push(...vintage(observation));
    observation = [];
  };
  const closeSeries = () => {
    closeObservation();
    const rows = firstAndLast(series, places, query);
    series = [];
    return query.observations ? rows : rows.slice(0, 1);
  };

  let last: Row | undefined;
  for await (const batch of source) {
    let out: Row[] = [];
    for (const row of batch) {
      if (!test(row)) continue;
      if (last && !sameCells(last, row, seriesPlaces)) out = concat(out, closeSeries());
      else if (last && last[places.time] !== row[places.time]) closeObservation();
      observation.push(row);
      last = row;
    }
    if (out.length > 0) yield out;
  }
  const rest = closeSeries();
  if (rest.length > 0) yield rest;
}

function concat(rows: Row[], more: readonly Row[]): Row[] {
  for (const row of more) rows.push(row);
  return rows;
}

/** Which vintages of one observation are wanted. Days are what is known of vintages, so a moment within a day counts for all of it. */
function makeVintages(
  places: Places,
  {asOf, updatedAfter, includeHistory}: DataQuery
): (versions: readonly Row[]) => readonly Row[] {
  const until = asOf === undefined ? Number.POSITIVE_INFINITY : Math.floor(asOf / msOfDay);
  const since = updatedAfter === undefined ? Number.NEGATIVE_INFINITY : Math.floor(updatedAfter / msOfDay);
  return (versions) => {
    const known = versions.filter((row) => knownDay(row, places) <= until);
    const wanted = includeHistory ? known : known.slice(-1);
    return wanted.filter((row) => knownDay(row, places) >= since);
  };
}

function firstAndLast(series: readonly Row[], places: Places, {firstN, lastN}: DataQuery): readonly Row[] {
  if (firstN === undefined && lastN === undefined) return series;
  const periods = [...new Set(series.map((row) => row[places.time]!))];
  const wanted = new Set([
    ...(firstN === undefined ? [] : periods.slice(0, firstN)),
    ...(lastN === undefined ? [] : periods.slice(-lastN))
  ]);
  return series.filter((row) => wanted.has(row[places.time]!));
}

type Order = (a: Row, b: Row) => number;

/** The order that a request wants, where it is another than that of the store. */
function ordering({structure, query, atObservation}: Selection): Order | undefined {
  const {dimensions} = structure;
  const ids = dimensions.map(({id}) => id);
  const time = dimensions.findIndex(({role}) => role === "time");
  const isSeries = (at: number) => ids[at] !== atObservation;
  const wanted = query.sort ?? [];
  const keys = wanted.flatMap((key) => expand(key, ids, atObservation, structure));
  const grouped = atObservation === "AllDimensions" || atObservation === ids[time];
  if (keys.length === 0 && grouped) return undefined;
  const byKeys = keys.map(({at, descending}) => compareCells(at, at === time, descending));
  const sequence =
    atObservation === "AllDimensions"
      ? [...byKeys, ...dimensions.map((_, at) => compareCells(at, at === time, false))]
      : grouping(keys, byKeys, dimensions.length, isSeries, time);
  return (a, b) => {
    for (const compare of sequence) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Series stay together whatever is asked for: their keys sort first, the observations within them after. */
function grouping(
  keys: readonly {at: number; descending: boolean}[],
  byKeys: readonly Order[],
  count: number,
  isSeries: (at: number) => boolean,
  time: number
): Order[] {
  const all = Array.from({length: count}, (_, at) => at);
  const inSeries = byKeys.filter((_, k) => keys[k]!.at < count && isSeries(keys[k]!.at));
  const others = byKeys.filter((_, k) => !(keys[k]!.at < count && isSeries(keys[k]!.at)));
  return [
    ...inSeries,
    ...all.filter(isSeries).map((at) => compareCells(at, at === time, false)),
    ...others,
    ...all.filter((at) => !isSeries(at)).map((at) => compareCells(at, at === time, false))
  ];
}

function expand(
  {component, descending}: SortKey,
  ids: readonly string[],
  atObservation: string,
  structure: DataStructure
): {at: number; descending: boolean}[] {
  const all = ids.map((_, at) => ({at, descending}));
  if (component === "*") return all;
  if (component === "series_key") {
    if (atObservation === "AllDimensions")
      throw semanticFault(
        'Parameter sort has "series_key", which means nothing where dimensionAtObservation is AllDimensions'
      );
    return all.filter(({at}) => ids[at] !== atObservation);
  }
  const at = placeOf(structure, component);
  if (at < 0)
    throw semanticFault(`Parameter sort names the component "${component}", which the structure does not have`);
  return [{at, descending}];
}

function compareCells(at: number, isTime: boolean, descending: boolean): Order {
  const sign = descending ? -1 : 1;
  const starts = new Map<Cell, number>();
  const start = (cell: Cell) => {
    let value = starts.get(cell);
    if (value === undefined) {
      value = maybeTimePeriod(String(cell))?.start ?? 0;
      starts.set(cell, value);
    }
    return value;
  };
  return (a, b) => {
    const [x, y] = [a[at]!, b[at]!];
    if (x === y) return 0;
    if (x === null || y === null) return x === null ? 1 : -1; // absent values stand last in both orders
    if (isTime) return sign * (start(x) - start(y) || (x < y ? -1 : 1));
    return sign * (x < y ? -1 : 1);
  };
}

async function held(rows: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const batch of rows) {
    concat(all, batch);
    if (all.length > mostHeldRows)
      throw new SdmxFault(
        "too-large",
        `More than ${mostHeldRows} observations would have to be sorted, wanted a narrower key, or the order of the store`
      );
  }
  return all;
}

async function* sorted(rows: AsyncIterable<readonly Row[]>, order: Order): AsyncGenerator<readonly Row[]> {
  const all = await held(rows);
  if (all.length > 0) yield all.sort(order);
}

async function* window(
  rows: AsyncIterable<readonly Row[]>,
  {offset, limit = Number.POSITIVE_INFINITY}: DataQuery
): AsyncGenerator<readonly Row[]> {
  let skip = offset;
  let left = limit;
  for await (const batch of rows) {
    const wanted = batch.slice(skip, skip + left);
    skip = Math.max(0, skip - batch.length);
    left -= wanted.length;
    if (wanted.length > 0) yield wanted;
    if (left <= 0) return;
  }
}

/** One data set for each day on which something became known, oldest first. */
async function* history(rows: AsyncIterable<readonly Row[]>, {structure}: Selection): AsyncGenerator<OutgoingDataSet> {
  const places = placesOf(structure);
  const byDay = new Map<number, Row[]>();
  for (const row of await held(rows)) {
    const day = knownDay(row, places);
    const others = byDay.get(day);
    if (others) others.push(row);
    else byDay.set(day, [row]);
  }
  for (const day of [...byDay.keys()].sort((a, b) => a - b)) {
    const validFrom = `${new Date(day * msOfDay).toISOString().slice(0, 10)}T00:00:00Z`;
    yield {head: {action: "Replace", validFrom}, batches: [byDay.get(day)!]};
  }
}
