import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {loadStore} from "../src/packs/load-store.ts";
import {writePack} from "../src/packs/write-pack.ts";
import {openStore} from "../src/store/open-store.ts";
import {readKnowledge} from "../src/store/read-knowledge.ts";
import {largePack, testFolder} from "./support/sample-pack.ts";

const kills = 30;
const packs = [largePack(4000, "1.0.0"), largePack(5000, "2.0.0")] as const;
const loader = fileURLToPath(new URL("support/load-forever.ts", import.meta.url));

test(`A load killed ${kills} times at any moment leaves a whole store, and the next load succeeds`, async () => {
  const folders = [join(testFolder(), "one"), join(testFolder(), "two")] as const;
  for (const [index, folder] of folders.entries()) await writePack(folder, packs[index]!);
  const folder = testFolder();
  const store = join(folder, "s.duckdb");
  await loadStore([folders[0]], {store});

  const span = await millisecondsPerLoad([store, ...folders]);
  const found = {whole: 0, whileWriting: 0, locked: 0};
  for (let kill = 0; kill < kills; kill++) {
    const child = start([store, ...folders]);
    const left = new Set(readdirSync(folder));
    const isWriting = () => readdirSync(folder).some((name) => name.endsWith(".loading") && !left.has(name));
    await once(child.stdout!, "data"); // ready
    if (kill % 2 === 0) while (!isWriting()) await sleep(1);
    const reach = kill % 2 === 0 ? 0.3 * span : 1.5 * span; // within the writing, or a whole load and into the next
    await sleep((reach * (kill + Math.random())) / kills);
    child.kill("SIGKILL");
    await once(child, "exit");
    const names = readdirSync(folder);
    if (isWriting()) found.whileWriting++;
    if (names.includes("s.duckdb.lock")) found.locked++;
    if (await isWhole(store)) found.whole++;
  }
  console.log(`${kills} kills of loads of ${Math.round(span)} ms:`, found);
  expect(found.whole).toBe(kills);
  expect(found.whileWriting).toBeGreaterThanOrEqual(5); // else the kills came at moments that prove nothing

  const {open} = await loadStore([folders[1]], {store});
  expect(await figuresIn(open)).toEqual(packs[1].figures);
  expect(readdirSync(folder)).toEqual(["s.duckdb"]); // locks and half-written files of the dead are gone
}, 240_000);

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", loader, ...args], {stdio: ["ignore", "pipe", "inherit"]});
}

async function millisecondsPerLoad(args: readonly string[]): Promise<number> {
  const child = start(args);
  await once(child.stdout!, "data"); // ready
  const began = performance.now();
  await once(child.stdout!, "data"); // loaded
  child.kill("SIGKILL");
  await once(child, "exit");
  return performance.now() - began;
}

async function isWhole(store: string): Promise<boolean> {
  const figures = await figuresIn(() => openStore(store));
  const [one, two] = packs;
  expect(figures).toEqual(figures.length === one.figures.length ? one.figures : two.figures);
  return true;
}

async function figuresIn(open: () => ReturnType<typeof openStore>) {
  const engine = await open();
  try {
    return (await readKnowledge(engine, {asOf: "2100"})).figures;
  } finally {
    engine.close();
  }
}
