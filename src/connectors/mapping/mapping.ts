import {z} from "zod";
import {coverages, kinds, valuations} from "../../base/figure.ts";
import {partialDateSchema, slugSchema} from "../../base/source.ts";
import {parseYaml} from "../../packs/parse-yaml.ts";

/** How the codes of a column are read; "any" takes whatever form fits. */
const codeForms = ["any", "iso3", "iso2", "m49", "name"] as const;
export type CodeForm = (typeof codeForms)[number];

/** Flows that a table may hold; rows of the last one are left aside. */
const flows = ["exports", "imports", "re-exports", "re-imports", "skip"] as const;
export type Flow = (typeof flows)[number];

const constantSchema = z.strictObject({constant: z.string().min(1)});
const column = z.string().min(1);
const slot = {error: "{column: …} or {constant: …}, as docs/turnover.md shows"};

/** An economy: a column of codes or names, or the one economy that the whole table is about. */
const economySlot = z.union(
  [
    z.strictObject({
      column,
      codes: z.enum(codeForms).exactOptional(),
      /** Values of the column that are no code of that form, with the economy each means. */
      values: z.record(z.string(), z.string()).exactOptional()
    }),
    constantSchema
  ],
  slot
);

const flowSlot = z.union(
  [
    z.strictObject({column, values: z.record(z.string(), z.enum(flows)).exactOptional()}),
    z.strictObject({constant: z.enum(flows)})
  ],
  slot
);

const periodSlot = z.union([z.strictObject({column}), constantSchema], slot);

const productSlot = z.union(
  [
    z.strictObject({
      column,
      /** Classification of the codes, "HS". */
      scheme: z.string().min(1),
      /** Codes shorter than this have lost leading zeros, which are put back. */
      digits: z.int().positive().exactOptional(),
      /** Codes that mean all products together. */
      total: z.array(z.string()).exactOptional()
    }),
    z.strictObject({constant: z.string().min(1), scheme: z.string().min(1)})
  ],
  slot
);

const valueFields = {
  /** ISO 4217; defaults to USD. */
  unit: z.string().min(1).exactOptional(),
  /** What a number is multiplied by to be in plain units: 1000 when the table is in thousands; defaults to 1. */
  scale: z.number().positive().exactOptional(),
  /** Mark of decimals; defaults to a point. */
  decimal: z.enum([".", ","]).exactOptional(),
  /** Cells that say that a value is missing; an empty cell always does. */
  missing: z.array(z.string()).exactOptional(),
  /** Cells that say that a value is kept closed. */
  closed: z.array(z.string()).exactOptional()
};

const coverageSlot = z.union([
  z.enum(coverages),
  z.strictObject({column, values: z.record(z.string(), z.enum(coverages)).exactOptional()})
]);

const valuationSlot = z.union([
  z.enum(valuations),
  z.strictObject({exports: z.enum(valuations), imports: z.enum(valuations)}),
  z.strictObject({column, values: z.record(z.string(), z.enum(valuations)).exactOptional()})
]);

const common = {
  period: periodSlot,
  /** Left out when the table holds totals only. */
  product: productSlot.exactOptional(),
  coverage: coverageSlot.exactOptional(),
  valuation: valuationSlot.exactOptional(),
  /** Since when the numbers are public; defaults to the day of the question. */
  known: z.union([z.strictObject({column}), z.strictObject({constant: partialDateSchema})], slot).exactOptional(),
  /** Only rows whose columns have one of these values are read. */
  where: z.record(z.string(), z.array(z.string()).min(1)).exactOptional(),
  /** Who published the table; shown as its source. */
  source: z
    .strictObject({
      publisher: z.string().min(1),
      title: z.string().min(1).exactOptional(),
      url: z.url({protocol: /^https?$/}).exactOptional(),
      published: partialDateSchema.exactOptional(),
      /** Terms under which it may be used: CC-BY-4.0. */
      licence: z.string().min(1).exactOptional(),
      language: z.string().min(2).max(3).exactOptional()
    })
    .exactOptional()
};

/** A table with one reporter's number in a row. */
const flowMappingSchema = z.strictObject({
  reporter: economySlot,
  partner: economySlot,
  flow: flowSlot,
  value: z.strictObject({column, ...valueFields}),
  ...common
});

/** A table with the exporter's and the importer's number in one row. */
const pairMappingSchema = z.strictObject({
  exporter: economySlot,
  importer: economySlot,
  value: z.strictObject({exporter: column, importer: column, ...valueFields}),
  ...common
});

/** A table with one number of an economy in a row: any indicator. */
const seriesMappingSchema = z.strictObject({
  economy: economySlot,
  partner: economySlot.exactOptional(),
  /** Whose books; left out when the table does not say. */
  reporter: economySlot.exactOptional(),
  /** What is measured: a word for the whole table, or a column whose values mean such words. */
  indicator: z.union(
    [
      z.strictObject({column, values: z.record(z.string(), slugSchema).exactOptional()}),
      z.strictObject({constant: slugSchema})
    ],
    slot
  ),
  /** Defaults to level. */
  kind: z.enum(kinds).exactOptional(),
  /** Left out when the numbers are no money. */
  prices: z
    .union([z.literal("current"), z.strictObject({constant: z.int(), deflator: z.string().min(1)})])
    .exactOptional(),
  value: z.strictObject({column, ...valueFields}),
  ...common
});

/** What the columns of a two-sided table mean: `concord turnover --map`. */
export const mappingSchema = z.union([flowMappingSchema, pairMappingSchema]);
export type FlowMapping = z.infer<typeof flowMappingSchema>;
export type PairMapping = z.infer<typeof pairMappingSchema>;
export type Mapping = FlowMapping | PairMapping;
export type SeriesMapping = z.infer<typeof seriesMappingSchema>;

/** What the columns of any table mean: `concord pull table --map`. */
export const tableMappingSchema = z.union([flowMappingSchema, pairMappingSchema, seriesMappingSchema]);
export type TableMapping = z.infer<typeof tableMappingSchema>;

export function isSeriesMapping(mapping: TableMapping): mapping is SeriesMapping {
  return "economy" in mapping;
}

export function isPairMapping(mapping: TableMapping): mapping is PairMapping {
  return "exporter" in mapping;
}

/** Reads the mapping of a two-sided table from YAML; all violations are in one error, the first in its message. */
export function parseMapping(text: string, file: string): Mapping {
  return parseYaml<Mapping>(text, (value) => (has(value, "exporter") ? pairMappingSchema : flowMappingSchema), {
    file,
    what: "Mapping"
  });
}

/** Reads the mapping of any table from YAML, as `parseMapping` does. */
export function parseTableMapping(text: string, file: string): TableMapping {
  return parseYaml<TableMapping>(text, schemaFor, {file, what: "Mapping"});
}

/** The form that a mapping is meant to have, by its fields, so that errors speak of that form only. */
function schemaFor(value: unknown): z.ZodType<TableMapping> {
  if (has(value, "exporter")) return pairMappingSchema;
  return has(value, "economy") || has(value, "indicator") ? seriesMappingSchema : flowMappingSchema;
}

function has(value: unknown, field: string): boolean {
  return typeof value === "object" && value !== null && field in value;
}
