import {readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {ConcordError} from "../base/errors.ts";
import {isAlive, ownMark, type ProcessMark} from "./process-alive.ts";
import {notWritable} from "./write-errors.ts";

/** How long to wait for a lock. */
export interface LockOptions {
  /** Milliseconds to wait for another process; defaults to 60 000. */
  readonly patience?: number;
}

/** A lock file without a readable mark was left between its creation and its first byte, if it is older than this. */
const unfinishedAge = 2_000;

/**
 * Runs an action while holding the lock file `path`, which names this process. A lock whose process is dead is broken.
 * Two processes that break the same lock in the same instant may both go on; that costs work, not data, because
 * every load writes a file of its own and renames it whole.
 */
export async function withLock<Result>(
  path: string,
  action: () => Promise<Result>,
  {patience = 60_000}: LockOptions = {}
): Promise<Result> {
  const deadline = Date.now() + patience;
  while (!tryLock(path)) {
    if (isStale(path)) rmSync(path, {force: true});
    else if (Date.now() > deadline) throw held(path);
    else await sleep(25);
  }
  try {
    return await action();
  } finally {
    rmSync(path, {force: true});
  }
}

function tryLock(path: string): boolean {
  try {
    writeFileSync(path, `${JSON.stringify(ownMark())}\n`, {flag: "wx"});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw notWritable(path, error);
  }
}

function isStale(path: string): boolean {
  const mark = readMark(path);
  if (mark) return !isAlive(mark);
  const made = statSync(path, {throwIfNoEntry: false})?.mtimeMs;
  return made !== undefined && Date.now() - made > unfinishedAge;
}

function readMark(path: string): ProcessMark | undefined {
  try {
    const mark = JSON.parse(readFileSync(path, "utf8")) as Partial<ProcessMark> | null;
    const {pid, start = "", host = ""} = mark ?? {};
    return Number.isInteger(pid) ? {pid: pid!, start: String(start), host: String(host)} : undefined;
  } catch {
    return undefined; // gone again, or not yet written
  }
}

function held(path: string): ConcordError {
  const mark = readMark(path);
  const owner = mark ? `process ${mark.pid} on "${mark.host}"` : "another process";
  return new ConcordError(
    "unavailable",
    `Lock "${path}" is held by ${owner}; wait for it to end, or delete the file if no such load is running`,
    {details: {path, ...mark}}
  );
}
