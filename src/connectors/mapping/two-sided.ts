import {basisKey} from "../../base/basis-key.ts";
import type {Basis, Coverage, Figure} from "../../base/figure.ts";
import {groupBy} from "../../base/group-by.ts";
import type {Notice} from "../../base/notice.ts";
import {latestDay} from "../../base/period.ts";
import type {Source} from "../../base/source.ts";
import type {Table, TableRow} from "../../store/table.ts";
import {type Flow, isPairMapping, type Mapping} from "./mapping.ts";
import {cellValue, checkCells} from "./table-cells.ts";
import {
  type CodeBook,
  coverageSlot,
  economySlot,
  flowSlot,
  type Product,
  periodSlot,
  productSlot,
  type Slot,
  valuationOf
} from "./table-slots.ts";

/** Which rows of a table are wanted: those of one pair, and what is known about them. */
export interface TwoSidedQuery {
  readonly economy: string;
  readonly partner: string;
  readonly product?: {readonly scheme: string; readonly code: string};
  /** Day of the question: figures count as known since then where the mapping does not say. */
  readonly asOf: string;
}

/** The figures of a table, its source, and what was left aside. */
export interface TwoSided {
  readonly figures: Figure[];
  /** Its `url` is the path of the file where the mapping gives no address. */
  readonly source: Source;
  readonly notices: Notice[];
}

/** The columns that a mapping names. */
export function mappedColumns(mapping: Mapping): string[] {
  const sides = isPairMapping(mapping)
    ? [mapping.exporter, mapping.importer, {column: mapping.value.exporter}, {column: mapping.value.importer}]
    : [mapping.reporter, mapping.partner, mapping.flow, mapping.value];
  const slots = [...sides, mapping.period, mapping.product, mapping.coverage, mapping.valuation, mapping.known];
  const named = slots.flatMap((slot) => (typeof slot === "object" && "column" in slot ? [slot.column] : []));
  return [...new Set([...named, ...Object.keys(mapping.where ?? {})])];
}

/**
 * Reads the rows of two economies from a table as figures, each in the books of its reporter. Bad cells anywhere in
 * the table are one error; codes that mean no known economy or flow, and rows that repeat a key, are notices.
 */
export async function readTwoSided(
  table: Table,
  mapping: Mapping,
  query: TwoSidedQuery,
  book: CodeBook
): Promise<TwoSided> {
  const {notices, source, rows, placed} = await readRows(table, mapping, query, book);
  const all = placed.filter(({figure: {basis}}) => basis.economy !== basis.partner); // goods that came back are no pair's trade
  const known = all.filter(({figure}) => latestDay(figure.known) <= latestDay(query.asOf));
  if (rows.length === 0) notices.push(noRows(query));
  if (known.length < all.length) notices.push(notYetKnown(all.length - known.length, query));
  return {figures: withoutRepeats(known, table.unit, notices), source, notices};
}

/** Reads all rows of a table as figures, of every economy and product, as `readTwoSided` does those of one pair. */
export async function readFlows(table: Table, mapping: Mapping, asOf: string, book: CodeBook): Promise<TwoSided> {
  const {notices, source, placed} = await readRows(table, mapping, {asOf}, book);
  return {figures: withoutRepeats(placed, table.unit, notices), source, notices};
}

async function readRows(
  table: Table,
  mapping: Mapping,
  query: Partial<TwoSidedQuery> & Pick<TwoSidedQuery, "asOf">,
  book: CodeBook
): Promise<{notices: Notice[]; source: Source; rows: readonly TableRow[]; placed: Placed[]}> {
  await checkCells(table, mapping);
  const notices: Notice[] = [];
  const slots = await makeSlots(table, mapping, query, book, notices);
  const source = sourceOf(mapping, table.path, query.asOf);
  const rows = await table.rows(selection(slots, mapping));
  const placed = rows.flatMap((row) => figuresOf(row, slots, mapping, source));
  return {notices, source, rows, placed};
}

interface Slots {
  /** Reporter and partner, or exporter and importer. */
  readonly first: Slot<string>;
  readonly second: Slot<string>;
  readonly flow: Slot<Flow> | undefined;
  readonly period: Slot<string>;
  readonly product: Slot<Product>;
  readonly coverage: Slot<Coverage>;
}

async function makeSlots(
  table: Table,
  mapping: Mapping,
  {economy, partner, product}: Partial<TwoSidedQuery>,
  book: CodeBook,
  notices: Notice[]
): Promise<Slots> {
  const isPairWanted = economy !== undefined && partner !== undefined;
  const who = {book, wanted: isPairWanted ? [economy, partner] : undefined, notices};
  const isPair = isPairMapping(mapping);
  return {
    first: await economySlot(table, isPair ? mapping.exporter : mapping.reporter, who),
    second: await economySlot(table, isPair ? mapping.importer : mapping.partner, who),
    flow: isPair ? undefined : await flowSlot(table, mapping.flow, notices),
    period: periodSlot(mapping.period),
    product: await productSlot(table, mapping.product, isPairWanted ? product : "all", notices),
    coverage: await coverageSlot(table, mapping.coverage, notices)
  };
}

