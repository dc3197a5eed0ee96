/** A value that a statement takes or gives. */
export type SqlValue = string | number | null | readonly string[];

/** Named parameters of a statement. */
export type SqlParams = Readonly<Record<string, SqlValue>>;

/** Types of parameters and columns; a "?" marks a column that may be null. */
export type SqlType = "varchar" | "integer" | "double" | "varchar[]";

/** One row, by column name. */
export type Row = Readonly<Record<string, SqlValue>>;

/**
 * What runs statements. Statements name their parameters as `$name`; types must be given for every parameter, so that
 * null and the empty list are bound as what they stand for.
 */
export interface Engine {
  /** File of the store, or ":memory:". */
  readonly path: string;
  /** All rows of one statement. */
  rows(statement: string, params?: SqlParams, types?: Readonly<Record<string, SqlType>>): Promise<Row[]>;
  /** The rows of one statement in batches, as the engine finds them. */
  stream(statement: string, params?: SqlParams, types?: Readonly<Record<string, SqlType>>): AsyncIterable<Row[]>;
  /** The columns of one statement, all of doubles, in its order; null is NaN. */
  numbers(statement: string, params?: SqlParams, types?: Readonly<Record<string, SqlType>>): Promise<Float64Array[]>;
  /** Gives back file and memory; may be called again. */
  close(): void;
}

/** An engine that is filled: tables are made and rows appended in bulk. */
export interface WritableEngine extends Engine {
  /** Runs statements that give no rows, separated by semicolons. */
  execute(statements: string): Promise<void>;
  /** Appends rows to a table, cells in the order of its columns. */
  append(table: string, rows: Iterable<readonly SqlValue[]>): Promise<void>;
}
