import {createReadStream} from "node:fs";
import {ConcordError} from "../../base/errors.ts";
import {type FooterMessage, readDataXml} from "../../sdmx/read/data-xml.ts";
import {peek, readData} from "../../sdmx/read/read-data.ts";
import {readStructures} from "../../sdmx/read/read-structures.ts";
import type {DataBatch} from "../../sdmx/records.ts";
import type {Codelist, DataStructure, StructureMessage} from "../../sdmx/structures.ts";
import type {Answer, Connector, Draft, Query, Reading, Request, Task} from "../connector.ts";
import {Notices} from "../shared/notices.ts";
import {periodsOf} from "../shared/periods.ts";
import {draftOf, layoutOf, makeAreas, namesOf} from "./figures.ts";
import {comextFlows} from "./fixes.ts";
import {readMapped} from "./mapped.ts";
import {type SdmxService, serviceOf} from "./services.ts";

/** Reads a dataflow with its structure. */
export const sdmxConnector: Connector = {requests, check, read};

const structureTypes = [
  "application/vnd.sdmx.structure+xml",
  "application/vnd.sdmx.structure+json",
  "application/xml",
  "text/xml",
  "application/json"
];
const dataTypes = [
  "application/vnd.sdmx.structurespecificdata+xml",
  "application/vnd.sdmx.genericdata+xml",
  "application/vnd.sdmx.data+xml",
  "application/vnd.sdmx.data+json",
  "application/vnd.sdmx.data+csv",
  "application/xml",
  "text/xml",
  "application/json",
  "text/csv"
];

/** What a query asks of a service. */
interface Wanted {
  readonly service: SdmxService;
  readonly agency: string;
  readonly flow: string;
  readonly version: string;
  readonly key: string;
}

function wantedOf({service, flow, key, sdmx}: Query): Wanted {
  const words = flow![0]!.split(",");
  if (words.length === 2 || words.length > 3 || words.some((word) => !/^[A-Za-z0-9_@$.\-~+*]+$/.test(word)))
    throw new ConcordError("invalid_query", `Dataflow "${flow![0]}" is not one as ID or AGENCY,ID,VERSION`);
  const [agency, id, version] = words.length === 3 ? words : [undefined, words[0]!, undefined];
  const first = serviceOf(service![0]!, {...(sdmx && {version: sdmx[0]!})});
  const found = serviceOf(comextFlows.apply({service: first.id, flow: id!}) === first.id ? service![0]! : "comext", {
    ...(sdmx && {version: sdmx[0]!})
  });
  return {
    service: found,
    agency: agency ?? found.agency,
    flow: id!,
    version: version ?? (found.version === "2.1" ? "latest" : "~"),
    key: key?.[0] ?? (found.version === "2.1" ? "all" : "*")
  };
}

function requests({query}: Task): Request[] {
  const wanted = wantedOf(query);
  const {service, agency, flow, version, key} = wanted;
  const is21 = service.version === "2.1";
  const structure = is21
    ? `dataflow/${agency}/${flow}/${version}?references=descendants`
    : `structure/dataflow/${agency}/${flow}/${version}?references=descendants`;
  const path = is21
    ? `data/${agency === "all" ? flow : `${agency},${flow},${version}`}/${encodeURI(key)}`
    : `data/dataflow/${agency}/${flow}/${version}/${encodeURI(key)}`;
  const terms = {
    publisher: service.publisher,
    licence: service.licence,
    citation: `${service.publisher}, dataflow ${agency}:${flow}, ${service.base}`
  };
  const common = {terms, accept: acceptOf(service)};
  return [
    {
      url: `${service.base}/${structure}`,
      file: `${safe(flow)}-structure.xml`,
      accept: is21
        ? "application/vnd.sdmx.structure+xml;version=2.1, application/xml;q=0.9"
        : "application/vnd.sdmx.structure+json;version=2.0.0, application/vnd.sdmx.structure+xml;version=3.0.0;q=0.9, application/json;q=0.5",
      types: structureTypes,
      terms
    },
    {
      url: `${service.base}/${path}${periodQuery(query, is21)}`,
      file: `${safe(flow)}-data.xml`,
      types: dataTypes,
      ...common
    }
  ];
}

