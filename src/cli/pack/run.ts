import {basename, resolve} from "node:path";
import {ConcordError, formatViolation} from "../../base/errors.ts";
import type {Pack} from "../../base/pack.ts";
import {checkPack} from "../../packs/check-pack.ts";
import {ensureStore, loadStore} from "../../packs/load-store.ts";
import {newPack} from "../../packs/new-pack.ts";
import {type CliContext, stdoutScreen, writeJson, writeNote, writeText} from "../context.ts";
import {exitCodes} from "../exit-codes.ts";
import type {ColorMode} from "../terminal/style.ts";

/** Options of `concord pack check`. */
export interface CheckPackFlags {
  readonly json?: boolean;
  readonly color: ColorMode;
}

/** Lists every violation of a pack; violations are bad data. */
export async function runPackCheck(this: CliContext, flags: CheckPackFlags, folder: string): Promise<void> {
  const {pack, violations} = await checkPack(folder);
  if (flags.json) writeJson(this, {folder, valid: violations.length === 0, violations});
  else {
    const {style} = stdoutScreen(this, flags.color);
    for (const violation of violations) writeText(this, formatViolation(violation));
    const count = `${violations.length} ${violations.length === 1 ? "violation" : "violations"}`;
    writeText(this, pack ? `${style.good("✓")} ${holdings(pack)}` : `${style.bad("✗")} ${folder}: ${count}`);
  }
  if (violations.length > 0) this.process.exitCode = exitCodes.badData;
}

/** What a pack holds, in one line. */
function holdings({name, version, figures, sources, register, documents, markets}: Pack): string {
  const {entities, items, assertions, links} = register;
  const counts = {figures, sources, entities, items, assertions, links, documents, ...(markets && {markets})};
  const parts = Object.entries(counts).map(([what, {length}]) => `${length} ${length === 1 ? singular(what) : what}`);
  return `${name} ${version}: ${parts.join(", ")}`;
}

/** "source" of "sources", "entity" of "entities". */
function singular(plural: string): string {
  return plural.replace(/ies$/, "y").replace(/s$/, "");
}

/** Options of `concord pack load`. */
export interface LoadPackFlags {
  readonly store?: string;
  readonly force: boolean;
}

/** Loads packs and says where. */
export async function runPackLoad(
  this: CliContext,
  {store, force}: LoadPackFlags,
  ...folders: string[]
): Promise<void> {
  const options = store === undefined ? {} : {store};
  const loaded = await (force ? loadStore : ensureStore)(folders, options);
  for (const note of loaded.notes) writeNote(this, note);
  writeText(
    this,
    loaded.isNew
      ? `Loaded ${folders.join(", ")} into ${loaded.path}`
      : `Nothing changed since ${loaded.path} was loaded`
  );
}

/** Options of `concord pack new`. */
export interface NewPackFlags {
  readonly name?: string;
  readonly title?: string;
  readonly economy: readonly string[];
}

/** Makes a pack to start from. */
export async function runPackNew(
  this: CliContext,
  {name, title, economy}: NewPackFlags,
  folder: string
): Promise<void> {
  const own = name ?? basename(resolve(folder)).toLowerCase();
  try {
    await newPack(folder, {name: own, title: title ?? economy.join(" and "), economies: economy});
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new ConcordError("invalid_query", cause.message, {cause, details: {hint: "see `concord pack new --help`"}});
  }
  writeText(this, `Made ${folder}. Next: concord pack check ${folder}`);
}
