import {ConcordError} from "../../base/errors.ts";
import type {Entity} from "../../base/register.ts";
import type {Answer, Connector, Draft, Query, Reading, Request, Task} from "../connector.ts";
import {economyId, entityOf} from "../shared/economies.ts";
import {readJsonFile} from "../shared/json.ts";
import {Notices} from "../shared/notices.ts";
import {periodsOf} from "../shared/periods.ts";
import {comtrade} from "./declaration.ts";
import {emptyAnswer, ownNumbers} from "./fixes.ts";
import {areasOf, draftOf, parseAnswer} from "./rows.ts";

/** Rows of one answer at most: of the preview without a key, and with one. */
const rowLimits = {preview: 500, data: 100_000} as const;
/** The service takes so many periods at once. */
const mostPeriods = 12;

/** Reads trade in goods of two or more economies with each other, in the books of each. */
export const comtradeConnector: Connector = {
  requests: (task) => requestsOf(task),
  check: async (path, url) => void parseAnswer(await readJsonFile(path, url), url),
  follow: splitRequests,
  read
};

/** One question: the books of one economy, with partners, periods and products of one classification. */
interface Question {
  readonly reporter: string;
  readonly partners: readonly string[];
  readonly periods: readonly string[];
  readonly unit: "year" | "month";
  readonly scheme: string;
  readonly codes: readonly string[];
}

function requestsOf({query, surroundings}: Task): Request[] {
  const {unit, periods} = periodsOf(query.period!);
  const texts = periods.map(({text}) => text.replace("-", ""));
  const economies = [...new Set(query.economy!.map(economyId))];
  const partners = [...economies, ...(query.world?.[0] === "yes" ? ["WLD"] : [])];
  if (partners.length < 2)
    throw new ConcordError("invalid_query", `One economy, "${economies[0]}", has no partner to trade with`, {
      details: {hint: "give --economy twice, or --world yes"}
    });
  const chunks = Array.from({length: Math.ceil(texts.length / mostPeriods)}, (_, index) =>
    texts.slice(index * mostPeriods, (index + 1) * mostPeriods)
  );
  return economies.flatMap((reporter) =>
    [...productsOf(query)].flatMap(([scheme, codes]) =>
      chunks.map((chunk) =>
        requestOf(
          {
            reporter: numberOf(reporter),
            partners: partners.filter((one) => one !== reporter).map(numberOf),
            periods: chunk,
            unit,
            scheme,
            codes
          },
          surroundings.env[comtrade.key!.variable]
        )
      )
    )
  );
}

/** Codes by classification; the total where no product is named. */
function productsOf({product = []}: Query): Map<string, string[]> {
  const products = new Map<string, string[]>();
  for (const word of product.length > 0 ? product : ["HS:TOTAL"]) {
    const [, scheme, code] = /^([A-Za-z]\w*):([A-Za-z0-9.]+)$/.exec(word) ?? [];
    if (!scheme || !code)
      throw new ConcordError("invalid_query", `Product "${word}" is not made of a classification and a code`, {
        details: {hint: "wanted HS:27, H4:2709, S4:333 or B4:31"}
      });
    products.set(scheme.toUpperCase(), [...(products.get(scheme.toUpperCase()) ?? []), code]);
  }
  return products;
}

function numberOf(id: string): string {
  const number = ownNumbers.apply({id, m49: entityOf(id)?.m49});
  if (number === undefined)
    throw new ConcordError("invalid_query", `Economy "${id}" has no number in UN Comtrade`, {
      details: {hint: "blocs are asked for by their members"}
    });
  return number;
}

/** Totals over second partners, customs procedures and means of transport are asked for, so that no row counts twice. */
function requestOf(question: Question, key: string | undefined): Request {
  const {reporter, partners, periods, unit, scheme, codes} = question;
  const path = key ? "data/v1/get" : "public/v1/preview";
  const url = new URL(`${path}/C/${unit === "year" ? "A" : "M"}/${scheme}`, `${comtrade.endpoint}/`);
  const parameters = {
    reporterCode: reporter,
    period: periods.join(","),
    partnerCode: partners.join(","),
    cmdCode: codes.join(","),
    flowCode: "M,X,RX,RM",
    partner2Code: "0",
    customsCode: "C00",
    motCode: "0",
    includeDesc: "True"
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return {
    url: url.href,
    file: `${reporter}-${scheme}-${periods[0]}-${periods.at(-1)}.json`,
    accept: "application/json",
    types: ["application/json", "text/json"],
    ...(key && {secrets: {"ocp-apim-subscription-key": key}})
  };
}

/** The question that an address asks. */
function questionOf(address: string): Question {
  const url = new URL(address);
  const list = (name: string) => (url.searchParams.get(name) ?? "").split(",");
  const [frequency, scheme] = url.pathname.split("/").slice(-2) as [string, string];
  return {
    reporter: url.searchParams.get("reporterCode")!,
    partners: list("partnerCode"),
    periods: list("period"),
    unit: frequency === "A" ? "year" : "month",
    scheme,
    codes: list("cmdCode")
  };
}

function isCut(count: number, url: string): boolean {
  return count >= (url.includes("/preview/") ? rowLimits.preview : rowLimits.data);
}

/** An answer as long as the limit is cut: its question is halved until the answers are whole. */
async function splitRequests({record, path}: Answer, {surroundings}: Task): Promise<Request[]> {
  const {data} = parseAnswer(await readJsonFile(path, record.url), record.url);
  if (!isCut(data.length, record.url)) return [];
  const question = questionOf(record.url);
  const member = (["periods", "codes", "partners"] as const).find((name) => question[name].length > 1);
  if (!member)
    throw new ConcordError("too_large", `Answer of ${record.url} has ${data.length} rows, which is where it is cut`, {
      details: {url: record.url, hint: `set ${comtrade.key!.variable}, or ask for one product at a time`}
    });
  const values = question[member];
  const half = Math.ceil(values.length / 2);
  const key = surroundings.env[comtrade.key!.variable];
  return [values.slice(0, half), values.slice(half)].map((part) => requestOf({...question, [member]: part}, key));
}

async function read(answers: readonly Answer[]): Promise<Reading> {
  const notices = new Notices();
  const figures: Draft[] = [];
  const entities = new Map<string, Entity>();
  for (const {record, path} of answers) {
    const {data, error} = parseAnswer(await readJsonFile(path, record.url), record.url);
    if (isCut(data.length, record.url)) continue; // its parts were asked for
    const question = questionOf(record.url);
    if (data.length === 0) notices.note("no-rows", "Questions without an answer", emptyReason(question, error ?? ""));
    for (const row of data) {
      const draft = draftOf(row, record.url, question.scheme);
      if ("unknownFlow" in draft)
        notices.note("unknown-flow", "Rows left aside: a flow that is neither asked for nor known", draft.unknownFlow);
      else figures.push(draft);
      for (const area of areasOf(row)) entities.set(area.id, area);
    }
  }
  return {figures, entities: [...entities.values()], notices: notices.list()};
}

function emptyReason({reporter, partners, periods, scheme, codes}: Question, error: string): string {
  const asked = `${reporter} with ${partners.join(",")}, ${scheme}:${codes.join(",")}, ${periods.join(",")}`;
  return emptyAnswer.apply({asked, error});
}
