import type {z} from "zod";
import {ConcordError, formatViolation, type Violation} from "../base/errors.ts";
import {checkSchema, memberAt} from "./check-schema.ts";
import {readYaml} from "./read-yaml.ts";
import {makeReport, show} from "./report.ts";

/** Where a text came from, as its errors name it. */
interface YamlOrigin {
  readonly file: string;
  /** What the file is: "Scenario". */
  readonly what: string;
}

/** Something that a schema cannot say is wrong with a value. */
interface Problem {
  readonly path: readonly PropertyKey[];
  readonly wanted: string;
}

/**
 * Reads a file that people write, in YAML or JSON, by its schema, which may be chosen by what it holds, and by whatever
 * `problemsOf` finds in what follows the schema. All that is wrong is one error: the first violation is its message,
 * the others are its hint.
 */
export function parseYaml<Value>(
  text: string,
  schema: z.ZodType<Value> | ((value: unknown) => z.ZodType<Value>),
  {file, what}: YamlOrigin,
  problemsOf: (value: Value) => readonly Problem[] = () => []
): Value {
  const report = makeReport();
  const placed = readYaml(text, file, report);
  const value = placed && checkSchema(typeof schema === "function" ? schema(placed.value) : schema, placed, report);
  for (const {path, wanted} of value === undefined ? [] : problemsOf(value))
    report.note(placed!.place, path, show(memberAt(placed!.value, path)), wanted);
  if (value === undefined || report.violations.length > 0) throw badFile(what, report.violations);
  return value;
}

function badFile(what: string, found: readonly Violation[]): ConcordError {
  const violations = [...found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const [first, ...others] = violations.map(formatViolation);
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return new ConcordError("bad_data", `${what} ${first}${more}`, {
    details: {violations, ...(others.length > 0 && {hint: others.join("\n       ")})}
  });
}
