import {z} from "zod";
import {namesSchema} from "../../base/register.ts";
import {packViolationSchema} from "../http/problem.ts";

/** A document of a pack, without its text. */
export const documentSchema = z.strictObject({
  /** Name of its file without ending of format: "avdonin-2024-02-23.en". */
  id: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  speaker: z.string().nullable(),
  /** Address where it was published. */
  source: z.string().nullable(),
  language: z.string(),
  posted: z.string().nullable(),
  format: z.enum(["text", "markdown", "html"]),
  /** Whether it is the one that the pack shows first. */
  first: z.boolean()
});

export const packSchema = z.strictObject({
  name: z.string(),
  /** By language. */
  titles: namesSchema,
  version: z.string(),
  licence: z.string(),
  /** Economies or blocs that it is about. */
  economies: z.array(z.string()),
  /** Pairs to show first. */
  pairs: z.array(z.tuple([z.string(), z.string()])),
  /** The day to which its records reach. */
  recordedTo: z.string().nullable(),
  counts: z.strictObject({figures: z.int(), sources: z.int(), items: z.int(), assertions: z.int()}),
  documents: z.array(documentSchema)
});

export const failedPackSchema = z.strictObject({
  folder: z.string(),
  message: z.string(),
  violations: z.array(packViolationSchema)
});

export const packsSchema = z.strictObject({
  /** Of the server. */
  version: z.string(),
  /** ISO date of now by the server's clock: the default of asOf. */
  today: z.string(),
  packs: z.array(packSchema),
  failures: z.array(failedPackSchema)
});
export type PacksAnswer = z.infer<typeof packsSchema>;

export const documentTextSchema = documentSchema.extend({pack: z.string(), text: z.string()});
export type DocumentAnswer = z.infer<typeof documentTextSchema>;
