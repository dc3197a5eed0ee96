import {ConcordError, formatViolation, type Violation} from "../../base/errors.ts";
import {partialDateSchema} from "../../base/source.ts";
import type {Table} from "../../store/table.ts";
import {isPairMapping, isSeriesMapping, type TableMapping} from "./mapping.ts";
import {periodText} from "./table-slots.ts";

const plainNumber = String.raw`[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?\s*`;

/** What a cell of values holds: a number in plain units, or why there is none. */
export type CellValue = number | "missing" | "closed";

/** Throws one error with all cells of a table that cannot be read as what the mapping says they are. */
export async function checkCells(table: Table, mapping: TableMapping): Promise<void> {
  const violations = [
    ...(await badValues(table, mapping)),
    ...(await badTexts(
      table,
      mapping.period,
      (text) => periodText(text) !== undefined,
      "a period as 2014, 2014-Q1 or 201406"
    )),
    ...(await badTexts(
      table,
      mapping.known,
      (text) => partialDateSchema.safeParse(text).success,
      "a date as 2014-05-31"
    ))
  ];
  if (violations.length === 0) return;
  const [first, ...others] = violations.map(formatViolation);
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  throw new ConcordError("bad_data", `${first}${more}`, {details: {violations}});
}

async function badValues(table: Table, mapping: TableMapping): Promise<Violation[]> {
  const {decimal = ".", missing = [], closed = []} = mapping.value;
  const columns = isPairMapping(mapping) ? [mapping.value.exporter, mapping.value.importer] : [mapping.value.column];
  const sign = isSeriesMapping(mapping) ? "-?" : "";
  const pattern = `\\s*${sign}${plainNumber}`.replace("\\.", decimal === "," ? "," : "\\.");
  const found = await Promise.all(
    columns.map(async (column) => {
      const cells = await table.mismatches(column, pattern, ["", ...missing, ...closed]);
      return cells.map((cell) => ({column, ...cell}));
    })
  );
  return found.flat().map(({column, line, value}) => ({
    file: table.path,
    line,
    field: column,
    found: `"${value}"`,
    wanted: `a number as 1234${decimal}5, ${sign === "" ? "not negative, " : ""}or a word that the mapping lists as missing or closed`
  }));
}

async function badTexts(
  table: Table,
  slot: {column: string} | {constant: string} | undefined,
  isGood: (text: string) => boolean,
  wanted: string
): Promise<Violation[]> {
  if (!slot || !("column" in slot)) return [];
  const values = await table.values(slot.column);
  return values
    .filter(({value}) => !isGood(value))
    .map(({value, line}) => ({file: table.path, line, field: slot.column, found: `"${value}"`, wanted}));
}

/** Reads a cell of values that was checked before. */
export function cellValue(
  text: string,
  {decimal = ".", scale = 1, closed = [], missing = []}: TableMapping["value"]
): CellValue {
  if (closed.includes(text)) return "closed";
  if (text === "" || missing.includes(text)) return "missing";
  return Number(decimal === "," ? text.replace(",", ".") : text) * scale;
}
