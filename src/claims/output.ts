import {z} from "zod";
import {basisSchema, bounds, figureSchema} from "../base/figure.ts";
import {itemKinds} from "../base/item-kinds.ts";
import {namesSchema} from "../base/register.ts";
import {grounds, internalChecks, reasons, verdicts} from "../base/verdicts.ts";

export const claimTypes = [
  "level",
  "growth",
  "ratio",
  "share",
  "balance",
  "record",
  "rank",
  "count",
  "rate",
  "event",
  "target",
  "status",
  "commitment",
  "causal",
  "normative",
  "qualitative"
] as const;
export type ClaimType = (typeof claimTypes)[number];

/** Where a slot was filled from: the claim's own sentence, the text around it, the title, the posting date, the pack. */
export const origins = ["sentence", "paragraph", "title", "posted", "pack"] as const;
export type Origin = (typeof origins)[number];

export const slotSchema = z.strictObject({
  value: z.string(),
  from: z.enum(origins),
  /** The words it was read from, where there are any. */
  words: z.string().exactOptional()
});
export type Slot = z.infer<typeof slotSchema>;

export const readingSchema = z.strictObject({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  why: z.string(),
  /** How many a dozen is taken to be; a Russian one may be ten or twelve. */
  dozen: z.int().exactOptional()
});

/** How one figure, or several on one basis, stand to a claim. */
export const basisMatchSchema = z.strictObject({
  basis: basisSchema,
  /** Short name of the basis: "BLR goods". */
  label: z.string(),
  figure: figureSchema,
  match: z.enum(["holds", "does-not-hold"]),
  /** The figure is sourced and on a stated basis; one that is not supports nothing alone. */
  verified: z.boolean(),
  /** The reading of the claim that holds, when it has several. */
  reading: z.string().exactOptional(),
  /** Of a record: the period from which the series is known. */
  since: z.string().exactOptional()
});
export type BasisMatch = z.infer<typeof basisMatchSchema>;

export const internalCheckSchema = z.strictObject({
  check: z.enum(internalChecks),
  /** Null when nothing is known to hold it against. */
  holds: z.boolean().nullable(),
  /** The check in a sentence, in English. */
  detail: z.string(),
  /**
   * The numbers of that sentence in its order: those that imply something, what they imply (of growth and ratios its
   * lowest and highest), what is said. Of directions 1 is up and -1 down.
   */
  numbers: z.array(
    z.strictObject({
      value: z.number(),
      unit: z.string().nullable(),
      /** Of a rate that is known from elsewhere. */
      period: z.string().exactOptional(),
      verified: z.boolean().exactOptional()
    })
  ),
  /** Ids of the other claims it rests on. */
  claims: z.array(z.string())
});
export type InternalCheck = z.infer<typeof internalCheckSchema>;

/** A register item that a claim is about, and its state on the day of the check. */
export const itemMatchSchema = z.strictObject({
  item: z.string(),
  kind: z.enum(itemKinds),
  title: z.string(),
  stage: z.string().exactOptional(),
  since: z.string().exactOptional(),
  due: z.string().exactOptional(),
  location: z.string().exactOptional(),
  /** The location in further languages. */
  locationIn: namesSchema.exactOptional(),
  match: z.enum(["holds", "does-not-hold", "shown"]),
  sources: z.array(z.string())
});
export type ItemMatch = z.infer<typeof itemMatchSchema>;

export const claimSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** Offsets in UTF-16 units of the decoded file. */
  start: z.int(),
  end: z.int(),
  type: z.enum(claimTypes),
  /** In plain units: 33.3e9; null for statements without a number. */
  value: z.number().nullable(),
  /** Bounds of what the words admit; null where nothing bounds them. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  approx: z.enum(bounds),
  period: z.string().nullable(),
  indicator: z.string().nullable(),
  slots: z.record(z.string(), slotSchema),
  readings: z.array(readingSchema),
  verdict: z.enum(verdicts),
  reason: z.enum(reasons).exactOptional(),
  /** What the verdict rests on, as a code. */
  ground: z.enum(grounds),
  /** The same in a sentence, in English. */
  why: z.string(),
  bases: z.array(basisMatchSchema),
  items: z.array(itemMatchSchema),
  internal: z.array(internalCheckSchema),
  /** The verdict as known today, when it differs. */
  today: z
    .strictObject({
      asOf: z.string(),
      verdict: z.enum(verdicts),
      reason: z.enum(reasons).exactOptional(),
      ground: z.enum(grounds),
      why: z.string()
    })
    .exactOptional()
});
export type Claim = z.infer<typeof claimSchema>;

export const seriesStepSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** Growth in per cent that the two quoted levels imply. */
  low: z.number(),
  high: z.number(),
  verdict: z.enum(verdicts),
  why: z.string(),
  bases: z.array(basisMatchSchema)
});

export const claimSeriesSchema = z.strictObject({
  /** Ids of the claims in the row. */
  claims: z.array(z.string()),
  verdict: z.enum(["one-basis", "mixed-basis", "unverified", "not-checkable"]),
  splices: z.int(),
  /** For each number the basis on the path with the fewest switches; null where none holds it. */
  path: z.array(
    z.strictObject({
      claim: z.string(),
      basis: z.string().nullable(),
      label: z.string().nullable(),
      verified: z.boolean()
    })
  ),
  /** Bases that hold every number of the row. */
  oneBasis: z.array(z.string()),
  growth: z.array(seriesStepSchema),
  why: z.string()
});
export type ClaimSeries = z.infer<typeof claimSeriesSchema>;

/** What a check of a text says; the JSON of `concord check --json`. */
export const checkResultSchema = z.strictObject({
  document: z.strictObject({
    title: z.string().exactOptional(),
    publisher: z.string().exactOptional(),
    speaker: z.string().exactOptional(),
    source: z.string().exactOptional(),
    /** ISO 639 code of the language it was read as. */
    language: z.string(),
    /** Length in UTF-16 units. */
    length: z.int(),
    format: z.enum(["text", "markdown", "html"])
  }),
  posted: z.string().nullable(),
  asOf: z.string(),
  claims: z.array(claimSchema),
  series: z.array(claimSeriesSchema),
  notes: z.array(z.string())
});
export type CheckResult = z.infer<typeof checkResultSchema>;
