import {createHash} from "node:crypto";
import {renameSync} from "node:fs";
import {join} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import type {Answer, Connector, PullNotice, Request, SourceDeclaration, Task} from "../connector.ts";
import {type Downloaded, makeDownloader} from "../http/download.ts";
import {type AnswerRecord, answerPath, openSnapshot, type Snapshot} from "../snapshot/snapshot.ts";

/** All answers of a pull, and what was left aside. */
export interface Collected {
  readonly answers: readonly Answer[];
  readonly notices: readonly PullNotice[];
  /** Answers received in this run; the others were there. */
  readonly received: number;
  /** Answers that are the same as in an earlier snapshot, as the source said. */
  readonly unchanged: number;
}

/**
 * Asks for everything that a query needs, one request after another. Every answer is put in place whole before it is
 * written down in the journal, so that a run that ends at any moment is taken up where it was.
 */
export async function collect(source: SourceDeclaration, connector: Connector, task: Task): Promise<Collected> {
  const snapshot = openSnapshot(task.pack, source.id, task.date);
  const downloader = makeDownloader();
  const queue = [...(await connector.requests(task))];
  const planned = new Set(queue.map(({url}) => url));
  const answers: Answer[] = [];
  const failed: string[] = [];
  const count = {received: 0, unchanged: 0, bytes: 0};
  const report = (request: Request) =>
    task.surroundings.progress?.({
      done: answers.length + failed.length,
      planned: planned.size,
      bytes: count.bytes,
      doing: request.file
    });

  for (let request = queue.shift(); request; request = queue.shift()) {
    report(request);
    const there = await snapshot.find(request.url);
    const record = there ?? (await receive(request).catch(passOver(request, failed)));
    if (!record) continue;
    const answer = {record, path: answerPath(snapshot.folder, record)};
    answers.push(answer);
    for (const next of (await connector.follow?.(answer, task)) ?? [])
      if (!planned.has(next.url)) {
        planned.add(next.url);
        queue.push(next);
      }
    report(request);
  }
  return {answers, notices: failed.length > 0 ? [notice(failed)] : [], ...count};

  async function receive(request: Request): Promise<AnswerRecord> {
    const earlier = await snapshot.earlier(request.url);
    const path = join(snapshot.folder, `.${request.file}.${process.pid}.part`);
    const got = await downloader.download(request, path, {
      surroundings: task.surroundings,
      limits: source.limits,
      check: (file) => connector.check(file, request.url),
      validators: earlier && validatorsOf(earlier),
      onBytes: (bytes) => {
        count.bytes += bytes;
        report(request);
      }
    });
    count.received++;
    if (got.isUnchanged) count.unchanged++;
    const record = keep(snapshot, source, request, path, got, earlier, task);
    snapshot.add(record);
    return record;
  }
}

function validatorsOf({etag, modified}: AnswerRecord) {
  return etag || modified ? {...(etag && {etag}), ...(modified && {modified})} : undefined;
}

function keep(
  snapshot: Snapshot,
  {id, publisher, licence, citation}: SourceDeclaration,
  {url, file}: Request,
  path: string,
  got: Downloaded,
  earlier: AnswerRecord | undefined,
  {surroundings}: Task
): AnswerRecord {
  const retrieved = surroundings.now().toISOString();
  if (got.isUnchanged) return {...earlier!, retrieved};
  const {bytes, sha256, type, etag, modified} = got;
  renameSync(path, join(snapshot.folder, named(file, url))); // a file without a line in the journal is no answer
  return {
    url,
    file: named(file, url),
    retrieved,
    type,
    bytes,
    sha256,
    ...(etag !== undefined && {etag}),
    ...(modified !== undefined && {modified}),
    source: id,
    publisher,
    licence: licence.name,
    citation
  };
}

/** A file name that no other address has: "H4-2021.zip" is "H4-2021.1f0c9a2b.zip". */
function named(file: string, url: string): string {
  const mark = createHash("sha256").update(url).digest("hex").slice(0, 8);
  const dot = file.indexOf(".");
  return dot < 0 ? `${file}.${mark}` : `${file.slice(0, dot)}.${mark}${file.slice(dot)}`;
}

/** What a pull can do without becomes a notice; everything else ends it. */
function passOver({optional, url}: Request, failed: string[]) {
  return (error: unknown): undefined => {
    if (!optional || !(error instanceof ConcordError)) throw error;
    failed.push(`${url}: ${error.message}`);
  };
}

function notice(failed: readonly string[]): PullNotice {
  return {
    code: "answers-missing",
    text: "Answers that the pull could do without did not come",
    count: failed.length,
    examples: failed.slice(0, 3)
  };
}
