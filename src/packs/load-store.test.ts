import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {type Mounted, mountReadOnly, mountSmall} from "../../test/support/mounts.ts";
import {largePack, samplePack, testFolder} from "../../test/support/sample-pack.ts";
import {openDuckDB} from "../store/duckdb-engine.ts";
import {storeFormat} from "../store/format.ts";
import {readKnowledge} from "../store/read-knowledge.ts";
import {ensureStore, type LoadedStore, loadStore} from "./load-store.ts";
import {writePack} from "./write-pack.ts";

let [pack, cacheDir, store] = ["", "", ""];
let mounted: Mounted | undefined;

beforeEach(async () => {
  pack = join(testFolder(), "pack");
  await writePack(pack, samplePack());
  cacheDir = join(testFolder(), "cache");
  store = join(testFolder(), "new", "s.duckdb");
});
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

async function figuresOf(loaded: Pick<LoadedStore, "open">) {
  const engine = await loaded.open();
  try {
    return (await readKnowledge(engine, {asOf: "2100"})).figures;
  } finally {
    engine.close();
  }
}

const touchPack = (text = "\n") => appendFileSync(join(pack, "documents", "statement.md"), text);
const leftovers = (folder: string) => readdirSync(folder).filter((name) => /\.loading|\.lock|\.wal/.test(name));

test("loadStore() loads a pack into the cache, and readers get all of it", async () => {
  const loaded = await loadStore([pack], {cacheDir});
  expect(loaded).toMatchObject({isNew: true, notes: []});
  expect(loaded.path.startsWith(join(cacheDir, "stores", "sample@"))).toBe(true);
  expect(await figuresOf(loaded)).toEqual(samplePack().figures);
  expect(leftovers(join(cacheDir, "stores"))).toEqual([]);
});

test("ensureStore() loads once, and again after any change of the pack", async () => {
  const first = await ensureStore([pack], {cacheDir});
  expect(await ensureStore([pack], {cacheDir})).toMatchObject({isNew: false, path: first.path, content: first.content});
  touchPack();
  const second = await ensureStore([pack], {cacheDir});
  expect(second.isNew).toBe(true);
  expect(second.path).not.toBe(first.path);
  expect(await figuresOf(first)).toEqual(await figuresOf(second)); // the old one is still whole
});

test("ensureStore() with a store of its own compares what the store holds", async () => {
  expect(await ensureStore([pack], {store})).toMatchObject({isNew: true, path: store});
  expect(await ensureStore([pack], {store})).toMatchObject({isNew: false, path: store});
  touchPack();
  expect(await ensureStore([pack], {store})).toMatchObject({isNew: true, path: store});
  expect(await figuresOf(await ensureStore([pack], {store}))).toEqual(samplePack().figures);
});

test("ensureStore() makes a cached store anew when the disk damaged it", async () => {
  const {path} = await ensureStore([pack], {cacheDir});
  writeFileSync(path, "damaged");
  expect(await figuresOf(await ensureStore([pack], {cacheDir}))).toEqual(samplePack().figures);
});

test("loadStore() keeps the three newest stores of a pack, and those of other packs", async () => {
  const other = join(testFolder(), "other");
  await writePack(other, {...samplePack(), name: "other"});
  const kept = await loadStore([other], {cacheDir});
  const paths: string[] = [];
  for (let day = 1; day <= 5; day++) {
    touchPack();
    const {path} = await loadStore([pack], {cacheDir});
    utimesSync(path, day, day);
    paths.push(path);
  }
  const found = readdirSync(join(cacheDir, "stores")).map((name) => join(cacheDir, "stores", name));
  expect(found.sort()).toEqual([kept.path, ...paths.slice(-3)].sort());
});

test("loadStore() replaces a store under its readers, who keep the old one", async () => {
  await loadStore([pack], {store});
  const reader = await (await ensureStore([pack], {store})).open();
  await writePack(pack, largePack(10));
  const loaded = await loadStore([pack], {store});
  expect((await readKnowledge(reader, {asOf: "2100"})).figures).toHaveLength(6);
  reader.close();
  expect(await figuresOf(loaded)).toHaveLength(16);
});

test("loadStore() by four at once leaves one whole store", async () => {
  const loads = await Promise.all(Array.from({length: 4}, () => loadStore([pack], {store})));
  for (const loaded of loads) expect(await figuresOf(loaded)).toEqual(samplePack().figures);
  expect(leftovers(join(store, ".."))).toEqual([]);
});

test("loadStore() keeps a link to a store a link", async () => {
  await loadStore([pack], {store});
  const link = join(testFolder(), "link.duckdb");
  symlinkSync(store, link);
  touchPack();
  const {content} = await loadStore([pack], {store: link});
  expect(await ensureStore([pack], {store})).toMatchObject({isNew: false, content});
});

