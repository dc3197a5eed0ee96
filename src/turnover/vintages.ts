import {figureInterval} from "../base/basis-key.ts";
import type {Figure} from "../base/figure.ts";
import {type Interval, intersects} from "../base/interval.ts";
import {latestDay} from "../base/period.ts";
import type {SeriesFigure} from "./output.ts";

/** Trust in the order in which figures lead a period; less is better. */
const evidenceRank: Record<Figure["evidence"], number> = {sourced: 0, derived: 1, unverified: 2};
const statusRank: Record<Figure["status"], number> = {
  reported: 0,
  derived: 1,
  reconciled: 2,
  modelled: 3,
  forecast: 4,
  closed: 5,
  missing: 6
};
const stageRank = {during: 0, preliminary: 1, final: 2, revised: 3} as const;

/**
 * The figures of one basis and one period: the newest statement leads, those it replaces become its vintages, and
 * whatever says something else for another reason stays beside it.
 */
export function arrangeVintages(figures: readonly Figure[]): SeriesFigure[] {
  const replaced = new Map<Figure, Figure>();
  const ordered = [...figures].sort(compareFigures);
  for (const older of ordered) {
    const newer = ordered.find((candidate) => replaces(candidate, older));
    if (newer) replaced.set(older, newer);
  }
  const standing = leadFirst(ordered.filter((figure) => !replaced.has(figure)));
  return standing.map((figure, index) => ({
    ...figure,
    role: index === 0 ? "shown" : "beside",
    vintages: ordered.filter((older) => lastOf(older, replaced) === figure && older !== figure).sort(newestFirst)
  }));
}

/** Of equally trusted figures that agree with the newest, the most exact one leads. */
function leadFirst(standing: readonly Figure[]): Figure[] {
  const [first, ...others] = standing;
  if (!first) return [];
  const finer = others.filter((figure) => isPeer(figure, first) && width(figure) < width(first));
  const lead = finer.reduce((best, figure) => (width(figure) < width(best) ? figure : best), first);
  return [lead, ...standing.filter((figure) => figure !== lead)];
}

function isPeer(a: Figure, b: Figure): boolean {
  return a.evidence === b.evidence && a.status === b.status && agree(figureInterval(a), figureInterval(b));
}

function lastOf(figure: Figure, replaced: ReadonlyMap<Figure, Figure>): Figure {
  const newer = replaced.get(figure);
  return newer ? lastOf(newer, replaced) : figure;
}

/** Order of trust, then newest first, then most exact, then by id, so that the order never depends on the input's. */
function compareFigures(a: Figure, b: Figure): number {
  return (
    evidenceRank[a.evidence] - evidenceRank[b.evidence] ||
    statusRank[a.status] - statusRank[b.status] ||
    newestFirst(a, b) ||
    width(a) - width(b) ||
    (a.id < b.id ? -1 : 1)
  );
}

function newestFirst(a: Figure, b: Figure): number {
  return latestDay(b.known) - latestDay(a.known);
}

function width(figure: Figure): number {
  const interval = figureInterval(figure);
  return interval ? interval.high - interval.low : Number.POSITIVE_INFINITY;
}

/**
 * Whether a later statement takes the place of an earlier one. It must be reported or forecast by someone, no less
 * sure and no earlier in the making; a rougher statement that agrees only confirms, it does not revise.
 */
function replaces(newer: Figure, older: Figure): boolean {
  if (newer === older || newer.status === "derived") return false;
  if (latestDay(newer.known) <= latestDay(older.known)) return false;
  if (evidenceRank[newer.evidence] > evidenceRank[older.evidence]) return false;
  if (statusRank[newer.status] > statusRank[older.status] || older.status === "derived") return false;
  if (newer.stage && older.stage && stageRank[newer.stage] < stageRank[older.stage]) return false;
  return !(width(newer) > width(older) && agree(figureInterval(newer), figureInterval(older)));
}

function agree(a: Interval | undefined, b: Interval | undefined): boolean {
  return a !== undefined && b !== undefined && intersects(a, b);
}

/** Whether two figures cannot both be right. */
export function conflict(a: Figure, b: Figure): boolean {
  const [x, y] = [figureInterval(a), figureInterval(b)];
  return x !== undefined && y !== undefined && !intersects(x, y);
}
