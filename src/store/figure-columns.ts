import type {Figure} from "../base/figure.ts";
import type {Source} from "../base/source.ts";
import type {SqlValue} from "./engine.ts";

/** What a cell holds: text, a number, ids, or a part of a basis that is written as one word. */
type CellType = "text" | "number" | "integer" | "ids" | "prices" | "product";

/** One column of the flat form of a record: where its value stands in the record, and what it means. */
export interface Column {
  readonly name: string;
  /** Members that lead from the record to the value. */
  readonly path: readonly [string] | readonly [string, string];
  readonly type: CellType;
  /** What an empty cell stands for; defaults to an absent member. */
  readonly empty?: "null" | "none";
  readonly required?: true;
  readonly about: string;
}

/** Columns of figures.csv, of Parquet figures and of the store's table: one form wherever figures are flat. */
export const figureColumns: readonly Column[] = [
  {name: "id", path: ["id"], type: "text", required: true, about: "Name of the row, unique in the pack"},
  {name: "indicator", path: ["basis", "indicator"], type: "text", required: true, about: "What is measured: turnover"},
  {
    name: "kind",
    path: ["basis", "kind"],
    type: "text",
    required: true,
    about: "level, change, ratio, share, count or price"
  },
  {name: "about", path: ["basis", "about"], type: "text", about: "Register item measured, when it is not an economy"},
  {name: "economy", path: ["basis", "economy"], type: "text", about: "Economy measured; whose exports or imports"},
  {name: "partner", path: ["basis", "partner"], type: "text", about: "Its counterpart"},
  {name: "reporter", path: ["basis", "reporter"], type: "text", about: "Whose books; empty when not stated"},
  {
    name: "coverage",
    path: ["basis", "coverage"],
    type: "text",
    about: "Of trade: goods, services, goods+services or unstated"
  },
  {name: "valuation", path: ["basis", "valuation"], type: "text", about: "Of trade: fob, cif, mixed or unstated"},
  {name: "prices", path: ["basis", "prices"], type: "prices", about: "Of money: current or constant:YEAR:DEFLATOR"},
  {
    name: "unit",
    path: ["basis", "unit"],
    type: "text",
    required: true,
    about: "ISO 4217, XXX for an unstated currency, 1 for counts, % and pp, else UCUM"
  },
  {name: "product", path: ["basis", "product"], type: "product", about: "SCHEME:CODE, as HS:27; empty for the total"},
  {
    name: "period",
    path: ["period"],
    type: "text",
    required: true,
    about: "2023, 2023-S1, 2023-Q1, 2023-06, 2023-06-28 or 2023-01/2023-09"
  },
  {
    name: "base",
    path: ["base"],
    type: "text",
    about: "Period that a change is measured from; empty for a year earlier"
  },
  {
    name: "value",
    path: ["value"],
    type: "number",
    empty: "null",
    about: "In plain units: 33300000000 or 33.3e9; empty only when closed or missing"
  },
  {
    name: "bound",
    path: ["bound"],
    type: "text",
    required: true,
    about: "exact, about, almost, over, up-to, at-least or under"
  },
  {name: "step", path: ["step"], type: "number", about: "Worth of the last digit published: 1e8 for 33.3 billion"},
  {name: "low", path: ["low"], type: "number", about: "Lower end of a reconciled or modelled interval"},
  {name: "high", path: ["high"], type: "number", about: "Upper end of it"},
  {name: "of_numerator", path: ["of", "numerator"], type: "number", about: "Of a share: what is counted"},
  {name: "of_denominator", path: ["of", "denominator"], type: "number", about: "Of a share: what it is counted in"},
  {name: "of_rule", path: ["of", "rule"], type: "text", about: "Of a share: the rule of counting"},
  {
    name: "status",
    path: ["status"],
    type: "text",
    required: true,
    about: "reported, derived, reconciled, modelled, forecast, closed or missing"
  },
  {name: "stage", path: ["stage"], type: "text", about: "during, preliminary, final or revised"},
  {name: "evidence", path: ["evidence"], type: "text", required: true, about: "sourced, derived or unverified"},
  {
    name: "known",
    path: ["known"],
    type: "text",
    required: true,
    about: "Since when public: YYYY, YYYY-MM or YYYY-MM-DD, read as its latest day"
  },
  {
    name: "sources",
    path: ["sources"],
    type: "ids",
    empty: "none",
    about: "Ids of sources.csv, separated by spaces; empty only when unverified"
  },
  {name: "formula", path: ["formula"], type: "text", about: "How a derived, reconciled or modelled figure was made"},
  {name: "inputs", path: ["inputs"], type: "ids", about: "Ids of the figures it was made from, separated by spaces"},
  {name: "note", path: ["note"], type: "text", about: "At most 280 characters"}
];

