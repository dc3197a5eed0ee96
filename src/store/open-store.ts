import {closeSync, openSync, readSync, statSync} from "node:fs";
import {ConcordError} from "../base/errors.ts";
import {openDuckDB} from "./duckdb-engine.ts";
import type {Engine} from "./engine.ts";
import {storeFormat} from "./format.ts";
import {runQuery} from "./queries.ts";

/** What a store says of itself. */
interface StoreFacts {
  /** Version of its tables. */
  readonly format: number;
  /** sha256 over the files of its packs and the tables' definition. */
  readonly content: string;
}

/** An open store. */
export interface OpenStore {
  readonly engine: Engine;
  readonly facts: StoreFacts;
}

/** Opens a store read-only, so that any number of processes can; throws when it is no store, or not of this version. */
export async function openStore(path: string): Promise<Engine> {
  return (await openStoreWithFacts(path)).engine;
}

/** Opens a store read-only and returns what it says of itself beside it. */
export async function openStoreWithFacts(path: string): Promise<OpenStore> {
  assertDuckDBFile(path);
  const engine = await openDuckDB(path).catch((error: unknown) => {
    throw openingError(path, error);
  });
  try {
    return {engine, facts: await readFacts(engine)};
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** Bytes 8 to 11 of every DuckDB file. */
const magic = "DUCK";

function assertDuckDBFile(path: string): void {
  const found = statSync(path, {throwIfNoEntry: false});
  if (!found) throw new ConcordError("not_found", `Store "${path}" does not exist`, {details: {path}});
  if (!found.isFile()) throw notAStore(path);
  const file = openSync(path, "r");
  const head = Buffer.alloc(12);
  try {
    readSync(file, head, 0, 12, 0);
  } finally {
    closeSync(file);
  }
  if (head.toString("latin1", 8) !== magic) throw notAStore(path);
}

function openingError(path: string, error: unknown): ConcordError {
  const message = error instanceof Error ? error.message : String(error);
  const versions = /version number (\d+), but we can only read versions? (?:between \d+ and )?(\d+)/.exec(message);
  if (versions && Number(versions[1]) > Number(versions[2]))
    return newerStore(path, `file version ${versions[1]}`, `file version ${versions[2]}`, error);
  if (/Could not set lock|Conflicting lock|being used by another process/i.test(message))
    return new ConcordError("unavailable", `Store "${path}" is open for writing in another process; try again later`, {
      details: {path},
      cause: error
    });
  return notAStore(path, error);
}

async function readFacts(engine: Engine): Promise<StoreFacts> {
  const {path} = engine;
  const [row] = await runQuery(engine, "store_format", {}).catch((error: unknown) => {
    throw notAStore(path, error);
  });
  if (!row) throw notAStore(path);
  if (row.format > storeFormat) throw newerStore(path, `format ${row.format}`, `format ${storeFormat}`);
  if (row.format < storeFormat)
    throw new ConcordError(
      "bad_data",
      `Store "${path}" has format ${row.format}, wanted ${storeFormat}; load its packs again`,
      {details: {path, found: row.format, wanted: storeFormat}}
    );
  return {format: row.format, content: row.content};
}

function newerStore(path: string, found: string, wanted: string, cause?: unknown): ConcordError {
  return new ConcordError(
    "newer_store",
    `Store "${path}" has ${found}, this version of Concord reads up to ${wanted}; ` +
      "update Concord, or load the packs into another file",
    {details: {path, found, wanted}, cause}
  );
}

function notAStore(path: string, cause?: unknown): ConcordError {
  return new ConcordError(
    "bad_data",
    `File "${path}" is not a Concord store, wanted one made by a load; name another file, or delete it if it is damaged`,
    {details: {path}, cause}
  );
}
