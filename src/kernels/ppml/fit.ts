import type {Design} from "./design.ts";
import type {KeptRows} from "./keep-rows.ts";

/** Sums of scores by cluster. */
export interface ClusterScores {
  /** Cluster of each row of the problem. */
  readonly codes: Int32Array;
  /** A column for each regressor, by code. */
  readonly sums: readonly Float64Array[];
  /** Clusters that have rows in the fit. */
  readonly count: number;
}

/** What covariances, biases and predictions are made from. Columns by row may be made when they are first asked for. */
export interface Fit {
  readonly family: "poisson" | "gaussian";
  /** Rows that are used. */
  readonly observations: number;
  readonly keptRows: KeptRows;
  /** Levels of each of the problem's effects that have rows in the fit. */
  readonly levels: readonly number[];
  readonly design: Design;
  /** A coefficient for each regressor; 0 where it is collinear. */
  readonly beta: Float64Array;
  /** 1 for regressors that the fixed effects or earlier regressors already say. */
  readonly collinear: Uint8Array;
  /** Regressors with all effects taken out, rows in the order of the design; of collinear ones too. */
  readonly partialled: readonly Float64Array[];
  /** Inverse of Σ w x̃ x̃ᵀ, p × p by rows. */
  readonly bread: Float64Array;
  /** Weight of each row: of Poisson models the fitted mean times the row's weight. */
  readonly w: Float64Array;
  /** Fitted mean of each row. */
  readonly mu: Float64Array;
  /** y − mu, times the row's weight: what scores are made of. */
  readonly residual: Float64Array;
  /** Coefficient of each level of the iterated effects, by their starts in the design. */
  readonly effects: Float64Array;
  /** Coefficient of each group of the exact effect. */
  readonly groupEffects: Float64Array;
  /** Sums of scores that were asked for. */
  readonly clusterScores: readonly ClusterScores[];
  /** Squared correlation of y and the fitted means. */
  readonly squaredCorrelation: number;
  readonly deviance: number;
  readonly logLikelihood: number;
  /** Of a model with a constant alone. */
  readonly nullLogLikelihood: number;
  /** Newton steps; 1 for linear models. */
  readonly iterations: number;
  /** Conjugate-gradient steps in all. */
  readonly innerIterations: number;
  readonly converged: boolean;
}

/** One step of an estimation, for people who wait. */
export interface Progress {
  readonly iteration: number;
  /** Largest change of a coefficient, relative. */
  readonly change: number;
  readonly innerIterations: number;
}

/** How an estimation runs. */
export interface FitOptions {
  /** Drops rows that are alone in a level; defaults to false, as it changes no estimate. */
  readonly singletons?: boolean;
  /** Rows of the problem that are left out, as those that separate must be; defaults to none. */
  readonly leftOut?: ArrayLike<number>;
  /** Clusters by row of the problem, whose sums of scores are kept with the fit: cheaper than made of its rows later. */
  readonly clusters?: readonly Int32Array[];
  /** Relative error of coefficients that is aimed at before a last step squares it; defaults to 1e-6. */
  readonly tolerance?: number;
  /** Relative error of regressors with the effects taken out; defaults to 1e-8. */
  readonly partialTolerance?: number;
  /** Most Newton steps; defaults to 60. */
  readonly most?: number;
  /** Told of each step. */
  readonly onProgress?: (progress: Progress) => void;
}
