import {ConcordError} from "../../base/errors.ts";
import type {DeficitRule, TradeScenario} from "../../base/trade-scenario.ts";
import type {SectorEngine} from "../../kernels/trade/sectors/engine.ts";
import type {SectorModel} from "../../kernels/trade/sectors/model.ts";
import {estimatedVariables, type FlowChanges, flowChanges} from "../../kernels/trade/world/barrier-changes.ts";
import {drawOutcomes, type Estimates, tornado} from "../../kernels/trade/world/draws.ts";
import {largestGap, type OutcomeChecks, passes, type TradeOutcome} from "../../kernels/trade/world/outcome.ts";
import {makeTradeSimulator, type TradeParameters, type TradeSimulator} from "../../kernels/trade/world/simulator.ts";
import type {TradeWorld} from "../../kernels/trade/world/world.ts";
import {describeScenario} from "./describe-scenario.ts";
import {answerInLevels, type LevelsModel} from "./levels.ts";
import type {TradeSimulation} from "./output.ts";

/** How trade scenarios are simulated; what is left out is taken from the scenario, then from the defaults. */
export interface TradeOptions {
  /** One-sector model; defaults to "exact". */
  readonly model?: "exact" | LevelsModel;
  /** Elasticity of substitution; defaults to 5. One sector only. */
  readonly sigma?: number;
  readonly supplyElasticity?: number;
  readonly deficits?: DeficitRule;
  /** Economy whose price index is 1 in levels; defaults to the first. */
  readonly reference?: string;
  /** Estimated coefficients and parameters. */
  readonly estimates?: Estimates;
  /** Draws of the estimates; defaults to none. */
  readonly draws?: number;
  /** Seed of the draws; defaults to 1. */
  readonly seed?: number;
  /** Economy for which parameters are moved one by one; defaults to none. */
  readonly tornadoOf?: string;
  /** Whether flows are in the output; defaults to true. */
  readonly flows?: boolean;
  /** Makes the engine of the many-sector model; defaults to plain TypeScript. */
  readonly makeEngine?: (model: SectorModel) => SectorEngine;
  /** Milliseconds of a clock that only runs forward. */
  readonly now?: () => number;
}

/** Elasticity of substitution when nobody states one. */
export const defaultSigma = 5;

/** Simulates scenarios of one world; all are solved, or the first that cannot be is the error. */
export function simulateTrade(
  world: TradeWorld,
  scenarios: readonly TradeScenario[],
  options: TradeOptions = {}
): TradeSimulation[] {
  const simulator = makeTradeSimulator(world, options.makeEngine ? {makeEngine: options.makeEngine} : {});
  return scenarios.map((scenario) => simulateOne(world, scenario, simulator, options));
}

function simulateOne(
  world: TradeWorld,
  scenario: TradeScenario,
  simulator: TradeSimulator,
  options: TradeOptions
): TradeSimulation {
  const {model = "exact", now = () => performance.now()} = options;
  const start = now();
  const parameters = parametersOf(world, scenario, options);
  const changes = flowChanges(world, scenario);
  const answer =
    model === "exact"
      ? answerExactly(world, scenario, simulator, changes, parameters, options)
      : answerOtherwise(world, scenario, changes, parameters, model, options);
  return {...answer, seconds: (now() - start) / 1000};
}

type Unfinished = Omit<TradeSimulation, "seconds">;

function answerExactly(
  world: TradeWorld,
  scenario: TradeScenario,
  simulator: TradeSimulator,
  changes: FlowChanges,
  parameters: TradeParameters,
  options: TradeOptions
): Unfinished {
  const {estimates, draws = 0, seed = 1, tornadoOf, flows = true, reference} = options;
  if (reference !== undefined)
    throw new ConcordError("invalid_query", "Option reference is for models in levels, and the model is exact", {
      details: {hint: "name a model in levels, or leave it out"}
    });
  const outcome = simulator.run(changes, parameters);
  refuseUnsolved(scenario, outcome.checks);
  const drawing = {
    count: draws,
    seed,
    sectors: world.sectors,
    ...(world.production && {theta: world.production.theta})
  };
  if ((draws > 0 || tornadoOf !== undefined) && !estimates)
    throw new ConcordError("invalid_query", "Nothing to draw: no estimates were given", {
      details: {hint: "give --fit FILE with coefficients and their covariance; see docs/equilibrium.md"}
    });
  return {
    model: world.production ? "many-sectors" : "one-sector",
    scenario: describeScenario(scenario),
    parameters: shownParameters(world, parameters),
    economies: outcome.economies.map((economy) => ({...economy})),
    ...(flows && {flows: flowsOf(world, outcome)}),
    checks: outcome.checks,
    iterations: outcome.report.iterations,
    ...(draws > 0 && {draws: asOutput(drawOutcomes(simulator, changes, parameters, estimates!, drawing))}),
    ...(tornadoOf !== undefined && {
      tornado: {
        economy: tornadoOf,
        bars: tornado(simulator, changes, parameters, estimates!, {...drawing, economy: placeOf(world, tornadoOf)})
      }
    })
  };
}

