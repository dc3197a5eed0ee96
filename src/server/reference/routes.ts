import type {OpenAPIHono} from "@hono/zod-openapi";
import {lazily} from "../../base/lazily.ts";
import {referenceCss} from "./css.ts";
import {describeApp} from "./describe.ts";
import {type PageDocument, referencePage} from "./page.ts";

/** Adds the description of all routes of an app, for programs and for people. */
export function addReference(app: OpenAPIHono, version: string): void {
  const describe = lazily(() => describeApp(app, version));
  app.get("/api/openapi.json", (c) => c.json(describe()));
  app.get("/api/reference.css", (c) => c.body(referenceCss, 200, {"content-type": "text/css; charset=utf-8"}));
  // Its examples name the host that was asked: an answer to one must never be given to those who ask another.
  app.get("/api", (c) =>
    c.html(referencePage(describe() as PageDocument, new URL(c.req.url).origin), 200, {"cache-control": "no-store"})
  );
}
