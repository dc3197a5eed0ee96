import {groupBy} from "../../base/group-by.ts";
import {type Html, html} from "../../brief/html.ts";
import {problems} from "../http/problem.ts";

/** The part of a schema of JSON Schema that the page shows. */
export interface PageSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly items?: PageSchema;
  readonly properties?: Readonly<Record<string, PageSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | PageSchema;
  readonly anyOf?: readonly PageSchema[];
  readonly allOf?: readonly PageSchema[];
  readonly oneOf?: readonly PageSchema[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: PageSchema;
}

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {readonly content: Readonly<Record<string, {readonly schema?: PageSchema}>>};
  readonly responses: Readonly<
    Record<string, {readonly description?: string; readonly content?: Readonly<Record<string, {schema?: PageSchema}>>}>
  >;
}

/** The part of an OpenAPI description that the page shows. */
export interface PageDocument {
  readonly info: {readonly title: string; readonly version: string; readonly description?: string};
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: {readonly schemas?: Readonly<Record<string, PageSchema>>};
}

interface Address extends Operation {
  readonly path: string;
  readonly method: string;
}

/** The description of the interface as a page without scripts; its examples ask the server at `origin`. */
export function referencePage(document: PageDocument, origin: string): string {
  const {info} = document;
  const addresses = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Address => ({...operation, path, method}))
  );
  const groups = [...groupBy(addresses, ({tags = []}) => tags[0] ?? "Other")];
  const schemas = Object.entries(document.components?.schemas ?? {});
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<header>
<p><a href="/">Concord</a> <span class="quiet">${info.version}</span></p>
<h1>${info.title}</h1>
<p>${info.description}</p>
<p>For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). For tools that read SDMX: <a href="#sdmx">the SDMX services</a>.</p>
</header>
<main>
<nav aria-label="Addresses">
<h2>Addresses</h2>
${groups.map(([tag, list]) => html`<h3>${tag}</h3>\n<ul class="toc">${list.map(entry)}</ul>\n`)}</nav>
${groups.map(([tag, list]) => html`<h2>${tag}</h2>\n${list.map((address) => operationSection(address, origin))}`)}
${sdmxSection(origin)}
<h2 id="problems">Problems</h2>
<p>Errors are JSON by RFC 9457, of the type <code>application/problem+json</code>; <code>code</code> never changes its meaning, and <code>violations</code> lists all that is wrong with a request.</p>
<dl>${Object.entries(problems).map(
    ([code, {status, title}]) => html`<dt id="problem-${code}"><code>${code}</code> ${status}</dt><dd>${title}</dd>\n`
  )}</dl>
<h2 id="schemas">Schemas</h2>
${schemas.map(
  ([name, schema]) => html`<details id="schema-${name}"><summary><code>${name}</code> ${schema.description}</summary>
${schemaList(schema, 0)}</details>\n`
)}</main>
</body>
</html>
`.text;
}

function idOf({method, path}: Address): string {
  return `${method}${path.replaceAll(/[^a-z0-9]+/gi, "-")}`;
}

function entry(address: Address): Html {
  const {method, path, summary} = address;
  return html`<li><a href="#${idOf(address)}"><code>${method.toUpperCase()} ${path}</code></a> ${summary}</li>\n`;
}

function operationSection(address: Address, origin: string): Html {
  const {method, path, summary, description, parameters = [], requestBody, responses} = address;
  const [answer] = Object.entries(responses["200"]?.content ?? {});
  const body = requestBody?.content["application/json"]?.schema;
  return html`<section id="${idOf(address)}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${prose([summary, description].filter(Boolean).join(". "))}</p>
