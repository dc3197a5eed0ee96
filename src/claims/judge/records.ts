import {basisKey} from "../../base/basis-key.ts";
import type {Figure} from "../../base/figure.ts";
import {groupBy} from "../../base/group-by.ts";
import {isBelow} from "../../base/interval.ts";
import {monthsIn, type Period, parsePeriod} from "../../base/period.ts";
import {deflated} from "../../turnover/constant-prices.ts";
import {measured} from "../../turnover/derived.ts";
import type {RawClaim} from "../extract/raw-claim.ts";
import type {BasisMatch} from "../output.ts";
import {answerOnce, type Catalogue, candidatesFor, isVerified, questionOf, standing} from "./candidates.ts";
import type {Judgement} from "./judgement.ts";
import {labelOf} from "./labels.ts";

/** A basis on which the extreme was tried, with the year its series starts. */
interface Trial {
  readonly match: BasisMatch;
  readonly start: Period;
  /** Whether the series reaches back as far as the claim does. */
  readonly isWhole: boolean;
}

/**
 * Holds a record against each basis: the value must lie beyond every earlier one of the same months. A series that
 * starts later than the claim reaches supports it only on that basis; constant prices are tried where a deflator is
 * known.
 */
export function judgeRecord(claim: RawClaim, catalogue: Catalogue): Judgement {
  const all = answerOnce(catalogue, `record ${questionOf(claim)}`, () => levelsIn(claim, catalogue));
  const trials = [...groupBy(all, ({basis}) => basisKey(basis)).values()].flatMap((group) => tryBasis(claim, group));
  const bases = trials.map((t) => t.match);
  const holding = trials.filter((t) => t.match.match === "holds" && t.match.verified);
  const failing = trials.filter((t) => t.match.match === "does-not-hold");
  if (trials.length === 0)
    return {
      verdict: "not-checkable",
      reason: "no-series",
      ground: "no-long-series",
      bases
    };
  if (holding.length === 0) return withoutSupport(trials, bases);
  const isFull = failing.length === 0 && holding.some((t) => t.isWhole);
  return isFull
    ? {verdict: "supported", ground: "record", bases}
    : {verdict: "supported-on-basis", ground: "record-in-part", bases};
}

/** Levels on every basis, and in constant prices where a deflator is known. */
function levelsIn(claim: RawClaim, catalogue: Catalogue): Figure[] {
  const candidates = candidatesFor(claim, catalogue);
  const levels = standing(
    candidates.filter((f) => f.basis.kind === "level" && f.status !== "forecast" && measured(f) !== undefined)
  );
  return [...levels, ...deflated(levels, catalogue.knowledge.figures)];
}

function withoutSupport(trials: readonly Trial[], bases: readonly BasisMatch[]): Judgement {
  if (trials.some((t) => t.match.match === "holds")) return {verdict: "unverified", ground: "record-unverified", bases};
  if (trials.some((t) => t.match.verified)) return {verdict: "contradicted", ground: "record-beaten", bases};
  return {verdict: "not-checkable", reason: "no-series", ground: "record-unverified-known", bases};
}

/** Tries one basis; unverified points neither make nor break a record of verified ones. */
function tryBasis(claim: RawClaim, group: readonly Figure[]): Trial[] {
  const {period} = claim;
  if (!period) return [];
  const alike = group.filter((f) => sameMonths(parsePeriod(f.period), period));
  const now = alike
    .filter((f) => parsePeriod(f.period).text === period.text)
    .sort((a, b) => Number(isVerified(b)) - Number(isVerified(a)))[0];
  if (!now) return [];
  const verified = isVerified(now);
  const earlier = alike.filter(
    (f) => isEarlier(parsePeriod(f.period), period, claim.base) && (!verified || isVerified(f))
  );
  if (earlier.length === 0) return [];
  const beaten = earlier.every((f) => isBeyond(now, f, claim.direction));
  const start = earlier.map((f) => parsePeriod(f.period)).sort((a, b) => a.start - b.start)[0]!;
  const match: BasisMatch = {
    basis: now.basis,
    label: labelOf(now.basis),
    figure: now,
    verified,
    match: beaten ? "holds" : "does-not-hold",
    since: start.text
  };
  return [{match, start, isWhole: claim.base !== undefined && start.start <= claim.base.end}];
}

function sameMonths(a: Period, b: Period): boolean {
  return (
    monthsIn(a) === monthsIn(b) &&
    new Date(a.start * 86_400_000).getUTCMonth() === new Date(b.start * 86_400_000).getUTCMonth()
  );
}

/** Years after the one that "since" names: in that year it was as high. */
function isEarlier(period: Period, now: Period, since: Period | undefined): boolean {
  return period.end <= now.start && (since === undefined || period.start >= since.end);
}

/** Whether `now` may lie beyond `then`: it fails only when it certainly does not. */
function isBeyond(now: Figure, then: Figure, direction: 1 | -1 | 0): boolean {
  const [a, b] = [measured(now)!.interval, measured(then)!.interval];
  return direction < 0
    ? !isBelow(b, a) && measured(now)!.value <= measured(then)!.value
    : !isBelow(a, b) && measured(now)!.value >= measured(then)!.value;
}
