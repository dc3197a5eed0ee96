import {ConcordError} from "../../base/errors.ts";
import type {Chunks} from "../records.ts";

/** Puts a message together; throws above `limit` characters. */
export async function joinChunks(chunks: Chunks, limit: number): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit)
      throw new ConcordError("too_large", `SDMX message is longer than ${limit} characters, wanted a narrower query`, {
        details: {limit}
      });
    parts.push(chunk);
  }
  return parts.join("");
}

/** Parses JSON; throws a ConcordError that says where it breaks and shows what stands there. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    const head = text.slice(0, 60).replace(/\s+/g, " ");
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new ConcordError("bad_data", `SDMX-JSON is malformed (${reason}): it begins with "${head}"`, {cause: error});
  }
}
