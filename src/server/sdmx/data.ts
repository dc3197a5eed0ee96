import type {DataQuery} from "../../sdmx/query/data-query.ts";
import {SdmxFault, semanticFault, syntaxFault} from "../../sdmx/query/faults.ts";
import {type KeyPattern, keyDimensions} from "../../sdmx/query/key.ts";
import {assertComponents} from "../../sdmx/query/parameters.ts";
import {type Selection, selectDataSets} from "../../sdmx/query/select.ts";
import type {Attribute, Codelist, DataStructure, Structure, Texts} from "../../sdmx/structures.ts";
import {makeCsvWriter} from "../../sdmx/write/data-csv.ts";
import {makeJsonWriter} from "../../sdmx/write/data-json.ts";
import {makeXmlWriter} from "../../sdmx/write/data-xml.ts";
import {
  allDimensions,
  type DataWriter,
  type Layout,
  makeLayout,
  type OutgoingDataSet,
  writeDataSets
} from "../../sdmx/write/layout.ts";
import {type Found, messageHead} from "./answer.ts";
import type {FlowContent, SdmxContent} from "./content.ts";
import type {Dialect} from "./dialect.ts";
import type {Agreement} from "./negotiation.ts";
import type {DataOffer} from "./offers.ts";

/** A data request, read. */
export interface DataRequest {
  readonly flows: readonly FlowContent[];
  readonly query: DataQuery;
  readonly parseKeys: (key: string, structure: DataStructure) => KeyPattern[];
  readonly agreement: Agreement<DataOffer>;
  readonly language: string;
}

/** Answers a data request; undefined when nothing matches. */
export async function findData(
  content: SdmxContent,
  dialect: Dialect,
  request: DataRequest
): Promise<Found | undefined> {
  const hits: Found[] = [];
  let fault: SdmxFault | undefined;
  for (const one of request.flows) {
    try {
      const found = await findIn(content, dialect, one, request);
      if (found) hits.push(found);
    } catch (error) {
      // A key that fits one of several dataflows need not fit the others.
      if (!(error instanceof SdmxFault) || request.flows.length === 1) throw error;
      fault ??= error;
    }
  }
  if (hits.length > 1) {
    for (const {cancel} of hits) await cancel?.();
    const names = hits.map(({name}) => name.replace(/\.\w+$/, ""));
    throw new SdmxFault(
      "not-implemented",
      `Data of several dataflows in one message are not supported; ask for one of ${names.join(", ")}`
    );
  }
  if (hits.length === 0 && fault) throw fault;
  return hits[0];
}

/** The first rows are looked for before the answer begins, because its status depends on whether there are any. */
async function findIn(
  content: SdmxContent,
  dialect: Dialect,
  one: FlowContent,
  request: DataRequest
): Promise<Found | undefined> {
  const {agreement, language} = request;
  const query = asOfNow(request.query, content.today());
  const selection = selectionOf(content, dialect, one, query, request);
  const layout = layoutOf(content, one, query, selection.atObservation, agreement.offer);
  const {writer, type, extension} = writerOf(layout, agreement, language, query);
  const sets = selectDataSets(one.rows(), selection);
  const first = await sets.next();
  if (first.done) return undefined;
  return {
    type,
    language,
    name: `${one.flow.id}.${extension}`,
    body: writeDataSets(writer, resume(first.value, sets)),
    cancel: async () => void (await sets.return(undefined))
  };
}

async function* resume(first: OutgoingDataSet, rest: AsyncGenerator<OutgoingDataSet>): AsyncGenerator<OutgoingDataSet> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** What is known on the day of the request, unless another moment is asked for. */
function asOfNow(query: DataQuery, today: string): DataQuery {
  return query.asOf === undefined ? {...query, asOf: Date.parse(`${today}T23:59:59Z`)} : query;
}

function selectionOf(
  content: SdmxContent,
  dialect: Dialect,
  {structure}: FlowContent,
  query: DataQuery,
  {parseKeys}: DataRequest
): Selection {
  const keys = parseKeys(query.key, structure);
  if (dialect.version === "3.0") assertKnownCodes(keys, structure, content.structures);
  const ids = structure.dimensions.map(({id}) => id);
  const time = structure.dimensions.find(({role}) => role === "time")?.id;
  const wanted = query.dimensionAtObservation ?? time ?? allDimensions;
  if (wanted !== allDimensions) assertComponents([wanted], [...ids, allDimensions], "Parameter dimensionAtObservation");
  return {structure, keys, query, atObservation: query.observations ? wanted : (time ?? wanted)};
}

/** Codes that no list holds are a mistake where every key has one; a key beside it that can be met is answered. */
export function assertKnownCodes(
  keys: readonly KeyPattern[],
  structure: DataStructure,
  structures: readonly Structure[]
): void {
  if (keys.length === 0) return;
  const ids = keyDimensions(structure);
  const lists = ids.map((id) => codesOf(structure, structures, id));
  const unknown = keys.map((key) =>
    key.findIndex((codes, at) => codes && lists[at] && ![...codes].some((code) => lists[at]!.has(code)))
  );
  if (unknown.some((at) => at < 0)) return;
  const at = unknown[0]!;
  const code = [...keys[0]![at]!][0]!;
  throw semanticFault(`Code "${code.slice(0, 60)}" is not in the code list of ${ids[at]}`);
}

