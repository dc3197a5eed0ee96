import type {OpenAPIHono} from "@hono/zod-openapi";
import {componentSchemas, schemaAddress} from "./schemas.ts";

/** A description by OpenAPI 3.1, as far as it is put together here. */
interface Description {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  components?: object;
}

interface Content {
  readonly content?: Record<string, {schema?: unknown}>;
}

interface DescribedOperation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/**
 * Describes all routes of an app. Paths and parameters are told by the library that serves them; the schemas of bodies
 * are made by zod itself, which alone knows members that may be absent but never undefined.
 */
export function describeApp(app: OpenAPIHono, version: string): object {
  const description = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Concord: the HTTP interface",
      version,
      description:
        "Figures, turnover, checks of texts and the register of the loaded packs, as JSON and CSV. Every figure has its basis and an id that leads to its evidence. Dates are ISO 8601; asOf asks what was known on a day.",
      license: {name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0"}
    }
  }) as unknown as Description;
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const {route} = definition;
    const operation = description.paths?.[route.path]?.[route.method];
    if (!operation) continue;
    refer(operation.requestBody, route.request?.body as Content | undefined);
    for (const [status, response] of Object.entries(operation.responses))
      refer(response, route.responses[status] as Content | undefined);
  }
  description.components = {schemas: componentSchemas()};
  return description;
}

/** Puts the addresses of named schemas in place of what the library wrote out. */
function refer(described: Content | undefined, declared: Content | undefined): void {
  for (const [type, media] of Object.entries(described?.content ?? {})) {
    const address = schemaAddress(declared?.content?.[type]?.schema);
    if (address !== undefined) media.schema = {$ref: address};
  }
}
