import {basisKey} from "../../base/basis-key.ts";
import type {Figure} from "../../base/figure.ts";
import {groupBy} from "../../base/group-by.ts";
import {type Interval, negate} from "../../base/interval.ts";
import type {Knowledge} from "../../base/pack.ts";
import type {Reason} from "../../base/verdicts.ts";
import {bilateral} from "../extract/economies.ts";
import type {RawClaim} from "../extract/raw-claim.ts";
import type {BasisMatch} from "../output.ts";
import type {Reading} from "../read/quantity.ts";
import {
  answerOnce,
  type Catalogue,
  candidatesFor,
  changesFor,
  countsFor,
  figureFits,
  isVerified,
  levelsFor,
  questionOf,
  ratiosFor,
  truthOf
} from "./candidates.ts";
import type {Judgement} from "./judgement.ts";
import {labelOf} from "./labels.ts";
import {judgeRecord} from "./records.ts";

const statements: Readonly<Record<string, Reason>> = {
  qualitative: "qualitative",
  causal: "causal",
  normative: "normative",
  commitment: "commitment"
};

/** Holds a claim against every basis the catalogue has for it. `day` is the day of the check. */
export function judge(claim: RawClaim, catalogue: Catalogue, day: number): Judgement {
  const reason = statements[claim.type];
  if (reason) return {verdict: "not-checkable", reason, ground: "statement", bases: []};
  if (claim.type === "record") return judgeRecord(claim, catalogue);
  const future = claim.period !== undefined && claim.period.end > day + 1 && claim.type !== "count";
  const candidates = answerOnce(catalogue, `candidates ${questionOf(claim)}`, () => candidatesFor(claim, catalogue));
  const question = `${claim.type} ${day} ${questionOf(claim)}`;
  const figures = answerOnce(catalogue, question, () => figuresFor(claim, candidates, day));
  const bases = matchBases(claim, figures, catalogue.knowledge);
  if ((claim.type === "target" || future) && bases.every((base) => base.figure.status === "forecast"))
    return {verdict: "open", ground: "time-not-ended", bases};
  if (bases.length === 0) return nothingFound(claim, candidates);
  return weigh(claim, bases);
}

function figuresFor(claim: RawClaim, candidates: readonly Figure[], day: number): Figure[] {
  switch (claim.type) {
    case "growth":
      return changesFor(claim, candidates);
    case "ratio":
      return ratiosFor(claim, candidates);
    case "count":
      return countsFor(claim, candidates, day);
    case "share":
      return sharesFor(claim, candidates, day);
    case "rank":
    case "status":
    case "event":
      return [];
    case "target":
      return claim.unit === "%"
        ? changesFor(claim, candidates)
        : levelsFor(claim, candidates, ["level", "price", "count"]);
    default:
      return levelsFor(claim, candidates, ["level", "price", "ratio"]);
  }
}

function sharesFor(claim: RawClaim, candidates: readonly Figure[], day: number): Figure[] {
  const shares = candidates.filter(({basis}) => basis.kind === "share");
  const exact = levelsFor(claim, shares, ["share"]);
  return exact.length > 0 || claim.indicator !== "completion"
    ? exact
    : countsFor(claim, shares.map(asCount), day).map((f) => shares.find((s) => s.id === f.id)!);
}

/** Shares of a programme done are stocks, like counts: the last one said stands. */
function asCount(figure: Figure): Figure {
  return {...figure, basis: {...figure.basis, kind: "count"}};
}

/** One match a basis: a figure that holds leads, then a verified one. */
export function matchBases(claim: RawClaim, figures: readonly Figure[], knowledge: Knowledge): BasisMatch[] {
  const reported = figures.filter(({status}) => status !== "forecast");
  const used = (reported.length > 0 ? reported : figures).filter((figure) => !isFarBeyond(claim, figure));
  const groups = groupBy(used, ({basis}) => basisKey(basis));
  return [...groups.values()].map((group) => bestMatch(claim, group, knowledge)).sort((a, b) => rank(a) - rank(b));
}

/** "Over 5.5" is true of 50, but nobody who means 50 says so: such a figure speaks of another thing, and settles nothing. */
function isFarBeyond({approx, value, unit}: RawClaim, figure: Figure): boolean {
  if (value === null || figure.value === null || unit === "%" || unit === "pp") return false;
  const times = Math.abs(figure.value) / Math.abs(value);
  if (approx === "over" || approx === "at-least") return times > farTimes;
  return (approx === "up-to" || approx === "under") && times < 1 / farTimes;
}

/** How many times a bound a figure may be and still be what was meant. */
const farTimes = 2;

function rank({match, verified}: BasisMatch): number {
  return (match === "holds" ? 0 : 2) + (verified ? 0 : 1);
}

function bestMatch(claim: RawClaim, group: readonly Figure[], knowledge: Knowledge): BasisMatch {
  const matches = group.map((figure) => matchOf(claim, figure, knowledge)).sort((a, b) => rank(a) - rank(b));
  const verified = matches.filter((m) => m.verified);
  return verified[0] ?? matches[0]!;
}

function matchOf(claim: RawClaim, figure: Figure, knowledge: Knowledge): BasisMatch {
  const common = {
    basis: figure.basis,
    label: labelOf(figure.basis, knowledge) + directionOf(claim, figure),
    figure,
    verified: isVerified(figure)
  };
  const reading = readingOf(claim, figure);
  if (reading) return {...common, match: "holds", reading: reading.why};
  const admitted = admittedBy(claim, figure);
  const fits = claim.readings.length === 0 && admitted !== undefined && figureFits(figure, admitted);
  return {...common, match: fits ? "holds" : "does-not-hold"};
}

