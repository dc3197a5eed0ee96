import type {Figure} from "../base/figure.ts";
import {comparePeriods, parsePeriod} from "../base/period.ts";
import {drawnSeries, isYear} from "../charts/drawn-series.ts";
import {decimalsOf, formatDate, formatNumber, formatPercent, formatPeriod, stop} from "../charts/format.ts";
import {formatWords} from "../charts/format-words.ts";
import {turnoverChart} from "../charts/turnover-chart.ts";
import {type UnitScale, unitName} from "../charts/words.ts";
import type {Gap, Series, SeriesFigure} from "../turnover/output.ts";
import type {BriefContext} from "./context.ts";
import {Html, type HtmlValue, html} from "./html.ts";
import {commonScale, nominalTurnover, turnoverByUnit} from "./scale.ts";

/** Columns that a page of A4 holds beside the periods. */
const columnsPerTable = 5;
/** Rows of a table that is not torn apart between pages. */
const shortTable = 8;

/** Turnover by basis: the chart, and the table that proves it. */
export function turnoverSection(context: BriefContext): Html {
  const {words, input} = context;
  const series = nominalTurnover(input.turnover.series);
  if (series.length === 0) return html`<p>${words.noTurnover}</p>`;
  return html`<p class="lead">${words.turnoverLead}</p>
${chartFigure(context, series)}
${turnoverByUnit(input.turnover.series).map((unit, at) => {
  const scale = commonScale(unit);
  return chunks(unit, columnsPerTable).map((columns, index) => table(context, columns, scale, at + index === 0));
})}`;
}

function chartFigure(context: BriefContext, series: readonly Series[]): Html {
  const {words, document, economies, language, asOf, basis, input} = context;
  const {series: drawn, before} = drawnSeries(series.map((one) => ({...one, label: basis(one.basis)})));
  const svg = turnoverChart(drawn, {document, economies, language, width: 760, height: 344});
  const used = new Set(series.flatMap(({figures}) => figures.flatMap(({sources}) => sources)));
  const count = input.knowledge.sources.filter(({id}) => used.has(id)).length;
  const left = before.length > 0 ? ` ${words.notDrawn(before.join(", "))}` : "";
  return html`<figure class="wide">${new Html(svg.outerHTML)}
<figcaption>${words.chartNote}${left} ${stop(words.asOf(formatDate(asOf, language)))} ${words.usedSources(count)}</figcaption></figure>`;
}

function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({length: Math.ceil(values.length / size)}, (_, index) =>
    values.slice(index * size, (index + 1) * size)
  );
}

function table(context: BriefContext, columns: readonly Series[], scale: UnitScale, withGaps: boolean): Html {
  const {words, language, basis} = context;
  const periods = [...new Set(columns.flatMap(({figures}) => figures.map(({period}) => period)))].sort((a, b) =>
    comparePeriods(parsePeriod(a), parsePeriod(b))
  );
  const gaps = withGaps ? shownGaps(context) : [];
  const head = (column: Series) => html`<th scope="col">${basis(column.basis)}</th>`;
  const unit = unitName(columns[0]!.basis.unit, scale, language);
  return html`<table class="${periods.length > shortTable ? "figures" : "figures short"}">
<caption>${stop(words.inUnit(unit))} ${words.changeNote}</caption>
<thead><tr><th scope="col">${words.period}</th>${columns.map(head)}${
    gaps.length > 0 ? html`<th scope="col">${words.mirrorGap}</th>` : ""
  }</tr></thead>
<tbody>
${periods.map((period) => row(context, {period, columns, scale, gaps}))}</tbody></table>
${marksNote(context, columns)}`;
}

interface Row {
  readonly period: string;
  readonly columns: readonly Series[];
  readonly scale: UnitScale;
  readonly gaps: readonly Gap[];
}

