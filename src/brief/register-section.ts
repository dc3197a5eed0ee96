import {groupBy} from "../base/group-by.ts";
import {ladder, offLadder} from "../base/item-kinds.ts";
import {isPeriod, latestDay, parsePeriod} from "../base/period.ts";
import type {Item, Stage} from "../base/register.ts";
import {kindLabel, stageLabel} from "../base/stage-label.ts";
import {translated} from "../base/translated.ts";
import {formatAmount, formatDate, formatNumber, stop} from "../charts/format.ts";
import {stageKey, timelineChart} from "../charts/timeline-chart.ts";
import {conflicts} from "../register/conflicts.ts";
import {countByStage} from "../register/count-by-stage.ts";
import {type ItemState, itemStates} from "../register/item-state.ts";
import {timeline} from "../register/timeline.ts";
import type {BriefContext} from "./context.ts";
import {Html, type HtmlValue, html, join} from "./html.ts";

/** Rows that a chart of one page holds; items with more than one dated step come first. */
const chartRows = 34;

/** The register: how many items stand where, the timeline, every item with its dates, and what sources dispute. */
export function registerSection(context: BriefContext): Html {
  const {words, input, asOf} = context;
  const {register, sources} = input.knowledge;
  if (register.items.length === 0) return html`<p>${words.noRegister}</p>`;
  const states = itemStates(register, {on: asOf, sources});
  return html`<p class="lead">${words.registerLead}</p>
${countTable(context)}
${timelineFigure(context)}
${[...groupBy(states, ({item}) => item.kind)].map(([kind, group]) => kindTable(context, kind, group))}
${conflictList(context)}`;
}

function countTable({words, input, asOf, language}: BriefContext): Html {
  const {register, sources} = input.knowledge;
  const rows = countByStage(register, {on: asOf, sources});
  const stages = ([...ladder, ...offLadder, "unstated"] as const).filter((stage) =>
    rows.some(({counts}) => counts[stage])
  );
  return html`<table class="counts">
<caption>${words.countHead}: ${stop(stageKey(language))} ${stop(words.asOf(formatDate(asOf, language)))}</caption>
<thead><tr><th scope="col">${words.kind}</th><th scope="col">${words.total}</th>${stages.map((stage) => html`<th scope="col">${countHead(stage, language)}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({kind, total, counts}) =>
    html`<tr><th scope="row">${kindLabel(kind, language)}</th><td>${total}</td>${stages.map((stage) => html`<td>${counts[stage]}</td>`)}</tr>\n`
)}</tbody></table>`;
}

/** Stages of the ladder by number, which the caption explains; the words of all of them would fill a page's width. */
function countHead(stage: Stage | "unstated", language: BriefContext["language"]): Html {
  const number = (ladder as readonly string[]).indexOf(stage);
  const label = stageLabel(stage, language);
  return number < 0 ? html`${label}` : html`<abbr title="${label}">${number}</abbr>`;
}

function stageHead(stage: Stage | "unstated", language: BriefContext["language"], kind?: Item["kind"]): string {
  const number = (ladder as readonly string[]).indexOf(stage);
  const label = stageLabel(stage, language, kind);
  return number < 0 ? label : `${number} ${label}`;
}

function timelineFigure(context: BriefContext): Html {
  const {words, input, asOf, language, document} = context;
  const {register, sources} = input.knowledge;
  const entries = timeline(register, {known: asOf, sources});
  const byItem = [...groupBy(entries, ({item}) => item.id).values()];
  const shown = byItem.toSorted((a, b) => Number(b.length > 1) - Number(a.length > 1)).slice(0, chartRows);
  const steps = entries.filter((entry) => shown.some(([first]) => first!.item.id === entry.item.id));
  if (steps.length === 0) return html``;
  const svg = timelineChart(steps, {
    document,
    language,
    known: asOf,
    width: 760,
    from: firstYear(steps.map(({day}) => day))
  });
  return html`<figure class="wide">${new Html(svg.outerHTML)}
<figcaption>${stageKey(language)}. ${words.timelineNote}</figcaption></figure>`;
}

/** The year from which nine tenths of the steps lie: earlier ones stand at the edge, so that the rest has room. */
function firstYear(days: readonly number[]): number {
  const sorted = days.toSorted((a, b) => a - b);
  const day = sorted[Math.floor(sorted.length / 10)]!;
  return new Date(day * 86_400_000).getUTCFullYear();
}

/** Items with a stage or a date due in a table; the names of the others, of which no source dates anything, below it. */
function kindTable(context: BriefContext, kind: Item["kind"], states: readonly ItemState[]): Html {
  const {words, language} = context;
  const dated = states
    .filter(({stage, offLadder: beside, due}) => stage || beside || due)
    .sort((a, b) => firstDate(a) - firstDate(b));
  const others = states.filter((state) => !dated.includes(state));
  const hasDue = dated.some(({due}) => due);
  const dueHead = hasDue ? html`<th scope="col">${words.due}</th><th scope="col">${words.slip}</th>` : "";
  const table = html`<table class="items">
