import type {EnergyMarket, EnergyScenario, Uncertain} from "../../base/energy.ts";
import type {EnergyOutput, EnergyResult} from "../../base/energy-result.ts";
import {ConcordError} from "../../base/errors.ts";
import {applyScenario} from "../../kernels/energy/apply-scenario.ts";
import {energyChanges} from "../../kernels/energy/changes.ts";
import {drawMarket} from "../../kernels/energy/draw.ts";
import {explainUnsolved} from "../../kernels/energy/explain.ts";
import {compareObserved} from "../../kernels/energy/observed.ts";
import {energyResult, residualTolerance} from "../../kernels/energy/result.ts";
import {solveMarket} from "../../kernels/energy/solve-market.ts";
import type {SolveProgram} from "../../kernels/program/program.ts";
import {loadHighs} from "../../runtime/highs-solver.ts";

/** How a market of energy is simulated. */
export interface EnergyOptions {
  /** Ids of scenarios of the market, in the order of the answer; defaults to all. */
  readonly scenarios?: readonly string[];
  /** Scenarios beside those of the market; one with the same id replaces it. */
  readonly more?: readonly EnergyScenario[];
  /** Parameters that are drawn beside those of the market; defaults to none. */
  readonly uncertain?: readonly Uncertain[];
  /** Joint draws of uncertain parameters; defaults to 0. */
  readonly draws?: number;
  /** Seed of the draws, a whole number; defaults to 1. */
  readonly seed?: number;
  /** Solver of convex programs; defaults to HiGHS, which is loaded on the first call. */
  readonly solve?: SolveProgram;
}

/**
 * Solves a market of energy under named scenarios: prices by node, flows, congestion, and accounts by economy that are
 * checked to add up to the objective. The first scenario is what the others are compared with. Throws a `ConcordError`
 * that says which constraints contradict each other, which direction has no end, or which check failed.
 */
export async function simulateEnergy(given: EnergyMarket, options: EnergyOptions = {}): Promise<EnergyOutput> {
  const started = performance.now();
  const {draws = 0, seed = 1} = options;
  if (draws > mostDraws)
    throw new ConcordError("too_large", `Found ${draws} draws, wanted at most ${mostDraws}`, {
      details: {hint: "a quantile of this many draws is known to a fraction of a per cent of the spread"}
    });
  const solve = options.solve ?? (await highs());
  const market = {...given, uncertain: [...(given.uncertain ?? []), ...(options.uncertain ?? [])]};
  const scenarios = chosenScenarios(market, options);
  const results = scenarios.map((scenario) => solveScenario(market, scenario, solve));
  const drawn = draws > 0 ? drawMarket(market, drawable(market, scenarios), {draws, seed, solve}) : undefined;
  const observed = compareObserved(market, results);
  const {id, names, status, notes, sources = [], units} = market;
  return {
    model: "energy",
    market: {id, names, status, ...(notes && {notes}), sources, units},
    parameters: {draws, seed},
    base: scenarios[0]!.id,
    scenarios: results,
    changes: energyChanges(results),
    ...(observed && {observed}),
    ...(drawn && {draws: drawn}),
    seconds: (performance.now() - started) / 1000
  };
}

/** More would take minutes and tell nothing more. */
const mostDraws = 100_000;

let loading: Promise<SolveProgram> | undefined;

/** HiGHS, loaded once; one whose loading failed is tried again. */
function highs(): Promise<SolveProgram> {
  loading ??= loadHighs().catch((cause: unknown) => {
    loading = undefined;
    throw new ConcordError("unavailable", "The solver HiGHS could not be loaded", {cause});
  });
  return loading;
}

function chosenScenarios(market: EnergyMarket, {scenarios: ids, more = []}: EnergyOptions): EnergyScenario[] {
  const known = new Map([...market.scenarios, ...more].map((one) => [one.id, one]));
  const unknown = (ids ?? []).filter((id) => !known.has(id)).map((id) => `"${id}"`);
  if (unknown.length > 0)
    throw new ConcordError("invalid_query", `Market "${market.id}" has no scenario ${unknown.join(", ")}`, {
      details: {hint: `it has ${[...known.keys()].map((id) => `"${id}"`).join(", ")}`}
    });
  return [...new Set(ids ?? known.keys())].map((id) => known.get(id)!);
}

function solveScenario(market: EnergyMarket, scenario: EnergyScenario, solve: SolveProgram): EnergyResult {
  const ruled = applyScenario(market, scenario);
  const solution = solveMarket(ruled, solve);
  const name = `Market "${market.id}" under scenario "${scenario.id}"`;
  if (solution.status !== "solved") {
    const {message, hint, parts} = explainUnsolved(market, solution);
    const details = {scenario: scenario.id, status: solution.status, parts, hint};
    throw new ConcordError("bad_data", `${name} ${message}`, {details});
  }
  const result = energyResult(ruled, scenario, solution);
  if (result.checks.converged) return result;
  const {residual, accounts, formulas} = result.checks;
  throw new ConcordError("bad_data", `${name} was solved, but the solution fails its checks`, {
    details: {
      checks: result.checks,
      hint: `residuals: optimality ${residual}, accounts ${accounts}, formulas ${formulas}; wanted less than ${residualTolerance}`
    }
  });
}

function drawable(market: EnergyMarket, scenarios: readonly EnergyScenario[]): readonly EnergyScenario[] {
  const some = scenarios.some(({uncertain = []}) => (market.uncertain ?? []).length + uncertain.length > 0);
  if (some) return scenarios;
  throw new ConcordError(
    "invalid_query",
    `Market "${market.id}" names nothing uncertain, so there is nothing to draw`,
    {
      details: {hint: 'give "uncertain" in the market or in a scenario; see docs/energy.md'}
    }
  );
}
