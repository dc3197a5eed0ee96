import {eliminate} from "./dense.ts";
import {freeColumns} from "./polish.ts";
import {gradient, type Program, type ProgramSolution, packColumns, type SolveProgram} from "./program.ts";

/** Between which multipliers of a row the same solution stays optimal. */
export interface PriceRange {
  readonly low: number;
  readonly high: number;
}

/** Above this many rows or columns ranges are not looked for: the test of rank takes the cube. */
const largestSystem = 400;

/**
 * Tells which multipliers are not unique: for each row that several prices support, the lowest and the highest of them.
 * Empty where all are unique; undefined where the program is too large to tell.
 */
export function priceRanges(
  program: Program,
  solution: ProgramSolution,
  solve: SolveProgram
): ReadonlyMap<number, PriceRange> | undefined {
  const ranges = new Map<number, PriceRange>();
  if (Math.max(program.rhs.length, program.cost.length) > largestSystem) return undefined;
  if (freeRank(program, solution.primal) === program.rhs.length) return ranges;
  const face = dualFace(program, solution.primal);
  for (let row = 0; row < program.rhs.length; ++row) {
    const [low, high] = [1, -1].map((sign) => endOf(face, row, sign, solve));
    const tolerance = 1e-7 * (1 + Math.abs(solution.rowDual[row]!));
    if (high! - low! > tolerance) ranges.set(row, {low: low!, high: high!});
  }
  return ranges;
}

/** Rank of A on the columns between their bounds; where it is m, they fix every multiplier. */
function freeRank(program: Program, x: Float64Array): number {
  const {matrix, rhs} = program;
  const free = freeColumns(program, x);
  const size = Math.max(free.length, rhs.length);
  const dense = new Float64Array(size * size);
  free.forEach((j, k) => {
    for (let p = matrix.starts[j]!; p < matrix.starts[j + 1]!; ++p)
      dense[matrix.indices[p]! * size + k] = matrix.values[p]!;
  });
  return eliminate(dense, new Float64Array(size)).rank;
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

function endOf(face: Program, row: number, sign: number, solve: SolveProgram): number {
  const cost = Float64Array.from(face.cost.keys(), (k) => (k === row ? sign : 0));
  const {status, primal} = solve({...face, cost});
  return status === "optimal" ? primal[row]! : sign * Number.NEGATIVE_INFINITY;
}
