import type {TradeBarrier, TradeScenario} from "../../base/trade-scenario.ts";
import type {ScenarioNote} from "../output.ts";

/** A scenario as it is noted beside its results. */
export function describeScenario({name, description, barriers}: TradeScenario): ScenarioNote {
  return {name, ...(description !== undefined && {description}), changes: barriers.map(describeBarrier)};
}

/** One line about a barrier: "tariff, A → B, all sectors: 10 % → 0 %". */
export function describeBarrier(barrier: TradeBarrier): string {
  const {type, exporter, importer, bothWays, sector, holder} = barrier;
  const arrow = bothWays ? "↔" : "→";
  const what = type === "rent" ? `rent of the ${holder ?? "importer"}` : type;
  const where = sector === undefined || sector === "*" ? "" : `, ${[sector].flat().join(", ")}`;
  return `${what}, ${side(exporter)} ${arrow} ${side(importer)}${where}: ${size(barrier)}`;
}

function side(names: string | readonly string[]): string {
  return names === "*" ? "all" : [names].flat().join(", ");
}

function size({from, to, points, scale, times, effect, estimate}: TradeBarrier): string {
  if (times !== undefined) return times === "prohibitive" ? "prohibitive" : `cost × ${times}`;
  if (effect !== undefined) return `ln trade ${signed(effect)}`;
  if (estimate) return `${estimate.variable} ${signed(estimate.change)}`;
  if (scale !== undefined) return `rate × ${scale}`;
  if (to === undefined) return `${signed(points ?? 0)} points`;
  return `${from === undefined ? "as in the data" : `${from} %`} → ${to} %`;
}

function signed(value: number): string {
  return value < 0 ? `−${-value}` : `+${value}`;
}
