import {readdirSync, readFileSync} from "node:fs";

const cache = new Map<string, string>();

/** Text of a file under `sql/`; the same path from src and from dist. */
export function sqlText(path: string): string {
  let text = cache.get(path);
  if (text === undefined) {
    text = readFileSync(new URL(`../../sql/${path}`, import.meta.url), "utf8");
    cache.set(path, text);
  }
  return text;
}

/** Names of the `.sql` files in a folder under `sql/`, in order, without their ending. */
export function sqlNames(folder: string): string[] {
  return readdirSync(new URL(`../../sql/${folder}/`, import.meta.url))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => name.slice(0, -".sql".length))
    .sort();
}