function codesOf(
  structure: DataStructure,
  structures: readonly Structure[],
  id: string
): ReadonlySet<string> | undefined {
  const reference = structure.dimensions.find((one) => one.id === id)?.representation?.codelist;
  const list = structures.find((one): one is Codelist => one.type === "codelist" && one.id === reference?.id);
  return list && codeSetOf(list);
}

const codeSets = new WeakMap<Codelist, ReadonlySet<string>>();

function codeSetOf(list: Codelist): ReadonlySet<string> {
  let codes = codeSets.get(list);
  if (!codes) {
    codes = new Set(list.items.map(({id}) => id));
    codeSets.set(list, codes);
  }
  return codes;
}

/** Names of concepts by id. */
export function conceptNamesOf({structures}: SdmxContent): ReadonlyMap<string, Texts> {
  return new Map(
    structures.flatMap((one) =>
      one.type === "conceptscheme" ? one.items.map(({id, names}): [string, Texts] => [id, names]) : []
    )
  );
}

function layoutOf(
  content: SdmxContent,
  {flow, structure}: FlowContent,
  query: DataQuery,
  atObservation: string,
  {writer}: DataOffer
): Layout {
  const {measures} = query;
  const ids = structure.measures.map(({id}) => id);
  if (measures !== "all" && measures !== "none") assertComponents(measures, ids, "Parameter measures");
  const several =
    writer.kind === "xml" ? writer.format === "specific-3.0" : writer.version === "2.0.0" || writer.version === 2;
  return makeLayout({
    flow,
    structure,
    codelists: content.structures.filter((one) => one.type === "codelist"),
    concepts: conceptNamesOf(content),
    atObservation,
    measures: (id) => measures === "all" || (measures !== "none" && measures.includes(id)),
    attributes: attributeFilter(query.attributes, structure),
    severalMeasures: several
  });
}

const levels = ["dsd", "msd", "dataset", "series", "obs", "all", "none"];

function attributeFilter(wanted: readonly string[], {attributes}: DataStructure): (attribute: Attribute) => boolean {
  assertComponents(
    wanted.filter((one) => !levels.includes(one)),
    attributes.map(({id}) => id),
    "Parameter attributes"
  );
  if (wanted.includes("none") && wanted.length > 1) throw syntaxFault('Parameter attributes has "none" beside others');
  return ({id, attachment}) =>
    wanted.some(
      (one) =>
        one === id ||
        one === "all" ||
        one === "dsd" ||
        (one === "dataset" && attachment === "dataset") ||
        (one === "series" && typeof attachment === "object") ||
        (one === "obs" && attachment === "observation")
    );
}

const labelWords = ["id", "name", "both"] as const;
const keyWords = ["none", "obs", "series", "both"] as const;

function writerOf(
  layout: Layout,
  {offer, parameters}: Agreement<DataOffer>,
  language: string,
  query: DataQuery
): {writer: DataWriter; type: string; extension: string} {
  const head = messageHead(language);
  const {writer, type} = offer;
  if (writer.kind === "json")
    return {
      writer: makeJsonWriter(layout, {version: writer.version, head, withObservations: query.observations}),
      type,
      extension: "json"
    };
  if (writer.kind === "xml") {
    const {timeSeries = false} = writer;
    const isTime = layout.dimensions.some(({id, isTime}) => isTime && id === layout.atObservation);
    if (timeSeries && !isTime)
      throw new SdmxFault(
        "not-acceptable",
        `Time series messages need the time dimension at the observation, found ${layout.atObservation}`
      );
    return {
      writer: makeXmlWriter(layout, {format: writer.format, timeSeries, head, withObservations: query.observations}),
      type,
      extension: "xml"
    };
  }
  const labels = word(
    "labels",
    parameters.get("labels"),
    writer.version === 1 ? (["id", "both"] as const) : labelWords
  );
  const timeFormat = word("timeFormat", parameters.get("timeformat"), ["original", "normalized"] as const);
  const keys = word("keys", parameters.get("keys") ?? parameters.get("key"), keyWords);
  const told = [
    ...(parameters.has("labels") ? [`labels=${labels}`] : []),
    ...(parameters.has("timeformat") ? [`timeFormat=${timeFormat}`] : []),
    ...(writer.version === 2 && keys !== "none" ? [`keys=${keys}`] : [])
  ];
  return {
    writer: makeCsvWriter(layout, {
      version: writer.version,
      labels,
      timeFormat,
      keys,
      language,
      withObservations: query.observations
    }),
    type: [type, ...told].join(";"),
    extension: "csv"
  };
}

function word<Word extends string>(name: string, value: string | undefined, words: readonly Word[]): Word {
  const found = value === undefined ? words[0] : words.find((one) => one === value);
  if (!found)
    throw new SdmxFault(
      "not-acceptable",
      `Media type has ${name}=${value?.slice(0, 40)}, wanted one of ${words.join(", ")}`
    );
  return found;
}
