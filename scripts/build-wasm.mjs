/**
 * Compiles every AssemblyScript kernel of `wasm/`, NAME.ts with what is in the folder NAME, to `dist/wasm/NAME.wasm`; skips
 * those that are newer than all of their source.
 */
import {existsSync, mkdirSync, readdirSync, statSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const options = ["--optimizeLevel", "3", "--enable", "simd,threads", "--runtime", "stub"];
const memory = ["--importMemory", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"];

mkdirSync(join(root, "dist", "wasm"), {recursive: true});
for (const file of readdirSync(join(root, "wasm")).filter((name) => name.endsWith(".ts"))) {
  const name = basename(file, ".ts");
  const source = join("wasm", file);
  const target = join("dist", "wasm", `${name}.wasm`);
  const folder = join("wasm", name);
  const parts = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((part) => join(folder, part)) : [];
  const newest = Math.max(...[source, ...parts].map((path) => statSync(join(root, path)).mtimeMs));
  if (existsSync(join(root, target)) && statSync(join(root, target)).mtimeMs > newest) continue;
  const {error, stderr} = await asc.main([source, "--baseDir", root, "--outFile", target, ...options, ...memory]);
  if (error) {
    console.error(stderr.toString());
    throw error;
  }
}