function asOutput({economies, probabilities, ...rest}: ReturnType<typeof drawOutcomes>) {
  return {
    ...rest,
    probabilities: [...probabilities],
    economies: economies.map(({id, quantiles}) => ({
      id,
      quantiles: Object.fromEntries(Object.entries(quantiles).map(([account, values]) => [account, [...values]]))
    }))
  };
}

function answerOtherwise(
  world: TradeWorld,
  scenario: TradeScenario,
  changes: FlowChanges,
  parameters: TradeParameters,
  model: LevelsModel,
  {reference, draws, tornadoOf, deficits = "proportional"}: TradeOptions
): Unfinished {
  if (deficits !== "proportional")
    throw new ConcordError(
      "invalid_query",
      `Model ${model} keeps deficits in proportion to income, found "${deficits}", wanted "proportional"`
    );
  if (world.production)
    throw new ConcordError("invalid_query", `Model ${model} has one sector, and the data have ${world.sectors.length}`);
  if (draws !== undefined || tornadoOf !== undefined)
    throw new ConcordError(
      "invalid_query",
      `Model ${model} draws nothing: wanted the exact model for --draws and --tornado`
    );
  const place = reference === undefined ? 0 : placeOf(world, reference);
  const {sigma, coefficients = {}} = parameters;
  const answer = answerInLevels(world, changes, {model, sigma, coefficients, reference: place});
  if (!answer.checks.converged) refuseUnsolved(scenario, answer.checks);
  return {
    model,
    scenario: describeScenario(scenario),
    parameters: {
      ...shownParameters(world, parameters),
      deficits: "proportional",
      supplyElasticity: 0,
      numeraire: `price index of ${world.economies[place]}`
    },
    ...answer
  };
}

function parametersOf(world: TradeWorld, scenario: TradeScenario, options: TradeOptions): TradeParameters {
  const {estimates} = options;
  const own = scenario.parameters ?? {};
  const known = new Map(estimates?.names.map((name, at) => [name, estimates.values[at]!]));
  const missing = estimatedVariables(scenario).filter((name) => !known.has(name));
  if (missing.length > 0)
    throw new ConcordError(
      "bad_data",
      `Scenario "${scenario.name}" needs the coefficient of ${missing.map((name) => `"${name}"`).join(", ")}, ` +
        (estimates ? `the estimates have ${estimates.names.join(", ")}` : "and no estimates were given"),
      {details: {hint: "give --fit FILE with coefficients and their covariance"}}
    );
  const theta = world.production?.theta.map((value, j) => known.get(`theta:${world.sectors[j]}`) ?? value);
  return {
    sigma: options.sigma ?? own.sigma ?? known.get("sigma") ?? defaultSigma,
    supplyElasticity: options.supplyElasticity ?? own.supplyElasticity ?? known.get("supplyElasticity") ?? 0,
    deficits: options.deficits ?? own.deficits ?? "held",
    coefficients: Object.fromEntries(known),
    ...(theta && {theta})
  };
}

function shownParameters(world: TradeWorld, parameters: TradeParameters): TradeSimulation["parameters"] {
  const {sigma, supplyElasticity, deficits, coefficients = {}, theta} = parameters;
  const known = Object.keys(coefficients).length > 0;
  return {
    ...(theta
      ? {theta: Object.fromEntries(world.sectors.map((name, j) => [name, theta[j]!]))}
      : {sigma, supplyElasticity}),
    deficits,
    ...(known && {coefficients}),
    numeraire: world.production ? "world value added" : "world output"
  };
}

function flowsOf({economies}: TradeWorld, {flowsBefore, flowsAfter}: TradeOutcome) {
  const n = economies.length;
  return economies.flatMap((exporter, i) =>
    economies.map((importer, m) => ({
      exporter,
      importer,
      before: flowsBefore[i * n + m]!,
      after: flowsAfter[i * n + m]!
    }))
  );
}

function placeOf({economies}: TradeWorld, name: string): number {
  const at = economies.indexOf(name);
  if (at < 0)
    throw new ConcordError(
      "invalid_query",
      `Found economy "${name}", wanted one of ${economies.slice(0, 12).join(", ")}`
    );
  return at;
}

/** A run that fails a check is an error, and says which. */
function refuseUnsolved({name}: TradeScenario, checks: OutcomeChecks): void {
  if (passes(checks)) return;
  const {converged, residual, worldBudget, walras} = checks;
  const failed = [
    ...(converged ? [] : ["the solver did not converge"]),
    ...(residual <= largestGap ? [] : [`residual ${residual.toExponential(1)}`]),
    ...(worldBudget <= largestGap ? [] : [`world budget ${worldBudget.toExponential(1)}`]),
    ...(walras <= largestGap ? [] : [`Walras' law ${walras.toExponential(1)}`])
  ];
  throw new ConcordError(
    "bad_data",
    `Scenario "${name}" was not solved: ${failed.join(", ")}; wanted gaps of at most ${largestGap}`,
    {
      details: {checks, hint: "try the change in smaller steps; docs/trade-models.md says what is checked"}
    }
  );
}
