import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {ConcordError} from "../base/errors.ts";
import type {Probe, SourceDeclaration, Surroundings} from "./connector.ts";
import {makeDownloader} from "./http/download.ts";

/** What a source answered to a small request, against what its connector expects. */
export interface Finding {
  readonly source: string;
  readonly url: string;
  /** "as-expected", "changed": it answers otherwise, or "silent": there is no answer to look at. */
  readonly state: "as-expected" | "changed" | "silent";
  readonly milliseconds: number;
  /** What was found, in words. */
  readonly found: string;
  /** What to do, where something is to be done. */
  readonly advice?: string;
}

/** Asks sources small questions, and holds what they answer against what their connectors expect. */
export async function examine(sources: readonly SourceDeclaration[], surroundings: Surroundings): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "concord-doctor-"));
  const downloader = makeDownloader();
  try {
    const findings: Finding[] = [];
    for (const source of sources)
      for (const probe of source.probes) {
        const began = surroundings.now().getTime();
        const outcome = await ask(probe, source);
        const milliseconds = surroundings.now().getTime() - began;
        findings.push({source: source.id, url: probe.url, milliseconds, ...outcome});
      }
    return findings;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }

  async function ask({url, accept, types, ...expected}: Probe, {limits}: SourceDeclaration) {
    const path = join(folder, "answer");
    try {
      const request = {url, file: "answer", accept, types};
      const options = {surroundings, limits: {...limits, attempts: 1, bytes: 20e6}, check: async () => undefined};
      await downloader.download(request, path, options);
      return compare(readFileSync(path, "utf8"), expected);
    } catch (error) {
      if (!(error instanceof ConcordError)) throw error;
      return fault(error);
    }
  }
}

type Outcome = Omit<Finding, "source" | "url" | "milliseconds">;

function compare(text: string, {record, fields}: Pick<Probe, "record" | "fields">): Outcome {
  const missing = record ? missingMembers(text, record, fields) : fields.filter((word) => !text.includes(word));
  if (typeof missing === "string") return changed(missing);
  if (missing.length === 0) return {state: "as-expected", found: `${fields.length} of ${fields.length} expected parts`};
  return changed(`no ${missing.map((name) => `"${name}"`).join(", ")}`);
}

/** Members that a record lacks, or why there is no record. */
function missingMembers(
  text: string,
  path: readonly (string | number)[],
  fields: readonly string[]
): string[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return `no JSON, but "${text.slice(0, 60).replace(/\s+/g, " ")}"`;
  }
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  if (typeof value !== "object" || value === null) return `nothing at ${path.join(".")}`;
  return fields.filter((name) => !(name in (value as object)));
}

function changed(found: string): Outcome {
  return {
    state: "changed",
    found,
    advice: "the source has changed its answers: look for a newer version of Concord, or report it with this line"
  };
}

function fault({code, message, details}: ConcordError): Outcome {
  const {status} = details;
  if (status === 404 || status === 410)
    return {state: "changed", found: message, advice: "the address has moved: look for a newer version of Concord"};
  if (status === 401 || status === 403)
    return {
      state: "silent",
      found: message,
      advice: "the source wants a key: `concord source list` names its variable"
    };
  if (code === "unavailable")
    return {state: "silent", found: message, advice: "look at your connection, or try again later"};
  return changed(message);
}
