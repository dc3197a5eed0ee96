import type {Coverage} from "../../base/figure.ts";
import type {Notice} from "../../base/notice.ts";
import {isPeriod, parsePeriod} from "../../base/period.ts";
import {slugSchema} from "../../base/source.ts";
import type {Table, TableRow, TableValue} from "../../store/table.ts";
import type {CodeForm, Flow, FlowMapping, Mapping, SeriesMapping} from "./mapping.ts";

/** Whatever knows the codes and names of economies. */
export interface CodeBook {
  /** The economy that a code or name of the given form means. */
  find(text: string, form: CodeForm): string | undefined;
}

/** What a row says in one slot of a mapping, and which cells of a column are worth reading at all. */
export interface Slot<Value> {
  of(row: TableRow): Value | undefined;
  readonly where?: {readonly column: string; readonly values: readonly string[]};
}

/** Values that are quoted in a notice. */
const examples = 5;

/** The slot of a column whose distinct values mean something each; `isWanted` keeps rows that matter. */
function columnSlot<Value>(
  column: string,
  meanings: ReadonlyMap<string, Value>,
  isWanted?: (value: Value) => boolean
): Slot<Value> {
  const of = ({cells}: TableRow) => meanings.get(cells[column]!);
  if (!isWanted) return {of};
  const values = [...meanings].filter(([, value]) => isWanted(value)).map(([text]) => text);
  return {of, where: {column, values}};
}

function constantSlot<Value>(value: Value): Slot<Value> {
  return {of: () => value};
}

/** Reads the distinct values of a column; those without a meaning become one notice. */
async function meaningsOf<Value>(
  table: Table,
  column: string,
  meaning: (text: string) => Value | undefined,
  notice?: {code: string; text: string; notices: Notice[]}
): Promise<Map<string, Value>> {
  const values = await table.values(column);
  const meanings = new Map<string, Value>();
  const unknown: TableValue[] = [];
  for (const entry of values) {
    const value = meaning(entry.value);
    if (value === undefined) unknown.push(entry);
    else meanings.set(entry.value, value);
  }
  if (notice && unknown.length > 0) notice.notices.push({code: notice.code, text: notice.text, ...counted(unknown)});
  return meanings;
}

function counted(unknown: readonly TableValue[]): {count: number; examples: string[]} {
  const most = unknown.toSorted((a, b) => b.count - a.count).slice(0, examples);
  return {
    count: unknown.reduce((sum, {count}) => sum + count, 0),
    examples: most.map(({value, count}) => `"${value}" (${count})`)
  };
}

/** Who: an economy of a column or a constant; rows of economies that are not wanted are not read. */
export async function economySlot(
  table: Table,
  slot: FlowMapping["reporter"],
  {book, wanted, notices}: {book: CodeBook; wanted?: readonly string[] | undefined; notices: Notice[]}
): Promise<Slot<string>> {
  if ("constant" in slot) return constantSlot(book.find(slot.constant, "any") ?? slot.constant);
  const {column, codes = "any", values = {}} = slot;
  const find = (text: string) => (values[text] !== undefined ? book.find(values[text], "any") : book.find(text, codes));
  const meanings = await meaningsOf(table, column, find, {
    code: "unknown-economies",
    text: `Rows left aside: column "${column}" names no known economy`,
    notices
  });
  return columnSlot(column, meanings, (economy) => wanted?.includes(economy) ?? true);
}

const usualFlows: Readonly<Record<string, Flow>> = {
  x: "exports",
  export: "exports",
  exports: "exports",
  m: "imports",
  import: "imports",
  imports: "imports",
  rx: "re-exports",
  "re-export": "re-exports",
  "re-exports": "re-exports",
  rm: "re-imports",
  "re-import": "re-imports",
  "re-imports": "re-imports"
};

/** Which way: by the mapping's own words, else by the usual ones. */
export async function flowSlot(table: Table, slot: FlowMapping["flow"], notices: Notice[]): Promise<Slot<Flow>> {
  if ("constant" in slot) return constantSlot(slot.constant);
  const {column, values} = slot;
  const meaning = (text: string) => values?.[text] ?? usualFlows[text.trim().toLowerCase()];
  const text = `Rows left aside: column "${column}" names no known flow`;
  const meanings = await meaningsOf(table, column, meaning, {code: "unknown-flows", text, notices});
  return columnSlot(column, meanings, (flow) => flow !== "skip");
}

