import {z} from "zod";
import {basisSchema, figureSchema} from "../../base/figure.ts";
import {describeFormats} from "../../base/json-schema.ts";
import {lazily} from "../../base/lazily.ts";
import {assertionSchema, itemSchema} from "../../base/register.ts";
import {sourceSchema} from "../../base/source.ts";
import {checkResultSchema} from "../../claims/output.ts";
import {turnoverOutputSchema} from "../../turnover/output.ts";
import {checkAnswerSchema, checkRequestSchema} from "../check/output.ts";
import {economiesSchema, economySchema, pairSchema, pairsSchema} from "../economies/output.ts";
import {figuresSchema, whySchema} from "../figures/output.ts";
import {problemSchema} from "../http/problem.ts";
import {documentSchema, documentTextSchema, failedPackSchema, packSchema, packsSchema} from "../packs/output.ts";
import {
  completionSchema,
  itemStateSchema,
  registerItemSchema,
  registerSchema,
  timelineEntrySchema
} from "../register/output.ts";

/** A schema under its name in the description of the interface. */
interface NamedSchema {
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodType;
}

/** Whatever the interface gives or takes that has a name. A further one is a further row. */
const named: readonly NamedSchema[] = [
  {name: "Basis", description: "What must be equal for two numbers to be comparable", schema: basisSchema},
  {name: "Figure", description: "One number on its basis, as known since one day", schema: figureSchema},
  {name: "Source", description: "An evidence record: where a fact was read", schema: sourceSchema},
  {name: "Item", description: "What was agreed or planned; its history is in assertions", schema: itemSchema},
  {name: "Assertion", description: "One dated statement about an item", schema: assertionSchema},
  {name: "Packs", description: "What the server has loaded, and what it could not load", schema: packsSchema},
  {name: "Pack", description: "A loaded pack", schema: packSchema},
  {
    name: "FailedPack",
    description: "A pack that did not load, and all that is wrong with it",
    schema: failedPackSchema
  },
  {name: "PackDocument", description: "A document of a pack, without its text", schema: documentSchema},
  {name: "PackDocumentText", description: "A document of a pack with its text", schema: documentTextSchema},
  {name: "Economies", description: "Who the packs are about", schema: economiesSchema},
  {name: "Economy", description: "An economy, bloc, region or organisation", schema: economySchema},
  {name: "Pairs", description: "Whose trade there are figures of", schema: pairsSchema},
  {name: "Pair", description: "Two sides with figures of their trade", schema: pairSchema},
  {name: "Turnover", description: "What two economies trade, on every basis", schema: turnoverOutputSchema},
  {name: "Figures", description: "A page of figures", schema: figuresSchema},
  {name: "Why", description: "Why this number: basis, inputs, evidence, vintages, citation", schema: whySchema},
  {name: "Check", description: "The claims of a text, and where they stand in it", schema: checkAnswerSchema},
  {name: "CheckResult", description: "The claims of a text with their verdicts", schema: checkResultSchema},
  {name: "Register", description: "What was agreed, and what came of it", schema: registerSchema},
  {name: "ItemState", description: "An item of the register and where it stands", schema: itemStateSchema},
  {name: "TimelineEntry", description: "A dated step of an item", schema: timelineEntrySchema},
  {
    name: "Completion",
    description: "How many items of a kind are in force, with the denominator",
    schema: completionSchema
  },
  {name: "RegisterItem", description: "One item with its whole history and evidence", schema: registerItemSchema},
  {name: "Problem", description: "An error, by RFC 9457", schema: problemSchema}
];

/** What is sent, in which defaults may be left out. */
const namedRequests: readonly NamedSchema[] = [
  {name: "CheckRequest", description: "A text to check", schema: checkRequestSchema}
];

const names = new Map([...named, ...namedRequests].map(({name, schema}) => [schema, name]));

/** Where a schema stands in the description; undefined for one without a name. */
export function schemaAddress(schema: unknown): string | undefined {
  const name = names.get(schema as z.ZodType);
  return name === undefined ? undefined : addressOf(name);
}

function addressOf(name: string): string {
  return `#/components/schemas/${name}`;
}

/** All named schemas as JSON Schema, each once, referring to each other. */
export const componentSchemas: () => Readonly<Record<string, object>> = lazily(() => ({
  ...toComponents(named, "output"),
  ...toComponents(namedRequests, "input")
}));

function toComponents(list: readonly NamedSchema[], io: "input" | "output"): Record<string, object> {
  const registry = z.registry<{id: string}>();
  for (const {name, schema} of list) registry.add(schema, {id: name});
  const {schemas} = z.toJSONSchema(registry, {io, uri: addressOf, override: describeFormats});
  const entries = list.map(({name, description}) => {
    const {$schema, $id, ...schema} = schemas[name] as z.core.JSONSchema.BaseSchema;
    return [name, {description, ...schema}] as const;
  });
  return Object.fromEntries(entries);
}
