import {readFileSync, writeFileSync} from "node:fs";
import {basename} from "node:path";
import {fileURLToPath} from "node:url";
import {z} from "zod";
import {energyScenarioFileSchema} from "../src/base/energy.ts";
import {energyMarketSchema} from "../src/base/energy-market.ts";
import {energyOutputSchema} from "../src/base/energy-result.ts";
import {figureSchema} from "../src/base/figure.ts";
import {describeFormats} from "../src/base/json-schema.ts";
import {assertionSchema, entitySchema, itemSchema, linkSchema} from "../src/base/register.ts";
import {sourceSchema} from "../src/base/source.ts";
import {tradeScenarioSchema} from "../src/base/trade-scenario.ts";
import {checkResultSchema} from "../src/claims/output.ts";
import {mappingSchema, tableMappingSchema} from "../src/connectors/mapping/mapping.ts";
import {estimatesSchema} from "../src/equilibrium/trade/estimates.ts";
import {tradeSimulationSchema} from "../src/equilibrium/trade/output.ts";
import {gravityFitSchema, separationSchema} from "../src/gravity/output.ts";
import {descriptorSchema} from "../src/packs/descriptor.ts";
import {checkAnswerSchema} from "../src/server/check/output.ts";
import {figuresSchema, whySchema} from "../src/server/figures/output.ts";
import {problemSchema} from "../src/server/http/problem.ts";
import {packsSchema} from "../src/server/packs/output.ts";
import {registerItemSchema, registerSchema} from "../src/server/register/output.ts";
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
    name: "trade-scenario",
    title: "Concord trade scenario",
    description: "Barriers between economies and how they change: the YAML file of concord simulate trade --scenario",
    schema: tradeScenarioSchema
  },
  {
    name: "trade-simulation",
    title: "Concord trade simulation",
    description: "One simulated trade scenario; concord simulate trade --json gives a list of them",
    schema: tradeSimulationSchema
  },
  {
    name: "trade-estimates",
    title: "Concord trade estimates",
    description: "Estimated parameters with their covariance: the file of concord simulate trade --fit",
    schema: estimatesSchema
  },
  {
    name: "gravity",
    title: "Concord gravity fit",
    description: "A fit of a gravity model: the output of concord gravity --json",
    schema: gravityFitSchema
  },
  {
    name: "gravity-separation",
    title: "Concord gravity separation",
    description: "Rows that no finite estimate fits: the output of concord gravity separation --json",
    schema: separationSchema
  },
  {
    name: "mapping",
    title: "Concord mapping",
    description: "What the columns of a table of trade mean: the YAML file of concord turnover --map",
    schema: mappingSchema
  },
  {
    name: "energy-market",
    title: "Concord energy market",
    description: "A market of gas, electricity, oil or products with its scenarios; a file of energy/ in a pack",
    schema: energyMarketSchema
  },
  {
    name: "energy-scenarios",
    title: "Concord energy scenarios",
    description: "Further scenarios of an energy market: the file of concord simulate energy --scenarios",
    schema: energyScenarioFileSchema
  },
  {
    name: "energy",
    title: "Concord energy simulation",
    description:
      "Prices, flows and accounts of an energy market by scenario: the output of concord simulate energy --json",
    schema: energyOutputSchema
  },
  {
    name: "table-mapping",
    title: "Concord mapping of any table",
    description: "What the columns of a table mean: the YAML file of concord pull table --map",
    schema: tableMappingSchema
  },
  {
    name: "api-packs",
    title: "Concord packs",
    description: "What a server has loaded: the answer of GET /api/packs",
    schema: packsSchema
  },
  {
    name: "api-figures",
    title: "Concord figures",
    description: "A page of figures: the answer of GET /api/figures",
    schema: figuresSchema
  },
  {
    name: "api-why",
    title: "Concord why",
    description: "Why this number: the answer of GET /api/figures/{id}",
    schema: whySchema
  },
  {
    name: "api-check",
    title: "Concord check over HTTP",
    description: "The claims of a text with their places in it: the answer of POST /api/check",
    schema: checkAnswerSchema
  },
  {
    name: "api-register",
    title: "Concord register",
    description: "What was agreed, and what came of it: the answer of GET /api/register",
    schema: registerSchema
  },
  {
    name: "api-register-item",
    title: "Concord register item over HTTP",
    description: "One item with its history: the answer of GET /api/register/{id}",
    schema: registerItemSchema
  },
  {
    name: "api-problem",
    title: "Concord problem",
    description: "An error over HTTP, by RFC 9457",
    schema: problemSchema
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
