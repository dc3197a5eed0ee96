import type {EnergyMarket, EnergyScenario, Uncertain} from "../../base/energy.ts";
import type {EnergyDraws, EnergyQuantiles} from "../../base/energy-result.ts";
import type {SolveProgram} from "../program/program.ts";
import {makeRandom, type Random} from "../random.ts";
import {accountNames, welfareOf} from "./accounts.ts";
import {applyScenario, setParameter} from "./apply-scenario.ts";
import {residualTolerance} from "./result.ts";
import {type Equilibrium, solveMarket} from "./solve-market.ts";

/** How parameters are drawn. */
export interface DrawOptions {
  readonly draws: number;
  /** Whole number; the same draws for the same seed, on every machine. */
  readonly seed: number;
  readonly solve: SolveProgram;
}

/** A solved draw, or why it could not be solved. */
type Outcome = {readonly equilibrium: Equilibrium} | {readonly reason: string};

/**
 * Draws all uncertain parameters together and solves each scenario on every draw. All scenarios see the same draws, so
 * that their difference is not noise. What cannot be solved is counted by reason and left out of the quantiles.
 */
export function drawMarket(
  market: EnergyMarket,
  scenarios: readonly EnergyScenario[],
  {draws, seed, solve}: DrawOptions
): EnergyDraws[] {
  const uncertain = [...new Map(scenarios.flatMap((one) => parametersOf(market, one)).map((one) => [keyOf(one), one]))];
  const random = makeRandom(seed);
  const values = Array.from({length: draws}, () => new Map(uncertain.map(([key, one]) => [key, drawOne(one, random)])));
  const outcomes = scenarios.map((scenario) => values.map((drawn) => solveAt(market, scenario, drawn, solve)));
  return scenarios.map((scenario, s) => ({
    ...summary(market, scenario, outcomes[s]!, s === 0 ? undefined : outcomes[0]),
    tornado: tornado(market, scenario, solve)
  }));
}

/** What is uncertain in a market under a scenario. */
function parametersOf(market: EnergyMarket, {uncertain = []}: EnergyScenario): Uncertain[] {
  return [...(market.uncertain ?? []), ...uncertain];
}

/** Parameters that are uncertain in the same way are drawn once for all scenarios. */
function keyOf(uncertain: Uncertain): string {
  return JSON.stringify(uncertain);
}

function drawOne(uncertain: Uncertain, random: Random): number {
  if ("normal" in uncertain) return uncertain.normal.mean + uncertain.normal.deviation * random.normal();
  return inverse(uncertain, random.uniform());
}

/** Quantile function of what is known of a parameter. */
function inverse(uncertain: Uncertain, p: number): number {
  if ("range" in uncertain) {
    const [low, high] = uncertain.range;
    return low + p * (high - low);
  }
  if ("triangular" in uncertain) {
    const [low, mode, high] = uncertain.triangular;
    const turn = (mode - low) / (high - low);
    return p < turn
      ? low + Math.sqrt(p * (high - low) * (mode - low))
      : high - Math.sqrt((1 - p) * (high - low) * (high - mode));
  }
  const {mean, deviation} = uncertain.normal;
  return mean + deviation * (p === 0.5 ? 0 : Math.sign(p - 0.5) * standardNormal95);
}

const standardNormal95 = 1.6448536269514722;
const nonNegative = ["slope", "capacity", "minimum", "maximum", "quantity"];

/** A market under a scenario at drawn values: the market's own are set before the scenario's rules, the scenario's after. */
function solveAt(
  market: EnergyMarket,
  scenario: EnergyScenario,
  values: ReadonlyMap<string, number>,
  solve: SolveProgram
): Outcome {
  for (const one of parametersOf(market, scenario)) {
    const problem = outOfBounds(one.parameter, values.get(keyOf(one))!);
    if (problem !== undefined) return {reason: problem};
  }
  const set = (to: EnergyMarket, all: readonly Uncertain[] = []) =>
    all.reduce((before, one) => setParameter(before, one.parameter, values.get(keyOf(one))!), to);
  const drawn = set(applyScenario(set(market, market.uncertain), scenario), scenario.uncertain);
  const solution = solveMarket(drawn, solve, {uniqueness: false});
  if (solution.status !== "solved") return {reason: solution.status};
  const {residuals, accounting} = solution;
  const isExact = residuals.largest < residualTolerance && accounting.difference < residualTolerance;
  return isExact ? {equilibrium: solution} : {reason: "residual"};
}

