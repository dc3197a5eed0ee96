import {type CheckedNumber, internalSentence} from "../../base/internal-words.ts";
import {add, divide, growth, type Interval, intersects, interval, subtract} from "../../base/interval.ts";
import {parsePeriod} from "../../base/period.ts";
import {measured} from "../../turnover/derived.ts";
import type {RawClaim} from "../extract/raw-claim.ts";
import type {InternalCheck} from "../output.ts";
import type {Catalogue} from "./candidates.ts";

/** Checks that need no data, by index of the claim they bear on. */
export type InternalChecks = ReadonlyMap<number, readonly InternalCheck[]>;

/** A check before ids are given: which claim it bears on, and which it rests on. */
interface Finding {
  readonly on: number;
  readonly others: readonly number[];
  readonly check: InternalCheck["check"];
  readonly holds: boolean | null;
  readonly numbers: readonly CheckedNumber[];
}

/** Holds the claims of a text against each other: sums, balances, growth and levels, shares, directions, rates. */
export function checkInternally(claims: readonly RawClaim[], catalogue: Catalogue | undefined): InternalChecks {
  const byClaim = new Map<number, InternalCheck[]>();
  for (const {offset, members} of groupsOf(claims)) {
    for (const {on, others, ...finding} of findingsIn(members, catalogue)) {
      const list = byClaim.get(offset + on) ?? [];
      list.push({
        ...finding,
        numbers: [...finding.numbers],
        detail: internalSentence(finding, "en"),
        claims: others.map((i) => String(offset + i))
      });
      byClaim.set(offset + on, list);
    }
  }
  return byClaim;
}

function findingsIn(claims: readonly RawClaim[], catalogue: Catalogue | undefined): Finding[] {
  return [
    ...partsAndSums(claims),
    ...levelsAndGrowth(claims),
    ...levelsAndRatios(claims),
    ...shares(claims),
    ...directions(claims),
    ...exchangeRates(claims, catalogue)
  ];
}

/** Claims that may be held against each other, as a run of the whole list. */
export interface ClaimGroup {
  /** Index of the first in the whole list. */
  readonly offset: number;
  readonly members: readonly RawClaim[];
}

/** A paragraph of more claims than this is a table: it is taken in pieces, so that time grows with the text's length. */
const mostInGroup = 200;

/** Runs of claims of one paragraph. */
export function groupsOf(claims: readonly RawClaim[]): ClaimGroup[] {
  const groups: ClaimGroup[] = [];
  for (let from = 0; from < claims.length; ) {
    let to = from + 1;
    while (to < claims.length && to - from < mostInGroup && claims[to]!.paragraph === claims[from]!.paragraph) ++to;
    groups.push({offset: from, members: claims.slice(from, to)});
    from = to;
  }
  return groups;
}

const isLevel = ({type, value}: RawClaim) => (type === "level" || type === "balance") && value !== null;

/** Economies of a claim in code order; flows both ways are between the same two. */
function betweenOf({slots}: RawClaim): string {
  return slots.pair?.value ?? [slots.economy?.value, slots.partner?.value].filter(Boolean).sort().join("-");
}

/** Goods are no part of goods and services, a product none of the total, nor one side's books of the other's. */
function isSameScope(a: RawClaim, b: RawClaim): boolean {
  const isSame = (name: string) => a.slots[name]?.value === b.slots[name]?.value;
  const booksOf = ({slots, books}: RawClaim) => slots.reporter?.value ?? books;
  return isSame("coverage") && isSame("product") && (booksOf(a) === booksOf(b) || a.sentence === b.sentence);
}

/** Whether two claims are between the same economies; what is not said is the same only as what is not said either. */
function isBetweenSame(a: RawClaim, b: RawClaim): boolean {
  return betweenOf(a) === betweenOf(b);
}

/** Same unit, period and economies, and said in one paragraph. */
function isAlike(a: RawClaim, b: RawClaim): boolean {
  return (
    a.unit === b.unit &&
    a.period?.text === b.period?.text &&
    a.paragraph === b.paragraph &&
    isBetweenSame(a, b) &&
    isSameScope(a, b) &&
    !a.isBase &&
    !b.isBase &&
    a.glossOf === undefined &&
    b.glossOf === undefined
  );
}

/** Turnover against exports plus imports, balance against exports less imports. */
function partsAndSums(claims: readonly RawClaim[]): Finding[] {
  return claims.flatMap((whole, on) => {
    if (!isLevel(whole) || (whole.indicator !== "turnover" && whole.indicator !== "balance")) return [];
    const x = nearestPart(claims, on, "exports");
    const m = nearestPart(claims, on, "imports");
    if (x === undefined || m === undefined) return [];
    return [whole.indicator === "turnover" ? sumFinding(claims, on, x, m) : balanceFinding(claims, on, x, m)];
  });
}

