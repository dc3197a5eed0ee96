import {parsePeriod, yearsBefore} from "../base/period.ts";
import {formatPercent, formatPeriod} from "../charts/format.ts";
import {type QuotedNumber, splicePath} from "../charts/splice-path.ts";
import type {Series} from "../turnover/output.ts";
import type {BriefContext} from "./context.ts";
import {Html, html} from "./html.ts";
import type {BriefClaim, BriefRow} from "./input.ts";
import {nominalTurnover} from "./scale.ts";

/** A row of numbers: how many bases it needs, the changes it implies against each basis's own, and its chart. */
export function rowMarkup(context: BriefContext, row: BriefRow, claims: readonly BriefClaim[], id: string): Html {
  const {words, language, document, economies, basis, input} = context;
  const quoted = quotedRow(row, claims);
  if (quoted.length < 2) return html``;
  const series = nominalTurnover(input.turnover.series).filter(({figures}) =>
    figures.some(({period, value}) => value !== null && quoted.some((number) => number.period === period))
  );
  const used = new Set(quoted.map((number) => number.basis));
  const drawn = series
    .filter(({key, figures}) => used.has(key) || figures.filter(({period}) => isQuoted(quoted, period)).length > 1)
    .map((one) => ({...one, label: basis(one.basis)}));
  const svg = splicePath(quoted, drawn, {document, economies, language, id, width: 760, height: 300});
  return html`<h4>${words.rowHead}: ${quoted.map(({text}) => text).join(" – ")}</h4>
<p class="lead">${row.splices > 0 || row.verdict === "mixed-basis" ? words.rowMixed(row.splices) : words.rowOne}</p>
<figure class="wide">${new Html(svg.outerHTML)}<figcaption>${words.spliceNote}</figcaption></figure>
${changesTable(context, quoted, drawn)}`;
}

function isQuoted(quoted: readonly QuotedNumber[], period: string): boolean {
  return quoted.some((number) => number.period === period);
}

/** The numbers of a row in order of their periods, with the basis that the path gives each. */
function quotedRow({claims: ids, path}: BriefRow, claims: readonly BriefClaim[]): QuotedNumber[] {
  return ids
    .flatMap((id): QuotedNumber[] => {
      const claim = claims.find((one) => one.id === id);
      if (!claim || claim.value === null || claim.period === null) return [];
      const {value, low, high, period, text} = claim;
      const step = path.find((one) => one.claim === id);
      return [
        {period, value, low: low ?? value, high: high ?? value, text: numberIn(text), basis: step?.basis ?? null}
      ];
    })
    .sort((a, b) => parsePeriod(a.period).start - parsePeriod(b.period).start);
}

/** The shortest part of a quote that holds its number, so that it may stand at a point: "$33.3bn". */
function numberIn(text: string): string {
  const match =
    /(?:almost |nearly |about |over |почти |около |свыше )?[$€₽]?\s?\d[\d\s.,]*\d?\s?(?:bn|billion|million|mln|m|млрд|млн|трлн)?/giu;
  const found = [...text.matchAll(match)].map(([part]) => part.trim()).filter((part) => !/^(19|20)\d\d$/.test(part));
  return found.at(-1) ?? text;
}

function changesTable(context: BriefContext, quoted: readonly QuotedNumber[], series: readonly Series[]): Html {
  const {words, language, basis} = context;
  const steps = quoted.slice(1).map((to, index) => ({from: quoted[index]!, to}));
  const whole = series.filter((one) => steps.some(({to}) => changeOn(one, to.period) !== undefined));
  const cells = (values: readonly (number | undefined)[]) =>
    values.map((value) => html`<td>${value === undefined ? "" : formatPercent(value, language)}</td>`);
  const keyed = new Map(series.map((one) => [one.key, basis(one.basis)]));
  return html`<table class="changes">
<thead><tr><td></td>${steps.map(({from, to}) => html`<th scope="col">${formatPeriod(from.period, language)} → ${formatPeriod(to.period, language)}</th>`)}</tr></thead>
<tbody><tr><th scope="row">${words.implied}</th>${cells(steps.map(({from, to}) => 100 * (to.value / from.value - 1)))}</tr>
${whole.map((one) => html`<tr><th scope="row">${words.onBasis(basis(one.basis))}</th>${cells(steps.map(({to}) => changeOn(one, to.period)))}</tr>\n`)}
<tr class="path"><th scope="row">${words.rowStep}</th>${steps.map(({from, to}) => html`<td>${stepText(from, to, keyed, words.noBasis)}</td>`)}</tr>
</tbody></table>`;
}

function stepText(from: QuotedNumber, to: QuotedNumber, labels: ReadonlyMap<string, string>, none: string): string {
  const name = ({basis}: QuotedNumber) => (basis === null ? none : (labels.get(basis) ?? basis));
  return from.basis === to.basis ? name(to) : `${name(from)} ≠ ${name(to)}`;
}

/** The change on a basis's own figures from the year before, in per cent. */
function changeOn({growth}: Series, period: string): number | undefined {
  const base = yearsBefore(parsePeriod(period), 1).text;
  return growth.find((one) => one.period === period && one.base === base)?.derived?.value ?? undefined;
}
