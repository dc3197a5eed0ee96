import {basisKey} from "../base/basis-key.ts";
import type {Figure} from "../base/figure.ts";
import {groupBy} from "../base/group-by.ts";
import {divide, multiply} from "../base/interval.ts";
import {comparePeriods, monthsIn, parsePeriod} from "../base/period.ts";
import {currencyIssuers} from "./data/currencies.ts";
import {derive, measured} from "./derived.ts";

/** Indicators of figures that are price indices: the index of any base year, or its level in per cent. */
const isPriceIndex = /(^|[-_.])(cpi|ppi|deflator|price[-_]index)([-_.]|$)/;

/** A price index by year. */
interface Deflator {
  /** Indicator of the index. */
  readonly id: string;
  readonly byPeriod: ReadonlyMap<string, Figure>;
}

/**
 * The yearly levels in constant prices of the last year that has both a level and an index, once for each price index
 * that is known of the currency's issuer. Indices without a verified source give unverified figures.
 */
export function deflated(levels: readonly Figure[], all: readonly Figure[]): Figure[] {
  const nominal = levels.filter(({basis, period, status}) => {
    const isYear = monthsIn(parsePeriod(period)) === 12;
    return isYear && status !== "forecast" && typeof basis.prices !== "object";
  });
  return [...groupBy(nominal, ({basis}) => basisKey(basis)).values()].flatMap((series) =>
    deflatorsOf(series[0]!.basis.unit, all).flatMap((deflator) => deflateSeries(series, deflator))
  );
}

function deflatorsOf(unit: string, all: readonly Figure[]): Deflator[] {
  const issuers = currencyIssuers[unit] ?? [];
  const indices = all.filter(
    ({basis, value}) =>
      isPriceIndex.test(basis.indicator) &&
      basis.kind !== "change" &&
      basis.economy !== undefined &&
      issuers.includes(basis.economy) &&
      value !== null &&
      value > 0
  );
  return [...groupBy(indices, ({basis}) => basisKey(basis)).values()].map((figures) => ({
    id: figures[0]!.basis.indicator,
    byPeriod: new Map(figures.map((figure) => [parsePeriod(figure.period).text, figure]))
  }));
}

function deflateSeries(series: readonly Figure[], deflator: Deflator): Figure[] {
  const covered = series.filter((figure) => measured(figure) && deflator.byPeriod.has(figure.period));
  const last = covered.toSorted((a, b) => comparePeriods(parsePeriod(a.period), parsePeriod(b.period))).at(-1);
  if (!last || covered.length < 2) return [];
  const base = deflator.byPeriod.get(last.period)!;
  return covered.flatMap((figure) => deflateFigure(figure, deflator.byPeriod.get(figure.period)!, base, deflator.id));
}

function deflateFigure(figure: Figure, index: Figure, base: Figure, deflator: string): Figure[] {
  const [level, own, last] = [measured(figure), measured(index), measured(base)];
  if (!level || !own || !last) return [];
  // An index of the base year over itself is 1, not the interval that its rounding would leave open.
  const factor = index === base ? {low: 1, high: 1} : divide(last.interval, own.interval);
  const prices = {constant: new Date(parsePeriod(base.period).start * 86_400_000).getUTCFullYear(), deflator};
  return [
    derive([figure, index, base], figure.period, {
      name: "real",
      basis: {...figure.basis, prices},
      formula: "level * index of the base year / index of the year",
      value: (level.value * last.value) / own.value,
      interval: multiply(level.interval, factor)
    })
  ];
}
