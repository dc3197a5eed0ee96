import {ConcordError} from "../../base/errors.ts";
import {fixedShares} from "../../kernels/trade/fixed-shares.ts";
import {guideLoop} from "../../kernels/trade/guide-loop.ts";
import {solveOneSector} from "../../kernels/trade/one-sector.ts";
import {makeOneSectorBase} from "../../kernels/trade/one-sector-base.ts";
import {conditionalEffects, type LevelsInput} from "../../kernels/trade/resistances.ts";
import {type Coefficients, effectOf, type FlowChanges} from "../../kernels/trade/world/barrier-changes.ts";
import {cellOf, type TradeWorld} from "../../kernels/trade/world/world.ts";
import type {Checks} from "../output.ts";
import type {TradeEconomy} from "./output.ts";

/** The models in levels, each with multilateral resistances. */
export type LevelsModel = "levels" | "guide-loop" | "fixed-shares";

/** What the models in levels are asked. */
export interface LevelsQuery {
  readonly model: LevelsModel;
  readonly sigma: number;
  readonly coefficients: Coefficients;
  /** Place of the economy whose inward resistance is 1. */
  readonly reference: number;
}

/** The answer of a model in levels. */
export interface LevelsAnswer {
  readonly economies: TradeEconomy[];
  readonly checks: Checks;
  readonly iterations: number;
}

/** Answers by a model in levels; these know costs only, so a scenario with tariffs or rents is refused. */
export function answerInLevels(world: TradeWorld, changes: FlowChanges, query: LevelsQuery): LevelsAnswer {
  refuseRevenue(changes, query.model);
  const input = levelsInput(world, changes, query);
  if (query.model === "levels") return fullEndowment(world, input);
  return query.model === "guide-loop" ? byGuideLoop(world, input) : byFixedShares(world, input);
}

function refuseRevenue(changes: FlowChanges, model: LevelsModel): void {
  for (const change of changes.values()) {
    const {tariffBefore, tariffAfter, importerRentAfter, importerRentBefore, exporterRentAfter, exporterRentBefore} =
      change;
    const same =
      tariffBefore === tariffAfter &&
      importerRentAfter === importerRentBefore &&
      exporterRentAfter === exporterRentBefore;
    if (!same)
      throw new ConcordError(
        "invalid_query",
        `Model ${model} has no revenue and no rents: wanted barriers of type cost only`,
        {
          details: {hint: "the exact model (the default) knows tariffs and rents"}
        }
      );
  }
}

function levelsInput(
  world: TradeWorld,
  changes: FlowChanges,
  {sigma, coefficients, reference}: LevelsQuery
): LevelsInput {
  const n = world.economies.length;
  const before = Float64Array.from({length: n * n}, (_, to) => world.flows[cellOf(n, 0, to % n, Math.floor(to / n))]!);
  const output = new Float64Array(n);
  const expenditure = new Float64Array(n);
  before.forEach((flow, cell) => {
    output[Math.floor(cell / n)]! += flow;
    expenditure[cell % n]! += flow;
  });
  const after = before.slice();
  for (const [cell, change] of changes)
    after[(cell % n) * n + Math.floor(cell / n)]! *=
      Math.exp(effectOf(change, coefficients)) * change.cost ** (1 - sigma);
  return {n, before, after, output, expenditure, sigma, reference};
}

const percent = (factor: number) => 100 * (factor - 1);

