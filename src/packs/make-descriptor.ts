import {z} from "zod";
import {type Pack, packProfileSchema} from "../base/pack.ts";
import {assertionSchema, entitySchema, itemSchema, linkSchema} from "../base/register.ts";
import {type Column, figureColumns, sourceColumns} from "../store/figure-columns.ts";

/** Register files in the order in which a descriptor names them, with the schema of their records. */
const registerSchemas = {
  entities: entitySchema,
  items: itemSchema,
  assertions: assertionSchema,
  links: linkSchema
} as const;

/** Makes the Data Package descriptor of a pack, with a Table Schema for every table. */
export function makeDescriptor({
  name,
  title,
  version,
  licence,
  profile,
  documents,
  markets = []
}: Omit<Pack, "figures" | "sources" | "register">) {
  return {
    profile: "data-package",
    name,
    title,
    version,
    licenses: licence.split(", ").map((name) => ({name})),
    resources: [
      tableResource("figures", figureColumns),
      tableResource("sources", sourceColumns),
      ...registerResources(),
      ...documents.map(({path}, index) => documentResource(path, index)),
      ...markets.map(({path, market}) => marketResource(path, market.id))
    ],
    concord: packProfileSchema.safeParse(profile).data ?? profile
  };
}

/** The resource of a table in CSV; `path` defaults to the name with its ending. */
export function tableResource(name: string, columns: readonly Column[], path = `${name}.csv`) {
  return {
    name,
    path,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {fields: columns.map(tableField), missingValues: [""], primaryKey: "id"}
  };
}

const fieldTypes: Record<Column["type"], string> = {
  text: "string",
  number: "number",
  integer: "integer",
  ids: "string",
  prices: "string",
  product: "string"
};

function tableField({name, type, about, required}: Column) {
  const unique = name === "id" && {unique: true};
  const constraints = required && {constraints: {required, ...unique}};
  return {name, type: fieldTypes[type], description: about, ...constraints};
}

/** The resources of the register's files. */
export function registerResources() {
  return Object.entries(registerSchemas).map(([name, schema]) => linesResource(name, schema));
}

function linesResource(name: string, schema: z.ZodType) {
  const {properties = {}, required = []} = z.toJSONSchema(schema);
  const fields = Object.entries(properties).map(([name, member]) => ({
    name,
    type: typeof member === "object" ? (member.type ?? "any") : "any",
    ...(required.includes(name) && {constraints: {required: true}})
  }));
  return {
    name,
    path: `register/${name}.jsonl`,
    format: "jsonl",
    mediatype: "application/jsonl",
    encoding: "utf-8",
    schema: {fields}
  };
}

function marketResource(path: string, id: string) {
  const name = `energy-${id.toLowerCase().replace(/[^a-z0-9-]+/g, "-")}`;
  return {name, path, format: "json", mediatype: "application/json", encoding: "utf-8"};
}

function documentResource(path: string, index: number) {
  return {name: `document-${index + 1}`, path, format: "md", mediatype: "text/markdown", encoding: "utf-8"};
}
