import {z} from "zod";
import {basisSchema, figureSchema, periodSchema} from "../base/figure.ts";
import {gapReasonCodes} from "../base/gap-reasons.ts";
import {noticeSchema} from "../base/notice.ts";
import {sourceSchema} from "../base/source.ts";

/** A figure as it stands in a series: with the earlier vintages that it replaced. */
const seriesFigureSchema = figureSchema.extend({
  /** "shown" leads its period; figures "beside" it say something else, or the same less exactly. */
  role: z.enum(["shown", "beside"]),
  /** What was known before on the same basis and period, newest first. */
  vintages: z.array(figureSchema)
});
export type SeriesFigure = z.infer<typeof seriesFigureSchema>;

/** Change from one comparable period to the next: derived from the levels, and as stated by sources. */
const growthSchema = z.strictObject({
  period: periodSchema,
  base: periodSchema,
  /** Per cent with the interval that rounding leaves open; null where a level is missing. */
  derived: figureSchema.nullable(),
  stated: z.array(figureSchema),
  /** Whether every stated change fits the derived interval; null when there is nothing to compare. */
  agrees: z.boolean().nullable(),
  /** True when a level was itself worked out from the other one or from the stated change, so that agreement proves nothing. */
  circular: z.boolean()
});
export type Growth = z.infer<typeof growthSchema>;

/** A highest or lowest value, and how far back that can be said. */
const recordSchema = z.strictObject({
  period: periodSchema,
  type: z.enum(["highest", "lowest"]),
  figure: z.string(),
  /** The last earlier period that was as high (low) or may have been; null when none is in the series. */
  since: periodSchema.nullable(),
  /** Where the figures that it is held against start: nothing can be said of earlier periods. */
  start: periodSchema,
  /** Periods without a figure as well verified, between `since` (or the start) and the record. */
  gaps: z.array(periodSchema),
  /** How many earlier periods it exceeds. */
  exceeds: z.int(),
  /** False when rounding leaves open whether `since` was higher or lower. */
  certain: z.boolean(),
  evidence: z.enum(["sourced", "derived", "unverified"]),
  /** Unverified figures in between that would break the record if they hold. */
  against: z.array(z.string())
});
export type RecordStatement = z.infer<typeof recordSchema>;

/** All figures on one basis. */
const seriesSchema = z.strictObject({
  /** Canonical: imports are written as the partner's exports. */
  basis: basisSchema,
  key: z.string(),
  label: z.string(),
  figures: z.array(seriesFigureSchema),
  growth: z.array(growthSchema),
  records: z.array(recordSchema)
});
export type Series = z.infer<typeof seriesSchema>;

/** A rule that fits a gap: a place to look, not a finding. */
const reasonSchema = z.strictObject({code: z.enum(gapReasonCodes), text: z.string()});
export type Reason = z.infer<typeof reasonSchema>;

/** The two sides' figures for one flow, or for turnover as a whole, laid side by side. */
const gapSchema = z.strictObject({
  period: periodSchema,
  /** "HS:27"; null for the total. */
  product: z.string().nullable(),
  indicator: z.string(),
  /** "RUS>BLR" for the exports of Russia to Belarus; "BLR=RUS" for turnover, of which the first side stands as exporter. */
  direction: z.string(),
  unit: z.string(),
  exporterFigure: figureSchema.nullable(),
  importerFigure: figureSchema.nullable(),
  /** Importer's figure less exporter's, in the unit. */
  absolute: z.number().nullable(),
  /** The same in per cent of the exporter's figure. */
  percent: z.number().nullable(),
  reasons: z.array(reasonSchema)
});
export type Gap = z.infer<typeof gapSchema>;

/** The answer of `concord turnover`. */
export const turnoverOutputSchema = z.strictObject({
  economy: z.string(),
  partner: z.string(),
  product: z.string().nullable(),
  period: periodSchema.nullable(),
  asOf: z.iso.date(),
  series: z.array(seriesSchema),
  gaps: z.array(gapSchema),
  /** Shares of flows in turnover, of products in totals and of partners in all trade, where both are in the same books. */
  shares: z.array(figureSchema),
  /** Of a table without an address of its own the `url` is its file name. */
  sources: z.array(sourceSchema.extend({url: z.string().min(1)})),
  notices: z.array(noticeSchema)
});
export type TurnoverOutput = z.infer<typeof turnoverOutputSchema>;
