import type {Bound, Interval} from "../../base/interval.ts";
import type {Period} from "../../base/period.ts";
import type {ClaimType, Slot} from "../output.ts";
import type {Quantity, Reading} from "../read/quantity.ts";

/** A claim as extracted and resolved, before any figure is looked at. */
export interface RawClaim {
  /** Offsets into the clean text. */
  readonly start: number;
  readonly end: number;
  readonly type: ClaimType;
  readonly value: number | null;
  readonly meant: Interval | undefined;
  readonly step: number;
  readonly unit: string | null;
  /** All currencies that the words may mean. */
  readonly units: readonly string[];
  readonly approx: Bound;
  readonly readings: readonly Reading[];
  /** What is measured; several joined by "+" when one predicate has several subjects. */
  readonly indicator: string | null;
  readonly period: Period | undefined;
  /** What a change is measured from, or since when a record holds. */
  readonly base: Period | undefined;
  readonly slots: Readonly<Record<string, Slot>>;
  /** Up, down, or not said. */
  readonly direction: 1 | -1 | 0;
  readonly sentence: number;
  readonly paragraph: number;
  /** Where the words stand that may name register items, as offsets into the clean text: its clause or sentence. */
  readonly passage: {readonly start: number; readonly end: number};
  readonly quantity: Quantity | undefined;
  /** Statements: the stage of the ladder they speak of, and whether they deny it. */
  readonly status: {readonly stage: string; readonly negated: boolean} | undefined;
  /** An amount that says another one in a second currency: where that one starts. */
  readonly glossOf: number | undefined;
  /** Whose books were named last in the paragraph, where the claim names none itself. */
  readonly books: string | undefined;
  /** What is measured was not said, not even by a pronoun: nothing may be contradicted. */
  readonly isGuess: boolean;
  /** A level that another claim of the sentence starts from: "from $6.5 bn". */
  readonly isBase: boolean;
}

/** What claims without a quantity of their own leave empty. */
export const withoutQuantity = {
  quantity: undefined,
  status: undefined,
  glossOf: undefined,
  books: undefined,
  isGuess: false,
  isBase: false
} as const;
