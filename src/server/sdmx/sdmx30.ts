import type {Hono} from "hono";
import {SdmxFault, syntaxFault} from "../../sdmx/query/faults.ts";
import {parseKeys30} from "../../sdmx/query/key.ts";
import {
  moment,
  namedParameters,
  oneOf,
  type Parameters,
  parseDataQuery30,
  parseQueryString
} from "../../sdmx/query/parameters.ts";
import {type ReferenceChoice, structureDetails} from "../../sdmx/query/structure-graph.ts";
import {parseVersion30} from "../../sdmx/query/versions.ts";
import {type StructureType, structureTypes} from "../../sdmx/structures.ts";
import type {Found, SdmxRequest} from "./answer.ts";
import {findAvailable} from "./availability.ts";
import {agree, assertFlows, type FlowPattern, findFlows, graphOf, languageOf} from "./common.ts";
import type {SdmxContent} from "./content.ts";
import {assertKnownCodes, findData} from "./data.ts";
import {dialect30} from "./dialect.ts";
import {assertLength, idSet, notImplemented, pathParts} from "./paths.ts";
import {findSchema, schemaPattern} from "./schema.ts";
import {makeService, type SdmxOptions} from "./service.ts";
import {findStructures, structureMessage} from "./structures.ts";

const lists = {all: ["*"], separator: ","};

/** Types of 3.0 that this service has no structure of. */
const otherTypes = new Set([
  "metadatastructure",
  "metadataflow",
  "provisionagreement",
  "process",
  "metadataconstraint",
  "hierarchy",
  "hierarchyassociation",
  "dataconsumerscheme",
  "organisationunitscheme",
  "transformationscheme",
  "rulesetscheme",
  "userdefinedoperatorscheme",
  "customtypescheme",
  "namepersonalisationscheme",
  "vtlmappingscheme",
  "valuelist",
  "structuremap",
  "representationmap",
  "conceptschememap",
  "categoryschememap",
  "organisationschememap",
  "reportingtaxonomymap",
  "metadataproviderscheme",
  "reportingtaxonomy",
  "metadataprovisionagreement",
  "namealiasscheme",
  "structureset"
]);

const itemSchemes = new Set<string>([
  "conceptscheme",
  "codelist",
  "categoryscheme",
  "agencyscheme",
  "dataproviderscheme",
  "*"
]);

/** The SDMX 3.0 service (REST 2.x, with asOf, offset, limit and sort of 2.2). */
export function sdmx30(options: SdmxOptions): Hono {
  return makeService(dialect30, handle, options);
}

function handle(content: SdmxContent, request: SdmxRequest): Promise<Found | undefined> | Found | undefined {
  const parts = pathParts(request.path);
  const parameters = parseQueryString(request.search);
  const resource = parts[0] ?? "";
  if (resource === "data") return data(content, request, parts, parameters);
  if (resource === "availability") return availability(content, request, parts, parameters);
  if (resource === "schema") return schema(content, request, parts, parameters);
  if (resource === "structure") return structures(content, request, parts, parameters);
  if (resource === "metadata" || resource === "registration") throw notImplemented(`Resource "${resource}"`);
  throw syntaxFault(`Resource "${resource.slice(0, 40)}" is not known, wanted data, availability, schema or structure`);
}

function flowPattern(parts: readonly string[], any: boolean): FlowPattern {
  const [, context = "*", agencies, id, version = any ? "*" : "~"] = parts;
  if (context === "provisionagreement") throw notImplemented('Context "provisionagreement"');
  if (context !== "dataflow" && context !== "datastructure" && !(any && context === "*"))
    throw syntaxFault(
      `Context "${context.slice(0, 40)}" is not known, wanted dataflow or datastructure${any ? ", or *" : ""}`
    );
  return {
    context: context === "*" ? "any" : context,
    agencies: idSet("agency", agencies, lists),
    ids: idSet("id", id, lists),
    version: parseVersion30(version)
  };
}

function flowsOf(content: SdmxContent, parts: readonly string[], any = true) {
  const pattern = flowPattern(parts, any);
  const flows = findFlows(content, pattern);
  if (pattern.ids) assertFlows(flows, content, parts.slice(2, 5).join("/"));
  return flows;
}

function data(content: SdmxContent, request: SdmxRequest, parts: readonly string[], parameters: Parameters) {
  assertLength(parts, 6);
  const query = parseDataQuery30(parts[5] ?? "*", parameters);
  const flows = flowsOf(content, parts);
  const agreement = agree(request, new Map(parameters).get("format"), dialect30.data);
  return findData(content, dialect30, {flows, query, parseKeys: parseKeys30, agreement, language: languageOf(request)});
}

const availabilityParameters = ["c", "updatedAfter", "reportingYearStartDay", "references", "mode", "format"];
const availabilityReferences = [
  "none",
  "all",
  "datastructure",
  "conceptscheme",
  "codelist",
  "dataproviderscheme",
  "dataflow",
  "valuelist"
] as const;

