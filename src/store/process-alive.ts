import {readFileSync} from "node:fs";
import {hostname} from "node:os";

/** A process as a lock or a temporary file names it: its number may be given to another one after it ends. */
export interface ProcessMark {
  readonly pid: number;
  /** When it started, in the system's own count; "" where the system does not tell. */
  readonly start: string;
  readonly host: string;
}

/** The mark of this process. */
export function ownMark(): ProcessMark {
  return {pid: process.pid, start: startOf(process.pid), host: hostname()};
}

/**
 * Whether the process that left a mark is still running: it is when it cannot be told, as on another machine that
 * shares the folder.
 */
export function isAlive({pid, start, host}: ProcessMark): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const now = startOf(pid);
  return start === "" || now === "" || now === start;
}

/** Ticks since boot at which a process started; only Linux tells it without a child process. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""; // the name in brackets may hold spaces
  } catch {
    return "";
  }
}