/** The consistent solution, with deficits in proportion to income as the Guide has them, told in levels. */
function fullEndowment(world: TradeWorld, input: LevelsInput): LevelsAnswer {
  const {n, before, after, sigma, reference = 0} = input;
  const conditional = conditionalEffects(input);
  const base = makeOneSectorBase(before, n);
  const effect = after.map((value, cell) => (before[cell] === 0 ? 0 : Math.log(value / before[cell]!)));
  const full = solveOneSector(base, {effect}, {theta: sigma - 1, deficits: "proportional"});
  const unit = full.priceIndex[reference]!;
  const trade = (flows: Float64Array, side: 0 | 1, i: number) => {
    let sum = 0;
    for (let m = 0; m < n; m++) if (m !== i) sum += flows[side === 0 ? i * n + m : m * n + i]!;
    return sum;
  };
  const world1 = full.output.reduce((sum, value) => sum + value, 0);
  const economies = world.economies.map((id, i): TradeEconomy => {
    const price = full.price[i]! / unit;
    const inward = full.priceIndex[i]! / unit;
    const {exports} = conditional;
    return {
      id,
      welfare: percent(price / inward),
      realIncome: percent(price / inward),
      price: percent(price),
      consumerPrice: percent(inward),
      exports: percent(trade(full.border, 0, i) / unit / trade(before, 0, i)),
      imports: percent(trade(full.border, 1, i) / unit / trade(before, 1, i)),
      revenue: 0,
      rents: 0,
      inward: percent(inward),
      // p^(1−σ) = (Y_i/Y)/(β Π^(1−σ)), whose output shares move with prices
      outward: percent(
        ((full.output[i]! / world1 / (base.output[i]! / world1)) * price ** (sigma - 1)) ** (1 / (1 - sigma))
      ),
      partialExports: percent(exports.partial[i]! / exports.before[i]!),
      conditionalExports: percent(exports.conditional[i]! / exports.before[i]!),
      conditionalInward: percent(conditional.after.inward[i]! / conditional.before.inward[i]!),
      conditionalOutward: percent(conditional.after.outward[i]! / conditional.before.outward[i]!)
    };
  });
  const spent = full.expenditure.reduce((sum, value) => sum + value, 0);
  return {
    economies,
    iterations: full.iterations,
    checks: {
      residual: Math.max(full.residual, conditional.before.balanced.residual, conditional.after.balanced.residual),
      worldBudget: Math.abs(spent / world1 - 1),
      walras: Math.abs(full.received.reduce((sum, value) => sum + value, 0) / world1 - 1),
      converged: full.status === "converged" && conditional.status === "converged"
    }
  };
}

/**
 * The loop's budgets do not close, by its own construction; that gap is shown in its checks and is no error of the run, which
 * is there to reproduce published numbers.
 */
function byGuideLoop(world: TradeWorld, input: LevelsInput): LevelsAnswer {
  const found = guideLoop(input);
  const ratio = input.expenditure.map((value, i) => value / input.output[i]!);
  const sold = found.output.reduce((sum, value) => sum + value, 0);
  const spent = found.output.reduce((sum, value, i) => sum + ratio[i]! * value, 0);
  return {
    economies: world.economies.map((id, i) => ({
      id,
      welfare: percent(found.realOutput[i]!),
      realIncome: percent(found.realOutput[i]!),
      price: percent(found.price[i]!),
      consumerPrice: percent(found.inward[i]!),
      exports: percent(found.exports[i]! / found.exportsBefore[i]!),
      imports: percent(found.imports[i]! / found.importsBefore[i]!),
      revenue: 0,
      rents: 0,
      inward: percent(found.inward[i]!),
      outward: percent(found.outward[i]!)
    })),
    iterations: found.rounds,
    checks: {residual: found.lastStep, worldBudget: Math.abs(spent / sold - 1), walras: 0, converged: found.ended}
  };
}

function byFixedShares(world: TradeWorld, input: LevelsInput): LevelsAnswer {
  const found = fixedShares(input);
  const sums = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const sold = sums(found.price.map((value, i) => value * input.output[i]!));
  const spent = sums(found.price.map((value, i) => value * input.expenditure[i]!));
  return {
    economies: world.economies.map((id, i) => ({
      id,
      welfare: percent(found.realOutput[i]!),
      realIncome: percent(found.realOutput[i]!),
      price: percent(found.price[i]!),
      consumerPrice: percent(found.inward[i]!),
      exports: percent(found.exports[i]!),
      imports: percent(found.imports[i]!),
      revenue: 0,
      rents: 0,
      inward: percent(found.inward[i]!),
      outward: percent(found.outward[i]!)
    })),
    iterations: found.iterations,
    checks: {
      residual: found.residual,
      worldBudget: Math.abs(spent / sold - 1),
      walras: 0,
      converged: found.status === "converged"
    }
  };
}
