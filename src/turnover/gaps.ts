import {canonicalBasis} from "../base/basis-key.ts";
import type {Basis, Figure} from "../base/figure.ts";
import {comparePeriods, parsePeriod} from "../base/period.ts";
import {measured} from "./derived.ts";
import type {Gap, Series} from "./output.ts";
import {gapReasons, type Sides} from "./reasons.ts";

/** Who stands on which side of a gap. */
interface Direction {
  readonly indicator: string;
  readonly exporter: string;
  readonly importer: string;
}

/**
 * Mirror gaps: for each period and product the exporter's and the importer's figure of one flow, and both sides'
 * figures of turnover, of which `economy` stands as exporter. `all` are the figures in which reasons are looked for.
 */
export function gapsOf(series: readonly Series[], economy: string, partner: string, all: readonly Figure[]): Gap[] {
  const directions: Direction[] = [
    {indicator: "turnover", exporter: economy, importer: partner},
    {indicator: "exports", exporter: economy, importer: partner},
    {indicator: "exports", exporter: partner, importer: economy}
  ];
  return directions.flatMap((direction) => gapsIn(direction, series, all));
}

function gapsIn(direction: Direction, series: readonly Series[], all: readonly Figure[]): Gap[] {
  const flow = series.filter(({basis}) => isOf(basis, direction));
  const exporters = flow.filter(({basis}) => basis.reporter === direction.exporter);
  const importers = flow.filter(({basis}) => basis.reporter === direction.importer);
  return pairUp(exporters, importers)
    .flatMap(([a, b]) => pairedPeriods(a, b).map((period) => gap(period, a, b, direction, all)))
    .sort((a, b) => comparePeriods(parsePeriod(a.period), parsePeriod(b.period)));
}

function isOf(basis: Basis, {indicator, exporter, importer}: Direction): boolean {
  if (basis.indicator !== indicator) return false;
  const other: Basis = {indicator, kind: "level", economy: exporter, partner: importer, unit: basis.unit};
  const wanted = canonicalBasis(other);
  return basis.economy === wanted.economy && basis.partner === wanted.partner;
}

type SeriesPair = readonly [exporter: Series | undefined, importer: Series | undefined];

/**
 * Series of both sides that measure the same thing: like with like as far as the coverage goes, then what is left
 * over, so that a difference in scope is shown as such; a side that has nothing at all is undefined.
 */
function pairUp(exporters: readonly Series[], importers: readonly Series[]): SeriesPair[] {
  const left = [...exporters];
  const right = [...importers];
  const pairs: SeriesPair[] = [];
  for (const fits of [isSameScope, isUnstatedScope]) {
    for (const a of [...left]) {
      const b = right.find((other) => isSameMoney(a, other) && fits(a, other));
      if (!b) continue;
      pairs.push([a, b]);
      left.splice(left.indexOf(a), 1);
      right.splice(right.indexOf(b), 1);
    }
  }
  if (pairs.length > 0) return pairs;
  const [a, b] = [left[0], right[0]];
  if (!a && !b) return [];
  return a && b && isSameMoney(a, b)
    ? [[a, b]]
    : [...left.map((one) => [one, undefined] as const), ...right.map((one) => [undefined, one] as const)];
}

function isSameMoney(a: Series, b: Series): boolean {
  return (
    a.basis.unit === b.basis.unit &&
    JSON.stringify(a.basis.prices ?? "current") === JSON.stringify(b.basis.prices ?? "current") &&
    productText(a.basis) === productText(b.basis)
  );
}

function isSameScope(a: Series, b: Series): boolean {
  return scope(a) === scope(b);
}

function isUnstatedScope(a: Series, b: Series): boolean {
  return scope(a) === "unstated" || scope(b) === "unstated";
}

function scope({basis}: Series): string {
  return basis.coverage ?? "unstated";
}

function pairedPeriods(a: Series | undefined, b: Series | undefined): string[] {
  return [...new Set([a, b].flatMap((series) => series?.figures.map(({period}) => period) ?? []))];
}

function gap(
  period: string,
  a: Series | undefined,
  b: Series | undefined,
  direction: Direction,
  all: readonly Figure[]
): Gap {
  const sides: Sides = {exporter: shownIn(a, period), importer: shownIn(b, period), beside: besideIn([a, b], period)};
  const [x, y] = [sides.exporter && measured(sides.exporter), sides.importer && measured(sides.importer)];
  const {basis} = (a ?? b)!;
  const absolute = x && y ? y.value - x.value : null;
  return {
    period,
    product: productText(basis),
    indicator: direction.indicator,
    direction: `${direction.exporter}${direction.indicator === "turnover" ? "=" : ">"}${direction.importer}`,
    unit: basis.unit,
    exporterFigure: sides.exporter ?? null,
    importerFigure: sides.importer ?? null,
    absolute,
    percent: absolute !== null && x && x.value !== 0 ? (100 * absolute) / x.value : null,
    reasons: gapReasons(sides, direction, all)
  };
}

function productText({product}: Basis): string | null {
  return product ? `${product.scheme}:${product.code}` : null;
}

function shownIn(series: Series | undefined, period: string): Figure | undefined {
  const found = series?.figures.find((figure) => figure.period === period && figure.role === "shown");
  if (!found) return undefined;
  const {role, vintages, ...figure} = found;
  return figure;
}

function besideIn(series: readonly (Series | undefined)[], period: string): Figure[] {
  return series.flatMap(
    (one) => one?.figures.filter((figure) => figure.period === period && figure.role === "beside") ?? []
  );
}