function selection(slots: Slots, mapping: Mapping): Record<string, readonly string[]> {
  const where: Record<string, readonly string[]> = {...mapping.where};
  for (const slot of [slots.first, slots.second, slots.flow, slots.product, slots.coverage]) {
    if (!slot?.where) continue;
    const {column, values} = slot.where;
    where[column] = where[column]?.filter((value) => values.includes(value)) ?? values;
  }
  return where;
}

/** A figure with the row that it stands in. */
interface Placed {
  readonly figure: Figure;
  readonly line: number;
}

/** One side's number of a row. */
interface Side {
  readonly name: string;
  readonly cell: string;
  readonly flow: Flow;
  readonly reporter: string;
  readonly partner: string;
}

function figuresOf(row: TableRow, slots: Slots, mapping: Mapping, source: Source): Placed[] {
  const [first, second] = [slots.first.of(row), slots.second.of(row)];
  if (!first || !second) return [];
  return sidesOf(row, slots, mapping, first, second).map((side) => ({
    figure: figureOf(side, row, slots, mapping, source),
    line: row.line
  }));
}

function sidesOf(row: TableRow, slots: Slots, mapping: Mapping, first: string, second: string): Side[] {
  if (!isPairMapping(mapping)) {
    const flow = slots.flow!.of(row)!;
    return [{name: "", cell: row.cells[mapping.value.column]!, flow, reporter: first, partner: second}];
  }
  const {exporter, importer} = mapping.value;
  return [
    {name: "-exporter", cell: row.cells[exporter]!, flow: "exports", reporter: first, partner: second},
    {name: "-importer", cell: row.cells[importer]!, flow: "imports", reporter: second, partner: first}
  ];
}

function figureOf(side: Side, row: TableRow, slots: Slots, mapping: Mapping, source: Source): Figure {
  const product = slots.product.of(row)!;
  const value = cellValue(side.cell, mapping.value);
  const basis: Basis = {
    indicator: side.flow,
    kind: "level",
    economy: side.reporter,
    partner: side.partner,
    reporter: side.reporter,
    coverage: slots.coverage.of(row)!,
    valuation: valuationOf(mapping.valuation, side.flow, row),
    prices: "current",
    unit: mapping.value.unit ?? "USD",
    ...(product !== "total" && {product})
  };
  return {
    id: `row-${row.line}${side.name}`,
    basis,
    period: slots.period.of(row)!,
    value: typeof value === "number" ? value : null,
    bound: "exact",
    status: typeof value === "number" ? "reported" : value,
    evidence: "sourced",
    known: knownOf(mapping, row, source),
    sources: [source.id]
  };
}

function knownOf({known}: Mapping, {cells}: TableRow, source: Source): string {
  if (known) return "constant" in known ? known.constant : cells[known.column]!;
  return source.published ?? source.retrieved;
}

function sourceOf({source}: Mapping, path: string, asOf: string): Source {
  return {
    id: "table",
    url: source?.url ?? path,
    publisher: source?.publisher ?? path,
    language: source?.language ?? "en",
    retrieved: asOf,
    tier: 2,
    ...(source?.title !== undefined && {title: source.title}),
    ...(source?.published !== undefined && {published: source.published})
  };
}

/** Rows that say the same of the same are one figure; rows that differ stay side by side. Both are noticed. */
function withoutRepeats(placed: readonly Placed[], unit: string, notices: Notice[]): Figure[] {
  const groups = [...groupBy(placed, ({figure}) => `${basisKey(figure.basis)} ${figure.period}`).values()];
  const repeated = groups.filter((group) => group.length > 1);
  if (repeated.length > 0)
    notices.push({
      code: "repeated-keys",
      text: "Rows have the same reporter, partner, flow, period and product; where their values differ all are kept",
      count: repeated.reduce((sum, group) => sum + group.length, 0),
      examples: repeated.slice(0, 5).map((group) => `${unit}s ${group.map(({line}) => line).join(", ")}`)
    });
  return groups.flatMap((group) =>
    [...groupBy(group, ({figure}) => figure.value).values()].map(([one]) => one!.figure)
  );
}

function noRows({economy, partner}: TwoSidedQuery): Notice {
  return {code: "no-rows", text: `The table has no rows of ${economy} with ${partner}`, count: 0, examples: []};
}

function notYetKnown(count: number, {asOf}: TwoSidedQuery): Notice {
  return {code: "not-yet-known", text: `Rows left aside: not public on ${asOf}`, count, examples: []};
}
