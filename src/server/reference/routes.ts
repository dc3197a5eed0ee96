import type {OpenAPIHono} from "@hono/zod-openapi";
import {lazily} from "../../base/lazily.ts";
import {referenceCss} from "./css.ts";
import {describeApp} from "./describe.ts";
import {type PageDocument, referencePage} from "./page.ts";

/** Adds the description of all routes of an app, for programs and for people. */
export function addReference(app: OpenAPIHono, version: string): void {
  const describe = lazily(() => describeApp(app, version));
  const page = lazily(() => referencePage(describe() as PageDocument));
  app.get("/api/openapi.json", (c) => c.json(describe()));
  app.get("/api/reference.css", (c) => c.body(referenceCss, 200, {"content-type": "text/css; charset=utf-8"}));
  app.get("/api", (c) => c.html(page()));
}
