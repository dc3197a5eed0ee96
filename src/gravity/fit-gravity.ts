import {ConcordError} from "../base/errors.ts";
import type {Fit} from "../kernels/ppml/fit.ts";
import {sharedPpml} from "../runtime/shared-ppml.ts";
import {type Frame, type FrameColumns, frameOf, openFrame} from "../store/frame.ts";
import {biasCorrection} from "./bias-correction.ts";
import {bootstrap} from "./bootstrap.ts";
import {type ChooseOptions, type ChosenRows, chooseRows} from "./chosen-rows.ts";
import {type DeltaFit, finite, percentEffect, tariffEquivalent, tested, totalOf} from "./delta.ts";
import {covarianceOf, type Estimated, estimate, problemOptions} from "./estimate.ts";
import {type Formula, parseFormula} from "./formula.ts";
import {columnHint} from "./known-columns.ts";
import type {GravityData, GravityOptions} from "./options.ts";
import type {GravityFit} from "./output.ts";
import {type GravityProblem, readProblem} from "./read-problem.ts";
import {fitTests} from "./specification-tests.ts";
import {jackknife} from "./split-panel.ts";
import {warningsOf} from "./warnings.ts";

/** A fit with what further questions are asked of: effects, predictions, trade costs. */
export interface FittedGravity {
  readonly result: GravityFit;
  readonly problem: GravityProblem;
  readonly fit: Fit;
}

/** Estimates a gravity model; see `gravityFitSchema` for what is returned. */
export async function fitGravity(data: GravityData, options: GravityOptions): Promise<GravityFit> {
  return (await estimateGravity(data, options)).result;
}

/** Estimates a gravity model and keeps its arrays. */
export async function estimateGravity(data: GravityData, options: GravityOptions): Promise<FittedGravity> {
  const {now = () => performance.now()} = options;
  const formula = parseFormula(options.formula);
  const native = options.native ?? (await sharedPpml());
  const resolved = {...options, ...(native && {native})};
  return withRows(data, options, async (frame, rows) => {
    const started = now();
    const read = await readProblem(frame, rows, formula, problemOptions(options));
    const estimated = estimate(read, resolved);
    const result = describe(frame, rows, formula, estimated, resolved);
    return {...estimated, result: {...result, seconds: (now() - started) / 1000}};
  });
}

/** Opens data, chooses rows, and gives both back when the work is done. */
export async function withRows<T>(
  data: GravityData,
  options: ChooseOptions,
  work: (frame: Frame, rows: ChosenRows) => Promise<T>
): Promise<T> {
  const isOpen = typeof data === "object" && "engine" in data && "close" in data;
  const frame = isOpen
    ? (data as Frame)
    : typeof data === "string"
      ? await openFrame(data)
      : await frameOf(data as FrameColumns);
  try {
    const rows = await chooseRows(frame, options);
    return await work(frame, rows).finally(() => rows.drop());
  } finally {
    if (!isOpen) frame.close();
  }
}

type Described = Omit<GravityFit, "seconds">;

function describe(
  frame: Frame,
  rows: ChosenRows,
  formula: Formula,
  estimated: Estimated,
  options: GravityOptions
): Described {
  const {problem, fit, separated, dropped} = estimated;
  const {family = "poisson", level = 0.95, lets = [], where} = options;
  const kernels = options.native ? {native: options.native} : {};
  const {type, ssc, small, matrix, counts} = covarianceOf(estimated, options);
  const p = problem.names.length;
  const told = problem.names.map((name, k) => ({name, k})).filter(({k}) => !fit.collinear[k]);
  const freedom = Number.isFinite(small.degreesOfFreedom) ? small.degreesOfFreedom : null;
  const coefficients = told.map(({name, k}) =>
    tested(name, fit.beta[k]!, Math.sqrt(matrix[k * p + k]!), freedom, level)
  );
  const clusterNames =
    type === "clustered" ? problem.clusters.map(({name}) => name) : type === "dyadic" ? ["economy"] : [];
  const vcov = {
    type,
    clusters: clusterNames.map((name, index) => ({name, count: counts[index]!})),
    rule: ssc,
    factor: small.text,
    degreesOfFreedom: freedom
  };
  const covariance = told.map(({k}) => told.map(({k: l}) => finite(matrix[k * p + l]!)));
  const delta: DeltaFit = {coefficients, covariance, vcov};
  const totals = (options.totals ?? []).map((names) => {
    names.forEach(
      (name) =>
        void checkName(
          name,
          coefficients.map((one) => one.name)
        )
    );
    return names;
  });
  const switches = told
    .filter(({name, k}) => name !== "(Intercept)" && isSwitch(problem.problem.x[k]!))
    .map(({name}) => [name]);
  const changed = family === "poisson" || isLogarithm(formula) ? [...switches, ...totals] : [];
  const {elasticity} = options;
  if (elasticity !== undefined && !(elasticity > 0))
    throw new ConcordError("invalid_query", `Found elasticity ${elasticity}, wanted a number above 0`);
  const result: Omit<Described, "warnings"> = {
    formula: formula.text,
    family,
    data: {
      path: frame.path,
      rows: frame.rowCount,
      chosen: rows.count,
      ...(where !== undefined && {where}),
      lets: [...lets]
    },
    observations: fit.observations,
    dropped: [...dropped],
    coefficients,
    omitted: problem.names.filter((_, k) => fit.collinear[k]).map((name) => ({name, reason: reasonOf(problem)})),
    vcov,
    covariance,
    fixedEffects: problem.effects.map(({name}, f) => ({name, levels: fit.levels[f]!})),
    level,
    deviance: fit.deviance,
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: fit.nullLogLikelihood,
    pseudoR2: family === "poisson" ? finite(1 - fit.logLikelihood / fit.nullLogLikelihood) : null,
    r2: finite(fit.squaredCorrelation),
    iterations: fit.iterations,
    converged: fit.converged,
    separated: [...separated],
    effects: changed.map((names) => percentEffect(delta, names, level)),
    totals: totals.map((names) => totalOf(delta, names, level)),
    ...(elasticity !== undefined && {elasticity}),
    tariffEquivalents:
      elasticity === undefined ? [] : changed.map((names) => tariffEquivalent(delta, names, {elasticity, level})),
    tests: options.tests ? fitTests(estimated, options) : [],
    ...(options.biasCorrection && {biasCorrection: biasCorrection(problem, fit, options.native || undefined)}),
    ...(options.bootstrap && {
      bootstrap: bootstrap(problem, fit, {draws: options.bootstrap, seed: options.seed ?? 1, kernels})
    }),
    ...(options.jackknife && {
      jackknife: jackknife(problem, fit, {splits: options.jackknife, seed: options.seed ?? 1, family, kernels})
    })
  };
  return {...result, warnings: warningsOf(result, estimated, small, formula)};
}

function checkName(name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  throw new ConcordError("invalid_query", `Total: found "${name}", wanted coefficients of the model`, {
    details: {hint: columnHint(name, names)}
  });
}

function reasonOf({effects}: GravityProblem): string {
  return effects.length > 0
    ? "collinear with fixed effects or earlier regressors"
    : "collinear with earlier regressors";
}

function isSwitch(values: Float64Array): boolean {
  return values.every((value) => value === 0 || value === 1);
}

function isLogarithm({response}: Formula): boolean {
  return response.kind === "call"
    ? ["log", "ln"].includes(response.name)
    : response.kind === "column" && /^(ln|log)_/i.test(response.name);
}
