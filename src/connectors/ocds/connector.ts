import {basename} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import type {Answer, Connector, Reading, Request, Task} from "../connector.ts";
import {economyId} from "../shared/economies.ts";
import {readJsonFile} from "../shared/json.ts";
import {Notices} from "../shared/notices.ts";
import {awardsOf, parsePackage} from "./package.ts";
import {procurementShares} from "./shares.ts";

/** Reads release packages, and counts how much of procurement crosses borders. */
export const ocdsConnector: Connector = {
  requests,
  check: async (path, url) => void parsePackage(await readJsonFile(path, url), url),
  follow,
  read
};

function requests({query}: Task): Request[] {
  const url = query.url?.[0];
  const file = query.file?.[0];
  if ((url === undefined) === (file === undefined))
    throw new ConcordError("invalid_query", 'Source "ocds" is given neither an address nor a file, or both', {
      details: {hint: "give --url https://…, or --file with a package that you have"}
    });
  if (url !== undefined) return [pageRequest(url, 1)];
  return [{...pageRequest("https://standard.open-contracting.org/", 1), file: basename(file!), local: file!}];
}

function pageRequest(url: string, page: number): Request {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new ConcordError("invalid_query", `Address "${url}" is none of a package, wanted https://…`);
  return {url, file: `package-${page}.json`, accept: "application/json", types: ["application/json", "text/json"]};
}

/** Pages of one publisher only: another host is not asked. */
async function follow({record, path}: Answer): Promise<Request[]> {
  const {links} = parsePackage(await readJsonFile(path, record.url), record.url);
  if (!links?.next || record.url.includes("#sha256=")) return [];
  const next = new URL(links.next, record.url);
  return next.host === new URL(record.url).host ? [pageRequest(next.href, 2)] : [];
}

async function read(answers: readonly Answer[], {query}: Task): Promise<Reading> {
  const packages = await Promise.all(
    answers.map(async ({record, path}) => parsePackage(await readJsonFile(path, record.url), record.url))
  );
  const awards = awardsOf(
    packages.flatMap(({releases}) => releases),
    query.economy && economyId(query.economy[0]!)
  );
  const notices = new Notices();
  for (const {buyer, suppliers, year} of awards)
    if (buyer === undefined || suppliers === undefined)
      notices.note("economy-not-stated", "Awards left aside: a buyer or supplier states no economy", year);
  const [first] = packages;
  const figures = procurementShares(awards, answers[0]!.record.url);
  const published = first?.publishedDate?.slice(0, 10);
  return {
    figures: figures.map((draft) => ({...draft, ...(published && {known: published})})),
    notices: notices.list(),
    origin: {
      ...(first?.publisher && {publisher: first.publisher.name}),
      ...(first?.license && {licence: {name: first.license, url: first.license}})
    }
  };
}
