import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type Measured, median} from "./result.ts";
import {seededText} from "./texts.ts";

const pathOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const main = pathOf("dist/cli/main.js");
const pack = pathOf("packs/union-state");
const runs = 9;
/** A run that takes longer is ended and fails. */
const patience = 240_000;

/** Seconds of a process from start to end; fails unless it ends with 0. */
async function seconds(args: readonly string[], cache: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: {...process.env, CONCORD_CACHE: cache},
    timeout: patience
  });
  const [code, signal] = await once(child, "exit");
  if (code !== 0) throw new Error(`"node ${args.join(" ")}" ended with ${code ?? signal}, wanted 0`);
  return (performance.now() - began) / 1000;
}

async function medianSeconds(count: number, args: (run: number) => readonly string[], cache: string): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < count; ++run) all.push(await seconds(args(run), cache));
  return median(all);
}

/** The text that is checked: the article where it is at hand, else the pack's own document. */
function article(): {name: string; path: string} {
  const seed = join(process.env.CONCORD_SHARED ?? pathOf("../shared"), "seed", "article.txt");
  return existsSync(seed)
    ? {name: "the article", path: seed}
    : {name: "the pack's document", path: join(pack, "documents", "avdonin-2024-02-23.en.md")};
}

/** Whole processes of the command line, as a user waits for them, beside an empty process of Node. */
export async function measureProcesses(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));
  try {
    const node = await medianSeconds(runs, () => ["--eval", ""], folder);
    const against = (time: number) => ({name: `empty process ${node.toFixed(2)} s`, ratio: node / time});
    const load = await medianSeconds(
      runs,
      (run) => [main, "pack", "load", pack, "--store", join(folder, `${run}`)],
      folder
    );
    await seconds([main, "pack", "load", pack], folder);
    const {name, path} = article();
    const check = await medianSeconds(runs, () => [main, "check", path, "--pack", pack], folder);
    const long = join(folder, "long.txt");
    writeFileSync(long, seededText("en", 4_000_000));
    const longest = await medianSeconds(
      1,
      () => [main, "check", long, "--pack", pack, "--posted", "2024-02-23"],
      folder
    ).catch((error: Error) => {
      console.error(error.message);
      return Number.POSITIVE_INFINITY;
    });
    return [
      {
        name: `concord check of ${name}, pack loaded`,
        median: check,
        unit: "s",
        runs,
        target: 1,
        against: against(check)
      },
      {name: "concord pack load packs/union-state", median: load, unit: "s", runs, target: 2, against: against(load)},
      {name: "concord check of a text of 4 MB", median: longest, unit: "s", runs: 1, target: 15}
    ];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
