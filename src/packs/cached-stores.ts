import {lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync} from "node:fs";
import {tmpdir, userInfo} from "node:os";
import {basename, dirname, join} from "node:path";
import {ConcordError} from "../base/errors.ts";
import {notWritable} from "../store/write-errors.ts";

const ending = ".duckdb";
/** Stores of one pack that are kept, the newest first. */
const kept = 3;

/** File of a cached store: named after the packs, for those who look, and after what they hold. */
export function cachedPath(cache: string, folders: readonly string[], content: string): string {
  const names = folders.map(packName).join("+").slice(0, 80);
  return join(cache, "stores", `${names}@${content.slice(0, 32)}${ending}`);
}

/** The pack's own name, as far as it can be read without a check. */
function packName(folder: string): string {
  try {
    const {name} = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")) as {name?: unknown};
    return typeof name === "string" ? name.replaceAll(/[^a-z0-9._-]/gi, "-") : "pack";
  } catch {
    return "pack";
  }
}

/** Whether a cached store is there; it was renamed into place, so it is whole. */
export function isUsable(path: string): boolean {
  return (statSync(path, {throwIfNoEntry: false})?.size ?? 0) > 0;
}

/** Marks a cached store as used now, so that it is not the next to be pruned. */
export function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // A cache that can only be read is still a cache.
  }
}

/** Removes all but the newest stores of the same packs; one that is still open elsewhere may stay. */
export function pruneCache(path: string): void {
  const folder = dirname(path);
  const prefix = `${basename(path).split("@")[0]}@`;
  const stores = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith(ending))
    .map((name) => join(folder, name))
    .filter((file) => file !== path)
    .sort((a, b) => madeAt(b) - madeAt(a));
  for (const file of stores.slice(kept - 1)) {
    try {
      rmSync(file, {force: true});
    } catch {
      // Windows keeps open files; the next load tries again.
    }
  }
}

function madeAt(file: string): number {
  return statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0;
}

/** A cache of this user's own in the system's temporary folder; a folder that others can write is refused. */
export function temporaryCache(): string {
  const {uid} = userInfo();
  const folder = join(tmpdir(), `concord-${uid < 0 ? "cache" : uid}`);
  makeOwnFolder(folder);
  const found = lstatSync(folder);
  const isOwn = uid < 0 || (found.uid === uid && (found.mode & 0o022) === 0);
  if (!found.isDirectory() || !isOwn)
    throw new ConcordError("not_writable", `Folder "${folder}" belongs to someone else`, {
      details: {folder, reason: "the temporary folder belongs to someone else"}
    });
  return folder;
}

function makeOwnFolder(folder: string): void {
  try {
    mkdirSync(folder, {mode: 0o700});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw notWritable(folder, error);
  }
}
