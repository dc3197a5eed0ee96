import {LineCounter, parseDocument} from "yaml";
import {z} from "zod";
import {ConcordError, formatViolation, type Violation} from "../../base/errors.ts";
import {coverages, kinds, valuations} from "../../base/figure.ts";
import {partialDateSchema, slugSchema} from "../../base/source.ts";

/** How the codes of a column are read; "any" takes whatever form fits. */
const codeForms = ["any", "iso3", "iso2", "m49", "name"] as const;
export type CodeForm = (typeof codeForms)[number];

/** Flows that a table may hold; rows of the last one are left aside. */
const flows = ["exports", "imports", "re-exports", "re-imports", "skip"] as const;
export type Flow = (typeof flows)[number];

const constantSchema = z.strictObject({constant: z.string().min(1)});
const column = z.string().min(1);

/** An economy: a column of codes or names, or the one economy that the whole table is about. */
const economySlot = z.union([
  z.strictObject({
    column,
    codes: z.enum(codeForms).exactOptional(),
    /** Values of the column that are no code of that form, with the economy each means. */
    values: z.record(z.string(), z.string()).exactOptional()
  }),
  constantSchema
]);

const flowSlot = z.union([
  z.strictObject({column, values: z.record(z.string(), z.enum(flows)).exactOptional()}),
  z.strictObject({constant: z.enum(flows)})
]);

const periodSlot = z.union([z.strictObject({column}), constantSchema]);

const productSlot = z.union([
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
]);

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
  known: z.union([z.strictObject({column}), z.strictObject({constant: partialDateSchema})]).exactOptional(),
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
  indicator: z.union([
    z.strictObject({column, values: z.record(z.string(), slugSchema).exactOptional()}),
    z.strictObject({constant: slugSchema})
  ]),
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
  return parse<Mapping>(text, file, (value) => ("exporter" in value ? pairMappingSchema : flowMappingSchema));
}

/** Reads the mapping of any table from YAML, as `parseMapping` does. */
export function parseTableMapping(text: string, file: string): TableMapping {
  return parse<TableMapping>(text, file, (value) => {
    if ("exporter" in value) return pairMappingSchema;
    return "economy" in value || "indicator" in value ? seriesMappingSchema : flowMappingSchema;
  });
}

function parse<Value>(text: string, file: string, schemaOf: (value: object) => z.ZodType<Value>): Value {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  const [broken] = document.errors;
  if (broken) {
    const {line, col} = lines.linePos(broken.pos[0]);
    throw badMapping([{file, line, column: col, found: broken.message.split("\n")[0]!, wanted: "YAML"}]);
  }
  const value: unknown = document.toJS();
  const result = schemaOf(typeof value === "object" && value !== null ? value : {}).safeParse(value);
  if (result.success) return result.data;
  throw badMapping(
    result.error.issues.map((issue) => violation(issue, value, (path) => placeOf(document, lines, path), file))
  );
}

type Path = readonly PropertyKey[];

function violation(
  issue: z.core.$ZodIssue,
  root: unknown,
  placeOfPath: (path: Path) => {line: number; column: number},
  file: string
): Violation {
  const keys = issue.code === "unrecognized_keys" ? issue.keys : undefined;
  const path = keys ? [...issue.path, keys[0]!] : issue.path;
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root);
  const field = path.map(String).join(".");
  return {
    file,
    ...placeOfPath(path),
    ...(field !== "" && {field}),
    found: keys ? `an unknown field` : found === undefined ? "nothing" : JSON.stringify(found),
    wanted: keys ? "a field of the mapping" : wantedOf(issue)
  };
}

function wantedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_union")
    return "{column: …} or {constant: …} as docs/turnover.md shows, or one of the words there";
  if (issue.code === "invalid_value") return issue.values.map(String).join(", ");
  if (issue.code === "invalid_type") return `${issue.expected === "object" ? "a block of fields" : issue.expected}`;
  return issue.message;
}

/** Where a path stands, or the nearest of its parents that is there. */
function placeOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: Path
): {line: number; column: number} {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as {range?: [number, number, number]} | undefined;
    if (node?.range) {
      const {line, col} = lines.linePos(node.range[0]);
      return {line, column: col};
    }
  }
  return {line: 1, column: 1};
}

function badMapping(violations: readonly Violation[]): ConcordError {
  const [first, ...others] = violations.map(formatViolation);
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return new ConcordError("bad_data", `Mapping ${first}${more}`, {details: {violations}});
}
