import {entityName} from "../../base/label.ts";
import type {TurnoverOutput} from "../../turnover/output.ts";
import {wrap} from "../terminal/width.ts";
import {blockTables} from "./block-table.ts";
import {blocksOf, isSlight} from "./blocks.ts";
import {makePage, type Page, type PageOptions} from "./page.ts";
import {alsoStated, gapReasons, records, signKey, slightBlocks, sources, statedGrowth} from "./sections.ts";

/** The answer as a report for a terminal: tables of years by basis, what else was said, gaps, records and sources. */
export function turnoverReport(output: TurnoverOutput, options: PageOptions): string {
  const page = makePage(output, options);
  const blocks = blocksOf(page);
  if (blocks.length === 0) return [heading(page), page.words.none].join("\n\n");
  const slight = blocks.filter(isSlight);
  const main = slight.length === blocks.length ? blocks : blocks.filter((block) => !isSlight(block));
  const tables = main.flatMap((block) => blockTables(page, block));
  const notes = [
    main === blocks ? "" : slightBlocks(page, slight),
    alsoStated(page, main),
    statedGrowth(page, blocks),
    gapReasons(page, main),
    records(page, main)
  ];
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
