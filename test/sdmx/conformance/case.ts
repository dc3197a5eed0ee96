import {readData} from "../../../src/sdmx/read/read-data.ts";
import {readStructures} from "../../../src/sdmx/read/read-structures.ts";
import type {DataBatch, DataRecord} from "../../../src/sdmx/records.ts";
import type {Structure} from "../../../src/sdmx/structures.ts";

/** An answer, read as a client would. */
export interface Answer {
  readonly response: Response;
  readonly body: string;
  header(name: string): string;
  records(): Promise<readonly DataRecord[]>;
  batches(): Promise<readonly DataBatch[]>;
  structures(): Promise<readonly Structure[]>;
}

/** One requirement: a request, the status it wants, and what must hold of the answer. */
export interface Case {
  readonly section: string;
  /** What is required, as the table says it. */
  readonly title: string;
  readonly version: "2.1" | "3.0";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  /** Returns what is wrong, or nothing. */
  readonly check?: (answer: Answer) => Promise<string | undefined> | string | undefined;
}

/** Makes cases of one section and version. */
export function section(version: "2.1" | "3.0", name: string) {
  const cases: Case[] = [];
  return {
    cases,
    add(title: string, path: string, status: number, check?: Case["check"], headers?: Case["headers"]) {
      cases.push({section: name, title, version, path, status, ...(check && {check}), ...(headers && {headers})});
    }
  };
}

/** Reads an answer. */
export function answerOf(response: Response, body: string): Answer {
  return {
    response,
    body,
    header: (name) => response.headers.get(name) ?? "",
    batches: async () => {
      const all: DataBatch[] = [];
      for await (const batch of readData([body])) all.push(batch);
      return all;
    },
    async records() {
      return (await this.batches()).flatMap(({records}) => records);
    },
    structures: async () => (await readStructures([body])).structures
  };
}

/** Wants all records to pass, and one at least. */
export function everyRecord(what: string, test: (record: DataRecord) => boolean): Case["check"] {
  return async (answer) => {
    const records = await answer.records();
    if (records.length === 0) return "no observation";
    const wrong = records.find((record) => !test(record));
    return wrong && `${what}: ${JSON.stringify(wrong).slice(0, 200)}`;
  };
}

/** Wants a number of records. */
export function recordCount(wanted: number): Case["check"] {
  return async (answer) => {
    const {length} = await answer.records();
    return length === wanted ? undefined : `${length} observations, wanted ${wanted}`;
  };
}

/** Wants these types of structures, and no other, each as often as said where a number is given. */
export function types(wanted: Readonly<Record<string, number | "some">>): Case["check"] {
  return async (answer) => {
    const found: Record<string, number> = {};
    for (const {type} of await answer.structures()) found[type] = (found[type] ?? 0) + 1;
    const names = new Set([...Object.keys(found), ...Object.keys(wanted)]);
    for (const name of names) {
      const [has, want] = [found[name] ?? 0, wanted[name] ?? 0];
      if (want === "some" ? has === 0 : has !== want) return `${has} of ${name}, wanted ${want}`;
    }
    return undefined;
  };
}

/** Wants a media type. */
export function mediaType(wanted: string): Case["check"] {
  return (answer) => {
    const found = answer.header("content-type");
    return found.startsWith(wanted) ? undefined : `media type "${found}", wanted "${wanted}"`;
  };
}

/** Wants several things. */
export function all(...checks: readonly Case["check"][]): Case["check"] {
  return async (answer) => {
    for (const check of checks) {
      const wrong = await check?.(answer);
      if (wrong) return wrong;
    }
    return undefined;
  };
}

/** Wants a code of an SDMX error message. */
export function errorCode(wanted: number): Case["check"] {
  return ({body}) =>
    body.includes(`code="${wanted}"`) || body.includes(`"code":${wanted}`)
      ? undefined
      : `no error code ${wanted}: ${body.slice(0, 200)}`;
}
