import {OpenAPIHono, type z} from "@hono/zod-openapi";
import {problemSchema} from "./problem.ts";
import {brokenRequest} from "./violations.ts";

/** A group of addresses that refuses broken requests with all their violations. */
export function makeRouter(): OpenAPIHono {
  const router: OpenAPIHono = new OpenAPIHono({
    defaultHook: async (result, c) => {
      if (result.success) return;
      throw brokenRequest(
        result.target,
        result.error.issues,
        await requestData(result.target, c.req),
        queryNames(router, c.req.path)
      );
    }
  });
  return router;
}

interface RequestParts {
  query(): Record<string, string>;
  param(): unknown;
  json(): Promise<unknown>;
}

/** What was checked; the body has been read already, and is kept by the request. */
async function requestData(target: string, request: RequestParts): Promise<unknown> {
  if (target === "query") return request.query();
  return target === "param" ? request.param() : await request.json().catch(() => undefined);
}

/** The parameters that an address takes, for a message that lists them. */
function queryNames(router: OpenAPIHono, path: string): string[] {
  for (const definition of router.openAPIRegistry.definitions) {
    if (definition.type !== "route" || !pathPattern(definition.route.path).test(path)) continue;
    const query = definition.route.request?.query;
    if (query && "shape" in query) return Object.keys(query.shape as object);
  }
  return [];
}

/** The addresses that a path of OpenAPI stands for; a router does not know under which prefix it is mounted. */
export function pathPattern(path: string): RegExp {
  const source = path.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`${source}$`);
}

/** The answers of an address: what it gives, and the errors that any may give. */
export function responses<const Content extends Readonly<Record<string, {readonly schema: z.ZodType}>>>(
  description: string,
  content: Content
) {
  return {
    200: {description, content},
    default: {description: "A problem", content: {"application/problem+json": {schema: problemSchema}}}
  };
}