${parameters.length > 0 ? parameterTable(parameters) : ""}
${body ? html`<p>Body: ${schemaName(body)}</p>` : ""}
${answer ? html`<p>Answer: <code>${answer[0]}</code>${answer[1].schema?.$ref === undefined ? "" : html`, ${schemaName(answer[1].schema)}`}</p>` : ""}
${method === "get" ? example(address, origin) : body ? postExample(address, origin) : ""}
</section>
`;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  return html`<table class="parameters">
<thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${parameters.map(
  ({name, required, schema = {}, description = schema.description}) =>
    html`<tr><td><code>${name}</code>${required ? "" : html` <span class="quiet">optional</span>`}</td><td>${description}${
      schema.enum ? html` <span class="quiet">${schema.enum.map(String).join(" | ")}</span>` : ""
    }</td></tr>\n`
)}</tbody></table>`;
}

/** A command to try: the examples of the parameters that must be given. */
function example({path, parameters = []}: Address, origin: string): Html {
  const given = (one: Parameter) => encodeURIComponent(String(one.schema?.example ?? `{${one.name}}`));
  const filled = parameters
    .filter((one) => one.in === "path")
    .reduce((text, one) => text.replace(`{${one.name}}`, given(one)), path);
  const query = parameters
    .filter((one) => one.in === "query" && one.required)
    .map((one) => `${one.name}=${given(one)}`);
  const address = `${origin}${filled}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  return html`<pre><code>curl '${address}'</code></pre>`;
}

/** The same of what takes a text to check. */
function postExample({path}: Address, origin: string): Html {
  const body = JSON.stringify({
    text: "In 2023 trade between Belarus and Russia made almost $54bn.",
    posted: "2024-02-23"
  });
  return html`<pre><code>curl -X POST '${origin}${path}' -H 'content-type: application/json' \\
  -d '${body}'</code></pre>`;
}

/** The other interface of the server, which describes itself in the messages of SDMX. */
function sdmxSection(origin: string): Html {
  const addresses = [
    ["/sdmx/3.0/structure/dataflow", "dataflows, SDMX 3.0 (SDMX-JSON 2.0)"],
    ["/sdmx/2.1/dataflow", "dataflows, SDMX 2.1 (SDMX-ML)"],
    ["/sdmx/3.0/structure/datastructure/CONCORD/DSD_FIGURE", "the dimensions of a figure"],
    ["/sdmx/3.0/data/dataflow/CONCORD/DF_REPORTED?format=csv", "all reported figures as a table, as for Excel and R"]
  ] as const;
  return html`<h2 id="sdmx">SDMX</h2>
<p>Figures and the register for clients of SDMX, at <code>${origin}/sdmx/2.1</code> and <code>${origin}/sdmx/3.0</code>. The services describe themselves:</p>
<ul class="toc">${addresses.map(([path, what]) => html`<li><a href="${path}"><code>GET ${path}</code></a> ${what}</li>\n`)}</ul>
<p>How a basis becomes a key, and which clients read it, is in the guide: <code>docs/sdmx.md</code>.</p>
`;
}

/** A sentence with its parts in backquotes as code. */
function prose(text: string): Html {
  return html`${text.split("`").map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** Schemas below this depth are named by their type alone: openapi.json has all of it. */
const deepest = 4;

function schemaList(schema: PageSchema, depth: number): Html {
  const {properties = {}, required = []} = schema;
  return html`<dl>${Object.entries(properties).map(
    ([
      name,
      inner
    ]) => html`<dt><code>${name}</code>${required.includes(name) ? "" : html` <span class="quiet">optional</span>`} <span class="quiet">${schemaName(inner)}</span> ${inner.description}</dt>
${depth < deepest ? innerList(inner, depth) : ""}`
  )}</dl>`;
}

function innerList(schema: PageSchema, depth: number): Html {
  const object = [schema, schema.items, ...(schema.anyOf ?? [])].find((one) => one?.properties);
  return object ? html`<dd>${schemaList(object, depth + 1)}</dd>` : html``;
}

function schemaName(schema: PageSchema): Html {
  const {$ref, type, items, anyOf, oneOf, allOf, additionalProperties} = schema;
  if ($ref !== undefined) {
    const name = $ref.split("/").at(-1)!;
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const parts = anyOf ?? oneOf ?? allOf;
  if (parts) return html`${parts.map((one, index) => html`${index > 0 ? " | " : ""}${schemaName(one)}`)}`;
  if (items) return html`list of ${schemaName(items)}`;
  if (schema.enum) return html`${schema.enum.map(String).join(" | ")}`;
  if (typeof additionalProperties === "object") return html`map of ${schemaName(additionalProperties)}`;
  return html`${typeof type === "string" ? type : (type ?? ["any"]).join(" | ")}`;
}
