import {readFileSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import {fileURLToPath} from "node:url";
import {z} from "zod";
import {figureSchema} from "../src/base/figure.ts";
import {assertionSchema, entitySchema, itemSchema, linkSchema} from "../src/base/register.ts";
import {sourceSchema} from "../src/base/source.ts";
import {checkResultSchema} from "../src/claims/output.ts";
import {mappingSchema} from "../src/connectors/mapping/mapping.ts";
import {descriptorSchema} from "../src/packs/descriptor.ts";
import {turnoverOutputSchema} from "../src/turnover/output.ts";

/** A JSON Schema that is published under `schemas/`: its file is `{name}.schema.json`. */
export interface Published {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly schema: z.ZodType;
}

/** Every schema that is published. A further one is a further row. */
export const published: readonly Published[] = [
  {
    name: "figure",
    title: "Concord figure",
    description: "One number on its basis, for one period, as known since one day, from its sources",
    schema: figureSchema
  },
  {
    name: "source",
    title: "Concord source",
    description: "An evidence record: where a fact was read",
    schema: sourceSchema
  },
  {
    name: "entity",
    title: "Concord entity",
    description: "Who: an economy, region, bloc, organisation or market; a line of register/entities.jsonl",
    schema: entitySchema
  },
  {
    name: "item",
    title: "Concord register item",
    description: "What was agreed or planned; a line of register/items.jsonl",
    schema: itemSchema
  },
  {
    name: "assertion",
    title: "Concord assertion",
    description: "One dated statement about a register item, with its evidence; a line of register/assertions.jsonl",
    schema: assertionSchema
  },
  {
    name: "link",
    title: "Concord link",
    description: "A relation between two records; a line of register/links.jsonl",
    schema: linkSchema
  },
  {
    name: "datapackage",
    title: "Concord pack descriptor",
    description: "datapackage.json: a Frictionless Data Package v1 descriptor with the member concord",
    schema: descriptorSchema
  },
  {
    name: "check",
    title: "Concord check",
    description: "What a check of a text says: the output of concord check --json",
    schema: checkResultSchema
  },
  {
    name: "turnover",
    title: "Concord turnover",
    description: "What two economies trade, on every basis: the output of concord turnover --json",
    schema: turnoverOutputSchema
  },
  {
    name: "mapping",
    title: "Concord mapping",
    description: "What the columns of a table of trade mean: the YAML file of concord turnover --map",
    schema: mappingSchema
  }
];

/** File of a published schema. */
export function schemaFile({name}: Published): URL {
  return new URL(`../schemas/${name}.schema.json`, import.meta.url);
}

/** Text of a published schema. */
export function schemaJson({name, title, description, schema}: Published): string {
  const {$schema, ...rest} = z.toJSONSchema(schema, {io: "input", override: describeFormats});
  return `${JSON.stringify({$schema, $id: `${name}.schema.json`, title, description, ...rest}, undefined, 2)}\n`;
}

/** Periods and dates are checked by functions, which JSON Schema has no word for: their wording becomes the description. */
function describeFormats({
  zodSchema,
  jsonSchema
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}) {
  const wanted = (zodSchema._zod.def.checks ?? []).flatMap((check) => {
    const {error} = check._zod.def as z.core.$ZodCheckDef;
    const message = typeof error === "function" ? error({} as never) : undefined;
    return typeof message === "string" ? [message] : [];
  });
  if (wanted.length > 0)
    jsonSchema.description = wanted.map((text) => text[0]!.toUpperCase() + text.slice(1)).join("; ");
}

/** Writes all published schemas and names those that changed. */
function writeSchemas(): void {
  for (const one of published) {
    const file = schemaFile(one);
    const text = schemaJson(one);
    if (currentText(file) === text) continue;
    writeFileSync(file, text);
    console.log(`schemas/${basename(fileURLToPath(file))} written`);
  }
}

function currentText(file: URL): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeSchemas();
