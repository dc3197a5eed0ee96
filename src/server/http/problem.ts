import {z} from "zod";
import {ConcordError, type ErrorCode, type Violation} from "../../base/errors.ts";

/** Codes of problems that only HTTP knows. */
type HttpCode = "method_not_allowed" | "unsupported_media_type" | "unexpected" | "app_not_built" | "foreign_host";

export type ProblemCode = ErrorCode | HttpCode;

/** The one table from what went wrong to the status of the answer, with a title that never changes. */
export const problems = {
  invalid_query: {status: 400, title: "The request cannot be understood"},
  foreign_host: {status: 403, title: "The request names another host"},
  not_found: {status: 404, title: "Nothing is here"},
  method_not_allowed: {status: 405, title: "The method is not allowed here"},
  too_large: {status: 413, title: "The request is too large"},
  unsupported_media_type: {status: 415, title: "The body is not of a type that is read here"},
  bad_data: {status: 422, title: "The data cannot be read"},
  bad_pack: {status: 422, title: "A pack breaks its rules"},
  not_writable: {status: 500, title: "The server cannot write"},
  newer_store: {status: 500, title: "The store is newer than the server"},
  unexpected: {status: 500, title: "A fault in Concord"},
  unavailable: {status: 503, title: "Try again later"},
  app_not_built: {status: 503, title: "The web app is not built"}
} as const satisfies Record<ProblemCode, {status: number; title: string}>;

/** One thing wrong with a request, in the form in which packs list what is wrong with their files. */
export const requestViolationSchema = z.strictObject({
  /** Where it stands: query, path or body. */
  in: z.enum(["query", "path", "body"]),
  /** Name of the parameter, or path of the member. */
  name: z.string(),
  found: z.string(),
  wanted: z.string()
});
export type RequestViolation = z.infer<typeof requestViolationSchema>;

/** The body of every error, by RFC 9457. */
export const problemSchema = z.strictObject({
  /** Address of the code's description. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** What was found, and what was wanted. */
  detail: z.string(),
  /** Stable; clients switch on it, never on the words. */
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  /** What to do about it. */
  hint: z.string().exactOptional(),
  /** All that is wrong with the request, not only the first. */
  violations: z.array(requestViolationSchema).exactOptional()
});
export type Problem = z.infer<typeof problemSchema>;

/** An error that becomes a problem; `headers` go with it. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.detail);
    this.problem = problem;
    this.headers = headers;
  }
}

/** What may be said of a problem beyond its detail. */
interface ProblemFacts {
  readonly hint?: string | undefined;
  readonly violations?: readonly RequestViolation[];
}

export function makeProblem(code: ProblemCode, detail: string, {hint, violations = []}: ProblemFacts = {}): Problem {
  const {status, title} = problems[code];
  return {
    type: `/api#problem-${code}`,
    title,
    status,
    detail,
    code,
    ...(hint !== undefined && {hint}),
    ...(violations.length > 0 && {violations: [...violations]})
  };
}

/** The problem that an error stands for; an unexpected one says nothing of its message, which may quote a text. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof ConcordError) {
    const {code, message, details} = error;
    return makeProblem(code, message, {hint: typeof details.hint === "string" ? details.hint : undefined});
  }
  return makeProblem("unexpected", "The server met an error that it did not expect; it goes on running", {
    hint: "please report it with the request; the terminal of the server shows where it happened"
  });
}

/** A problem as a response; the bare status line must be readable without JSON, so the body ends with a line break. */
export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${JSON.stringify(problem, null, 2)}\n`, {
    status: problem.status,
    headers: {"content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...headers}
  });
}

/** A violation of a pack with its place, for answers that show why a pack did not load. */
export const packViolationSchema = z.strictObject({
  file: z.string(),
  line: z.int().exactOptional(),
  column: z.int().exactOptional(),
  field: z.string().exactOptional(),
  found: z.string(),
  wanted: z.string()
}) satisfies z.ZodType<Violation>;
