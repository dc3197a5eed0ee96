import {basisKey, canonicalBasis} from "../base/basis-key.ts";
import type {Basis, Figure} from "../base/figure.ts";
import {divide, type Interval, scale} from "../base/interval.ts";
import {derive, measured} from "./derived.ts";

/** One kind of share: how the basis of the whole follows from the basis of the part. */
interface Rule {
  readonly text: string;
  readonly whole: (part: Basis) => Basis | undefined;
}

const rules: readonly Rule[] = [
  {
    text: "exports one way / turnover, same books",
    whole: (part) => (part.indicator === "exports" ? {...part, indicator: "turnover"} : undefined)
  },
  {
    text: "one product / all products, same books",
    whole: ({product, ...basis}) => (product ? basis : undefined)
  },
  {
    text: "one partner / all partners, same books",
    whole: ({partner, ...basis}) => (partner && basis.reporter === basis.economy ? basis : undefined)
  }
];

/** Shares of `parts` in whatever whole `all` holds for the same books and period; valuation of the whole may differ. */
export function sharesOf(parts: readonly Figure[], all: readonly Figure[]): Figure[] {
  const wholes = new Map<string, Figure>();
  for (const figure of all) if (measured(figure)) wholes.set(key(figure.basis, figure.period), figure);
  return parts.flatMap((part) =>
    rules.flatMap(({text, whole}) => {
      const basis = whole(canonicalBasis(part.basis));
      const total = basis && wholes.get(key(basis, part.period));
      return total ? share(part, total, text) : [];
    })
  );
}

function key(basis: Basis, period: string): string {
  const {valuation, ...rest} = basis;
  return `${basisKey(rest)} ${period}`;
}

function share(part: Figure, whole: Figure, rule: string): Figure[] {
  const [a, b] = [measured(part), measured(whole)];
  if (!a || !b || b.value === 0) return [];
  const interval = scale(divide(a.interval, b.interval), 100);
  return [
    derive([part, whole], part.period, {
      name: "share",
      basis: {...part.basis, kind: "share", unit: "%"},
      formula: "100 * part / whole",
      value: (100 * a.value) / b.value,
      interval: capped(interval),
      of: {numerator: a.value, denominator: b.value, rule}
    })
  ];
}

/** A part is never more than its whole, whatever rounding leaves open. */
function capped({low, high}: Interval): Interval {
  return high <= 100 ? {low, high} : {low: Math.min(low, 100), high: Math.max(100, low)};
}
