import {basisKey, canonicalBasis} from "../base/basis-key.ts";
import type {Basis, Figure} from "../base/figure.ts";
import {add, subtract} from "../base/interval.ts";
import {derive, measured} from "./derived.ts";

/** Exports both ways in one set of books and one period. */
interface BothWays {
  readonly there: Figure;
  readonly back: Figure;
}

/**
 * Turnover as the sum of the exports both ways in the same books, for periods in which those books state none.
 * `figures` hold one figure a basis and period: the one that leads.
 */
export function derivedTurnover(figures: readonly Figure[]): Figure[] {
  const stated = figures.filter(({basis, value}) => basis.indicator === "turnover" && value !== null);
  const sums = bothWays(figures).flatMap((pair) => sumOf(pair, stated));
  return sums.filter((sum) => !stated.some((figure) => isSameTotal(figure, sum) && figure.period === sum.period));
}

function bothWays(figures: readonly Figure[]): BothWays[] {
  const exports = figures.filter((figure) => canonicalBasis(figure.basis).indicator === "exports" && measured(figure));
  return exports.flatMap((there) => {
    const {economy, partner} = canonicalBasis(there.basis);
    if (!economy || !partner || economy > partner) return [];
    const back = exports.filter((other) => isCounterflow(other, there));
    return back.map((other) => ({there, back: other}));
  });
}

function isCounterflow(other: Figure, flow: Figure): boolean {
  const [a, b] = [canonicalBasis(other.basis), canonicalBasis(flow.basis)];
  return (
    other.period === flow.period && a.economy === b.partner && a.partner === b.economy && totalKey(a) === totalKey(b)
  );
}

/** What two flows must share to be added; valuation may differ, as exports are valued FOB and imports CIF. */
function totalKey(basis: Basis): string {
  const {valuation, economy, partner, ...rest} = basis;
  return basisKey({...rest, indicator: "turnover"});
}

function isSameTotal(a: Figure, b: Figure): boolean {
  return totalKey(a.basis) === totalKey(b.basis);
}

function sumOf({there, back}: BothWays, stated: readonly Figure[]): Figure[] {
  const [a, b] = [measured(there), measured(back)];
  if (!a || !b) return [];
  const basis = totalBasis(there, back);
  const twin = stated.find((figure) => totalKey(figure.basis) === totalKey(basis))?.basis.valuation;
  return [
    derive([there, back], there.period, {
      name: "turnover",
      basis: withValuation(basis, twin ?? basis.valuation),
      formula: "exports there + exports back, in the same books",
      value: a.value + b.value,
      interval: add(a.interval, b.interval)
    })
  ];
}

function totalBasis(there: Figure, back: Figure): Basis {
  const [a, b] = [canonicalBasis(there.basis), canonicalBasis(back.basis)];
  return canonicalBasis({
    ...withValuation(a, a.valuation === b.valuation ? a.valuation : "mixed"),
    indicator: "turnover"
  });
}

function withValuation({valuation, ...basis}: Basis, wanted: Basis["valuation"]): Basis {
  return wanted === undefined ? basis : {...basis, valuation: wanted};
}

/**
 * The balance of `economy`: its exports less the exports back, in the same books, for periods in which those books
 * state none. `figures` hold one figure a basis and period: the one that leads.
 */
export function derivedBalances(figures: readonly Figure[], economy: string): Figure[] {
  const stated = figures.filter(({basis, value}) => basis.indicator === "balance" && value !== null);
  return bothWays(figures)
    .flatMap(({there, back}) => {
      const isOutward = canonicalBasis(there.basis).economy === economy;
      return isOutward ? balanceOf(there, back) : balanceOf(back, there);
    })
    .filter((one) => !stated.some((other) => isSameTotal(other, one) && other.period === one.period));
}

function balanceOf(there: Figure, back: Figure): Figure[] {
  const [a, b] = [measured(there), measured(back)];
  if (!a || !b) return [];
  const {valuation} = totalBasis(there, back);
  return [
    derive([there, back], there.period, {
      name: "balance",
      basis: withValuation({...canonicalBasis(there.basis), indicator: "balance"}, valuation),
      formula: "exports there - exports back, in the same books",
      value: a.value - b.value,
      interval: subtract(a.interval, b.interval)
    })
  ];
}
