import type {Action} from "../records.ts";
import type {Codelist, Dataflow, DataStructure, Item, Texts} from "../structures.ts";

/** A value of an observation: a code, a text, a number, or null where there is none. */
export type Cell = string | number | null;

/** One observation: the values of all components of its data structure, dimensions first, then measures, then attributes. */
export type Row = readonly Cell[];

/** One component as a message presents it. */
export interface Column {
  readonly id: string;
  /** Index of its value in a row. */
  readonly at: number;
  readonly names: Texts;
  /** Names of the codes; absent for components without codes. */
  readonly codes?: ReadonlyMap<string, Item>;
  readonly isTime: boolean;
  /** Dimensions that an attribute depends on; "observation" for all of them. */
  readonly attachment: readonly string[] | "observation";
  readonly mandatory: boolean;
}

/** Value of `atObservation` for messages without series. */
export const allDimensions = "AllDimensions";

/** What a data message is made of, and how. */
export interface Layout {
  readonly flow: Dataflow;
  readonly structure: DataStructure;
  /** Every dimension in key order. */
  readonly dimensions: readonly Column[];
  readonly measures: readonly Column[];
  readonly attributes: readonly Column[];
  /** Dimension that tells the observations of a series apart, or "AllDimensions". */
  readonly atObservation: string;
}

/** What a layout is made from. */
export interface LayoutOptions {
  readonly flow: Dataflow;
  readonly structure: DataStructure;
  readonly codelists: readonly Codelist[];
  /** Names of the concepts by id. */
  readonly concepts: ReadonlyMap<string, Texts>;
  /** Defaults to the time dimension, else to none. */
  readonly atObservation?: string;
  /** Ids of the measures that are wanted; defaults to all. */
  readonly measures?: (id: string) => boolean;
  /** Attributes that are wanted; defaults to all. */
  readonly attributes?: (attribute: DataStructure["attributes"][number]) => boolean;
  /** Whether the format knows several measures, as those of 3.0 do; where not, all but the first become attributes. */
  readonly severalMeasures: boolean;
}

/** Says which component stands where. */
export function makeLayout(options: LayoutOptions): Layout {
  const {flow, structure, concepts, severalMeasures} = options;
  const {measures: isMeasure = () => true, attributes: isAttribute = () => true} = options;
  const codelists = new Map(options.codelists.map((list) => [list.id, list]));
  const plain = structure.dimensions.map(({id}) => id);
  const column = (
    component: DataStructure["dimensions"][number] | DataStructure["measures"][number],
    at: number,
    attachment: Column["attachment"]
  ): Column => {
    const list = codelists.get(component.representation?.codelist?.id ?? "");
    return {
      id: component.id,
      at,
      names: concepts.get(component.id) ?? {en: component.id},
      ...(list && {codes: codesOf(list)}),
      isTime: "role" in component && component.role === "time",
      attachment,
      mandatory: "mandatory" in component && component.mandatory
    };
  };
  const d = structure.dimensions.length;
  const m = structure.measures.length;
  const dimensions = structure.dimensions.map((one, at) => column(one, at, [one.id]));
  const measures = structure.measures
    .map((one, at) => column(one, d + at, "observation"))
    .filter(({id}) => isMeasure(id));
  const attributes = structure.attributes
    .map((one, at) => ({one, at: d + m + at}))
    .filter(({one}) => isAttribute(one))
    .map(({one, at}) => {
      const {attachment} = one;
      return column(
        one,
        at,
        attachment === "observation" ? attachment : attachment === "dataset" ? [] : attachment.dimensions
      );
    });
  const primary = structure.measures[0]?.id;
  const extra = severalMeasures ? [] : measures.filter(({id}) => id !== primary);
  return {
    flow,
    structure,
    dimensions,
    measures: severalMeasures ? measures : measures.filter(({id}) => id === primary),
    attributes: [...extra, ...attributes],
    atObservation: options.atObservation ?? plain.find((_, at) => dimensions[at]!.isTime) ?? allDimensions
  };
}

const codeMaps = new WeakMap<Codelist, ReadonlyMap<string, Item>>();

function codesOf(list: Codelist): ReadonlyMap<string, Item> {
  let codes = codeMaps.get(list);
  if (!codes) {
    codes = new Map(list.items.map((item) => [item.id, item]));
    codeMaps.set(list, codes);
  }
  return codes;
}

/** The columns of each level: what a series holds, and what its observations hold. */
export interface Levels {
  readonly seriesKey: readonly Column[];
  readonly seriesAttributes: readonly Column[];
  readonly observationKey: readonly Column[];
  readonly observationAttributes: readonly Column[];
}

/** Parts the columns of a layout by level; everything is at the observation in messages without series. */
export function levelsOf({dimensions, attributes, atObservation}: Layout): Levels {
  const flat = atObservation === allDimensions;
  const isSeries = ({attachment}: Column) =>
    !flat && attachment !== "observation" && !attachment.includes(atObservation);
  return {
    seriesKey: flat ? [] : dimensions.filter(({id}) => id !== atObservation),
    seriesAttributes: attributes.filter(isSeries),
    observationKey: flat ? dimensions : dimensions.filter(({id}) => id === atObservation),
    observationAttributes: attributes.filter((one) => !isSeries(one))
  };
}

/** What a message says of one of its data sets. */
export interface DataSetHead {
  readonly action: Action;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** What a message says of itself. */
export interface MessageHead {
  /** Unique name of the message: letters, digits, "-", "_". */
  readonly id: string;
  /** When it was made, in ISO 8601. */
  readonly prepared: string;
  readonly sender: {readonly id: string; readonly names: Texts};
  /** Language of the names in formats that have room for one, and first choice in others. */
  readonly language: string;
}

/** Turns observations into text. Rows of one series must follow each other. */
export interface DataWriter {
  begin(): string;
  openDataSet(head: DataSetHead): string;
  rows(rows: readonly Row[]): string;
  closeDataSet(): string;
  end(): string;
}

/** A data set to write. */
export interface OutgoingDataSet {
  readonly head: DataSetHead;
  /** Rows in batches. */
  readonly batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
}

/** Writes data sets one batch at a time, so that memory does not grow with their length. */
export async function* writeDataSets(
  writer: DataWriter,
  dataSets: AsyncIterable<OutgoingDataSet> | Iterable<OutgoingDataSet>
): AsyncGenerator<string> {
  yield writer.begin();
  for await (const {head, batches} of dataSets) {
    yield writer.openDataSet(head);
    for await (const rows of batches) if (rows.length > 0) yield writer.rows(rows);
    yield writer.closeDataSet();
  }
  yield writer.end();
}

/** Name in a language, else in English, else in any. */
export function nameIn(names: Texts | undefined, language: string): string | undefined {
  return names?.[language] ?? names?.en ?? Object.values(names ?? {})[0];
}
