import type {z} from "zod";
import {list, type Placed, type Report, show} from "./report.ts";

type Issue = z.core.$ZodIssue;

/** Returns the record when it follows the schema; otherwise notes every breach at the member it concerns. */
export function checkSchema<Value>(
  schema: z.ZodType<Value>,
  {value, place, wanted: wantedHere}: Placed<unknown>,
  report: Report
): Value | undefined {
  const result = schema.safeParse(value, {error: wantedByDefault});
  if (result.success) return result.data;
  for (const {path, found, wanted, isName} of result.error.issues.flatMap((issue) => breaches(issue, value, [])))
    report.violations.push({
      ...place(path, isName ? "name" : undefined),
      found,
      wanted: wantedHere?.(path, memberAt(value, path)) ?? wanted
    });
  return undefined;
}

interface Breach {
  readonly path: PropertyKey[];
  readonly found: string;
  readonly wanted: string;
  readonly isName?: boolean;
}

function breaches(issue: Issue, record: unknown, outer: readonly PropertyKey[]): Breach[] {
  const path = [...outer, ...issue.path];
  const found = show(memberAt(record, path));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        found: show(key),
        wanted: "no such member",
        isName: true
      }));
    case "invalid_key":
      return [{path, found: show(path.at(-1)), wanted: issue.issues[0]?.message ?? issue.message, isName: true}];
    case "invalid_union": {
      const [branch] = issue.errors
        .filter((errors) => errors.length > 0 && !errors.some(isOtherType))
        .sort((a, b) => a.length - b.length);
      if (branch) return branch.flatMap((inner) => breaches(inner, record, path));
      return [{path, found, wanted: wantedOfAny(issue)}];
    }
    default:
      return [{path, found, wanted: issue.message}];
  }
}

/** What was wanted where no branch of a union was meant: the words of the schema, or those of all branches. */
function wantedOfAny({message, errors}: z.core.$ZodIssueInvalidUnion): string {
  if (message !== unspoken) return message;
  return [...new Set(errors.flatMap(([first]) => first?.message ?? []))].join(" or ");
}

/** Whether a branch of a union was not even meant. */
function isOtherType({code, path}: Issue): boolean {
  return path.length === 0 && (code === "invalid_type" || code === "invalid_value");
}

/** The member of a record at a path; undefined when it is not there. */
export function memberAt(record: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((member, key) => (member as Record<PropertyKey, unknown> | undefined)?.[key], record);
}

const words: Record<string, string> = {
  string: "text",
  int: "a whole number",
  number: "a number",
  array: "a list",
  object: "an object",
  record: "an object",
  boolean: "true or false"
};

/** Said of what neither the schema nor this table has words for. */
const unspoken = "something else";

/** What was wanted, where the schema has no words of its own. */
function wantedByDefault(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return words[issue.expected] ?? issue.expected;
    case "invalid_value":
      return list(issue.values);
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? `at least ${issue.minimum} ${issue.origin === "string" ? "character" : "member"}`
        : `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`;
    case "too_big":
      return `at most ${issue.maximum}${issue.origin === "string" ? " characters" : ""}`;
    case "invalid_format":
      return issue.pattern ? `text that matches ${issue.pattern}` : issue.format;
    default:
      return unspoken;
  }
}
