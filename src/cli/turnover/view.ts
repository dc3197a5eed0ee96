import {entityName, type Language, type Naming} from "../../base/label.ts";
import type {TurnoverOutput} from "../../turnover/output.ts";
import type {Screen} from "../terminal/output.ts";
import {wrap} from "../terminal/width.ts";
import {blocksOf, renderBlock} from "./blocks.ts";
import {makePage, type Page} from "./page.ts";
import {alsoStated, gapReasons, records, signKey, sources, statedGrowth} from "./sections.ts";

/** How a report is worded and how much room it has. */
export interface ViewOptions {
  readonly naming: Naming;
  readonly language: Language;
  readonly screen: Screen;
}

/** The answer as a report for a terminal: tables of years by basis, what else was said, gaps, records and sources. */
export function turnoverReport(output: TurnoverOutput, {naming, language, screen}: ViewOptions): string {
  const page = makePage(output, naming, language, screen);
  const blocks = blocksOf(page);
  if (blocks.length === 0) return [heading(page), page.words.none].join("\n\n");
  const tables = blocks.map((block) => renderBlock(page, block));
  const notes = [alsoStated(page, blocks), statedGrowth(page, blocks), gapReasons(page, blocks), records(page, blocks)];
  const key = signKey(page);
  return [heading(page), ...tables, key, ...notes, sources(page)].filter((part) => part !== "").join("\n\n");
}

function heading({output, naming, language, screen, words}: Page): string {
  const [a, b] = [output.economy, output.partner].map((id) => entityName(id, naming, language));
  const details = [
    ...(output.product === null ? [] : [output.product.replace(":", " ")]),
    ...(output.period === null ? [] : [output.period]),
    words.knownOn(output.asOf)
  ];
  return `${screen.style.bold(wrap(words.title(a!, b!), screen.width))}\n${screen.style.dim(details.join(" · "))}`;
}
