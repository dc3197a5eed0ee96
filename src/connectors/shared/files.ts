import {createWriteStream} from "node:fs";
import {open} from "node:fs/promises";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {Zip, ZipEntry} from "../zip/read-zip.ts";

/** What the first bytes of a file say that it is. */
export async function fileKind(path: string): Promise<"zip" | "gzip" | "parquet" | "html" | "text"> {
  const file = await open(path, "r");
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(512), 0, 512, 0);
    const start = buffer.subarray(0, bytesRead).toString("latin1");
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) return "zip";
    if (start.startsWith("\u001f\u008b")) return "gzip";
    if (start.startsWith("PAR1")) return "parquet";
    return /^\s*<(!doctype html|html)/i.test(start) ? "html" : "text";
  } finally {
    await file.close();
  }
}

/** Unpacks one file of an archive. */
export async function unpackTo(zip: Zip, entry: ZipEntry, path: string): Promise<void> {
  await pipeline(Readable.from(zip.stream(entry)), createWriteStream(path));
}
