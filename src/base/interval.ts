/** A set of real numbers between two bounds; an open bound is not in the set. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen?: boolean;
  readonly highOpen?: boolean;
}

/** Words that stand before or after a number and say how it is meant. */
export type Bound = "exact" | "about" | "almost" | "over" | "up-to" | "at-least" | "under";

/** Half-width of "about" as a share of the value; stated with every verdict that uses it. */
export const aboutShare = 0.05;
/** How far "over" and "at least" reach above the value when plausibility is asked. */
export const overShare = 0.1;

/** A floating-point slack for products of decimals, relative; 16 ulp of the larger bound. */
const ulps = 16 * Number.EPSILON;

export function interval(low: number, high: number, {lowOpen = false, highOpen = false} = {}): Interval {
  if (Number.isNaN(low) || Number.isNaN(high))
    throw new RangeError(`Interval bounds must be numbers, found ${low} and ${high}`);
  if (low > high) throw new RangeError(`Interval bounds must be ordered, found ${low} above ${high}`);
  return {low, high, ...(lowOpen && {lowOpen}), ...(highOpen && {highOpen})};
}

export function point(value: number): Interval {
  return {low: value, high: value};
}

/** The numbers that round to `value` when its last shown digit is worth `step`: half a step either way, upper end open. */
export function rounding(value: number, step: number): Interval {
  const half = Math.abs(step) / 2;
  return value < 0
    ? {low: value - half, high: value + half, lowOpen: true}
    : {low: value - half, high: value + half, highOpen: true};
}

/**
 * The numbers that a speaker may mean by a value with an approximation word: `research` defaults of the claim
 * check, always shown beside a verdict. "About" reaches 5 % either way or half a step, whichever is wider;
 * "almost" 5 % below and never the value itself; "over" 10 % above and never the value itself.
 */
export function meant(value: number, bound: Bound, step = 0): Interval {
  const size = Math.abs(value);
  const half = Math.abs(step) / 2;
  const reach = (share: number) => Math.max(size * share, half);
  switch (bound) {
    case "exact":
      return step === 0 ? point(value) : rounding(value, step);
    case "about":
      return interval(value - reach(aboutShare), value + reach(aboutShare));
    case "almost":
      return value < 0
        ? interval(value, value + reach(aboutShare), {lowOpen: true})
        : interval(value - reach(aboutShare), value, {highOpen: true});
    case "over":
      return interval(value, value + reach(overShare), {lowOpen: true});
    case "at-least":
      return interval(value, value + reach(overShare));
    case "up-to":
      return interval(value - reach(overShare), value);
    case "under":
      return interval(value - reach(overShare), value, {highOpen: true});
  }
}

export function contains({low, high, lowOpen = false, highOpen = false}: Interval, value: number): boolean {
  return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
}

/** Whether two intervals share a number; bounds that differ by rounding of binary fractions count as equal. */
export function intersects(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Whether every number of `a` is below every number of `b`; bounds that touch are below only where one is open. */
export function isBelow(a: Interval, b: Interval): boolean {
  const size = Math.max(Math.abs(a.high), Math.abs(b.low));
  const slack = Number.isFinite(size) ? ulps * size : 0;
  if (a.high < b.low - slack) return true;
  if (a.high > b.low + slack) return false;
  return Boolean(a.highOpen || b.lowOpen); // they touch: an open end on either side parts them
}

export function add(a: Interval, b: Interval): Interval {
  return open(a.low + b.low, a.high + b.high, a.lowOpen || b.lowOpen, a.highOpen || b.highOpen);
}

export function negate({low, high, lowOpen, highOpen}: Interval): Interval {
  return open(-high, -low, highOpen, lowOpen);
}

export function subtract(a: Interval, b: Interval): Interval {
  return add(a, negate(b));
}

export function scale(a: Interval, factor: number): Interval {
  const scaled = open(a.low * factor, a.high * factor, a.lowOpen, a.highOpen);
  return factor < 0 ? negate(open(-a.low * factor, -a.high * factor, a.lowOpen, a.highOpen)) : scaled;
}

export function multiply(a: Interval, b: Interval): Interval {
  return hull([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]);
}

/** Quotient of two intervals; the whole line when the divisor contains 0. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.low <= 0 && b.high >= 0) return interval(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  return hull([a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]);
}

/** Growth from `base` to `level` in per cent, 100 (level / base − 1), over all numbers in both. */
export function growth(level: Interval, base: Interval): Interval {
  const ratio = divide(level, base);
  return interval(100 * (ratio.low - 1), 100 * (ratio.high - 1));
}

function hull(values: readonly number[]): Interval {
  return interval(Math.min(...values), Math.max(...values));
}

function open(low: number, high: number, lowOpen: boolean | undefined, highOpen: boolean | undefined): Interval {
  return interval(low, high, {lowOpen: Boolean(lowOpen), highOpen: Boolean(highOpen)});
}
