import {z} from "zod";
import {figureSchema} from "../../base/figure.ts";
import {itemKinds} from "../../base/item-kinds.ts";
import {assertionSchema, itemSchema, linkRelations, namesSchema, stageSchema} from "../../base/register.ts";
import {sourceSchema} from "../../base/source.ts";

const dueSchema = z.strictObject({
  /** The first and the last date due that were named, of any precision. */
  first: z.string(),
  last: z.string(),
  /** Days from the first to the last; negative when brought forward. */
  slipDays: z.int(),
  /** Days since the last date due when it has passed and the item is not in force; else 0. */
  overdueDays: z.int()
});

export const itemStateSchema = z.strictObject({
  item: itemSchema,
  /** Lowest stage of the ladder over the parties; null while one of them has none that a source carries. */
  stage: stageSchema.nullable(),
  /** Its number on the ladder, 0 to 7. */
  stageNumber: z.int().nullable(),
  /** State beside the ladder that holds now. */
  offLadder: stageSchema.nullable(),
  since: z.string().nullable(),
  byParty: z.record(z.string(), stageSchema),
  due: dueSchema.nullable(),
  location: z.string().nullable(),
  /** The location in further languages. */
  locationIn: namesSchema,
  class: z.string().nullable(),
  /** Whether sources say what cannot all be true. */
  disputed: z.boolean(),
  sources: z.array(z.string())
});
export type ItemStateAnswer = z.infer<typeof itemStateSchema>;

export const timelineEntrySchema = z.strictObject({
  item: z.string(),
  what: z.enum(["stage", "due"]),
  /** Of a stage when it was reached, of a date due the date itself; of any precision. */
  date: z.string(),
  saidAt: z.string(),
  stage: stageSchema.exactOptional(),
  party: z.string().exactOptional(),
  slipDays: z.int().exactOptional(),
  /** A later date was named: this one is a shadow of it. */
  moved: z.boolean().exactOptional(),
  unverified: z.boolean(),
  assertion: z.string()
});
export type TimelineAnswer = z.infer<typeof timelineEntrySchema>;

/** How many items of a kind reached a stage, with its denominator and counting rule. */
export const completionSchema = z.strictObject({
  kind: z.enum(itemKinds),
  /** All items of the kind that fit the filters. */
  total: z.int(),
  /** Items by stage; "unstated" where no source says one. They sum to the total. */
  counts: z.record(z.string(), z.int()),
  /** Items in force or further, without those beside the ladder. */
  inForce: z.strictObject({numerator: z.int(), denominator: z.int(), percent: z.number(), rule: z.string()})
});
export type CompletionAnswer = z.infer<typeof completionSchema>;

export const registerSchema = z.strictObject({
  asOf: z.string(),
  /** How many items the register holds; `items` are those that fit the filters. */
  total: z.int(),
  items: z.array(itemStateSchema),
  timeline: z.array(timelineEntrySchema),
  /** Items with a date due that was moved or has passed unmet, the longest postponement first. */
  slips: z.array(z.string()),
  completion: z.array(completionSchema),
  /** Shares that sources state of these items, each with its own numerator and denominator. */
  shares: z.array(figureSchema),
  /** What the filters can be set to, with how many items of the whole register each would show. */
  facets: z.strictObject({
    kind: z.record(z.string(), z.int()),
    stage: z.record(z.string(), z.int()),
    theme: z.record(z.string(), z.int()),
    party: z.record(z.string(), z.int()),
    region: z.record(z.string(), z.int())
  }),
  /** Names of parties and regions, by id and language. */
  names: z.record(z.string(), namesSchema),
  sources: z.array(sourceSchema)
});
export type RegisterAnswer = z.infer<typeof registerSchema>;

export const registerItemSchema = z.strictObject({
  asOf: z.string(),
  ...itemStateSchema.shape,
  /** All statements public by the day, oldest first; one that a correction replaced names it. */
  history: z.array(
    z.strictObject({
      ...assertionSchema.shape,
      supersededBy: z.string().exactOptional()
    })
  ),
  timeline: z.array(timelineEntrySchema),
  dues: z.array(z.strictObject({date: z.string(), saidAt: z.string(), slipDays: z.int(), assertion: z.string()})),
  links: z.array(
    z.strictObject({
      rel: z.enum(linkRelations),
      /** "out" when this item stands first: it implements the other. */
      direction: z.enum(["out", "in"]),
      id: z.string(),
      /** Titles or names of the other end, by language; null when it is neither item nor entity. */
      title: namesSchema.nullable()
    })
  ),
  /** Statements that cannot all be true, side by side; ids of `history`. */
  conflicts: z.array(z.strictObject({field: z.string(), assertions: z.array(z.string())})),
  /** Figures that measure the item. */
  figures: z.array(figureSchema),
  /** What their indicators are called, by language, where the packs say it. */
  indicators: z.record(z.string(), namesSchema),
  names: z.record(z.string(), namesSchema),
  evidence: z.array(sourceSchema)
});
export type RegisterItemAnswer = z.infer<typeof registerItemSchema>;
