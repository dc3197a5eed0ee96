/** Texts by language: ISO 639 code → text. */
export type Texts = Readonly<Record<string, string>>;

/** Types of structures by the names that SDMX 3.0 resources have. */
export const structureTypes = [
  "agencyscheme",
  "categorisation",
  "categoryscheme",
  "codelist",
  "conceptscheme",
  "dataconstraint",
  "dataflow",
  "dataproviderscheme",
  "datastructure"
] as const;

export type StructureType = (typeof structureTypes)[number];

/** Names one structure: what every URN and every `Ref` says. */
export interface StructureReference<Type extends StructureType = StructureType> {
  readonly type: Type;
  readonly agency: string;
  readonly id: string;
  readonly version: string;
}

/** Names one item of a scheme; items of nested schemes are joined by dots. */
export interface ItemReference {
  readonly scheme: StructureReference;
  readonly item: string;
}

interface Maintainable<Type extends StructureType> extends StructureReference<Type> {
  readonly names: Texts;
  readonly descriptions?: Texts;
  /** Whether only some of the items are there, because only some were asked for. */
  readonly isPartial?: boolean;
  /** Whether this is a stub, of which the whole stands elsewhere. */
  readonly isExternalReference?: boolean;
  /** Where the whole of a stub is. */
  readonly structureURL?: string;
}

/** A code, concept, agency or provider. */
export interface Item {
  readonly id: string;
  readonly names: Texts;
  readonly descriptions?: Texts;
  /** Id of the item above, within the same scheme. */
  readonly parent?: string;
}

export interface Codelist extends Maintainable<"codelist"> {
  readonly items: readonly Item[];
}

/** What the values of a component are: codes of a list, or text of a type. */
export interface Representation {
  readonly codelist?: StructureReference<"codelist">;
  /** SDMX 2.1 name of the type: String, Double, ObservationalTimePeriod, …; absent for coded components. */
  readonly textType?: string;
}

export interface Concept extends Item {
  readonly representation?: Representation;
}

export interface ConceptScheme extends Maintainable<"conceptscheme"> {
  readonly items: readonly Concept[];
}

export interface AgencyScheme extends Maintainable<"agencyscheme"> {
  readonly items: readonly Item[];
}

export interface DataProviderScheme extends Maintainable<"dataproviderscheme"> {
  readonly items: readonly Item[];
}

export interface Category extends Item {
  readonly children?: readonly Category[];
}

export interface CategoryScheme extends Maintainable<"categoryscheme"> {
  readonly items: readonly Category[];
}

/** What dimensions, measures and attributes have in common. */
export interface Component {
  readonly id: string;
  readonly concept: ItemReference;
  readonly representation?: Representation;
}

export interface Dimension extends Component {
  /** "time" for the time dimension, "measure" for the measure dimension of SDMX 2.1. */
  readonly role: "plain" | "time" | "measure";
}

/** What an attribute is attached to: nothing but the data set, a series (by its dimensions), or the observation. */
export type Attachment = "dataset" | "observation" | {readonly dimensions: readonly string[]};

export interface Attribute extends Component {
  readonly attachment: Attachment;
  readonly mandatory: boolean;
}

export interface Measure extends Component {
  readonly mandatory: boolean;
}

export interface DataStructure extends Maintainable<"datastructure"> {
  /** In the order of keys; the time dimension, where there is one, stands last. */
  readonly dimensions: readonly Dimension[];
  /** The first is the primary measure of SDMX 2.1. */
  readonly measures: readonly Measure[];
  readonly attributes: readonly Attribute[];
}

export interface Dataflow extends Maintainable<"dataflow"> {
  /** Absent on stubs. */
  readonly structure?: StructureReference<"datastructure">;
}

export interface Categorisation extends Maintainable<"categorisation"> {
  readonly source: StructureReference;
  readonly target: ItemReference;
}

/** Values of one component; a time range instead of values for the time dimension. */
export interface KeyValues {
  readonly component: string;
  readonly values: readonly string[];
  readonly timeRange?: {readonly start: string; readonly end: string};
}

export interface DataConstraint extends Maintainable<"dataconstraint"> {
  /** "actual": data that exist; "allowed": data that may exist. */
  readonly role: "actual" | "allowed";
  readonly attachedTo: readonly StructureReference[];
  /** The included region of the cube. */
  readonly region: readonly KeyValues[];
  /** How many series and observations lie in it, where it is known. */
  readonly counts?: {readonly series: number; readonly observations: number};
}

export type Structure =
  | AgencyScheme
  | Categorisation
  | CategoryScheme
  | Codelist
  | ConceptScheme
  | DataConstraint
  | Dataflow
  | DataProviderScheme
  | DataStructure;

/** Everything a structure message holds, in the order of the message. */
export interface StructureMessage {
  readonly structures: readonly Structure[];
}
