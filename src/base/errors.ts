/** Stable codes: clients, the HTTP layer and the exit codes switch on these, never on messages. */
export type ErrorCode =
  | "bad_data"
  | "bad_pack"
  | "invalid_query"
  | "not_found"
  | "not_writable"
  | "newer_store"
  | "too_large"
  | "unavailable";

/** Base of every error a caller is expected to handle; misuse throws TypeError or RangeError instead. */
export class ConcordError extends Error {
  override readonly name = "ConcordError";
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    {details = {}, cause}: {details?: Record<string, unknown>; cause?: unknown} = {}
  ) {
    super(message, {cause});
    this.code = code;
    this.details = details;
  }

  /** Whether trying again later may succeed without changing the request. */
  get retriable(): boolean {
    return this.code === "unavailable";
  }
}

/** One thing wrong with an input file: where it stands, what was found and what was wanted. */
export interface Violation {
  /** Path of the file as the user named it. */
  readonly file: string;
  /** From 1; absent when the whole file is meant. */
  readonly line?: number;
  /** From 1, in UTF-16 units for JSON and text; the cell's first character for CSV. */
  readonly column?: number;
  /** Name of the field or JSON path; absent when none is meant. */
  readonly field?: string;
  readonly found: string;
  readonly wanted: string;
}

/** Returns `file:line:column: field: found …, wanted …`, the form editors can jump to. */
export function formatViolation({file, line, column, field, found, wanted}: Violation): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return `${place}: ${field === undefined ? "" : `${field}: `}found ${found}, wanted ${wanted}`;
}
