import type {PullNotice, PullSource, Query, Surroundings} from "../../connectors/connector.ts";
import {type PullResult, pull} from "../../connectors/pull/pull.ts";
import {type CliContext, writeJson, writeNote, writeText} from "../context.ts";
import {progressBar} from "./progress.ts";

/** Options of `concord pull SOURCE`: those of the source, and these. */
export interface PullFlags {
  readonly into: string;
  readonly json?: boolean;
  readonly [parameter: string]: string | readonly string[] | boolean | undefined;
}

/** Pulls from a source into a pack, and says what came of it. */
export async function runPull(this: CliContext, source: PullSource, flags: PullFlags): Promise<void> {
  const {into, json, ...rest} = flags;
  const bar = progressBar(this);
  try {
    const result = await pull(source, {
      query: queryOf(rest),
      into,
      surroundings: surroundingsOf(this, (line) => bar.say(line), bar.show)
    });
    bar.clear();
    for (const notice of result.notices) writeNote(this, noticeText(notice));
    if (json) writeJson(this, result);
    else writeText(this, summary(result));
  } finally {
    bar.clear();
  }
}

function queryOf(flags: Readonly<Record<string, string | readonly string[] | boolean | undefined>>): Query {
  const given = Object.entries(flags).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, Array.isArray(value) ? value : [String(value)]]));
}

/** The network, clock and environment of a run. */
export function surroundingsOf(
  {process}: CliContext,
  log: (line: string) => void,
  progress?: Surroundings["progress"]
): Surroundings {
  return {
    fetch: globalThis.fetch,
    now: () => new Date(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
    log,
    env: process.env ?? {},
    ...(progress && {progress})
  };
}

/** A notice in one line. */
export function noticeText({text, count, examples}: PullNotice): string {
  return `${text} (${count})${examples.length > 0 ? `: ${examples.join("; ")}` : ""}`;
}

function summary({pack, answers, figures, tables}: PullResult): string {
  const {received, unchanged, kept} = answers;
  const parts = [
    `${pack}: ${figures.added} figures added, ${figures.revised} revised, ${figures.unchanged} as before`,
    `${received} ${received === 1 ? "answer" : "answers"} received${unchanged > 0 ? `, ${unchanged} of them unchanged` : ""}${kept > 0 ? `, ${kept} kept` : ""}`,
    ...tables.map((path) => `table ${path}`)
  ];
  return [...parts, `Next: concord pack check ${pack}`].join("\n");
}
