import {basisKey, canonicalBasis, figureInterval} from "../../base/basis-key.ts";
import type {Basis, Figure} from "../../base/figure.ts";
import {groupBy} from "../../base/group-by.ts";
import {divide, growth, type Interval, intersects, interval, subtract} from "../../base/interval.ts";
import type {Knowledge} from "../../base/pack.ts";
import {type Period, parsePeriod, yearsBefore} from "../../base/period.ts";
import {derive, measured} from "../../turnover/derived.ts";
import {derivedTurnover} from "../../turnover/flows.ts";
import {changeBasis} from "../../turnover/growth.ts";
import {arrangeVintages} from "../../turnover/vintages.ts";
import {bilateral} from "../extract/economies.ts";
import type {RawClaim} from "../extract/raw-claim.ts";

/** Figures by indicator, with those that follow from them: sums and balances of flows in the same books. */
export interface Catalogue {
  readonly byIndicator: ReadonlyMap<string, readonly Figure[]>;
  readonly knowledge: Knowledge;
  /** Answers given before: long texts ask for the same figures again and again. */
  readonly answers: Map<string, readonly Figure[]>;
}

/** What a claim asks for, as one string: equal questions have equal answers. */
export function questionOf({indicator, slots, units, unit, period, base}: RawClaim): string {
  const named = ["economy", "partner", "pair", "coverage", "reporter", "product"].map(
    (name) => slots[name]?.value ?? ""
  );
  return [indicator, ...named, unit, units.join(), period?.text, base?.text, slots.period?.from].join("|");
}

/** The answer to a question, worked out once. */
export function answerOnce({answers}: Catalogue, question: string, answer: () => Figure[]): readonly Figure[] {
  let known = answers.get(question);
  if (known === undefined) {
    known = answer();
    answers.set(question, known);
  }
  return known;
}

export function makeCatalogue(knowledge: Knowledge): Catalogue {
  const reported = knowledge.figures.map((figure) => ({...figure, basis: canonicalBasis(figure.basis)}));
  // Without books there is nothing to add up in: sums of such figures would mix whatever was quoted.
  const booked = reported.filter(({basis}) => basis.reporter !== undefined);
  const all = [...reported, ...derivedTurnover(booked), ...derivedBalances(booked)];
  return {byIndicator: groupBy(all, ({basis}) => basis.indicator), knowledge, answers: new Map()};
}

/** Balance of an economy as its exports less the exports the other way, in the same books, where none is stated. */
function derivedBalances(figures: readonly Figure[]): Figure[] {
  const flows = figures.filter((f) => f.basis.indicator === "exports" && f.basis.kind === "level" && measured(f));
  return flows.flatMap((there) =>
    flows
      .filter((back) => isCounterflow(there, back))
      .map((back) => {
        const [x, m] = [measured(there)!, measured(back)!];
        return derive([there, back], there.period, {
          name: "balance",
          basis: {...there.basis, indicator: "balance"},
          formula: "exports - imports, in the same books",
          value: x.value - m.value,
          interval: subtract(x.interval, m.interval)
        });
      })
  );
}

function isCounterflow(a: Figure, b: Figure): boolean {
  return (
    a.basis.economy === b.basis.partner &&
    a.basis.partner === b.basis.economy &&
    a.basis.reporter === b.basis.reporter &&
    a.basis.coverage === b.basis.coverage &&
    a.basis.unit === b.basis.unit &&
    a.period === b.period &&
    !a.basis.product &&
    !b.basis.product &&
    a.sources.join() === b.sources.join()
  );
}

/** Figures that speak of what a claim speaks of, on every basis its words leave open. */
export function candidatesFor(claim: RawClaim, {byIndicator}: Catalogue): Figure[] {
  if (claim.indicator === null || claim.indicator === "other") return [];
  return claim.indicator.split("+").flatMap((id) => {
    const figures = byIndicator.get(id === "imports" ? "exports" : id) ?? [];
    return figures.filter((figure) => isAbout(claim, id, figure));
  });
}

