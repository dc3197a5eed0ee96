import {eliminate} from "./dense.ts";
import {freeColumns} from "./polish.ts";
import {gradient, type Program, type ProgramSolution, packColumns, type SolveProgram} from "./program.ts";

/** Between which multipliers of a row the same solution stays optimal. */
export interface PriceRange {
  readonly low: number;
  readonly high: number;
}

/** Above this many rows ranges are not looked for: the test of rank takes the cube. */
const largestSystem = 400;

/**
 * Tells which multipliers are not unique: for each row that several prices support, the lowest and the highest of them.
 * Empty where all are unique; undefined where the program is too large to tell, or too rough a solution to find out.
 */
export function priceRanges(
  program: Program,
  solution: ProgramSolution,
  solve: SolveProgram
): ReadonlyMap<number, PriceRange> | undefined {
  const ranges = new Map<number, PriceRange>();
  if (program.rhs.length > largestSystem) return undefined;
  const open = openRows(program, solution.primal);
  if (open.size === 0) return ranges;
  const face = dualFace(program, solution.primal);
  for (const row of [...open].sort((a, b) => a - b)) {
    const [low, high] = [1, -1].map((sign) => endOf(face, row, sign, solve));
    if (low === undefined || high === undefined) return undefined;
    if (high - low > 1e-7 * (1 + Math.abs(solution.rowDual[row]!))) ranges.set(row, {low, high});
  }
  return ranges;
}

/** Rows whose multiplier the columns between their bounds do not fix: those in the null space of A A' on them. */
function openRows(program: Program, x: Float64Array): ReadonlySet<number> {
  const {starts, indices, values} = program.matrix;
  const m = program.rhs.length;
  const gram = new Float64Array(m * m);
  for (const j of freeColumns(program, x))
    for (let p = starts[j]!; p < starts[j + 1]!; ++p)
      for (let q = starts[j]!; q < starts[j + 1]!; ++q) gram[indices[p]! * m + indices[q]!]! += values[p]! * values[q]!;
  return eliminate(gram, new Float64Array(m)).open;
}

/** All y with A'y + z = c + Hx and the signs of z that x asks for, as a program in (y, z) without an objective. */
function dualFace(program: Program, x: Float64Array): Program {
  const {matrix, rhs, cost, lower, upper} = program;
  const [n, m] = [cost.length, rhs.length];
  const columns = Array.from({length: m + n}, (_, k): [number, number][] => (k < m ? [] : [[k - m, 1]]));
  for (let j = 0; j < n; ++j)
    for (let p = matrix.starts[j]!; p < matrix.starts[j + 1]!; ++p)
      columns[matrix.indices[p]!]!.push([j, matrix.values[p]!]);
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-7 * (1 + Math.abs(a));
  const side = (at: (j: number) => boolean, limit: number) => (k: number) => (k < m || at(k - m) ? limit : 0);
  const lowest = side((j) => near(x[j]!, upper[j]!), Number.NEGATIVE_INFINITY);
  const highest = side((j) => near(x[j]!, lower[j]!), Number.POSITIVE_INFINITY);
  return {
    cost: new Float64Array(m + n),
    lower: Float64Array.from({length: m + n}, (_, k) => lowest(k)),
    upper: Float64Array.from({length: m + n}, (_, k) => highest(k)),
    rhs: gradient(program, x),
    matrix: packColumns(columns)
  };
}

/** The lowest (sign 1) or highest (−1) price of a row on a face; undefined where the solver cannot tell. */
function endOf(face: Program, row: number, sign: number, solve: SolveProgram): number | undefined {
  const cost = Float64Array.from(face.cost.keys(), (k) => (k === row ? sign : 0));
  const {status, primal} = solve({...face, cost});
  if (status === "optimal") return primal[row]!;
  return status === "unbounded" ? sign * Number.NEGATIVE_INFINITY : undefined;
}
