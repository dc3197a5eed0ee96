import {z} from "zod";
import {smallSampleRules} from "../kernels/ppml/small-sample.ts";
import {covarianceTypes, families} from "./choices.ts";

/** Codes of what a reader of an estimation should know. */
export const warningCodes = [
  "interval-data",
  "no-domestic-trade",
  "few-clusters",
  "one-cluster",
  "not-converged",
  "no-degrees-of-freedom",
  "all-collinear",
  "ols-zeros",
  "biased-three-way",
  "separation-unfinished"
] as const;

const number = z.number().nullable();
const interval = {low: number, high: number};

/** One coefficient; null where it cannot be told. */
export const coefficientSchema = z.strictObject({
  name: z.string(),
  estimate: z.number(),
  standardError: number,
  /** Estimate over standard error; compared with Student's t where vcov.degreesOfFreedom is a number. */
  z: number,
  p: number,
  /** Interval of the fit's level. */
  ...interval
});

/** A change in per cent, by the delta method. */
export const effectSchema = z.strictObject({
  /** Regressor, or sum of regressors. */
  name: z.string(),
  /** 100 (exp(b) − 1). */
  percent: z.number(),
  standardError: number,
  ...interval
});

/** A statistic and the probability of a larger one if its null holds. */
export const testSchema = z.strictObject({
  name: z.enum(["reset", "variance-proportional-to-mean", "constant-variance"]),
  statistic: number,
  distribution: z.string(),
  p: number,
  /** What holds if the test does not reject. */
  null: z.string()
});

/** A fit of a gravity model: what `concord gravity --json` writes and `fitGravity` returns. */
export const gravityFitSchema = z.strictObject({
  formula: z.string(),
  family: z.enum(families),
  /** What was read, and how rows were made and chosen. */
  data: z.strictObject({
    path: z.string(),
    rows: z.int(),
    chosen: z.int(),
    where: z.string().exactOptional(),
    lets: z.array(z.string())
  }),
  observations: z.int(),
  dropped: z.array(z.strictObject({reason: z.string(), count: z.int()})),
  coefficients: z.array(coefficientSchema),
  /** Regressors that were left out, and why. */
  omitted: z.array(z.strictObject({name: z.string(), reason: z.string()})),
  vcov: z.strictObject({
    type: z.enum(covarianceTypes),
    clusters: z.array(z.strictObject({name: z.string(), count: z.int()})),
    rule: z.enum(smallSampleRules),
    /** The factor of the rule with its numbers. */
    factor: z.string(),
    /** Null where tests use the normal distribution. */
    degreesOfFreedom: z.number().nullable()
  }),
  /** Of the estimates, by rows in the order of the coefficients. */
  covariance: z.array(z.array(number)),
  fixedEffects: z.array(z.strictObject({name: z.string(), levels: z.int()})),
  /** Level of the intervals. */
  level: z.number(),
  deviance: z.number(),
  logLikelihood: z.number(),
  /** Of a model with a constant alone. */
  nullLogLikelihood: z.number(),
  /** 1 − logLikelihood / nullLogLikelihood; null for OLS. */
  pseudoR2: number,
  /** Squared correlation of what is explained and what is fitted. */
  r2: number,
  iterations: z.int(),
  converged: z.boolean(),
  /** Rows of the data, from 1, that no finite estimate fits: all of them have y = 0. */
  separated: z.array(z.int()),
  /** 100 (exp(b) − 1) of regressors that are 0 or 1, and of asked sums. */
  effects: z.array(effectSchema),
  /** Sums of coefficients that were asked for. */
  totals: z.array(coefficientSchema),
  /** 100 (exp(−b / elasticity) − 1): the tariff that would change trade as much. */
  tariffEquivalents: z.array(effectSchema),
  elasticity: z.number().exactOptional(),
  tests: z.array(testSchema),
  /** Analytical correction of the incidental-parameter bias (Weidner and Zylkin 2021). */
  biasCorrection: z
    .strictObject({
      ways: z.union([z.literal(2), z.literal(3)]),
      coefficients: z.array(
        z.strictObject({
          name: z.string(),
          uncorrected: z.number(),
          bias: z.number(),
          corrected: z.number(),
          standardError: number
        })
      )
    })
    .exactOptional(),
  /** Split-panel jackknife over halves of the economies. */
  jackknife: z
    .strictObject({
      splits: z.int(),
      seed: z.int(),
      coefficients: z.array(z.strictObject({name: z.string(), uncorrected: z.number(), corrected: z.number()}))
    })
    .exactOptional(),
  /** Wild score bootstrap of each coefficient against 0, for few clusters. */
  bootstrap: z
    .strictObject({
      draws: z.int(),
      seed: z.int(),
      /** Whether all combinations of signs were taken, so that p does not depend on the seed. */
      exact: z.boolean(),
      coefficients: z.array(z.strictObject({name: z.string(), statistic: number, p: number}))
    })
    .exactOptional(),
  warnings: z.array(
    z.strictObject({
      code: z.enum(warningCodes),
      /** In a sentence, in English; the fields below are what it names. */
      text: z.string(),
      /** The regressor or the column of clusters that it is about. */
      name: z.string().exactOptional(),
      /** How many clusters there are, or rows are lost. */
      count: z.int().exactOptional(),
      /** The shortest and the longest step between years with data. */
      steps: z.tuple([z.int(), z.int()]).exactOptional()
    })
  ),
  seconds: z.number()
});

export type GravityFit = z.infer<typeof gravityFitSchema>;
export type GravityWarning = GravityFit["warnings"][number];
export type Coefficient = z.infer<typeof coefficientSchema>;
export type PercentEffect = z.infer<typeof effectSchema>;
export type FitTest = z.infer<typeof testSchema>;

/** Rows of which no finite estimate exists, with what proves it: what `concord gravity separation --json` writes. */
export const separationSchema = z.strictObject({
  formula: z.string(),
  observations: z.int(),
  dropped: z.array(z.strictObject({reason: z.string(), count: z.int()})),
  separated: z.array(
    z.strictObject({
      /** Row of the data, from 1. */
      row: z.int(),
      by: z.enum(["fixed-effects", "regressors"]),
      /** Value of the certificate: zero wherever trade is above zero, never below zero, above zero here and at most 1; null where a level with no trade is the reason. */
      z: number,
      /** Level of which all trade is zero, as "pair = ABW^AFG"; absent where regressors separate. */
      level: z.string().exactOptional()
    })
  ),
  /** How many of these each stage found: levels without trade, open combinations looked through, iterative rectifier. */
  stages: z.strictObject({fe: z.int(), simplex: z.int(), relu: z.int()}),
  /** Coefficients of the regressors in z; effects make the rest of it. */
  combination: z.array(z.strictObject({name: z.string(), coefficient: z.number()})),
  /** Largest size of z on rows that should have 0, its largest value being 1: rounding. */
  certificateError: z.number(),
  /** Whether it is settled that no further row is separated. */
  complete: z.boolean()
});

export type GravitySeparation = z.infer<typeof separationSchema>;
