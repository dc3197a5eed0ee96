import {realpathSync, statSync} from "node:fs";
import {dirname} from "node:path";
import {ConcordError} from "../base/errors.ts";
import {cacheFolder} from "../store/cache-folder.ts";
import {openDuckDB} from "../store/duckdb-engine.ts";
import type {Engine} from "../store/engine.ts";
import {withLock} from "../store/file-lock.ts";
import {makeFolder} from "../store/make-folder.ts";
import {openStore, openStoreWithFacts} from "../store/open-store.ts";
import {replaceFile} from "../store/replace-file.ts";
import {isNotWritable} from "../store/write-errors.ts";
import {writeStore} from "../store/write-store.ts";
import {cachedPath, isUsable, pruneCache, temporaryCache, touch} from "./cached-stores.ts";
import {contentHash} from "./content-hash.ts";
import type {ReadPacks} from "./read-packs.ts";

/** Where packs are loaded. */
export interface LoadOptions {
  /** File of the store; defaults to one in the cache, named after what the packs hold. */
  readonly store?: string;
  /** Folder of the cache; defaults to the user's, see `cacheFolder`. */
  readonly cacheDir?: string;
  /** Milliseconds to wait for another process that loads into the same file; defaults to 60 000. */
  readonly patience?: number;
}

/** A store that holds what its packs hold. */
export interface LoadedStore {
  /** File of the store, or ":memory:". */
  readonly path: string;
  /** Checksum of what the packs hold. */
  readonly content: string;
  /** Whether this call loaded the packs; false when a store of the same content was there. */
  readonly isNew: boolean;
  /** What the user should know: where the store is when not where it was wanted. */
  readonly notes: readonly string[];
  /** Opens the store read-only; every engine must be closed. */
  open(): Promise<Engine>;
}

/**
 * Checks packs and loads them into a new store, which takes the place of an old one in one step. Without `store` the
 * cache is used; where that cannot be written a temporary folder; where that cannot either, memory.
 */
export async function loadStore(folders: readonly string[], options: LoadOptions = {}): Promise<LoadedStore> {
  refuseNone(folders);
  const {readPacks} = await import("./read-packs.ts"); // the schemas cost 50 ms, which a store that is there need not
  const read = await readPacks(folders);
  const {store} = options;
  if (store !== undefined) return loadInto(store, read, options, () => refuseForeign(store));
  return loadIntoCache(folders, read, options);
}

/** Like `loadStore`, but packs that are loaded already and did not change are not loaded again. */
export async function ensureStore(folders: readonly string[], options: LoadOptions = {}): Promise<LoadedStore> {
  refuseNone(folders);
  for (const folder of folders)
    if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return loadStore(folders, options); // it says what is wrong
  const content = contentHash(folders);
  const there =
    options.store === undefined ? findCached(folders, content, options) : await findAt(options.store, content);
  return there ?? loadStore(folders, options);
}

function refuseNone(folders: readonly string[]): void {
  if (folders.length === 0) throw new RangeError("No pack to load, wanted at least one folder");
}

async function findAt(store: string, content: string): Promise<LoadedStore | undefined> {
  if (!statSync(store, {throwIfNoEntry: false})) return undefined;
  const facts = await openStoreWithFacts(store)
    .then(({engine, facts}) => {
      engine.close();
      return facts;
    })
    .catch((error: unknown) => {
      if (isReplaceable(error)) return undefined;
      throw error;
    });
  return facts?.content === content ? found(store, content, []) : undefined;
}

function findCached(folders: readonly string[], content: string, options: LoadOptions): LoadedStore | undefined {
  const path = cachedPath(options.cacheDir ?? cacheFolder(), folders, content);
  if (!isUsable(path)) return undefined;
  touch(path);
  return {...found(path, content, []), open: () => openOrReload(path, folders, options)};
}

/** A cached store that the disk damaged is made anew instead of being complained about. */
async function openOrReload(path: string, folders: readonly string[], options: LoadOptions): Promise<Engine> {
  return openStore(path).catch(async () => (await loadStore(folders, options)).open());
}

function found(path: string, content: string, notes: readonly string[], isNew = false): LoadedStore {
  return {path, content, isNew, notes, open: () => openStore(path)};
}

/** Loads into a file under its lock; `guard` may refuse to replace what is there. */
async function loadInto(
  store: string,
  read: ReadPacks,
  {patience}: LoadOptions,
  guard: () => Promise<void> = async () => undefined
): Promise<LoadedStore> {
  const target = statSync(store, {throwIfNoEntry: false}) ? realpathSync(store) : store; // a link stays a link
  makeFolder(dirname(target));
  await withLock(
    `${target}.lock`,
    async () => {
      await guard();
      await writeNew(target, read);
    },
    patience === undefined ? {} : {patience}
  );
  return found(store, read.content, [], true);
}

/** Only a store, or an empty file, is ever replaced: a wrong path must not cost the user another file. */
async function refuseForeign(target: string): Promise<void> {
  const size = statSync(target, {throwIfNoEntry: false})?.size ?? 0;
  if (size === 0) return;
  await openStore(target).then(
    (engine) => engine.close(),
    (error: unknown) => {
      if (!isReplaceable(error)) throw error;
    }
  );
}

/** A store of an older format is refused by readers, yet may be replaced. */
function isReplaceable(error: unknown): boolean {
  return error instanceof ConcordError && error.code === "bad_data" && "wanted" in error.details;
}

async function writeNew(target: string, {packs, content}: ReadPacks): Promise<void> {
  await replaceFile(target, async (path) => {
    const engine = await openDuckDB(path, {readOnly: false});
    try {
      await writeStore(engine, packs, content);
    } finally {
      engine.close();
    }
  });
}

async function loadIntoCache(folders: readonly string[], read: ReadPacks, options: LoadOptions): Promise<LoadedStore> {
  const wanted = options.cacheDir ?? cacheFolder();
  const reasons: string[] = [];
  for (const cache of [() => wanted, temporaryCache]) {
    try {
      const path = cachedPath(cache(), folders, read.content);
      const loaded = await loadInto(path, read, options);
      pruneCache(path);
      return {...loaded, notes: reasons.map((reason) => `${reason}; the store is kept in "${dirname(path)}"`)};
    } catch (error) {
      if (!isNotWritable(error)) throw error;
      reasons.push(`Cache "${wanted}" cannot be written (${(error as ConcordError).details.reason})`);
    }
  }
  return inMemory(read, `${reasons[0]}; the store is kept in memory`);
}

function inMemory({packs, content}: ReadPacks, note: string): LoadedStore {
  return {
    path: ":memory:",
    content,
    isNew: true,
    notes: [note],
    open: async () => {
      const engine = await openDuckDB(":memory:");
      await writeStore(engine, packs, content);
      return engine;
    }
  };
}
