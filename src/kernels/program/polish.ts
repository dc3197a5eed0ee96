import {eliminate} from "./dense.ts";
import {optimalityResiduals} from "./optimality.ts";
import {columnPrices, gradient, type Program, type ProgramSolution, rowActivity} from "./program.ts";

/** A column this close to its bound, relative to its own size, stands at it. */
const atBound = 1e-7;
/** Larger systems are left as the solver gave them: elimination takes the cube of their size. */
const largestSystem = 400;

/**
 * Solves the conditions of optimality once more, exactly, on the bounds that bind at a solution: the last digits that a
 * solver's tolerances leave open. What the conditions do not determine, as prices that are not unique, stays as it was.
 * Returns the solution itself where that makes no residual smaller.
 */
export function polish(program: Program, solution: ProgramSolution): ProgramSolution {
  const free = freeColumns(program, solution.primal);
  if (free.length + program.rhs.length > largestSystem) return solution;
  const primal = snapped(program, solution.primal);
  const system = correction(program, primal, solution.rowDual, free);
  const step = eliminate(system.matrix, system.rhs).solution;
  free.forEach((j, k) => {
    primal[j]! += step[k]!;
  });
  const rowDual = solution.rowDual.map((price, i) => price + step[free.length + i]!);
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

/** [H_FF −A_F'; A_F 0] (Δx_F, Δy) = (−(c + Hx − A'y)_F, b − Ax): the step from x and y to where both sides vanish. */
function correction(program: Program, x: Float64Array, y: Float64Array, free: readonly number[]) {
  const {matrix: a, hessian, cost, rhs: b} = program;
  const f = free.length;
  const n = f + b.length;
  const place = new Int32Array(cost.length).fill(-1);
  free.forEach((j, k) => {
    place[j] = k;
  });
  const matrix = new Float64Array(n * n);
  const rhs = new Float64Array(n);
  const slope = gradient(program, x);
  const prices = columnPrices(program, y);
  rowActivity(program, x).forEach((activity, i) => {
    rhs[f + i] = b[i]! - activity;
  });
  for (const [k, j] of free.entries()) {
    rhs[k] = prices[j]! - slope[j]!;
    for (let p = a.starts[j]!; p < a.starts[j + 1]!; ++p) {
      const row = f + a.indices[p]!;
      matrix[row * n + k] = a.values[p]!;
      matrix[k * n + row] = -a.values[p]!;
    }
    for (let p = hessian?.starts[j] ?? 0; p < (hessian?.starts[j + 1] ?? 0); ++p) {
      const other = place[hessian!.indices[p]!]!;
      if (other < 0) continue;
      matrix[k * n + other] = hessian!.values[p]!;
      matrix[other * n + k] = hessian!.values[p]!;
    }
  }
  return {matrix, rhs};
}
