import {isPeriod, latestDay, parsePeriod, periodsOverlap} from "../base/period.ts";
import type {Assertion} from "../base/register.ts";

/** One date due as named by somebody on some day. */
export interface DueDate {
  /** Date due as stated, of any precision. */
  readonly date: string;
  /** Its latest day, as a day number. */
  readonly day: number;
  /** When it was named. */
  readonly saidAt: string;
  readonly assertion: Assertion;
}

/** The dates due of one item: postponement is no stage but a later date with an earlier one on file. */
export interface Due {
  readonly first: string;
  readonly last: string;
  /** Days from the first date due to the last one; negative when brought forward, 0 when one only makes the other exact. */
  readonly slipDays: number;
  readonly history: readonly DueDate[];
}

/** The dates due among an item's assertions, in the order they were named; what no source carries is left out. */
export function dueDates(history: readonly Assertion[]): DueDate[] {
  return history.flatMap((assertion) => {
    const {field, value, confidence, saidAt, validAt} = assertion;
    if (field !== "due" || typeof value !== "string" || confidence === "unverified" || !isPeriod(value)) return [];
    return [{date: value, day: latestDay(value), saidAt: saidAt ?? validAt, assertion}];
  });
}

/** First and last date due and the days between; undefined when none was named. */
export function dueOf(history: readonly Assertion[]): Due | undefined {
  const dates = dueDates(history);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return undefined;
  return {first: first.date, last: last.date, slipDays: slipBetween(first, last), history: dates};
}

/** Days between two dates due; "2025" and "2025-01-01" are one date said with more or less precision, and no slip. */
export function slipBetween(first: DueDate, last: DueDate): number {
  return periodsOverlap(parsePeriod(first.date), parsePeriod(last.date)) ? 0 : last.day - first.day;
}
