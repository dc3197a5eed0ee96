import type {EnergyMarket} from "../../base/energy.ts";
import {type ConflictingBound, unboundedDirection, whyInfeasible} from "../program/diagnose.ts";
import {type OptimalityResiduals, optimalityResiduals} from "../program/optimality.ts";
import {type PriceRange, priceRanges} from "../program/price-ranges.ts";
import type {ProgramSolution, SolveProgram} from "../program/program.ts";
import {type Accounting, bookAccounts} from "./accounts.ts";
import {convexityProblems} from "./convexity.ts";
import {fixedPoint} from "./fixed-point.ts";
import {type EnergyModel, makeModel} from "./model.ts";
import {paidPrices} from "./pricing.ts";

/** An equilibrium of a market, or why there is none. */
export type MarketSolution =
  | ({readonly status: "solved"} & Equilibrium)
  /** Price rules that cannot be followed, or curves that are not convex; a sentence each. */
  | {readonly status: "unruled"; readonly problems: readonly string[]}
  | {
      readonly status: "infeasible";
      readonly model: EnergyModel;
      readonly bounds: readonly ConflictingBound[];
      readonly rows: readonly {readonly row: number; readonly amount: number}[];
    }
  /** Gains without end along a direction over the columns. */
  | {readonly status: "unbounded"; readonly model: EnergyModel; readonly direction: Float64Array}
  /** A formula found no price that agrees with itself, or the solver gave up. */
  | {readonly status: "failed"; readonly detail: string};

/** A solved market in arrays: columns and rows of the model. */
export interface Equilibrium {
  readonly model: EnergyModel;
  /** Quantity of each column. */
  readonly quantities: Float64Array;
  /** λ of each balance: what one unit more there costs. */
  readonly prices: Float64Array;
  /** Worth of a bound of each column: positive where more capacity would gain, negative where a minimum costs. */
  readonly bounds: Float64Array;
  /** Prices of the demands that do not pay λ. */
  readonly paid: ReadonlyMap<string, number>;
  readonly accounting: Accounting;
  readonly residuals: OptimalityResiduals;
  /** Rows whose price several values support; undefined where that was not looked for. */
  readonly ranges: ReadonlyMap<number, PriceRange> | undefined;
  /** Programs solved for formulas that refer to a competitive price. */
  readonly iterations: number;
  /** How far such a formula's price is from the price it refers to, relative. */
  readonly formulaResidual: number;
}

/** What is looked at beside the solution. */
export interface SolveOptions {
  /** Whether to look for prices that are not unique; takes two programs a row then; defaults to true. */
  readonly uniqueness?: boolean;
}

/** Prices that refer to competitive ones agree with them to this. */
const formulaTolerance = 1e-9;

/** Solves a market: follows its price rules, solves the program, checks and books the solution. */
export function solveMarket(
  market: EnergyMarket,
  solve: SolveProgram,
  {uniqueness = true}: SolveOptions = {}
): MarketSolution {
  const first = paidPrices(market);
  const problems = [...first.problems, ...convexityProblems(market)];
  if (problems.length > 0) return {status: "unruled", problems};
  const referred = first.referred;
  const ruled = (guess: readonly number[]) => {
    const paid = paidPrices(market, new Map(referred.map((id, k) => [id, guess[k]!]))).paid;
    const model = makeModel(market, paid);
    return {paid, model, solution: solve(model.program)};
  };
  let found = ruled(referred.map((id) => competitiveStart(market, id)));
  let [iterations, formulaResidual] = [1, 0];
  if (referred.length > 0) {
    const start = pricesOf(market, referred, found.model, found.solution);
    if (!start) return explain(found.model, found.solution, solve);
    const settled = fixedPoint(start, (guess) => {
      found = ruled(guess);
      return pricesOf(market, referred, found.model, found.solution);
    });
    iterations += settled.iterations + 1;
    formulaResidual = settled.residual;
    if (!(settled.residual <= formulaTolerance)) {
      if (found.solution.status !== "optimal") return explain(found.model, found.solution, solve);
      const detail = `the prices that formulas refer to did not settle: off by ${settled.residual} after ${settled.iterations} rounds`;
      return {status: "failed", detail};
    }
  }
  if (found.solution.status !== "optimal") return explain(found.model, found.solution, solve);
  const {model, paid, solution} = found;
  return {
    status: "solved",
    model,
    paid,
    // Adding 0 makes a plain 0 of −0, which people and comparisons take for something else.
    quantities: solution.primal.map((value) => value + 0),
    prices: solution.rowDual.map((value) => value + 0),
    bounds: solution.columnDual.map((dual) => 0 - dual),
    accounting: bookAccounts(market, model, solution.primal, solution.rowDual, paid),
    residuals: optimalityResiduals(model.program, solution),
    ranges: uniqueness ? priceRanges(model.program, solution, solve) : undefined,
    iterations,
    formulaResidual
  };
}

/** A first guess of a competitive price: halfway to the price at which the demand ends. */
function competitiveStart({demands}: EnergyMarket, id: string): number {
  const demand = demands.find((one) => one.id === id)!;
  return (demand.intercept ?? demand.reference?.price ?? 0) / 2;
}

/** What the referred demands pay in a solution; undefined where there is none. */
function pricesOf(
  market: EnergyMarket,
  referred: readonly string[],
  {balances}: EnergyModel,
  {status, rowDual}: ProgramSolution
): number[] | undefined {
  if (status !== "optimal") return undefined;
  return referred.map((id) => {
    const {node, commodity, tax = 0} = market.demands.find((one) => one.id === id)!;
    return rowDual[balances.findIndex((one) => one.node === node && one.commodity === commodity)]! + tax;
  });
}

function explain(model: EnergyModel, {status, detail}: ProgramSolution, solve: SolveProgram): MarketSolution {
  if (status === "optimal") return {status: "failed", detail};
  const conflict = whyInfeasible(model.program, solve);
  if (conflict) return {status: "infeasible", model, ...conflict};
  const direction = unboundedDirection(model.program, solve);
  if (direction) return {status: "unbounded", model, direction};
  return {status: "failed", detail};
}
