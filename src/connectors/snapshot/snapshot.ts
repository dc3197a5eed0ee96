import {createHash} from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync
} from "node:fs";
import {join} from "node:path";
import {makeFolder} from "../../store/make-folder.ts";
import {notWritable} from "../../store/write-errors.ts";

/** Where a raw answer came from: one line of `provenance.jsonl`, the journal of a snapshot. */
export interface AnswerRecord {
  /** Address without keys. */
  readonly url: string;
  /** File beside the journal, or in an earlier snapshot as `../2026-01-31/name` when nothing had changed. */
  readonly file: string;
  /** When it was received: ISO date and time. */
  readonly retrieved: string;
  readonly type: string;
  readonly bytes: number;
  /** Checksum of the file, in hexadecimal digits. */
  readonly sha256: string;
  readonly etag?: string;
  readonly modified?: string;
  readonly source: string;
  readonly publisher: string;
  readonly licence: string;
  readonly citation: string;
}

/** The raw answers of one source on one day. */
export interface Snapshot {
  /** Folder `raw/SOURCE/DATE` of the pack. */
  readonly folder: string;
  /** The answer to an address in this snapshot, if it is there whole. */
  find(url: string): Promise<AnswerRecord | undefined>;
  /** The newest answer to an address in an earlier snapshot, seen from this one. */
  earlier(url: string): Promise<AnswerRecord | undefined>;
  /** Writes an answer down; its file must be in place. */
  add(record: AnswerRecord): void;
}

const journal = "provenance.jsonl";

/** Opens the snapshot of a source and day in a pack; what an ended run has left is taken up. */
export function openSnapshot(pack: string, source: string, date: string): Snapshot {
  const root = join(pack, "raw", source);
  const folder = join(root, date);
  makeFolder(folder);
  removeParts(folder);
  const records = new Map(readJournal(folder).map((record) => [record.url, record]));
  const older = () =>
    readdirSync(root)
      .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name) && name < date)
      .sort()
      .reverse();
  return {
    folder,
    find: async (url) => whole(folder, records.get(url)),
    earlier: async (url) => {
      for (const day of older()) {
        const record = await whole(
          join(root, day),
          readJournal(join(root, day)).findLast((one) => one.url === url)
        );
        if (record) return {...record, file: record.file.startsWith("../") ? record.file : `../${day}/${record.file}`};
      }
      return undefined;
    },
    add: (record) => {
      append(join(folder, journal), record);
      records.set(record.url, record);
    }
  };
}

/** What an ended run was receiving is received anew; the pack's lock keeps other runs away. */
function removeParts(folder: string): void {
  for (const name of readdirSync(folder)) if (/^\..+\.part$/.test(name)) rmSync(join(folder, name), {recursive: true});
}

/** Path of the file of a record. */
export function answerPath(folder: string, {file}: AnswerRecord): string {
  return join(folder, file);
}

/** A line that was cut by the end of a process counts as not written. */
function readJournal(folder: string): AnswerRecord[] {
  const path = join(folder, journal);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line) as AnswerRecord];
      } catch {
        return [];
      }
    });
}

/** A record whose file is missing or has other bytes is none. */
async function whole(folder: string, record: AnswerRecord | undefined): Promise<AnswerRecord | undefined> {
  if (!record) return undefined;
  const path = join(folder, record.file);
  return existsSync(path) && (await fileHash(path)) === record.sha256 ? record : undefined;
}

/** Checksum sha256 of a file in hexadecimal digits. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20})) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Begins on a new line, whatever was cut before it, and lasts when it returns. */
function append(path: string, record: AnswerRecord): void {
  try {
    const cut = existsSync(path) && !/(^|\n)$/.test(readFileSync(path, "utf8"));
    const file = openSync(path, "a");
    try {
      writeSync(file, `${cut ? "\n" : ""}${JSON.stringify(record)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw notWritable(path, error);
  }
}
