import {readFile} from "node:fs/promises";
import {ConcordError} from "../base/errors.ts";

/** Reads a text file that an argument or option names; `what` it is begins the error, the hint ends it. */
export async function readInput(path: string, what: string, hint: string): Promise<string> {
  return (await readInputBytes(path, what, hint)).toString("utf8");
}

/** The same of a file of any kind. */
export async function readInputBytes(path: string, what: string, hint: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const {code, message} = cause as NodeJS.ErrnoException;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: "was not found",
      ENOTDIR: "was not found",
      EISDIR: "is a folder, wanted a file",
      EACCES: "may not be read"
    };
    const reason = reasons[code ?? ""] ?? `cannot be read: ${message}`;
    const kind = reason === "was not found" ? "not_found" : "bad_data";
    throw new ConcordError(kind, `${what} "${path}" ${reason}`, {cause, details: {hint}});
  }
}