/** The flow that goes with a total: the first behind it before another total, else the last before it that no total claims. */
function nearestPart(claims: readonly RawClaim[], whole: number, indicator: string): number | undefined {
  const total = claims[whole]!;
  const isPart = (i: number) => claims[i]!.indicator === indicator && isLevel(claims[i]!) && isAlike(total, claims[i]!);
  const isTotal = (i: number) => claims[i]!.indicator === total.indicator && isLevel(claims[i]!) && !claims[i]!.isBase;
  for (let i = whole + 1; i < claims.length && !isTotal(i); ++i) if (isPart(i)) return i;
  for (let i = whole - 1; i >= 0; --i) {
    if (isTotal(i)) return undefined;
    if (isPart(i)) return claims.slice(0, i).some((_, k) => isTotal(k)) ? undefined : i;
  }
  return undefined;
}

function sumFinding(claims: readonly RawClaim[], on: number, x: number, m: number): Finding {
  const [whole, a, b] = [claims[on]!, claims[x]!, claims[m]!];
  const sum = add(spread(a), spread(b));
  const holds = intersects(sum, spread(whole));
  return {
    on,
    others: [x, m],
    check: "parts-and-sum",
    holds,
    numbers: [numberOf(a), numberOf(b), {value: (a.value ?? 0) + (b.value ?? 0), unit: whole.unit}, numberOf(whole)]
  };
}

function balanceFinding(claims: readonly RawClaim[], on: number, x: number, m: number): Finding {
  const [whole, a, b] = [claims[on]!, claims[x]!, claims[m]!];
  const difference = subtract(spread(a), spread(b));
  const said = spread(whole);
  const mirrored = {low: -said.high, high: -said.low};
  const holds = intersects(difference, said) || (whole.value! > 0 && intersects(difference, mirrored));
  return {
    on,
    others: [x, m],
    check: "balance",
    holds,
    numbers: [numberOf(a), numberOf(b), {value: (a.value ?? 0) - (b.value ?? 0), unit: whole.unit}, numberOf(whole)]
  };
}

/** The interval of a claim; one-sided words bound nothing on the other side. */
function spread({meant, approx, value}: RawClaim): Interval {
  if (!meant) return {low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY};
  return approx === "over" ? interval(meant.low, Math.max(meant.high, value! * 1.02)) : meant;
}

/** A growth beside a level and the level it started from. */
function levelsAndGrowth(claims: readonly RawClaim[]): Finding[] {
  return claims.flatMap((claim, on) => {
    if (claim.type !== "growth" || claim.value === null || claim.unit !== "%") return [];
    const pair = levelPair(claims, on);
    if (!pair) return [];
    const [now, then] = pair;
    const implied = growth(spread(claims[now]!), spread(claims[then]!));
    const holds = intersects(widen(implied), claim.meant!);
    return [
      {
        on,
        others: [now, then],
        check: "level-and-growth" as const,
        holds,
        numbers: [numberOf(claims[now]!), numberOf(claims[then]!), ...ends(implied, "%", 1), numberOf(claim)]
      }
    ];
  });
}

/** Published growth is often taken from unrounded levels: a tenth of a point is let pass. */
function widen({low, high}: Interval): Interval {
  return {low: low - 0.1, high: high + 0.1};
}

function levelsAndRatios(claims: readonly RawClaim[]): Finding[] {
  return claims.flatMap((claim, on) => {
    if (claim.type !== "ratio" || claim.value === null) return [];
    const pair = levelPair(claims, on);
    if (!pair) return [];
    const ratio = divide(spread(claims[pair[0]]!), spread(claims[pair[1]]!));
    const falls = claim.direction < 0 && claim.value > 1;
    const implied = falls ? {low: 1 / ratio.high, high: 1 / ratio.low} : ratio;
    return [
      {
        on,
        others: [...pair],
        check: "levels-and-ratio" as const,
        holds: intersects(implied, claim.meant!),
        numbers: [numberOf(claims[pair[0]]!), numberOf(claims[pair[1]]!), ...ends(implied, "x", 2), numberOf(claim)]
      }
    ];
  });
}

/** The level of a change and the one it started from, said in the same sentence. */
function levelPair(claims: readonly RawClaim[], on: number): [number, number] | undefined {
  const change = claims[on]!;
  const near = claims.flatMap((claim, i) =>
    isLevel(claim) &&
    claim.sentence === change.sentence &&
    claim.indicator === change.indicator &&
    claim.glossOf === undefined &&
    isBetweenSame(claim, change) &&
    isSameScope(claim, change)
      ? [i]
      : []
  );
  const now = near.find((i) => !claims[i]!.isBase && claims[i]!.period?.text === change.period?.text);
  const then = near.find(
    (i) =>
      i !== now &&
      (claims[i]!.isBase || (change.base !== undefined && claims[i]!.period?.text === change.base.text)) &&
      claims[i]!.unit === claims[now ?? -1]?.unit
  );
  return now !== undefined && then !== undefined && claims[then]!.value! > 0 ? [now, then] : undefined;
}

