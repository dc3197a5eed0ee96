import {z} from "@hono/zod-openapi";
import {periodSchema} from "../../base/figure.ts";
import {languages} from "../../base/label.ts";
import {isoDay, isPeriod, latestDay, parsePeriod} from "../../base/period.ts";

/** A day of any precision; becomes its latest day as ISO date. */
export const asOfParameter = z
  .string()
  .refine((text) => /^\d{4}(-\d{2}){0,2}$/.test(text) && isPeriod(text), {
    error: "a date as 2024, 2024-02 or 2024-02-23"
  })
  .transform((text) => isoDay(latestDay(text)))
  .optional()
  .openapi({
    type: "string",
    description: "What was known by this day, of any precision; defaults to today",
    example: "2024-02-23"
  });

export const languageParameter = z
  .enum(languages)
  .default("en")
  .openapi({description: "Language of labels; defaults to en"});

export const periodParameter = periodSchema
  .transform((text) => parsePeriod(text).text)
  .optional()
  .openapi({type: "string", description: "Only what lies within it", example: "2019/2023"});

export const productParameter = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9.]*:[A-Za-z0-9.]+$/, {error: "a classification and a code as HS:27"})
  .transform((text) => {
    const [scheme, code] = text.split(":");
    return {scheme: scheme!, code: code!};
  })
  .optional()
  .openapi({
    type: "string",
    description: "A product by classification and code; defaults to the total",
    example: "HS:27"
  });

/** An economy, bloc or organisation as users write it. */
export const economyParameter = z
  .string()
  .min(1)
  .max(100)
  .openapi({description: "A code as BLR or BY, a name as Belarus, or an entity of a pack", example: "BLR"});

/** Several values with commas between them. */
export function listParameter<Value extends string>(values: readonly [Value, ...Value[]], description: string) {
  return z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(values)))
    .optional()
    .openapi({type: "string", description: `${description}; several with commas between them: ${values.join(", ")}`});
}

/** Text to search for, as people type it. */
export const searchParameter = z
  .string()
  .max(200)
  .optional()
  .openapi({description: "Words that must all occur, in any case", example: "gas market"});

export const limitParameter = z.coerce
  .number({error: "a whole number from 1 to 1000"})
  .int({error: "a whole number from 1 to 1000"})
  .min(1, {error: "a whole number from 1 to 1000"})
  .max(1000, {error: "a whole number from 1 to 1000"})
  .default(100)
  .openapi({type: "integer", description: "Most figures in one answer; defaults to 100", example: 100});

export const offsetParameter = z.coerce
  .number({error: "a whole number from 0"})
  .int({error: "a whole number from 0"})
  .min(0, {error: "a whole number from 0"})
  .default(0)
  .openapi({type: "integer", description: "How many to pass over; defaults to 0", example: 0});
