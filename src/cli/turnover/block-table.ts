import {basisKey} from "../../base/basis-key.ts";
import {groupBy} from "../../base/group-by.ts";
import {booksLabel, coverageLabel, valuationWords} from "../../base/label.ts";
import {comparePeriods, monthsIn, parsePeriod} from "../../base/period.ts";
import type {Gap, Growth, Series} from "../../turnover/output.ts";
import {decimalsOf, formatSigned, type Scale} from "../terminal/numbers.ts";
import {type Cell, type Column, type ColumnGroup, renderTable} from "../terminal/table.ts";
import type {Block} from "./blocks.ts";
import {figureText, type Page, percentText, periodText} from "./page.ts";

/** The table of a block for whole years, and below it one for other periods. */
export function blockTables(page: Page, block: Block): string[] {
  const periods = [...new Set(block.series.flatMap(({figures}) => figures.map(({period}) => period)))].sort((a, b) =>
    comparePeriods(parsePeriod(a), parsePeriod(b))
  );
  const years = periods.filter(isYear);
  const parts = periods.filter((period) => !isYear(period));
  return [
    ...(years.length > 0 ? [titled(page, block, years, page.words.year, [])] : []),
    ...(parts.length > 0 ? [titled(page, block, parts, page.words.part, [page.words.parts])] : [])
  ];
}

function titled(page: Page, block: Block, periods: readonly string[], head: string, more: readonly string[]): string {
  const {bold, dim} = page.screen.style;
  const details = [...more, page.words.amount(block.scale, block.series[0]!.basis.unit)];
  return `${bold(block.heading)}${dim(details.map((text) => `, ${text}`).join(""))}\n${table(page, block, periods, head)}`;
}

function isYear(period: string): boolean {
  return /^\d{4}$/.test(period) && monthsIn(parsePeriod(period)) === 12;
}

interface FilledColumn {
  readonly column: Column;
  readonly cells: readonly Cell[];
}

/** Both sides of a gap stand next to it, then what has no counterpart. */
function table(page: Page, block: Block, periods: readonly string[], head: string): string {
  const pairs = pairsOf(block.gaps.filter(({period}) => periods.includes(period)));
  const single = block.series.filter((one) => !pairs.some((gaps) => isSideOf(one, gaps)));
  const columns = [
    ...pairs.flatMap((gaps) => [
      ...block.series
        .filter((one) => isSideOf(one, gaps))
        .flatMap((one) => seriesColumns(page, one, block.scale, periods)),
      ...gapColumns(page, gaps, block.scale, periods)
    ]),
    ...single.flatMap((one) => seriesColumns(page, one, block.scale, periods))
  ].filter(({cells}) => cells.some(({text}) => text !== ""));
  const rows = periods.map((period, row) => [
    {text: periodText(period, page.language)},
    ...columns.map(({cells}) => cells[row]!)
  ]);
  return renderTable([{head, align: "left"}, ...columns.map(({column}) => column)], rows, page.screen);
}

/** Gaps that have both sides, by pair of bases. */
function pairsOf(gaps: readonly Gap[]): Gap[][] {
  const both = gaps.filter(({absolute}) => absolute !== null);
  return [...groupBy(both, (gap) => sideKeys(gap).join(" ")).values()];
}

function sideKeys({exporterFigure, importerFigure}: Gap): string[] {
  return [exporterFigure, importerFigure].flatMap((figure) => (figure ? [basisKey(figure.basis)] : []));
}

function isSideOf({key}: Series, gaps: readonly Gap[]): boolean {
  return sideKeys(gaps[0]!).includes(key);
}

function seriesColumns(page: Page, series: Series, scale: Scale, periods: readonly string[]): FilledColumn[] {
  const group: ColumnGroup = {lines: headLines(page, series)};
  const growth = new Map(series.growth.map((entry) => [entry.period, entry]));
  return [
    {
      column: {head: "", align: "decimal", group},
      cells: periods.map((period) => levelCell(page, series, period, scale))
    },
    {
      column: {head: page.words.growth, align: "right", group},
      cells: periods.map((period) => growthCell(page, growth.get(period)))
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
function growthCell(page: Page, entry: Growth | undefined): Cell {
  const derived = entry?.derived;
  if (derived?.value === null || derived?.value === undefined) return {text: ""};
  const {value, low = value, high = value} = derived;
  const text = percentText(value, low, high, page.language);
  return derived.evidence === "unverified" ? {text: `${text}?`, paint: page.screen.style.dim} : {text};
}

function gapColumns(page: Page, gaps: readonly Gap[], scale: Scale, periods: readonly string[]): FilledColumn[] {
  const group: ColumnGroup = {lines: [page.words.gap, sides(gaps[0]!)]};
  const paint = page.screen.style.accent;
  const column = (head: string, textOf: (gap: Gap) => string): FilledColumn => ({
    column: {head, align: "decimal", group},
    cells: periods.map((period) => {
      const gap = gaps.find((one) => one.period === period);
      return {text: gap ? textOf(gap) : "", paint};
    })
  });
  return [
    column(page.words.short(scale), (gap) =>
      formatSigned(gap.absolute! / scale, gapDecimals(gap, scale), page.language)
    ),
    column("%", ({percent}) => (percent === null ? "" : formatSigned(percent, 1, page.language)))
  ];
}

/** "RUS − BLR": whose figure less whose. */
function sides({direction}: Gap): string {
  const [exporter, importer] = direction.split(/[>=]/);
  return `${importer} − ${exporter}`;
}

/** As many decimals as the finer of both sides shows, so that the difference can be checked by eye. */
function gapDecimals({exporterFigure, importerFigure}: Gap, scale: Scale): number {
  return Math.max(...[exporterFigure, importerFigure].map((figure) => (figure ? decimalsOf(figure, scale) : 0)));
}
