import {groupBy} from "../base/group-by.ts";
import {isPeriod, latestDay} from "../base/period.ts";
import type {Assertion, Item, Register, Stage} from "../base/register.ts";
import type {Source} from "../base/source.ts";
import {dueDates, slipBetween} from "./due.ts";
import {knownAssertions} from "./known.ts";
import {grantedStage} from "./stages.ts";

/** One dated step of an item: a stage that it reached, or a date due that was named for it. */
export interface TimelineEntry {
  readonly item: Item;
  readonly what: "stage" | "due";
  /** Date as stated: of a stage when it was reached, of a date due the date itself. */
  readonly date: string;
  /** Its latest day, as a day number. */
  readonly day: number;
  /** When it was said, else when it held. */
  readonly saidAt: string;
  readonly stage?: Stage;
  readonly party?: string;
  /** Days by which a date due lies after the first one named for the item; 0 for the first. */
  readonly slipDays?: number;
  /** A later date was named: this one is a shadow of it. */
  readonly moved?: boolean;
  /** Stated, but carried by no source. */
  readonly unverified: boolean;
  readonly assertion: Assertion;
}

/** All dated stages and dates due known by a day, unverified ones marked, sorted by date. */
export function timeline(
  register: Register,
  {known, sources = []}: {known: string; sources?: readonly Source[]}
): TimelineEntry[] {
  const byItem = groupBy(knownAssertions(register, known), ({item}) => item);
  return register.items
    .flatMap((item) => {
      const history = byItem.get(item.id) ?? [];
      return [...stageEntries(item, history, sources), ...dueEntries(item, history)];
    })
    .sort((a, b) => a.day - b.day || latestDay(a.saidAt) - latestDay(b.saidAt));
}

function stageEntries(item: Item, history: readonly Assertion[], sources: readonly Source[]): TimelineEntry[] {
  return history.flatMap((assertion): TimelineEntry[] => {
    if (assertion.field !== "stage" || typeof assertion.value !== "string") return [];
    const stage = grantedStage(assertion, item, sources) ?? (assertion.value as Stage);
    return [{...entry(item, assertion, assertion.validAt), what: "stage", stage}];
  });
}

function dueEntries(item: Item, history: readonly Assertion[]): TimelineEntry[] {
  const dates = dueDates(history);
  const sourced = dates.map((due, index): TimelineEntry => {
    const moved = dates.slice(index + 1).some((later) => slipBetween(due, later) !== 0);
    return {...entry(item, due.assertion, due.date), what: "due", slipDays: slipBetween(dates[0]!, due), moved};
  });
  const unverified = history.flatMap((assertion): TimelineEntry[] => {
    const {field, value, confidence} = assertion;
    const isMeant = field === "due" && confidence === "unverified" && typeof value === "string" && isPeriod(value);
    return isMeant ? [{...entry(item, assertion, value), what: "due"}] : [];
  });
  return [...sourced, ...unverified];
}

function entry(item: Item, assertion: Assertion, date: string): Omit<TimelineEntry, "what"> {
  const {saidAt, validAt, party, confidence} = assertion;
  return {
    item,
    date,
    day: latestDay(date),
    saidAt: saidAt ?? validAt,
    unverified: confidence === "unverified",
    ...(party && {party}),
    assertion
  };
}
