import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {itemTitle} from "../../brief/context.ts";
import {registerCsv} from "../../brief/csv.ts";
import type {Catalogue} from "../catalogue.ts";
import {csvResponse, csvSchema} from "../http/csv.ts";
import {asOfParameter, languageParameter} from "../http/parameters.ts";
import {makeRouter, responses} from "../http/router.ts";
import {registerAnswer, statesOf} from "./answer.ts";
import {registerItemAnswer} from "./item-answer.ts";
import {registerItemSchema, registerSchema} from "./output.ts";
import {registerQuery} from "./query.ts";

const registerRoute = createRoute({
  method: "get",
  path: "/register",
  tags: ["Register"],
  summary: "What was agreed, and what came of it",
  description: "Items with where they stand, their timeline, slips, and completion with its denominator.",
  request: {query: registerQuery},
  responses: responses("The items that fit", {"application/json": {schema: registerSchema}})
});

const registerCsvRoute = createRoute({
  method: "get",
  path: "/register.csv",
  tags: ["Register"],
  summary: "The register as a table",
  request: {query: registerQuery.extend({language: languageParameter})},
  responses: responses("A row an item", {"text/csv": {schema: csvSchema}})
});

const itemRoute = createRoute({
  method: "get",
  path: "/register/{id}",
  tags: ["Register"],
  summary: "One item with its history",
  request: {
    params: z.object({id: z.string().max(500).openapi({example: "us.forum.10"})}),
    query: z.strictObject({asOf: asOfParameter})
  },
  responses: responses("State, history, evidence, links and conflicts", {
    "application/json": {schema: registerItemSchema}
  })
});

/** `/register`, `/register.csv` and `/register/{id}`. */
export function registerRoutes(catalogue: Catalogue): OpenAPIHono {
  const {gazetteer, today} = catalogue;
  const router = makeRouter();
  router.openapi(registerRoute, (c) => {
    const query = c.req.valid("query");
    const knowledge = catalogue.knowledge(query.asOf ?? today());
    return c.json(registerAnswer(knowledge, query, gazetteer), 200);
  });
  router.openapi(registerCsvRoute, (c) => {
    const {language, ...query} = c.req.valid("query");
    const knowledge = catalogue.knowledge(query.asOf ?? today());
    const shown = new Set(registerAnswer(knowledge, query, gazetteer).items.map(({item}) => item.id));
    const states = statesOf(knowledge).filter(({item}) => shown.has(item.id));
    return csvResponse(
      registerCsv(states, (item) => itemTitle(item, language)),
      `register-${knowledge.asOf}.csv`
    );
  });
  router.openapi(itemRoute, (c) => {
    const knowledge = catalogue.knowledge(c.req.valid("query").asOf ?? today());
    return c.json(registerItemAnswer(c.req.valid("param").id, knowledge, gazetteer), 200);
  });
  return router;
}
