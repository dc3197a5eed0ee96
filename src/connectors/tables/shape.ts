/** A column of a large table: what it may hold. */
export interface ShapeColumn {
  readonly name: string;
  readonly type: "integer" | "number" | "text";
  readonly about: string;
  /** Whether a cell may be empty or one of the shape's words for nothing; defaults to false. */
  readonly empty?: true;
  /** Least and greatest value of a number. */
  readonly min?: number;
  readonly max?: number;
  /** What a text must match as a whole (RE2). */
  readonly pattern?: string;
  /** How the column is read, when it takes more than its type to make sense of it. */
  readonly read?: "text";
  /** The column as it is written, in SQL over the column as it is read; defaults to itself. */
  readonly written?: string;
}

/** A large table as its publisher describes it, so that another one is noticed. */
export interface TableShape {
  /** What the table is, in a message: "BACI". */
  readonly title: string;
  /** In the order of the file; its head must be the same, unless the shape is open. */
  readonly columns: readonly ShapeColumn[];
  /** Whether the file may have its columns in another order, and further ones, which are kept as texts. */
  readonly isOpen?: true;
  /** Columns that no two rows share. */
  readonly key: readonly string[];
  /**
   * The key as one whole number below 2^53, in SQL over the written columns, whose lowest `groupBits` bits tell rows of
   * one group apart; makes the search for repeats cheap where the rows of a group stand together.
   */
  readonly packedKey?: {readonly sql: string; readonly groupBits: number};
  /** Further rules that a row must keep: SQL over the written columns, and the words for it. */
  readonly rules?: readonly {readonly broken: string; readonly wanted: string}[];
  /** Column of the year, by which the files are parted; absent when there is none. */
  readonly year?: string;
  /** Column whose sum is given. */
  readonly measure: string;
  /** Words for an empty cell. */
  readonly nothing: readonly string[];
}
