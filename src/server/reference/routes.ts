import type {OpenAPIHono} from "@hono/zod-openapi";
import {lazily} from "../../base/lazily.ts";
import {referenceCss} from "./css.ts";
import {type PageDocument, referencePage} from "./page.ts";

/** Adds the description of all routes of an app, for programs and for people. */
export function addReference(app: OpenAPIHono, version: string): void {
  const describe = lazily(() =>
    app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: {
        title: "Concord: the HTTP interface",
        version,
        description:
          "Figures, turnover, checks of texts and the register of the loaded packs, as JSON and CSV. Every figure has its basis and an id that leads to its evidence. Dates are ISO 8601; asOf asks what was known on a day.",
        license: {name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0"}
      }
    })
  );
  const page = lazily(() => referencePage(describe() as unknown as PageDocument));
  app.get("/api/openapi.json", (c) => c.json(describe()));
  app.get("/api/reference.css", (c) => c.body(referenceCss, 200, {"content-type": "text/css; charset=utf-8"}));
  app.get("/api", (c) => c.html(page()));
}
