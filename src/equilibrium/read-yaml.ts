import {LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import {ConcordError, formatViolation, type Violation} from "../base/errors.ts";

/** What a file is called in errors, and where it came from. */
export interface YamlOrigin {
  readonly file: string;
  /** What the file is: "Scenario". */
  readonly what: string;
}

/** Reads YAML (or JSON, which is YAML) by a schema; all violations are in one error, the first in its message. */
export function readYaml<T>(text: string, schema: z.ZodType<T>, {file, what}: YamlOrigin): T {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  const [broken] = document.errors;
  if (broken) {
    const {line, col} = lines.linePos(broken.pos[0]);
    throw badFile(what, [{file, line, column: col, found: broken.message.split("\n")[0]!, wanted: "YAML"}]);
  }
  const value: unknown = document.toJS();
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const place = (path: Path) => placeOf(document, lines, path);
  throw badFile(
    what,
    result.error.issues.map((issue) => violationOf(issue, value, place, file))
  );
}

type Path = readonly PropertyKey[];

function violationOf(
  issue: z.core.$ZodIssue,
  root: unknown,
  place: (path: Path) => {line: number; column: number},
  file: string
): Violation {
  const keys = issue.code === "unrecognized_keys" ? issue.keys : undefined;
  const path = keys ? [...issue.path, keys[0]!] : issue.path;
  const found = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root);
  const field = path.map(String).join(".");
  return {
    file,
    ...place(path),
    ...(field !== "" && {field}),
    found: keys ? "an unknown field" : found === undefined ? "nothing" : brief(found),
    wanted: keys ? "a field of the schema" : wantedOf(issue)
  };
}

function brief(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function wantedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return issue.values.map(String).join(", ");
  if (issue.code === "invalid_type") return issue.expected === "object" ? "a block of fields" : issue.expected;
  return issue.message;
}

/** Where a path stands, or the nearest of its parents that is there. */
function placeOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: Path) {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as {range?: [number, number, number]} | undefined;
    if (!node?.range) continue;
    const {line, col} = lines.linePos(node.range[0]);
    return {line, column: col};
  }
  return {line: 1, column: 1};
}

function badFile(what: string, violations: readonly Violation[]): ConcordError {
  const [first, ...others] = violations.map(formatViolation);
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return new ConcordError("bad_data", `${what} ${first}${more}`, {details: {violations}});
}
