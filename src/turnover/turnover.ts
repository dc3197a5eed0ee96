import {basisKey, canonicalBasis} from "../base/basis-key.ts";
import type {Basis, Figure} from "../base/figure.ts";
import {groupBy} from "../base/group-by.ts";
import {basisLabel, type Language, type Naming} from "../base/label.ts";
import type {Notice} from "../base/notice.ts";
import type {Knowledge} from "../base/pack.ts";
import {comparePeriods, parsePeriod, periodContains} from "../base/period.ts";
import {deflated} from "./constant-prices.ts";
import {derivedTurnover} from "./flows.ts";
import {gapsOf} from "./gaps.ts";
import {changeBasis, growthOf} from "./growth.ts";
import type {Series, SeriesFigure, TurnoverOutput} from "./output.ts";
import {recordsOf} from "./records.ts";
import {sharesOf} from "./shares.ts";
import {arrangeVintages} from "./vintages.ts";

/** What is asked: trade of two economies, of one product or in total, over one period or all. */
export interface TurnoverQuery {
  readonly economy: string;
  readonly partner: string;
  /** Defaults to the total. */
  readonly product?: {readonly scheme: string; readonly code: string};
  /** Only figures within it are answered; growth and records still look back beyond it. Defaults to all. */
  readonly period?: string;
  /** Defaults to turnover and exports both ways; imports are the partner's exports. */
  readonly indicators?: readonly string[];
}

/** How an answer is worded, and what is known beside the figures. */
export interface TurnoverOptions {
  readonly naming?: Naming;
  /** Defaults to English. */
  readonly language?: Language;
  /** What was noticed while the figures were read; passed on. */
  readonly notices?: readonly Notice[];
}

const defaultIndicators = ["turnover", "exports"];

/** Answers how much two economies trade: every basis a series of its own, with growth, records, shares and mirror gaps. */
export function turnover(knowledge: Knowledge, query: TurnoverQuery, options: TurnoverOptions = {}): TurnoverOutput {
  const series = allSeries(knowledge.figures, query, options);
  const gaps = gapsOf(series.filter(isNominal), query.economy, query.partner, knowledge.figures);
  const shares = sharesOf(series.filter(isNominal).flatMap(leading), [
    ...knowledge.figures,
    ...series.flatMap(leading)
  ]);
  const isAsked = within(query.period);
  const answer = {
    series: series.map((one) => cut(one, isAsked)).filter(({figures}) => figures.length > 0),
    gaps: gaps.filter(isAsked),
    shares: shares.filter(isAsked)
  };
  return {
    economy: query.economy,
    partner: query.partner,
    product: query.product ? `${query.product.scheme}:${query.product.code}` : null,
    period: query.period ?? null,
    asOf: knowledge.asOf,
    ...answer,
    sources: usedSources(knowledge, answer.series),
    notices: [...(options.notices ?? [])]
  };
}

function allSeries(figures: readonly Figure[], query: TurnoverQuery, options: TurnoverOptions): Series[] {
  const indicators = query.indicators ?? defaultIndicators;
  const mine = figures.filter(({basis}) => isBetween(basis, query));
  const changes = mine.filter(({basis}) => basis.kind === "change" && basis.unit === "%");
  const levels = mine.filter(({basis}) => basis.kind === "level");
  const derived = derivedTurnover(leadingFigures(levels));
  const nominal = [...levels, ...derived].filter(({basis}) => indicators.includes(canonicalBasis(basis).indicator));
  const real = deflated(leadingFigures(nominal), figures);
  const groups = bySeries([...nominal, ...real]);
  const owners = changeOwners(groups);
  return groups
    .map(([key, members]) =>
      makeSeries(
        key,
        members,
        changes.filter(({basis}) => owners.get(changeKey(basis)) === key),
        options
      )
    )
    .sort((a, b) => compareSeries(a, b, query));
}

