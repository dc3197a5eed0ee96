import {figureInterval} from "../base/basis-key.ts";
import type {Basis, Figure} from "../base/figure.ts";
import type {Interval} from "../base/interval.ts";
import {latestDay} from "../base/period.ts";

/** How a derived figure came about. */
interface Derivation {
  readonly name: string;
  readonly basis: Basis;
  readonly formula: string;
  readonly value: number;
  /** What the rounding of the inputs leaves open. */
  readonly interval: Interval;
  readonly base?: string;
  readonly of?: NonNullable<Figure["of"]>;
}

/** A figure worked out from others: as new as its newest input, unverified as soon as one input is. */
export function derive(inputs: readonly [Figure, ...Figure[]], period: string, derivation: Derivation): Figure {
  const {name, basis, formula, value, interval, base, of} = derivation;
  return {
    id: [name, ...inputs.map((input) => input.id)].join("."),
    basis,
    period,
    ...(base !== undefined && {base}),
    value,
    bound: "exact",
    ...finite(interval, value),
    ...(of && {of}),
    status: "derived",
    evidence: inputs.some(({evidence}) => evidence === "unverified") ? "unverified" : "derived",
    known: newest(inputs),
    sources: [...new Set(inputs.flatMap(({sources}) => sources))],
    formula,
    inputs: inputs.map(({id}) => id)
  };
}

function finite({low, high}: Interval, value: number): {low: number; high: number} | Record<string, never> {
  const exact = low === value && high === value;
  return exact || !Number.isFinite(low) || !Number.isFinite(high) ? {} : {low, high};
}

function newest(inputs: readonly [Figure, ...Figure[]]): string {
  return inputs.reduce((last, {known}) => (latestDay(known) > latestDay(last) ? known : last), inputs[0].known);
}

/** The figure's interval when it holds a number, with its value. */
export function measured(figure: Figure): {value: number; interval: Interval} | undefined {
  const interval = figureInterval(figure);
  return figure.value === null || !interval ? undefined : {value: figure.value, interval};
}