/** Why a number cannot be that of a parameter; undefined where it can. */
function outOfBounds(parameter: string, value: number): string | undefined {
  const field = parameter.split(".")[2]!;
  if (nonNegative.includes(field) && value < 0) return `${parameter} below 0`;
  return field === "loss" && (value < 0 || value >= 1) ? `${parameter} outside 0 to 1` : undefined;
}

function summary(
  market: EnergyMarket,
  {id: scenario}: EnergyScenario,
  outcomes: readonly Outcome[],
  base: readonly Outcome[] | undefined
): Omit<EnergyDraws, "tornado"> {
  const solved = outcomes.flatMap((one) => ("equilibrium" in one ? [one.equilibrium] : []));
  const reasons: Record<string, number> = {};
  for (const one of outcomes) if ("reason" in one) reasons[one.reason] = (reasons[one.reason] ?? 0) + 1;
  const welfare = (one: Equilibrium, id: string) => welfareOf(one.accounting.economies.get(id)!);
  return {
    scenario,
    draws: outcomes.length,
    failed: outcomes.length - solved.length,
    reasons,
    total: quantiles(solved.map(({accounting}) => accounting.total)),
    economies: market.economies.map(({id}) => {
      const changes = outcomes.flatMap((one, k) => {
        const before = base?.[k];
        const both = before && "equilibrium" in before && "equilibrium" in one;
        return both ? [welfare(one.equilibrium, id) - welfare(before.equilibrium, id)] : [];
      });
      return {
        id,
        welfare: quantiles(solved.map((one) => welfare(one, id))),
        accounts: Object.fromEntries(
          accountNames.map((name) => [
            name,
            quantiles(solved.map(({accounting}) => accounting.economies.get(id)![name]))
          ])
        ),
        ...(base && {
          change: quantiles(changes),
          gains: changes.length > 0 ? changes.filter((change) => change > 0).length / changes.length : null
        })
      };
    }),
    demands: market.demands.map(({id, node, commodity, tax = 0}) => ({
      id,
      paid: quantiles(
        solved.map(({model, prices, paid}) => {
          const row = model.balances.findIndex((one) => one.node === node && one.commodity === commodity);
          return paid.get(id) ?? prices[row]! + tax;
        })
      )
    }))
  };
}

/** Sample quantiles by linear interpolation (Hyndman and Fan 1996, definition 7, doi:10.1080/00031305.1996.10473566). */
export function quantiles(values: readonly number[]): EnergyQuantiles {
  const sorted = Float64Array.from(values).sort();
  const at = (p: number) => {
    if (sorted.length === 0) return null;
    const place = p * (sorted.length - 1);
    const below = Math.floor(place);
    const value = sorted[below]!;
    return below + 1 < sorted.length ? value + (place - below) * (sorted[below + 1]! - value) : value;
  };
  return {p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95)};
}

/** Welfare with one parameter at an end of its likely values and the others at their medians. */
function tornado(market: EnergyMarket, scenario: EnergyScenario, solve: SolveProgram): EnergyDraws["tornado"] {
  const own = parametersOf(market, scenario);
  const at = (k: number, p: number) => {
    const values = new Map(own.map((one, index) => [keyOf(one), inverse(one, index === k ? p : 0.5)]));
    const outcome = solveAt(market, scenario, values, solve);
    const welfare =
      "equilibrium" in outcome ? [...outcome.equilibrium.accounting.economies.values()].map(welfareOf) : null;
    return {value: values.get(keyOf(own[k]!))!, welfare};
  };
  const bars = own.map(({parameter}, k) => ({parameter, low: at(k, 0.05), high: at(k, 0.95)}));
  return bars.sort((a, b) => width(b) - width(a));
}

/** The largest change of any economy's welfare; bars that could not be solved stand first. */
function width({low, high}: EnergyDraws["tornado"][number]): number {
  if (!low.welfare || !high.welfare) return Number.POSITIVE_INFINITY;
  return Math.max(...low.welfare.map((value, e) => Math.abs(high.welfare![e]! - value)));
}
