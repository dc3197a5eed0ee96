import {ConcordError} from "../base/errors.ts";
import type {FittedGravity} from "./fit-gravity.ts";

/** What a model says of one ordered pair of economies in one year. */
export interface PairCost {
  readonly exporter: string;
  readonly importer: string;
  /** Absent where the data have no years. */
  readonly year?: string;
  readonly observed: number;
  /** Fitted trade. */
  readonly fitted: number;
  /**
   * √(X_ij X_ji / (X_ii X_jj)) of fitted trade: how open the pair is against trade within both economies. Effects of
   * exporters and importers cancel out of it (Head and Ries 2001, doi:10.1257/aer.91.4.858). Null without domestic trade.
   */
  readonly openness: number | null;
  /** openness^(−1 / elasticity) − 1 in per cent: the tariff equivalent of what divides the pair; null without an elasticity. */
  readonly costPercent: number | null;
}

/** Which pairs, and by which elasticity. */
export interface TradeCostOptions {
  /** Defaults to all years. */
  readonly year?: string;
  /** Trade elasticity above 0; without it costs are null. */
  readonly elasticity?: number;
}

/** Fitted trade and trade costs of the pairs that were used, by year, exporter and importer. */
export function tradeCosts(
  {problem, fit}: Pick<FittedGravity, "problem" | "fit">,
  {year: only, elasticity}: TradeCostOptions = {}
): PairCost[] {
  const {exporter, importer, year} = problem.roles;
  if (!exporter || !importer)
    throw new ConcordError(
      "invalid_query",
      "Found no columns of exporters and importers, wanted both for trade costs",
      {
        details: {hint: "name them by --exporter COLUMN and --importer COLUMN"}
      }
    );
  if (fit.family !== "poisson")
    throw new ConcordError("invalid_query", "Found a model of logarithms, wanted one of trade for trade costs", {
      details: {hint: "estimate --family poisson"}
    });
  const sums = new Map<string, {exporter: string; importer: string; year: string; observed: number; fitted: number}>();
  fit.design.rows.forEach((row, at) => {
    const [from, to] = [exporter.levels[exporter.codes[row]!] ?? "", importer.levels[importer.codes[row]!] ?? ""];
    const when = year?.levels[year.codes[row]!] ?? "";
    if (only !== undefined && when !== only) return;
    const key = JSON.stringify([when, from, to]);
    const sum = sums.get(key) ?? {exporter: from, importer: to, year: when, observed: 0, fitted: 0};
    sums.set(key, {...sum, observed: sum.observed + fit.design.y[at]!, fitted: sum.fitted + fit.mu[at]!});
  });
  const fitted = (when: string, from: string, to: string) => sums.get(JSON.stringify([when, from, to]))?.fitted;
  return [...sums.values()]
    .sort((a, b) => compare(a.year, b.year) || compare(a.exporter, b.exporter) || compare(a.importer, b.importer))
    .map(({year: when, ...sum}) => {
      const [from, to] = [sum.exporter, sum.importer];
      const openness = opennessOf(sum.fitted, fitted(when, to, from), fitted(when, from, from), fitted(when, to, to));
      const costPercent =
        openness === null || elasticity === undefined ? null : 100 * (openness ** (-1 / elasticity) - 1);
      return {...sum, ...(year && {year: when}), openness, costPercent};
    });
}

function opennessOf(there = Number.NaN, back = Number.NaN, home = Number.NaN, away = Number.NaN): number | null {
  const openness = Math.sqrt((there * back) / (home * away));
  return Number.isFinite(openness) ? openness : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
