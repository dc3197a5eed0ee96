import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {layers} from "./layers.ts";
import {root} from "./probe.ts";
import {forbiddenImports} from "./web-imports.ts";

const folder = join(root, "web", "src");
const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter(
  (file) => /\.(ts|svelte)$/.test(file) && !file.endsWith(".test.ts")
);

describe("The fence of the web app", () => {
  it("holds in every module and component but tests", () => {
    expect(files.length).toBeGreaterThan(50);
    const found = files.map(
      (file) => [file, forbiddenImports(file, readFileSync(join(folder, file), "utf8"))] as const
    );
    expect(found.filter(([, addresses]) => addresses.length > 0)).toEqual([]);
  });

  it.each(Object.keys(layers))("judges src/%s by whether it runs in a browser", (layer) => {
    const address = `../../../src/${layer}/${layers[layer]!.module}.ts`;
    const expected = ["base", "kernels", "runtime", "charts"].includes(layer) ? [] : [address];
    for (const text of [
      `import * as all from "${address}";`,
      `import {one} from "${address}";`,
      `import {type One} from "${address}";`,
      `import "${address}";`,
      `export {one} from "${address}";`,
      `const load = () => import("${address}");`
    ]) {
      expect(forbiddenImports("trade/one.ts", text), text).toEqual(expected);
      expect(forbiddenImports("trade/One.svelte", `<script lang="ts">\n${text}\n</script>\n<p>1</p>`)).toEqual(
        expected
      );
    }
    const awaited = `<script lang="ts"></script>\n{#await import("${address}") then {one}}{one}{/await}`;
    expect(forbiddenImports("trade/One.svelte", awaited)).toEqual(expected);
  });

  it("lets types of every layer through", () => {
    for (const text of [
      'import type {One} from "../../../src/server/packs/output.ts";',
      'export type {One} from "../../../src/server/packs/output.ts";'
    ])
      expect(forbiddenImports("trade/one.ts", text)).toEqual([]);
  });
});
