import {createReadStream, createWriteStream} from "node:fs";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import type {Fix} from "../connector.ts";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Rows of which some end by CRLF and some by LF, as bytes that all end by LF. */
export const mixedLineEnds: Fix<Buffer, Buffer> = {
  id: "table-mixed-line-ends",
  since: "2023",
  cause: "Where rows are written below a head of another program, the head ends by LF and the rows end by CRLF",
  apply: (bytes) => {
    let length = 0;
    const kept = Buffer.allocUnsafe(bytes.length);
    for (let at = 0; at < bytes.length; at++)
      if (bytes[at] !== carriageReturn || bytes[at + 1] !== lineFeed) kept[length++] = bytes[at]!;
    return kept.subarray(0, length);
  }
};

function open(path: string): NodeJS.ReadableStream {
  const file = createReadStream(path, {highWaterMark: 1 << 20});
  return path.toLowerCase().endsWith(".gz") ? file.pipe(createGunzip({chunkSize: 1 << 20})) : file;
}

/** Whether the first two lines of a file end differently. */
export async function hasMixedLineEnds(path: string): Promise<boolean> {
  const ends: boolean[] = [];
  let before = 0;
  for await (const chunk of open(path) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(lineFeed); at >= 0 && ends.length < 2; at = chunk.indexOf(lineFeed, at + 1))
      ends.push((at > 0 ? chunk[at - 1] : before) === carriageReturn);
    before = chunk.at(-1) ?? before;
    if (ends.length === 2) break;
  }
  return ends.length === 2 && ends[0] !== ends[1];
}

/** Writes a file anew, unpacked, with equal ends of lines. */
export async function writeEqualLineEnds(path: string, target: string): Promise<void> {
  let held: Buffer = Buffer.alloc(0);
  const equal = new Transform({
    transform(chunk: Buffer, _, done) {
      const whole = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
      const cut = whole.at(-1) === carriageReturn ? whole.length - 1 : whole.length;
      held = whole.subarray(cut);
      done(null, mixedLineEnds.apply(whole.subarray(0, cut)));
    },
    flush(done) {
      done(null, held);
    }
  });
  await pipeline(open(path), equal, createWriteStream(target));
}
