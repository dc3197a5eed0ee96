import {ConcordError, type Violation} from "../base/errors.ts";
import {type Gazetteer, makeGazetteer} from "../base/gazetteer.ts";
import {lazily} from "../base/lazily.ts";
import type {Knowledge, Pack} from "../base/pack.ts";
import {checkPack} from "../packs/check-pack.ts";
import {ensureStore, type LoadedStore} from "../packs/load-store.ts";
import type {Engine} from "../store/engine.ts";
import {readKnowledge} from "../store/read-knowledge.ts";
import {knowledgeByDay} from "./knowledge-by-day.ts";

/** A pack that did not load, and why. */
export interface FailedPack {
  readonly folder: string;
  readonly message: string;
  readonly violations: readonly Violation[];
}

/** What the packs hold, as the server knows it: read once, asked by day. */
export interface Catalogue {
  readonly packs: readonly Pack[];
  readonly failures: readonly FailedPack[];
  /** What the user should know about the store. */
  readonly notes: readonly string[];
  readonly gazetteer: Gazetteer;
  /** The store, for what is to be streamed; absent when no pack was loaded. */
  readonly engine?: Engine;
  /** ISO date of now. */
  today(): string;
  /** What was public by a day of any precision; equal days give the same object while they are kept. */
  knowledge(asOf: string): Knowledge;
  /** The pack that a figure, source or item stands in. */
  packOf(id: string): Pack | undefined;
  /** Gives the store back. */
  close(): void;
}

/** How packs are opened. */
export interface CatalogueOptions {
  /** File of the store; defaults to one in the user's cache. */
  readonly store?: string | undefined;
  /** Folder of the cache; defaults to the user's. */
  readonly cacheDir?: string | undefined;
  /** Gives the ISO date of now; the clock by default. */
  readonly today?: () => string;
  /** Told of each step of the load, for people who wait; defaults to silence. */
  readonly progress?: (step: string) => void;
}

/** Loads packs that can be loaded, says why the others cannot, and answers what was known on a day. */
export async function openCatalogue(folders: readonly string[], options: CatalogueOptions = {}): Promise<Catalogue> {
  const {today = isoToday, progress = () => undefined} = options;
  const {packs, failures} = await readEach(folders, progress);
  const {good, store, refused} = await loadTogether([...packs.keys()], options, progress);
  const loaded = good.map((folder) => packs.get(folder)!);
  const engine = await store?.open();
  // Everything, whenever it became public, is asked for once; days are told apart in memory.
  const knowledge = knowledgeByDay(engine ? await readKnowledge(engine, {asOf: lastDay}) : nothing);
  const owners = lazily(() => ownersOf(loaded));
  return {
    packs: loaded,
    failures: [...failures, ...refused],
    notes: store?.notes ?? [],
    gazetteer: makeGazetteer(loaded.flatMap(({register}) => register.entities)),
    today,
    knowledge,
    packOf: (id) => owners().get(id),
    ...(engine && {engine}),
    close: () => engine?.close()
  };
}

function isoToday(): string {
  return new Date().toISOString().slice(0, 10);
}

async function readEach(folders: readonly string[], progress: (step: string) => void) {
  const packs = new Map<string, Pack>();
  const failures: FailedPack[] = [];
  for (const folder of new Set(folders)) {
    progress(`reading ${folder}`);
    try {
      const {pack, violations} = await checkPack(folder);
      if (pack) packs.set(folder, pack);
      else failures.push({folder, violations, message: violationCount(folder, violations.length)});
    } catch (error) {
      failures.push(failure(folder, error));
    }
  }
  return {packs, failures};
}

function violationCount(folder: string, count: number): string {
  return `Pack "${folder}" has ${count} violation${count === 1 ? "" : "s"}, wanted none`;
}

/** Only what a caller can act on is a failure of the pack; anything else is a fault in Concord. */
function failure(folder: string, error: unknown): FailedPack {
  if (!(error instanceof ConcordError)) throw error;
  return {folder, message: error.message, violations: []};
}

/** Packs that share ids cannot be told apart: of those that clash the one named first is loaded. */
async function loadTogether(folders: readonly string[], options: CatalogueOptions, progress: (step: string) => void) {
  const refused: FailedPack[] = [];
  if (folders.length === 0) return {good: [], store: undefined, refused};
  progress(`loading ${folders.length === 1 ? "1 pack" : `${folders.length} packs`}`);
  const all = await loadUnlessBad(folders, options);
  if (!("message" in all)) return {good: folders, store: all, refused};
  let good: string[] = [];
  let store: LoadedStore | undefined;
  for (const folder of folders) {
    progress(`loading ${folder}`);
    const loaded = await loadUnlessBad([...good, folder], options);
    if ("message" in loaded) refused.push({...loaded, folder});
    else [good, store] = [[...good, folder], loaded];
  }
  return {good, store, refused};
}

async function loadUnlessBad(folders: readonly string[], options: CatalogueOptions): Promise<LoadedStore | FailedPack> {
  return ensureStore(folders, loadOptions(options)).catch((error: unknown) => {
    if (error instanceof ConcordError && error.code === "bad_pack") return failure(folders.at(-1)!, error);
    throw error;
  });
}

function loadOptions({store, cacheDir}: CatalogueOptions) {
  return {...(store !== undefined && {store}), ...(cacheDir !== undefined && {cacheDir})};
}

const lastDay = "9999-12-31";

const nothing: Knowledge = {
  asOf: lastDay,
  profile: {economies: []},
  figures: [],
  sources: [],
  register: {entities: [], items: [], assertions: [], links: []}
};

function ownersOf(packs: readonly Pack[]): ReadonlyMap<string, Pack> {
  return new Map(
    packs.flatMap((pack) =>
      [...pack.figures, ...pack.sources, ...pack.register.items, ...pack.register.assertions].map(
        ({id}) => [id, pack] as const
      )
    )
  );
}
