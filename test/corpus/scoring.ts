import type {GoldText} from "./corpus.ts";
import {type FoundClaim, goldVerdicts, isFoundNumeric, isNumeric, type Matching, matchClaims} from "./matching.ts";
import {allRight, furtherSlots, judgeSlots, mainSlots, type SlotName} from "./slots.ts";

/** What the scorer reads of the check of one text. */
export interface FoundText {
  readonly claims: readonly FoundClaim[];
  readonly series?: readonly {readonly verdict: string}[] | undefined;
}

/** How many were right out of how many. */
export interface Tally {
  readonly right: number;
  readonly of: number;
}

/** Scores of any number of texts, as counts, so that they can be added. */
export interface Scores {
  readonly texts: number;
  /** Claims found that are marked, of all found. */
  readonly precision: Tally;
  /** Marked claims found, of all marked. */
  readonly recall: Tally;
  readonly numberPrecision: Tally;
  readonly numberRecall: Tally;
  readonly slots: Readonly<Record<SlotName | "all", Tally>>;
  /** Verdicts that are as marked, of the matched claims that have one marked. */
  readonly verdicts: Tally;
  /** "Contradicted" where it is right, of all that can be judged. */
  readonly contradicted: Tally;
  /** Texts whose marked series got their verdict. */
  readonly series: Tally;
}

/** One text with what was found in it. */
export interface Scored {
  readonly gold: GoldText;
  readonly found: FoundText;
  readonly matching: Matching;
}

export function scoreText(gold: GoldText, found: FoundText): Scored {
  return {gold, found, matching: matchClaims(gold.claims, found.claims)};
}

/** The ratio of a tally; NaN when nothing was counted. */
export function rate({right, of}: Tally): number {
  return of === 0 ? Number.NaN : right / of;
}

/** Harmonic mean of two rates. */
export function f1(precision: Tally, recall: Tally): number {
  const [p, r] = [rate(precision), rate(recall)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** Adds the scores of texts up. */
export function summarize(scored: readonly Scored[]): Scores {
  const matchings = scored.map(({matching}) => matching);
  const pairs = matchings.flatMap((one) => one.pairs);
  const missed = matchings.flatMap((one) => one.missed);
  const spurious = matchings.flatMap((one) => one.spurious);
  const numbers = pairs.filter(({gold}) => isNumeric(gold)).length;
  return {
    texts: scored.length,
    precision: {right: pairs.length, of: pairs.length + spurious.length},
    recall: {right: pairs.length, of: pairs.length + missed.length},
    numberPrecision: {right: numbers, of: numbers + spurious.filter(isFoundNumeric).length},
    numberRecall: {right: numbers, of: numbers + missed.filter(isNumeric).length},
    slots: scoreSlots(scored),
    verdicts: tally(pairs.filter(({gold}) => gold.verdict !== undefined).map(hasVerdict)),
    contradicted: tally(scored.flatMap(judgeContradicted)),
    series: tally(scored.flatMap(judgeSeries))
  };
}

function scoreSlots(scored: readonly Scored[]): Scores["slots"] {
  const judged = scored.flatMap(({matching}) => matching.pairs).map(judgeSlots);
  const names = [...mainSlots, ...furtherSlots];
  const each = names.map((slot) => [slot, tally(judged.flatMap((one) => one[slot] ?? []))] as const);
  return {...(Object.fromEntries(each) as Record<SlotName, Tally>), all: tally(judged.map(allRight))};
}

function hasVerdict({gold, found}: Matching["pairs"][number]): boolean {
  return goldVerdicts(gold).some((verdict) => verdict === found.verdict);
}

/**
 * Every "contradicted" that can be judged: where a verdict is marked, and in texts on which no shipped pack holds
 * data, where it is always wrong.
 */
function judgeContradicted({gold, found, matching}: Scored): boolean[] {
  return found.claims
    .filter(({verdict}) => verdict === "contradicted")
    .flatMap((claim) => {
      const marked = matching.pairs.find((pair) => pair.found === claim)?.gold;
      if (marked?.verdict !== undefined) return goldVerdicts(marked).includes("contradicted");
      return gold.pack === undefined ? false : [];
    });
}

function judgeSeries({gold, found}: Scored): boolean[] {
  return (gold.series ?? []).map(({verdict}) => (found.series ?? []).some((one) => one.verdict === verdict));
}

function tally(judged: readonly boolean[]): Tally {
  return {right: judged.filter(Boolean).length, of: judged.length};
}
