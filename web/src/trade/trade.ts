import {basisKey} from "../../../src/base/basis-key.ts";
import type {Figure} from "../../../src/base/figure.ts";
import type {Language} from "../../../src/base/label.ts";
import {comparePeriods, parsePeriod} from "../../../src/base/period.ts";
import {isYear} from "../../../src/charts/drawn-series.ts";
import {decimalsOf, formatNumber, unitShort} from "../../../src/charts/format.ts";
import {scaleFor, type UnitScale} from "../../../src/charts/words.ts";
import type {Series, SeriesFigure, TurnoverOutput} from "../../../src/turnover/output.ts";

/** Which series of an answer are shown. */
export interface Selection {
  readonly indicator: string;
  readonly prices: "current" | "constant";
  /** One of the coverages; undefined for all. */
  readonly coverage?: string | undefined;
  /** Of exports the economy whose exports they are. */
  readonly economy?: string;
}

/** Series that fit, in the unit that most of them are in. */
export function select(series: readonly Series[], {indicator, prices, coverage, economy}: Selection): Series[] {
  const fitting = series.filter(
    ({basis}) =>
      basis.indicator === indicator &&
      basis.kind === "level" &&
      (typeof basis.prices === "object") === (prices === "constant") &&
      (!coverage || basis.coverage === coverage) &&
      (!economy || basis.economy === economy)
  );
  const counts = new Map<string, number>();
  for (const {basis} of fitting) counts.set(basis.unit, (counts.get(basis.unit) ?? 0) + 1);
  const unit = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  return fitting.filter(({basis}) => basis.unit === unit);
}

function shownIn({figures}: Series, period: string): SeriesFigure | undefined {
  return figures.find(
    (figure) =>
      figure.period === period && figure.role === "shown" && figure.value !== null && figure.status !== "forecast"
  );
}

/** What the page says first: a year, and what each of the books says of it. */
export interface Headline {
  readonly year: string;
  readonly coverage: string;
  readonly figures: readonly SeriesFigure[];
  readonly scale: UnitScale;
}

/** The latest year that most books know: goods before other coverages, sourced figures alone. */
export function headline({series}: Pick<TurnoverOutput, "series">, wanted?: string): Headline | undefined {
  const levels = select(series, {indicator: "turnover", prices: "current"});
  const coverages = [...new Set(levels.map(({basis}) => basis.coverage ?? "unstated"))];
  const order = ["goods", "goods+services", "services", "unstated"];
  coverages.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  for (const coverage of wanted && coverages.includes(wanted as "goods") ? [wanted] : coverages) {
    const found = latestOf(levels.filter(({basis}) => (basis.coverage ?? "unstated") === coverage && basis.reporter));
    if (found) return {...found, coverage, scale: scaleFor(found.figures.map(({value}) => value!))};
  }
  return undefined;
}

function latestOf(series: readonly Series[]): {year: string; figures: SeriesFigure[]} | undefined {
  const years = [...new Set(series.flatMap(({figures}) => figures.map(({period}) => period)))].filter(isYear).sort();
  const told = years.map((year) => ({
    year,
    figures: series.flatMap((one) => shownIn(one, year) ?? []).filter(({evidence}) => evidence !== "unverified")
  }));
  return told.findLast(({figures}) => figures.length > 1) ?? told.findLast(({figures}) => figures.length > 0);
}

/** The latest sourced year of each basis, the newest first. */
export function latestFigures({series}: Pick<TurnoverOutput, "series">): {figure: SeriesFigure; label: string}[] {
  return select(series, {indicator: "turnover", prices: "current"})
    .flatMap((one) => {
      const years = one.figures.filter(({period, evidence}) => isYear(period) && evidence !== "unverified");
      const latest = years
        .map(({period}) => shownIn(one, period))
        .filter((figure) => figure !== undefined)
        .at(-1);
      return latest && one.basis.reporter ? [{figure: latest, label: one.label}] : [];
    })
    .sort((a, b) => (a.figure.period < b.figure.period ? 1 : -1));
}

/** "46.5–49 bn USD", or one number where all say the same. */
export function amountRange({figures, scale}: Headline, language: Language): string {
  const sorted = figures.toSorted((a, b) => a.value! - b.value!);
  const text = (figure: Figure) => formatNumber(figure.value! / scale, language, decimalsOf(figure, scale));
  const [low, high] = [text(sorted[0]!), text(sorted.at(-1)!)];
  return `${low === high ? low : `${low}–${high}`}\u00a0${unitShort(sorted[0]!.basis.unit, scale, language)}`;
}

/** A table of periods by series: what leads each period, and what stands beside it. */
export function tableRows(series: readonly Series[]): {period: string; cells: SeriesFigure[][]}[] {
  const periods = [...new Set(series.flatMap(({figures}) => figures.map(({period}) => period)))];
  return periods
    .sort((a, b) => comparePeriods(parsePeriod(b), parsePeriod(a)))
    .map((period) => ({
      period,
      cells: series.map(({figures}) =>
        figures
          .filter((figure) => figure.period === period)
          .sort((a, b) => Number(a.role === "beside") - Number(b.role === "beside"))
      )
    }));
}

/** Figures worked out for an economy as series, one a basis. */
export function seriesOfFigures(
  figures: readonly Figure[],
  economy: string,
  label: (basis: Figure["basis"]) => string
): Series[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const {indicator, kind, economy: whose, prices} = figure.basis;
    if (indicator !== "balance" || kind !== "level" || whose !== economy || typeof prices === "object") continue;
    const key = basisKey(figure.basis);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups].map(([key, own]) => {
    const {basis} = own[0]!;
    const shown = own.map((figure): SeriesFigure => ({...figure, role: "shown", vintages: []}));
    return {basis, key, label: label(basis), figures: shown, growth: [], records: []};
  });
}
