import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {homedir} from "node:os";
import {dirname, join, relative} from "node:path";
import {describe, expect, it} from "vitest";
import {root} from "./probe.ts";

/** What is made, installed or the repository's own bookkeeping. */
const notOurs = new Set(["node_modules", "dist", ".git", ".concord", "concord-report.html"]);
const textual = /\.(?:css|csv|html|js|json|jsonl|md|mjs|sql|svg|ts|txt|ya?ml)$|^[^.]+$|\/run$|\.(?:npmrc|git\w+)$/;

/** All files of the project that are text, relative to its root. */
function projectFiles(): string[] {
  const tops = readdirSync(root).filter((name) => !notOurs.has(name));
  return tops
    .flatMap((top) =>
      statSync(join(root, top)).isDirectory()
        ? readdirSync(join(root, top), {recursive: true, encoding: "utf8"}).map((name) => join(top, name))
        : [top]
    )
    .filter((path) => textual.test(path) && statSync(join(root, path)).isFile());
}

const files = projectFiles().map((path) => ({path, text: readFileSync(join(root, path), "utf8")}));

/** Places where a pattern occurs, as `file:line: what`. */
function occurrences(pattern: RegExp): string[] {
  return files.flatMap(({path, text}) =>
    [...text.matchAll(pattern)].map(
      ({0: found, index}) => `${path}:${text.slice(0, index).split("\n").length}: ${found}`
    )
  );
}

describe("The text of the project", () => {
  it("is found: sources, statements, packs and documents", () => {
    const paths = files.map(({path}) => path);
    for (const path of [
      "package.json",
      "LICENSE",
      ".npmrc",
      ".ci/run",
      "src/index.ts",
      "packs/union-state/figures.csv"
    ])
      expect(paths).toContain(path);
  });

  it("names no host of a package registry", () => {
    // Written in parts, so that the pattern does not find itself.
    const hosts = [
      ["registry", "npmjs"],
      ["registry", "yarnpkg"],
      ["npmmirror", "com"],
      ["pypi", "org"],
      ["deb", "debian"]
    ];
    expect(occurrences(new RegExp(hosts.map((parts) => parts.join("\\.")).join("|"), "gi"))).toEqual([]);
  });

  it("bears no path of a machine", () => {
    const homes = /(?<![\w.:/])\/(?:home|Users)\/[\w.-]+\/|(?<![\w.:/])\/(?:root|work|workspace|builds)\/[\w.-]+/g;
    expect(occurrences(homes)).toEqual([]);
    for (const place of [root, `${homedir()}/`].filter((path) => path.split("/").length > 2))
      expect(files.filter(({text}) => text.includes(place)).map(({path}) => path)).toEqual([]);
  });
});

describe("package.json", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, object>;

  it.each(["dependencies", "devDependencies"])("names exact versions in %s", (kind) => {
    const versions = Object.entries(manifest[kind]!);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("ships files that exist, once built", () => {
    const {files: shipped} = manifest as unknown as {files: string[]};
    for (const path of shipped.filter((path) => !path.startsWith("!")))
      expect(existsSync(join(root, path)), path).toBe(true);
  });
});

describe("Documents", () => {
  const documents = files.filter(({path}) => path.endsWith(".md") && !path.startsWith("packs/"));

  it("link to files and headings that exist", () => {
    const broken = documents.flatMap(({path, text}) =>
      linksOf(text).flatMap((link) => (resolves(path, link) ? [] : [`${path}: ${link}`]))
    );
    expect(documents.length).toBeGreaterThan(0);
    expect(broken).toEqual([]);
  });

  it("linksOf() and resolves() tell what is broken", () => {
    const text =
      "[a](b.md) `[no](c.md)` ![d](e.svg 'f') [web](https://example.org)\n\n```\n[no](g.md)\n```\n[h]: i.md\n";
    expect(linksOf(text)).toEqual(["b.md", "e.svg", "i.md"]);
    expect(resolves("docs/any.md", "../CHANGELOG.md#changelog")).toBe(true);
    expect(resolves("docs/any.md", "../CHANGELOG.md#no-such-heading")).toBe(false);
    expect(resolves("docs/any.md", "no-such-file.md")).toBe(false);
  });
});

/** Relative targets of the links and pictures of a Markdown text, code left out. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, "").replace(/`[^`\n]*`/g, "");
  const links = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)[^)]*\)|^\[[^\]]+\]:\s*(\S+)/gm)].map(([, a, b]) => a ?? b!);
  return links.filter((link) => !/^[a-z][a-z+.-]*:/i.test(link));
}

function resolves(from: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? join(root, from) : join(root, dirname(from), decodeURIComponent(path));
  if (relative(root, target).startsWith("..") || !existsSync(target)) return false;
  return anchor === undefined || !target.endsWith(".md") || headingsOf(readFileSync(target, "utf8")).includes(anchor);
}

/** Addresses that hosts of repositories give to headings. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-")
  );
}
