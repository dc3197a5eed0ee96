import {ConcordError} from "../../../base/errors.ts";
import {covarianceFactor, drawNormal, quantilesOf} from "../../normal-draws.ts";
import {makeRandom} from "../../random.ts";
import {type TradeAccount, tradeAccounts} from "./accounts.ts";
import type {FlowChanges} from "./barrier-changes.ts";
import {passes, type TradeOutcome} from "./outcome.ts";
import type {TradeParameters, TradeSimulator} from "./simulator.ts";

/** Estimated parameters with their covariance, n × n by rows in the order of the names. */
export interface Estimates {
  readonly names: readonly string[];
  readonly values: Float64Array;
  readonly covariance: Float64Array;
}

/** Probabilities of the quantiles: the middle, and what half and 95 per cent of the draws lie between. */
export const drawnProbabilities = [0.025, 0.25, 0.5, 0.75, 0.975] as const;

/** What draws did to one economy's accounts. */
export interface DrawnEconomy {
  readonly id: string;
  readonly quantiles: Readonly<Record<TradeAccount, readonly number[]>>;
}

/** The outcome of all draws. */
export interface DrawnOutcome {
  readonly count: number;
  /** Draws that could not be solved, or that are outside what the model allows; never drawn again. */
  readonly failed: number;
  readonly seed: number;
  readonly probabilities: readonly number[];
  readonly economies: readonly DrawnEconomy[];
}

/** What is drawn, and how often. */
export interface DrawOptions {
  readonly count: number;
  readonly seed: number;
  /** Trade elasticities of all sectors, where there are many. */
  readonly theta?: Float64Array;
  /** Names of the sectors. */
  readonly sectors?: readonly string[];
}

/** Solves a scenario for joint draws of its estimated parameters; the same seed gives the same draws everywhere. */
export function drawOutcomes(
  simulator: TradeSimulator,
  changes: FlowChanges,
  parameters: TradeParameters,
  estimates: Estimates,
  options: DrawOptions
): DrawnOutcome {
  const factor = covarianceFactor(estimates.covariance, estimates.names.length);
  if (!factor)
    throw new ConcordError(
      "bad_data",
      "The covariance of the estimates is none: not symmetric, or with a negative variance"
    );
  const random = makeRandom(options.seed);
  const kept: TradeOutcome[] = [];
  for (let draw = 0; draw < options.count; draw++) {
    const values = drawNormal(estimates.values, factor, random);
    const outcome = solveOrNone(simulator, changes, withValues(parameters, estimates.names, values, options));
    if (outcome) kept.push(outcome);
  }
  return {
    count: options.count,
    failed: options.count - kept.length,
    seed: options.seed,
    probabilities: drawnProbabilities,
    economies: kept.length === 0 ? [] : kept[0]!.economies.map(({id}, i) => quantilesOfEconomy(id, i, kept))
  };
}

function quantilesOfEconomy(id: string, i: number, kept: readonly TradeOutcome[]): DrawnEconomy {
  const of = (account: TradeAccount) =>
    quantilesOf(
      kept.map(({economies}) => economies[i]![account]),
      drawnProbabilities
    );
  return {
    id,
    quantiles: Object.fromEntries(tradeAccounts.map((account) => [account, of(account)] as const)) as Record<
      TradeAccount,
      number[]
    >
  };
}

/** A draw that leaves the model's domain, or that is not solved, is a failure to be counted, not an error. */
function solveOrNone(simulator: TradeSimulator, changes: FlowChanges, parameters: TradeParameters) {
  try {
    const outcome = simulator.run(changes, {...parameters, tolerance: 1e-8});
    return passes(outcome.checks) ? outcome : undefined;
  } catch (error) {
    if (error instanceof ConcordError) return undefined;
    throw error;
  }
}

/** Parameters with some values replaced: "sigma", "supplyElasticity", "theta:SECTOR", else a variable's coefficient. */
export function withValues(
  parameters: TradeParameters,
  names: readonly string[],
  values: Float64Array,
  {theta, sectors = []}: Pick<DrawOptions, "theta" | "sectors">
): TradeParameters {
  const coefficients: Record<string, number> = {...parameters.coefficients};
  const thetas = (parameters.theta ?? theta)?.slice();
  let {sigma, supplyElasticity} = parameters;
  names.forEach((name, at) => {
    const value = values[at]!;
    const sector = name.startsWith("theta:") ? sectors.indexOf(name.slice("theta:".length)) : -1;
    if (name === "sigma") sigma = value;
    else if (name === "supplyElasticity") supplyElasticity = value;
    else if (sector >= 0 && thetas) thetas[sector] = value;
    else coefficients[name] = value;
  });
  return {...parameters, sigma, supplyElasticity, coefficients, ...(thetas && {theta: thetas})};
}

/** How far an economy's welfare moves when one parameter goes to the ends of its own 95 per cent interval. */
export interface TornadoBar {
  readonly parameter: string;
  readonly low: {readonly value: number; readonly welfare: number | null};
  readonly high: {readonly value: number; readonly welfare: number | null};
}

const halfWidth95 = 1.959963984540054;

/** Moves each parameter alone; the widest bar comes first. Null where the model has no solution there. */
export function tornado(
  simulator: TradeSimulator,
  changes: FlowChanges,
  parameters: TradeParameters,
  estimates: Estimates,
  options: Pick<DrawOptions, "theta" | "sectors"> & {readonly economy: number}
): TornadoBar[] {
  const at = (name: string, value: number) => {
    const outcome = solveOrNone(simulator, changes, withValues(parameters, [name], Float64Array.of(value), options));
    return {value, welfare: outcome?.economies[options.economy]?.welfare ?? null};
  };
  const n = estimates.names.length;
  const bars = estimates.names.map((name, k) => {
    const spread = halfWidth95 * Math.sqrt(estimates.covariance[k * n + k]!);
    return {
      parameter: name,
      low: at(name, estimates.values[k]! - spread),
      high: at(name, estimates.values[k]! + spread)
    };
  });
  const width = ({low, high}: TornadoBar) => Math.abs((high.welfare ?? 0) - (low.welfare ?? 0));
  return bars.sort((a, b) => width(b) - width(a));
}
