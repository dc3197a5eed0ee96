import {randomBytes} from "node:crypto";
import {closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, type Stats, statSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {ConcordError} from "../base/errors.ts";
import {makeFolder} from "./make-folder.ts";
import {isAlive, ownMark, type ProcessMark} from "./process-alive.ts";
import {isNotWritable, notWritable} from "./write-errors.ts";

const ending = ".loading";

/**
 * Writes a new file beside `target` and renames it into place, so that whoever opens `target` sees the old file or
 * the new one whole, whenever this process dies. `write` must have closed the file when it returns. What dead
 * processes left beside the target is removed first. What is no file, as /dev/stdout, is written to as it is.
 */
export async function replaceFile(target: string, write: (path: string) => Promise<void>): Promise<void> {
  const there = statOf(target);
  if (there?.isDirectory())
    throw new ConcordError("not_writable", `"${target}" is a folder, wanted a file to write`, {
      details: {hint: `give a file name, as ${join(target, "name")}`}
    });
  if (there && !there.isFile()) return write(target);
  const folder = dirname(target);
  if (statOf(folder)?.isDirectory() === false)
    throw new ConcordError("not_writable", `"${folder}" is a file, wanted a folder to write "${target}" in`);
  const path = join(folder, temporaryName(basename(target)));
  try {
    makeFolder(folder);
    removeLeftovers(target);
    await write(path);
    flush(path);
    await renameInto(path, target);
    flushFolder(folder);
  } catch (error) {
    throw isNotWritable(error) || isAbout(error, folder) ? notWritable(target, error) : error;
  } finally {
    removeWithLog(path);
  }
}

/** What stands at a path; undefined where nothing does, or nothing can. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Whether the file system refused something in a folder, or the folder itself. */
function isAbout(error: unknown, folder: string): boolean {
  const {syscall, path} = error as NodeJS.ErrnoException;
  return syscall !== undefined && path !== undefined && (path === folder || dirname(path) === folder);
}

function temporaryName(name: string): string {
  const {pid, start, host} = ownMark();
  const mark = Buffer.from(JSON.stringify([pid, start, host])).toString("base64url");
  return `.${name}.${mark}.${randomBytes(6).toString("hex")}${ending}`;
}

/** Removes the files that loads of this target left when they were killed. */
function removeLeftovers(target: string): void {
  const folder = dirname(target);
  const prefix = `.${basename(target)}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || !name.includes(ending)) continue;
    const mark = readMark(name.slice(prefix.length).split(".")[0]!);
    if (mark && !isAlive(mark)) rmSync(join(folder, name), {force: true});
  }
}

function readMark(word: string): ProcessMark | undefined {
  try {
    const [pid, start, host] = JSON.parse(Buffer.from(word, "base64url").toString()) as [number, string, string];
    return {pid, start, host};
  } catch {
    return undefined; // not one of ours
  }
}

function flush(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the rename itself last through a power cut; Windows has no such call and needs none. */
function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Windows refuses to replace a file while a reader has it open, so the rename is tried for two seconds. */
async function renameInto(path: string, target: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return renameSync(path, target);
    } catch (error) {
      if (process.platform !== "win32" || attempt === 40) throw error;
      await sleep(50);
    }
  }
}

/** An engine keeps its log beside the file it writes. What cannot be removed hides no error that came before. */
function removeWithLog(path: string): void {
  try {
    for (const file of [path, `${path}.wal`]) rmSync(file, {force: true});
  } catch {
    // The folder is no folder, or lets nobody write.
  }
}