function acceptOf({version}: SdmxService): string {
  return version === "2.1"
    ? "application/vnd.sdmx.structurespecificdata+xml;version=2.1, application/vnd.sdmx.genericdata+xml;version=2.1;q=0.9, application/vnd.sdmx.data+csv;version=1.0.0;q=0.8, application/xml;q=0.5"
    : "application/vnd.sdmx.data+json;version=2.0.0, application/vnd.sdmx.data+csv;version=2.0.0;q=0.9, application/vnd.sdmx.data+xml;version=3.0.0;q=0.8";
}

function safe(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, "-");
}

function periodQuery({period}: Query, is21: boolean): string {
  if (!period) return "";
  const {periods} = periodsOf(period);
  const [first, last] = [periods[0]!.text, periods.at(-1)!.text];
  return is21 ? `?startPeriod=${first}&endPeriod=${last}` : `?c[TIME_PERIOD]=ge:${first}+le:${last}`;
}

function isStructure(url: string): boolean {
  return /\/(structure\/)?dataflow\/[^?]*\?references=descendants$/.test(url) && !url.includes("/data/dataflow/");
}

async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 18}))
    yield decoder.decode(chunk as Buffer, {stream: true});
  yield decoder.decode();
}

async function* batchesOf(path: string, url: string): AsyncGenerator<DataBatch> {
  const footers: FooterMessage[] = [];
  const {head, all} = await peek(textOf(path));
  if (head === "<") yield* readDataXml(all, {onFooter: (footer) => footers.push(footer)});
  else yield* readData(all);
  const [cut] = footers.filter(({code, severity}) => code === "413" || code === "510" || severity === "Error");
  if (cut)
    throw new ConcordError("too_large", `Source at ${url} says ${cut.code}: ${cut.texts.join(" ")}`, {
      details: {url, hint: "ask for fewer series or periods: --key, --period"}
    });
}

/** Every message is read to its end once before it is kept. */
async function check(path: string, url: string): Promise<void> {
  try {
    if (isStructure(url)) structureOf(await readStructures(textOf(path)), url);
    else for await (const _ of batchesOf(path, url));
  } catch (error) {
    if (!(error instanceof ConcordError)) throw error;
    throw new ConcordError(error.code, `Answer of ${url} cannot be read: ${error.message}`, {
      details: {...error.details, url},
      cause: error
    });
  }
}

function structureOf({structures}: StructureMessage, url: string): {structure: DataStructure; codelists: Codelist[]} {
  const structure = structures.find((one): one is DataStructure => one.type === "datastructure");
  if (!structure)
    throw new ConcordError("bad_data", `Answer of ${url} holds no data structure, wanted the one of the dataflow`);
  return {structure, codelists: structures.filter((one): one is Codelist => one.type === "codelist")};
}

async function read(answers: readonly Answer[], task: Task): Promise<Reading> {
  const {service, flow} = wantedOf(task.query);
  const first = answers.find(({record}) => isStructure(record.url))!;
  const data = answers.find(({record}) => !isStructure(record.url))!;
  const {structure, codelists} = structureOf(await readStructures(textOf(first.path)), first.record.url);
  const origin = {
    licence: service.licence,
    publisher: service.publisher,
    title: `${service.publisher}: ${structure.names.en ?? flow}`
  };
  const batches = batchesOf(data.path, data.record.url);
  const known = publishedOn(data.record.modified);
  if (task.query.map) return {...(await readMapped(batches, structure, data.record.url, task)), origin};
  const notices = new Notices();
  const areas = makeAreas(service.id, namesOf(codelists));
  const layout = layoutOf(structure);
  const figures: Draft[] = [];
  for await (const {records} of batches)
    for (const record of records) {
      const draft = draftOf(record, layout, flow, {areas, notices, url: data.record.url, known});
      if (draft) figures.push(draft);
    }
  if (figures.length === 0)
    notices.note("no-rows", "Dataflow without an observation for what was asked", data.record.url);
  return {figures, entities: [...areas.entities.values()], notices: notices.list(), origin};
}

/** The day on which a service last changed an answer, where it says. */
function publishedOn(modified: string | undefined): string | undefined {
  const time = Date.parse(modified ?? "");
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
