/** Checks every text of the corpus with the built library and prints how right it was: `npm run corpus -- --help`. */
import {existsSync} from "node:fs";
import {pathToFileURL} from "node:url";
import {parseArgs} from "node:util";
import type {Knowledge, Pack} from "../../src/base/pack.ts";
import {latestDay} from "../../src/base/period.ts";
import {type GoldText, readArticles, readCorpus} from "./corpus.ts";
import {formatFailures, formatScores, type Group} from "./print.ts";
import {type FoundText, type Scored, scoreText, summarize} from "./scoring.ts";

const help = `Usage: npm run corpus -- [options]

  --split dev|test|articles   only texts of one part of the corpus
  --failures         list every miss, spurious claim, wrong slot and wrong verdict with its text
  --json             print the scores (and with --failures the failures) as JSON
  --pack DIR         check against this pack; defaults to packs/union-state, where it exists
  --library DIR      the built library; defaults to dist`;

type Check = (
  text: string,
  options: {posted?: string; asOf?: string; knowledge?: Knowledge; format?: "text" | "markdown" | "html"}
) => FoundText;

const root = new URL("../../", import.meta.url);

/** Paths that users give are theirs, relative to where they stand; the defaults are the checkout's. */
function locate(path: string | undefined, fallback: string): URL {
  return path === undefined ? new URL(`${fallback}/`, root) : pathToFileURL(`${path}/`);
}

async function loadPack(library: URL, path: string | undefined): Promise<Pack | undefined> {
  const folder = locate(path, "packs/union-state");
  if (path === undefined && !existsSync(new URL("datapackage.json", folder))) return undefined;
  const {readPack} = (await import(new URL("packs/read-pack.js", library).href)) as {
    readPack: (folder: string) => Promise<Pack> | Pack;
  };
  return readPack(folder.pathname);
}

/** What the pack says that was public by a day. */
function knowledgeAt({profile, figures, sources, register}: Pack, asOf: string): Knowledge {
  const day = latestDay(asOf);
  return {asOf, profile, sources, register, figures: figures.filter(({known}) => latestDay(known) <= day)};
}

function checkAll(texts: readonly GoldText[], check: Check, pack: Pack | undefined): Scored[] {
  return texts.map((gold) => {
    const asOf = gold.asOf ?? gold.posted;
    const knowledge = pack && knowledgeAt(pack, asOf);
    return scoreText(gold, check(gold.text, {posted: gold.posted, asOf, ...(knowledge && {knowledge})}));
  });
}

function groupsOf(scored: readonly Scored[]): Group[] {
  const isShort = ({split}: GoldText) => split !== "articles";
  const groups: [string, (gold: GoldText) => boolean][] = [
    ["all", isShort],
    ["English", (gold) => isShort(gold) && gold.lang === "en"],
    ["Russian", (gold) => isShort(gold) && gold.lang === "ru"],
    ["other", (gold) => isShort(gold) && gold.lang !== "en" && gold.lang !== "ru"],
    ["dev", ({split}) => split === "dev"],
    ["test", ({split}) => split === "test"],
    ["published", (gold) => isShort(gold) && gold.source !== "own"],
    ["own", (gold) => isShort(gold) && gold.source === "own"],
    ["articles", ({split}) => split === "articles"]
  ];
  return groups
    .map(([name, has]) => ({name, scores: summarize(scored.filter(({gold}) => has(gold)))}))
    .filter(({scores}) => scores.texts > 0);
}

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      split: {type: "string"},
      failures: {type: "boolean", default: false},
      json: {type: "boolean", default: false},
      pack: {type: "string"},
      library: {type: "string"},
      help: {type: "boolean", short: "h", default: false}
    }
  });
  if (values.help) return console.log(help);
  if (values.split !== undefined && !["dev", "test", "articles"].includes(values.split))
    throw new RangeError(`Split must be "dev", "test" or "articles", found "${values.split}"`);
  const library = locate(values.library, "dist");
  const module = new URL("claims/check.js", library);
  if (!existsSync(module)) throw new RangeError(`Library has no ${module.pathname}; build it first: npm run build`);
  const {checkText} = (await import(module.href)) as {checkText: Check};
  const pack = await loadPack(library, values.pack);
  const texts = [...readCorpus(), ...readArticles()].filter(
    ({split}) => values.split === undefined || split === values.split
  );
  const scored = checkAll(texts, checkText, pack);
  const failures = values.failures ? scored.map(formatFailures).filter((one) => one !== "") : [];
  const groups = groupsOf(scored);
  if (values.json) return console.log(JSON.stringify({groups, ...(values.failures && {failures})}, null, 2));
  if (failures.length > 0) console.log(`${failures.join("\n\n")}\n`);
  console.log(formatScores(groups));
  console.log(
    pack ? `\nAgainst the pack ${pack.name}.` : "\nWithout a pack: the verdicts that need one count as wrong."
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
