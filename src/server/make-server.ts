import type {OpenAPIHono} from "@hono/zod-openapi";
import {HTTPException} from "hono/http-exception";
import type {Catalogue} from "./catalogue.ts";
import {chartRoutes} from "./charts/routes.ts";
import {checkRoutes} from "./check/routes.ts";
import {economiesRoutes} from "./economies/routes.ts";
import {figuresRoutes} from "./figures/routes.ts";
import {keepAnswers} from "./http/answers.ts";
import {secureHeaders} from "./http/headers.ts";
import {makeProblem, ProblemError, problemOf, problemResponse} from "./http/problem.ts";
import {makeRouter, pathPattern} from "./http/router.ts";
import {packsRoutes} from "./packs/routes.ts";
import {addReference} from "./reference/routes.ts";
import {registerRoutes} from "./register/routes.ts";
import {catalogueContent} from "./sdmx/catalogue-content.ts";
import type {SdmxContent} from "./sdmx/content.ts";
import {sdmx21} from "./sdmx/sdmx21.ts";
import {sdmx30} from "./sdmx/sdmx30.ts";
import {turnoverRoutes} from "./turnover/routes.ts";
import {makeWebApp} from "./web/static.ts";

/** What a server is made of. */
export interface ServerOptions {
  readonly catalogue: Catalogue;
  /** Of the package. */
  readonly version: string;
  /** Folder of the built web app; a server without one answers under /api alone. */
  readonly webFolder: string;
  /** Told where an unexpected error arose, never what it said: that may quote a text; defaults to silence. */
  readonly onFault?: (place: string) => void;
}

/** The server as a function from requests to responses: `app.request("/api/packs")` needs no port. */
export function makeServer({catalogue, version, webFolder, onFault = () => undefined}: ServerOptions): OpenAPIHono {
  const app = makeRouter();
  app.use(secureHeaders);
  app.use("/api/*", keepAnswers(catalogue.today)); // and /api itself
  for (const routes of [
    packsRoutes(catalogue, version),
    economiesRoutes(catalogue),
    turnoverRoutes(catalogue),
    figuresRoutes(catalogue),
    checkRoutes(catalogue),
    registerRoutes(catalogue),
    chartRoutes(catalogue)
  ])
    app.route("/api", routes);
  addReference(app, version);
  addSdmx(app, catalogue, onFault);
  const web = makeWebApp(webFolder);
  app.notFound((c) => (isInterface(c.req.path) ? noSuchAddress(app, c.req.method, c.req.path) : web.respond(c)));
  app.onError((error, c) => {
    if (c.req.raw.signal.aborted)
      return problemResponse(makeProblem("unavailable", "The client left before the answer"));
    const known = error instanceof HTTPException ? fromFramework(error) : error;
    const problem = problemOf(known);
    if (problem.code === "unexpected") onFault(placeOf(error));
    return problemResponse(problem, known instanceof ProblemError ? known.headers : {});
  });
  return app;
}

/** Both SDMX services, over one content that is made when first asked for. */
function addSdmx(app: OpenAPIHono, catalogue: Catalogue, onFault: (place: string) => void): void {
  let content: Promise<SdmxContent> | undefined;
  const options = {
    content: () => {
      content ??= catalogueContent(catalogue).catch((error: unknown) => {
        content = undefined;
        throw error;
      });
      return content;
    },
    onFault: (error: unknown) => onFault(error instanceof Error ? placeOf(error) : "an unknown place")
  };
  app.route("/sdmx/2.1", sdmx21({...options, base: "/sdmx/2.1"}));
  app.route("/sdmx/3.0", sdmx30({...options, base: "/sdmx/3.0"}));
}

function isInterface(path: string): boolean {
  return ["/api", "/sdmx"].some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

/** Either the address is unknown, or it is known and takes another method. */
function noSuchAddress(app: OpenAPIHono, method: string, path: string): Response {
  const allowed = allowedMethods(app, path);
  if (allowed.length === 0)
    return problemResponse(
      makeProblem("not_found", `Address ${shorten(path)} is not part of the interface`, {
        hint: "see /api for all of them"
      })
    );
  const allow = allowed.join(", ");
  if (method === "OPTIONS") return new Response(null, {status: 204, headers: {allow: `${allow}, OPTIONS`}});
  return problemResponse(
    makeProblem("method_not_allowed", `${method.slice(0, 20)} is not allowed at ${shorten(path)}, wanted ${allow}`),
    {allow}
  );
}

const plainAddresses = ["/api", "/api/openapi.json", "/api/reference.css"];

function allowedMethods(app: OpenAPIHono, path: string): string[] {
  const described = app.openAPIRegistry.definitions.flatMap((one) => (one.type === "route" ? [one.route] : []));
  const fitting = described.filter((route) => new RegExp(`^${pathPattern(route.path).source}`).test(path));
  const methods = new Set(fitting.map((route) => route.method.toUpperCase()));
  if (plainAddresses.includes(path)) methods.add("GET");
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods];
}

/** What the framework itself refuses: a body that is no JSON. */
function fromFramework(error: HTTPException): unknown {
  if (error.status === 400)
    return new ProblemError(
      makeProblem("invalid_query", "The body is not JSON", {hint: 'send an object as {"text": "…"}, encoded as JSON'})
    );
  return error.status === 413 ? new ProblemError(makeProblem("too_large", "The body is too large")) : error;
}

/** The first line of a stack: file, line and column. */
function placeOf(error: Error): string {
  return /^\s+at (.+)$/m.exec(error.stack ?? "")?.[1] ?? "an unknown place";
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
