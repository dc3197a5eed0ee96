import {mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {buildApplication, buildRouteMap, run} from "@stricli/core";
import {beforeAll, describe, expect, it} from "vitest";
import {readPack} from "../packs/read-pack.ts";
import {documentIn} from "./brief/checked-text.ts";
import {briefCommand} from "./brief.ts";
import type {CliProcess} from "./context.ts";
import {exitCodeOfError, exitCodeOfRun} from "./exit-codes.ts";
import {messages} from "./messages.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-brief-"));
const pack = "packs/union-state";

/** Runs the command alone, as if on 2024-12-31. */
async function brief(...inputs: string[]): Promise<{code: number; out: string; err: string}> {
  const written = {out: "", err: ""};
  const stream = (name: "out" | "err") => ({
    isTTY: false,
    write: (text: string) => {
      written[name] += text;
    }
  });
  const process: CliProcess = {stdout: stream("out"), stderr: stream("err"), env: {}};
  const app = buildApplication(buildRouteMap({routes: {brief: briefCommand}, docs: {brief: "Concord"}}), {
    name: "concord",
    determineExitCode: exitCodeOfError,
    scanner: {caseStyle: "allow-kebab-for-camel"},
    localization: {text: messages("brief")}
  });
  await run(app, ["brief", ...inputs], {process, today: "2024-12-31"});
  return {code: exitCodeOfRun(process.exitCode), ...written};
}

beforeAll(() => {
  process.env.CONCORD_CACHE = join(folder, "cache");
});

describe("concord brief", () => {
  it("writes one file that replaces an older one and leaves nothing beside it", async () => {
    const place = join(folder, "whole");
    mkdirSync(place);
    const file = join(place, "report.html");
    writeFileSync(file, "old");
    const {code, out} = await brief(pack, "-o", file, "--as-of", "2024-02-23");
    expect([code, readdirSync(place)]).toEqual([0, ["report.html"]]);
    expect(out).toMatch(/^Wrote .*report\.html \(\d+ kB\)\n$/);
    const page = readFileSync(file, "utf8");
    expect(page.length).toBeLessThan(1_000_000);
    expect(page).toContain("As known on 23 February 2024");
    expect(page).toContain("33.3 – 29.5 – 40 – 50 – 54".replaceAll(" –", "\u00a0–"));
  });

  it("checks the text as known when it was posted, and says what is known since", async () => {
    const file = join(folder, "today.html");
    await brief(pack, "-o", file);
    const page = readFileSync(file, "utf8");
    expect(page).toContain("As known on 31 December 2024");
    expect(page).toContain("Checked as known on 23 February 2024.");
    expect(page).toContain("as known today: ");
  });

  it("takes the document in the language asked for", async () => {
    const file = join(folder, "ru.html");
    await brief(pack, "-o", file, "--language", "ru");
    expect(readFileSync(file, "utf8")).toMatch(/<html lang="ru">[\s\S]*<blockquote lang="ru">/);
  });

  it.each([
    [["-o", folder], 2, `error: "${folder}" is a folder, wanted a file to write`],
    [["-o", join(folder, "x.html"), "--as-of", "yesterday"], 2, "wanted a date as 2024"],
    [[], 2, "--output"]
  ])("refuses %j", async (inputs, wanted, message) => {
    const {code, err} = await brief(pack, ...inputs);
    expect([code, err]).toEqual([wanted, expect.stringContaining(message)]);
  });

  it("names a pack that is not there", async () => {
    const {code, err} = await brief(join(folder, "none"), "-o", join(folder, "x.html"));
    expect([code, err]).toEqual([1, expect.stringMatching(/^error: Pack ".*none" is not a folder/)]);
  });
});

it("documentIn() falls back to the document that the pack names", async () => {
  const read = await readPack(pack);
  expect(documentIn(read, "ru")?.path).toMatch(/\.ru\.md$/);
  const documents = read.documents.filter(({path}) => path === read.profile.document);
  expect(documentIn({...read, documents}, "ru")?.path).toBe(read.profile.document);
  const {document: _, ...profile} = read.profile;
  expect(documentIn({...read, profile}, "en")).toBeUndefined();
});
