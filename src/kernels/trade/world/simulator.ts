import {ConcordError} from "../../../base/errors.ts";
import type {DeficitRule} from "../../../base/trade-scenario.ts";
import {solveOneSector} from "../one-sector.ts";
import {makeOneSectorBase, type Wedges} from "../one-sector-base.ts";
import type {SectorEngine} from "../sectors/engine.ts";
import type {SectorModel} from "../sectors/model.ts";
import {prepareSectors} from "../sectors/prepare.ts";
import {calibrate} from "../sectors/rebase.ts";
import type {SectorShock} from "../sectors/shock.ts";
import {makeSectorSolver, type SectorSolver} from "../sectors/solver.ts";
import {type Coefficients, effectOf, type FlowChange, type FlowChanges} from "./barrier-changes.ts";
import {closedGroups} from "./closed-groups.ts";
import {oneSectorOutcome} from "./one-sector-outcome.ts";
import type {TradeOutcome} from "./outcome.ts";
import {sectorsOutcome} from "./sectors-outcome.ts";
import {cellOf, type TradeWorld} from "./world.ts";

/** What a simulation takes as given. */
export interface TradeParameters {
  /** Elasticity of substitution of the one-sector model. */
  readonly sigma: number;
  /** Elasticity of supply of the one-sector model. */
  readonly supplyElasticity: number;
  readonly deficits: DeficitRule;
  /** Trade elasticities by sector instead of the data's; many sectors only. */
  readonly theta?: Float64Array;
  /** Estimated coefficients that scenarios name. */
  readonly coefficients?: Coefficients;
  /** Largest residual; defaults to 1e-10. */
  readonly tolerance?: number;
}

/** Solves scenarios of one world, one after the other. */
export interface TradeSimulator {
  /**
   * Solves a scenario. The start is that of an earlier outcome of the same simulator. Whether the outcome is an equilibrium
   * is in its checks; a scenario that closes economies off from one another is an error that says so.
   */
  run(changes: FlowChanges, parameters: TradeParameters, start?: Float64Array): TradeOutcome;
}

/** Options of `makeTradeSimulator`. */
export interface SimulatorOptions {
  /** Makes the engine of the many-sector model; defaults to plain TypeScript. */
  readonly makeEngine?: (model: SectorModel) => SectorEngine;
}

/** Makes a simulator: of one sector, or of many where the world says how they produce. */
export function makeTradeSimulator(world: TradeWorld, options: SimulatorOptions = {}): TradeSimulator {
  return world.production ? manySectors(world, options) : oneSector(world);
}

function oneSector(world: TradeWorld): TradeSimulator {
  const n = world.economies.length;
  const flows = transpose(world.flows.subarray(0, n * n), n);
  return {
    run(changes, {sigma, supplyElasticity, deficits, coefficients = {}, tolerance = 1e-10}, start) {
      refuseParameters({sigma, supplyElasticity});
      const before = wedgesOf(world, changes, "Before");
      const after = wedgesOf(world, changes, "After");
      const base = makeOneSectorBase(flows, n, before);
      const cost = new Float64Array(n * n).fill(1);
      const effect = new Float64Array(n * n);
      for (const [cell, change] of changes) {
        const to = transposed(cell, n);
        cost[to] = change.cost;
        effect[to] = effectOf(change, coefficients);
      }
      const theta = sigma - 1;
      const ties = flows.map((flow, cell) => flow * Math.exp(effect[cell]!) * cost[cell]! ** -theta);
      refuseClosed(
        world.economies,
        closedGroups(ties, base.output),
        autarkyOf(base.shares, n, (1 + supplyElasticity) / theta)
      );
      const solution = solveOneSector(
        base,
        {cost, effect, wedges: after},
        {theta, psi: supplyElasticity, deficits, tolerance: Math.min(tolerance, 1e-12), ...(start && {start})}
      );
      return oneSectorOutcome(world.economies, base, solution, after);
    }
  };
}

/** Real income of an economy alone, per cent: λ^((1+ψ)/θ) − 1 (Arkolakis, Costinot and Rodríguez-Clare 2012). */
function autarkyOf(shares: Float64Array, n: number, power: number): (i: number) => number {
  return (i) => 100 * (shares[i * n + i]! ** power - 1);
}

