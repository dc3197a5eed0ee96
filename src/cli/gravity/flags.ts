import type {Language} from "../../base/label.ts";
import type {covarianceTypes, families} from "../../gravity/choices.ts";
import type {SeparationMethod} from "../../kernels/ppml/separation.ts";
import type {SmallSampleRule} from "../../kernels/ppml/small-sample.ts";
import type {ColorMode} from "../terminal/style.ts";

/** How data are opened and rows chosen. */
export interface RowFlags {
  readonly where?: string;
  readonly let?: readonly string[];
  readonly asOf?: string;
  readonly store?: string;
  readonly language: Language;
  readonly color: ColorMode;
  readonly json?: boolean;
}

/** Options of `concord gravity DATA`. */
export interface FitFlags extends RowFlags {
  readonly formula: readonly string[];
  readonly cluster?: readonly string[];
  readonly vcov?: (typeof covarianceTypes)[number];
  readonly ssc: SmallSampleRule;
  readonly family?: readonly (typeof families)[number][];
  readonly weights?: string;
  readonly offset?: string;
  readonly total?: readonly (readonly string[])[];
  readonly elasticity?: number;
  readonly separation?: readonly SeparationMethod[];
  readonly tests?: boolean;
  readonly biasCorrection?: boolean;
  readonly bootstrap?: number;
  readonly jackknife?: number;
  readonly seed?: number;
  readonly level?: number;
  readonly exporter?: string;
  readonly importer?: string;
  readonly year?: string;
  readonly csv?: boolean;
  readonly latex?: boolean;
  readonly markdown?: boolean;
  readonly stars?: boolean;
  readonly plot?: string;
  readonly predictions?: string;
  readonly fixedEffects?: string;
  readonly tradeCosts?: string;
  /** A year, or "all"; the last one without. */
  readonly tradeCostsYear?: string;
  readonly figures?: string;
}

/** Options of `concord gravity separation`. */
export interface SeparationFlags extends RowFlags {
  readonly formula: string;
  readonly separation?: readonly SeparationMethod[];
}

/** Options of `concord gravity recipes`. */
export type RecipesFlags = Pick<RowFlags, "language" | "color" | "json">;