function isAbout(claim: RawClaim, indicator: string, {basis}: Figure): boolean {
  if (basis.product || claim.slots.product || typeof basis.prices === "object") return false;
  return economiesFit(claim, indicator, basis) && coverageFits(claim, basis) && reporterFits(claim, basis);
}

function economiesFit({slots}: RawClaim, indicator: string, basis: Basis): boolean {
  const {economy, partner, pair} = slots;
  if (bilateral.has(indicator)) {
    if (pair) return sameSet(pair.value.split("-"), basis);
    if (indicator === "turnover")
      return economy !== undefined && partner !== undefined && sameSet([economy.value, partner.value], basis);
    const [from, to] = indicator === "imports" ? [partner, economy] : [economy, partner];
    const fits = (slot: typeof economy, id: string | undefined) => slot !== undefined && slot.value === id;
    return fits(from, basis.economy) && fits(to, basis.partner);
  }
  if (!economy || !basis.economy) return true;
  const named = economy.value.split(",");
  return named.includes(basis.economy) || (basis.partner !== undefined && named.includes(basis.partner));
}

function sameSet(ids: readonly string[], {economy, partner}: Basis): boolean {
  return (
    economy !== undefined && partner !== undefined && ids.length === 2 && ids.includes(economy) && ids.includes(partner)
  );
}

function coverageFits({slots}: RawClaim, {coverage}: Basis): boolean {
  return !slots.coverage || !coverage || coverage === "unstated" || coverage === slots.coverage.value;
}

function reporterFits({slots}: RawClaim, {reporter}: Basis): boolean {
  return !slots.reporter || !reporter || reporter === slots.reporter.value;
}

/** Levels of a period, by basis, as they stand: later vintages in place of those they revise. */
export function levelsFor(claim: RawClaim, candidates: readonly Figure[], kinds: readonly string[]): Figure[] {
  const fitting = candidates.filter(
    ({basis, period}) => kinds.includes(basis.kind) && unitFits(claim, basis) && periodFits(claim, period)
  );
  return standing(fitting);
}

function periodFits({period}: RawClaim, text: string): boolean {
  return period !== undefined && parsePeriod(text).text === period.text;
}

function unitFits({units, unit}: RawClaim, basis: Basis): boolean {
  return (
    unit === null ||
    basis.unit === "XXX" ||
    units.includes(basis.unit) ||
    (unit === "XXX" && /^[A-Z]{3}$/.test(basis.unit))
  );
}

/** What stands of several statements on each basis and period, replaced vintages left out. */
export function standing(figures: readonly Figure[]): Figure[] {
  const groups = groupBy(
    figures,
    (figure) => `${basisKey(figure.basis)} ${parsePeriod(figure.period).text} ${figure.base ?? ""}`
  );
  return [...groups.values()].flatMap((group) => {
    const arranged = arrangeVintages(group);
    const ids = new Set(arranged.map(({id}) => id));
    return group.filter(({id}) => ids.has(id));
  });
}

/** Counts known for the claim's day: of each thing counted the last figure up to that day, or those of its period. */
export function countsFor(claim: RawClaim, candidates: readonly Figure[], day: number): Figure[] {
  const counts = candidates.filter(({basis}) => basis.kind === "count" || basis.kind === "level");
  const {period} = claim;
  if (period && claim.slots.period?.from !== "posted") {
    const exact = counts.filter((figure) => parsePeriod(figure.period).text === period.text);
    if (exact.length > 0) return standing(exact);
  }
  const inYear = period ? counts.filter((figure) => within(parsePeriod(figure.period), period)) : [];
  if (inYear.length > 0) return standing(inYear);
  if (period && period.end <= day - 31) return [];
  return latestByBasis(counts.filter((figure) => parsePeriod(figure.period).end <= day + 1));
}

