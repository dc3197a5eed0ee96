import {join} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import {withLock} from "../../store/file-lock.ts";
import {makeFolder} from "../../store/make-folder.ts";
import type {
  Answer,
  PullNotice,
  PullSource,
  Query,
  Reading,
  SourceDeclaration,
  Surroundings,
  Task
} from "../connector.ts";
import {collect} from "./collect.ts";
import {evidenceId, evidenceOf} from "./evidence.ts";
import {openTarget, type Target} from "./target.ts";
import {addVintage, type Vintages} from "./vintages.ts";

/** What is pulled, and where to. */
export interface PullOptions {
  readonly query: Query;
  /** Folder of the pack; it is made when it is not there. */
  readonly into: string;
  readonly surroundings: Surroundings;
}

/** What a pull did. */
export interface PullResult {
  readonly source: string;
  readonly pack: string;
  readonly date: string;
  /** Answers that were asked for in this run, those of them that had not changed, and those that were there. */
  readonly answers: {readonly received: number; readonly unchanged: number; readonly kept: number};
  readonly figures: {readonly added: number; readonly revised: number; readonly unchanged: number};
  readonly tables: readonly string[];
  readonly notices: readonly PullNotice[];
}

/**
 * Takes data from a source into a pack: raw answers below `raw/`, figures into `figures/SOURCE.csv`, evidence into
 * sources.csv. Until everything is read and valid, no file of the pack that holds figures is touched.
 */
export async function pull(source: PullSource, {query, into, surroundings}: PullOptions): Promise<PullResult> {
  refuseUnknown(source, query);
  makeFolder(into);
  return withLock(
    join(into, ".pull.lock"),
    async () => {
      const target = await openTarget(into);
      const date = surroundings.now().toISOString().slice(0, 10);
      const task: Task = {query, surroundings, pack: into, date};
      const connector = await source.load();
      const {answers, notices, received, unchanged} = await collect(source, connector, task);
      const reading = await connector.read(answers, task);
      const vintages = await save(source, target, reading, answers, task);
      return {
        source: source.id,
        pack: into,
        date,
        answers: {received, unchanged, kept: answers.length - received},
        figures: {added: vintages.added, revised: vintages.revised, unchanged: vintages.unchanged},
        tables: (reading.tables ?? []).flatMap(({paths}) => paths),
        notices: [...notices, ...reading.notices, ...conflictNotice(vintages)]
      };
    },
    {patience: 1000}
  );
}

function conflictNotice({conflicts}: Vintages): PullNotice[] {
  if (conflicts.length === 0) return [];
  const text = "Rows have the same basis and period as an earlier one and say something else; all are kept";
  return [{code: "repeated-keys", text, count: conflicts.length, examples: conflicts.slice(0, 5)}];
}

async function save(
  source: SourceDeclaration,
  target: Target,
  reading: Reading,
  answers: readonly Answer[],
  {date}: Task
): Promise<Vintages> {
  const {licence: given, ...origin} = reading.origin ?? {};
  const records = new Map(answers.map(({record}) => [record.url, record]));
  const sourceIdOf = (url: string) => evidenceId(source.id, records.get(url)!);
  const vintages = addVintage(target.figuresOf(source.id), reading.figures, {source: source.id, date, sourceIdOf});
  const evidence = [...records.values()].map((record) => ({...evidenceOf(source, record, date), ...origin}));
  const licence = given ?? source.licence;
  const isTable = (reading.tables ?? []).length > 0;
  await target.save(
    {...source, licence},
    {
      figures: vintages.figures,
      sources: evidence.filter(({id}) => vintages.sources.has(id) || isTable),
      entities: reading.entities ?? [],
      tables: reading.tables ?? []
    }
  );
  return vintages;
}

function refuseUnknown({id, parameters}: SourceDeclaration, query: Query): void {
  const names = parameters.map(({name}) => name);
  const strangers = Object.keys(query).filter((name) => !names.includes(name));
  const missing = parameters.filter(({name, required}) => required && !query[name]?.length);
  const found = [
    ...strangers.map((name) => `"${name}", which it has not`),
    ...missing.map(({name}) => `no "${name}", which it needs`)
  ];
  if (found.length > 0)
    throw new ConcordError("invalid_query", `Source "${id}" is given ${found.join(" and ")}`, {
      details: {hint: `see \`concord pull ${id} --help\``, parameters: names}
    });
}
