import {readdirSync, statSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {extname, join} from "node:path";
import type {Context} from "hono";
import {html} from "../../brief/html.ts";
import {compress, type Encoding, encodingFor} from "../http/encoding.ts";
import {makeProblem, problemResponse} from "../http/problem.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon"
};

/** The built web app; answers what is a file of it or a route inside it. */
export interface WebApp {
  /** Whether the app is built. */
  readonly isBuilt: boolean;
  respond(c: Context): Promise<Response>;
}

/** A file of the app; read and compressed when it is first asked for. */
interface WebFile {
  readonly path: string;
  readonly type: string;
  /** Names with a checksum never change what they hold. */
  readonly isHashed: boolean;
  readonly changed: number;
  body?: Promise<Uint8Array>;
  readonly encoded: Map<Encoding, Promise<Uint8Array>>;
}

/**
 * Serves a folder built by Vite. Addresses are looked up in the list of files made here, so that none leads out of the
 * folder; every other address that has no ending of a file is a route of the app.
 */
export function makeWebApp(folder: string): WebApp {
  const files = listFiles(folder);
  const page = files.get("/index.html");
  return {
    isBuilt: page !== undefined,
    async respond(c) {
      const {path, method} = c.req;
      if (method !== "GET" && method !== "HEAD")
        return problemResponse(
          makeProblem("method_not_allowed", `${method} is not allowed at ${shorten(path)}, wanted GET or HEAD`),
          {allow: "GET, HEAD"}
        );
      const file = files.get(path);
      if (file) return send(file, c);
      if (isFile(path)) return notFoundPage(path);
      return page ? send(page, c) : notBuiltPage();
    }
  };
}

/** Ids of figures and items have dots too: only the endings of files that browsers ask for make an address a file's. */
function isFile(path: string): boolean {
  return path.startsWith("/assets/") || extname(path).toLowerCase() in types;
}

function listFiles(folder: string): Map<string, WebFile> {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return new Map();
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const address = `/${path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, "")}`;
      return [address, describeFile(path, address)];
    })
  );
}

function describeFile(path: string, address: string): WebFile {
  return {
    path,
    type: types[extname(path).toLowerCase()] ?? "application/octet-stream",
    isHashed: /^\/assets\/.*-[\w-]{8}\.\w+$/.test(address),
    changed: Math.trunc(statSync(path).mtimeMs),
    encoded: new Map()
  };
}

async function send(file: WebFile, c: Context): Promise<Response> {
  file.body ??= readFile(file.path);
  const body = await file.body;
  const etag = `W/"${body.byteLength.toString(36)}-${file.changed.toString(36)}"`;
  const headers = new Headers({
    etag,
    vary: "accept-encoding",
    "cache-control": file.isHashed ? "public, max-age=31536000, immutable" : "no-cache"
  });
  // With its type also where nothing changed: the policy that goes with an answer replaces the one that was kept.
  headers.set("content-type", file.type);
  if (c.req.header("if-none-match")?.includes(etag.slice(2))) return new Response(null, {status: 304, headers});
  const encoding = encodingFor(c.req.header("accept-encoding"), file.type, body.byteLength);
  const sent = encoding ? await encodedFile(file, body, encoding) : body;
  if (encoding) headers.set("content-encoding", encoding);
  headers.set("content-length", String(sent.byteLength));
  return new Response(c.req.method === "HEAD" ? null : (sent as Uint8Array<ArrayBuffer>), {headers});
}

function encodedFile(file: WebFile, body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  let sent = file.encoded.get(encoding);
  if (!sent) {
    sent = compress(body, encoding);
    file.encoded.set(encoding, sent);
  }
  return sent;
}

function notFoundPage(path: string): Response {
  return plainPage(
    404,
    "Nothing is here",
    html`<p>The address <code>${shorten(path)}</code> leads to no file of this server.</p>
<p><a href="/">To the start</a> · <a href="/api">The HTTP interface</a></p>`.text
  );
}

function notBuiltPage(): Response {
  return plainPage(
    503,
    "The web app is not built",
    html`<p>The server runs and answers at <a href="/api">/api</a>, but the folder of its pages is not there.</p>
<p>In a checkout <code>npm run build</code> makes it; then start the server again.</p>`.text
  );
}

/** A page without style or script of its own; it must show whatever else is missing. */
function plainPage(status: number, title: string, body: string): Response {
  const text = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Concord</title>
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
  return new Response(text, {
    status,
    headers: {"content-type": "text/html; charset=utf-8", "cache-control": "no-store"}
  });
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
