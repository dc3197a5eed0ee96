import {readFileSync} from "node:fs";
import {join} from "node:path";
import {Ajv, type ValidateFunction} from "ajv";
import addFormats from "ajv-formats";
import type {Services} from "./fixture.ts";
import {findPython} from "./python.ts";

/** Checks the body of an answer against the official schema of its media type; returns what is wrong with it. */
export type Validator = (response: Response, body: string, path: string) => Promise<readonly string[]>;

/** Makes a validator; where Python is absent it knows no schema and only parses. */
export async function makeValidator(services: Services): Promise<Validator> {
  const python = await findPython();
  const folder = python && ((await python.ask("folder")) as string);
  const schemas = new Map<string, ValidateFunction>();

  function jsonFaults(kind: "data" | "structure", version: "10" | "20", body: string): string[] {
    const parsed: unknown = JSON.parse(body);
    if (!folder) return [];
    const path = join(folder, "json", `sdmx${version}`, `sdmx-json-${kind}-schema.json`);
    let validate = schemas.get(path);
    if (!validate) {
      const ajv = new Ajv({strict: false, allErrors: true, validateFormats: true, unicodeRegExp: false});
      addFormats.default(ajv);
      // The schemas name their dialect without a version, and themselves by "id", as drafts before 6 did.
      const {$schema: _, id: __, ...schema} = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
      validate = ajv.compile(schema);
      schemas.set(path, validate);
    }
    validate(parsed);
    return (validate.errors ?? []).slice(0, 5).map(({instancePath, message}) => `${instancePath} ${message}`);
  }

  async function xmlFaults(version: string, text: string, own?: string): Promise<string[]> {
    if (!python) return [];
    return (await python.ask("validate", {version, text, own})) as string[];
  }

  /** The schema that the service itself gives for a structure-specific message. */
  async function ownSchema(version: "2.1" | "3.0", body: string): Promise<string> {
    const flow = /Dataflow=([^:]+):([^(]+)\(([^)]+)\):ObsLevelDim:(\w+)/.exec(body)!;
    const [, agency, id, of, at] = flow;
    const response = await services.ask(version, `schema/dataflow/${agency}/${id}/${of}?dimensionAtObservation=${at}`, {
      accept: `application/vnd.sdmx.schema+xml;version=${version === "2.1" ? "2.1" : "3.0.0"}`
    });
    return response.text();
  }

  return async (response, body, path) => {
    const type = response.headers.get("content-type") ?? "";
    if (response.status === 204 || response.status === 304) return body === "" ? [] : ["a body where none may be"];
    if (/^application\/json/.test(type)) return jsonFaults("data", "20", body);
    if (/^application\/xml/.test(type)) return xmlFaults(path.startsWith("2.1") ? "2.1" : "3.0", body);
    const match = /^application\/vnd\.sdmx\.([a-z]+)\+(json|xml|csv);version=([\d.]+)/.exec(type);
    if (!match) return [`an unknown media type "${type}"`];
    const [, kind = "", format, version = ""] = match;
    if (format === "json")
      return jsonFaults(kind === "structure" ? "structure" : "data", version === "1.0.0" ? "10" : "20", body);
    if (format === "csv") return csvFaults(body, version);
    const xml = version.startsWith("2.1") ? "2.1" : "3.0";
    if (kind === "schema") return python ? ((await python.ask("schema", {version: xml, text: body})) as string[]) : [];
    const isSpecific = kind.startsWith("structurespecific") || kind === "data";
    return xmlFaults(xml, body, isSpecific ? await ownSchema(xml, body) : undefined);
  };
}

/** SDMX-CSV has no schema: the first columns are fixed, and every record is as wide as the header. */
function csvFaults(body: string, version: string): string[] {
  const first = body.split(",")[0]!;
  const wanted = version === "1.0.0" ? "DATAFLOW" : "STRUCTURE";
  const faults = first === wanted ? [] : [`begins with ${first}, wanted ${wanted}`];
  if (!body.endsWith("\r\n")) faults.push("does not end with a line break");
  return faults;
}
