import {ConcordError} from "../../base/errors.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import type {Knowledge} from "../../base/pack.ts";
import {latestDay} from "../../base/period.ts";
import type {Assertion, Link} from "../../base/register.ts";
import {conflicts} from "../../register/conflicts.ts";
import {storedFigures} from "../figures/computed.ts";
import {stateAnswers, statesOf, timelineAnswer, timelineOf} from "./answer.ts";
import type {RegisterItemAnswer} from "./output.ts";

/** One item with all that was said of it by the day of the knowledge. */
export function registerItemAnswer(id: string, knowledge: Knowledge, gazetteer: Gazetteer): RegisterItemAnswer {
  const at = knowledge.register.items.findIndex((item) => item.id === id);
  if (at < 0)
    throw new ConcordError("not_found", `Item "${id.slice(0, 80)}" is not in the register`, {
      details: {hint: "/api/register lists the ids of all items"}
    });
  const history = historyOf(id, knowledge);
  const figures = [...storedFigures(knowledge).values()].filter(({basis}) => basis.about === id);
  const used = new Set([...history.flatMap(({evidence}) => evidence), ...figures.flatMap(({sources}) => sources)]);
  return {
    asOf: knowledge.asOf,
    ...stateAnswers(knowledge)[at]!,
    history,
    timeline: timelineOf(knowledge, new Set([id])).map(timelineAnswer),
    dues: duesOf(statesOf(knowledge)[at]!),
    links: linksOf(id, history, knowledge, gazetteer),
    conflicts: conflicts(knowledge.register, {known: knowledge.asOf})
      .filter(({item}) => item === id)
      .map(({field, assertions}) => ({field, assertions: assertions.map((one) => one.id)})),
    figures,
    indicators: Object.fromEntries(
      (knowledge.profile.indicators ?? [])
        .filter((one) => figures.some(({basis}) => basis.indicator === one.id))
        .map((one) => [one.id, one.names])
    ),
    names: namesIn(knowledge.register.items[at]!.scope, history, gazetteer),
    evidence: knowledge.sources.filter((source) => used.has(source.id))
  };
}

/** Statements in the order in which they became public; the knowledge holds none from after its day. */
function historyOf(id: string, {register}: Knowledge): RegisterItemAnswer["history"] {
  const own = register.assertions.filter(({item}) => item === id);
  const corrections = new Map(own.flatMap((one) => (one.supersedes ? [[one.supersedes, one.id] as const] : [])));
  const said = ({saidAt, validAt}: Assertion) => latestDay(saidAt ?? validAt);
  return own
    .toSorted((a, b) => said(a) - said(b))
    .map((one) => {
      const supersededBy = corrections.get(one.id);
      return supersededBy === undefined ? {...one} : {...one, supersededBy};
    });
}

function duesOf({due}: ReturnType<typeof statesOf>[number]): RegisterItemAnswer["dues"] {
  const [first] = due?.history ?? [];
  return (due?.history ?? []).map(({date, saidAt, day, assertion}) => ({
    date,
    saidAt,
    slipDays: day - first!.day,
    assertion: assertion.id
  }));
}

/** Links of the item, and of its statements to others' statements. */
function linksOf(
  id: string,
  history: RegisterItemAnswer["history"],
  {register}: Knowledge,
  gazetteer: Gazetteer
): RegisterItemAnswer["links"] {
  const own = new Set([id, ...history.map((one) => one.id)]);
  const titles = new Map(register.items.map((item) => [item.id, item.title]));
  const end = ({rel, from, to}: Link): RegisterItemAnswer["links"] => {
    if (own.has(from) === own.has(to)) return [];
    const other = own.has(from) ? to : from;
    const title = titles.get(other) ?? gazetteer.get(other)?.names ?? null;
    return [{rel, direction: own.has(from) ? "out" : "in", id: other, title: title && {...title}}];
  };
  return register.links.flatMap(end);
}

function namesIn(
  {parties, regions = []}: {parties: readonly string[]; regions?: readonly string[]},
  history: RegisterItemAnswer["history"],
  gazetteer: Gazetteer
): RegisterItemAnswer["names"] {
  const ids = new Set([...parties, ...regions, ...history.flatMap(({by, party}) => [by ?? [], party ?? []].flat())]);
  return Object.fromEntries([...ids].map((id) => [id, {en: gazetteer.name(id, "en"), ru: gazetteer.name(id, "ru")}]));
}
