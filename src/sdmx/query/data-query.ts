import type {ComponentFilter} from "./filters.ts";

/** What a data request asks for, in either version. */
export interface DataQuery {
  /** Key as it stands in the path. */
  readonly key: string;
  readonly filters: readonly ComponentFilter[];
  readonly firstN?: number;
  readonly lastN?: number;
  /** Only observations that became known after this moment; milliseconds since 1970. */
  readonly updatedAfter?: number;
  /** What was known at this moment; milliseconds since 1970. */
  readonly asOf?: number;
  readonly includeHistory: boolean;
  readonly dimensionAtObservation?: string;
  readonly offset: number;
  readonly limit?: number;
  readonly sort?: readonly SortKey[];
  readonly reportingYearStart?: string;
  /** Which measures: all, none, or these. */
  readonly measures: "all" | "none" | readonly string[];
  /** Which attributes: those of levels, none, or these. */
  readonly attributes: readonly string[];
  /** Whether series come with their observations. */
  readonly observations: boolean;
}

/** One component to sort by. */
export interface SortKey {
  /** Id, or "*" for all dimensions, or "series_key". */
  readonly component: string;
  readonly descending: boolean;
}
