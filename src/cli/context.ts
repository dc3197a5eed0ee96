import type {CommandContext, StricliProcess} from "@stricli/core";
import {type Gazetteer, makeGazetteer} from "../base/gazetteer.ts";
import type {Knowledge} from "../base/pack.ts";
import {isoDay, latestDay} from "../base/period.ts";
import type {Output, Screen} from "./terminal/output.ts";
import {screenOf} from "./terminal/output.ts";
import type {ColorMode} from "./terminal/style.ts";

/** The part of a process that commands use; tests give one that only collects what is written. */
export interface CliProcess extends StricliProcess {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** What every command is given. */
export interface CliContext extends CommandContext {
  readonly process: CliProcess;
  /** ISO date of the run: the default of `--as-of`. */
  readonly today: string;
}

/** What packs hold, with the names of who is in them. */
export interface OpenedKnowledge {
  readonly knowledge: Knowledge;
  readonly gazetteer: Gazetteer;
}

/** How packs are opened. */
export interface OpenOptions {
  /** File of the store; defaults to one in the user's cache. */
  readonly store?: string | undefined;
}

/**
 * Loads packs into the store, unless they are there, and reads what was public on a day, of any precision; defaults to
 * the day of the run. What the user should know about the store goes to stderr.
 */
export async function openKnowledge(
  context: CliContext,
  packs: readonly string[],
  asOf: string = context.today,
  {store}: OpenOptions = {}
): Promise<OpenedKnowledge> {
  if (packs.length === 0) return {knowledge: nothing(asOf), gazetteer: makeGazetteer()};
  const {ensureStore} = await import("../packs/load-store.ts");
  const {readKnowledge} = await import("../store/read-knowledge.ts");
  const loaded = await ensureStore(packs, store === undefined ? {} : {store});
  for (const note of loaded.notes) writeNote(context, note);
  const engine = await loaded.open();
  try {
    const knowledge = await readKnowledge(engine, {asOf});
    return {knowledge, gazetteer: makeGazetteer(knowledge.register.entities)};
  } finally {
    engine.close();
  }
}

function nothing(asOf: string): Knowledge {
  return {
    asOf: isoDay(latestDay(asOf)),
    profile: {economies: []},
    figures: [],
    sources: [],
    register: {entities: [], items: [], assertions: [], links: []}
  };
}

/** Writes to stdout; a line break is put at the end. */
export function writeText(context: CliContext, text: string): void {
  context.process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** Writes JSON to stdout, indented by two. */
export function writeJson(context: CliContext, value: unknown): void {
  writeText(context, JSON.stringify(value, null, 2));
}

/** Says something about the run, not its answer, on stderr. */
export function writeNote(context: CliContext, note: string): void {
  context.process.stderr.write(`note: ${note}\n`);
}

/** Width and style of stdout. */
export function stdoutScreen({process}: CliContext, color: ColorMode): Screen {
  return screenOf(process.stdout, {env: process.env, color});
}
