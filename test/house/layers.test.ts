import {spawnSync} from "node:child_process";
import {copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {testFolder} from "../support/sample-pack.ts";
import {layers} from "./layers.ts";
import {probeLayer, referencesOf, root} from "./probe.ts";

const names = Object.keys(layers);
const {dependencies} = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {dependencies: object};
const modules = [...Object.keys(dependencies), "node:fs", "node:fs/promises"];

/** Imports of every layer, every package and Node, by what is imported. */
function importsFrom(layer: string): Record<string, string> {
  const ofLayers = names
    .filter((name) => name !== layer)
    .map((name) => [`src/${name}`, `../${name}/${layers[name]!.module}.ts`]);
  return Object.fromEntries([...ofLayers, ...modules.map((name) => [name, name])]);
}

/** What a layer may import, by the map of the house. */
function allowedTo(layer: string): string[] {
  const {layers: below, packages} = layers[layer]!;
  const allowed = modules.filter((name) => packages.includes(name.replace(/^node:.*/, "node")));
  return [...below.map((name) => `src/${name}`), ...allowed].sort();
}

/** The imports that neither the compiler nor the linter refuses. */
function passing(layer: string): string[] {
  const imports = importsFrom(layer);
  const probes = Object.keys(imports).map((name, i) => [`probe-${i}.ts`, name] as const);
  const text = (name: string) => `import * as imported from "${imports[name]}";\nexport const probe = imported;\n`;
  const compiled = probeLayer(layer, Object.fromEntries(probes.map(([file, name]) => [file, text(name)])));
  const linted = lintFindings()[layer]!;
  return probes
    .filter(([file, name]) => compiled[file]!.length === 0 && !linted.includes(name))
    .map(([, name]) => name)
    .sort();
}

let findings: Record<string, string[]> | undefined;

/** Imports that the linter refuses, by layer: one run over a tree that holds every import in every layer. */
function lintFindings(): Record<string, string[]> {
  if (findings) return findings;
  const folder = testFolder();
  for (const file of ["biome.json", ".gitignore"]) copyFileSync(join(root, file), join(folder, file));
  for (const layer of names) {
    mkdirSync(join(folder, "src", layer), {recursive: true});
    for (const [i, address] of Object.values(importsFrom(layer)).entries())
      writeFileSync(
        join(folder, "src", layer, `probe-${i}.ts`),
        `import * as imported from "${address}";\n\nexport const probe = imported;\n`
      );
  }
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const {stdout} = spawnSync(process.execPath, [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."], {
    cwd: folder,
    encoding: "utf8"
  });
  const {diagnostics} = JSON.parse(stdout) as {diagnostics: {category: string; location: {path: string}}[]};
  findings = Object.fromEntries(names.map((layer) => [layer, refusedIn(layer, diagnostics)]));
  return findings;
}

function refusedIn(layer: string, diagnostics: readonly {category: string; location: {path: string}}[]): string[] {
  const imports = Object.keys(importsFrom(layer));
  return diagnostics
    .filter(({category}) => category === "lint/style/noRestrictedImports")
    .flatMap(({location}) => {
      const [, of, i] = /src\/(\w+)\/probe-(\d+)\.ts$/.exec(location.path) ?? [];
      return of === layer ? [imports[Number(i)]!] : [];
    });
}

describe("The fence between layers", () => {
  it("knows every folder of src/", () => {
    const folders = readdirSync(join(root, "src"), {withFileTypes: true}).filter((entry) => entry.isDirectory());
    expect(folders.map(({name}) => name).sort()).toEqual([...names].sort());
  });

  it.each(names)("lets src/%s import what the map of the house says, and nothing else", (layer) => {
    expect(referencesOf(layer)).toEqual(layers[layer]!.layers);
    expect(passing(layer)).toEqual(allowedTo(layer));
  });

  it.each(names)("gives src/%s the globals of its surroundings, and no others", (layer) => {
    const names = ["process", "document"] as const;
    const found = probeLayer(
      layer,
      Object.fromEntries(names.map((name) => [`${name}.ts`, `export const probe: unknown = ${name};\n`]))
    );
    expect(names.filter((name) => found[`${name}.ts`]!.length === 0)).toEqual(layers[layer]!.globals);
  });
});
