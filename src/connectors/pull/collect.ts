import {createHash} from "node:crypto";
import {constants, renameSync, rmSync} from "node:fs";
import {copyFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import type {Answer, Connector, PullNotice, Request, SourceDeclaration, Task} from "../connector.ts";
import {type Downloaded, makeDownloader} from "../http/download.ts";
import {type AnswerRecord, answerPath, fileHash, openSnapshot, type Snapshot} from "../snapshot/snapshot.ts";

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
  const known = new Set(queue.map(({url}) => url));
  const answers: Answer[] = [];
  const failed: string[] = [];
  const count = {received: 0, unchanged: 0, bytes: 0};
  const report = (request: Request) =>
    task.surroundings.progress?.({
      done: answers.length + failed.length,
      planned: known.size,
      bytes: count.bytes,
      doing: request.file
    });

  for (let planned = queue.shift(); planned; planned = queue.shift()) {
    const request = await marked(planned);
    report(request);
    const there = await snapshot.find(request.url);
    const record = there ?? (await receive(request).catch(passOver(request, failed)));
    if (!record) continue;
    const answer = {record, path: answerPath(snapshot.folder, record)};
    answers.push(answer);
    for (const next of (await connector.follow?.(answer, task)) ?? [])
      if (!known.has(next.url)) {
        known.add(next.url);
        queue.push(next);
      }
    report(request);
  }
  return {answers, notices: failed.length > 0 ? [notice(failed)] : [], ...count};

  async function receive(request: Request): Promise<AnswerRecord> {
    const path = join(snapshot.folder, `.${request.file}.${process.pid}.part`);
    try {
      return request.local === undefined ? await ask(request, path) : await addLocal(request, request.local, path);
    } finally {
      rmSync(path, {force: true});
    }
  }

  async function ask(request: Request, path: string): Promise<AnswerRecord> {
    const earlier = await snapshot.earlier(request.url);
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

  async function addLocal(request: Request, local: string, path: string): Promise<AnswerRecord> {
    const {size} = await copyWhole(local, path);
    await connector.check(path, request.url);
    const body = {bytes: size, sha256: await fileHash(path), type: "application/octet-stream"};
    const record = keep(snapshot, source, request, path, {isUnchanged: false, ...body}, undefined, task);
    snapshot.add(record);
    count.received++;
    return record;
  }
}

/** Files of one name may differ: the address of a local one ends with the start of its checksum. */
async function marked(request: Request): Promise<Request> {
  if (request.local === undefined) return request;
  await refuseMissing(request.local);
  return {...request, url: `${request.url}#sha256=${(await fileHash(request.local)).slice(0, 16)}`};
}

async function refuseMissing(local: string): Promise<void> {
  const found = await stat(local).catch(() => undefined);
  if (!found?.isFile()) throw new ConcordError("not_found", `File "${local}" was not found`, {details: {path: local}});
}

/** Copies a file of the user's, by reference where the file system can. */
async function copyWhole(local: string, path: string): Promise<{size: number}> {
  await copyFile(local, path, constants.COPYFILE_FICLONE);
  return stat(path);
}

function validatorsOf({etag, modified}: AnswerRecord) {
  return etag || modified ? {...(etag && {etag}), ...(modified && {modified})} : undefined;
}

function keep(
  snapshot: Snapshot,
  source: SourceDeclaration,
  {url, file, terms = source}: Request,
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
    source: source.id,
    publisher: terms.publisher,
    licence: terms.licence.name,
    citation: terms.citation
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
