import {basisKey} from "../base/basis-key.ts";
import type {Basis, Figure} from "../base/figure.ts";
import {groupBy} from "../base/group-by.ts";
import {comparePeriods, latestDay, parsePeriod} from "../base/period.ts";
import type {Source} from "../base/source.ts";

/** One statement that a publisher replaced by another on the same basis, for the same period. */
export interface Revision {
  readonly basis: Basis;
  readonly period: string;
  readonly publisher: string;
  readonly old: Statement;
  readonly new: Statement;
  /** New less old value, in the unit of the basis; null where one of them is no number. */
  readonly change: number | null;
  /** The same in per cent of the old value; null also when that is 0. */
  readonly percent: number | null;
}

/** One side of a revision. */
export interface Statement {
  readonly id: string;
  readonly value: number | null;
  /** The word before it: "almost", "over". */
  readonly bound: Figure["bound"];
  readonly status: Figure["status"];
  readonly known: string;
  /** What the pack says of it besides, as that it is no statistic. */
  readonly note?: string;
}

/** What changed in a pack. */
export interface Revisions {
  /** Revisions that became known after this day are listed; null for all. */
  readonly since: string | null;
  /** By basis, then by period. */
  readonly revisions: readonly Revision[];
  /** Figures of bases and periods about which nothing was known on `since`; null when it is null. */
  readonly added: number | null;
}

/**
 * What publishers revised: the statements of one publisher about one basis and period in the order in which they became
 * known. Statements of several publishers are no revisions of each other, and neither are those of one day.
 */
export function revisionsOf(
  {figures, sources}: {readonly figures: readonly Figure[]; readonly sources: readonly Source[]},
  since?: string
): Revisions {
  const publishers = new Map(sources.map(({id, publisher}) => [id, publisher]));
  const publisherOf = ({sources: [first]}: Figure) => publishers.get(first ?? "") ?? "";
  const limit = since === undefined ? Number.NEGATIVE_INFINITY : latestDay(since);
  const groups = groupBy(figures, (figure) =>
    [publisherOf(figure), basisKey(figure.basis), parsePeriod(figure.period).text, figure.base ?? ""].join("\t")
  );
  const revisions: Revision[] = [];
  let added = 0;
  for (const group of groups.values()) {
    const sorted = group.toSorted((a, b) => latestDay(a.known) - latestDay(b.known));
    if (latestDay(sorted[0]!.known) > limit) added++;
    for (const [at, next] of sorted.entries()) {
      const before = sorted[at - 1];
      if (before && latestDay(next.known) > limit && isRevision(before, next))
        revisions.push(revision(before, next, publisherOf(next)));
    }
  }
  return {since: since ?? null, revisions: revisions.sort(byBasis), added: since === undefined ? null : added};
}

function isRevision(before: Figure, next: Figure): boolean {
  const isLater = latestDay(before.known) < latestDay(next.known);
  return isLater && (before.value !== next.value || before.status !== next.status);
}

function revision(before: Figure, next: Figure, publisher: string): Revision {
  const change = before.value === null || next.value === null ? null : next.value - before.value;
  return {
    basis: next.basis,
    period: next.period,
    publisher,
    old: statement(before),
    new: statement(next),
    change,
    percent: change === null || !before.value ? null : (100 * change) / Math.abs(before.value)
  };
}

function statement({id, value, bound, status, known, note}: Figure): Statement {
  return {id, value, bound, status, known, ...(note !== undefined && {note})};
}

function byBasis(a: Revision, b: Revision): number {
  const [first, second] = [basisKey(a.basis), basisKey(b.basis)];
  if (first !== second) return first < second ? -1 : 1;
  return (
    comparePeriods(parsePeriod(a.period), parsePeriod(b.period)) || latestDay(a.new.known) - latestDay(b.new.known)
  );
}
