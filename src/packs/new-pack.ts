import {readdirSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {ConcordError} from "../base/errors.ts";
import type {Figure} from "../base/figure.ts";
import {makeGazetteer} from "../base/gazetteer.ts";
import type {Pack} from "../base/pack.ts";
import {entitySchema} from "../base/register.ts";
import {slugSchema} from "../base/source.ts";
import {type Column, figureColumns, sourceColumns} from "../store/figure-columns.ts";
import {notWritable} from "../store/write-errors.ts";
import {writePack} from "./write-pack.ts";

/** What a new pack is about. */
export interface NewPackOptions {
  /** Lower-case name of the pack, unique among those that are loaded together. */
  readonly name: string;
  readonly title: string;
  /** Economies or blocs that it is about, by id or name; one that nobody knows becomes an entity of the pack. */
  readonly economies: readonly string[];
}

/** Makes a small valid pack with one example of each record and a README that explains the files. */
export async function newPack(folder: string, {name, title, economies}: NewPackOptions): Promise<void> {
  refuseMisuse(name, title, economies);
  refuseUsed(folder);
  const gazetteer = makeGazetteer();
  const ids = economies.map((text) => gazetteer.find(text)?.id ?? text);
  await writePack(
    folder,
    examplePack(
      name,
      title,
      ids,
      ids.filter((id) => !gazetteer.get(id))
    )
  );
  const file = join(folder, "README.md");
  try {
    writeFileSync(file, readme(name, title));
  } catch (error) {
    throw notWritable(file, error);
  }
}

function refuseMisuse(name: string, title: string, economies: readonly string[]): void {
  if (!slugSchema.safeParse(name).success)
    throw new RangeError(`Pack name "${name}" is not made of lower-case letters and digits joined by . - or _`);
  if (title === "") throw new RangeError("Pack title is empty, wanted a line of text");
  if (economies.length === 0) throw new RangeError("Pack names no economies, wanted at least one");
  for (const id of economies)
    if (!entitySchema.shape.id.safeParse(id).success && !makeGazetteer().find(id))
      throw new RangeError(
        `Economy "${id}" is unknown, and no id for a new one: wanted letters, digits, dots and hyphens`
      );
}

function refuseUsed(folder: string): void {
  const found = statSync(folder, {throwIfNoEntry: false});
  if (!found || (found.isDirectory() && readdirSync(folder).length === 0)) return;
  throw new ConcordError(
    "not_writable",
    `Folder "${folder}" is in use, wanted a new or an empty one; name another folder`,
    {
      details: {folder}
    }
  );
}

const today = () => new Date().toISOString().slice(0, 10);

function examplePack(name: string, title: string, economies: readonly string[], own: readonly string[]): Pack {
  const day = today();
  return {
    name,
    title,
    version: "0.1.0",
    licence: "CC-BY-4.0",
    profile: {economies: [...economies], document: "documents/example.md", recordedTo: day},
    figures: [exampleFigure(economies, day)],
    sources: [
      {
        id: "example-source",
        url: "https://example.org/statement",
        title: "Example: replace it",
        publisher: "Example office",
        language: "en",
        retrieved: day,
        tier: 5
      }
    ],
    register: {
      entities: own.map((id) => ({id, kind: "economy", names: {en: id}})),
      items: [
        {
          id: "example.agreement",
          kind: "agreement",
          title: {en: "Example agreement: replace it"},
          titleStatus: "unverified",
          scope: {parties: [...economies], subject: ["goods"]}
        }
      ],
      assertions: [
        {
          id: "example.agreement.proposed",
          item: "example.agreement",
          field: "stage",
          value: "proposed",
          validAt: day,
          evidence: ["example-source"],
          confidence: "unverified",
          recordedAt: day
        }
      ],
      links: []
    },
    documents: [{path: "documents/example.md", text: exampleDocument(day)}]
  };
}

/** Unverified, so that the made-up number never decides anything. */
function exampleFigure([economy, partner]: readonly string[], day: string): Figure {
  return {
    id: "example-1",
    basis: {
      indicator: "turnover",
      kind: "level",
      ...(economy !== undefined && {economy, reporter: economy}),
      ...(partner !== undefined && {partner}),
      coverage: "goods",
      valuation: "unstated",
      prices: "current",
      unit: "USD"
    },
    period: "2020",
    value: 1.2e9,
    bound: "about",
    step: 1e8,
    status: "reported",
    evidence: "unverified",
    known: day,
    sources: ["example-source"],
    note: "Example: replace it"
  };
}

function exampleDocument(day: string): string {
  return `---
publisher: Example paper
speaker: Example speaker
posted: ${day}
---

# Example: replace it

In 2020, the trade turnover was about $1.2bn.
`;
}

function readme(name: string, title: string): string {
  return `# ${title}

A data package for Concord, by the Frictionless Data Package standard: other tools read it too. Every row that begins
with "example" is there to be replaced. Check the pack after each change with \`concord pack check\`, which lists
everything that is wrong with file, line and column.

- \`datapackage.json\` names the pack (\`${name}\`), its licence and its files; a file that it does not name is not read.
  Its member \`concord\` names the economies and the document to check.
- \`figures.csv\` holds one number a row, on its basis. An empty cell is an absent value.
- \`sources.csv\` holds one evidence record a row.
- \`register/*.jsonl\` hold what was agreed: who (entities), what (items), its history (assertions) and what belongs
  together (links), one JSON object a line.
- \`documents/*.md\` are texts whose claims are checked; their front matter says who published them and when.

## Columns of figures.csv

${columnTable(figureColumns)}
## Columns of sources.csv

${columnTable(sourceColumns)}`;
}

function columnTable(columns: readonly Column[]): string {
  const rows = columns.map(({name, about, required}) => `| \`${name}\` | ${required ? "yes" : ""} | ${about} |\n`);
  return `| column | needed | meaning |\n|---|---|---|\n${rows.join("")}`;
}
