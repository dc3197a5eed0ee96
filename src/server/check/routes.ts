import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {bodyLimit} from "hono/body-limit";
import {longestText} from "../../claims/check.ts";
import type {Catalogue} from "../catalogue.ts";
import {csvResponse, csvSchema} from "../http/csv.ts";
import {makeProblem, ProblemError} from "../http/problem.ts";
import {makeRouter, responses} from "../http/router.ts";
import {checkAnswer, checkForms, checkTask} from "./answer.ts";
import {makeCheckApart} from "./apart.ts";
import {type CheckRequest, checkAnswerSchema, checkRequestSchema} from "./output.ts";

/** Texts longer than this, in UTF-16 units, are checked in a thread of their own: they take longer than others may wait. */
const longText = 60_000;

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
  const apart = makeCheckApart();
  const bodyOf = (form: keyof typeof checkForms, asked: CheckRequest, {signal}: Request) => {
    const task = checkTask(asked, catalogue);
    const isLong = task.text.length > longText && task.text.length <= longestText;
    return isLong ? apart({task, form}, signal) : checkForms[form](checkAnswer(task, catalogue.gazetteer));
  };
  // Bodies that another thread has written have no type to hold them against: the library wants to be told so.
  router.openapi(checkRoute, async (c): Promise<never> => {
    const body = await bodyOf("json", c.req.valid("json"), c.req.raw);
    return new Response(body, {headers: {"content-type": "application/json"}}) as never;
  });
  router.openapi(checkCsvRoute, async (c): Promise<never> => {
    const body = await bodyOf("csv", c.req.valid("json"), c.req.raw);
    return csvResponse(body, "check.csv") as never;
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
