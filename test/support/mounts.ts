import {execFileSync} from "node:child_process";
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {testFolder} from "./sample-pack.ts";

/** A folder with special behaviour and how to give it back. */
export interface Mounted {
  readonly folder: string;
  unmount(): void;
}

/** A file system of one megabyte, or undefined, said aloud, where this process may not mount one. */
export function mountSmall(): Mounted | undefined {
  const folder = testFolder();
  return mounted(folder, "a full disk", [["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]]);
}

/**
 * A folder that nobody can write, not even root, whom permissions do not stop; `prepare` fills it before. Undefined,
 * said aloud, where this process may not mount one.
 */
export function mountReadOnly(prepare: (folder: string) => void = () => undefined): Mounted | undefined {
  const folder = join(testFolder(), "read-only");
  mkdirSync(folder);
  prepare(folder);
  return mounted(folder, "a read-only folder", [
    ["--bind", folder, folder],
    ["-o", "remount,ro,bind", folder]
  ]);
}

function mounted(folder: string, what: string, mounts: readonly string[][]): Mounted | undefined {
  try {
    for (const args of mounts) execFileSync("mount", args, {stdio: "pipe"});
    return {folder, unmount: () => void execFileSync("umount", [folder], {stdio: "pipe"})};
  } catch (error) {
    console.warn(`SKIPPED: the test of ${what} needs the right to mount (${String(error).split("\n")[0]})`);
    return undefined;
  }
}
