import {existsSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

/** The pack that comes with the package, wherever it is installed. */
export function shippedPack(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "packs", "union-state")) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, "packs", "union-state");
}
