import {createHash} from "node:crypto";
import {closeSync, openSync, readdirSync, readSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import {schemaText, storeFormat} from "../store/format.ts";

/**
 * One checksum, sha256 in hexadecimal digits, of all files of packs and of the tables they are loaded into: while it
 * stays the same, so does the store. Files whose name begins with a dot do not count, nor do the raw answers and large
 * tables below `raw/` and `data/`, which no store holds.
 */
export function contentHash(folders: readonly string[]): string {
  const hash = createHash("sha256").update(`concord ${storeFormat}\n${schemaText()}`);
  for (const [ordinal, folder] of folders.entries())
    for (const path of visibleFiles(folder)) {
      const file = join(folder, path);
      hash.update(`\n${ordinal} ${JSON.stringify(path)} ${statSync(file).size}\n`);
      for (const bytes of fileChunks(file)) hash.update(bytes);
    }
  return hash.digest("hex");
}

function visibleFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file, {throwIfNoEntry: false})?.isFile())
    .map((file) => relative(folder, file).replaceAll("\\", "/"))
    .filter((path) => !/^(raw|data)\//.test(path) && !path.split("/").some((part) => part.startsWith(".")))
    .sort();
}

function* fileChunks(file: string): Generator<Buffer> {
  const handle = openSync(file, "r");
  const buffer = Buffer.allocUnsafe(1 << 20);
  try {
    for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer))
      yield buffer.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}
