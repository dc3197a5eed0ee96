import {ConcordError, formatViolation, type Violation} from "../../../base/errors.ts";

/** One error for a table, with all violations in its details and the first in its message. */
export function badTable(violations: readonly Violation[]): ConcordError {
  const [first, ...others] = violations.map(formatViolation);
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return new ConcordError("bad_data", `Trade data ${first}${more}`, {
    details: {violations, hint: "docs/equilibrium.md shows the form of the data"}
  });
}
