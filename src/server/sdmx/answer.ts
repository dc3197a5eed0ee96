import {createHash, randomUUID} from "node:crypto";
import {pipeline, Readable} from "node:stream";
import {constants, createBrotliCompress, createGzip} from "node:zlib";
import {agency} from "../../sdmx/agency.ts";
import {SdmxFault} from "../../sdmx/query/faults.ts";
import {errorJson, errorXml} from "../../sdmx/write/error-message.ts";
import type {MessageHead} from "../../sdmx/write/layout.ts";
import type {SdmxContent} from "./content.ts";
import type {Dialect} from "./dialect.ts";

/** A request that a service got. */
export interface SdmxRequest {
  /** Path below the service, as it came: encoded, without its leading slash. */
  readonly path: string;
  /** Address of the service itself, without a slash at the end. */
  readonly root: string;
  /** Whether only the headers are wanted. */
  readonly isHead: boolean;
  /** Query string as it came, with its question mark. */
  readonly search: string;
  header(name: string): string | undefined;
}

/** What a handler found. */
export interface Found {
  /** Media type with its version and parameters. */
  readonly type: string;
  /** Language of the names. */
  readonly language: string;
  readonly body: AsyncIterable<string> | Iterable<string>;
  /** File name for browsers. */
  readonly name: string;
  /** Gives back what the body holds open, where it is not going to be read. */
  readonly cancel?: () => Promise<void>;
}

/** Headers of every answer: any page may read it, and caches know what it depends on. */
const common: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, Content-Language, Content-Disposition",
  vary: "Accept, Accept-Encoding, Accept-Language"
};

/** The answer to a preflight request. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...common,
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "Accept, Accept-Encoding, Accept-Language, If-Modified-Since, If-None-Match",
      "access-control-max-age": "86400"
    }
  });
}

/** Nothing was found, which is no error. */
export function noContent(): Response {
  return new Response(null, {status: 204, headers: common});
}

/** Only reading is allowed. */
export function methodNotAllowed(dialect: Dialect, method: string): Response {
  const text = `Method ${method.slice(0, 20)} is not allowed, wanted GET, HEAD or OPTIONS`;
  return errorResponse(dialect, {status: 405, code: dialect.version === "2.1" ? 140 : 405, text}, undefined, {
    allow: "GET, HEAD, OPTIONS"
  });
}

/** Makes an answer: 304 where the client holds it already, else the body, compressed where the client takes it. */
export async function answer(request: SdmxRequest, content: SdmxContent, found: Found): Promise<Response> {
  const {type, language, body, name, cancel} = found;
  const etag = etagOf(request, content, type, language);
  const headers: Record<string, string> = {
    ...common,
    etag,
    "last-modified": content.updated.toUTCString(),
    "cache-control": "no-cache",
    "content-language": language
  };
  const held = isHeld(request, etag, content.updated);
  if (held || request.isHead) await cancel?.();
  if (held) return new Response(null, {status: 304, headers});
  const encoding = encodingFor(request.header("accept-encoding"));
  const sent = request.isHead ? null : (Readable.toWeb(streamOf(body, encoding)) as ReadableStream<Uint8Array>);
  return new Response(sent, {
    headers: {
      ...headers,
      "content-type": type.includes("charset") ? type : `${type}; charset=utf-8`,
      "content-disposition": `inline; filename="${name}"`,
      ...(encoding !== undefined && {"content-encoding": encoding})
    }
  });
}

/** Whoever goes away in the middle closes all of it, down to the store. */
function streamOf(body: Found["body"], encoding: Encoding | undefined): Readable {
  const text = Readable.from(encoded(body));
  return encoding === undefined ? text : pipeline(text, compressor(encoding), () => undefined);
}

/** Pieces of some size, so that neither small ones cost a write each nor large ones memory. */
async function* encoded(body: Found["body"]): AsyncGenerator<Buffer> {
  let waiting = "";
  for await (const piece of body) {
    waiting += piece;
    if (waiting.length < 65_536) continue;
    yield Buffer.from(waiting);
    waiting = "";
  }
  if (waiting !== "") yield Buffer.from(waiting);
}

type Encoding = "br" | "gzip" | "deflate";

function encodingFor(accepted: string | undefined): Encoding | undefined {
  const q = new Map<string, number>();
  for (const part of (accepted ?? "").toLowerCase().split(",")) {
    const [name = "", ...rest] = part.trim().split(";");
    const given = rest.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find((value) => value !== undefined);
    q.set(name.trim(), given === undefined ? 1 : Number(given));
  }
  const offered = (["br", "gzip"] as const).map((name) => ({name, q: q.get(name) ?? q.get("*") ?? 0}));
  const best = offered.sort((a, b) => b.q - a.q)[0]!;
  return best.q > 0 && best.q >= (q.get("identity") ?? 0) ? best.name : undefined;
}

function compressor(encoding: Encoding) {
  return encoding === "br" ? createBrotliCompress({params: {[constants.BROTLI_PARAM_QUALITY]: 4}}) : createGzip();
}

/** Weak, because compressed and plain answers share it. Answers change with the content and with the day. */
function etagOf(
  {path, search}: SdmxRequest,
  {mark, updated, today}: SdmxContent,
  type: string,
  language: string
): string {
  const parts = [path, search, mark, updated.getTime(), today(), type, language].join("\n");
  return `W/"${createHash("sha256").update(parts).digest("base64url").slice(0, 22)}"`;
}

/** `If-None-Match` counts, `If-Modified-Since` only where it is absent. */
function isHeld(request: SdmxRequest, etag: string, updated: Date): boolean {
  const held = request.header("if-none-match");
  if (held !== undefined) {
    const plain = (tag: string) => tag.trim().replace(/^W\//, "");
    return held.trim() === "*" || held.split(",").some((tag) => plain(tag) === plain(etag));
  }
  const since = Date.parse(request.header("if-modified-since") ?? "");
  return !Number.isNaN(since) && updated.getTime() <= since;
}

interface Told {
  readonly status: number;
  readonly code: number;
  readonly text: string;
}

/** Puts a fault into the words of a version. */
export function faultResponse(dialect: Dialect, error: unknown, accept: string | undefined): Response {
  const fault = error instanceof SdmxFault ? error : new SdmxFault("internal", "The service met a fault of its own");
  const [status, code] = dialect.faults[fault.kind];
  return errorResponse(dialect, {status, code, text: fault.message}, accept);
}

function errorResponse(
  dialect: Dialect,
  {status, code, text}: Told,
  accept = "",
  headers: Readonly<Record<string, string>> = {}
): Response {
  const [xml, json] = [accept.search(/xml/i), accept.search(/json/i)];
  const isJson = json >= 0 && (xml < 0 || json < xml) ? true : xml < 0 && dialect.version === "3.0";
  const body = isJson ? errorJson({code, text}, messageHead("en")) : errorXml({code, text}, dialect.version);
  return new Response(body, {
    status,
    headers: {
      ...common,
      ...headers,
      "cache-control": "no-store",
      "content-type": isJson ? "application/json; charset=utf-8" : "application/xml; charset=utf-8"
    }
  });
}

/** The head of a message that is made now. */
export function messageHead(language: string): MessageHead {
  return {
    id: `M_${randomUUID()}`,
    prepared: `${new Date().toISOString().slice(0, 19)}Z`,
    sender: {id: agency, names: {en: "Concord", ru: "Concord"}},
    language
  };
}
