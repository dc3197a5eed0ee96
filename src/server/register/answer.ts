import type {Gazetteer} from "../../base/gazetteer.ts";
import {groupBy} from "../../base/group-by.ts";
import {itemKinds, ladder} from "../../base/item-kinds.ts";
import type {Knowledge} from "../../base/pack.ts";
import {latestDay} from "../../base/period.ts";
import type {Item} from "../../base/register.ts";
import type {Source} from "../../base/source.ts";
import {conflicts} from "../../register/conflicts.ts";
import {type ItemState, itemStates} from "../../register/item-state.ts";
import {slips} from "../../register/slips.ts";
import {type TimelineEntry, timeline} from "../../register/timeline.ts";
import type {CompletionAnswer, ItemStateAnswer, RegisterAnswer, TimelineAnswer} from "./output.ts";
import {itemFilter, type RegisterQuery, regionsOf, stageOf} from "./query.ts";

/** The items that fit, where they stand, and what came of them. */
export function registerAnswer(knowledge: Knowledge, query: RegisterQuery, gazetteer: Gazetteer): RegisterAnswer {
  const {asOf} = knowledge;
  const all = stateAnswers(knowledge);
  const items = all.filter(itemFilter(query, gazetteer));
  const shown = new Set(items.map(({item}) => item.id));
  return {
    asOf,
    total: all.length,
    items,
    timeline: timelineOf(knowledge, shown).map(timelineAnswer),
    slips: slips(knowledge.register, asKnown(knowledge)).flatMap(({item}) => (shown.has(item.id) ? [item.id] : [])),
    completion: completionOf(items),
    shares: knowledge.figures.filter(
      ({basis, of}) => of !== undefined && basis.about !== undefined && shown.has(basis.about)
    ),
    facets: facetsOf(all),
    names: namesOf(items, gazetteer),
    sources: sourcesOf(items, knowledge.sources)
  };
}

/** The steps of some items as known on the day of the knowledge. */
export function timelineOf({register, sources, asOf}: Knowledge, shown: ReadonlySet<string>): TimelineEntry[] {
  return timeline(register, {known: asOf, sources}).filter(({item}) => shown.has(item.id));
}

function asKnown({asOf, sources}: Knowledge) {
  return {on: asOf, sources};
}

const states = new WeakMap<Knowledge, readonly ItemState[]>();
const answers = new WeakMap<Knowledge, readonly ItemStateAnswer[]>();

/** The states of all items; worked out once for one knowledge. */
export function statesOf(knowledge: Knowledge): readonly ItemState[] {
  let known = states.get(knowledge);
  if (!known) {
    known = itemStates(knowledge.register, asKnown(knowledge));
    states.set(knowledge, known);
  }
  return known;
}

/** The states of all items as they are answered. */
export function stateAnswers(knowledge: Knowledge): readonly ItemStateAnswer[] {
  let known = answers.get(knowledge);
  if (!known) {
    const disputed = new Set(conflicts(knowledge.register, {known: knowledge.asOf}).map(({item}) => item));
    known = statesOf(knowledge).map((state) => stateAnswer(state, disputed, knowledge.asOf));
    answers.set(knowledge, known);
  }
  return known;
}

const inForce = ladder.indexOf("in-force");

function stateAnswer(state: ItemState, disputed: ReadonlySet<string>, asOf: string): ItemStateAnswer {
  const {item, stage, stageNumber, offLadder, since, byParty, due, location, locationIn, evidence} = state;
  const isMet = (stageNumber ?? -1) >= inForce;
  return {
    item,
    stage: stage ?? null,
    stageNumber: stageNumber ?? null,
    offLadder: offLadder ?? null,
    since: since ?? null,
    byParty: {...byParty},
    due: due
      ? {
          first: due.first,
          last: due.last,
          slipDays: due.slipDays,
          overdueDays: isMet ? 0 : Math.max(0, latestDay(asOf) - latestDay(due.last))
        }
      : null,
    location: location ?? null,
    locationIn: {...locationIn},
    class: state.class ?? null,
    disputed: disputed.has(item.id),
    sources: [...evidence]
  };
}

export function timelineAnswer({item, day: _, assertion, ...entry}: TimelineEntry): TimelineAnswer {
  return {item: item.id, ...entry, assertion: assertion.id};
}

/** Counts by kind and stage, each with its denominator: the items of the kind that are shown. */
export function completionOf(items: readonly ItemStateAnswer[]): CompletionAnswer[] {
  const kinds = groupBy(items, ({item}) => item.kind);
  return itemKinds.flatMap((kind) => {
    const group = kinds.get(kind) ?? [];
    if (group.length === 0) return [];
    const reached = group.filter(({offLadder, stageNumber}) => offLadder === null && (stageNumber ?? -1) >= inForce);
    const [numerator, denominator] = [reached.length, group.length];
    return [
      {
        kind,
        total: denominator,
        counts: tally(group.map(stageOf)),
        inForce: {
          numerator,
          denominator,
          percent: (100 * numerator) / denominator,
          rule: "items in force or further and not beside the ladder / all items of the kind that fit the filters"
        }
      }
    ];
  });
}

function facetsOf(items: readonly ItemStateAnswer[]): RegisterAnswer["facets"] {
  return {
    kind: tally(items.map(({item}) => item.kind)),
    stage: tally(items.map(stageOf)),
    theme: tally(items.flatMap(({item}) => item.scope.subject)),
    party: tally(items.flatMap(({item}) => item.scope.parties)),
    region: tally(items.flatMap(({item}) => regionsOf(item)))
  };
}

function tally(values: readonly string[]): Record<string, number> {
  const groups = groupBy(values, (value) => value);
  return Object.fromEntries([...groups].map(([value, group]) => [value, group.length]));
}

/** Names of whoever items name, in both languages. */
export function namesOf(items: readonly {item: Item}[], gazetteer: Gazetteer): RegisterAnswer["names"] {
  const ids = new Set(items.flatMap(({item}) => [...item.scope.parties, ...regionsOf(item)]));
  return Object.fromEntries([...ids].map((id) => [id, {en: gazetteer.name(id, "en"), ru: gazetteer.name(id, "ru")}]));
}

function sourcesOf(items: readonly ItemStateAnswer[], sources: readonly Source[]): Source[] {
  const used = new Set(items.flatMap((state) => state.sources));
  return sources.filter(({id}) => used.has(id));
}
