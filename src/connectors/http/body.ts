import {createHash} from "node:crypto";
import {closeSync, createReadStream, openSync, writeSync} from "node:fs";
import {ConcordError} from "../../base/errors.ts";

/** What was written of a body. */
export interface WrittenBody {
  readonly bytes: number;
  /** Checksum in hexadecimal digits. */
  readonly sha256: string;
}

/** How a body is written. */
export interface BodyOptions {
  /** Most bytes, unpacked. */
  readonly most: number;
  /** Milliseconds without a byte that end it. */
  readonly timeout: number;
  /** Bytes that the file holds already, to which the body is added; defaults to 0: the file is written anew. */
  readonly from?: number;
  readonly onBytes?: (count: number) => void;
}

/** The connection ended before the body did. */
export class CutBody extends Error {
  override readonly name = "CutBody";
}

/**
 * Writes a body to a file while it comes in. It is cut off after `most` bytes, which are counted unpacked, so that a
 * small packed answer cannot fill a disk; `timeout` milliseconds without a byte end it.
 */
export async function writeBody(
  response: Response,
  path: string,
  {most, timeout, from = 0, onBytes}: BodyOptions
): Promise<WrittenBody> {
  const hash = createHash("sha256");
  if (from > 0) for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const file = openSync(path, from > 0 ? "a" : "w");
  let bytes = from;
  try {
    for await (const chunk of chunksOf(response, timeout)) {
      bytes += chunk.length;
      if (bytes > most) throw tooLarge(response.url, most);
      hash.update(chunk);
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
      onBytes?.(chunk.length);
    }
  } finally {
    closeSync(file);
  }
  const stated = Number(response.headers.get("content-length") ?? Number.NaN);
  const isPacked = (response.headers.get("content-encoding") ?? "identity") !== "identity";
  if (!isPacked && Number.isFinite(stated) && stated !== bytes - from)
    throw new CutBody(`found ${bytes - from} bytes, wanted ${stated}, as its head says`);
  return {bytes, sha256: hash.digest("hex")};
}

async function* chunksOf(response: Response, timeout: number): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const {done, value} = await inTime(reader.read(), timeout);
      if (done) return;
      yield value as Uint8Array;
    }
  } finally {
    reader.cancel().catch(() => undefined); // an ended stream has nothing to cancel
  }
}

async function inTime<Value>(promise: Promise<Value>, timeout: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CutBody(`no byte came for ${timeout / 1000} s`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(url: string, most: number): ConcordError {
  return new ConcordError("too_large", `Answer of ${url} is longer than ${most} bytes, wanted at most that`, {
    details: {url, limit: most, hint: "ask for fewer periods, economies or products at once"}
  });
}
