import {booksLabel, coverageLabel, entityName, valuationWords} from "../../base/label.ts";
import {comparePeriods, monthsIn, parsePeriod} from "../../base/period.ts";
import type {Gap, Growth, Series, SeriesFigure} from "../../turnover/output.ts";
import {decimalsFor, formatSigned, type Scale, scaleOf} from "../terminal/numbers.ts";
import {type Cell, type Column, type ColumnGroup, renderTable} from "../terminal/table.ts";
import {figureText, type Page, periodText} from "./page.ts";

/** The series of one flow, side by side, with the gaps between them. */
export interface Block {
  readonly heading: string;
  readonly series: readonly Series[];
  readonly gaps: readonly Gap[];
  readonly scale: Scale;
}

/** The nominal series of an answer by flow: turnover, then each direction. */
export function blocksOf(page: Page): Block[] {
  const {series, gaps} = page.output;
  const nominal = series.filter(({basis}) => typeof basis.prices !== "object");
  const keys = [...new Set(nominal.map(flowKey))];
  return keys.map((key) => {
    const members = nominal.filter((one) => flowKey(one) === key);
    const {indicator, economy, partner} = members[0]!.basis;
    const names = [economy, partner].map((id) => entityName(id ?? "", page.naming, page.language));
    const known = indicator === "turnover" || indicator === "exports";
    const between =
      indicator === "turnover" ? page.words.headings.turnover : page.words.headings.exports(names[0]!, names[1]!);
    return {
      heading: known ? between : `${indicator}: ${names.join(" – ")}`,
      series: members,
      gaps: gaps.filter((gap) => isGapOf(gap, members[0]!)),
      scale: scaleOf(members.flatMap(({figures}) => figures.map(({value}) => value ?? 0)))
    };
  });
}

function flowKey({basis}: Series): string {
  return [basis.indicator, basis.economy, basis.partner, basis.unit].join(" ");
}

function isGapOf({indicator, direction, unit}: Gap, {basis}: Series): boolean {
  if (indicator !== basis.indicator || unit !== basis.unit) return false;
  return indicator === "turnover" || direction === `${basis.economy}>${basis.partner}`;
}

/** The table of a block for whole years, and one for parts of years below it. */
export function renderBlock(page: Page, block: Block): string {
  const periods = [...new Set(block.series.flatMap(({figures}) => figures.map(({period}) => period)))].sort((a, b) =>
    comparePeriods(parsePeriod(a), parsePeriod(b))
  );
  const years = periods.filter(isYear);
  const parts = periods.filter((period) => !isYear(period));
  const {style} = page.screen;
  const amount = page.words.amount(block.scale, block.series[0]!.basis.unit);
  return [
    ...(years.length > 0
      ? [`${style.bold(block.heading)}${style.dim(`, ${amount}`)}`, tableOf(page, block, years, page.words.year)]
      : []),
    ...(parts.length > 0
      ? [
          `${style.bold(block.heading)}${style.dim(`, ${page.words.parts}, ${amount}`)}`,
          tableOf(page, block, parts, page.words.part)
        ]
      : [])
  ].join("\n");
}

function isYear(period: string): boolean {
  return /^\d{4}$/.test(period) && monthsIn(parsePeriod(period)) === 12;
}

function tableOf(page: Page, block: Block, periods: readonly string[], head: string): string {
  const series = block.series.filter(({figures}) => figures.some(({period}) => periods.includes(period)));
  const parts = [
    ...series.map((one) => seriesColumns(page, one, block.scale, periods)),
    ...gapColumns(page, block, periods)
  ].map((columns) => columns.filter(({cells}) => cells.some(({text}) => text !== "")));
  const columns = parts.flat();
  const first: Column = {head, align: "left"};
  const rows = periods.map((period, row) => [{text: periodText(period)}, ...columns.map(({cells}) => cells[row]!)]);
  return renderTable([first, ...columns.map(({column}) => column)], rows, page.screen);
}

interface FilledColumn {
  readonly column: Column;
  readonly cells: readonly Cell[];
}

function seriesColumns(page: Page, series: Series, scale: Scale, periods: readonly string[]): FilledColumn[] {
  const group: ColumnGroup = {lines: headLines(page, series)};
  return [
    {
      column: {head: "", align: "decimal", group},
      cells: periods.map((period) => levelCell(page, series, period, scale))
    },
    {
      column: {head: page.words.growth, align: "right", group},
      cells: periods.map((period) => ({
        text: growthText(
          page,
          series.growth.find((entry) => entry.period === period)
        )
      }))
    }
  ];
}

