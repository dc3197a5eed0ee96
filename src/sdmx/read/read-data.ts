import {ConcordError} from "../../base/errors.ts";
import type {Chunks, DataBatch} from "../records.ts";
import {type CsvOptions, readDataCsv} from "./data-csv.ts";
import {readDataJson} from "./data-json.ts";
import {readDataXml} from "./data-xml.ts";

/** Reads a data message in whichever SDMX format it begins with: SDMX-ML, SDMX-JSON or SDMX-CSV. */
export async function* readData(chunks: Chunks, options: CsvOptions = {}): AsyncGenerator<DataBatch> {
  const {head, all} = await peek(chunks);
  if (head === "<") yield* readDataXml(all);
  else if (head === "{") yield* readDataJson(all);
  else if (head === "[")
    throw new ConcordError("bad_data", "Message is a JSON array, wanted SDMX-ML, SDMX-JSON or SDMX-CSV");
  else yield* readDataCsv(all, options);
}

/** The first character that is neither space nor a byte order mark, and the message from its beginning. */
export async function peek(chunks: Chunks): Promise<{head: string; all: AsyncGenerator<string>}> {
  const iterator = (async function* () {
    yield* chunks;
  })();
  const seen: string[] = [];
  let head = "";
  while (head === "") {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    head = next.value
      .replace(/^\uFEFF/, "")
      .trimStart()
      .slice(0, 1);
  }
  return {head, all: replay(seen, iterator)};
}

async function* replay(seen: readonly string[], rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield* seen;
  yield* rest;
}
