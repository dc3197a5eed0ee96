import {z} from "zod";
import type {EnergyMarket} from "./energy.ts";
import type {Figure} from "./figure.ts";
import type {Register} from "./register.ts";
import {partialDateSchema, type Source} from "./source.ts";

/** What an indicator of a pack is called, and the words that mean it in running text. */
export const indicatorSchema = z.strictObject({
  id: z.string().min(1),
  names: z.record(z.string(), z.string()),
  /** Phrases that mean it, matched by stem; added to the built-in words. */
  terms: z.record(z.string(), z.array(z.string())).exactOptional(),
  /** What one figure of the indicator counts, when claims often leave it open. */
  note: z.string().exactOptional()
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** Front matter of a pack's document, and what else is known of it. */
export interface PackDocument {
  /** Path below the pack's folder. */
  readonly path: string;
  readonly text: string;
}

/** A market of energy of a pack. */
export interface PackMarket {
  /** Path below the pack's folder. */
  readonly path: string;
  readonly market: EnergyMarket;
}

/** The `concord` member of `datapackage.json`: what a pack says beyond the Data Package standard. */
export const packProfileSchema = z.strictObject({
  /** Economies or blocs that the pack is about; a text that names none is read as being about these. */
  economies: z.array(z.string()).min(1),
  /** The pack's title in further languages, by ISO 639 code. */
  titles: z.record(z.string(), z.string().min(1)).exactOptional(),
  /** Document that `concord start` and the brief check; a path below the pack's folder. */
  document: z.string().exactOptional(),
  indicators: z.array(indicatorSchema).exactOptional(),
  /** The day to which the pack's records reach. */
  recordedTo: partialDateSchema.exactOptional()
});
export type PackProfile = z.infer<typeof packProfileSchema>;

/** A pack as it is in memory: everything read and valid. */
export interface Pack {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly licence: string;
  readonly profile: PackProfile;
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly register: Register;
  readonly documents: readonly PackDocument[];
  /** Markets of energy; absent where there are none. */
  readonly markets?: readonly PackMarket[];
}

/** What a question may know: the figures, sources and register of one or more packs up to one day. */
export interface Knowledge {
  /** The day up to which `figures` and assertions were public; ISO date. */
  readonly asOf: string;
  readonly profile: PackProfile;
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly register: Register;
}
