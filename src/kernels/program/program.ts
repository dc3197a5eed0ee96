/**
 * A convex quadratic program: minimise c'x + ½x'Hx + offset subject to Ax = b and l ≤ x ≤ u; linear where H is absent.
 * n columns, m rows.
 */
export interface Program {
  /** c, n. */
  readonly cost: Float64Array;
  /** l, n; −Infinity where there is none. */
  readonly lower: Float64Array;
  /** u, n; Infinity where there is none. */
  readonly upper: Float64Array;
  /** b, m. */
  readonly rhs: Float64Array;
  /** A by columns. */
  readonly matrix: SparseColumns;
  /** Lower triangle of H by columns; absent in a linear program. */
  readonly hessian?: SparseColumns;
  /** Added to the objective; defaults to 0. */
  readonly offset?: number;
}

/** A sparse matrix by columns: column j holds positions `starts[j]` to `starts[j + 1]` of `indices` (rows) and `values`. */
export interface SparseColumns {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** What a solver says of a program. */
export interface ProgramSolution {
  readonly status: "optimal" | "infeasible" | "unbounded" | "infeasible-or-unbounded" | "failed";
  /** x, n. */
  readonly primal: Float64Array;
  /** Multipliers y of Ax = b, m: the change of the minimum with a unit of b. */
  readonly rowDual: Float64Array;
  /** Reduced costs z = c + Hx − A'y, n: at least 0 at a lower bound, at most 0 at an upper one. */
  readonly columnDual: Float64Array;
  /** The solver's own word for how it ended. */
  readonly detail: string;
}

/** A solver from outside, as HiGHS; it must be one for convex quadratic programs. */
export type SolveProgram = (program: Program) => ProgramSolution;

/** Packs columns of (index, value) pairs. */
export function packColumns(columns: readonly (readonly (readonly [index: number, value: number])[])[]): SparseColumns {
  const starts = new Int32Array(columns.length + 1);
  columns.forEach((column, j) => {
    starts[j + 1] = starts[j]! + column.length;
  });
  const all = columns.flat();
  return {starts, indices: Int32Array.from(all, ([i]) => i), values: Float64Array.from(all, ([, value]) => value)};
}

/** Ax, m. */
export function rowActivity({matrix, rhs}: Program, x: Float64Array): Float64Array {
  const activity = new Float64Array(rhs.length);
  for (let j = 0; j < x.length; ++j)
    for (let k = matrix.starts[j]!; k < matrix.starts[j + 1]!; ++k)
      activity[matrix.indices[k]!]! += matrix.values[k]! * x[j]!;
  return activity;
}

/** c + Hx, n. */
export function gradient({cost, hessian}: Program, x: Float64Array): Float64Array {
  const result = Float64Array.from(cost);
  if (!hessian) return result;
  for (let j = 0; j < x.length; ++j)
    for (let k = hessian.starts[j]!; k < hessian.starts[j + 1]!; ++k) {
      const i = hessian.indices[k]!;
      result[i]! += hessian.values[k]! * x[j]!;
      if (i !== j) result[j]! += hessian.values[k]! * x[i]!;
    }
  return result;
}

/** A'y, n. */
export function columnPrices({matrix, cost}: Program, y: Float64Array): Float64Array {
  const prices = new Float64Array(cost.length);
  for (let j = 0; j < prices.length; ++j)
    for (let k = matrix.starts[j]!; k < matrix.starts[j + 1]!; ++k)
      prices[j]! += matrix.values[k]! * y[matrix.indices[k]!]!;
  return prices;
}

/** c'x + ½x'Hx + offset. */
export function objective(program: Program, x: Float64Array): number {
  const slope = gradient(program, x);
  let value = program.offset ?? 0;
  for (let j = 0; j < x.length; ++j) value += 0.5 * (program.cost[j]! + slope[j]!) * x[j]!;
  return value;
}