function within(inner: Period, outer: Period): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function latestByBasis(figures: readonly Figure[]): Figure[] {
  const groups = groupBy(figures, ({basis}) => basisKey({...basis, reporter: "any"}));
  return [...groups.values()].flatMap((group) => {
    const last = Math.max(...group.map((figure) => parsePeriod(figure.period).end));
    return group.filter((figure) => parsePeriod(figure.period).end === last);
  });
}

/** Changes of the claim's period as stated, and as the levels of each basis imply them. */
export function changesFor(claim: RawClaim, candidates: readonly Figure[]): Figure[] {
  const {period} = claim;
  if (!period) return [];
  const base = claim.base ?? yearsBefore(period, 1);
  const stated = candidates.filter(({basis, period: text, base: from}) => {
    const isYearly = from === undefined || parsePeriod(from).text === base.text;
    return basis.kind === "change" && basis.unit === claim.unit && parsePeriod(text).text === period.text && isYearly;
  });
  return [...standing(stated), ...(claim.unit === "%" ? impliedChanges(candidates, period, base) : [])];
}

function impliedChanges(candidates: readonly Figure[], period: Period, base: Period): Figure[] {
  return levelPairs(candidates, period, base).map(([level, from]) => {
    const [x, y] = [measured(level)!, measured(from)!];
    return derive([level, from], period.text, {
      name: "growth",
      basis: changeBasis(level.basis),
      formula: "100 * (level / base - 1)",
      value: 100 * (x.value / y.value - 1),
      interval: growth(x.interval, y.interval),
      base: base.text
    });
  });
}

/** Ratios of two levels on one basis: what "eightfold" is held against. */
export function ratiosFor(claim: RawClaim, candidates: readonly Figure[]): Figure[] {
  if (!claim.period || !claim.base) return [];
  return levelPairs(candidates, claim.period, claim.base).map(([level, from]) => {
    const [x, y] = [measured(level)!, measured(from)!];
    return derive([level, from], claim.period!.text, {
      name: "ratio",
      basis: {...level.basis, kind: "ratio", unit: "1"},
      formula: "level / base",
      value: x.value / y.value,
      interval: divide(x.interval, y.interval),
      base: claim.base!.text
    });
  });
}

function levelPairs(candidates: readonly Figure[], period: Period, base: Period): [Figure, Figure][] {
  const levels = standing(candidates.filter((f) => f.basis.kind === "level" && measured(f)));
  const now = levels.filter((f) => parsePeriod(f.period).text === period.text);
  const then = groupBy(
    levels.filter((f) => parsePeriod(f.period).text === base.text),
    ({basis}) => basisKey(basis)
  );
  return now.flatMap((level) => (then.get(basisKey(level.basis)) ?? []).map((from): [Figure, Figure] => [level, from]));
}

/** Whether a figure lies in what a claim admits; open-ended words (over, up to) bound one side only. */
export function figureFits(figure: Figure, admitted: Interval): boolean {
  const own = figureInterval(figure);
  return own !== undefined && intersects(own, admitted);
}

/** What the words admit when truth is asked: "over 40" is true of 53, though it says little. */
export function truthOf({
  meant,
  approx,
  quantity
}: Pick<RawClaim, "meant" | "approx"> & {readonly quantity?: RawClaim["quantity"]}): Interval | undefined {
  if (!meant) return undefined;
  if (quantity?.isRange) return meant;
  if (approx === "over" || approx === "at-least")
    return interval(meant.low, Number.POSITIVE_INFINITY, {lowOpen: meant.lowOpen ?? false});
  if (approx === "up-to" || approx === "under")
    return interval(Number.NEGATIVE_INFINITY, meant.high, {highOpen: meant.highOpen ?? false});
  return meant;
}

/** A figure that can support a verdict: sourced or derived from sourced ones, and of trade, in somebody's books. */
export function isVerified({evidence, basis, status}: Figure): boolean {
  if (evidence === "unverified" || status === "closed" || status === "missing") return false;
  return !bilateral.has(basis.indicator) || basis.reporter !== undefined;
}
