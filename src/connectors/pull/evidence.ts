import type {Source} from "../../base/source.ts";
import type {SourceDeclaration} from "../connector.ts";
import type {AnswerRecord} from "../snapshot/snapshot.ts";

/** Id of the evidence record of a raw answer: it names the answer's own checksum, so that equal answers are one. */
export function evidenceId(source: string, {sha256, retrieved}: AnswerRecord): string {
  return `${source}.${retrieved.slice(0, 10)}.${sha256.slice(0, 12)}`;
}

/** The evidence record of a raw answer: sources.csv shows where it came from and where it lies. */
export function evidenceOf(
  {id, title, publisher, language}: SourceDeclaration,
  record: AnswerRecord,
  date: string
): Source {
  const {file} = record;
  return {
    id: evidenceId(id, record),
    url: record.url,
    title,
    publisher,
    language,
    retrieved: record.retrieved.slice(0, 10),
    locator: file.startsWith("../") ? `raw/${id}/${file.slice(3)}` : `raw/${id}/${date}/${file}`,
    tier: 2,
    sha256: record.sha256
  };
}
