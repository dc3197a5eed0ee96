import {brotliDecompressSync, gunzipSync} from "node:zlib";
import type {Services} from "../fixture.ts";
import {makeValidator, type Validator} from "../validate.ts";
import {answerOf, type Case} from "./case.ts";

/** What came of a requirement. */
export interface Outcome {
  readonly one: Case;
  /** What is wrong; absent where it passed. */
  readonly fault?: string;
}

/** Asks everything, one after the other. */
export async function runCases(services: Services, cases: readonly Case[]): Promise<Outcome[]> {
  const validate = await makeValidator(services);
  const outcomes: Outcome[] = [];
  for (const one of cases) {
    const fault = await faultOf(services, validate, one);
    outcomes.push({one, ...(fault !== undefined && {fault})});
  }
  return outcomes;
}

async function faultOf(services: Services, validate: Validator, one: Case): Promise<string | undefined> {
  try {
    const response = await services.ask(one.version, one.path, one.headers);
    const body = decoded(Buffer.from(await response.arrayBuffer()), response.headers.get("content-encoding"));
    if (response.status !== one.status) return `status ${response.status}, wanted ${one.status}: ${body.slice(0, 300)}`;
    const faults = await validate(response, body, `${one.version}/${one.path}`);
    if (faults.length > 0) return `not by its schema: ${faults[0]}`;
    return await one.check?.(answerOf(response, body));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function decoded(body: Buffer, encoding: string | null): string {
  if (encoding === "gzip") return gunzipSync(body).toString();
  return (encoding === "br" ? brotliDecompressSync(body) : body).toString();
}

/** The page that tells every requirement and what came of it. */
export function conformancePage(outcomes: readonly Outcome[]): string {
  const parts = (["2.1", "3.0"] as const).map((version) => {
    const own = outcomes.filter(({one}) => one.version === version);
    const passed = own.filter(({fault}) => fault === undefined).length;
    const sections = [...new Set(own.map(({one}) => one.section))];
    return [
      `## SDMX ${version}: ${passed} of ${own.length} pass`,
      ...sections.map((name) =>
        [
          `### ${name}`,
          "",
          "| requirement | request | status | result |",
          "|---|---|---|---|",
          ...own.filter(({one}) => one.section === name).map(row)
        ].join("\n")
      )
    ].join("\n\n");
  });
  return `# SDMX conformance

What was required of both SDMX services, and what came of it. \`test/sdmx/conformance/conformance.test.ts\` asks every
request of a pack made for it, checks the body against the official schema of its representation (JSON Schema, or XML
Schema; structure-specific messages also against the schema that the service itself gives), and writes this page. The
requirements of 2.1 follow version 1.5 of SDMX REST and the list of the official test kit; those of 3.0 follow the OpenAPI
description of SDMX REST 2.2.

${parts.join("\n\n")}
`;
}

function row({one, fault}: Outcome): string {
  const shown = one.path.length > 110 ? `${one.path.slice(0, 110)}…` : one.path;
  const headers = Object.entries(one.headers ?? {}).map(([name, value]) => ` ${name}: ${value}`);
  const request = `\`${escaped(`${shown}${headers.join("")}`)}\``;
  return `| ${escaped(one.title)} | ${request} | ${one.status} | ${fault === undefined ? "pass" : `fail: ${escaped(fault).slice(0, 200)}`} |`;
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
