import {urnOf} from "../urn.ts";
import {makeXmlCells, xmlText} from "../xml/xml-text.ts";
import {
  allDimensions,
  type Column,
  type DataSetHead,
  type DataWriter,
  type Layout,
  levelsOf,
  type MessageHead,
  type Row
} from "./layout.ts";

/** Which SDMX-ML to write. */
export interface XmlWriteOptions {
  readonly format: "generic-2.1" | "specific-2.1" | "specific-3.0";
  /** Whether to use the time series form of 2.1, which says by its root that observations are periods. */
  readonly timeSeries?: boolean;
  readonly head: MessageHead;
  /** Whether series come with their observations; defaults to true. */
  readonly withObservations?: boolean;
}

/** Namespaces of SDMX-ML by version. */
export function namespaceOf(version: "2.1" | "3.0", part: string): string {
  return `http://www.sdmx.org/resources/sdmxml/schemas/v${version.replace(".", "_")}/${part}`;
}

/** Namespace of a structure-specific data set, and of the schema that says what it may hold. */
export function specificNamespace({flow, atObservation}: Layout): string {
  return `${urnOf(flow)}:ObsLevelDim:${atObservation}`;
}

const structureId = "S";

/** Writes SDMX-ML data: generic or structure-specific 2.1, or structure-specific 3.0. */
export function makeXmlWriter(
  layout: Layout,
  {format, timeSeries = false, head, withObservations = true}: XmlWriteOptions
): DataWriter {
  const version = format === "specific-3.0" ? "3.0" : "2.1";
  const generic = format === "generic-2.1";
  const root = `${generic ? "Generic" : "StructureSpecific"}${timeSeries ? "TimeSeries" : ""}Data`;
  const body = generic ? makeGenericBody(layout) : makeSpecificBody(layout);
  const {seriesKey} = levelsOf(layout);
  const flat = layout.atObservation === allDimensions;
  let last: Row | undefined;

  return {
    begin() {
      last = undefined;
      const spaces = [
        ["mes", namespaceOf(version, "message")],
        ["com", namespaceOf(version, "common")],
        generic
          ? ["gen", namespaceOf(version, "data/generic")]
          : ["ss", namespaceOf(version, "data/structurespecific")],
        ["xsi", "http://www.w3.org/2001/XMLSchema-instance"],
        ...(generic ? [] : [["ns1", specificNamespace(layout)]])
      ].map(([prefix, uri]) => ` xmlns:${prefix}="${xmlText(uri!)}"`);
      return `<?xml version="1.0" encoding="UTF-8"?>\n<mes:${root}${spaces.join("")}>${headerOf(layout, version, generic, head)}`;
    },
    openDataSet(dataSet) {
      last = undefined;
      return `<mes:DataSet${dataSetAttributes(dataSet, version, generic, timeSeries)}>`;
    },
    rows(rows) {
      let text = "";
      for (const row of rows) {
        if (!flat && !(last && seriesKey.every(({at}) => last![at] === row[at])))
          text += (last ? body.closeSeries : "") + body.openSeries(row);
        last = row;
        if (withObservations) text += body.observation(row);
      }
      return text;
    },
    closeDataSet: () => `${last && !flat ? body.closeSeries : ""}</mes:DataSet>\n`,
    end: () => `</mes:${root}>\n`
  };
}

/** The header that all messages begin with, without its last parts. */
export function headerStart({id, prepared, sender}: MessageHead): string {
  const names = Object.entries(sender.names).map(
    ([language, name]) => `<com:Name xml:lang="${language}">${xmlText(name)}</com:Name>`
  );
  return `<mes:ID>${xmlText(id)}</mes:ID><mes:Test>false</mes:Test><mes:Prepared>${prepared}</mes:Prepared><mes:Sender id="${xmlText(sender.id)}">${names.join("")}</mes:Sender>`;
}

