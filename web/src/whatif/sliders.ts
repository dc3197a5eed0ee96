import type {TradeBarrier} from "../../../src/base/trade-scenario.ts";

/** How a barrier's size is set by a slider. */
export interface Slider {
  readonly field: "scale" | "to" | "points" | "times" | "effect";
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where nothing changes. */
  readonly rest: number;
  readonly unit: "of-today" | "rate" | "points" | "times" | "effect";
}

/** The slider of a barrier; undefined where its size cannot be slid: an estimate, or trade that ends. */
export function sliderOf(barrier: TradeBarrier): Slider | undefined {
  const {type, from = 0, to, points, scale, times, effect} = barrier;
  if (scale !== undefined)
    return {field: "scale", value: 100 * scale, min: 0, max: 200, step: 5, rest: 100, unit: "of-today"};
  if (to !== undefined) {
    const [min, max] = type === "cost" ? [-40, 60] : [0, Math.max(40, 2 * from)];
    return {field: "to", value: to, min: Math.min(min, to), max: Math.max(max, to), step: 1, rest: from, unit: "rate"};
  }
  if (points !== undefined)
    return {
      field: "points",
      value: points,
      min: Math.min(-20, points),
      max: Math.max(40, points),
      step: 1,
      rest: 0,
      unit: "points"
    };
  if (typeof times === "number")
    return {field: "times", value: times, min: 0.5, max: Math.max(5, times), step: 0.05, rest: 1, unit: "times"};
  if (effect !== undefined)
    return {
      field: "effect",
      value: effect,
      min: Math.min(-1, effect),
      max: Math.max(1, effect),
      step: 0.05,
      rest: 0,
      unit: "effect"
    };
  return undefined;
}

/** The barrier with its slider moved. */
export function slide(barrier: TradeBarrier, {field}: Slider, value: number): TradeBarrier {
  return {...barrier, [field]: field === "scale" ? value / 100 : value};
}

/** A new barrier of a type between two economies, at rest. */
export function barrierOf(
  type: TradeBarrier["type"],
  {exporter, importer, bothWays = false, sector}: Pick<TradeBarrier, "exporter" | "importer" | "bothWays" | "sector">,
  hasTariffs: boolean
): TradeBarrier {
  const place = {exporter, importer, ...(bothWays && {bothWays}), ...(sector !== undefined && {sector})};
  if (type === "tariff") return hasTariffs ? {...place, type, scale: 1} : {...place, type, from: 10, to: 10};
  return type === "cost" ? {...place, type, from: 0, to: 0} : {...place, type, holder: "importer", from: 10, to: 10};
}
