import {realpathSync, statSync} from "node:fs";
import {join, sep, win32} from "node:path";

/** A file of a pack, or why a path does not lead to one. */
export type PackPath =
  | {readonly file: string; readonly problem?: never}
  | {readonly problem: string; readonly file?: never};

/** Follows a path of a descriptor to a file below the pack's folder; links are followed, and must not lead out of it. */
export function resolvePackPath(folder: string, path: string): PackPath {
  if (leavesByName(path)) return {problem: "a path that leaves the folder"};
  const file = join(folder, path);
  let real: string;
  try {
    real = realpathSync(file);
  } catch (error) {
    const {code = ""} = error as NodeJS.ErrnoException;
    return {problem: code === "ENOENT" || code === "ENOTDIR" ? "no such file" : `a file that cannot be read (${code})`};
  }
  if (!real.startsWith(realpathSync(folder) + sep)) return {problem: "a link that leaves the folder"};
  return statSync(real).isFile() ? {file} : {problem: "a folder"};
}

/** Absolute paths of any system, addresses, backslashes and ".." are refused before the file system is asked. */
function leavesByName(path: string): boolean {
  return (
    win32.isAbsolute(path) || /^[a-z][a-z0-9+.-]*:/i.test(path) || /[\\\0]/.test(path) || path.split("/").includes("..")
  );
}
