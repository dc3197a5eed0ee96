import {createRoute, type OpenAPIHono} from "@hono/zod-openapi";
import {turnoverOutputSchema} from "../../turnover/output.ts";
import type {Catalogue} from "../catalogue.ts";
import {makeRouter, responses} from "../http/router.ts";
import {turnoverAnswer} from "./answer.ts";
import {turnoverParameters, turnoverQuery} from "./query.ts";

const turnoverRoute = createRoute({
  method: "get",
  path: "/turnover",
  tags: ["Trade"],
  summary: "What two economies trade, on every basis",
  description:
    "Every basis is a series of its own, in current and, where a price index is known, constant prices, with growth, records, shares and mirror gaps. The same as `concord turnover --json`.",
  request: {query: turnoverParameters},
  responses: responses("Series, gaps, shares and sources", {"application/json": {schema: turnoverOutputSchema}})
});

/** `/turnover`. */
export function turnoverRoutes(catalogue: Catalogue): OpenAPIHono {
  const {gazetteer, today} = catalogue;
  const router = makeRouter();
  router.openapi(turnoverRoute, (c) => {
    const parameters = c.req.valid("query");
    const knowledge = catalogue.knowledge(parameters.asOf ?? today());
    const query = turnoverQuery(parameters, gazetteer);
    return c.json(turnoverAnswer(knowledge, query, {gazetteer, language: parameters.language}), 200);
  });
  return router;
}
