import {Hono} from "hono";
import {SdmxFault} from "../../sdmx/query/faults.ts";
import {answer, type Found, faultResponse, methodNotAllowed, noContent, preflight, type SdmxRequest} from "./answer.ts";
import type {SdmxContent} from "./content.ts";
import type {Dialect} from "./dialect.ts";

/** What a service is made from. */
export interface SdmxOptions {
  /** Gives what is published; asked at every request, so that it may wait for the first. */
  readonly content: () => SdmxContent | Promise<SdmxContent>;
  /** Path at which the service is mounted; defaults to none. */
  readonly base?: string;
  /** Told of faults of the service itself. */
  readonly onFault?: (error: unknown) => void;
}

/** Longest address that is read, in characters. */
export const longestAddress = 8_000;

/** Finds what a request asks for; undefined when that is nothing. */
export type Handler = (content: SdmxContent, request: SdmxRequest) => Promise<Found | undefined> | Found | undefined;

/** Makes the app of one version: every request goes to one handler, every fault through one table. */
export function makeService(dialect: Dialect, handle: Handler, options: SdmxOptions): Hono {
  const {content, base = "", onFault = () => undefined} = options;
  const app = new Hono();
  app.options("*", () => preflight());
  app.get("*", async (c) => {
    const request = requestOf(c.req.raw, base);
    try {
      assertShort(c.req.url);
      const now = await content();
      const found = await handle(now, request);
      return found ? await answer(request, now, found) : empty(dialect, request);
    } catch (error) {
      if (!(error instanceof SdmxFault)) onFault(error);
      return faultResponse(dialect, error, request.header("accept"));
    }
  });
  app.all("*", (c) => methodNotAllowed(dialect, c.req.method));
  return app;
}

function requestOf(raw: Request, base: string): SdmxRequest {
  const {pathname, search, origin} = new URL(raw.url);
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return {
    path: path.replace(/^\//, ""),
    root: `${origin}${base}`,
    isHead: raw.method === "HEAD",
    search,
    header: (name) => raw.headers.get(name) ?? undefined
  };
}

function assertShort(url: string): void {
  if (url.length > longestAddress)
    throw new SdmxFault("uri-too-long", `Address has ${url.length} characters, wanted at most ${longestAddress}`);
}

/** 3.0 has a status for it; 2.1 an error. */
function empty(dialect: Dialect, request: SdmxRequest): Response {
  if (dialect.version === "3.0") return noContent();
  return faultResponse(dialect, new SdmxFault("no-results", "No results found"), request.header("accept"));
}
