import {readFileSync} from "node:fs";

/** Version of the package that this file belongs to; its manifest lies two folders up, built or not. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return String((manifest as {version?: unknown}).version);
}
