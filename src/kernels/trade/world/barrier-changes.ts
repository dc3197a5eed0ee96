import {ConcordError} from "../../../base/errors.ts";
import type {TradeBarrier, TradeScenario} from "../../../base/trade-scenario.ts";
import {cellOf, type TradeWorld} from "./world.ts";

/** What a scenario does to one flow. Factors as 1 + rate. */
export interface FlowChange {
  tariffBefore: number;
  tariffAfter: number;
  importerRentBefore: number;
  importerRentAfter: number;
  exporterRentBefore: number;
  exporterRentAfter: number;
  /** Factor on the delivered cost. */
  cost: number;
  /** Change of ln trade at given prices that is stated as such. */
  effect: number;
  /** Changes of variables whose coefficients are estimated. */
  readonly estimates: {readonly variable: string; readonly change: number}[];
}

/** A scenario written out flow by flow, by the place of the flow in the world's arrays. */
export type FlowChanges = ReadonlyMap<number, FlowChange>;

/** Writes a scenario out; a pair, sector or size that cannot be meant is an error. */
export function flowChanges(world: TradeWorld, scenario: TradeScenario): FlowChanges {
  const changes = new Map<number, FlowChange>();
  scenario.barriers.forEach((barrier, at) => {
    const cells = cellsOf(world, barrier, `Scenario "${scenario.name}", barrier ${at + 1}`);
    for (const cell of cells) {
      const change = changes.get(cell) ?? unchanged(world, cell);
      changes.set(cell, change);
      apply(change, barrier, `Scenario "${scenario.name}", barrier ${at + 1}`);
    }
  });
  return changes;
}

function unchanged({tariff}: TradeWorld, cell: number): FlowChange {
  const before = tariff?.[cell] ?? 1;
  return {
    tariffBefore: before,
    tariffAfter: before,
    importerRentBefore: 1,
    importerRentAfter: 1,
    exporterRentBefore: 1,
    exporterRentAfter: 1,
    cost: 1,
    effect: 0,
    estimates: []
  };
}

function cellsOf(world: TradeWorld, barrier: TradeBarrier, place: string): Set<number> {
  const n = world.economies.length;
  const exporters = placesOf(barrier.exporter, world.economies, "economy", place);
  const importers = placesOf(barrier.importer, world.economies, "economy", place);
  const sectors = placesOf(barrier.sector ?? "*", world.sectors, "sector", place);
  const cells = new Set<number>();
  for (const j of sectors)
    for (const i of exporters)
      for (const m of importers) {
        if (i === m) continue;
        cells.add(cellOf(n, j, m, i));
        if (barrier.bothWays) cells.add(cellOf(n, j, i, m));
      }
  if (cells.size === 0)
    throw new ConcordError(
      "bad_data",
      `${place}: found no pair of two economies, wanted an exporter and another importer`
    );
  return cells;
}

function placesOf(names: string | readonly string[], known: readonly string[], what: string, place: string): number[] {
  if (names === "*") return known.map((_, at) => at);
  return [names].flat().map((name) => {
    const at = known.indexOf(name);
    if (at >= 0) return at;
    const shown = known.length > 12 ? `${known.slice(0, 12).join(", ")}, … (${known.length})` : known.join(", ");
    throw new ConcordError("bad_data", `${place}: found ${what} "${name}", wanted one of ${shown}`);
  });
}

function apply(change: FlowChange, barrier: TradeBarrier, place: string): void {
  const {type, from, times, effect, estimate} = barrier;
  if (type === "tariff") {
    const before = from === undefined ? change.tariffBefore : 1 + from / 100;
    change.tariffBefore = before;
    change.tariffAfter = after(barrier, before, place);
  } else if (type === "rent") {
    const before = 1 + (from ?? 0) / 100;
    const later = after(barrier, before, place);
    if (barrier.holder === "exporter") {
      change.exporterRentBefore *= before;
      change.exporterRentAfter *= later;
    } else {
      change.importerRentBefore *= before;
      change.importerRentAfter *= later;
    }
  } else if (effect !== undefined) change.effect += effect;
  else if (estimate) change.estimates.push(estimate);
  else if (times !== undefined) change.cost *= times === "prohibitive" ? Number.POSITIVE_INFINITY : times;
  else {
    const before = 1 + (from ?? 0) / 100;
    change.cost *= after(barrier, before, place) / before;
  }
}

/** The factor afterwards of a barrier told as a rate. */
function after({to, points, scale}: TradeBarrier, before: number, place: string): number {
  const scaled = scale === undefined ? before : 1 + (before - 1) * scale;
  const factor = to === undefined ? scaled + (points ?? 0) / 100 : 1 + to / 100;
  if (factor > 0) return factor;
  throw new ConcordError(
    "bad_data",
    `${place}: found a rate of ${(100 * (factor - 1)).toFixed(1)} per cent, wanted one above −100`
  );
}

/** Coefficients by the name of their variable. */
export type Coefficients = Readonly<Record<string, number>>;

/** Names of all variables whose coefficients a scenario needs. */
export function estimatedVariables(scenario: TradeScenario): string[] {
  return [...new Set(scenario.barriers.flatMap(({estimate}) => (estimate ? [estimate.variable] : [])))];
}

/** Change of ln trade of a flow at given prices, by stated and estimated effects. */
export function effectOf({effect, estimates}: FlowChange, coefficients: Coefficients): number {
  return estimates.reduce((sum, {variable, change}) => sum + coefficients[variable]! * change, effect);
}
