import {ConcordError} from "../../base/errors.ts";
import type {Action, Chunks, DataBatch, DataRecord, DataSetFacts} from "../records.ts";
import type {StructureReference} from "../structures.ts";
import {parseUrn} from "../urn.ts";
import {makeXmlReader, type XmlHandler} from "../xml/xml-reader.ts";
import {makeGroups} from "./groups.ts";

type Values = Record<string, string>;

interface Declared {
  structure?: StructureReference<"dataflow" | "datastructure">;
  atObservation: string;
}

const actions: Readonly<Record<string, Action>> = {
  append: "Append",
  merge: "Merge",
  replace: "Replace",
  delete: "Delete",
  information: "Information"
};

/** What a service says at the end of a message: that the answer is cut, or is being prepared elsewhere. */
export interface FooterMessage {
  /** 413 where the data are to be fetched from another address, 510 where there are too many. */
  readonly code: string;
  readonly severity?: string;
  readonly texts: readonly string[];
}

/** How to read SDMX-ML. */
export interface XmlOptions {
  /** Is told every message of the footer; defaults to passing over them. */
  readonly onFooter?: (message: FooterMessage) => void;
}

/**
 * Reads SDMX-ML data as they arrive: generic and structure-specific messages of 2.1 (time series or not, flat or by
 * series, with groups), and structure-specific ones of 3.0. Series that have no observation yield no record. Several
 * values of one component are joined by commas. Throws a ConcordError at malformed XML and at error messages.
 */
export async function* readDataXml(chunks: Chunks, {onFooter}: XmlOptions = {}): AsyncGenerator<DataBatch> {
  const collector = makeCollector(onFooter);
  const reader = makeXmlReader(collector.handler);
  for await (const chunk of chunks) {
    reader.write(chunk);
    yield* collector.take();
  }
  reader.end();
  yield* collector.take();
  if (!collector.sawDataSets()) throw notData(collector.root());
}

function notData(root: string): ConcordError {
  return new ConcordError(
    "bad_data",
    `XML is no SDMX data message: found the root "${root}", wanted GenericData or StructureSpecificData`,
    {
      details: {root}
    }
  );
}

