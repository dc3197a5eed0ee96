import type {GoldClaim} from "./corpus.ts";

/** What the scorer reads of a claim that the extractor found. */
export interface FoundClaim {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value?: number | null | undefined;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly unit?: string | null | undefined;
  readonly approx?: string | null | undefined;
  /** Text of a period, or a period. */
  readonly period?: string | {readonly text: string} | null | undefined;
  readonly indicator?: string | null | undefined;
  readonly slots?: Readonly<Record<string, {readonly value: unknown} | undefined>> | undefined;
  readonly verdict?: string | undefined;
  readonly reason?: string | undefined;
}

export interface Pair {
  readonly gold: GoldClaim;
  readonly found: FoundClaim;
}

/** The claims of one text, laid against each other. */
export interface Matching {
  /** Pairs whose gold claim is not optional. */
  readonly pairs: readonly Pair[];
  readonly missed: readonly GoldClaim[];
  /** Found claims that are neither in a pair nor an optional claim. */
  readonly spurious: readonly FoundClaim[];
}

/** Relative difference below which two numbers are the same number. */
const valueTolerance = 1e-9;

/** Types matched by their kind and place, although words like "third" or "since 2012" hold numbers. */
const byType: ReadonlySet<string> = new Set(["record", "rank"]);

/** Pairs the marked and the found claims of one text one to one, the surest pairs first. */
export function matchClaims(gold: readonly GoldClaim[], found: readonly FoundClaim[]): Matching {
  const candidates = gold
    .flatMap((one) => found.map((other) => ({gold: one, found: other, score: affinity(one, other)})))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score);
  const taken = new Set<GoldClaim | FoundClaim>();
  const pairs: Pair[] = [];
  for (const {gold: one, found: other} of candidates) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    if (!one.optional) pairs.push({gold: one, found: other});
  }
  return {
    pairs,
    missed: gold.filter((one) => !one.optional && !taken.has(one)),
    spurious: found.filter((one) => !taken.has(one))
  };
}

/** 0 when the two are not the same claim, else higher the surer they are. */
function affinity(gold: GoldClaim, found: FoundClaim): number {
  const overlap = Math.min(gold.start + gold.span.length, found.end) - Math.max(gold.start, found.start);
  if (overlap <= 0) return 0;
  if (isNumeric(gold) ? !sameNumber(gold, found) : !sameType(gold, found)) return 0;
  const closeness = overlap / Math.max(gold.span.length, found.end - found.start);
  return (gold.optional ? 0 : 4) + (sameType(gold, found) ? 2 : 0) + closeness;
}

export function sameType({type, alt = []}: GoldClaim, found: FoundClaim): boolean {
  return found.type === type || alt.some((one) => one === found.type);
}

/** Whether a marked claim is matched by its number. */
export function isNumeric({type, value, low}: GoldClaim): boolean {
  return (value !== undefined || low !== undefined) && !byType.has(type);
}

/** Whether a found claim states a number. */
export function isFoundNumeric({type, value, low}: FoundClaim): boolean {
  return (typeof value === "number" || typeof low === "number") && !byType.has(type);
}

/** A deficit may be given with either sign here: its sign is scored as a slot. */
function sameNumber(gold: GoldClaim, found: FoundClaim): boolean {
  if (gold.low !== undefined) return isClose(gold.low, found.low) && isClose(gold.high, found.high);
  const size = gold.type === "balance" || gold.alt?.includes("balance") ? Math.abs : (value: number) => value;
  return goldValues(gold).some((value) => typeof found.value === "number" && isClose(size(value), size(found.value)));
}

/** All values of a marked claim that are right. */
export function goldValues({value, values}: GoldClaim): readonly number[] {
  return values ?? (value === undefined ? [] : [value]);
}

/** All verdicts on a marked claim that are right; none where the corpus marks none. */
export function goldVerdicts({verdict, verdicts}: GoldClaim): readonly string[] {
  return verdicts ?? (verdict === undefined ? [] : [verdict]);
}

/** Whether two numbers are the same but for the rounding of binary fractions. */
export function isClose(a: number | undefined, b: number | null | undefined): boolean {
  if (typeof a !== "number" || typeof b !== "number") return false;
  return Math.abs(a - b) <= valueTolerance * Math.max(Math.abs(a), Math.abs(b));
}
