import {SdmxFault, syntaxFault} from "../../sdmx/query/faults.ts";
import {decodePart} from "../../sdmx/query/parameters.ts";

/** The parts of a path, decoded once, after they were cut; a slash at the end adds none. */
export function pathParts(path: string): string[] {
  const parts = path.split("/").map(decodePart);
  while (parts.at(-1) === "") parts.pop();
  const empty = parts.indexOf("");
  if (empty >= 0) throw syntaxFault(`Path has an empty part at position ${empty + 1}`);
  return parts;
}

/** Throws where a path has more parts than its resource takes. */
export function assertLength(parts: readonly string[], most: number): void {
  if (parts.length > most)
    throw syntaxFault(
      `Path has ${parts.length} parts, wanted at most ${most} for "${parts[0]}": found "${parts[most]?.slice(0, 40)}"`
    );
}

const agencyPattern = /^[A-Za-z][A-Za-z\d_-]*(\.[A-Za-z][A-Za-z\d_-]*)*$/;
const idPattern = /^[A-Za-z\d_@$-]+$/;

/** The ids of a part; undefined for all of them. */
export function idSet(
  name: "agency" | "id" | "item",
  text: string | undefined,
  {all, separator}: {readonly all: readonly string[]; readonly separator: string}
): ReadonlySet<string> | undefined {
  if (text === undefined || all.includes(text)) return undefined;
  const ids = text.split(separator);
  const pattern = name === "agency" ? agencyPattern : name === "id" ? idPattern : /^[A-Za-z\d_@$.-]+$/;
  const wrong = ids.find((id) => !pattern.test(id));
  if (wrong !== undefined)
    throw syntaxFault(
      `Path has "${wrong.slice(0, 40)}" where ${name === "agency" ? "an agency" : `the ${name}`} is wanted`
    );
  return new Set(ids);
}

/** What a service knows of, but does not have. */
export function notImplemented(what: string): SdmxFault {
  return new SdmxFault("not-implemented", `${what} is not implemented by this service`);
}
