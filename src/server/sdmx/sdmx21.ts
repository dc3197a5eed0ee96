import type {Hono} from "hono";
import {agency} from "../../sdmx/agency.ts";
import {syntaxFault} from "../../sdmx/query/faults.ts";
import {parseKey21} from "../../sdmx/query/key.ts";
import {
  namedParameters,
  oneOf,
  type Parameters,
  parseDataQuery21,
  parseQueryString
} from "../../sdmx/query/parameters.ts";
import {type ReferenceChoice, structureDetails} from "../../sdmx/query/structure-graph.ts";
import {parseVersion21} from "../../sdmx/query/versions.ts";
import {type StructureType, structureTypes} from "../../sdmx/structures.ts";
import type {Found, SdmxRequest} from "./answer.ts";
import {findAvailable} from "./availability.ts";
import {agree, assertFlows, type FlowPattern, findFlows, graphOf, languageOf} from "./common.ts";
import type {FlowContent, SdmxContent} from "./content.ts";
import {findData} from "./data.ts";
import {dialect21} from "./dialect.ts";
import {assertLength, idSet, notImplemented, pathParts} from "./paths.ts";
import {findSchema, schemaPattern} from "./schema.ts";
import {makeService, type SdmxOptions} from "./service.ts";
import {findStructures, structureMessage} from "./structures.ts";

const lists = {all: ["all"], separator: "+"};

/** Resources of 2.1 and the types that they name; empty for those that this service has none of. */
const resources: Readonly<Record<string, readonly StructureType[]>> = {
  datastructure: ["datastructure"],
  dataflow: ["dataflow"],
  categorisation: ["categorisation"],
  contentconstraint: ["dataconstraint"],
  actualconstraint: ["dataconstraint"],
  allowedconstraint: [],
  conceptscheme: ["conceptscheme"],
  codelist: ["codelist"],
  categoryscheme: ["categoryscheme"],
  agencyscheme: ["agencyscheme"],
  dataproviderscheme: ["dataproviderscheme"],
  organisationscheme: ["agencyscheme", "dataproviderscheme"],
  structure: structureTypes,
  metadatastructure: [],
  metadataflow: [],
  provisionagreement: [],
  structureset: [],
  process: [],
  attachmentconstraint: [],
  hierarchicalcodelist: [],
  dataconsumerscheme: [],
  organisationunitscheme: [],
  reportingtaxonomy: [],
  transformationscheme: [],
  rulesetscheme: [],
  userdefinedoperatorscheme: [],
  customtypescheme: [],
  vtlmappingscheme: [],
  namepersonalisationscheme: [],
  namealiasscheme: []
};

const itemSchemes = new Set([
  "conceptscheme",
  "codelist",
  "categoryscheme",
  "agencyscheme",
  "dataproviderscheme",
  "organisationscheme"
]);

/** The SDMX 2.1 service (REST 1.5). */
export function sdmx21(options: SdmxOptions): Hono {
  return makeService(dialect21, handle, options);
}

function handle(content: SdmxContent, request: SdmxRequest): Promise<Found | undefined> | Found | undefined {
  const parts = pathParts(request.path);
  const parameters = parseQueryString(request.search);
  const resource = parts[0] ?? "";
  if (resource === "data") return data(content, request, parts, parameters);
  if (resource === "availableconstraint") return availability(content, request, parts, parameters);
  if (resource === "schema") return schema(content, request, parts, parameters);
  if (resource === "metadata") throw notImplemented('Resource "metadata"');
  if (Object.hasOwn(resources, resource)) return structures(content, request, parts, parameters);
  throw syntaxFault(
    `Resource "${resource.slice(0, 40)}" is not known, wanted data, availableconstraint, schema, or a type of structure`
  );
}

/** `[agency,]id[,version]`. */
function flowPattern(text: string | undefined): FlowPattern {
  if (text === undefined) throw syntaxFault("Path has no dataflow, wanted AGENCY,ID,VERSION");
  const parts = text.split(",");
  if (parts.length > 3)
    throw syntaxFault(`Dataflow "${text.slice(0, 60)}" has ${parts.length} parts, wanted AGENCY,ID,VERSION`);
  const [agencies, id, version] = parts.length === 1 ? [undefined, parts[0], undefined] : parts;
  return {
    context: "dataflow",
    agencies: idSet("agency", agencies, lists),
    ids: idSet("id", id, lists),
    version: parseVersion21(version ?? "latest")
  };
}

function flowsOf(content: SdmxContent, text: string | undefined, provider: string | undefined): FlowContent[] {
  const flows = findFlows(content, flowPattern(text));
  assertFlows(flows, content, text ?? "");
  return isOurs(provider) ? flows : [];
}

