import type {Origin, Slot} from "../output.ts";

/** What the text has said so far, for slots that a sentence leaves open. */
export interface Context {
  /** Day number of the posting date. */
  readonly posted: number;
  /** Where the posting date is known; a relative date means nothing without one. */
  readonly isPosted: boolean;
  /** Two economies that a bilateral quantity is about, and where they were named; gone once the text turns to others. */
  pair: {readonly economies: readonly [string, string]; readonly from: Origin} | undefined;
  /** The economy that the text named first. */
  subject: string | undefined;
  /** The pair that the title names. */
  titlePair: Context["pair"];
  /** Economies named last, nearest first. */
  economies: {readonly ids: readonly string[]; readonly from: Origin} | undefined;
  year: number | undefined;
  /** Period of the last quantity, and the paragraph it stands in. */
  period: {readonly text: string; readonly paragraph: number} | undefined;
  /** Indicator of the last quantity, its coverage, and the paragraph it stands in. */
  indicator: {readonly id: string; readonly coverage: Slot | undefined; readonly paragraph: number} | undefined;
  /** Indicator that the paragraph began with: bare amounts go on about it. */
  topic: Context["indicator"];
  /** Whose exports and imports were spoken of last. */
  owner: {readonly id: string; readonly paragraph: number; readonly sentence: number} | undefined;
  /** Whose books were named last. */
  books: {readonly id: string; readonly paragraph: number} | undefined;
  /** Currency of the last amount. */
  currency: string | undefined;
  /** Economies of the pack that the text is checked against. */
  readonly packEconomies: readonly string[];
}
