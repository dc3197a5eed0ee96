import {join, relative} from "node:path";
import type {Language} from "../../base/label.ts";
import {readPack} from "../../packs/read-pack.ts";
import {documentIn} from "../brief/checked-text.ts";
import {runBrief} from "../brief/run.ts";
import {runCheck} from "../check/run.ts";
import {type CliContext, stdoutScreen, writeText} from "../context.ts";
import {runServe} from "../serve/run.ts";
import {shippedPack} from "../shipped-pack.ts";
import type {ColorMode} from "../terminal/style.ts";
import {runTurnover} from "../turnover/run.ts";

/** Options of `concord start`. */
export interface StartFlags {
  readonly pack?: string;
  readonly output: string;
  readonly once: boolean;
  readonly port?: number;
  readonly language: Language;
  readonly color: ColorMode;
}

const words = {
  en: {
    document: "1. A text, checked",
    turnover: "2. Turnover, on every basis",
    report: "3. The report",
    pages: "4. The pages",
    next: "Next"
  },
  ru: {
    document: "1. Проверенный текст",
    turnover: "2. Товарооборот на всех основах",
    report: "3. Отчёт",
    pages: "4. Страницы",
    next: "Дальше"
  }
} as const;

/** Shows what Concord does, on the shipped pack or another one, then serves its pages until asked to end. */
export async function runStart(
  this: CliContext,
  {pack: chosen, output, once, port, language, color}: StartFlags
): Promise<void> {
  const folder = chosen ?? shippedPack();
  const pack = await readPack(folder);
  const {style} = stdoutScreen(this, color);
  const heading = (text: string) => writeText(this, `\n${style.bold(style.accent(text))}\n`);
  const document = documentIn(pack, language);
  const path = document && relative(process.cwd(), join(folder, document.path));
  if (path) {
    heading(words[language].document);
    await runCheck.call(this, {pack: [folder], language, color}, path);
  }
  const [economy, partner] = pack.profile.economies;
  if (economy && partner) {
    heading(words[language].turnover);
    await runTurnover.call(this, {pack: [folder], language, color}, economy, partner);
  }
  heading(words[language].report);
  await runBrief.call(this, {output, language}, folder);
  const shown = relative(process.cwd(), folder);
  if (path) writeText(this, `\n${words[language].next}: concord check ${path} --pack ${shown} --why 4`);
  if (once) return;
  heading(words[language].pages);
  const where = {host: "127.0.0.1", allowRemote: false, ...(port !== undefined && {port})};
  await runServe.call(this, {pack: [folder], ...where});
}
