import {latestDay} from "../base/period.ts";
import type {Assertion, Register} from "../base/register.ts";
import type {Source} from "../base/source.ts";

/** The day a register is asked about and the day whose knowledge answers. */
export interface AsKnown {
  /** Day asked about, of any precision, evaluated as its latest day. */
  readonly on: string;
  /** Only what was public by this day counts; defaults to `on`. */
  readonly known?: string;
  /** Evidence records, needed to tell whether a stage "verified" may stand; defaults to none. */
  readonly sources?: readonly Source[];
}

/** Fields whose statements look ahead: a date due or a place is known from the day it is named. */
const ahead: ReadonlySet<string> = new Set(["due", "location"]);

/** Day number since which an assertion was public. */
function saidDay({saidAt, validAt}: Assertion): number {
  return latestDay(saidAt ?? validAt);
}

/** Day number since which an assertion holds; dates due and places hold from the day they were named. */
function holdsDay(assertion: Assertion): number {
  return ahead.has(assertion.field) ? saidDay(assertion) : latestDay(assertion.validAt);
}

/** Order of history: by the day an assertion holds, then by the day it was said; ties keep the order of the file. */
function compareAssertions(a: Assertion, b: Assertion): number {
  return holdsDay(a) - holdsDay(b) || saidDay(a) - saidDay(b);
}

/**
 * The assertions public by `known`, in order, without those that a correction public by then replaces. A correction
 * removes what it corrects even where it moves the fact itself to a later day.
 */
export function knownAssertions({assertions}: Pick<Register, "assertions">, known: string): Assertion[] {
  const limit = latestDay(known);
  const said = assertions.filter((assertion) => saidDay(assertion) <= limit);
  const replaced = new Set(said.map(({supersedes}) => supersedes));
  return said.filter(({id}) => !replaced.has(id)).sort(compareAssertions);
}

/** The assertions that hold on a day as known on another, in order. */
export function assertionsOn(register: Pick<Register, "assertions">, {on, known = on}: AsKnown): Assertion[] {
  const limit = latestDay(on);
  return knownAssertions(register, known).filter((assertion) => holdsDay(assertion) <= limit);
}
