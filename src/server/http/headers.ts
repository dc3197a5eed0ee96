import type {MiddlewareHandler} from "hono";

/** What a page of the web app may do: run and show what this server sends, and nothing else. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");

/** Data and pictures, looked at by themselves, may do nothing at all. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const always: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
};

/** Pages and workers stand alone, which threads need; nobody may frame them. */
const isolated: Readonly<Record<string, string>> = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin"
};

/** Whether an address is a view made for the pages of others. */
export function isEmbed(path: string): boolean {
  return path === "/embed" || path.startsWith("/embed/");
}

/** Puts the headers that keep pages, data and embeds apart on every answer. */
export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const {headers} = c.res;
  const type = headers.get("content-type") ?? "";
  const isPage = /^(text\/html|(text|application)\/javascript)/.test(type);
  const embed = isEmbed(c.req.path);
  const wanted = {
    ...always,
    ...(embed ? {"cross-origin-resource-policy": "cross-origin"} : isolated),
    "content-security-policy": isPage ? `${pagePolicy}; frame-ancestors ${embed ? "*" : "'none'"}` : dataPolicy
  };
  for (const [name, value] of Object.entries(wanted)) headers.set(name, value);
};
