import type {Figure} from "../base/figure.ts";
import {coverageLabel} from "../base/label.ts";
import {verdictWords} from "../base/verdict-words.ts";
import {isYear} from "../charts/drawn-series.ts";
import {
  formatAmount,
  formatDate,
  formatList,
  formatNumber,
  formatPercent,
  formatYears,
  stop,
  unitShort
} from "../charts/format.ts";
import {itemStates} from "../register/item-state.ts";
import {slips} from "../register/slips.ts";
import type {Gap, Series, SeriesFigure} from "../turnover/output.ts";
import type {BriefContext} from "./context.ts";
import {type Html, html, join} from "./html.ts";
import {commonScale, nominalTurnover} from "./scale.ts";
import {realUnit} from "./units.ts";

const wanted = 5;

/** Up to five findings, each a sentence with its basis; what the pack cannot say is left out. */
export function findings(context: BriefContext): Html[] {
  const main = [latestTurnover, mirrorGap, record, checkedText, postponement].flatMap((find) => find(context) ?? []);
  const spare = main.length < wanted ? (latestGrowth(context) ?? []) : [];
  return [main[0] ?? [], spare, main.slice(1)].flat();
}

/** The figure that leads a year on a basis, forecasts and closed years aside. */
function shownIn({figures}: Series, period: string): SeriesFigure | undefined {
  return figures.find(
    (figure) =>
      figure.period === period && figure.role === "shown" && figure.value !== null && figure.status !== "forecast"
  );
}

/** Years for which some basis has a number that a source carries. */
function sourcedYears(series: readonly Series[]): string[] {
  const figures = series.flatMap((one) => one.figures.filter(({period}) => isYear(period) && shownIn(one, period)));
  const sourced = figures.filter(({evidence, status}) => evidence !== "unverified" && status !== "forecast");
  return [...new Set(sourced.map(({period}) => period))].sort();
}

function withBasis({basis, citations}: BriefContext, figure: Figure, text: string): Html {
  return html`<b>${text}</b> (${basis(figure.basis)})${citations.cite(figure.sources)}`;
}

function sentence(start: string, parts: readonly Html[]): Html {
  return html`${start} ${join(parts, "; ")}.`;
}

/** The latest year that several bases know, and the latest one of all when that is another. */
function latestTurnover(context: BriefContext): Html | undefined {
  const series = nominalTurnover(context.input.turnover.series);
  const years = sourcedYears(series);
  const latest = years.at(-1);
  if (!latest) return undefined;
  const known = years.findLast((year) => sourcedIn(series, year).length > 1) ?? latest;
  const told = [...new Set([known, latest])].map((year) => yearSentence(context, sourcedIn(series, year), year));
  return html`${join(told, " ")}`;
}

function sourcedIn(series: readonly Series[], year: string): SeriesFigure[] {
  return series.flatMap((one) => shownIn(one, year) ?? []).filter(({evidence}) => evidence !== "unverified");
}

function yearSentence(context: BriefContext, figures: readonly SeriesFigure[], year: string): Html {
  const {words, entity, language, input} = context;
  const {economy, partner, series} = input.turnover;
  const scale = commonScale(nominalTurnover(series));
  const parties = [economy, partner].map(entity);
  const named = language === "en" ? formatList(parties, language) : parties.join(" – ");
  const parts = figures.map((figure) => withBasis(context, figure, formatAmount(figure, language, scale)));
  return sentence(words.findTurnover(year, named), parts);
}

function latestGrowth(context: BriefContext): Html | undefined {
  const {words, language, input} = context;
  const series = nominalTurnover(input.turnover.series);
  const entries = series.flatMap(({growth}) => growth.filter(({period, derived}) => isYear(period) && derived));
  const sourced = entries.filter(({derived}) => derived!.evidence !== "unverified");
  const year = sourced
    .map(({period}) => period)
    .sort()
    .at(-1);
  const latest = sourced.filter(({period}) => period === year);
  if (!year || latest.length === 0) return undefined;
  const parts = latest.map(({derived}) => withBasis(context, derived!, formatPercent(derived!.value!, language)));
  return sentence(words.findGrowth(year, latest[0]!.base), parts);
}

/** The latest year for which both sides' books are known and sourced. */
function latestGap(gaps: readonly Gap[]): Gap | undefined {
  const both = gaps.filter(({indicator, period, product, absolute, exporterFigure: a, importerFigure: b}) => {
    const isSourced = a?.evidence !== "unverified" && b?.evidence !== "unverified";
    return indicator === "turnover" && product === null && isYear(period) && absolute !== null && isSourced;
  });
  return both.sort((a, b) => (a.period < b.period ? -1 : 1)).at(-1);
}

