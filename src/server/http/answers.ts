import {createHash} from "node:crypto";
import type {Context, MiddlewareHandler} from "hono";
import {makeBoundedMap} from "./bounded-map.ts";
import {compress, type Encoding, encodingFor} from "./encoding.ts";

/** Most bytes of answers that are kept. */
const mostBytes = 64 * 1024 * 1024;

/** An answer as it was given once; it holds for as long as the packs and the day do. */
interface KeptAnswer {
  readonly body: Uint8Array;
  readonly headers: readonly (readonly [string, string])[];
  readonly type: string;
  readonly etag: string;
  readonly encoded: Map<Encoding, Promise<Uint8Array>>;
}

/**
 * Keeps answers to GET, compresses them once, and tells clients that hold the same one so. Packs do not change while
 * the server runs, so an address and the day of now make the answer. One that says "no-store" is made anew each time.
 */
export function keepAnswers(today: () => string): MiddlewareHandler {
  const kept = makeBoundedMap<string, KeptAnswer>(mostBytes, ({body}) => 2 * body.byteLength + 1000);
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      await next();
      await compressAnswer(c);
      return;
    }
    const key = `${today()} ${addressOf(c.req.url)}`;
    const known = kept.get(key);
    if (known) return respond(known, c);
    await next();
    if (c.res.status !== 200) return;
    if (c.res.headers.get("cache-control") === "no-store") return await compressAnswer(c);
    const answer = await keep(c.res);
    kept.set(key, answer);
    c.res = undefined;
    c.res = await respond(answer, c);
  };
}

/** Path and query: the host means nothing. */
function addressOf(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}

async function keep(response: Response): Promise<KeptAnswer> {
  const body = new Uint8Array(await response.arrayBuffer());
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return {
    body,
    headers: [...response.headers],
    type: response.headers.get("content-type") ?? "",
    etag: `W/"${hash}"`, // weak: the same answer goes out in several encodings
    encoded: new Map()
  };
}

async function respond(answer: KeptAnswer, c: Context): Promise<Response> {
  const headers = new Headers(answer.headers.map(([name, value]): [string, string] => [name, value]));
  headers.set("etag", answer.etag);
  headers.set("vary", "accept-encoding");
  if (!headers.has("cache-control")) headers.set("cache-control", "no-cache");
  if (isHeld(c.req.header("if-none-match"), answer.etag)) {
    headers.delete("content-type");
    return new Response(null, {status: 304, headers});
  }
  const encoding = encodingFor(c.req.header("accept-encoding"), answer.type, answer.body.byteLength);
  const body = encoding ? await encoded(answer, encoding) : answer.body;
  if (encoding) headers.set("content-encoding", encoding);
  headers.set("content-length", String(body.byteLength));
  return new Response(c.req.method === "HEAD" ? null : (body as Uint8Array<ArrayBuffer>), {headers});
}

function encoded(answer: KeptAnswer, encoding: Encoding): Promise<Uint8Array> {
  let body = answer.encoded.get(encoding);
  if (!body) {
    body = compress(answer.body, encoding);
    answer.encoded.set(encoding, body);
  }
  return body;
}

function isHeld(held: string | undefined, etag: string): boolean {
  if (held === undefined) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return held.trim() === "*" || held.split(",").some((tag) => plain(tag) === plain(etag));
}

/** Answers to other methods, and those that depend on more than their address, are never kept, nor held by clients. */
async function compressAnswer(c: Context): Promise<void> {
  const {res} = c;
  if (!res.headers.has("cache-control")) res.headers.set("cache-control", "no-store");
  if (!res.body) return;
  const type = res.headers.get("content-type") ?? "";
  const body = new Uint8Array(await res.arrayBuffer());
  const encoding = encodingFor(c.req.header("accept-encoding"), type, body.byteLength);
  const sent = encoding ? await compress(body, encoding) : body;
  const headers = new Headers(res.headers);
  headers.set("vary", "accept-encoding");
  if (encoding) headers.set("content-encoding", encoding);
  headers.set("content-length", String(sent.byteLength));
  c.res = undefined;
  c.res = new Response(sent as Uint8Array<ArrayBuffer>, {status: res.status, headers});
}
