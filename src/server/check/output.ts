import {z} from "zod";
import {languages} from "../../base/label.ts";
import {isPeriod} from "../../base/period.ts";
import {sourceSchema} from "../../base/source.ts";
import {checkResultSchema} from "../../claims/output.ts";

const daySchema = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isPeriod(text), {error: "a date as 2024-02-23"});

export const checkRequestSchema = z.strictObject({
  /** Plain text, Markdown or HTML. */
  text: z.string({error: "a text"}),
  /** Told from the text by default. */
  format: z.enum(["text", "markdown", "html"]).optional(),
  /** Day of posting; defaults to what the text says. */
  posted: daySchema.optional(),
  /** Day whose knowledge decides; defaults to the day of posting, else today. */
  asOf: daySchema.optional(),
  /** Language of labels; defaults to en. */
  language: z.enum(languages).default("en")
});
export type CheckRequest = z.infer<typeof checkRequestSchema>;

export const checkAnswerSchema = z.strictObject({
  result: checkResultSchema,
  /** The text without markup, front matter and posting line: what `spans` count in. It is data, never markup. */
  text: z.string(),
  /** Where each claim stands in `text`, in UTF-16 units. */
  spans: z.array(z.strictObject({start: z.int(), end: z.int()})),
  /** Names of the bases of all matches in the language asked for, by the key of the basis. */
  labels: z.record(z.string(), z.string()),
  /** Titles of the items that claims are about, in the language asked for. */
  items: z.record(z.string(), z.string()),
  /** Evidence of all figures and items. */
  sources: z.array(sourceSchema)
});
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;
