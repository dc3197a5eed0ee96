import {ConcordError} from "../../base/errors.ts";
import type {Language} from "../../base/label.ts";
import type {Knowledge} from "../../base/pack.ts";
import {latestDay} from "../../base/period.ts";
import {checkDocument} from "../../claims/check.ts";
import {readDocument} from "../../claims/text/documents.ts";
import {type CliContext, openKnowledge, stdoutScreen, writeJson, writeNote, writeText} from "../context.ts";
import type {ColorMode} from "../terminal/style.ts";
import {explainClaim} from "./explain.ts";
import type {formats} from "./formats.ts";
import {readText} from "./read-text.ts";
import {renderCheck} from "./report.ts";

/** Options of `concord check`. */
export interface CheckFlags {
  readonly pack?: readonly string[];
  readonly asOf?: string;
  readonly posted?: string;
  readonly why?: number;
  readonly format?: (typeof formats)[number];
  readonly encoding?: string;
  readonly language: Language;
  readonly json?: boolean;
  readonly color: ColorMode;
  readonly store?: string;
}

/** Checks one text and prints what came of it. */
export async function runCheck(this: CliContext, flags: CheckFlags, path: string): Promise<void> {
  const text = await readText(path, flags.encoding);
  const posted = flags.posted ?? readDocument(text, flags.format).posted;
  const asOf = flags.asOf ?? posted ?? this.today;
  const later = asOf > this.today ? asOf : this.today;
  const packs = flags.pack ?? [];
  if (packs.length === 0)
    writeNote(this, "no --pack is given: claims are found and held against each other, not against figures");
  const {knowledge: today, gazetteer} = await openKnowledge(this, packs, later, {store: flags.store});
  const known = packs.length > 0 ? {knowledge: knownBy(today, asOf), today} : {};
  const checked = checkDocument(text, {
    asOf,
    ...known,
    ...(posted && {posted}),
    ...(flags.format && {format: flags.format})
  });
  const claim = flags.why === undefined ? undefined : checked.result.claims[flags.why - 1];
  if (flags.why !== undefined && !claim) throw noSuchClaim(flags.why, checked.result.claims.length);
  if (flags.json) return writeJson(this, claim ?? checked.result);
  const view = {
    language: flags.language,
    naming: gazetteer,
    knowledge: today,
    screen: stdoutScreen(this, flags.color),
    packs
  };
  writeText(this, claim ? explainClaim(claim, checked.result, view) : renderCheck(checked, view));
}

/** What of a knowledge was public by an earlier day; the register tells its own days apart. */
export function knownBy(knowledge: Knowledge, day: string): Knowledge {
  const last = latestDay(day);
  return {...knowledge, asOf: day, figures: knowledge.figures.filter(({known}) => latestDay(known) <= last)};
}

function noSuchClaim(number: number, count: number): ConcordError {
  return new ConcordError("invalid_query", `Claim ${number} does not exist`, {
    details: {hint: count === 0 ? "no claims were found in the text" : `wanted a number from 1 to ${count}`}
  });
}
