import {eliminate} from "./dense.ts";
import {optimalityResiduals} from "./optimality.ts";
import {columnPrices, gradient, type Program, type ProgramSolution} from "./program.ts";

/** A column this close to its bound, relative to its own size, stands at it. */
const atBound = 1e-7;
/** Larger systems are left as the solver gave them: elimination takes the cube of their size. */
const largestSystem = 400;

/**
 * Solves the conditions of optimality once more, exactly, on the bounds that bind at a solution: the last digits that a
 * solver's tolerances leave open. Returns the solution itself where that makes no residual smaller, or where the system
 * has no unique solution.
 */
export function polish(program: Program, solution: ProgramSolution): ProgramSolution {
  const free = freeColumns(program, solution.primal);
  const m = program.rhs.length;
  if (free.length + m > largestSystem) return solution;
  const system = conditions(program, solution.primal, free);
  const found = eliminate(system.matrix, system.rhs).solution;
  if (!found) return solution;
  const primal = snapped(program, solution.primal);
  free.forEach((j, k) => {
    primal[j] = found[k]!;
  });
  const rowDual = found.slice(free.length);
  const prices = columnPrices(program, rowDual);
  const columnDual = gradient(program, primal).map((slope, j) => slope - prices[j]!);
  for (const j of free) columnDual[j] = 0;
  const polished = {...solution, primal, rowDual, columnDual};
  const [before, after] = [optimalityResiduals(program, solution), optimalityResiduals(program, polished)];
  return after.largest < before.largest ? polished : solution;
}

/** Columns strictly between their bounds. */
export function freeColumns({lower, upper}: Program, x: Float64Array): number[] {
  return Array.from(x.keys()).filter((j) => {
    const near = atBound * (1 + Math.abs(x[j]!));
    return x[j]! - lower[j]! > near && upper[j]! - x[j]! > near;
  });
}

/** x with columns that stand at a bound put on it exactly. */
function snapped({lower, upper}: Program, x: Float64Array): Float64Array {
  return x.map((value, j) => {
    const near = atBound * (1 + Math.abs(value));
    if (value - lower[j]! <= near) return lower[j]!;
    return upper[j]! - value <= near ? upper[j]! : value;
  });
}

/** [H_FF −A_F'; A_F 0] (x_F, y) = (−c_F − H_FN x_N, b − A_N x_N). */
function conditions(program: Program, x: Float64Array, free: readonly number[]) {
  const {matrix: a, hessian, cost, rhs: b} = program;
  const f = free.length;
  const n = f + b.length;
  const place = new Int32Array(cost.length).fill(-1);
  free.forEach((j, k) => {
    place[j] = k;
  });
  const fixed = snapped(program, x).map((value, j) => (place[j]! >= 0 ? 0 : value));
  const slope = gradient(program, fixed);
  const matrix = new Float64Array(n * n);
  const rhs = new Float64Array(n);
  b.forEach((value, i) => {
    rhs[f + i] = value;
  });
  for (let j = 0; j < cost.length; ++j) {
    const k = place[j]!;
    if (k >= 0) rhs[k] = -slope[j]!;
    for (let p = a.starts[j]!; p < a.starts[j + 1]!; ++p) {
      const row = f + a.indices[p]!;
      if (k < 0) rhs[row]! -= a.values[p]! * fixed[j]!;
      else {
        matrix[row * n + k] = a.values[p]!;
        matrix[k * n + row] = -a.values[p]!;
      }
    }
    if (!hessian || k < 0) continue;
    for (let p = hessian.starts[j]!; p < hessian.starts[j + 1]!; ++p) {
      const other = place[hessian.indices[p]!]!;
      if (other < 0) continue;
      matrix[k * n + other] = hessian.values[p]!;
      matrix[other * n + k] = hessian.values[p]!;
    }
  }
  return {matrix, rhs};
}
