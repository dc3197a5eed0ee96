import type {Basis, Figure} from "../../base/figure.ts";
import type {Notice} from "../../base/notice.ts";
import type {Table, TableRow} from "../../store/table.ts";
import type {SeriesMapping} from "./mapping.ts";
import {cellValue, checkCells} from "./table-cells.ts";
import {
  type CodeBook,
  coverageSlot,
  economySlot,
  indicatorSlot,
  periodSlot,
  productSlot,
  type Slot,
  valuationOf
} from "./table-slots.ts";

/** What a row of a series table says. */
export interface SeriesRow extends Pick<Figure, "basis" | "period" | "value" | "status"> {
  /** Since when public, where the mapping tells. */
  readonly known?: string;
}

/** The columns that the mapping of a series table names. */
export function seriesColumns(mapping: SeriesMapping): string[] {
  const {economy, partner, reporter, indicator, value, period, product, coverage, valuation, known, where} = mapping;
  const slots = [economy, partner, reporter, indicator, value, period, product, coverage, valuation, known];
  const named = slots.flatMap((slot) => (typeof slot === "object" && "column" in slot ? [slot.column] : []));
  return [...new Set([...named, ...Object.keys(where ?? {})])];
}

/** Reads every row of a series table; bad cells are one error, rows of nobody known are notices. */
export async function readSeriesRows(
  table: Table,
  mapping: SeriesMapping,
  book: CodeBook
): Promise<{rows: SeriesRow[]; notices: Notice[]}> {
  await checkCells(table, mapping);
  const notices: Notice[] = [];
  const who = {book, notices};
  const slots = {
    economy: await economySlot(table, mapping.economy, who),
    partner: mapping.partner && (await economySlot(table, mapping.partner, who)),
    reporter: mapping.reporter && (await economySlot(table, mapping.reporter, who)),
    indicator: await indicatorSlot(table, mapping.indicator, notices),
    period: periodSlot(mapping.period),
    product: await productSlot(table, mapping.product, "all", notices),
    coverage: mapping.coverage === undefined ? undefined : await coverageSlot(table, mapping.coverage, notices)
  };
  const found = await table.rows(mapping.where);
  const rows = found.flatMap((row) => {
    const basis = basisOf(row, mapping, slots);
    if (!basis) return [];
    const value = cellValue(row.cells[mapping.value.column]!, mapping.value);
    const {known} = mapping;
    return [
      {
        basis,
        period: slots.period.of(row)!,
        value: typeof value === "number" ? value : null,
        status: typeof value === "number" ? ("reported" as const) : value,
        ...(known && {known: "constant" in known ? known.constant : row.cells[known.column]!})
      }
    ];
  });
  return {rows, notices};
}

interface Slots {
  readonly economy: Slot<string>;
  readonly partner: Slot<string> | undefined;
  readonly reporter: Slot<string> | undefined;
  readonly indicator: Slot<string>;
  readonly product: Awaited<ReturnType<typeof productSlot>>;
  readonly coverage: Awaited<ReturnType<typeof coverageSlot>> | undefined;
}

/** Undefined where a slot that the mapping has says nothing in this row: it was noticed. */
function basisOf(row: TableRow, mapping: SeriesMapping, slots: Slots): Basis | undefined {
  const economy = slots.economy.of(row);
  const partner = slots.partner?.of(row);
  const reporter = slots.reporter?.of(row);
  const indicator = slots.indicator.of(row);
  const coverage = slots.coverage?.of(row);
  const product = slots.product.of(row)!;
  if (!economy || !indicator || (slots.partner && !partner) || (slots.reporter && !reporter)) return undefined;
  return {
    indicator,
    kind: mapping.kind ?? "level",
    economy,
    ...(partner && {partner}),
    ...(reporter && {reporter}),
    ...(coverage && {coverage}),
    ...(mapping.valuation !== undefined && {
      valuation: valuationOf(mapping.valuation, indicator === "imports" ? "imports" : "exports", row)
    }),
    ...(mapping.prices !== undefined && {prices: mapping.prices}),
    unit: mapping.value.unit ?? "USD",
    ...(product !== "total" && {product})
  };
}
