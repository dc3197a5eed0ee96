import {mkdirSync, statSync} from "node:fs";
import {dirname} from "node:path";
import {notWritable} from "./write-errors.ts";

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never returns where the system answers
 * "no such file" to the making of a folder whose parent is there, as below /proc.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    const isMade = (error as NodeJS.ErrnoException).code === "EEXIST" && statSync(folder).isDirectory();
    if (!isMade) throw notWritable(folder, error);
  }
}