/** Turns the events of one message into batches. One frame of state, because the formats share their skeleton. */
function makeCollector(onFooter: XmlOptions["onFooter"]) {
  let footer: {code: string; severity?: string; texts: string[]} | undefined;
  let root = "";
  let isMessage = false;
  let sawDataSet = false;
  let declaring = "";
  const path: string[] = [];
  const declared = new Map<string, Declared>();
  let current: Declared = {atObservation: "TIME_PERIOD"};
  let generic = false;
  let facts: DataSetFacts = {action: "Information"};
  let dataSetValues: Values = {};
  let groups = makeGroups();
  let series: Values = {};
  let inSeries = false;
  let observation: Values = {};
  let group: Values = {};
  let component: {id: string; values: string[]} | undefined;
  let text = "";
  let fault: string | undefined;
  let records: DataRecord[] = [];
  let batches: DataBatch[] = [];

  const handler: XmlHandler = {
    open(name, attributes) {
      text = "";
      const parent = path.at(-1);
      path.push(name);
      if (path.length === 1) {
        root = name;
        isMessage = /^(Generic|StructureSpecific)(TimeSeries)?Data$/.test(name);
        generic = name.startsWith("Generic");
        if (!isMessage && name !== "Error") throw notData(name);
      } else if (name === "ErrorMessage") fault = attributes.code ?? "";
      else if (path[1] === "Header") header(name, attributes);
      else if (path[1] === "Footer" && name === "Message")
        footer = {code: attributes.code ?? "", ...(attributes.severity && {severity: attributes.severity}), texts: []};
      else if (name === "DataSet" && path.length === 2) openDataSet(attributes);
      else if (name === "Group") group = generic ? {} : componentsOf(attributes);
      else if (name === "Series") {
        series = generic ? {} : {...componentsOf(attributes)};
        inSeries = true;
      } else if (name === "Obs") observation = generic ? {} : componentsOf(attributes);
      else if (name === "Atts" && !generic) Object.assign(dataSetValues, componentsOf(attributes));
      else if (name === "Comp") component = {id: attributes.id ?? "", values: []};
      else if (generic) genericPart(name, parent, attributes);
    },
    text(piece) {
      text += piece;
    },
    close(name) {
      path.pop();
      if (name === "Obs") flushObservation();
      else if (name === "Series") inSeries = false;
      else if (name === "Group") groups.add(group);
      else if (name === "DataSet" && path.length === 1) push();
      else if (path[1] === "Header" && text.includes("urn:sdmx:")) declareUrn(text.trim());
      else if (name === "Value" && component) component.values.push(text);
      else if (name === "Comp" && component) closeComponent(component);
      else if (name === "Text" && footer) footer.texts.push(text.trim());
      else if (name === "Message" && footer) {
        onFooter?.(footer);
        footer = undefined;
      } else if (name === "Text" && fault !== undefined) throw errorMessage(fault, text.trim());
    }
  };

  function header(name: string, attributes: Values): void {
    if (name === "Structure" && attributes.structureID !== undefined) {
      declaring = attributes.structureID;
      declared.set(declaring, {atObservation: attributes.dimensionAtObservation ?? "TIME_PERIOD"});
    } else if (name === "Ref" && declaring !== "") {
      const {agencyID, id, version} = attributes;
      const type = path.at(-2) === "StructureUsage" ? "dataflow" : "datastructure";
      const known = declared.get(declaring);
      if (known && agencyID && id) known.structure = {type, agency: agencyID, id, version: version ?? "1.0"};
    }
  }

  /** The reference of a declared structure, by the text of its URN: 3.0 puts it where 2.1 has a Ref. */
  function declareUrn(urn: string): void {
    const known = declared.get(declaring);
    const found = parseUrn(urn)?.reference;
    if (known && (found?.type === "dataflow" || found?.type === "datastructure"))
      known.structure = found as StructureReference<"dataflow" | "datastructure">;
  }

  function openDataSet(attributes: Values): void {
    const attribute = (name: string) => attributes[`:${name}`] ?? attributes[name];
    const structureId = attribute("structureRef") ?? "";
    current = declared.get(structureId) ?? [...declared.values()][0] ?? {atObservation: "TIME_PERIOD"};
    const [from, to] = [attribute("validFromDate"), attribute("validToDate")];
    facts = {
      ...(current.structure && {structure: current.structure}),
      action: actions[(attribute("action") ?? "information").toLowerCase()] ?? "Information",
      ...(from !== undefined && {validFrom: from}),
      ...(to !== undefined && {validTo: to})
    };
    dataSetValues = generic ? {} : dataSetComponents(attributes);
    groups = makeGroups();
    series = {};
    inSeries = false;
    sawDataSet = true;
  }

  function push(): void {
    if (records.length > 0) batches.push({dataSet: facts, records});
    records = [];
  }

  function flushObservation(): void {
    const outer = inSeries ? series : {};
    records.push({...dataSetValues, ...groups.valuesFor(outer, observation), ...outer, ...observation});
  }

  function closeComponent({id, values}: {id: string; values: string[]}): void {
    const owner = path.includes("Obs")
      ? observation
      : path.includes("Series")
        ? series
        : path.includes("Group")
          ? group
          : dataSetValues;
    owner[id] = values.length > 0 ? values.join(",") : text.trim();
    component = undefined;
  }

  /** SeriesKey, ObsKey, GroupKey, Attributes, ObsDimension and ObsValue of generic data. */
  function genericPart(name: string, parent: string | undefined, attributes: Values): void {
    const value = attributes.value ?? "";
    if (name === "ObsDimension") observation[attributes.id ?? current.atObservation] = value;
    else if (name === "ObsValue") observation[attributes.id ?? "OBS_VALUE"] = value;
    else if (name === "Value" && parent) genericOwner(parent)[attributes.id ?? ""] = value;
  }

  function genericOwner(parent: string): Values {
    if (parent === "SeriesKey") return series;
    if (parent === "ObsKey") return observation;
    if (parent === "GroupKey") return group;
    const outer = path.at(-3);
    return outer === "Obs" ? observation : outer === "Series" ? series : outer === "Group" ? group : dataSetValues;
  }

  return {
    handler,
    root: () => root,
    sawDataSets: () => sawDataSet || isMessage,
    take(): DataBatch[] {
      push();
      const ready = batches;
      batches = [];
      return ready;
    }
  };
}

/** Attributes without a prefix are components; "REPORTING_YEAR_START_DAY" and the like are too. */
function componentsOf(attributes: Values): Values {
  const values: Values = {};
  for (const key in attributes) if (!key.startsWith(":")) values[key] = attributes[key]!;
  return values;
}

const dataSetFacts = new Set([
  "structureRef",
  "action",
  "validFromDate",
  "validToDate",
  "setID",
  "dataScope",
  "reportingBeginDate",
  "reportingEndDate",
  "publicationYear",
  "publicationPeriod"
]);

function dataSetComponents(attributes: Values): Values {
  const values = componentsOf(attributes);
  for (const name of dataSetFacts) delete values[name];
  return values;
}

function errorMessage(code: string, text: string): ConcordError {
  const kind = code === "100" ? "not_found" : code === "503" ? "unavailable" : "bad_data";
  return new ConcordError(kind, `SDMX service answered with error ${code}: ${text}`, {details: {code}});
}