/** Columns of sources.csv. */
export const sourceColumns: readonly Column[] = [
  {name: "id", path: ["id"], type: "text", required: true, about: "Name of the row, unique in the pack"},
  {name: "url", path: ["url"], type: "text", required: true, about: "Address of the page that was read"},
  {name: "title", path: ["title"], type: "text", about: "Title of the page"},
  {name: "publisher", path: ["publisher"], type: "text", required: true, about: "Who published it"},
  {name: "language", path: ["language"], type: "text", required: true, about: "ISO 639 code"},
  {name: "published", path: ["published"], type: "text", about: "YYYY, YYYY-MM or YYYY-MM-DD"},
  {name: "retrieved", path: ["retrieved"], type: "text", required: true, about: "YYYY, YYYY-MM or YYYY-MM-DD"},
  {name: "locator", path: ["locator"], type: "text", about: "Page, paragraph or table cell"},
  {
    name: "tier",
    path: ["tier"],
    type: "integer",
    required: true,
    about: "1 legal text, 2 official statistics, 3 official statement, 4 press, 5 other"
  },
  {name: "quote", path: ["quote"], type: "text", about: "The words themselves, at most 200 characters"},
  {name: "sha256", path: ["sha256"], type: "text", about: "Checksum of what was read, 64 hexadecimal digits"},
  {
    name: "independentOf",
    path: ["independentOf"],
    type: "ids",
    about: "Entities that it is independent of, separated by spaces"
  }
];

type Members = Record<string, unknown>;

/** Returns a record's cells in the order of the columns; null where a cell is empty. */
export function toCells(columns: readonly Column[], record: Figure | Source): SqlValue[] {
  return columns.map((column) => toCell(column, memberAt(record as unknown as Members, column.path)));
}

function memberAt(record: Members, [outer, inner]: Column["path"]): unknown {
  const member = record[outer];
  return inner === undefined ? member : (member as Members | undefined)?.[inner];
}

function toCell({type}: Column, value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  if (type === "prices" && typeof value === "object")
    return constantPrices(value as {constant: number; deflator: string});
  if (type === "product") return productWord(value as {scheme: string; code: string});
  return value as SqlValue;
}

function constantPrices({constant, deflator}: {constant: number; deflator: string}): string {
  return `constant:${constant}:${deflator}`;
}

function productWord({scheme, code}: {scheme: string; code: string}): string {
  if (scheme.includes(":")) throw new RangeError(`Product scheme "${scheme}" must not hold a colon`);
  return `${scheme}:${code}`;
}

/**
 * Puts a record together from its cells, the reverse of `toCells`; the record is not validated, and a cell that cannot
 * be taken apart stays as it is.
 */
export function fromCells(columns: readonly Column[], cellOf: (column: Column, index: number) => SqlValue): Members {
  const record: Members = {};
  columns.forEach((column, index) => {
    const cell = cellOf(column, index);
    const value = cell === null ? emptyValue(column) : fromCell(column, cell);
    if (value === undefined) return;
    const [outer, inner] = column.path;
    if (inner === undefined) record[outer] = value;
    else {
      record[outer] ??= {};
      (record[outer] as Members)[inner] = value;
    }
  });
  return record;
}

function emptyValue({empty}: Column): unknown {
  if (empty === "null") return null;
  return empty === "none" ? [] : undefined;
}

function fromCell({type}: Column, cell: SqlValue): unknown {
  if (type === "prices" && typeof cell === "string") return parsePrices(cell) ?? cell;
  if (type === "product" && typeof cell === "string") return parseProduct(cell) ?? cell;
  return cell;
}

/** Reads `current` or `constant:2015:CPI`; undefined when it is neither. */
export function parsePrices(word: string): "current" | {constant: number; deflator: string} | undefined {
  if (word === "current") return word;
  const match = /^constant:(-?\d+):(.+)$/s.exec(word);
  return match ? {constant: Number(match[1]), deflator: match[2]!} : undefined;
}

/** Reads `HS:27`; undefined when no scheme or no code is given. */
export function parseProduct(word: string): {scheme: string; code: string} | undefined {
  const colon = word.indexOf(":");
  return colon > 0 && colon < word.length - 1 ? {scheme: word.slice(0, colon), code: word.slice(colon + 1)} : undefined;
}