/** Where a text leaves open whose exports it means, the label says which way a figure goes. */
function directionOf({slots}: RawClaim, {basis}: Figure): string {
  return slots.pair && basis.indicator !== "turnover" ? ` ${basis.economy}→${basis.partner}` : "";
}

/** Of several readings that fit a figure the nearest one. */
function readingOf({readings}: RawClaim, figure: Figure): Reading | undefined {
  const fitting = readings.filter(({low, high}) => figureFits(figure, {low, high}));
  const distance = ({value}: Reading) => Math.abs(value - (figure.value ?? value));
  return fitting.sort((a, b) => distance(a) - distance(b))[0];
}

/** What a claim admits of a figure; a balance without an owner may stand for either side's. */
function admittedBy(claim: RawClaim, figure: Figure): Interval | undefined {
  const truth = truthOf(claim);
  if (!truth || claim.type !== "balance" || !claim.slots.pair) return truth;
  return (figure.value ?? 0) < 0 === (claim.value ?? 0) < 0 ? truth : negate(truth);
}

/** The verdict that the matches of all bases give. */
export function weigh(claim: RawClaim, bases: readonly BasisMatch[]): Judgement {
  const holding = bases.filter((b) => b.match === "holds");
  const failing = bases.filter((b) => b.match === "does-not-hold");
  const solid = holding.filter((b) => b.verified);
  if (isClosed(bases)) return {verdict: "not-checkable", reason: "closed", ground: "closed", bases};
  if (isCompound(claim)) return weighCompound(claim, bases);
  if (solid.length > 0) {
    if (failing.length === 0) return {verdict: "supported", ground: "every-basis", bases};
    return {verdict: "supported-on-basis", ground: "some-bases", bases};
  }
  if (holding.length > 0) return {verdict: "unverified", ground: "unverified-fit", bases};
  if (failing.every((b) => !b.verified))
    return {
      verdict: "not-checkable",
      reason: "no-series",
      ground: "unverified-known",
      bases
    };
  return contradict(claim, failing, bases);
}

function isClosed(bases: readonly BasisMatch[]): boolean {
  return bases.length > 0 && bases.every(({figure}) => figure.status === "closed");
}

/** One predicate of several subjects or economies is true when it is true of each. */
function isCompound({indicator, slots, type}: RawClaim): boolean {
  return (
    type === "growth" &&
    indicator !== null &&
    !bilateral.has(indicator) &&
    (indicator.includes("+") || (slots.economy?.value.includes(",") ?? false))
  );
}

function weighCompound(claim: RawClaim, bases: readonly BasisMatch[]): Judgement {
  const parts = claim
    .indicator!.split("+")
    .flatMap((indicator) => (claim.slots.economy?.value.split(",") ?? [""]).map((economy) => ({indicator, economy})));
  const verdicts = parts.map(({indicator, economy}) => {
    const own = bases.filter(
      ({basis}) => basis.indicator === indicator && (economy === "" || basis.economy === economy)
    );
    if (own.some((b) => b.match === "holds" && b.verified)) return "holds";
    if (own.some((b) => b.match === "does-not-hold" && b.verified)) return "fails";
    return own.length > 0 ? "unverified" : "unknown";
  });
  if (verdicts.every((v) => v === "holds")) return {verdict: "supported", ground: "every-subject", bases};
  if (verdicts.includes("fails"))
    return contradict(
      claim,
      bases.filter((b) => b.match === "does-not-hold"),
      bases
    );
  if (bases.some((b) => b.match === "holds"))
    return {
      verdict: "unverified",
      ground: "some-subjects",
      bases
    };
  return {verdict: "not-checkable", reason: "no-series", ground: "no-sourced-figure", bases};
}

/** Contradicted needs explicit slots and one thing meant; where what is counted is left open nothing is contradicted. */
function contradict(claim: RawClaim, failing: readonly BasisMatch[], bases: readonly BasisMatch[]): Judgement {
  const things = new Set(failing.map(({basis}) => `${basis.about ?? ""}`));
  if (
    (claim.type === "count" || claim.type === "share") &&
    (things.size > 1 || failing.some(({basis}) => basis.about !== undefined))
  )
    return {
      verdict: "not-checkable",
      reason: "level-unstated",
      ground: "several-counts",
      bases
    };
  if (claim.approx === "exact" && claim.type === "count")
    return {
      verdict: "not-checkable",
      reason: "level-unstated",
      ground: "count-open",
      bases
    };
  if (!isExplicit(claim))
    return {
      verdict: "not-checkable",
      reason: "slots-unstated",
      ground: "slots-open",
      bases
    };
  return {verdict: "contradicted", ground: "no-basis", bases};
}

/** Whether the text itself says what, whose and when. */
function isExplicit({slots, indicator, isGuess}: RawClaim): boolean {
  if (isGuess) return false;
  const said = (name: string) => slots[name] !== undefined && slots[name].from !== "pack";
  const whose = said("economy") && (!bilateral.has(indicator ?? "") || said("partner"));
  return said("indicator") && said("period") && (whose || said("pair"));
}

function nothingFound(claim: RawClaim, candidates: readonly Figure[]): Judgement {
  if (claim.period === undefined && candidates.length > 0 && claim.type !== "count")
    return {verdict: "not-checkable", reason: "period-unstated", ground: "period-open", bases: []};
  return {verdict: "not-checkable", reason: "no-series", ground: "no-series", bases: []};
}