<thead><tr><th scope="col">${words.item}</th><th scope="col">${words.stage}</th><th scope="col">${words.sinceHead}</th>${dueHead}</tr></thead>
<tbody>
${dated.map((state) => itemRow(context, state, hasDue))}</tbody></table>`;
  return html`<h3>${kindLabel(kind, language)}</h3>
${dated.length > 0 ? table : ""}
${
  others.length > 0
    ? html`<p class="note undated">${words.undated}: ${join(
        others.map((state) => itemName(context, state)),
        "; "
      )}.</p>`
    : ""
}`;
}

/** When an item is first heard of in a stage or with a date due, as a day number. */
function firstDate({assertions}: ItemState): number {
  const dated = assertions.filter(({field}) => field === "stage" || field === "due");
  return Math.min(...dated.map(({validAt}) => parsePeriod(validAt).start));
}

function itemName(
  {words, title, citations, language}: BriefContext,
  {item, location, locationIn, evidence}: ItemState
): Html {
  const doubt = item.titleStatus === "unverified" ? html` <small>(${words.unverifiedTitle})</small>` : "";
  const place = location ? html` <small>${translated(location, locationIn, language)}</small>` : "";
  return html`${title(item)}${doubt}${place}${citations.cite(evidence)}`;
}

function itemRow(context: BriefContext, state: ItemState, hasDue: boolean): Html {
  const {language} = context;
  const since = state.since ? formatDate(state.since, language) : "";
  return html`<tr><td>${itemName(context, state)}</td><td>${stageCell(context, state)}</td><td>${since}</td>${
    hasDue ? dueCells(context, state) : ""
  }</tr>\n`;
}

function stageCell(
  {language, entity}: BriefContext,
  {item: {kind}, stage, offLadder: beside, byParty}: ItemState
): HtmlValue {
  const main = [beside, stage].flatMap((one) => (one ? [stageHead(one, language, kind)] : []));
  const parties = Object.entries(byParty).filter(([, own]) => own !== (beside ?? stage));
  return [
    main.length > 0 ? main.join(", ") : html`<span class="quiet">${stageLabel("unstated", language)}</span>`,
    parties.map(([party, own]) => html`<small>${entity(party)}: ${stageHead(own, language, kind)}</small>`)
  ];
}

function dueCells({words, language, asOf}: BriefContext, {due, stageNumber = -1}: ItemState): Html {
  if (!due) return html`<td></td><td></td>`;
  const first = due.slipDays === 0 ? "" : html`<small>${words.firstDue} ${formatDate(due.first, language)}</small>`;
  const over = latestDay(asOf) - latestDay(due.last);
  const passed = stageNumber < 5 && over > 0 ? html`<small>${words.passed(words.days(over))}</small>` : "";
  const slip = due.slipDays === 0 ? "" : `${due.slipDays > 0 ? "+" : "−"}${words.days(Math.abs(due.slipDays))}`;
  return html`<td>${formatDate(due.last, language)}${first}${passed}</td><td>${slip}</td>`;
}

function conflictList(context: BriefContext): Html {
  const {words, input, asOf, language, citations, title} = context;
  const found = conflicts(input.knowledge.register, {known: asOf});
  if (found.length === 0) return html``;
  const items = new Map(input.knowledge.register.items.map((item) => [item.id, item]));
  return html`<h3>${words.conflicts} <small>(${formatNumber(found.length, language)})</small></h3>
<p class="note">${words.conflictsLead}</p>
<ul class="conflicts">
${found.map(({item, assertions}) => {
  const name = items.get(item);
  const sides = assertions.map(
    ({value, validAt, by, evidence}) =>
      html`<span>${typeof value === "string" ? valueText(value, language) : formatAmount(value, language, 1)} <small>${[formatDate(validAt, language), by ? context.entity(by) : ""].filter(Boolean).join(", ")}</small>${citations.cite(evidence)}</span>`
  );
  return html`<li>${name ? title(name) : item}: ${sides.map((side, index) => (index === 0 ? side : html` · ${side}`))}</li>\n`;
})}</ul>`;
}

function valueText(value: string, language: BriefContext["language"]): string {
  return isPeriod(value) ? formatDate(value, language) : stageLabel(value, language);
}
