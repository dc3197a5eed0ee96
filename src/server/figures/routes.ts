import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {ConcordError} from "../../base/errors.ts";
import {figuresCsv} from "../../brief/csv.ts";
import type {Catalogue} from "../catalogue.ts";
import {csvResponse, csvSchema} from "../http/csv.ts";
import {asOfParameter} from "../http/parameters.ts";
import {makeRouter, responses} from "../http/router.ts";
import {figuresSchema, whySchema} from "./output.ts";
import {figureFilters, figuresQuery, filterFigures} from "./query.ts";
import {whyFigure} from "./why.ts";

const figuresRoute = createRoute({
  method: "get",
  path: "/figures",
  tags: ["Figures"],
  summary: "Figures, each with its basis and id",
  request: {query: figuresQuery},
  responses: responses("A page of figures, by period", {"application/json": {schema: figuresSchema}})
});

const figuresCsvRoute = createRoute({
  method: "get",
  path: "/figures.csv",
  tags: ["Figures"],
  summary: "Figures as a table",
  description: "The same filters as /api/figures, all figures at once.",
  request: {query: z.strictObject(figureFilters)},
  responses: responses("A row a figure, with its whole basis", {"text/csv": {schema: csvSchema}})
});

const whyRoute = createRoute({
  method: "get",
  path: "/figures/{id}",
  tags: ["Figures"],
  summary: "Why this number?",
  description:
    "A figure with its basis in words, formula and inputs down to the rows of sources, evidence, licence, vintages, figures on other bases, and how to cite it. Figures that answers work out have ids too: the name of the computation (growth, share, real, turnover, balance, gap, gap-percent) and the ids of its inputs, joined by dots.",
  request: {
    params: z.object({id: z.string().max(2000).openapi({example: "trade.turnover.2022.blr.goods"})}),
    query: z.strictObject({asOf: asOfParameter})
  },
  responses: responses("Why this number", {"application/json": {schema: whySchema}})
});

/** `/figures`, `/figures.csv` and `/figures/{id}`. */
export function figuresRoutes(catalogue: Catalogue): OpenAPIHono {
  const {gazetteer, today} = catalogue;
  const router = makeRouter();
  router.openapi(figuresRoute, (c) => {
    const {limit, offset, ...filters} = c.req.valid("query");
    const knowledge = catalogue.knowledge(filters.asOf ?? today());
    const figures = filterFigures(knowledge, filters, gazetteer);
    const page = figures.slice(offset, offset + limit);
    return c.json({asOf: knowledge.asOf, total: figures.length, offset, limit, figures: page}, 200);
  });
  router.openapi(figuresCsvRoute, (c) => {
    const filters = c.req.valid("query");
    const knowledge = catalogue.knowledge(filters.asOf ?? today());
    return csvResponse(figuresCsv(filterFigures(knowledge, filters, gazetteer)), `figures-${knowledge.asOf}.csv`);
  });
  router.openapi(whyRoute, (c) => {
    const {id} = c.req.valid("param");
    const asOf = c.req.valid("query").asOf ?? today();
    const [knowledge, now] = [catalogue.knowledge(asOf), catalogue.knowledge(later(asOf, today()))];
    const answer = whyFigure(id, {knowledge, today: now, gazetteer, packOf: catalogue.packOf});
    if (!answer) throw noSuchFigure(id, knowledge.asOf);
    return c.json(answer, 200);
  });
  return router;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function noSuchFigure(id: string, asOf: string): ConcordError {
  const shown = id.length > 80 ? `${id.slice(0, 79)}…` : id;
  return new ConcordError("not_found", `Figure "${shown}" was not known on ${asOf}`, {
    details: {hint: "a later asOf may know it; /api/figures lists the ids of all figures"}
  });
}
