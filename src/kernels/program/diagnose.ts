import {type Program, packColumns, type SolveProgram} from "./program.ts";

/** A bound that takes part in a contradiction. */
export interface ConflictingBound {
  readonly column: number;
  readonly side: "lower" | "upper";
}

/** Why no point meets all constraints. */
export interface Infeasibility {
  /** Bounds that cannot hold together; without any one of them the others can. */
  readonly bounds: readonly ConflictingBound[];
  /** Rows whose balance fails where as little as possible is broken, with the amount that lacks (+) or is too much (−). */
  readonly rows: readonly {readonly row: number; readonly amount: number}[];
}

const noticeable = 1e-7;

/**
 * Names the bounds that contradict each other: all rows are made elastic, bounds whose multiplier is zero in the least
 * breach are dropped, and of the rest each one that is not needed for the contradiction (the deletion filter of Chinneck
 * and Dravnieks 1991, doi:10.1287/ijoc.3.2.157). Returns undefined where the program is feasible.
 */
export function whyInfeasible(program: Program, solve: SolveProgram): Infeasibility | undefined {
  const crossed = crossedBounds(program);
  if (crossed.length > 0) return {bounds: crossed, rows: []};
  const first = leastBreach(program, solve);
  if (!first || first.breach <= noticeable) return undefined;
  let kept = candidates(program).filter(({column}) => Math.abs(first.columnDual[column]!) > noticeable);
  for (const bound of [...kept]) {
    const others = kept.filter((one) => one !== bound);
    const left = leastBreach(onlyBounds(program, others), solve);
    if (left && left.breach > noticeable) kept = others;
  }
  return {bounds: kept, rows: first.rows};
}

/** Both bounds of the first column whose bounds leave it no value. */
function crossedBounds({lower, upper}: Program): ConflictingBound[] {
  const column = lower.findIndex((bound, j) => bound > upper[j]!);
  if (column < 0) return [];
  return [
    {column, side: "lower"},
    {column, side: "upper"}
  ];
}

/** Every bound that somebody chose: all but those at 0, which say that nothing flows backwards. */
function candidates({lower, upper}: Program): ConflictingBound[] {
  return Array.from(lower.keys()).flatMap((column) => {
    const fixed = lower[column] === upper[column];
    const bounds: ConflictingBound[] = [];
    if (lower[column]! > 0) bounds.push({column, side: "lower"});
    if (Number.isFinite(upper[column]!) && !(fixed && lower[column]! > 0)) bounds.push({column, side: "upper"});
    return bounds;
  });
}

function onlyBounds(program: Program, kept: readonly ConflictingBound[]): Program {
  const lower = program.lower.map((value) => Math.min(value, 0));
  const upper = new Float64Array(program.upper.length).fill(Number.POSITIVE_INFINITY);
  for (const {column, side} of kept) {
    if (side === "lower") lower[column] = program.lower[column]!;
    else upper[column] = program.upper[column]!;
  }
  return {...program, lower, upper};
}

/** The least sum of |Ax − b| within the bounds, and what it takes. */
function leastBreach(program: Program, solve: SolveProgram) {
  const {lower, upper, rhs, matrix} = program;
  const [n, m] = [lower.length, rhs.length];
  const columns = Array.from({length: n + 2 * m}, (_, j): [number, number][] => {
    if (j >= n) return [[(j - n) % m, j < n + m ? 1 : -1]];
    const at = Array.from({length: matrix.starts[j + 1]! - matrix.starts[j]!}, (_, k) => matrix.starts[j]! + k);
    return at.map((k) => [matrix.indices[k]!, matrix.values[k]!]);
  });
  const extend = (values: Float64Array, fill: number) =>
    Float64Array.from({length: n + 2 * m}, (_, j) => (j < n ? values[j]! : fill));
  const elastic = {
    cost: extend(new Float64Array(n), 1),
    lower: extend(lower, 0),
    upper: extend(upper, Number.POSITIVE_INFINITY),
    rhs,
    matrix: packColumns(columns)
  };
  const {status, primal, columnDual} = solve(elastic);
  if (status !== "optimal") return undefined;
  const amounts = Array.from({length: m}, (_, row) => ({row, amount: primal[n + row]! - primal[n + m + row]!}));
  const rows = amounts.filter(({amount}) => Math.abs(amount) > noticeable);
  return {breach: rows.reduce((sum, {amount}) => sum + Math.abs(amount), 0), columnDual, rows};
}

/**
 * Finds a direction along which the objective falls without end: d with Ad = 0, Hd = 0, no bound in its way and c'd < 0.
 * Returns d scaled to a largest entry of 1, n, or undefined where there is none.
 */
export function unboundedDirection(program: Program, solve: SolveProgram): Float64Array | undefined {
  const {cost, lower, upper, rhs, matrix, hessian} = program;
  const [n, m] = [cost.length, rhs.length];
  const columns = Array.from({length: n}, (_, j): [number, number][] => {
    const at = Array.from({length: matrix.starts[j + 1]! - matrix.starts[j]!}, (_, k) => matrix.starts[j]! + k);
    return at.map((k) => [matrix.indices[k]!, matrix.values[k]!]);
  });
  for (let j = 0; j < (hessian ? n : 0); ++j)
    for (let k = hessian!.starts[j]!; k < hessian!.starts[j + 1]!; ++k) {
      const i = hessian!.indices[k]!;
      columns[j]!.push([m + i, hessian!.values[k]!]);
      if (i !== j) columns[i]!.push([m + j, hessian!.values[k]!]);
    }
  const recession: Program = {
    cost,
    lower: lower.map((bound) => (Number.isFinite(bound) ? 0 : -1)),
    upper: upper.map((bound) => (Number.isFinite(bound) ? 0 : 1)),
    rhs: new Float64Array(hessian ? m + n : m),
    matrix: packColumns(columns)
  };
  const {status, primal} = solve(recession);
  const slope = primal.reduce((sum, value, j) => sum + value * cost[j]!, 0);
  return status === "optimal" && slope < -noticeable ? primal : undefined;
}