function headerOf(layout: Layout, version: "2.1" | "3.0", generic: boolean, head: MessageHead): string {
  const {flow, atObservation} = layout;
  const usage =
    version === "3.0"
      ? `<com:StructureUsage>${xmlText(urnOf(flow))}</com:StructureUsage>`
      : `<com:StructureUsage><Ref agencyID="${flow.agency}" id="${flow.id}" version="${flow.version}"/></com:StructureUsage>`;
  const namespace = generic ? "" : ` namespace="${xmlText(specificNamespace(layout))}"`;
  return `<mes:Header>${headerStart(head)}<mes:Structure structureID="${structureId}"${namespace} dimensionAtObservation="${atObservation}">${usage}</mes:Structure></mes:Header>\n`;
}

function dataSetAttributes(head: DataSetHead, version: "2.1" | "3.0", generic: boolean, timeSeries: boolean): string {
  const prefix = generic ? "" : "ss:";
  // 2.1 has no "Merge"; in 3.0 it took the place of "Append".
  const action =
    version === "3.0"
      ? head.action === "Append"
        ? "Merge"
        : head.action
      : head.action === "Merge"
        ? "Append"
        : head.action;
  const type = generic ? "" : ` xsi:type="ns1:${timeSeries ? "TimeSeriesDataSetType" : "DataSetType"}"`;
  const scope = version === "2.1" && !generic ? ' ss:dataScope="DataStructure"' : "";
  const from = head.validFrom === undefined ? "" : ` ${prefix}validFromDate="${head.validFrom}"`;
  const to = head.validTo === undefined ? "" : ` ${prefix}validToDate="${head.validTo}"`;
  return `${type} ${prefix}structureRef="${structureId}"${scope} ${prefix}action="${action}"${from}${to}`;
}

interface Body {
  openSeries(row: Row): string;
  readonly closeSeries: string;
  observation(row: Row): string;
}

function makeGenericBody(layout: Layout): Body {
  const {seriesKey, seriesAttributes, observationKey, observationAttributes} = levelsOf(layout);
  const text = makeXmlCells();
  const flat = layout.atObservation === allDimensions;
  const measure = layout.measures[0];
  const values = (columns: readonly Column[], row: Row) => {
    let all = "";
    for (const {id, at} of columns) {
      const value = row[at]!;
      if (value !== null) all += `<gen:Value id="${id}" value="${text(value)}"/>`;
    }
    return all;
  };
  const attributesOf = (columns: readonly Column[], row: Row) => {
    const all = values(columns, row);
    return all === "" ? "" : `<gen:Attributes>${all}</gen:Attributes>`;
  };
  return {
    openSeries: (row) =>
      `<gen:Series><gen:SeriesKey>${values(seriesKey, row)}</gen:SeriesKey>${attributesOf(seriesAttributes, row)}`,
    closeSeries: "</gen:Series>\n",
    observation(row) {
      const key = flat
        ? `<gen:ObsKey>${values(observationKey, row)}</gen:ObsKey>`
        : `<gen:ObsDimension value="${text(row[observationKey[0]!.at]!)}"/>`;
      const value = measure && row[measure.at];
      const observed = value === null || value === undefined ? "" : `<gen:ObsValue value="${text(value)}"/>`;
      return `<gen:Obs>${key}${observed}${attributesOf(observationAttributes, row)}</gen:Obs>`;
    }
  };
}

function makeSpecificBody({measures, ...layout}: Layout): Body {
  const {seriesKey, seriesAttributes, observationKey, observationAttributes} = levelsOf({measures, ...layout});
  const text = makeXmlCells();
  const attributes = (columns: readonly Column[]) => {
    const parts = columns.map(({id, at}) => ({before: ` ${id}="`, at}));
    return (row: Row) => {
      let all = "";
      for (const {before, at} of parts) {
        const value = row[at]!;
        if (value !== null) all += `${before}${text(value)}"`;
      }
      return all;
    };
  };
  const series = attributes([...seriesKey, ...seriesAttributes]);
  const observation = attributes([...observationKey, ...measures, ...observationAttributes]);
  return {
    openSeries: (row) => `<Series${series(row)}>`,
    closeSeries: "</Series>\n",
    observation: (row) => `<Obs${observation(row)}/>`
  };
}