/** The series that a stated change is of: a change in per cent names no currency, so of several the longest has it. */
function changeOwners(groups: readonly [string, readonly Figure[]][]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const [key, members] of groups.toSorted(([, a], [, b]) => b.length - a.length)) {
    const change = changeKey(changeBasis(members[0]!.basis));
    if (!owners.has(change)) owners.set(change, key);
  }
  return owners;
}

function isBetween(basis: Basis, {economy, partner, product}: TurnoverQuery): boolean {
  const sides = [basis.economy, basis.partner];
  if (!sides.includes(economy) || !sides.includes(partner)) return false;
  return basis.product?.scheme === product?.scheme && basis.product?.code === product?.code;
}

function bySeries(figures: readonly Figure[]): [string, Figure[]][] {
  return [...groupBy(figures, ({basis}) => basisKey(basis))];
}

/** The figure that leads each basis and period. */
function leadingFigures(figures: readonly Figure[]): Figure[] {
  return bySeries(figures).flatMap(([, members]) => arrange(members).filter(({role}) => role === "shown"));
}

function leading({figures}: Series): SeriesFigure[] {
  return figures.filter(({role}) => role === "shown");
}

function isNominal({basis}: Series): boolean {
  return typeof basis.prices !== "object";
}

function arrange(members: readonly Figure[]): SeriesFigure[] {
  const periods = groupBy(members, ({period}) => parsePeriod(period).text);
  return [...periods]
    .sort(([a], [b]) => comparePeriods(parsePeriod(a), parsePeriod(b)))
    .flatMap(([period, figures]) => arrangeVintages(figures.map((figure) => ({...figure, period}))));
}

function makeSeries(
  key: string,
  members: readonly Figure[],
  stated: readonly Figure[],
  {naming, language = "en"}: TurnoverOptions
): Series {
  const figures = arrange(members);
  const basis = canonicalBasis(members[0]!.basis);
  return {
    basis,
    key,
    label: basisLabel(basis, naming, language),
    figures,
    growth: growthOf(figures, stated),
    records: recordsOf(figures)
  };
}

/** A change in per cent that states no prices is one of current prices. */
function changeKey(basis: Basis): string {
  return basisKey({...basis, prices: basis.prices ?? "current"});
}

function cut(series: Series, isAsked: (entry: {period: string}) => boolean): Series {
  const {figures, growth, records} = series;
  return {
    ...series,
    figures: figures.filter(isAsked),
    growth: growth.filter(isAsked),
    records: records.filter(isAsked)
  };
}

function within(period: string | undefined): (entry: {period: string}) => boolean {
  if (period === undefined) return () => true;
  const outer = parsePeriod(period);
  return (entry) => periodContains(outer, parsePeriod(entry.period));
}

const coverageOrder = ["goods", "services", "goods+services", "unstated", undefined];

/** Turnover first, then the flow of the first economy; each side's own books before others; goods before services. */
function compareSeries(a: Series, b: Series, query: TurnoverQuery): number {
  const rank = ({basis}: Series) => {
    const books = [query.economy, query.partner].indexOf(basis.reporter ?? "");
    return [
      isNominal({basis} as Series) ? 0 : 1,
      (query.indicators ?? defaultIndicators).indexOf(basis.indicator),
      basis.indicator === "turnover" || basis.economy === query.economy ? 0 : 1,
      basis.reporter === undefined ? 3 : books < 0 ? 2 : books,
      coverageOrder.indexOf(basis.coverage)
    ];
  };
  const [x, y] = [rank(a), rank(b)];
  const at = x.findIndex((value, index) => value !== y[index]);
  return at < 0 ? (a.label < b.label ? -1 : 1) : x[at]! - y[at]!;
}

function usedSources({sources}: Knowledge, series: readonly Series[]): TurnoverOutput["sources"] {
  const figures = series.flatMap((one) => [
    ...one.figures.flatMap((figure) => [figure, ...figure.vintages]),
    ...one.growth.flatMap(({stated}) => stated)
  ]);
  const used = new Set(figures.flatMap((figure) => figure.sources));
  return sources.filter(({id}) => used.has(id));
}
