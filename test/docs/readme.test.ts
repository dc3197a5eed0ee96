import {spawnSync} from "node:child_process";
import {readdirSync, readFileSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {root} from "../house/probe.ts";
import {testFolder} from "../support/sample-pack.ts";

/** A block of commands of a page, with the output that the page shows below it. */
interface Example {
  readonly commands: string;
  readonly output: string;
}

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`)
];

const read = (page: string) => readFileSync(join(root, page), "utf8");

/** Blocks marked "sh" right before a block marked "text"; other commands, as `npm start`, show no output. */
function examplesOf(page: string): Example[] {
  const blocks = read(page).matchAll(/^```sh\n([^`]+)^```\n\n```text\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, commands, output]) => ({commands: commands!, output: output!}));
}

/** Runs commands in a folder that has what a checkout has, with the built tool in place of `npx concord`. */
function run(commands: string, folder: string): {status: number | null; stdout: string; stderr: string} {
  const script = commands.replaceAll("npx --no-install concord", `"${process.execPath}" "${root}/dist/cli/main.js"`);
  const {COLUMNS: _columns, NO_COLOR: _noColor, ...env} = process.env;
  return spawnSync("sh", ["-e", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: {...env, CONCORD_CACHE: cache}
  });
}

/** One cache for all pages, so that the pack is loaded once. */
const cache = testFolder();

function checkoutFolder(): string {
  const folder = testFolder();
  for (const part of ["packs", "docs"]) symlinkSync(join(root, part), join(folder, part));
  return folder;
}

/** The parts of a shown line that must be in one line of the real output, in their order; "…" leaves something out. */
function isShownIn(shown: string, real: readonly string[]): boolean {
  if (real.includes(shown)) return true;
  const parts = shown.split("…").map((part) => part.trim());
  return shown.includes("…") && real.some((line) => hasInOrder(line, parts));
}

function hasInOrder(line: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = line.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

describe.each(pages.filter((page) => examplesOf(page).length > 0))("commands of %s", (page) => {
  const folder = checkoutFolder();
  it.each(examplesOf(page))("run and print what is shown: $commands", ({commands, output}) => {
    const {status, stdout, stderr} = run(commands, folder);
    expect({status, stderr: status === 0 ? "" : stderr}).toEqual({status: 0, stderr: ""});
    const real = stdout.split("\n").map((line) => line.trimEnd());
    const shown = output.split("\n").map((line) => line.trimEnd());
    expect(shown.filter((line) => line !== "…" && !isShownIn(line, real))).toEqual([]);
  });
});

it("README has the two commands for a fresh machine, and its tour has examples", () => {
  const blocks = [...read("README.md").matchAll(/^```sh\n(npm [^`]+)\n```$/gm)].map(([, command]) => command);
  expect(blocks).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  expect(examplesOf("README.md").length).toBeGreaterThanOrEqual(6);
});

it("finds a line that is not in the output", () => {
  expect(isShownIn("a … c", ["a b c"])).toBe(true);
  expect(isShownIn("c … a", ["a b c"])).toBe(false);
  expect(isShownIn("a b", ["a b c"])).toBe(false);
});
