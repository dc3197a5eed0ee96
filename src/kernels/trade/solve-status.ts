/** How a solve ended; whatever is not "converged" is no answer. */
export type SolveStatus = "converged" | "not-converged" | "not-finite";

/** What every iterative solve says of itself. */
export interface SolveReport {
  readonly status: SolveStatus;
  readonly iterations: number;
  /** Largest violation of a condition at the last evaluation, relative; NaN when it was not finite. */
  readonly residual: number;
}

/** The status of a residual: one that is not a number never counts as converged. */
export function statusOf(residual: number, tolerance: number): SolveStatus {
  if (!Number.isFinite(residual)) return "not-finite";
  return residual <= tolerance ? "converged" : "not-converged";
}
