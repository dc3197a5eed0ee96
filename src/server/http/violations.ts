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
  const value = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null)?.[key], data);
  return [
    {
      in: place,
      name: issue.path.map(String).join(".") || "body",
      found: describe(value, target),
      wanted: issue.code === "invalid_value" ? `one of ${issue.values.map(String).join(", ")}` : issue.message
    }
  ];
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
