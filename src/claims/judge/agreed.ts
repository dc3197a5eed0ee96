import type {Knowledge} from "../../base/pack.ts";
import {isoDay, latestDay, parsePeriod} from "../../base/period.ts";
import type {Item} from "../../base/register.ts";
import type {Ground, Reason, Verdict} from "../../base/verdicts.ts";
import {type ItemState, itemState} from "../../register/item-state.ts";
import {stageNumber} from "../../register/stages.ts";
import type {RawClaim} from "../extract/raw-claim.ts";
import type {ItemMatch} from "../output.ts";
import {isSameWord, itemsNamed} from "./terms.ts";

/** A verdict that rests on the register. */
export interface RegisterJudgement {
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly ground: Ground;
  readonly items: readonly ItemMatch[];
}

/** Holds a statement about agreements, markets or events against the register; `before` are the items the text named last. */
export function judgeStatement(
  claim: RawClaim,
  words: readonly string[],
  knowledge: Knowledge,
  day: number,
  before: readonly Item[],
  posted: number
): RegisterJudgement {
  const named = itemsNamed(words, knowledge.register.items);
  const items = named.length > 0 ? named : claim.type === "status" ? before : [];
  if (claim.type === "event") return judgeEvent(claim, words, named, knowledge, {day, posted});
  const states = statesOf(items, knowledge, day);
  if (claim.type !== "status" || states.length === 0) {
    const shown = states.map((state) => toMatch(state, "shown"));
    return {verdict: "not-checkable", reason: "no-series", ground: "no-item", items: shown};
  }
  return judgeStatus(claim, states);
}

function statesOf(items: readonly Item[], knowledge: Knowledge, day: number): ItemState[] {
  return items.map((item) => stateOf(item, knowledge, day)).filter((state) => state.assertions.length > 0);
}

/** States by day and item: a text speaks of the same few items again and again. */
const known = new WeakMap<Knowledge, Map<string, ItemState>>();

function stateOf({id}: Item, knowledge: Knowledge, day: number): ItemState {
  const states = known.get(knowledge) ?? new Map<string, ItemState>();
  if (states.size === 0) known.set(knowledge, states);
  const key = `${day} ${id}`;
  const on = isoDay(day);
  const state = states.get(key) ?? itemState(knowledge.register, id, {on, known: on, sources: knowledge.sources});
  states.set(key, state);
  return state;
}

/** Stage that a word asks for: "agreed" is on the ladder before "adopted". */
function judgeStatus({status}: RawClaim, states: readonly ItemState[]): RegisterJudgement {
  const wanted = stageNumber(status!.stage as Parameters<typeof stageNumber>[0]) ?? 0;
  const matches = states.map((state) => {
    const reached = (state.stageNumber ?? -1) >= wanted && state.offLadder === undefined;
    return {state, holds: status!.negated ? !reached : reached};
  });
  const all = matches.every((m) => m.holds);
  const some = matches.some((m) => m.holds);
  const items = matches.map(({state, holds}) => toMatch(state, holds ? "holds" : "does-not-hold"));
  if (all) return {verdict: "supported", ground: "as-registered", items};
  if (some) return {verdict: "supported-on-basis", ground: "some-items", items};
  return {verdict: "not-checkable", reason: "level-unstated", ground: "other-stages", items};
}

/** An event: open until its time has come, then held against stage, time and place. */
function judgeEvent(
  claim: RawClaim,
  words: readonly string[],
  items: readonly Item[],
  knowledge: Knowledge,
  {day, posted}: {readonly day: number; readonly posted: number}
): RegisterJudgement {
  const states = statesOf(items, knowledge, day).filter((state) => fitsEvent(claim, words, state));
  const shown = states.map((s) => toMatch(s, "shown"));
  const time = claim.period;
  const isAhead = time === undefined ? day <= posted : time.end > day + 1;
  const held = states.filter(
    (state) => (state.stageNumber ?? 0) >= heldStage && latestDay(state.since ?? "9999") <= day
  );
  if (held.length > 0 && !isAhead)
    return {verdict: "supported", ground: "held", items: held.map((s) => toMatch(s, "holds"))};
  if (isAhead) return {verdict: "open", ground: "time-not-come", items: shown};
  return {verdict: "not-checkable", reason: "no-series", ground: "no-event", items: shown};
}

/** "In force" of an event: it was held. */
const heldStage = 5;

/** The edition whose dates fall into the claim's time; of several without one, that at the place the words name. */
function fitsEvent(
  {period}: RawClaim,
  words: readonly string[],
  {item, location, locationIn, due, assertions}: ItemState
): boolean {
  if (item.kind !== "event") return false;
  const held = assertions.filter((a) => a.field === "stage" && a.value === "in-force").map((a) => a.validAt);
  const dates = [...held, due?.last].filter((d) => d !== undefined);
  const inTime =
    period === undefined || dates.some((d) => parsePeriod(d).start < period.end && period.start <= latestDay(d));
  const places = [location ?? "", ...Object.values(locationIn ?? {})]
    .join(" ")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((w) => w.length > 3);
  const inPlace = places.some((place) => words.some((word) => isSameWord(word, place)));
  return inTime && (period !== undefined || inPlace);
}

function toMatch(state: ItemState, match: ItemMatch["match"]): ItemMatch {
  const {item, stage, since, due, location, locationIn, evidence} = state;
  return {
    item: item.id,
    kind: item.kind,
    title: titleOf(item),
    ...(stage && {stage}),
    ...(since && {since}),
    ...(due && {due: due.last}),
    ...(location && {location}),
    ...(locationIn && {locationIn}),
    match,
    sources: [...evidence]
  };
}

function titleOf({title, id}: Item): string {
  return title.en ?? Object.values(title)[0] ?? id;
}

/** Items shown beside a commitment: nothing is judged by them. */
export function itemsBeside(words: readonly string[], knowledge: Knowledge, day: number): ItemMatch[] {
  return statesOf(itemsNamed(words, knowledge.register.items), knowledge, day).map((state) => toMatch(state, "shown"));
}
