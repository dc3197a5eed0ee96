import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, it} from "vitest";
import {root} from "../house/probe.ts";
import {testFolder} from "../support/sample-pack.ts";

const {dependencies} = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
};

/** The built library in a folder where only some of its packages are installed, run by a program of its own. */
function runWith(packages: readonly string[], program: string): {status: number | null; stdout: string} {
  const folder = testFolder();
  for (const part of ["dist", "sql"]) cpSync(join(root, part), join(folder, part), {recursive: true});
  writeFileSync(join(folder, "package.json"), JSON.stringify({type: "module"}));
  for (const name of packages) {
    const place = join(folder, "node_modules", name);
    mkdirSync(dirname(place), {recursive: true});
    symlinkSync(join(root, "node_modules", name), place);
  }
  writeFileSync(join(folder, "program.js"), program);
  const {status, stdout} = spawnSync(process.execPath, ["program.js"], {cwd: folder, encoding: "utf8"});
  return {status, stdout};
}

/** What no import of the library may wait for: the engine, the command line's framework and the server-side page. */
const late = ["@duckdb/node-api", "@stricli/core", "happy-dom"];
const early = Object.keys(dependencies).filter((name) => !late.includes(name));

it("importing the package loads neither DuckDB nor anything of the command line", () => {
  expect(late.filter((name) => name in dependencies)).toEqual(late);
  const program = 'import {checkText} from "./dist/index.js"; console.log(typeof checkText);';
  expect(runWith(early, program)).toEqual({status: 0, stdout: "function\n"});
});

it("opening a store is what loads DuckDB", () => {
  const pack = join(root, "packs", "union-state");
  const program = `import {ensureStore} from "./dist/index.js";
    await ensureStore([${JSON.stringify(pack)}], {cacheDir: ${JSON.stringify(testFolder())}})
      .catch((error) => console.log(error.code));`;
  expect(runWith(early, program).stdout).toBe("ERR_MODULE_NOT_FOUND\n");
});
