/** What a check says of a claim, best first. */
export const verdicts = [
  "supported",
  "supported-on-basis",
  "unverified",
  "contradicted",
  "inconsistent",
  "open",
  "not-checkable"
] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a claim is not checkable. */
export const reasons = [
  "no-series",
  "closed",
  "qualitative",
  "causal",
  "normative",
  "commitment",
  "level-unstated",
  "period-unstated",
  "slots-unstated"
] as const;
export type Reason = (typeof reasons)[number];

/** What a verdict rests on: the sentence that says why, as a code; its names are those of the claim's bases and items. */
export const grounds = [
  "every-basis",
  "some-bases",
  "no-basis",
  "slots-open",
  "count-open",
  "several-counts",
  "unverified-fit",
  "unverified-known",
  "every-subject",
  "some-subjects",
  "no-sourced-figure",
  "record",
  "record-in-part",
  "record-beaten",
  "record-unverified",
  "record-unverified-known",
  "no-long-series",
  "no-series",
  "no-growth",
  "period-open",
  "closed",
  "statement",
  "time-not-ended",
  "time-not-come",
  "as-registered",
  "some-items",
  "other-stages",
  "held",
  "no-item",
  "no-event",
  "own-numbers"
] as const;
export type Ground = (typeof grounds)[number];

/** Ways in which the numbers of a text are held against each other. */
export const internalChecks = [
  "parts-and-sum",
  "balance",
  "level-and-growth",
  "levels-and-ratio",
  "share-and-parts",
  "direction",
  "exchange-rate"
] as const;
