import {readFileSync} from "node:fs";
import {writeFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {formatCsvRecord} from "../../base/csv.ts";
import {ConcordError} from "../../base/errors.ts";
import {replaceFile} from "../../store/replace-file.ts";
import {type Classification, classificationOf, classifications} from "../classifications/classifications.ts";
import {type Concordance, parseConcordance} from "../classifications/concordance.ts";
import type {Answer, Connector, PullNotice, Query, Reading, Request, Task} from "../connector.ts";
import {fileKind} from "../shared/files.ts";
import {concordance} from "./declaration.ts";

/** Reads a concordance into `concordances/FROM-TO.csv` of a pack. */
export const concordanceConnector: Connector = {requests, check, read};

function requests({query}: Task): Request[] {
  editionsOf(query);
  const [file] = query.file as [string];
  const isRemote = /^https?:\/\//i.test(file);
  return [
    {
      url: isRemote ? file : concordance.endpoint,
      file: basename(isRemote ? new URL(file).pathname : file),
      accept: "text/csv, text/plain;q=0.5",
      types: ["text/csv", "text/plain", "application/csv", "application/octet-stream"],
      ...(!isRemote && {local: file})
    }
  ];
}

function editionsOf({from, to}: Query): {from: Classification; to: Classification} {
  const [first, second] = [from![0]!, to![0]!].map((word) => {
    const edition = classificationOf(word);
    if (edition) return edition;
    const known = classifications().map(({id}) => id);
    throw new ConcordError("invalid_query", `Classification "${word}" is not known`, {
      details: {hint: `wanted one of ${known.join(", ")}`}
    });
  });
  return {from: first!, to: second!};
}

async function check(path: string, url: string): Promise<void> {
  const kind = await fileKind(path);
  if (kind !== "text") throw new ConcordError("bad_data", `Answer of ${url} is ${kind}, wanted a table in CSV`);
}

async function read([answer]: readonly Answer[], {query, pack}: Task): Promise<Reading> {
  const {from, to} = editionsOf(query);
  const [first = "from", second = "to", weight] = query.columns?.[0]?.split(",") ?? ["from", "to", "weight"];
  const columns = {from: first, to: second, ...(weight !== undefined && {weight})};
  const table = parseConcordance(readFileSync(answer!.path, "utf8"), answer!.path, {from: from.id, to: to.id, columns});
  const path = `concordances/${from.id}-${to.id}.csv`;
  await replaceFile(join(pack, path), (file) => writeFile(file, csvOf(table)));
  return {
    figures: [],
    tables: [
      {
        name: `concordance-${from.id}-${to.id}`.toLowerCase(),
        format: "csv",
        paths: [path],
        fields: [
          {name: "from", type: "string", description: `Code of ${from.title}`},
          {name: "to", type: "string", description: `Code of ${to.title}; empty when there is none`},
          {
            name: "weight",
            type: "number",
            description: "Part of what is booked under the first that goes to the second"
          }
        ]
      }
    ],
    notices: noticesOf(table)
  };
}

function csvOf({steps}: Concordance): string {
  const rows = [...steps].flatMap(([code, list]) =>
    list.length === 0 ? [[code, "", "0"]] : list.map(({to, weight}) => [code, to, String(weight)])
  );
  return [["from", "to", "weight"], ...rows].map((cells) => `${formatCsvRecord(cells)}\n`).join("");
}

function noticesOf({steps, equallySplit}: Concordance): PullNotice[] {
  const unmapped = [...steps].flatMap(([code, list]) => (list.length === 0 ? [code] : []));
  const all = [
    {code: "unmapped-codes", text: "Codes without a counterpart", codes: unmapped},
    {code: "equal-split", text: "Codes split into equal parts, since the table has no weights", codes: equallySplit}
  ];
  return all.flatMap(({code, text, codes}) =>
    codes.length === 0 ? [] : [{code, text, count: codes.length, examples: codes.slice(0, 5)}]
  );
}
