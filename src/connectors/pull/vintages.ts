import {createHash} from "node:crypto";
import {basisKey} from "../../base/basis-key.ts";
import type {Figure} from "../../base/figure.ts";
import {latestDay, parsePeriod} from "../../base/period.ts";
import type {Draft} from "../connector.ts";

/** Figures of a source after a pull, and what became of those that were read. */
export interface Vintages {
  readonly figures: readonly Figure[];
  /** Figures of a basis and period that were not there. */
  readonly added: number;
  /** Figures that say something else than the newest of their basis and period: they stand beside it. */
  readonly revised: number;
  /** Figures that say what was known already. */
  readonly unchanged: number;
  /** Drafts of this pull that contradict an earlier one of it: both are kept. */
  readonly conflicts: readonly string[];
  /** Ids of the sources that figures name newly. */
  readonly sources: ReadonlySet<string>;
}

/** What a pull adds to every figure that it reads. */
export interface VintageOptions {
  /** Id of the source's declaration: the first word of its figures' ids. */
  readonly source: string;
  /** Day of the pull. */
  readonly date: string;
  /** Id of the evidence record of an answer. */
  readonly sourceIdOf: (url: string) => string;
}

/**
 * Lays drafts beside the figures of earlier pulls. What is known already stays as it was, with the day since when it
 * was known; what differs becomes a further figure. Nothing is ever taken away or overwritten.
 */
export function addVintage(earlier: readonly Figure[], drafts: readonly Draft[], options: VintageOptions): Vintages {
  const newest = new Map<string, Figure>();
  for (const figure of earlier) {
    const key = identity(figure);
    const other = newest.get(key);
    if (!other || latestDay(other.known) <= latestDay(figure.known)) newest.set(key, figure);
  }
  const figures = [...earlier];
  const ids = new Set(earlier.map(({id}) => id));
  const sources = new Set<string>();
  const count = {added: 0, revised: 0, unchanged: 0};
  const seen = new Set<string>();
  const conflicts: string[] = [];
  for (const draft of drafts) {
    const figure = makeFigure(draft, newest.get(identity(draft)), options);
    const before = newest.get(identity(figure));
    if (before && saysTheSame(before, figure)) {
      count.unchanged++;
      seen.add(identity(figure));
      continue;
    }
    const id = freeId(figure.id, ids);
    const key = identity(figure);
    if (seen.has(key)) conflicts.push(id);
    count[before && !seen.has(key) ? "revised" : "added"]++;
    seen.add(key);
    figures.push({...figure, id});
    newest.set(identity(figure), figure);
    for (const source of figure.sources) sources.add(source);
  }
  return {figures, sources, conflicts, ...count};
}

function identity({basis, period}: Pick<Figure, "basis" | "period">): string {
  return `${basisKey(basis)} ${parsePeriod(period).text}`;
}

function saysTheSame(a: Figure, b: Figure): boolean {
  return a.value === b.value && a.status === b.status && a.bound === b.bound && a.stage === b.stage;
}

/** A revision is known since the day of the pull unless its source gives a later day than the figure it revises. */
function makeFigure(draft: Draft, before: Figure | undefined, {source, date, sourceIdOf}: VintageOptions): Figure {
  const {url, known: stated, bound = "exact", ...rest} = draft;
  const isNewer = stated !== undefined && (!before || latestDay(stated) > latestDay(before.known));
  const known = isNewer && latestDay(stated) <= latestDay(date) ? stated : date;
  return {
    ...rest,
    id: figureId(source, draft, known),
    period: parsePeriod(draft.period).text,
    bound,
    evidence: "sourced",
    known,
    sources: [sourceIdOf(url)]
  };
}

/** Readable, and unique by the checksum of all that makes the identity of a figure. */
function figureId(source: string, {basis, period}: Draft, known: string): string {
  const {indicator, economy, partner, product} = basis;
  const mark = createHash("sha256").update(identity({basis, period})).digest("hex").slice(0, 8);
  const words = [source, indicator, economy, partner, product?.code, period, known, mark];
  return words.flatMap((word) => (word === undefined ? [] : [slug(word)])).join(".");
}

function slug(word: string): string {
  return (
    word
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "x"
  );
}

/** Two drafts of one pull that contradict each other are both kept. */
function freeId(id: string, ids: Set<string>): string {
  let free = id;
  for (let n = 2; ids.has(free); n++) free = `${id}.${n}`;
  ids.add(free);
  return free;
}
