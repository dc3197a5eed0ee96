import {isUtf8} from "node:buffer";
import {readFile, stat} from "node:fs/promises";
import {TextDecoder} from "node:util";
import {ConcordError} from "../../base/errors.ts";
import {longestText} from "../../claims/check.ts";

/** Reads a text file, or stdin for "-", in UTF-8, UTF-16 with a byte order mark, or the encoding that is given. */
export async function readText(path: string, encoding?: string): Promise<string> {
  const bytes = path === "-" ? await readStdin() : await readBytes(path);
  return decode(bytes, path === "-" ? "stdin" : path, encoding);
}

/** Bytes a text of the longest allowed length may have at most: UTF-8 takes up to three for one UTF-16 unit. */
const mostBytes = 3 * longestText;

async function readBytes(path: string): Promise<Buffer> {
  try {
    const {size} = await stat(path);
    if (size > mostBytes) throw tooLarge(path, size);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof ConcordError) throw cause;
    throw unreadable(path, cause as NodeJS.ErrnoException);
  }
}

function unreadable(path: string, cause: NodeJS.ErrnoException): ConcordError {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: `File "${path}" does not exist`,
    EISDIR: `"${path}" is a folder, wanted a text file`,
    EACCES: `File "${path}" may not be read`
  };
  const message = reasons[cause.code ?? ""] ?? `File "${path}" cannot be read: ${cause.message}`;
  return new ConcordError("bad_data", message, {
    cause,
    details: {hint: "give the path of a text, Markdown or HTML file, or - for stdin"}
  });
}

function tooLarge(path: string, size: number): ConcordError {
  const limit = `${longestText / 1024 / 1024} million characters`;
  return new ConcordError("too_large", `Text "${path}" has ${Math.round(size / 1e6)} MB, wanted at most ${limit}`, {
    details: {hint: "split it into parts and check each"}
  });
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) throw tooLarge("stdin", size);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer, path: string, encoding?: string): string {
  const name = encoding ?? markedEncoding(bytes) ?? (isUtf8(bytes) ? "utf-8" : declaredEncoding(bytes));
  if (name === undefined) throw wrongEncoding(bytes, path);
  const text = decoderOf(name, path).decode(bytes);
  if (text.trim() === "")
    throw new ConcordError("bad_data", `Text "${path}" is empty, wanted at least one sentence`, {
      details: {hint: "check that the file was saved"}
    });
  return text;
}

function markedEncoding(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

/** What an HTML page says of its own encoding. */
function declaredEncoding(bytes: Buffer): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.subarray(0, 4096).toString("latin1"))?.[1];
}

function decoderOf(name: string, path: string): {decode: (bytes: Buffer) => string} {
  try {
    return new TextDecoder(name);
  } catch (cause) {
    throw new ConcordError("invalid_query", `Encoding "${name}" of "${path}" is not known`, {
      cause,
      details: {hint: "use a name such as utf-8, windows-1251, koi8-r or utf-16le"}
    });
  }
}

function wrongEncoding(bytes: Buffer, path: string): ConcordError {
  const at = firstInvalid(bytes);
  const byte = bytes[at]!.toString(16).padStart(2, "0");
  return new ConcordError("bad_data", `Text "${path}" is not UTF-8: found byte 0x${byte} at offset ${at}`, {
    details: {hint: "save it as UTF-8, or name its encoding: --encoding windows-1251"}
  });
}

/** Offset of the first byte that is no UTF-8, by halving over sequences cut whole. */
function firstInvalid(bytes: Buffer): number {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startsValid(bytes, middle, decoder)) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, bytes.length - 1);
}

/** Whether the first bytes are UTF-8, a sequence cut at their end aside. */
function startsValid(bytes: Buffer, length: number, decoder: TextDecoder): boolean {
  try {
    decoder.decode(bytes.subarray(0, length), {stream: true});
    return true;
  } catch {
    return false;
  } finally {
    reset(decoder);
  }
}

function reset(decoder: TextDecoder): void {
  try {
    decoder.decode();
  } catch {
    // an unfinished sequence is thrown away here on purpose
  }
}
