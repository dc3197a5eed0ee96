import {existsSync, statSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {ConcordError} from "../../base/errors.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import type {Language} from "../../base/label.ts";
import type {Knowledge} from "../../base/pack.ts";
import {brief} from "../../brief/brief.ts";
import type {BriefTurnover} from "../../brief/input.ts";
import {readPack} from "../../packs/read-pack.ts";
import {replaceFile} from "../../store/replace-file.ts";
import {turnover} from "../../turnover/turnover.ts";
import {type CliContext, openKnowledge, writeNote, writeText} from "../context.ts";
import {checkPackText} from "./checked-text.ts";

/** Options of `concord brief`. */
export interface BriefFlags {
  readonly output: string;
  readonly asOf?: string;
  readonly language: Language;
  readonly store?: string;
}

/** Answers `concord brief PACK -o FILE`. */
export async function runBrief(this: CliContext, flags: BriefFlags, folder: string): Promise<void> {
  const {output, asOf, language, store} = flags;
  refuseFolder(output);
  const pack = await readPack(folder);
  const {knowledge, gazetteer} = await openKnowledge(this, [folder], asOf, {store});
  const page = brief({
    pack: {...pack, title: pack.profile.titles?.[language] ?? pack.title},
    knowledge,
    turnover: turnoverOf(this, knowledge, gazetteer, language),
    checks: await checkPackText(this, {pack, folder, knowledge, ...flags}),
    document: await serverDocument(),
    language,
    naming: gazetteer
  });
  await replaceFile(output, (path) => writeFile(path, page));
  writeText(this, `Wrote ${output} (${Math.ceil(Buffer.byteLength(page) / 1000)} kB)`);
}

function refuseFolder(output: string): void {
  if (!existsSync(output) || !statSync(output).isDirectory()) return;
  throw new ConcordError("invalid_query", `"${output}" is a folder, wanted a file to write`, {
    details: {hint: `give a file name, as in -o ${output.replace(/\/+$/, "")}/report.html`}
  });
}

/** A pack about one economy has no turnover to show; the brief then says so. */
function turnoverOf(
  context: CliContext,
  knowledge: Knowledge,
  gazetteer: Gazetteer,
  language: Language
): BriefTurnover {
  const [economy = "", partner = "", ...others] = knowledge.profile.economies;
  if (partner === "") return {economy, partner, series: [], gaps: [], sources: []};
  if (others.length > 0)
    writeNote(
      context,
      `The pack is about ${others.length + 2} economies; turnover is that of ${economy} and ${partner}`
    );
  return turnover(knowledge, {economy, partner}, {naming: gazetteer, language});
}

/** Charts are drawn on the server too: a document that has no window on a screen. */
async function serverDocument(): Promise<Parameters<typeof brief>[0]["document"]> {
  const {Window} = await import("happy-dom");
  return new Window().document as unknown as Parameters<typeof brief>[0]["document"];
}