test("loadStore() never replaces a file that is no store, nor a store of a newer version", async () => {
  const thesis = join(testFolder(), "thesis.txt");
  writeFileSync(thesis, "years of work, in a file with a name too easily given");
  await expect(loadStore([pack], {store: thesis})).rejects.toMatchObject({code: "bad_data"});
  expect(readFileSync(thesis, "utf8")).toContain("years of work");
  await expect(ensureStore([pack], {store: thesis})).rejects.toMatchObject({code: "bad_data"});

  await loadStore([pack], {store});
  await changeFormat(storeFormat + 1);
  await expect(loadStore([pack], {store})).rejects.toMatchObject({code: "newer_store"});
  await expect(ensureStore([pack], {store})).rejects.toMatchObject({code: "newer_store"});
  await changeFormat(0);
  expect(await ensureStore([pack], {store})).toMatchObject({isNew: true});
  expect(leftovers(join(store, ".."))).toEqual([]);
});

async function changeFormat(format: number): Promise<void> {
  const engine = await openDuckDB(store, {readOnly: false});
  await engine.execute(`update store set format = ${format}`);
  engine.close();
}

test("loadStore() fills an empty file that was made for it", async () => {
  mkdirSync(join(store, ".."));
  writeFileSync(store, "");
  expect(await figuresOf(await loadStore([pack], {store}))).toHaveLength(6);
});

test("loadStore() refuses broken packs, packs that share ids, and none", async () => {
  await expect(loadStore([pack, pack], {cacheDir})).rejects.toMatchObject({
    code: "bad_pack",
    message: expect.stringContaining('figure "t-2020" in "sample" and "sample"')
  });
  appendFileSync(join(pack, "figures.csv"), "x\n");
  await expect(ensureStore([pack], {cacheDir})).rejects.toMatchObject({code: "bad_pack"});
  await expect(ensureStore([join(pack, "nowhere")], {cacheDir})).rejects.toMatchObject({code: "not_found"});
  await expect(loadStore([], {cacheDir})).rejects.toThrow(RangeError);
  expect(existsSync(cacheDir)).toBe(false);
});

test("loadStore() into a read-only folder names it; a current store there is used all the same", async ({skip}) => {
  let inside = "";
  const parent = testFolder();
  await loadStore([pack], {store: join(parent, "s.duckdb")});
  mounted = mountReadOnly((folder) => {
    inside = join(folder, "s.duckdb");
    writeFileSync(inside, readFileSync(join(parent, "s.duckdb")));
  });
  if (!mounted) return skip();
  await expect(loadStore([pack], {store: inside})).rejects.toMatchObject({
    code: "not_writable",
    message: expect.stringContaining(`Folder "${mounted.folder}" cannot be written`)
  });
  const current = await ensureStore([pack], {store: inside});
  expect(current.isNew).toBe(false);
  expect(await figuresOf(current)).toEqual(samplePack().figures);
});

test("loadStore() falls back to a temporary folder, with a note, when the cache is read-only", async ({skip}) => {
  mounted = mountReadOnly();
  if (!mounted) return skip();
  const loaded = await loadStore([pack], {cacheDir: mounted.folder});
  expect(loaded.path.startsWith(mounted.folder)).toBe(false);
  expect(loaded.notes).toMatchObject([expect.stringContaining(`Cache "${mounted.folder}" cannot be written`)]);
  expect(await figuresOf(loaded)).toEqual(samplePack().figures);
});

test("loadStore() falls back to memory when the temporary folder is read-only too", async ({skip}) => {
  mounted = mountReadOnly();
  if (!mounted) return skip();
  const before = process.env.TMPDIR;
  process.env.TMPDIR = mounted.folder;
  try {
    const loaded = await loadStore([pack], {cacheDir: mounted.folder});
    expect(loaded).toMatchObject({path: ":memory:", notes: [expect.stringContaining("kept in memory")]});
    expect(await figuresOf(loaded)).toEqual(samplePack().figures);
    expect(await figuresOf(loaded)).toEqual(samplePack().figures); // opened again
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});

test("loadStore() onto a full disk says so, and leaves the folder as it was", async ({skip}) => {
  mounted = mountSmall();
  if (!mounted) return skip();
  const target = join(mounted.folder, "s.duckdb");
  await writePack(pack, largePack(20_000));
  await expect(loadStore([pack], {store: target})).rejects.toMatchObject({
    code: "not_writable",
    message: expect.stringContaining(`Folder "${mounted.folder}" is on a full disk`)
  });
  expect(readdirSync(mounted.folder)).toEqual([]);
});

test("loadStore() falls back to a temporary folder when the cache is on a full disk", async ({skip}) => {
  mounted = mountSmall();
  if (!mounted) return skip();
  await writePack(pack, largePack(20_000));
  const loaded = await loadStore([pack], {cacheDir: mounted.folder});
  expect(loaded.notes).toHaveLength(1);
  expect(await figuresOf(loaded)).toHaveLength(20_006);
});