/** All data are provided by this service's agency: `[agency,]id`, several joined by `+`. */
function isOurs(provider: string | undefined): boolean {
  if (provider === undefined || provider === "all") return true;
  return provider.split("+").some((one) => {
    const parts = one.split(",");
    if (parts.length > 2 || parts.includes("")) throw syntaxFault(`Provider "${one.slice(0, 40)}" is not AGENCY,ID`);
    return parts.at(-1) === agency && (parts.length === 1 || parts[0] === agency || parts[0] === "all");
  });
}

function data(content: SdmxContent, request: SdmxRequest, parts: readonly string[], parameters: Parameters) {
  assertLength(parts, 4);
  const query = parseDataQuery21(parts[2] ?? "all", parameters);
  const flows = flowsOf(content, parts[1], parts[3]);
  const agreement = agree(request, new Map(parameters).get("format"), dialect21.data);
  return findData(content, dialect21, {flows, query, parseKeys: parseKey21, agreement, language: languageOf(request)});
}

const availabilityParameters = ["startPeriod", "endPeriod", "updatedAfter", "references", "mode", "format"];

async function availability(
  content: SdmxContent,
  request: SdmxRequest,
  parts: readonly string[],
  parameters: Parameters
) {
  assertLength(parts, 5);
  const of = namedParameters(parameters, availabilityParameters);
  const query = parseDataQuery21(
    parts[2] ?? "all",
    parameters.filter(([name]) => name === "startPeriod" || name === "endPeriod" || name === "updatedAfter")
  );
  const one = flowsOf(content, parts[1], parts[3])[0];
  const {offer} = agree(request, of.get("format"), dialect21.structures);
  const references = oneOf(
    "references",
    of.get("references"),
    ["none", "all", "datastructure", "conceptscheme", "codelist", "dataproviderscheme", "dataflow"],
    "none"
  );
  const mode = oneOf("mode", of.get("mode"), ["exact", "available"], "exact");
  if (!one) return undefined;
  const found = await findAvailable(graphOf(content, "2.1"), {
    one,
    query,
    keys: parseKey21(query.key, one.structure),
    components: idSet("item", parts[4], lists),
    mode,
    references: references === "none" || references === "all" ? references : new Set([references])
  });
  return found && structureMessage(found, offer, request);
}

function schema(content: SdmxContent, request: SdmxRequest, parts: readonly string[], parameters: Parameters) {
  assertLength(parts, 5);
  const of = namedParameters(parameters, ["dimensionAtObservation", "explicitMeasure", "format"]);
  oneOf("explicitMeasure", of.get("explicitMeasure"), ["true", "false"], "false");
  const pattern = schemaPattern(parts, {
    separator: lists.separator,
    version: parseVersion21(parts[4] ?? "latest"),
    unknown: ["metadatastructure", "metadataflow", "provisionagreement"]
  });
  const {offer} = agree(request, of.get("format"), dialect21.schemas);
  const [one] = findFlows(content, pattern);
  const dimensionAtObservation = of.get("dimensionAtObservation");
  return one && findSchema(content, {one, context: pattern.context, offer, dimensionAtObservation}, request);
}

const referenceWords = ["none", "parents", "parentsandsiblings", "children", "descendants", "all"] as const;

function structures(content: SdmxContent, request: SdmxRequest, parts: readonly string[], parameters: Parameters) {
  const [resource = "", agencies, id, version = "latest", item] = parts;
  assertLength(parts, itemSchemes.has(resource) ? 5 : 4);
  const of = namedParameters(parameters, ["detail", "references", "format"]);
  const detail = oneOf(
    "detail",
    of.get("detail"),
    structureDetails.filter((one) => one !== "raw"),
    "full"
  );
  const references = referencesOf(of.get("references"));
  const types = resources[resource]!;
  if (types.length === 0 && resource !== "allowedconstraint") throw notImplemented(`Resource "${resource}"`);
  const pattern = {
    types,
    agencies: idSet("agency", agencies, lists),
    ids: idSet("id", id, lists),
    version: parseVersion21(version),
    items: idSet("item", item, lists)
  };
  const {offer} = agree(request, of.get("format"), dialect21.structures);
  const found = findStructures(content.structures, pattern);
  if (found.length === 0) return undefined;
  return structureMessage(graphOf(content, "2.1").resolve(found, references, detail), offer, request);
}

function referencesOf(value: string | undefined): ReferenceChoice {
  const word = value?.toLowerCase();
  if (word === undefined) return "none";
  const known = referenceWords.find((one) => one === word);
  if (known) return known;
  if (!Object.hasOwn(resources, word) || word === "structure")
    throw syntaxFault(
      `Parameter references is "${word.slice(0, 40)}", wanted one of ${referenceWords.join(", ")}, or a type of structure`
    );
  return {types: new Set(resources[word])};
}
