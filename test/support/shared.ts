import {existsSync} from "node:fs";
import {join} from "node:path";

/** Folder of published tables and recordings that are not part of the repository. */
const shared = process.env.CONCORD_SHARED ?? join(import.meta.dirname, "../../../shared");

/** Path of a file there; undefined where the folder is absent, and says so once. */
export function sharedFile(path: string): string | undefined {
  const file = join(shared, "oracles", path);
  if (existsSync(file)) return file;
  console.warn(`skipped: "${file}" is not there; set CONCORD_SHARED`);
  return undefined;
}
