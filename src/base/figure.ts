import {z} from "zod";
import {isPeriod} from "./period.ts";
import {partialDateSchema, slugSchema} from "./source.ts";

/** A period in any form `parsePeriod` reads. */
export const periodSchema = z
  .string()
  .refine(isPeriod, {error: "a period as 2023, 2023-S1, 2023-Q1, 2023-06, 2023-06-28 or 2023-01/2023-09"});

export const kinds = ["level", "change", "ratio", "share", "count", "price"] as const;
export const coverages = ["goods", "services", "goods+services", "unstated"] as const;
export const valuations = ["fob", "cif", "mixed", "unstated"] as const;
export const bounds = ["exact", "about", "almost", "over", "up-to", "at-least", "under"] as const;
export const statuses = ["reported", "derived", "reconciled", "modelled", "forecast", "closed", "missing"] as const;
export const stages = ["during", "preliminary", "final", "revised"] as const;
export const evidences = ["sourced", "derived", "unverified"] as const;

/** What must be equal for two numbers to be comparable. */
export const basisSchema = z.strictObject({
  /** turnover | exports | balance | gdp | projects_approved | signed_value | gas_price | … */
  indicator: slugSchema,
  kind: z.enum(kinds),
  /** Register item that is measured when it is not an economy: a forum edition, a programme. */
  about: z.string().min(1).exactOptional(),
  /** The economy measured; of exports and imports the one whose exports or imports they are. */
  economy: z.string().min(1).exactOptional(),
  /** Its counterpart; of turnover the order of economy and partner means nothing. */
  partner: z.string().min(1).exactOptional(),
  /** Whose books: the economy or organisation that reports; absent when it is not stated. */
  reporter: z.string().min(1).exactOptional(),
  /** Trade only. */
  coverage: z.enum(coverages).exactOptional(),
  valuation: z.enum(valuations).exactOptional(),
  /** Money only: "current", or constant prices of a year with the series that deflates. */
  prices: z
    .union([z.literal("current"), z.strictObject({constant: z.int(), deflator: z.string().min(1)})])
    .exactOptional(),
  /** ISO 4217, "XXX" when the currency is not stated, "1" for counts, "%" and "pp" for changes and shares, else UCUM. */
  unit: z.string().min(1),
  /** Absent for the total. */
  product: z.strictObject({scheme: z.string().min(1), code: z.string().min(1)}).exactOptional()
});

export type Basis = z.infer<typeof basisSchema>;
export type Coverage = (typeof coverages)[number];

/** One number, on its basis, for one period, as known since one day, from its sources. */
export const figureSchema = z.strictObject({
  id: slugSchema,
  basis: basisSchema,
  period: periodSchema,
  /** What a change is measured from; absent on changes for the same period a year earlier. */
  base: periodSchema.exactOptional(),
  /** In plain units (33.3e9); null only when the status is closed or missing. */
  value: z.number().nullable(),
  bound: z.enum(bounds),
  /** Worth of the last digit as published, in the unit (1e8 for 33.3 bn); absent when every digit counts. */
  step: z.number().positive().exactOptional(),
  /** Interval of a reconciled or modelled figure. */
  low: z.number().exactOptional(),
  high: z.number().exactOptional(),
  /** Every share carries its own numerator, denominator and counting rule. */
  of: z.strictObject({numerator: z.number(), denominator: z.number(), rule: z.string().min(1)}).exactOptional(),
  status: z.enum(statuses),
  stage: z.enum(stages).exactOptional(),
  evidence: z.enum(evidences),
  /** Since when public; evaluated as its latest day. */
  known: partialDateSchema,
  /** Empty only when the evidence is unverified. */
  sources: z.array(z.string()),
  /** Derived and modelled figures say how, and from which figures. */
  formula: z.string().min(1).exactOptional(),
  inputs: z.array(z.string()).exactOptional(),
  note: z.string().max(280).exactOptional()
});

export type Figure = z.infer<typeof figureSchema>;
