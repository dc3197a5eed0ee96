import {z} from "zod";
import {ConcordError} from "../../base/errors.ts";
import type {Entity} from "../../base/register.ts";
import type {Answer, Connector, Draft, Reading, Request, Task} from "../connector.ts";
import {economyId, entityOf, maybeEconomyId} from "../shared/economies.ts";
import {otherShape, readJsonFile} from "../shared/json.ts";
import {Notices} from "../shared/notices.ts";
import {yearsOf} from "../shared/periods.ts";
import {worldbank} from "./declaration.ts";
import {emptyIso, errorInAnswer, noRows, numberAsText} from "./fixes.ts";
import {meaningOf} from "./series.ts";

/** Reads series of economies, a page after another. */
export const worldbankConnector: Connector = {
  requests,
  check: async (path, url) => void parsePage(await readJsonFile(path, url), url),
  follow,
  read
};

const headSchema = z.looseObject({
  page: z.number(),
  pages: z.number(),
  total: z.union([z.number(), z.string()]),
  lastupdated: z.string().nullish()
});
const rowSchema = z.looseObject({
  indicator: z.object({id: z.string(), value: z.string()}),
  country: z.object({id: z.string(), value: z.string()}),
  countryiso3code: z.string(),
  date: z.string(),
  value: z.number().nullable(),
  obs_status: z.string().nullish()
});
const pageSchema = z.tuple([headSchema, z.array(rowSchema)]);

function parsePage(value: unknown, url: string): z.infer<typeof pageSchema> {
  const said = errorInAnswer.apply(value);
  if (said !== undefined)
    throw new ConcordError("bad_data", `Source at ${url} says "${said}", wanted data`, {
      details: {url, hint: "look up the codes of series at https://data.worldbank.org/indicator"}
    });
  const whole = Array.isArray(value) ? [value[0], noRows.apply(value[1])] : value;
  const result = pageSchema.safeParse(whole);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw otherShape(url, `"${issue!.path.join(".") || "the whole"}" that is not as known`, issue!.message);
}

function requests({query}: Task): Request[] {
  const economies = query.economy!.map((word) => (word === "all" ? word : codeOf(economyId(word))));
  const years = query.period && yearsOf(query.period);
  return query.indicator!.map((indicator) => {
    if (!/^[A-Za-z0-9._]+$/.test(indicator))
      throw new ConcordError("invalid_query", `Series "${indicator}" is no code, wanted one as NY.GDP.MKTP.CD`);
    const url = new URL(`country/${economies.join(";")}/indicator/${indicator}`, worldbank.endpoint);
    url.searchParams.set("format", "json");
    url.searchParams.set("per_page", "10000");
    if (years) url.searchParams.set("date", `${years[0]}:${years.at(-1)}`);
    return pageRequest(url, indicator, 1);
  });
}

/** The service takes alpha-3 codes, and "WLD" for the world. */
function codeOf(id: string): string {
  const kind = entityOf(id)?.kind;
  if (kind === "economy" || id === "WLD") return id;
  throw new ConcordError("invalid_query", `"${id}" is no economy of the World Bank, wanted one as BLR`);
}

function pageRequest(address: URL, indicator: string, page: number): Request {
  const url = new URL(address);
  url.searchParams.set("page", String(page));
  return {
    url: url.href,
    file: `${indicator.replaceAll(".", "-")}-${page}.json`,
    accept: "application/json",
    types: ["application/json"]
  };
}

async function follow({record, path}: Answer): Promise<Request[]> {
  const [{page, pages}] = parsePage(await readJsonFile(path, record.url), record.url);
  const url = new URL(record.url);
  return page < pages ? [pageRequest(url, url.pathname.split("/").at(-1)!, page + 1)] : [];
}

async function read(answers: readonly Answer[], {query}: Task): Promise<Reading> {
  const notices = new Notices();
  const figures: Draft[] = [];
  const entities = new Map<string, Entity>();
  const years = query.period && new Set(yearsOf(query.period).map(String));
  for (const {record, path} of answers) {
    const [{total, lastupdated}, rows] = parsePage(await readJsonFile(path, record.url), record.url);
    if (numberAsText.apply(total) === 0) notices.note("no-rows", "Series without a row for what was asked", record.url);
    for (const row of rows) {
      if (years && !years.has(row.date)) continue;
      const meaning = meaningOf(row.indicator.id, row.indicator.value);
      if (!meaning)
        notices.note(
          "unknown-unit",
          "Rows left aside: the name of the series states no unit",
          `${row.indicator.id} ${row.indicator.value}`
        );
      else if (row.value === null)
        notices.note("no-value", "Years without a value", `${row.country.value} ${row.date}`);
      else {
        const code = emptyIso.apply(row);
        const economy = maybeEconomyId(code) ?? `worldbank-${code}`;
        if (!entityOf(economy)) entities.set(economy, {id: economy, kind: "region", names: {en: row.country.value}});
        figures.push({
          basis: {...meaning, economy},
          period: row.date.replace(/^(\d{4})([QM])/, "$1-$2"),
          value: row.value,
          status: row.obs_status === "F" ? "forecast" : "reported",
          note: `${row.indicator.id}: ${row.indicator.value}${row.obs_status === "E" ? "; estimated" : ""}`.slice(
            0,
            280
          ),
          ...(lastupdated && {known: lastupdated}),
          url: record.url
        });
      }
    }
  }
  return {figures, entities: [...entities.values()], notices: notices.list()};
}