/** Wedges of the one-sector world before or after, exporter × importer; only those that differ from none. */
function wedgesOf(world: TradeWorld, changes: FlowChanges, when: "Before" | "After"): Wedges {
  const n = world.economies.length;
  const dense = (read: (change: FlowChange) => number, known?: Float64Array) => {
    if (!known && ![...changes.values()].some((change) => read(change) !== 1)) return undefined;
    const factors = known ? transpose(known.subarray(0, n * n), n) : new Float64Array(n * n).fill(1);
    for (const [cell, change] of changes) factors[transposed(cell, n)] = read(change);
    return factors;
  };
  const tariff = dense((change) => change[`tariff${when}`], world.tariff);
  const importerRent = dense((change) => change[`importerRent${when}`]);
  const exporterRent = dense((change) => change[`exporterRent${when}`]);
  return {...(tariff && {tariff}), ...(importerRent && {importerRent}), ...(exporterRent && {exporterRent})};
}

function manySectors(world: TradeWorld, {makeEngine}: SimulatorOptions): TradeSimulator {
  const makeSolver = (model: SectorModel) => makeSectorSolver(model, makeEngine?.(model));
  let cached: {readonly key: string; readonly solver: SectorSolver} | undefined;
  /** The calibrated baseline depends on the wedges before and on whether deficits are removed, not on sizes afterwards. */
  const solverOf = (changes: FlowChanges, deficits: DeficitRule): SectorSolver => {
    const key = baselineKey(world, changes, deficits);
    if (cached?.key === key) return cached.solver;
    const raw = prepareSectors(withWedges(world, changes));
    const {model, solution} = calibrate(makeSolver, raw, {removeDeficits: deficits === "removed"});
    if (solution.status !== "converged")
      throw new ConcordError("bad_data", "The data's own baseline could not be solved", {details: {...solution}});
    cached = {key, solver: makeSolver(model)};
    return cached.solver;
  };
  return {
    run(changes, {deficits, theta, coefficients = {}, tolerance = 1e-10}, start) {
      const all = theta ?? world.production!.theta;
      const lowest = all.find((value) => !(value > 0));
      if (lowest !== undefined)
        throw new ConcordError("bad_data", `Found a trade elasticity of ${lowest}, wanted one above 0`);
      const solver = solverOf(changes, deficits);
      const {model} = solver;
      const own = Float64Array.from(model.order.subarray(0, model.traded), (from) => all[from]!);
      const shock = shockOf(model, changes, coefficients);
      refuseClosed(world.economies, closedGroups(tiesOf(model, shock, own), model.valueAdded));
      const solution = solver.solve(shock, {deficits, tolerance, theta: own, ...(start && {start})});
      return sectorsOutcome(world.economies, solver, solution);
    }
  };
}

function baselineKey(world: TradeWorld, changes: FlowChanges, deficits: DeficitRule): string {
  const changed = [...changes].filter(
    ([cell, one]) =>
      one.tariffBefore !== (world.tariff?.[cell] ?? 1) || one.importerRentBefore !== 1 || one.exporterRentBefore !== 1
  );
  const wedges = changed.map(([cell, one]) => [cell, one.tariffBefore, one.importerRentBefore, one.exporterRentBefore]);
  return JSON.stringify([deficits === "removed", wedges]);
}

/** The data with the wedges that the scenario states for the time before. */
function withWedges(world: TradeWorld, changes: FlowChanges) {
  const dense = (read: (change: FlowChange) => number, known?: Float64Array) => {
    if (!known && ![...changes.values()].some((change) => read(change) !== 1)) return undefined;
    const factors = known?.slice() ?? new Float64Array(world.flows.length).fill(1);
    for (const [cell, change] of changes) factors[cell] = read(change);
    return factors;
  };
  const tariff = dense(({tariffBefore}) => tariffBefore, world.tariff);
  const importerRent = dense(({importerRentBefore}) => importerRentBefore);
  const exporterRent = dense(({exporterRentBefore}) => exporterRentBefore);
  return {
    n: world.economies.length,
    sectors: world.sectors.length,
    flows: world.flows,
    ...world.production!,
    ...(tariff && {tariff}),
    ...(importerRent && {importerRent}),
    ...(exporterRent && {exporterRent})
  };
}