async function availability(
  content: SdmxContent,
  request: SdmxRequest,
  parts: readonly string[],
  parameters: Parameters
) {
  assertLength(parts, 7);
  const of = namedParameters(parameters, availabilityParameters);
  const query = parseDataQuery30(
    parts[5] ?? "*",
    parameters.filter(([name]) => name !== "references" && name !== "mode" && name !== "format")
  );
  const flows = flowsOf(content, parts, false);
  const {offer} = agree(request, of.get("format"), dialect30.structures);
  const words = (of.get("references") ?? "none")
    .split(",")
    .map((one) => oneOf("references", one, availabilityReferences, "none"));
  const mode = oneOf("mode", of.get("mode"), ["exact", "available"], "exact");
  const one = await onlyFlow(flows);
  if (!one) return undefined;
  const keys = parseKeys30(query.key, one.structure);
  assertKnownCodes(keys, one.structure, content.structures);
  const found = await findAvailable(graphOf(content, "3.0"), {
    one,
    query,
    keys,
    components: idSet("item", parts[6], lists),
    mode,
    references: words.includes("all") ? "all" : words[0] === "none" ? "none" : new Set(words as StructureType[])
  });
  return found && structureMessage(found, offer, request);
}

/** The one dataflow that has data; which of several cannot be said. */
async function onlyFlow(flows: ReturnType<typeof flowsOf>) {
  const full: typeof flows = [];
  for (const one of flows) {
    for await (const rows of one.rows()) {
      if (rows.length === 0) continue;
      full.push(one);
      break;
    }
  }
  if (full.length > 1)
    throw new SdmxFault(
      "not-implemented",
      `Availability of several dataflows at once is not supported; ask for one of ${full.map(({flow}) => flow.id).join(", ")}`
    );
  return full[0];
}

function schema(content: SdmxContent, request: SdmxRequest, parts: readonly string[], parameters: Parameters) {
  assertLength(parts, 5);
  const of = namedParameters(parameters, ["dimensionAtObservation", "deletion", "asOf", "format"]);
  moment("asOf", of.get("asOf"));
  if (oneOf("deletion", of.get("deletion"), ["true", "false"], "false") === "true")
    throw notImplemented("Schema of deletions");
  const version = parts[4] ?? "~";
  const pattern = schemaPattern(parts, {
    separator: lists.separator,
    version: parseVersion30(version),
    unknown: ["metadatastructure", "metadataflow", "provisionagreement", "metadataprovisionagreement"]
  });
  const {offer} = agree(request, of.get("format"), dialect30.schemas);
  const [one] = findFlows(content, pattern);
  if (!one) throw new SdmxFault("no-results", `There is no ${pattern.context} "${parts[2]}:${parts[3]}(${version})"`);
  const dimensionAtObservation = of.get("dimensionAtObservation");
  return findSchema(content, {one, context: pattern.context, offer, dimensionAtObservation}, request);
}

const referenceWords = [
  "none",
  "parents",
  "parentsandsiblings",
  "ancestors",
  "children",
  "descendants",
  "all"
] as const;

function structures(content: SdmxContent, request: SdmxRequest, parts: readonly string[], parameters: Parameters) {
  const [, type = "*", agencies, id, version = "~", item] = parts;
  assertLength(parts, itemSchemes.has(type) ? 6 : 5);
  const of = namedParameters(parameters, ["detail", "references", "asOf", "format"]);
  moment("asOf", of.get("asOf"));
  const detail = oneOf("detail", of.get("detail"), structureDetails, "full");
  const references = referencesOf(of.get("references"));
  const types = type === "*" ? structureTypes : structureTypes.filter((one) => one === type);
  if (types.length === 0) throw otherTypes.has(type) ? notImplemented(`Structure type "${type}"`) : unknownType(type);
  const pattern = {
    types,
    agencies: idSet("agency", agencies, lists),
    ids: idSet("id", id, lists),
    version: parseVersion30(version),
    items: idSet("item", item, lists)
  };
  const {offer} = agree(request, of.get("format"), dialect30.structures);
  const found = findStructures(content.structures, pattern);
  if (found.length === 0) {
    if (pattern.ids)
      throw new SdmxFault("no-results", `There is no structure "${parts.slice(1).join("/").slice(0, 120)}"`);
    return undefined;
  }
  return structureMessage(graphOf(content, "3.0").resolve(found, references, detail), offer, request);
}

function unknownType(type: string): SdmxFault {
  return syntaxFault(
    `Structure type "${type.slice(0, 40)}" is not known, wanted one of ${structureTypes.join(", ")}, or *`
  );
}

/** One word, or types of structures separated by commas. */
function referencesOf(value: string | undefined): ReferenceChoice {
  if (value === undefined) return "none";
  const words = value.toLowerCase().split(",");
  const known = referenceWords.find((one) => one === words[0]);
  if (known && words.length === 1) return known;
  const wrong = words.find((word) => !(structureTypes as readonly string[]).includes(word) && !otherTypes.has(word));
  if (wrong !== undefined)
    throw syntaxFault(
      `Parameter references has "${wrong.slice(0, 40)}", wanted one of ${referenceWords.join(", ")}, or types of structures`
    );
  return {types: new Set(words as StructureType[])};
}
