import {readFile} from "node:fs/promises";

/** Reads a built WASM kernel by its name; `npm run build` makes it from `wasm/`. */
export async function readWasm(name: string): Promise<Uint8Array> {
  return await readFile(new URL(`../../dist/wasm/${name}.wasm`, import.meta.url));
}
