import type {z} from "zod";
import {makeProblem, ProblemError, type RequestViolation} from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** Where a value came from, by the names that hono's validators have for it. */
const places = {query: "query", param: "path", json: "body"} as const;
type Target = keyof typeof places;

/** The error for a request that breaks its schema: all violations, each with what was found and what was wanted. */
export function brokenRequest(
  target: string,
  issues: readonly Issue[],
  data: unknown,
  known: readonly string[]
): ProblemError {
  const place = target in places ? (target as Target) : "query";
  const violations = issues.flatMap((issue) => violationsOf(issue, place, data, known));
  const [first] = violations;
  const count = `${violations.length} violation${violations.length === 1 ? "" : "s"}`;
  const detail = first
    ? `The request has ${count}; the first: ${first.name}: found ${first.found}, wanted ${first.wanted}`
    : "The request breaks its schema";
  return new ProblemError(
    makeProblem("invalid_query", detail, {violations, hint: "see /api for what each address takes"})
  );
}

function violationsOf(issue: Issue, target: Target, data: unknown, known: readonly string[]): RequestViolation[] {
  const place = places[target];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((name) => ({
      in: place,
      name: shorten(name),
      found: "an unknown name",
      wanted: known.length > 0 ? `one of ${known.join(", ")}` : "no parameters"
    }));
  const {path, value} = follow(issue.path, data);
  return [
    {
      in: place,
      name: path.map(String).join(".") || "body",
      found: describe(value, target),
      wanted: wantedBy(issue)
    }
  ];
}

/** The value at a path. A list in a query is a text with commas: the path ends there, and the value is its part. */
function follow(path: readonly PropertyKey[], data: unknown): {path: readonly PropertyKey[]; value: unknown} {
  let value = data;
  for (const [at, key] of path.entries()) {
    if (typeof value === "string") return {path: path.slice(0, at), value: value.split(",")[Number(key)]};
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  }
  return {path, value};
}

const types: Readonly<Record<string, string>> = {string: "a text", object: "an object", array: "a list"};

/** What was wanted: in the schema's own words where it has some, else by its type. */
function wantedBy(issue: Issue): string {
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (/^Invalid input/.test(issue.message) && issue.code === "invalid_type")
    return types[issue.expected] ?? `a ${issue.expected}`;
  if (!/^Too (small|big)/.test(issue.message)) return issue.message;
  if (issue.code === "too_big") return `at most ${issue.maximum} characters`;
  if (issue.code === "too_small")
    return issue.minimum === 1 ? "a text that is not empty" : `at least ${issue.minimum} characters`;
  return issue.message;
}

/** A value in short. Texts of a body are never repeated: answers to a check may end up in logs. */
function describe(value: unknown, target: Target): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return target === "json" ? "a list" : `${value.length} values`;
  if (typeof value === "string")
    return target === "json" ? `a text of ${value.length} characters` : `"${shorten(value)}"`;
  return typeof value === "object" ? "an object" : shorten(String(value));
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
