import {columnPrices, gradient, objective, type Program, type ProgramSolution, rowActivity} from "./program.ts";

/** How far a point is from the conditions of Karush, Kuhn and Tucker; each relative to the numbers it compares. */
export interface OptimalityResiduals {
  /** Largest breach of Ax = b and of the bounds. */
  readonly primal: number;
  /** Largest reduced cost of the wrong sign: a column that should be at a bound it is not at. */
  readonly dual: number;
  /** Largest product of a reduced cost and the distance to the bound that it belongs to. */
  readonly complementarity: number;
  /** Largest |c + Hx − A'y − z|. */
  readonly stationarity: number;
  /** Distance between the objective and that of the dual program. */
  readonly gap: number;
  /** The largest of them; NaN where any is. */
  readonly largest: number;
}

/**
 * Checks every condition of optimality of a convex program, independently of the solver (Boyd and Vandenberghe 2004,
 * Convex Optimization, 5.5.3, doi:10.1017/CBO9780511804441). Prices are compared relative to the largest price,
 * quantities to the largest quantity, products of both to the product.
 */
export function optimalityResiduals(program: Program, solution: ProgramSolution): OptimalityResiduals {
  const {lower, upper, rhs} = program;
  const {primal: x, rowDual: y, columnDual: z} = solution;
  const quantity = 1 + largestOf(x);
  const price = 1 + Math.max(largestOf(y), largestOf(z));
  const activity = rowActivity(program, x);
  const slope = gradient(program, x);
  const prices = columnPrices(program, y);
  let [primal, dual, complementarity, stationarity] = [0, 0, 0, 0];
  let dualObjective = 0;
  for (let i = 0; i < rhs.length; ++i) {
    primal = worst(primal, Math.abs(activity[i]! - rhs[i]!) / quantity);
    dualObjective += rhs[i]! * y[i]!;
  }
  for (let j = 0; j < x.length; ++j) {
    const [below, above] = [x[j]! - lower[j]!, upper[j]! - x[j]!];
    primal = worst(primal, -below / quantity, -above / quantity);
    stationarity = worst(stationarity, Math.abs(slope[j]! - prices[j]! - z[j]!) / price);
    const room = z[j]! >= 0 ? below : above;
    if (room === Number.POSITIVE_INFINITY) dual = worst(dual, Math.abs(z[j]!) / price);
    else complementarity = worst(complementarity, Math.abs(z[j]! * room) / (price * quantity));
    const bound = z[j]! >= 0 ? lower[j]! : upper[j]!;
    if (Number.isFinite(bound)) dualObjective += bound * z[j]!;
    dualObjective -= 0.5 * x[j]! * (slope[j]! - program.cost[j]!);
  }
  const value = objective(program, x);
  const gap = Math.abs(value - dualObjective - (program.offset ?? 0)) / (1 + Math.abs(value));
  return {
    primal,
    dual,
    complementarity,
    stationarity,
    gap,
    largest: worst(primal, dual, complementarity, stationarity, gap)
  };
}

function largestOf(values: Float64Array): number {
  return values.reduce((most, value) => worst(most, Math.abs(value)), 0);
}

/** The largest, and NaN as soon as one is NaN: a residual that cannot be computed must never pass as small. */
function worst(...values: number[]): number {
  return Math.max(...values);
}