/** What is measured: a word for the whole table, or by the values of a column, which may be such words themselves. */
export async function indicatorSlot(
  table: Table,
  slot: SeriesMapping["indicator"],
  notices: Notice[]
): Promise<Slot<string>> {
  if ("constant" in slot) return constantSlot(slot.constant);
  const {column, values} = slot;
  const meaning = (text: string) => values?.[text] ?? (slugSchema.safeParse(text).success ? text : undefined);
  const text = `Rows left aside: column "${column}" names no indicator that the mapping knows`;
  return columnSlot(column, await meaningsOf(table, column, meaning, {code: "unknown-indicators", text, notices}));
}

/** The canonical text of a period; months may also be written 202306. */
export function periodText(text: string): string | undefined {
  const month = /^(\d{4})(\d{2})$/.exec(text);
  const iso = month ? `${month[1]}-${month[2]}` : text;
  return isPeriod(iso) ? parsePeriod(iso).text : undefined;
}

/** When; cells were checked before. */
export function periodSlot(slot: Mapping["period"]): Slot<string> {
  if ("constant" in slot) return constantSlot(parsePeriod(slot.constant).text);
  const {column} = slot;
  return {of: ({cells}) => periodText(cells[column]!)};
}

/** A product, or all of them together. */
export type Product = {readonly scheme: string; readonly code: string} | "total";

/** Of what: the asked product, the total and codes that hide a product; rows of other products are not read. */
export async function productSlot(
  table: Table,
  slot: Mapping["product"],
  wanted: {readonly scheme: string; readonly code: string} | "all" | undefined,
  notices: Notice[]
): Promise<Slot<Product>> {
  if (!slot) return constantSlot("total");
  if ("constant" in slot) return constantSlot({scheme: slot.scheme, code: slot.constant});
  const {column, scheme, digits = 0, total = []} = slot;
  const meanings = await meaningsOf<Product>(table, column, (text) =>
    total.includes(text) ? "total" : {scheme, code: text.padStart(digits, "0")}
  );
  if (wanted === "all") return columnSlot(column, meanings);
  const isAsked = (product: Product) =>
    wanted
      ? product !== "total" && product.scheme === wanted.scheme && product.code === wanted.code
      : product === "total";
  if (![...meanings.values()].some(isAsked)) notices.push(productNotice([...meanings.values()], wanted));
  return columnSlot(
    column,
    meanings,
    (product) => isAsked(product) || product === "total" || /^99(99)*$/.test(product.code)
  );
}

function productNotice(products: readonly Product[], wanted: {scheme: string; code: string} | undefined): Notice {
  const codes = products.flatMap((product) => (product === "total" ? [] : [`${product.scheme}:${product.code}`]));
  const asked = wanted ? `product ${wanted.scheme}:${wanted.code}` : "totals over all products";
  return {
    code: "no-such-product",
    text: `The table has no ${asked}; ask for one of its products with --product`,
    count: codes.length,
    examples: codes.slice(0, examples)
  };
}

/** What is counted. */
export async function coverageSlot(
  table: Table,
  slot: Mapping["coverage"],
  notices: Notice[]
): Promise<Slot<Coverage>> {
  if (slot === undefined) return {of: () => "unstated"};
  if (typeof slot === "string") return constantSlot(slot);
  const {column, values} = slot;
  const known = values ?? {goods: "goods", services: "services", "goods+services": "goods+services"};
  const text = `Rows left aside: column "${column}" names no known coverage`;
  const meanings = await meaningsOf(table, column, (cell) => known[cell as Coverage], {
    code: "unknown-coverages",
    text,
    notices
  });
  return columnSlot(column, meanings, () => true);
}

type Valuation = "fob" | "cif" | "mixed" | "unstated";

/** How it is valued, which may depend on the flow. */
export function valuationOf(slot: Mapping["valuation"], flow: Flow, {cells}: TableRow): Valuation {
  if (slot === undefined) return "unstated";
  if (typeof slot === "string") return slot;
  if ("exports" in slot) return flow === "exports" || flow === "re-exports" ? slot.exports : slot.imports;
  const text = cells[slot.column]!;
  const known: Readonly<Record<string, Valuation>> = slot.values ?? {FOB: "fob", fob: "fob", CIF: "cif", cif: "cif"};
  return known[text] ?? "unstated";
}
