import type {Progress} from "../kernels/ppml/fit.ts";
import type {NativePpml} from "../kernels/ppml/native/module.ts";
import type {SeparationMethod} from "../kernels/ppml/separation.ts";
import type {SmallSampleRule} from "../kernels/ppml/small-sample.ts";
import type {Frame, FrameColumns} from "../store/frame.ts";
import type {covarianceTypes, families} from "./choices.ts";
import type {ChooseOptions} from "./chosen-rows.ts";

/** Data of a gravity model: a CSV or Parquet file, columns in memory, or a frame that is open. */
export type GravityData = string | FrameColumns | Frame;

/** How a gravity model is estimated. */
export interface GravityOptions extends ChooseOptions {
  /** As "trade ~ rta + border | exporter^year + importer^year + pair". */
  readonly formula: string;
  /** "poisson" for PPML, "ols" for least squares; defaults to "poisson". */
  readonly family?: (typeof families)[number];
  /** Ways in which errors are clustered, each as columns joined by ^; defaults to none. */
  readonly clusters?: readonly string[];
  /** Defaults to "clustered" where clusters are given, else "heteroskedastic". */
  readonly vcov?: (typeof covarianceTypes)[number];
  /** Whose small-sample factor is applied; defaults to "fixest". */
  readonly ssc?: SmallSampleRule;
  /** Column of weights; defaults to none. */
  readonly weights?: string;
  /** Column whose coefficient is 1; defaults to none. */
  readonly offset?: string;
  /** Columns of the roles that warnings, dyadic errors and corrections need; default to their names. */
  readonly roles?: Partial<Record<"exporter" | "importer" | "year", string>>;
  /** Level of the intervals; defaults to 0.95. */
  readonly level?: number;
  /** Sums of coefficients to test, as ["rta", "rta_lag4"]; defaults to none. */
  readonly totals?: readonly (readonly string[])[];
  /** Trade elasticity, above 0, by which tariff equivalents are made; defaults to none. */
  readonly elasticity?: number;
  /** Whether to add the RESET test and a test of the variance; defaults to false. */
  readonly tests?: boolean;
  /** How separated rows are looked for; defaults to all ways. With none, levels without trade are still left out. */
  readonly separation?: readonly SeparationMethod[];
  /** Whether to correct the bias of two or three ways of effects; defaults to false. */
  readonly biasCorrection?: boolean;
  /** Draws of a wild score bootstrap over the clusters; defaults to 0, none. */
  readonly bootstrap?: number;
  /** Random splits of a jackknife over halves of the economies; defaults to 0, none. */
  readonly jackknife?: number;
  /** Seed of the splits; defaults to 1. */
  readonly seed?: number;
  /** The passes over rows in WASM; defaults to the module as built. False for the same in plain TypeScript. */
  readonly native?: NativePpml | false;
  /** Told of each step of the estimation. */
  readonly onProgress?: (progress: Progress) => void;
  /** Milliseconds of a clock; defaults to `performance.now`. */
  readonly now?: () => number;
}
