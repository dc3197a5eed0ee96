import type {Bound, Interval} from "../../base/interval.ts";

/** One way to read a number that has several: dozen as twelve or as ten. */
export interface Reading {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly why: string;
  /** How many a dozen is taken to be. */
  readonly dozen?: number;
}

/** A number with its unit as written, and the numbers it may stand for. */
export interface Quantity {
  /** Tokens from up to but not including to, words of approximation and unit included. */
  readonly from: number;
  readonly to: number;
  /** First token of the number itself, its sign and currency included. */
  readonly core: number;
  /** In plain units: 33.3e9. */
  readonly value: number;
  readonly meant: Interval;
  /** Worth of the last digit, in plain units. */
  readonly step: number;
  readonly bound: Bound;
  /** ISO 4217, "%", "pp", "x" for times, "1" for a bare number, else a physical unit. */
  readonly unit: string;
  /** All units that the words may mean when there are several: "rubles" is RUB or BYN. */
  readonly units: readonly string[];
  readonly readings: readonly Reading[];
  /** A plus or minus was written before it. */
  readonly signed: boolean;
  /** Two numbers joined to a range; `value` is its middle. */
  readonly isRange: boolean;
  /** Written in words rather than figures. */
  readonly inWords: boolean;
  /** A scale word stood behind it. */
  readonly isScaled: boolean;
  /** The first of "from 5 to 7 billion": scale and unit were taken from the second. */
  readonly borrowed?: boolean;
}
