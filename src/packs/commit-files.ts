import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync
} from "node:fs";
import {dirname, join} from "node:path";
import {makeFolder} from "../store/make-folder.ts";
import {notWritable} from "../store/write-errors.ts";

const staging = ".commit";
const ready = "ready.json";

/**
 * Writes several files of a folder as one: all are written aside, then moved into place one after another. A process
 * that ends before the first move has changed nothing; one that ends between moves leaves the rest to `finishCommit`.
 */
export function commitFiles(folder: string, files: ReadonlyMap<string, string>): void {
  const aside = join(folder, staging);
  try {
    rmSync(aside, {recursive: true, force: true});
    makeFolder(aside);
    for (const [path, text] of files) {
      mkdirSync(dirname(join(aside, path)), {recursive: true});
      writeWhole(join(aside, path), text);
    }
    writeWhole(join(aside, ready), JSON.stringify([...files.keys()]));
    finishCommit(folder);
  } catch (error) {
    throw notWritable(folder, error);
  }
}

/** Moves into place what an ended process had written aside; a folder in which nothing is aside stays as it is. */
export function finishCommit(folder: string): void {
  const aside = join(folder, staging);
  const list = join(aside, ready);
  if (existsSync(list))
    for (const path of JSON.parse(readFileSync(list, "utf8")) as string[]) {
      if (!existsSync(join(aside, path))) continue; // moved already
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      renameSync(join(aside, path), join(folder, path));
    }
  rmSync(aside, {recursive: true, force: true});
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, "w");
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
