import {dirname} from "node:path";
import {ConcordError} from "../base/errors.ts";

const full = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|not enough space on the disk/i;
const refused = /EACCES|EPERM|EROFS|Permission denied|Read-only file system|Operation not permitted|Access is denied/i;

/** Whether an error of the file system or of the engine says that nothing can be written there. */
export function isNotWritable(error: unknown): boolean {
  return error instanceof ConcordError
    ? error.code === "not_writable"
    : refused.test(text(error)) || full.test(text(error));
}

/** The error for a file that cannot be written: it names the folder, the reason and what to do. */
export function notWritable(path: string, cause: unknown): ConcordError {
  if (cause instanceof ConcordError) return cause;
  const folder = dirname(path);
  const reason = text(cause);
  const message = full.test(reason)
    ? `Folder "${folder}" is on a full disk, wanted room for "${path}"; free some space or name another file`
    : `Folder "${folder}" cannot be written, wanted to write "${path}" (${firstLine(reason)}); name another file`;
  return new ConcordError("not_writable", message, {details: {folder, path, reason: firstLine(reason)}, cause});
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0]!;
}