/** Books, then coverage and valuation; the product, if one is asked, stands above the tables. */
function headLines(page: Page, {basis}: Series): string[] {
  const {coverage, valuation} = basis;
  const what = [
    ...(coverage ? [coverageLabel(coverage, page.language)] : []),
    ...valuationWords(valuation, page.language)
  ];
  return [booksLabel(basis.reporter, page.naming, page.language), what.join(", ")];
}

function levelCell(page: Page, {figures}: Series, period: string, scale: Scale): Cell {
  const here = figures.filter((figure) => figure.period === period);
  const shown = here.find(({role}) => role === "shown");
  if (!shown) return {text: ""};
  const hasMore = here.length > 1 || shown.vintages.length > 0;
  if (hasMore) page.signs.add("*");
  const text = figureText(page, shown, scale) + (hasMore ? "*" : "");
  return shown.evidence === "unverified" || shown.value === null ? {text, paint: page.screen.style.dim} : {text};
}

/** Growth in per cent, as an interval where rounding leaves more than a tenth open: "−17.3", "+34.9…+35.5". */
function growthText(page: Page, entry: Growth | undefined): string {
  const derived = entry?.derived;
  return derived?.value === null || derived?.value === undefined
    ? ""
    : percentText(derived.value, derived.low ?? derived.value, derived.high ?? derived.value, page);
}

/** A percentage with the digits that its interval allows, or the interval where it is wide. */
export function percentText(value: number, low: number, high: number, {language}: Page): string {
  const decimals = high - low > 3 ? 0 : 1;
  const ends = [low, high].map((end) => formatSigned(end, decimals, language));
  return high - low <= 0.3 || ends[0] === ends[1] ? formatSigned(value, decimals, language) : ends.join("…");
}

function gapColumns(page: Page, block: Block, periods: readonly string[]): FilledColumn[][] {
  return pairsOf(block.gaps).map((gaps) => {
    const group: ColumnGroup = {lines: [page.words.gap, sides(gaps[0]!)]};
    const at = (period: string) => gaps.find((gap) => gap.period === period);
    const paint = page.screen.style.accent;
    return [
      {
        column: {head: page.words.short(block.scale), align: "decimal", group},
        cells: periods.map((period) => ({text: absoluteText(page, at(period), block.scale), paint}))
      },
      {
        column: {head: "%", align: "decimal", group},
        cells: periods.map((period) => ({text: relativeText(page, at(period)), paint}))
      }
    ];
  });
}

/** Gaps of one pair of bases; coverages that both sides count stand apart. */
function pairsOf(gaps: readonly Gap[]): Gap[][] {
  const pairs = new Map<string, Gap[]>();
  for (const gap of gaps) {
    if (gap.absolute === null) continue;
    const key = gap.exporterFigure?.basis.coverage ?? "";
    pairs.set(key, [...(pairs.get(key) ?? []), gap]);
  }
  return [...pairs.values()];
}

/** "RUS − BLR": whose figure less whose. */
function sides({direction}: Gap): string {
  const [exporter, importer] = direction.split(/[>=]/);
  return `${importer} − ${exporter}`;
}

function absoluteText({language}: Page, gap: Gap | undefined, scale: Scale): string {
  if (!gap || gap.absolute === null) return "";
  return formatSigned(gap.absolute / scale, gapDecimals(gap, scale), language);
}

/** A difference is no more exact than the rougher of its parts. */
function gapDecimals({exporterFigure, importerFigure}: Gap, scale: Scale): number {
  const steps = [exporterFigure, importerFigure].map((figure) => figure?.step ?? 0);
  const widest = Math.max(...steps);
  return widest > 0 ? decimalsFor(widest, scale) : 3;
}

function relativeText({language}: Page, gap: Gap | undefined): string {
  return gap?.percent === null || gap?.percent === undefined ? "" : formatSigned(gap.percent, 1, language);
}

/** Figures of a block in order, with the series that each is of. */
export function figuresIn(block: Block): {series: Series; figure: SeriesFigure}[] {
  return block.series.flatMap((series) => series.figures.map((figure) => ({series, figure})));
}
