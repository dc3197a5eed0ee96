import {createReadStream} from "node:fs";
import {createGunzip} from "node:zlib";
import {ConcordError} from "../base/errors.ts";

/** How the columns of a CSV file are parted and called. */
export interface CsvHead {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

const delimiters = [",", ";", "\t", "|"];
/** A head longer than this is no head. */
const longest = 1 << 20;

/** Reads the head line of a CSV file, also of one compressed by gzip: the delimiter is the one that parts it most. */
export async function readCsvHead(path: string): Promise<CsvHead> {
  const line = (await firstLine(path)).replace(/^\uFEFF/, "");
  if (line.trim() === "") throw new ConcordError("bad_data", `${path}:1: found an empty line, wanted names of columns`);
  const [best] = delimiters
    .map((delimiter) => ({delimiter, columns: cellsOf(line, delimiter)}))
    .sort((a, b) => b.columns.length - a.columns.length);
  const doubled = best!.columns.find((column, index) => best!.columns.indexOf(column) !== index);
  if (doubled !== undefined)
    throw new ConcordError("bad_data", `${path}:1: found column "${doubled}" twice, wanted every name once`);
  return best!;
}

async function firstLine(path: string): Promise<string> {
  const file = createReadStream(path);
  const stream = path.toLowerCase().endsWith(".gz") ? file.pipe(createGunzip()) : file;
  file.on("error", (error) => stream.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (chunk.includes(10) || size > longest) break;
  }
  const bytes = Buffer.concat(chunks);
  const end = bytes.indexOf(10);
  return decode(path, end < 0 ? bytes : bytes.subarray(0, end)).replace(/\r$/, "");
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [""];
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) cells.push("");
    else cells[cells.length - 1] += character;
  }
  return cells.map((cell) => cell.trim());
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch (cause) {
    throw new ConcordError("bad_data", `${path}:1: found bytes that are not UTF-8, wanted names of columns`, {cause});
  }
}
