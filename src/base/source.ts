import {z} from "zod";
import {isPeriod} from "./period.ts";

/** A date of any precision: YYYY, YYYY-MM or YYYY-MM-DD; as a bound it is evaluated as its latest day. */
export const partialDateSchema = z.string().refine((text) => /^\d{4}(-\d{2}){0,2}$/.test(text) && isPeriod(text), {
  error: "a date as YYYY, YYYY-MM or YYYY-MM-DD"
});

/** Identifier of a record: lower-case words, digits, dots and hyphens. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+([.\-_][a-z0-9]+)*$/, {error: "lower-case letters and digits joined by . - or _"});

/** Where a fact was read: an evidence record. Tiers: 1 legal text, 2 official statistics, 3 official statement, 4 press, 5 other. */
export const sourceSchema = z.strictObject({
  id: slugSchema,
  url: z.url({protocol: /^https?$/, error: "an http or https address"}),
  title: z.string().min(1).exactOptional(),
  publisher: z.string().min(1),
  language: z.string().regex(/^[a-z]{2,3}$/, {error: "an ISO 639 code"}),
  published: partialDateSchema.exactOptional(),
  retrieved: partialDateSchema,
  /** Page, paragraph or table cell. */
  locator: z.string().min(1).exactOptional(),
  tier: z.int().min(1).max(5),
  quote: z.string().max(200, {error: "at most 200 characters"}).exactOptional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, {error: "64 hexadecimal digits"})
    .exactOptional(),
  /** Entities that the source is independent of. */
  independentOf: z.array(z.string()).exactOptional()
});

export type Source = z.infer<typeof sourceSchema>;
