import {z} from "zod";
import {figureSchema} from "./figure.ts";
import {itemKinds, ladder, offLadder} from "./item-kinds.ts";
import {partialDateSchema, slugSchema} from "./source.ts";

/** Names by ISO 639 language. */
export const namesSchema = z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1));

/** Words that mean a record, by language; matched by stem, in any order, within one clause. */
export const termsSchema = z.record(z.string().regex(/^[a-z]{2,3}$/), z.array(z.string().min(1)));

export const entityKinds = ["economy", "region", "bloc", "organisation", "market"] as const;

/** Who: an economy, region, bloc, organisation or market, known to ISO or only to a pack. */
export const entitySchema = z.strictObject({
  /** ISO 3166-1 alpha-3, ISO 3166-2, or a slug of the pack's own. */
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.\-_]*$/, {error: "letters, digits, dots and hyphens"}),
  kind: z.enum(entityKinds),
  iso: z.string().exactOptional(),
  m49: z
    .string()
    .regex(/^\d{3}$/)
    .exactOptional(),
  names: namesSchema,
  /** Further names; in Russian also stems, which match with any ending: "росси*". */
  aliases: termsSchema.exactOptional(),
  /** Adjectives and names of inhabitants; in Russian stems: "российск*". */
  demonyms: termsSchema.exactOptional(),
  memberOf: z
    .array(
      z.strictObject({bloc: z.string(), from: partialDateSchema.exactOptional(), to: partialDateSchema.exactOptional()})
    )
    .exactOptional(),
  /** Of an organisation: the economy whose books it keeps or in whose name it speaks. */
  speaksFor: z.string().exactOptional()
});

export type Entity = z.infer<typeof entitySchema>;

export const stageSchema = z.enum([...ladder, ...offLadder]);
export type Stage = z.infer<typeof stageSchema>;

/** What: an agreement, commitment, barrier, programme, project, event, visit or market. Its history is in assertions. */
export const itemSchema = z.strictObject({
  id: slugSchema,
  kind: z.enum(itemKinds),
  title: namesSchema,
  titleStatus: z.enum(["official", "translated", "unverified"]),
  /** Phrases that name the item in running text. */
  terms: termsSchema.exactOptional(),
  scope: z.strictObject({
    parties: z.array(z.string()),
    direction: z.strictObject({from: z.string(), to: z.string()}).exactOptional(),
    regions: z.array(z.string()).exactOptional(),
    hs: z.strictObject({edition: z.string(), codes: z.array(z.string())}).exactOptional(),
    isic: z.array(z.string()).exactOptional(),
    subject: z.array(z.string()),
    mast: z.string().exactOptional()
  }),
  legalRef: z.string().exactOptional(),
  note: z.string().max(280).exactOptional()
});

export type Item = z.infer<typeof itemSchema>;

export const assertionFields = ["stage", "due", "class", "effect", "value", "text", "location", "count"] as const;
export const confidences = ["official-text", "official-statement", "press", "derived", "unverified"] as const;

/** History: one dated statement about an item, with its evidence. */
export const assertionSchema = z.strictObject({
  id: slugSchema,
  item: slugSchema,
  field: z.enum(assertionFields),
  /** Text, or a figure with its basis. */
  value: z.union([z.string().min(1), figureSchema]),
  /** A text that people read, in further languages. */
  translations: namesSchema.exactOptional(),
  /** When it holds or happened; of `due` the day it was said, the value being the date due. */
  validAt: partialDateSchema,
  saidAt: partialDateSchema.exactOptional(),
  /** Who says so. */
  by: z.string().exactOptional(),
  /** The party that it is about when not all of them. */
  party: z.string().exactOptional(),
  /** Source ids; empty only when the confidence is unverified. */
  evidence: z.array(z.string()),
  confidence: z.enum(confidences),
  supersedes: z.string().exactOptional(),
  recordedAt: partialDateSchema
});

export type Assertion = z.infer<typeof assertionSchema>;

export const linkRelations = [
  "partOf",
  "implements",
  "removes",
  "amends",
  "supersedes",
  "fundedBy",
  "signedAt",
  "follows",
  "targets",
  "measuredBy",
  "sameAs",
  "conflictsWith"
] as const;

export const linkSchema = z.strictObject({from: z.string(), to: z.string(), rel: z.enum(linkRelations)});
export type Link = z.infer<typeof linkSchema>;

/** All of a pack's register. */
export interface Register {
  readonly entities: readonly Entity[];
  readonly items: readonly Item[];
  readonly assertions: readonly Assertion[];
  readonly links: readonly Link[];
}