function shockOf(model: SectorModel, changes: FlowChanges, coefficients: Coefficients): SectorShock {
  const square = model.n * model.n;
  const placeOf = new Map<number, number>();
  for (let j = 0; j < model.traded; j++) placeOf.set(model.order[j]!, j);
  const rows = [...changes].flatMap(([cell, change]) => {
    const j = placeOf.get(Math.floor(cell / square));
    return j === undefined ? [] : [{cell: j * square + (cell % square), change}];
  });
  const column = (read: (change: FlowChange) => number) => Float64Array.from(rows, ({change}) => read(change));
  const hasRents = (read: (change: FlowChange) => number) => rows.some(({change}) => read(change) !== 1);
  return {
    cells: Int32Array.from(rows, ({cell}) => cell),
    cost: column(({cost}) => cost),
    effect: column((change) => effectOf(change, coefficients)),
    tariff: column(({tariffAfter}) => tariffAfter),
    ...((model.importerRent || hasRents(({importerRentAfter}) => importerRentAfter)) && {
      importerRent: column(({importerRentAfter}) => importerRentAfter)
    }),
    ...((model.exporterRent || hasRents(({exporterRentAfter}) => exporterRentAfter)) && {
      exporterRent: column(({exporterRentAfter}) => exporterRentAfter)
    })
  };
}

/** Flows of all sectors at the prices of the baseline, exporter × importer. */
function tiesOf(model: SectorModel, {cells, cost, effect}: SectorShock, theta: Float64Array): Float64Array {
  const {n, traded, shares, expenditure} = model;
  const ties = new Float64Array(n * n);
  const flowOf = (cell: number) =>
    shares[cell]! * expenditure[(Math.floor(cell / n) % n) * traded + Math.floor(cell / (n * n))]!;
  for (let cell = 0; cell < shares.length; cell++) ties[(cell % n) * n + (Math.floor(cell / n) % n)]! += flowOf(cell);
  const removed = new Float64Array(n * n);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const j = Math.floor(cell / (n * n));
    const to = (cell % n) * n + (Math.floor(cell / n) % n);
    removed[to]! += flowOf(cell);
    ties[to]! += flowOf(cell) * Math.exp(effect![at]!) * cost![at]! ** -theta[j]!;
  }
  // What is left of a sum after its parts are taken away is rounding when it is this small.
  return ties.map((value, to) => (value - removed[to]! < 1e-12 * value ? 0 : value - removed[to]!));
}

function refuseParameters({sigma, supplyElasticity}: Pick<TradeParameters, "sigma" | "supplyElasticity">): void {
  if (!(sigma > 1))
    throw new ConcordError("invalid_query", `Found an elasticity of substitution of ${sigma}, wanted one above 1`);
  if (!(supplyElasticity >= 0))
    throw new ConcordError(
      "invalid_query",
      `Found an elasticity of supply of ${supplyElasticity}, wanted one of at least 0`
    );
}

function refuseClosed(
  names: readonly string[],
  groups: readonly (readonly number[])[],
  autarky?: (i: number) => number
): void {
  if (groups.length === 1) return;
  const shown = groups.map((group) => nameGroup(group.map((i) => names[i]!)));
  const alone = groups.filter((group) => group.length === 1).map(([i]) => i!);
  const closedForm =
    autarky && alone.length > 0
      ? `; real income alone is identified, with balanced trade: ${alone
          .slice(0, 6)
          .map((i) => `${names[i]} ${autarky(i).toFixed(2)} %`)
          .join(", ")}${alone.length > 6 ? ", …" : ""}`
      : "";
  throw new ConcordError(
    "bad_data",
    `The scenario leaves no trade between ${shown.slice(0, 8).join(" and ")}${shown.length > 8 ? " and others" : ""}: ` +
      `prices of one group relative to another, and a deficit held between them, are not identified${closedForm}`,
    {
      details: {
        groups: groups.map((group) => group.map((i) => names[i]!)),
        hint: "keep some trade between all economies"
      }
    }
  );
}

function nameGroup(names: readonly string[]): string {
  const shown = names.length > 5 ? `${names.slice(0, 5).join(", ")}, … (${names.length})` : names.join(", ");
  return names.length === 1 ? shown : `{${shown}}`;
}

function transpose(values: Float64Array, n: number): Float64Array {
  return Float64Array.from({length: n * n}, (_, to) => values[cellOf(n, 0, to % n, Math.floor(to / n))]!);
}

/** Place exporter × importer of a cell importer × exporter. */
function transposed(cell: number, n: number): number {
  return (cell % n) * n + Math.floor(cell / n);
}
