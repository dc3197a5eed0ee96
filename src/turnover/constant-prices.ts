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
 * The yearly levels in constant prices, once for each price index that is known of the currency's issuer. All series of
 * a currency are in the prices of one year, the last that has both an index and a level in any of them: levels in the
 * prices of different years cannot be compared. Indices without a verified source give unverified figures.
 */
export function deflated(levels: readonly Figure[], all: readonly Figure[]): Figure[] {
  const nominal = levels.filter(({basis, period, status}) => {
    const isYear = monthsIn(parsePeriod(period)) === 12;
    return isYear && status !== "forecast" && typeof basis.prices !== "object";
  });
  return [...groupBy(nominal, ({basis}) => basis.unit)].flatMap(([unit, ofUnit]) => {
    const series = [...groupBy(ofUnit, ({basis}) => basisKey(basis)).values()];
    return deflatorsOf(unit, all).flatMap((deflator) => deflateAll(series, deflator));
  });
}

function deflateAll(all: readonly (readonly Figure[])[], {id, byPeriod}: Deflator): Figure[] {
  const isCovered = (figure: Figure) => measured(figure) !== undefined && byPeriod.has(figure.period);
  const series = all.map((one) => one.filter(isCovered)).filter((one) => one.length > 1);
  const periods = series.flatMap((one) => one.map(({period}) => parsePeriod(period))).sort(comparePeriods);
  const last = periods.at(-1);
  if (!last) return [];
  const base = byPeriod.get(last.text)!;
  return series.flat().flatMap((figure) => deflateFigure(figure, byPeriod.get(figure.period)!, base, id));
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