function mirrorGap(context: BriefContext): Html | undefined {
  const {words, basis, language, input, citations} = context;
  const gap = latestGap(input.turnover.gaps);
  if (!gap?.exporterFigure || !gap.importerFigure) return undefined;
  const {exporterFigure: a, importerFigure: b, absolute = 0, reasons} = gap;
  const [more, less] = absolute! > 0 ? [b, a] : [a, b];
  const coverage = coverageLabel(a.basis.coverage ?? "unstated", language);
  const cite = citations.cite([...more.sources, ...less.sources]);
  const difference = Math.abs(absolute!);
  const scale = commonScale(nominalTurnover(input.turnover.series));
  const amount = `${formatNumber(difference / scale, language, 1)}\u00a0${unitShort(gap.unit, scale, language)}`;
  const percent = formatPercent((100 * difference) / less.value!, language, {signed: false});
  const [first, second] = [more, less].map((figure) => booksOf(basis(figure.basis)));
  const open = reasons.some(({code}) => code === "within-rounding") ? words.gapOpen : "";
  return html`${words.findGap(gap.period, first!, second!, amount, percent, coverage)}${open}.${cite}`;
}

/** "Belarus's books, goods" without what is counted. */
function booksOf(label: string): string {
  return label.split(", ")[0]!;
}

/** Years that a record should exceed before it is told rather than one over fewer years. */
const tellingSpan = 4;

function record(context: BriefContext): Html | undefined {
  const {words, basis, language, input, citations} = context;
  const nominal = nominalTurnover(input.turnover.series);
  const records = nominal.flatMap((one) =>
    one.records
      .filter(({type, period, evidence}) => type === "highest" && isYear(period) && evidence !== "unverified")
      .map((statement) => ({one, statement}))
  );
  const telling = records.filter(({statement}) => statement.exceeds >= tellingSpan);
  const best = (telling.length > 0 ? telling : records)
    .sort((a, b) => compare(a.statement.period, b.statement.period) || a.statement.exceeds - b.statement.exceeds)
    .at(-1);
  const figure = best && shownIn(best.one, best.statement.period);
  if (!figure) return undefined;
  const {period, since, start, gaps} = best.statement;
  const amount = formatAmount(figure, language, commonScale(nominal));
  const reach = since ? words.since(since) : words.sinceStart(start);
  const missing = gaps.length > 0 ? words.gapsStated(formatYears(gaps)) : words.noGaps;
  const real = realRecord(context, best.one);
  const said = `${words.findRecord(period, amount, basis(figure.basis), reach)}${missing}`;
  return html`${stop(said)}${citations.cite(figure.sources)}${real}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The highest year of the same books in constant prices, where a sourced deflator gives them. */
function realRecord({words, language, input}: BriefContext, {basis}: Series): string {
  const real = input.turnover.series.find(
    (one) =>
      typeof one.basis.prices === "object" &&
      one.basis.indicator === "turnover" &&
      one.basis.reporter === basis.reporter &&
      one.basis.coverage === basis.coverage
  );
  const years =
    real?.figures.filter((figure) => isYear(figure.period) && shownIn(real, figure.period) === figure) ?? [];
  const highest = years.reduce<SeriesFigure | undefined>(
    (best, figure) => (best && best.value! >= figure.value! ? best : figure),
    undefined
  );
  if (!real || !highest || years.length < 2 || highest.evidence === "unverified") return "";
  return words.recordReal(highest.period, realUnit(real.basis, language));
}

function checkedText(context: BriefContext): Html | undefined {
  const {words, input, language} = context;
  const first = input.checks[0];
  if (!first || first.result.claims.length === 0) return undefined;
  const {claims, series, document} = first.result;
  const counts = countBy(claims.map(({verdict}) => verdict));
  const parts = [...counts].map(
    ([verdict, n]) => html`<b>${formatNumber(n, language)}</b> ${verdictWords[language].names[verdict]}`
  );
  const mixed = series.find(({verdict}) => verdict === "mixed-basis");
  const texts = mixed?.claims.flatMap((id) => claims.find((claim) => claim.id === id) ?? []) ?? [];
  const row = mixed
    ? words.findRow(
        rowText(
          texts.map(({value}) => value ?? 0),
          context
        ),
        mixed.splices
      )
    : "";
  return html`${sentence(words.findText(claims.length, document.title ?? ""), parts)}${row}`;
}

function rowText(values: readonly number[], {language, input}: BriefContext): string {
  const scale = commonScale(nominalTurnover(input.turnover.series));
  return values
    .map((value) => String(Number((value / scale).toFixed(2))).replace(".", language === "ru" ? "," : "."))
    .join("\u00a0– ");
}

function countBy<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

const inForce = 5;

function postponement(context: BriefContext): Html | undefined {
  const {words, asOf, language, title, citations, input} = context;
  const {register, sources} = input.knowledge;
  if (register.items.length === 0) return undefined;
  const moved = slips(register, {on: asOf, sources}).filter(({due}) => due.slipDays > 0);
  const [furthest] = moved;
  if (!furthest) {
    const states = itemStates(register, {on: asOf, sources});
    return html`${words.findNoSlip(states.length, states.filter(({stageNumber = -1}) => stageNumber >= inForce).length)}`;
  }
  const {item, due} = furthest;
  const [first, last] = [formatDate(due.first, language), formatDate(due.last, language)];
  const evidence = [due.history[0]!, due.history.at(-1)!].flatMap(({assertion}) => assertion.evidence);
  const days = words.days(due.slipDays);
  return html`${words.findSlip(register.items.length, moved.length, title(item), first, last, days)}${citations.cite(evidence)}`;
}