function row(context: BriefContext, {period, columns, scale, gaps}: Row): Html {
  const {language} = context;
  const gap = gaps.find((one) => one.period === period);
  const cells = columns.map((column) => html`<td>${cell(context, column, period, scale)}</td>`);
  const className = isYear(period) ? "year" : "part";
  return html`<tr class="${className}"><th scope="row">${formatPeriod(period, language)}</th>${cells}${
    gaps.length > 0 ? html`<td>${gap ? gapCell(context, gap, scale) : ""}</td>` : ""
  }</tr>\n`;
}

/** Gaps of coverage "goods" where there are any, so that the column means one thing. */
function shownGaps({input}: BriefContext): Gap[] {
  const both = input.turnover.gaps.filter(
    ({indicator, product, absolute}) => indicator === "turnover" && product === null && absolute !== null
  );
  const coverageOf = ({exporterFigure}: Gap) => exporterFigure?.basis.coverage;
  const goods = both.filter((gap) => coverageOf(gap) === "goods");
  return goods.length > 0 ? goods : both.filter((gap) => coverageOf(gap) === coverageOf(both[0]!));
}

function gapCell(
  {language}: BriefContext,
  {absolute, exporterFigure, importerFigure, percent}: Gap,
  scale: UnitScale
): Html {
  const isOpen = exporterFigure?.evidence === "unverified" || importerFigure?.evidence === "unverified";
  const share = percent === null ? "" : html`<small class="change">${formatPercent(percent, language)}</small>`;
  return html`${aligned(formatNumber(absolute! / scale, language, 1), isOpen ? marks.unverified : "")}<span class="c"></span>${share}`;
}

const marks = {derived: "°", unverified: "†", forecast: "‡"} as const;

/** The figure that leads a period, what else was said for it, and the change on the year before. */
function cell(context: BriefContext, {figures, growth}: Series, period: string, scale: UnitScale): HtmlValue {
  const {language, words} = context;
  const here = figures.filter((figure) => figure.period === period);
  const lead = here.find(({role}) => role === "shown");
  if (!lead) return "";
  const change = growth.find((one) => one.period === period && isYear(period))?.derived?.value;
  const beside = here.filter((figure) => figure !== lead && figure.value !== null && figure.value !== lead.value);
  return [
    number(context, lead, scale),
    change === null || change === undefined
      ? ""
      : html`<small class="change">${formatPercent(change, language)}</small>`,
    beside.map((figure) => html`<small class="also">${words.also} ${number(context, figure, scale)}</small>`)
  ];
}

function number({language, citations}: BriefContext, figure: SeriesFigure, scale: UnitScale): Html {
  const {value, bound, sources} = figure;
  if (value === null) return html`<i>${formatWords[language].closed}</i>${citations.cite(sources)}`;
  const text = formatNumber(value / scale, language, decimalsOf(figure, scale));
  return html`<span class="bound">${formatWords[language].bounds[bound]}</span>${aligned(text, markOf(figure))}<span class="c">${citations.cite(sources)}</span>`;
}

function markOf({status, evidence}: Figure): string {
  if (status === "forecast") return marks.forecast;
  if (evidence === "unverified") return marks.unverified;
  return evidence === "derived" || status === "derived" ? marks.derived : "";
}

/** A number of which the decimals have a width of their own, so that columns align on the decimal point. */
function aligned(text: string, mark: string): Html {
  const [whole, fraction] = text.split(/(?=[.,]\d{1,2}$)/);
  return html`<span class="n">${whole}<span class="f">${fraction ?? ""}${mark}</span></span>`;
}

function marksNote({words}: BriefContext, columns: readonly Series[]): Html {
  const used = new Set(columns.flatMap(({figures}) => figures.map(markOf)));
  const notes = (["derived", "unverified", "forecast"] as const).filter((name) => used.has(marks[name]));
  if (notes.length === 0) return html``;
  return html`<p class="note">${notes.map((name) => `${marks[name]} ${words.marks[name]}`).join(" · ")}</p>`;
}
