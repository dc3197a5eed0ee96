/** What a trade model starts from, as read: one sector, or many with input-output links. */
export interface TradeWorld {
  readonly economies: readonly string[];
  /** One name where there is one sector. */
  readonly sectors: readonly string[];
  /** Flows at border prices; `[(sector·n + importer)·n + exporter]`, domestic sales where both are one. */
  readonly flows: Float64Array;
  /** Tariff factors 1 + t before, laid out as the flows; absent = not known, taken as none. */
  readonly tariff?: Float64Array;
  /** What many sectors need; absent = one sector. */
  readonly production?: Production;
}

/** How sectors produce; arrays as in `SectorData`. */
export interface Production {
  readonly valueAddedShare: Float64Array;
  readonly inputShare: Float64Array;
  readonly theta: Float64Array;
}

/** Place of a flow in a world's arrays. */
export function cellOf(n: number, sector: number, importer: number, exporter: number): number {
  return (sector * n + importer) * n + exporter;
}

/** A table of text cells, from CSV or Parquet. */
export interface CellTable {
  readonly file: string;
  readonly header: readonly string[];
  /** Number of rows, the header left out. */
  readonly length: number;
  cells(row: number): readonly string[];
  /** Place of a cell; row −1 is the header. */
  place(row: number, cell: number): {readonly line?: number; readonly column?: number};
}
