import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {bodyLimit} from "hono/body-limit";
import {verdictsCsv} from "../../brief/csv.ts";
import {longestText} from "../../claims/check.ts";
import type {Catalogue} from "../catalogue.ts";
import {csvResponse, csvSchema} from "../http/csv.ts";
import {makeProblem, ProblemError} from "../http/problem.ts";
import {makeRouter, responses} from "../http/router.ts";
import {checkAnswer} from "./answer.ts";
import {checkAnswerSchema, checkRequestSchema} from "./output.ts";

/** Largest body that is read, in bytes; the longest text is shorter still. */
const largestBody = 10 * 1024 * 1024;

const request = {
  query: z.strictObject({}),
  body: {required: true, content: {"application/json": {schema: checkRequestSchema}}}
} as const;

const checkRoute = createRoute({
  method: "post",
  path: "/check",
  tags: ["Check"],
  summary: "Is what was said true?",
  description: `Finds the claims of a text in English or Russian and holds each against every basis. A text has at most ${longestText} UTF-16 units, the body at most ${largestBody} bytes. Neither is kept or logged.`,
  request,
  responses: responses("Claims, verdicts and evidence", {"application/json": {schema: checkAnswerSchema}})
});

const checkCsvRoute = createRoute({
  method: "post",
  path: "/check.csv",
  tags: ["Check"],
  summary: "The verdicts on a text as a table",
  request,
  responses: responses("A row a claim", {"text/csv": {schema: csvSchema}})
});

/** `/check` and `/check.csv`. */
export function checkRoutes(catalogue: Catalogue): OpenAPIHono {
  const router = makeRouter();
  for (const path of ["/check", "/check.csv"]) {
    router.use(path, refuseOtherTypes);
    router.use(path, bodyLimit({maxSize: largestBody, onError: tooLarge}));
  }
  router.openapi(checkRoute, async (c) => c.json(await checkAnswer(c.req.valid("json"), catalogue), 200));
  router.openapi(checkCsvRoute, async (c) => {
    const {result} = await checkAnswer(c.req.valid("json"), catalogue);
    return csvResponse(verdictsCsv(result.claims), `check-${result.asOf}.csv`);
  });
  return router;
}

/** A body of another type would pass by unread; JSON also keeps forms of other sites away. */
async function refuseOtherTypes(
  c: {req: {method: string; header(name: string): string | undefined}},
  next: () => Promise<void>
) {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (c.req.method === "POST" && type !== "application/json")
    throw new ProblemError(
      makeProblem(
        "unsupported_media_type",
        `The body is "${type?.slice(0, 80) ?? "of no type"}", wanted application/json`,
        {
          hint: 'send {"text": "…"} with the header content-type: application/json'
        }
      )
    );
  await next();
}

function tooLarge(): never {
  throw new ProblemError(
    makeProblem("too_large", `The body has more than ${largestBody} bytes, the most that is read`, {
      hint: "split the text into parts and check each"
    })
  );
}
