import {z} from "zod";
import {figureSchema} from "../../base/figure.ts";
import {sourceSchema} from "../../base/source.ts";

export const figuresSchema = z.strictObject({
  asOf: z.string(),
  /** How many figures fit; the answer holds those from `offset` on. */
  total: z.int(),
  offset: z.int(),
  limit: z.int(),
  figures: z.array(figureSchema)
});
export type FiguresAnswer = z.infer<typeof figuresSchema>;

/** What a figure says, in words of one language. */
const wordsSchema = z.strictObject({
  /** "turnover of Belarus and Russia". */
  what: z.string(),
  /** With its period, as a heading: "turnover of Belarus and Russia, 2022". */
  title: z.string(),
  /** "Belarus's books, goods". */
  basis: z.string(),
  /** "almost 50 bn USD". */
  value: z.string(),
  period: z.string(),
  known: z.string()
});

const citationSchema = z.strictObject({apa: z.string(), bibtex: z.string()});

/** A figure with its name, for lists beside another one. */
const namedFigureSchema = z.strictObject({
  figure: figureSchema,
  /** Its words, by language. */
  words: z.strictObject({en: wordsSchema, ru: wordsSchema})
});
export type NamedFigure = z.infer<typeof namedFigureSchema>;

export const whySchema = z.strictObject({
  asOf: z.string(),
  ...namedFigureSchema.shape,
  /** Key of the basis: figures with equal keys can be compared. */
  basisKey: z.string(),
  /** Whether it was worked out for the answer; such a figure stands in no pack. */
  computed: z.boolean(),
  /** All figures that it is worked out from, down to those of sources, each once; `figure.inputs` name them. */
  inputs: z.array(namedFigureSchema),
  /** Evidence of the figure and of all inputs; the `sources` of each figure name them. */
  sources: z.array(sourceSchema),
  /** The pack that it, or its first input, stands in. */
  pack: z
    .strictObject({
      name: z.string(),
      titles: z.record(z.string(), z.string()),
      version: z.string(),
      licence: z.string()
    })
    .nullable(),
  /** What was said on the same basis for the same period, oldest first, up to today; the figure itself left out. */
  vintages: z.array(z.strictObject({...namedFigureSchema.shape, when: z.enum(["earlier", "same-day", "later"])})),
  /** The same thing for the same period on other bases, as known on the day. */
  others: z.array(namedFigureSchema),
  cite: z.strictObject({en: citationSchema, ru: citationSchema}),
  /** The figure with its basis and sources as text to copy, by language. */
  text: z.strictObject({en: z.string(), ru: z.string()})
});
export type WhyAnswer = z.infer<typeof whySchema>;
