import type {Basis, Figure} from "./figure.ts";
import {type Interval, meant} from "./interval.ts";

/** Indicators of which economy and partner may be swapped. */
const symmetric = new Set(["turnover"]);

/**
 * The canonical form of a basis: imports are written as the partner's exports, so that one flow in two books differs
 * in `reporter` alone; the economies of a symmetric indicator stand in code order.
 */
export function canonicalBasis(basis: Basis): Basis {
  const {indicator, economy, partner} = basis;
  if (!economy || !partner) return basis;
  if (indicator === "imports") return {...basis, indicator: "exports", economy: partner, partner: economy};
  if (symmetric.has(indicator) && partner < economy) return {...basis, economy: partner, partner: economy};
  return basis;
}

/** One string for one basis: equal keys are comparable numbers. */
export function basisKey(basis: Basis): string {
  const b = canonicalBasis(basis);
  const prices = typeof b.prices === "object" ? `constant-${b.prices.constant}-${b.prices.deflator}` : (b.prices ?? "");
  const product = b.product ? `${b.product.scheme}:${b.product.code}` : "";
  return [
    b.indicator,
    b.kind,
    b.about,
    b.economy,
    b.partner,
    b.reporter,
    b.coverage,
    b.valuation,
    prices,
    b.unit,
    product
  ]
    .map((part) => part ?? "")
    .join("|");
}

/** The numbers a figure stands for: its interval when it has one, else its rounding and its approximation word. */
export function figureInterval({value, bound, step, low, high}: Figure): Interval | undefined {
  if (low !== undefined && high !== undefined) return {low, high};
  return value === null ? undefined : meant(value, bound, step ?? 0);
}