/** "Fell from $80 mn to $95 mn": the word against the two levels. */
function directions(claims: readonly RawClaim[]): Finding[] {
  return claims.flatMap((now, on) => {
    if (!isLevel(now) || now.isBase || now.direction === 0 || now.glossOf !== undefined) return [];
    const then = claims.findIndex(
      (c, i) =>
        i === on - 1 &&
        c.isBase === true &&
        isLevel(c) &&
        c.sentence === now.sentence &&
        c.indicator === now.indicator &&
        c.unit === now.unit &&
        c.direction === now.direction &&
        (c.period?.start ?? 0) < (now.period?.start ?? 0)
    );
    if (then < 0) return [];
    const [a, b] = [spread(claims[then]!), spread(now)];
    const holds = now.direction > 0 ? b.high > a.low : b.low < a.high;
    return [
      {
        on,
        others: [then],
        check: "direction" as const,
        holds,
        numbers: [
          numberOf(claims[then]!),
          numberOf(now),
          {value: b.low > a.high ? 1 : -1, unit: null},
          {value: now.direction, unit: null}
        ]
      }
    ];
  });
}

/** "40 % (125 of 310)": the share of two counts said beside it. */
function shares(claims: readonly RawClaim[]): Finding[] {
  return claims.flatMap((claim, on) => {
    if (claim.type !== "share" || claim.value === null) return [];
    const counts = claims.flatMap((c, i) =>
      c.sentence === claim.sentence && c.type === "count" && c.value !== null && c.value > 0 ? [i] : []
    );
    const pair = partAndWhole(claims, on, counts);
    if (!pair) return [];
    const [part, whole] = [claims[pair[0]]!, claims[pair[1]]!];
    const share = divide(scaled(exactCount(part)), exactCount(whole));
    return [
      {
        on,
        others: [...pair],
        check: "share-and-parts" as const,
        holds: intersects(share, claim.meant!),
        numbers: [
          numberOf(part),
          numberOf(whole),
          {value: (100 * part.value!) / whole.value!, unit: "%"},
          numberOf(claim)
        ]
      }
    ];
  });
}

/** Counts are whole: they are not rounded unless a word says so. */
function exactCount(claim: RawClaim): Interval {
  return claim.type === "count" && claim.approx === "exact" && claim.step === 1
    ? {low: claim.value!, high: claim.value!}
    : spread(claim);
}

function scaled({low, high}: Interval): Interval {
  return {low: 100 * low, high: 100 * high};
}

/** The two counts nearest to a share, if the smaller is plausibly a part of the larger and they share a unit. */
function partAndWhole(
  claims: readonly RawClaim[],
  on: number,
  counts: readonly number[]
): [number, number] | undefined {
  const at = claims[on]!;
  const near = [...counts].sort((a, b) => distance(claims[a]!, at) - distance(claims[b]!, at));
  const [a, b] = near;
  if (a === undefined) return undefined;
  const whole = b;
  if (whole === undefined || claims[a]!.unit !== claims[whole]!.unit) return undefined;
  if (distance(claims[a]!, at) > 80) return undefined;
  return claims[a]!.value! <= claims[whole]!.value! ? [a, whole] : [whole, a];
}

function distance(a: RawClaim, b: RawClaim): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

/** Known yearly rates are averages; a conversion of a flow may stray this far from one before it is said to. */
const rateTolerance = 0.05;

/** The rate that a conversion in brackets implies, against the average rate of its period where one is known. */
function exchangeRates(claims: readonly RawClaim[], catalogue: Catalogue | undefined): Finding[] {
  return claims.flatMap((claim, on) => {
    const from = claim.glossOf === undefined ? -1 : claims.findIndex((c) => c.start === claim.glossOf);
    const original = claims[from];
    if (!original?.value || !claim.value) return [];
    const rate = original.value / claim.value;
    const known = knownRate(original, claim, catalogue);
    const holds = known === undefined ? null : Math.abs(rate / known.value - 1) <= rateTolerance;
    const unit = `${original.unit}/${claim.unit}`;
    return [
      {
        on,
        others: [from],
        check: "exchange-rate" as const,
        holds: known && !known.verified ? null : holds,
        numbers: [{value: rate, unit}, ...(known ? [{...known, unit}] : [])]
      }
    ];
  });
}

function knownRate(
  a: RawClaim,
  b: RawClaim,
  catalogue: Catalogue | undefined
): {value: number; period: string; verified: boolean} | undefined {
  const period = a.period ?? b.period;
  if (!period || !catalogue) return undefined;
  const rates = (catalogue.byIndicator.get("exchange_rate") ?? []).filter(
    (f) => f.basis.about === undefined && parsePeriod(f.period).text === period.text
  );
  for (const unit of a.units) {
    for (const figure of rates) {
      const value = measured(figure)?.value;
      const verified = figure.evidence !== "unverified";
      if (value === undefined) continue;
      if (figure.basis.unit === `${unit}/${b.unit}`) return {value, period: period.text, verified};
      if (figure.basis.unit === `${b.unit}/${unit}`) return {value: 1 / value, period: period.text, verified};
    }
  }
  return undefined;
}

function numberOf({value, unit}: RawClaim): CheckedNumber {
  return {value: value ?? 0, unit};
}

/** Both ends of what levels imply, as exact as they are shown. */
function ends({low, high}: Interval, unit: string, decimals: number): CheckedNumber[] {
  return [low, high].map((value) => ({value: Number(value.toFixed(decimals)), unit}));
}
