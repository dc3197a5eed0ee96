import {ConcordError} from "../../base/errors.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import {groupBy} from "../../base/group-by.ts";
import type {Language} from "../../base/label.ts";
import type {Notice} from "../../base/notice.ts";
import type {Knowledge} from "../../base/pack.ts";
import {resolveEconomy} from "../../base/resolve-economy.ts";
import {codeBookOf} from "../../connectors/mapping/code-book.ts";
import {parseMapping} from "../../connectors/mapping/mapping.ts";
import {mappedColumns, readTwoSided} from "../../connectors/mapping/two-sided.ts";
import {openTable} from "../../store/table.ts";
import type {TurnoverOutput} from "../../turnover/output.ts";
import {type TurnoverQuery, turnover} from "../../turnover/turnover.ts";
import {type CliContext, openKnowledge, stdoutScreen, writeJson, writeNote, writeText} from "../context.ts";
import type {ProductOption} from "../options.ts";
import {readInput} from "../read-input.ts";
import type {ColorMode} from "../terminal/style.ts";

import {turnoverCsv} from "./csv.ts";
import type {PageOptions} from "./page.ts";
import {turnoverReport} from "./view.ts";
import {words as turnoverWords} from "./words.ts";

/** Options of `concord turnover`. */
export interface TurnoverFlags {
  readonly pack?: readonly string[];
  readonly asOf?: string;
  readonly store?: string;
  readonly product?: ProductOption;
  readonly period?: string;
  readonly data?: string;
  readonly map?: string;
  readonly language: Language;
  readonly color: ColorMode;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Answers `concord turnover A B`. */
export async function runTurnover(
  this: CliContext,
  flags: TurnoverFlags,
  first: string,
  second: string
): Promise<void> {
  refuseContradictions(flags);
  const {knowledge, gazetteer} = await openKnowledge(this, flags.pack ?? [], flags.asOf, {store: flags.store});
  const query = makeQuery(flags, resolveEconomy(first, gazetteer), resolveEconomy(second, gazetteer));
  const read =
    flags.data === undefined ? {knowledge, notices: []} : await withTable(knowledge, gazetteer, query, flags);
  const output = turnover(read.knowledge, query, {naming: gazetteer, language: flags.language, notices: read.notices});
  if (output.series.length === 0) writeNote(this, whatThereIs(read.knowledge, query, gazetteer, flags.language));
  const names = new Map(
    knowledge.profile.indicators?.map(({id, names}) => [id, names[flags.language] ?? names.en ?? id])
  );
  write(this, output, flags, {naming: gazetteer, indicatorName: (id) => names.get(id) ?? id});
}

/** Pairs that are named where there is nothing on the one that was asked for. */
const pairsNamed = 5;

/** Whose trade there are figures of, most figures first: an answer without any must not be a dead end. */
function whatThereIs(
  {figures, asOf}: Knowledge,
  {economy, partner}: TurnoverQuery,
  gazetteer: Gazetteer,
  language: Language
): string {
  const trade = figures.filter(
    ({basis}) => basis.economy && basis.partner && ["turnover", "exports", "imports"].includes(basis.indicator)
  );
  const pairs = groupBy(trade, ({basis}) => [basis.economy!, basis.partner!].sort().join(" "));
  const named = [...pairs.entries()]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([pair]) =>
      pair
        .split(" ")
        .map((id) => gazetteer.name(id, language))
        .join(" – ")
    );
  const words = turnoverWords[language];
  if (named.length === 0) return words.nothingKnown(asOf);
  if (pairs.has([economy, partner].sort().join(" "))) return words.noneFits;
  return words.thereAre(named.slice(0, pairsNamed).join(", "), named.length - pairsNamed);
}

function refuseContradictions({pack, data, map, json, csv}: TurnoverFlags): void {
  if (pack === undefined && data === undefined)
    throw usage("Nothing to read: no pack and no table", "give --pack FOLDER, or --data FILE with --map MAPPING.yaml");
  if ((data === undefined) !== (map === undefined))
    throw usage(
      `Option --${data === undefined ? "map" : "data"} needs --${data === undefined ? "data" : "map"}`,
      "--data FILE and --map MAPPING.yaml go together"
    );
  if (json && csv) throw usage("Options --json and --csv exclude each other", "choose one of them");
}

function usage(message: string, hint: string): ConcordError {
  return new ConcordError("invalid_query", message, {details: {hint}});
}

function makeQuery({product, period}: TurnoverFlags, economy: string, partner: string): TurnoverQuery {
  if (economy === partner)
    throw usage(`Economy "${economy}" cannot trade with itself here`, "name two different economies");
  return {economy, partner, ...(product && {product}), ...(period !== undefined && {period})};
}

/** What is known, with the figures of a table added. */
async function withTable(
  knowledge: Knowledge,
  gazetteer: Gazetteer,
  query: TurnoverQuery,
  {data, map}: TurnoverFlags
): Promise<{knowledge: Knowledge; notices: Notice[]}> {
  const mapping = parseMapping(await readInput(map!, "Mapping", "docs/examples holds mappings to begin with"), map!);
  const table = await openTable(data!, {columns: mappedColumns(mapping)});
  try {
    const read = await readTwoSided(table, mapping, {...query, asOf: knowledge.asOf}, codeBookOf(gazetteer));
    const figures = [...knowledge.figures, ...read.figures];
    return {knowledge: {...knowledge, figures, sources: [...knowledge.sources, read.source]}, notices: read.notices};
  } finally {
    table.close();
  }
}

function write(
  context: CliContext,
  output: TurnoverOutput,
  flags: TurnoverFlags,
  names: Pick<PageOptions, "naming" | "indicatorName">
): void {
  if (flags.json) {
    writeJson(context, output);
    return;
  }
  for (const notice of output.notices) writeNote(context, noticeText(notice));
  if (flags.csv) context.process.stdout.write(turnoverCsv(output));
  else {
    const screen = stdoutScreen(context, flags.color);
    writeText(context, turnoverReport(output, {...names, language: flags.language, screen}));
  }
}

function noticeText({text, count, examples}: Notice): string {
  const number = count > 0 ? ` (${count})` : "";
  return `${text}${number}${examples.length > 0 ? `: ${examples.join(", ")}` : ""}`;
}
