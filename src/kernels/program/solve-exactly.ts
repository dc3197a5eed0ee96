import {optimalityResiduals} from "./optimality.ts";
import {polish} from "./polish.ts";
import type {Program, ProgramSolution, SolveProgram} from "./program.ts";

/** Residuals of a solution that needs no polish. */
const exact = 1e-12;
/** Residuals above this are no solution. */
const acceptable = 1e-8;

/**
 * Solves a program by the first of several ways that gives a solution which, polished, meets the conditions of optimality.
 * A solver that calls a wrong point optimal is so found out; where every way fails, the answer is "failed".
 */
export function solveExactly(program: Program, ways: readonly SolveProgram[]): ProgramSolution {
  let last: ProgramSolution | undefined;
  for (const way of ways) {
    const solution = way(program);
    last = solution;
    if (solution.status === "failed") continue;
    if (solution.status !== "optimal") return solution;
    if (optimalityResiduals(program, solution).largest <= exact) return solution;
    const polished = polish(program, solution);
    const {largest} = optimalityResiduals(program, polished);
    if (largest <= acceptable) return polished;
    last = {...solution, status: "failed", detail: `called optimal with a residual of ${largest.toExponential(1)}`};
  }
  if (!last) throw new RangeError("Found no way to solve a program, wanted at least one");
  return last;
}
