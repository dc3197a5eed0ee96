import {z} from "zod";
import {coverages, periodSchema} from "../../base/figure.ts";
import {entityKinds} from "../../base/register.ts";

/** A name in both languages of the interface. */
const bothNamesSchema = z.strictObject({en: z.string(), ru: z.string()});

export const economySchema = z.strictObject({
  id: z.string(),
  kind: z.enum(entityKinds),
  names: bothNamesSchema,
  /** Whether figures of trade name it. */
  hasTrade: z.boolean(),
  /** Of a bloc: its members on the day. */
  members: z.array(z.string())
});

export const economiesSchema = z.strictObject({asOf: z.string(), economies: z.array(economySchema)});
export type EconomiesAnswer = z.infer<typeof economiesSchema>;

export const pairSchema = z.strictObject({
  economy: z.string(),
  partner: z.string(),
  names: z.strictObject({economy: bothNamesSchema, partner: bothNamesSchema}),
  /** "bloc" when one side is a bloc, region or the world. */
  kind: z.enum(["pair", "bloc"]),
  indicators: z.array(z.string()),
  coverages: z.array(z.enum(coverages)),
  /** Whose books there are. */
  reporters: z.array(z.string()),
  /** "HS:27", besides the total. */
  products: z.array(z.string()),
  /** First and last period. */
  from: periodSchema,
  to: periodSchema,
  figures: z.int()
});

export const pairsSchema = z.strictObject({asOf: z.string(), pairs: z.array(pairSchema)});
export type PairsAnswer = z.infer<typeof pairsSchema>;
