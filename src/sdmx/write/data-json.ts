import {maybeTimePeriod} from "../query/time-period.ts";
import type {Texts} from "../structures.ts";
import {urnOf} from "../urn.ts";
import {
  allDimensions,
  type Cell,
  type Column,
  type DataSetHead,
  type DataWriter,
  type Layout,
  levelsOf,
  type MessageHead,
  nameIn,
  type Row
} from "./layout.ts";

/** Which SDMX-JSON to write. */
export interface JsonWriteOptions {
  readonly version: "1.0.0" | "2.0.0";
  readonly head: MessageHead;
  /** Whether series come with their observations; defaults to true. */
  readonly withObservations?: boolean;
}

/**
 * Writes SDMX-JSON data 1.0 or 2.0. The data sets stand before the structure: values get their indices as they come
 * and are listed at the end, so that nothing but the distinct values is kept. Texts without codes are written in place
 * where 2.0 allows it.
 */
export function makeJsonWriter(layout: Layout, {version, head, withObservations = true}: JsonWriteOptions): DataWriter {
  const {language} = head;
  const indexes = new Map<Column, Index>();
  const indexed = (column: Column) => {
    let index = indexes.get(column);
    if (!index) {
      index = makeIndex();
      indexes.set(column, index);
    }
    return index;
  };
  const {seriesKey, seriesAttributes, observationKey, observationAttributes} = levelsOf(layout);
  const isIndexed = (column: Column) => version === "1.0.0" || column.codes !== undefined;
  const keyIndexes = (columns: readonly Column[]) => columns.map((column) => ({at: column.at, index: indexed(column)}));
  const seriesParts = keyIndexes(seriesKey);
  const observationParts = keyIndexes(observationKey);
  const cellsOf = (columns: readonly Column[]) =>
    columns.map((column) => ({at: column.at, index: isIndexed(column) ? indexed(column) : undefined}));
  const seriesCells = cellsOf(seriesAttributes);
  const observationCells = cellsOf(observationAttributes);
  const measureAt = layout.measures.map(({at}) => at);
  const flat = layout.atObservation === allDimensions;

  let dataSets = 0;
  let lastKey = "";
  let lastRow: Row | undefined;
  let observations = 0;
  let series = 0;

  function keyText(parts: typeof seriesParts, row: Row): string {
    let text = "";
    for (let p = 0; p < parts.length; p++) {
      const {at, index} = parts[p]!;
      text += p === 0 ? index.of(row[at]!) : `:${index.of(row[at]!)}`;
    }
    return text;
  }

  function openSeries(row: Row): string {
    const attributes = cellTexts("", seriesCells, row);
    const open = `${series++ > 0 ? "}}," : ""}"${lastKey}":{`;
    observations = 0;
    return `${open}${attributes === "" ? "" : `"attributes":[${attributes}],`}"observations":{`;
  }

  function observation(row: Row): string {
    let text = `${observations++ > 0 ? "," : ""}"${keyText(observationParts, row)}":[`;
    let values = "";
    for (let m = 0; m < measureAt.length; m++)
      values += m === 0 ? json(row[measureAt[m]!]!) : `,${json(row[measureAt[m]!]!)}`;
    text += cellTexts(values, observationCells, row);
    return `${text}]`;
  }

  return {
    begin: () => `{"meta":${JSON.stringify(metaOf(version, head))},"data":{"dataSets":[`,
    openDataSet(dataSet) {
      lastRow = undefined;
      series = 0;
      observations = 0;
      const facts = JSON.stringify(dataSetOf(version, layout, dataSet)).slice(0, -1);
      return `${dataSets++ > 0 ? "," : ""}${facts},"${flat ? "observations" : "series"}":{`;
    },
    rows(rows) {
      let text = "";
      for (const row of rows) {
        if (!flat && !(lastRow && sameSeries(seriesParts, lastRow, row))) {
          lastKey = keyText(seriesParts, row);
          text += openSeries(row);
        }
        lastRow = row;
        if (withObservations) text += observation(row);
      }
      return text;
    },
    closeDataSet: () => (series > 0 ? "}}}}" : "}}"),
    end() {
      const structure = structureOf(version, layout, indexes, language, dataSets);
      const name = version === "1.0.0" ? '"structure":' : '"structures":';
      return `],${name}${version === "1.0.0" ? JSON.stringify(structure) : JSON.stringify([structure])}}}`;
    }
  };
}

interface Index {
  readonly values: Cell[];
  of(value: Cell): number;
}

function makeIndex(): Index {
  const numbers = new Map<Cell, number>();
  const values: Cell[] = [];
  let last: Cell | undefined;
  let lastNumber = 0;
  return {
    values,
    of(value) {
      if (value === last) return lastNumber;
      let number = numbers.get(value);
      if (number === undefined) {
        number = values.push(value) - 1;
        numbers.set(value, number);
      }
      last = value;
      lastNumber = number;
      return number;
    }
  };
}

function sameSeries(parts: readonly {readonly at: number}[], a: Row, b: Row): boolean {
  for (const {at} of parts) if (a[at] !== b[at]) return false;
  return true;
}

function json(value: Cell): string {
  return typeof value === "number" ? String(value) : value === null ? "null" : JSON.stringify(value);
}

