import {basisKey} from "../base/basis-key.ts";
import type {Figure} from "../base/figure.ts";
import {groupBy} from "../base/group-by.ts";
import {stageLabel} from "../base/stage-label.ts";
import {translated} from "../base/translated.ts";
import {verdictSigns, verdictWords} from "../base/verdict-words.ts";
import {type WhyNames, whySentence} from "../base/why-words.ts";
import {formatAmount, formatDate, formatPeriod, stop} from "../charts/format.ts";
import {scaleFor} from "../charts/words.ts";
import type {BriefContext} from "./context.ts";
import {type Html, type HtmlValue, html} from "./html.ts";
import type {BriefClaim, BriefItemMatch, BriefMatch, CheckedText} from "./input.ts";
import {markedText} from "./marked-text.ts";
import {rowMarkup} from "./row-section.ts";

/** The checked texts: each with its claims marked, the verdicts in a table, and its rows of numbers. */
export function textSection(context: BriefContext): Html {
  const {words, input} = context;
  if (input.checks.length === 0) return html`<p>${words.noText}</p>`;
  return html`${input.checks.map((checked, index) => checkedText(context, checked, index))}`;
}

function checkedText(context: BriefContext, checked: CheckedText, index: number): Html {
  const {words, language} = context;
  const {document, posted, asOf, claims, series} = checked.result;
  const facts = [document.publisher, posted ? words.posted(formatDate(posted, language)) : undefined].filter(Boolean);
  return html`<h3>${document.title ?? ""}</h3>
<p class="note">${facts.length > 0 ? `${stop(facts.join(" · "))} ` : ""}${stop(words.checkedAgainst(formatDate(asOf, language)))}</p>
<blockquote lang="${document.language}">${markedText(checked, {id: `claim-${index}`, elided: words.elided})}</blockquote>
${claims.length === 0 ? html`<p>${words.noClaims}</p>` : verdictKey(context, claims)}
${series.map((row, at) => rowMarkup(context, row, claims, `splice-${index}-${at}`))}
${claims.length === 0 ? "" : verdictTable(context, claims, `claim-${index}`)}`;
}

/** The signs that the text uses, with the rule behind each. */
function verdictKey({language}: BriefContext, claims: readonly BriefClaim[]): Html {
  const {names, rules} = verdictWords[language];
  const used = [...new Set(claims.map(({verdict}) => verdict))];
  return html`<dl class="key">${used.map(
    (verdict) =>
      html`<div><dt><mark class="${verdict}">${verdictSigns[verdict]} ${names[verdict]}</mark></dt><dd>${rules[verdict]}</dd></div>`
  )}</dl>`;
}

function verdictTable(context: BriefContext, claims: readonly BriefClaim[], id: string): Html {
  const {words} = context;
  return html`<table class="verdicts">
<thead><tr><th scope="col"><span class="quiet">№</span></th><th scope="col">${words.statement}</th><th scope="col">${words.verdict}</th><th scope="col">${words.holdsOn}</th><th scope="col">${words.failsOn}</th></tr></thead>
<tbody>
${claims.map((claim, index) => verdictRow(context, claim, {id, number: index + 1}))}</tbody></table>`;
}

function verdictRow(context: BriefContext, claim: BriefClaim, {id, number}: {id: string; number: number}): Html {
  const {words, language} = context;
  const {names} = verdictWords[language];
  const later = claim.today ? html`<small>${words.today(names[claim.today.verdict])}</small>` : "";
  const isDecided = [...claim.bases, ...claim.items].some(({match}) => match !== "shown");
  const evidence = isDecided
    ? html`<td>${matches(context, claim, "holds")}</td><td>${matches(context, claim, "does-not-hold")}</td>`
    : html`<td colspan="2"><span class="quiet">${whyText(context, claim)}</span>${matches(context, claim, "shown")}</td>`;
  return html`<tr id="${id}-${number}"><th scope="row">${number}</th><td class="said">${claim.text}</td><td><mark class="${claim.verdict}">${verdictSigns[claim.verdict]} ${names[claim.verdict]}</mark>${later}</td>${evidence}</tr>\n`;
}

/** Why nothing decides a statement. */
function whyText(context: BriefContext, claim: BriefClaim): string {
  const names: WhyNames<BriefMatch, BriefItemMatch> = {
    basis: ({basis}) => context.basis(basis),
    item: (match, of) => itemName(context, match, of)
  };
  return whySentence(claim, names, context.language);
}

/** Figures by basis, and register items, on one side of a verdict. */
function matches(context: BriefContext, claim: BriefClaim, side: "holds" | "does-not-hold" | "shown"): HtmlValue {
  const figures = groupBy(
    claim.bases.filter(({match}) => match === side),
    ({basis}) => basisKey(basis)
  );
  return [
    [...figures.values()].map((group) => html`<div>${basisLine(context, group, claim)}</div>`),
    claim.items.filter(({match}) => match === side).map((item) => itemLine(context, item))
  ];
}

/** A register item by its title in the page's language, with its stage on the day of the check. */
function itemLine(context: BriefContext, match: BriefItemMatch): Html {
  return html`<div>${itemName(context, match, "stage")}${context.citations.cite(match.sources)}</div>`;
}

function itemName({title, input, language}: BriefContext, match: BriefItemMatch, of: "stage" | "place"): string {
  const item = input.knowledge.register.items.find(({id}) => id === match.item);
  const name = item ? title(item) : match.title;
  if (of === "place")
    return match.location ? `${name}, ${translated(match.location, match.locationIn, language)}` : name;
  return match.stage ? `${name}: ${stageLabel(match.stage, language, match.kind)}` : name;
}

function basisLine(context: BriefContext, group: readonly BriefMatch[], claim: BriefClaim): Html {
  const {basis, language, citations} = context;
  const label = basis(group[0]!.basis);
  const scale = scaleFor(group.map(({figure}) => figure.value ?? 0));
  const numbers = group.map(({figure}) => {
    const period = figure.period === claim.period ? "" : ` (${formatPeriod(figure.period, language)})`;
    const open = figure.evidence === "unverified" ? ` (${verdictWords[language].names.unverified})` : "";
    return html`${formatAmount(figure, language, scale)}${period}${open}${citations.cite(sourcesOf(figure))}`;
  });
  return html`<span class="quiet">${label}:</span> ${numbers.map((number, index) => (index === 0 ? number : html`; ${number}`))}`;
}

function sourcesOf({sources}: Figure): readonly string[] {
  return sources;
}
