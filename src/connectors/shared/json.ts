import {readFile} from "node:fs/promises";
import {ConcordError} from "../../base/errors.ts";

/**
 * Reads a file as JSON. What is cut or is no JSON at all may come whole when asked for again, which the error says, so
 * that a download tries again before it gives up.
 */
export async function readJsonFile(path: string, url: string): Promise<unknown> {
  const text = await readFile(path, "utf8");
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch (cause) {
    const start = text.slice(0, 80).replace(/\s+/g, " ").trim();
    const isCut = /^\s*[{[]/.test(text);
    const found = isCut ? `JSON that breaks off or is broken after ${text.length} characters` : `"${start}"`;
    throw new ConcordError("bad_data", `Answer of ${url} is ${found}, wanted JSON`, {
      details: {url, mayPass: isCut, hint: "see `concord source doctor`"},
      cause
    });
  }
}

/** The error for JSON of another shape than a source is known for. */
export function otherShape(url: string, found: string, wanted: string): ConcordError {
  return new ConcordError("bad_data", `Answer of ${url} has ${found}, wanted ${wanted}`, {
    details: {url, hint: "the source may have changed; see `concord source doctor`"}
  });
}
