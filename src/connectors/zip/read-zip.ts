import {type FileHandle, open} from "node:fs/promises";
import {Readable} from "node:stream";
import {createInflateRaw} from "node:zlib";
import {ConcordError} from "../../base/errors.ts";

/** One file within a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  /** Size when unpacked, as the archive states it. */
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  /** Where its local head begins. */
  readonly offset: number;
}

/** An open archive. */
export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** The content of an entry, unpacked as it is read; more than the archive states is an error. */
  stream(entry: ZipEntry): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const entryMark = 0x02014b50;
const stored = 0;
const deflated = 8;
/** The end record and the longest comment behind it. */
const tail = 22 + 65_535;
/** Archives name their entries in so many bytes at most. */
const longestDirectory = 64 * 1024 * 1024;

/** How far an archive may unpack. */
export interface ZipOptions {
  /** Most bytes of all entries together, unpacked; defaults to 64 GB. */
  readonly most?: number;
}

/**
 * Opens a ZIP archive (also ZIP64) by its central directory, after the format's APPNOTE 6.3. An archive that states more
 * bytes than allowed, or more than a thousand times its packed size, is refused before anything is unpacked.
 */
export async function openZip(path: string, {most = 64e9}: ZipOptions = {}): Promise<Zip> {
  const file = await open(path, "r");
  try {
    const entries = await readDirectory(file, path);
    refuseBombs(entries, path, most);
    return {entries, stream: (entry) => unpack(file, entry, path), close: () => file.close()};
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const {bytesRead} = await file.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

async function readDirectory(file: FileHandle, path: string): Promise<ZipEntry[]> {
  const {size} = await file.stat();
  const from = Math.max(0, size - tail);
  const end = await readAt(file, from, size - from);
  const at = lastMark(end, endMark);
  if (at < 0) throw broken(path, "no central directory at its end; it may be cut");
  let count = end.readUInt16LE(at + 10);
  let length = end.readUInt32LE(at + 12);
  let offset = end.readUInt32LE(at + 16);
  if (count === 0xffff || length === 0xffffffff || offset === 0xffffffff) {
    const locator = end.subarray(at - 20, at);
    const record = await readAt(file, Number(locator.readBigUInt64LE(8)), 56);
    if (record.readUInt32LE(0) !== end64Mark) throw broken(path, "no central directory of ZIP64");
    count = Number(record.readBigUInt64LE(32));
    length = Number(record.readBigUInt64LE(40));
    offset = Number(record.readBigUInt64LE(48));
  }
  if (length > longestDirectory || offset + length > size) throw broken(path, "a central directory beyond its end");
  return readEntries(await readAt(file, offset, length), count, path);
}

function lastMark(buffer: Buffer, mark: number): number {
  for (let at = buffer.length - 22; at >= 0; at--) if (buffer.readUInt32LE(at) === mark) return at;
  return -1;
}

function readEntries(directory: Buffer, count: number, path: string): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entryMark)
      throw broken(path, `${entries.length} entries, wanted ${count}`);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    const name = directory.subarray(at + 46, at + 46 + nameLength!).toString("utf8");
    const extra = directory.subarray(at + 46 + nameLength!, at + 46 + nameLength! + extraLength!);
    const sizes = [24, 20, 42].map((field) => directory.readUInt32LE(at + field));
    const [size, packed, offset] = wide(sizes, extra);
    entries.push({name, size: size!, packed: packed!, method: directory.readUInt16LE(at + 10), offset: offset!});
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  return entries;
}

/** Numbers that need more than 32 bits stand in the extra field 1, in the order size, packed size, offset. */
function wide(numbers: readonly number[], extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return numbers.map((number) => {
      if (number !== 0xffffffff) return number;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return [...numbers];
}

function refuseBombs(entries: readonly ZipEntry[], path: string, most: number): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (size > most || size > 1000 * Math.max(packed, 1000))
    throw new ConcordError(
      "too_large",
      `Archive "${path}" unpacks from ${packed} to ${size} bytes, wanted at most ${most} and a thousandfold`,
      {
        details: {path, packed, size, limit: most, hint: "it is no archive of this source; nothing was unpacked"}
      }
    );
}

async function* unpack(file: FileHandle, entry: ZipEntry, path: string): AsyncGenerator<Buffer> {
  const {name, size, packed, method, offset} = entry;
  if (method !== stored && method !== deflated)
    throw broken(path, `"${name}" packed by method ${method}, wanted stored or deflated`);
  const head = await readAt(file, offset, 30);
  const start = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const source = Readable.from(pieces(file, start, packed));
  const stream = method === stored ? source : source.pipe(createInflateRaw());
  source.on("error", (error) => stream.destroy(error));
  let count = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      count += chunk.length;
      if (count > size) throw broken(path, `"${name}" longer than the ${size} bytes it states`);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ConcordError ? error : broken(path, `"${name}" that cannot be unpacked`, error);
  }
  if (count !== size) throw broken(path, `"${name}" of ${count} bytes, wanted ${size}`);
}

async function* pieces(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  const most = 1 << 20;
  for (let at = 0; at < length; at += most) yield await readAt(file, start + at, Math.min(most, length - at));
}

function broken(path: string, found: string, cause?: unknown): ConcordError {
  return new ConcordError("bad_data", `Archive "${path}" has ${found}`, {details: {path}, cause});
}
