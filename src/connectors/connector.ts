import type {Basis, Figure} from "../base/figure.ts";
import type {Entity} from "../base/register.ts";
import type {Source} from "../base/source.ts";
import type {AnswerRecord} from "./snapshot/snapshot.ts";

/** What a connector is given from outside, so that tests need neither network nor time. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  /** The present. */
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A number from 0 up to 1, for the jitter of waits. */
  readonly random: () => number;
  /** Says one line to the user about what is going on. */
  readonly log: (line: string) => void;
  /** Environment variables, among them keys. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Is told how far a pull has come. */
  readonly progress?: (state: Progress) => void;
}

/** How far a pull has come. */
export interface Progress {
  readonly done: number;
  /** Requests known so far; answers may ask for more. */
  readonly planned: number;
  /** Bytes received in this run. */
  readonly bytes: number;
  /** What is being asked for. */
  readonly doing: string;
}

/** Terms under which a source may be used. */
export interface Licence {
  readonly name: string;
  readonly url: string;
  /** What must be heeded, where the name does not say. */
  readonly note?: string;
}

/** How politely a source is asked, and how much is taken from it. */
export interface Limits {
  /** Milliseconds between two requests to one host. */
  readonly gap: number;
  /** Milliseconds without a byte after which a request is given up. */
  readonly timeout: number;
  /** Most bytes of one answer, unpacked. */
  readonly bytes: number;
  /** How often one request is tried. */
  readonly attempts: number;
}

/** One thing that a user can say about what to pull. */
export interface Parameter {
  /** Name of the option in camel case. */
  readonly name: string;
  readonly about: string;
  readonly placeholder: string;
  readonly required?: true;
  /** Whether it may be given several times. */
  readonly many?: true;
}

/** What to pull: the values given for each parameter. */
export type Query = Readonly<Record<string, readonly string[] | undefined>>;

/** A small request that tells whether a source still answers as its connector expects. */
export interface Probe {
  readonly url: string;
  readonly accept: string;
  /** Media types of which one is expected. */
  readonly types: readonly string[];
  /** Members by which the first record is reached in JSON; absent when the text is only looked through. */
  readonly record?: readonly (string | number)[];
  /** Members that the record must have, or words that the text must hold. */
  readonly fields: readonly string[];
}

/** A public source of data, declared as data. */
export interface SourceDeclaration {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** ISO 639 code of its labels. */
  readonly language: string;
  readonly licence: Licence;
  /** Where it is asked, or for files where they are fetched from. */
  readonly endpoint: string;
  /** How often new data appear. */
  readonly cadence: string;
  /** How to cite it. */
  readonly citation: string;
  /** Environment variable of an access key, and what it gives. */
  readonly key?: {readonly variable: string; readonly about: string};
  readonly limits: Limits;
  readonly parameters: readonly Parameter[];
  /** Complete command lines, for help and documentation. */
  readonly examples: readonly string[];
  readonly probes: readonly Probe[];
}

/** A source that can be pulled from: what is declared of it, and its code, which is read only when it is used. */
export interface PullSource extends SourceDeclaration {
  readonly load: () => Promise<Connector>;
}

/** Who publishes an answer, on which terms, and how to cite it. */
export interface Terms {
  readonly publisher: string;
  readonly licence: Licence;
  readonly citation: string;
}

/** One request to a source. */
export interface Request {
  /** Address without keys: it is written down. */
  readonly url: string;
  /** File of the answer in the snapshot; unique for the address. */
  readonly file: string;
  readonly accept: string;
  /** Media types of which the answer must be one. */
  readonly types: readonly string[];
  /** Headers that are not written down, as keys. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** A file on this machine that is taken instead of asking: the address says where such files come from. */
  readonly local?: string;
  /** Who publishes what is asked for and on which terms, where that is not the source itself. */
  readonly terms?: Terms;
  /** Whether the pull goes on without it. */
  readonly optional?: true;
}

/** An answer that lies in the snapshot. */
export interface Answer {
  readonly record: AnswerRecord;
  /** Path of the file that holds it. */
  readonly path: string;
}

/** A figure as a connector reads it; who published it and since when is added by the pull. */
export interface Draft {
  readonly basis: Basis;
  readonly period: string;
  readonly value: number | null;
  readonly status: Figure["status"];
  readonly bound?: Figure["bound"];
  readonly of?: NonNullable<Figure["of"]>;
  readonly stage?: NonNullable<Figure["stage"]>;
  readonly note?: string;
  /** How a figure that is not reported was made. */
  readonly formula?: string;
  /** Since when public, where the source says so; else the day of the pull. */
  readonly known?: string;
  /** Address of the answer in which it stands. */
  readonly url: string;
}

/** What was left aside or is doubtful, said once for each kind. */
export interface PullNotice {
  readonly code: string;
  readonly text: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** A table that stays a table: too large to be figures in memory. */
export interface DataTable {
  /** Path below the pack's folder of every file. */
  readonly paths: readonly string[];
  readonly name: string;
  /** Defaults to Parquet. */
  readonly format?: "csv";
  readonly fields: readonly {readonly name: string; readonly type: string; readonly description: string}[];
}

/** What the answers of a pull say. */
export interface Reading {
  readonly figures: readonly Draft[];
  /** Areas that the house does not know; they become entities of the pack. */
  readonly entities?: readonly Entity[];
  readonly tables?: readonly DataTable[];
  /** Who published the data, where that is not the source itself. */
  readonly origin?: Partial<Pick<Source, "publisher" | "title" | "url" | "language">> & {readonly licence?: Licence};
  readonly notices: readonly PullNotice[];
}

/** What the code of a connector may use. */
export interface Task {
  readonly query: Query;
  readonly surroundings: Surroundings;
  /** Folder of the pack that is pulled into. */
  readonly pack: string;
  /** Day of the pull. */
  readonly date: string;
}

/** The code of a source: only what sets it apart. */
export interface Connector {
  /** The requests that a query asks for first. Throws ConcordError "invalid_query" on a query that makes no sense. */
  requests(task: Task): readonly Request[] | Promise<readonly Request[]>;
  /** Throws where a file is no whole answer; it is then not kept. `url` is that of the request. */
  check(path: string, url: string): Promise<void>;
  /** Further requests that an answer calls for: the next page, the parts of one that was cut. */
  follow?(answer: Answer, task: Task): Promise<readonly Request[]>;
  /** Reads all answers together. */
  read(answers: readonly Answer[], task: Task): Promise<Reading>;
}

/** A quirk of a source and what is done about it. */
export interface Fix<In, Out = In> {
  readonly id: string;
  /** Date or edition since which it is seen. */
  readonly since: string;
  /** What the source does. */
  readonly cause: string;
  readonly apply: (value: In) => Out;
}
