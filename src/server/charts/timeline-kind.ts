import {ConcordError} from "../../base/errors.ts";
import {itemTitle} from "../../brief/context.ts";
import {toCsv} from "../../brief/csv.ts";
import {timelineChart} from "../../charts/timeline-chart.ts";
import type {TimelineEntry} from "../../register/timeline.ts";
import {languageParameter} from "../http/parameters.ts";
import {stateAnswers, timelineOf} from "../register/answer.ts";
import {itemFilter, registerQuery} from "../register/query.ts";
import {registerCaveats} from "./caveats.ts";
import {stepColumns} from "./columns.ts";
import type {ChartKind} from "./kind.ts";
import {widthParameter} from "./width.ts";

const parameters = registerQuery.extend({language: languageParameter, width: widthParameter});

const titles = {en: "Timeline of the register", ru: "Хронология реестра"} as const;

/** When items of the register reached their stages, and when they were due. */
export const timelineKind: ChartKind<typeof parameters> = {
  name: "timeline",
  summary: "Timeline of the register",
  parameters,
  make: ({language, width, ...query}, catalogue) => {
    const knowledge = catalogue.knowledge(query.asOf ?? catalogue.today());
    const fits = itemFilter(query, catalogue.gazetteer);
    const shown = new Set(stateAnswers(knowledge).flatMap((state) => (fits(state) ? [state.item.id] : [])));
    const entries = timelineOf(knowledge, shown);
    if (entries.length === 0)
      throw new ConcordError("not_found", "No item that fits has a dated step to draw", {
        details: {hint: "ask with fewer filters or a later asOf"}
      });
    return {
      knowledge,
      language,
      name: "timeline",
      title: titles[language],
      sources: entries.flatMap(({assertion}) => assertion.evidence),
      caveats: registerCaveats(language),
      draw: (document, caption) =>
        timelineChart(entries, {document, language, width, caption, known: knowledge.asOf, from: firstYear(entries)}),
      csv: () => timelineCsv(entries, language),
      columns: stepColumns[language]
    };
  }
};

/** The year from which nine tenths of the steps lie: earlier ones stand at the edge, so that the rest has room. */
function firstYear(entries: readonly TimelineEntry[]): number {
  const days = entries.map(({day}) => day).sort((a, b) => a - b);
  return new Date(days[Math.floor(days.length / 10)]! * 86_400_000).getUTCFullYear();
}

const head = [
  "item",
  "kind",
  "title",
  "what",
  "date",
  "stage",
  "party",
  "saidAt",
  "slipDays",
  "moved",
  "unverified",
  "assertion",
  "sources"
];

function timelineCsv(entries: readonly TimelineEntry[], language: "en" | "ru"): string {
  return toCsv(
    head,
    entries.map(({item, what, date, stage, party, saidAt, slipDays, moved, unverified, assertion}) => [
      item.id,
      item.kind,
      itemTitle(item, language),
      what,
      date,
      stage,
      party,
      saidAt,
      slipDays,
      moved === undefined ? undefined : String(moved),
      String(unverified),
      assertion.id,
      assertion.evidence.join(" ")
    ])
  );
}
