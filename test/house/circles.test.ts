import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {importCircles} from "./circles.ts";
import {root} from "./probe.ts";

const modules = new Map(
  ["src", "web/src"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), {recursive: true, encoding: "utf8"}).map((one) => join(folder, one))
    )
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith(".test.ts"))
    .map((path) => [path, readFileSync(join(root, path), "utf8")])
);

describe("importCircles()", () => {
  it("finds none in the house", () => {
    expect(modules.size).toBeGreaterThan(600);
    expect(importCircles(modules)).toEqual([]);
  });

  it.each([
    ["of two", {"a.ts": 'import {b} from "./b.ts";', "b.ts": 'export {a} from "./a.ts";'}, [["a.ts", "b.ts"]]],
    ["of types", {"a.ts": 'import type {B} from "./b.ts";', "b.ts": 'import {a} from "./a.ts";'}, [["a.ts", "b.ts"]]],
    ["that is late", {"a.ts": 'void import("./b.ts");', "b.ts": 'import {a} from "./a.ts";'}, [["a.ts", "b.ts"]]],
    [
      "of three, through folders and a component",
      {
        "x/a.ts": 'import B from "../y/B.svelte";',
        "y/B.svelte": '<script lang="ts">\n  import {c} from "./c.ts";\n</script>\n<p>{c}</p>',
        "y/c.ts": 'import {a} from "../x/a.ts";',
        "y/d.ts": 'import {c} from "./c.ts";'
      },
      [["x/a.ts", "y/B.svelte", "y/c.ts"]]
    ],
    ["where there is none", {"a.ts": 'import {b} from "./b.ts";', "b.ts": "", "c.ts": 'import {b} from "./b.ts";'}, []]
  ])("finds a circle %s", (_, texts, circles) => {
    expect(importCircles(new Map(Object.entries(texts)))).toEqual(circles);
  });
});