/** The cells after what stands before them; absent ones at the end are left out. */
function cellTexts(before: string, cells: readonly {at: number; index: Index | undefined}[], row: Row): string {
  let last = cells.length - 1;
  while (last >= 0 && row[cells[last]!.at] === null) last--;
  let text = before;
  for (let c = 0; c <= last; c++) {
    const {at, index} = cells[c]!;
    const value = row[at]!;
    if (c > 0 || before !== "") text += ",";
    text += value === null ? "null" : index ? index.of(value) : json(value);
  }
  return text;
}

function metaOf(version: string, {id, prepared, sender, language}: MessageHead): object {
  return {
    schema: `https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/${version === "1.0.0" ? "1.0" : version}/sdmx-json-data-schema.json`,
    id,
    test: false,
    prepared,
    contentLanguages: [language],
    sender: {id: sender.id, name: nameIn(sender.names, language) ?? sender.id, names: sender.names}
  };
}

function dataSetOf(version: string, {flow}: Layout, {action, validFrom, validTo}: DataSetHead): object {
  const links = [{urn: urnOf(flow), rel: "dataflow"}];
  return {
    ...(version === "1.0.0" ? {} : {structure: 0}),
    action: action === "Merge" ? "Append" : action,
    ...(validFrom !== undefined && {validFrom}),
    ...(validTo !== undefined && {validTo}),
    links
  };
}

function structureOf(
  version: JsonWriteOptions["version"],
  layout: Layout,
  indexes: ReadonlyMap<Column, Index>,
  language: string,
  dataSets: number
): object {
  const {flow, structure, dimensions, measures} = layout;
  const {seriesKey, seriesAttributes, observationKey, observationAttributes} = levelsOf(layout);
  const valuesOf = (column: Column) =>
    (indexes.get(column)?.values ?? []).map((value) => listedValue(version, column, value, language));
  const dimension = (column: Column) => ({
    ...named(column.id, column.names, language),
    keyPosition: dimensions.indexOf(column),
    ...(column.isTime && {roles: ["TIME_PERIOD"]}),
    values: valuesOf(column)
  });
  const attribute = (column: Column) => {
    const values = valuesOf(column);
    return {
      ...named(column.id, column.names, language),
      ...(version === "2.0.0" && {isMandatory: column.mandatory}),
      relationship: relationshipOf(version, column, structure.measures[0]?.id ?? "OBS_VALUE"),
      ...((version === "1.0.0" || (column.codes && values.length > 0)) && {values})
    };
  };
  const measure = (column: Column) => ({...named(column.id, column.names, language), isMandatory: column.mandatory});
  const description = nameIn(flow.descriptions, language);
  return {
    ...(version === "2.0.0" && dataSets > 0 && {dataSets: Array.from({length: dataSets}, (_, at) => at)}),
    links: [
      {urn: urnOf(flow), rel: "dataflow"},
      {urn: urnOf(structure), rel: version === "1.0.0" ? "structure" : "datastructure"}
    ],
    name: nameIn(flow.names, language) ?? flow.id,
    names: flow.names,
    ...(description !== undefined && {descriptions: flow.descriptions}),
    dimensions: {
      dataSet: [],
      series: seriesKey.map(dimension),
      observation: observationKey.map(dimension)
    },
    ...(version === "2.0.0" && {measures: {observation: measures.map(measure)}}),
    attributes: {
      dataSet: [],
      series: seriesAttributes.map(attribute),
      observation: observationAttributes.map(attribute)
    }
  };
}

function named(id: string, names: Texts, language: string): {id: string; name: string; names: Texts} {
  return {id, name: nameIn(names, language) ?? id, names};
}

/** In 2.0 "observation" is a word of its own; 1.0 says it by the primary measure. */
function relationshipOf(version: string, {attachment}: Column, primary: string): object {
  if (attachment === "observation") return version === "1.0.0" ? {primaryMeasure: primary} : {observation: {}};
  if (attachment.length > 0) return {dimensions: attachment};
  return version === "1.0.0" ? {none: {}} : {dataflow: {}};
}

function listedValue(version: string, {codes, isTime}: Column, value: Cell, language: string): object | null {
  if (value === null) return null;
  const id = String(value);
  if (isTime) return timeValue(version, id);
  const item = codes?.get(id);
  if (item)
    return {
      ...named(id, item.names, language),
      ...(version === "2.0.0" && item.parent !== undefined && {parent: item.parent})
    };
  if (codes) return {id, name: id};
  return version === "1.0.0" ? {name: id} : {value};
}

/**
 * A period with its first and last moment. Ranges hold a solidus, which ids may not: 2.0 has `value` for them, and 1.0
 * gets the double hyphen that ISO 8601 allows in its place.
 */
function timeValue(version: string, text: string): object {
  const span = maybeTimePeriod(text);
  const ends = span && {start: moment(span.start), end: moment(span.end - 1)};
  if (/^[A-Za-z0-9_@$-]+$/.test(text)) return {id: text, name: text, ...ends};
  return version === "1.0.0"
    ? {id: text.replace("/", "--").replaceAll(/[^A-Za-z0-9_@$-]/g, "_"), name: text, ...ends}
    : {value: text, ...ends};
}

function moment(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
