import {canonicalBasis, figureInterval} from "../base/basis-key.ts";
import type {Figure} from "../base/figure.ts";
import {intersects} from "../base/interval.ts";
import type {Reason} from "./output.ts";
import {conflict} from "./vintages.ts";

/** The two figures of a gap, and what stands beside them on the same bases. */
export interface Sides {
  readonly exporter: Figure | undefined;
  readonly importer: Figure | undefined;
  readonly beside: readonly Figure[];
}

/** A gap whose figures are both there. */
interface Pair {
  readonly exporter: Figure;
  readonly importer: Figure;
  readonly x: number;
  readonly y: number;
}

interface Flow {
  readonly indicator: string;
  readonly exporter: string;
  readonly importer: string;
}

/** Freight and insurance rarely add more than this share to the value at the border of the exporter. */
const cifCeiling = 0.3;
/** How near a ratio must be to a power of ten, relative, before a slip in the unit is suspected. */
const powerTolerance = 0.1;

/** Everything a rule can say about a gap; each is a place to look, in the order of how much it explains. */
export function gapReasons(sides: Sides, flow: Flow, all: readonly Figure[]): Reason[] {
  const {exporter, importer} = sides;
  if (!exporter || !importer || exporter.value === null || importer.value === null) return absences(sides, flow);
  const pair: Pair = {exporter, importer, x: exporter.value, y: importer.value};
  return [
    scopeReason(pair),
    unitReason(pair),
    roundingReason(pair),
    valuationReason(pair, flow),
    reexportReason(pair, flow, all),
    secretReason(pair, flow, all),
    conflictReason(pair, sides),
    unverifiedReason(pair)
  ].filter((reason) => reason !== undefined);
}

function absences({exporter, importer}: Sides, flow: Flow): Reason[] {
  return (
    [
      [flow.exporter, exporter],
      [flow.importer, importer]
    ] as const
  ).flatMap(([side, figure]): Reason[] => {
    if (figure?.status === "closed") return [{code: "closed", text: `${side} has closed this figure`}];
    return figure && figure.value !== null ? [] : [{code: "one-sided", text: `${side} has no figure here`}];
  });
}

function scopeReason({exporter, importer}: Pair): Reason | undefined {
  const [a, b] = [exporter.basis.coverage ?? "unstated", importer.basis.coverage ?? "unstated"];
  return a === b ? undefined : {code: "scope", text: `The sides count different things: ${a} against ${b}`};
}

function unitReason({x, y}: Pair): Reason | undefined {
  if (x <= 0 || y <= 0) return undefined;
  const power = Math.round(Math.log10(y / x));
  if (power === 0 || Math.abs(y / x / 10 ** power - 1) > powerTolerance) return undefined;
  return {code: "unit-error", text: `The ratio is near 10^${power}: one side may be in another unit`};
}

function roundingReason({exporter, importer}: Pair): Reason | undefined {
  const [a, b] = [figureInterval(exporter), figureInterval(importer)];
  return a && b && intersects(a, b)
    ? {code: "within-rounding", text: "Both figures may be the same number before rounding"}
    : undefined;
}

/** Only where the importer's value is above the exporter's, and with what freight can explain of it. */
function valuationReason({exporter, importer, x, y}: Pair, {indicator}: Flow): Reason | undefined {
  if (indicator !== "exports" || y <= x) return undefined;
  const [a, b] = [exporter.basis.valuation ?? "unstated", importer.basis.valuation ?? "unstated"];
  const reach = y > x * (1 + cifCeiling) ? `, which rarely add more than ${100 * cifCeiling} % and explain a part` : "";
  if (a === b && a !== "unstated") return undefined;
  const stated = a === "fob" && b === "cif";
  const text = stated ? "Exports are FOB, imports CIF" : `Valuation may differ (exporter ${a}, importer ${b})`;
  return {code: "valuation", text: `${text}: imports hold freight and insurance${reach}`};
}

function reexportReason({exporter, importer}: Pair, flow: Flow, all: readonly Figure[]): Reason | undefined {
  if (flow.indicator !== "exports") return undefined;
  const found = all.filter(
    ({basis, period, value}) =>
      period === exporter.period &&
      value !== null &&
      basis.product?.code === exporter.basis.product?.code &&
      ((basis.indicator === "re-exports" && basis.economy === flow.exporter && basis.partner === flow.importer) ||
        (basis.indicator === "re-imports" && basis.economy === flow.importer && basis.partner === flow.exporter))
  );
  if (found.length === 0) return undefined;
  const parts = found.map(
    ({basis, value}) => `${basis.indicator} of ${basis.economy} ${amount(value!, importer.basis.unit)}`
  );
  return {code: "re-exports", text: `The flow holds ${parts.join(" and ")}, which the other side may book by origin`};
}

function amount(value: number, unit: string): string {
  return `${(value / 1e6).toLocaleString("en", {maximumFractionDigits: 1})} million ${unit}`;
}

/** Goods booked under a code that hides what they are: 99, 9999 and the like. */
function secretReason({exporter}: Pair, flow: Flow, all: readonly Figure[]): Reason | undefined {
  const product = exporter.basis.product;
  if (!product) return undefined;
  const sides = all.flatMap(({basis, period, value}) => {
    const {indicator, economy, partner, reporter} = canonicalBasis(basis);
    const isFlow = indicator === "exports" && economy === flow.exporter && partner === flow.importer;
    const isSecret = basis.product?.scheme === product.scheme && /^99(99)*$/.test(basis.product.code);
    return isFlow && isSecret && period === exporter.period && (value ?? 0) > 0 && reporter ? [reporter] : [];
  });
  if (sides.length === 0) return undefined;
  const books = [...new Set(sides)].join(" and ");
  return {code: "secret-codes", text: `${books} booked part of the flow under a code that hides the product`};
}

function conflictReason({exporter, importer}: Pair, {beside}: Sides): Reason | undefined {
  const count = beside.filter((other) => [exporter, importer].some((figure) => isRival(figure, other))).length;
  if (count === 0) return undefined;
  return {
    code: "conflicting",
    text: `A side has ${count === 1 ? "another statement" : `${count} other statements`} that differ`
  };
}

function isRival(figure: Figure, other: Figure): boolean {
  return figure.basis.reporter === other.basis.reporter && conflict(figure, other);
}

function unverifiedReason({exporter, importer}: Pair): Reason | undefined {
  const weak = [exporter, importer].filter(({evidence}) => evidence === "unverified");
  if (weak.length === 0) return undefined;
  const books = weak.map(({basis}) => basis.reporter).join(" and ");
  return {code: "unverified", text: `The figure of ${books} has no verified source`};
}
