import {figureInterval} from "../base/basis-key.ts";
import type {Basis, Figure} from "../base/figure.ts";
import {growth as growthInterval, type Interval, intersects} from "../base/interval.ts";
import {comparePeriods, parsePeriod, yearsBefore} from "../base/period.ts";
import {derive, measured} from "./derived.ts";
import type {Growth, SeriesFigure} from "./output.ts";

/**
 * Growth of every period of a series against the same span a year earlier, with the changes that sources state for it.
 * `changes` are stated figures of kind "change" on the same basis, in per cent.
 */
export function growthOf(figures: readonly SeriesFigure[], changes: readonly Figure[]): Growth[] {
  const shown = new Map(figures.filter(({role}) => role === "shown").map((figure) => [figure.period, figure]));
  const periods = new Set([...shown.keys(), ...changes.map(({period}) => parsePeriod(period).text)]);
  const ordered = [...periods].sort((a, b) => comparePeriods(parsePeriod(a), parsePeriod(b)));
  return ordered.flatMap((period) => {
    const base = yearsBefore(parsePeriod(period), 1).text;
    const stated = changes.filter((change) => isFor(change, period, base));
    const entry = growthEntry(period, base, shown.get(period), shown.get(base), stated);
    return entry.derived || stated.length > 0 ? [entry] : [];
  });
}

function isFor(change: Figure, period: string, base: string): boolean {
  return parsePeriod(change.period).text === period && parsePeriod(change.base ?? base).text === base;
}

function growthEntry(
  period: string,
  base: string,
  level: SeriesFigure | undefined,
  from: SeriesFigure | undefined,
  stated: readonly Figure[]
): Growth {
  const derived = level && from ? growthFigure(level, from) : null;
  return {
    period,
    base,
    derived,
    stated: [...stated],
    agrees: derived && stated.length > 0 ? stated.every((change) => fits(change, derived)) : null,
    circular: level !== undefined && from !== undefined && isCircular(level, from, stated)
  };
}

/** 100 (level / base − 1) over all numbers that both intervals hold; null where one holds none. */
function growthFigure(level: Figure, from: Figure): Figure | null {
  const [a, b] = [measured(level), measured(from)];
  if (!a || !b || b.value === 0) return null;
  const interval = growthInterval(a.interval, b.interval);
  return derive([level, from], level.period, {
    name: "growth",
    basis: changeBasis(level.basis),
    formula: "100 * (level / base - 1)",
    value: 100 * (a.value / b.value - 1),
    interval,
    base: from.period
  });
}

/** The basis of a change in per cent of a level. */
export function changeBasis(basis: Basis): Basis {
  return {...basis, kind: "change", unit: "%"};
}

function fits(change: Figure, derived: Figure): boolean {
  const [a, b]: (Interval | undefined)[] = [figureInterval(change), figureInterval(derived)];
  return a !== undefined && b !== undefined && intersects(a, b);
}

function isCircular(level: Figure, from: Figure, stated: readonly Figure[]): boolean {
  const inputs = [...(level.inputs ?? []), ...(from.inputs ?? [])];
  return [level.id, from.id, ...stated.map(({id}) => id)].some((id) => inputs.includes(id));
}
