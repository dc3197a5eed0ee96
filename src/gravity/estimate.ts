import {ConcordError} from "../base/errors.ts";
import {type CovarianceType, covariance} from "../kernels/ppml/covariance.ts";
import type {Fit} from "../kernels/ppml/fit.ts";
import {fitLinear} from "../kernels/ppml/fit-linear.ts";
import {fitPoisson, type PoissonOptions} from "../kernels/ppml/fit-poisson.ts";
import {fitReweighted} from "../kernels/ppml/fit-reweighted.ts";
import type {Problem} from "../kernels/ppml/problem.ts";
import {findSeparation, type Separation, separationMethods} from "../kernels/ppml/separation.ts";
import {smallSample} from "../kernels/ppml/small-sample.ts";
import type {covarianceTypes} from "./choices.ts";
import type {GravityOptions} from "./options.ts";
import type {Dropped, GravityProblem} from "./read-problem.ts";
import {withoutRows} from "./sub-problem.ts";

/** What of the options a problem is read by. */
export function problemOptions({family = "poisson", clusters = [], weights, offset, roles}: GravityOptions) {
  return {
    family: family === "ols" ? ("gaussian" as const) : family,
    clusters,
    ...(weights !== undefined && {weights}),
    ...(offset !== undefined && {offset}),
    roles: {exporter: "exporter", importer: "importer", year: "year", ...roles}
  };
}

/** A fit with what was left out for it. */
export interface Estimated {
  readonly problem: GravityProblem;
  readonly fit: Fit;
  readonly separated: readonly number[];
  readonly dropped: readonly Dropped[];
  /** Whether the search for separated rows came to an end. */
  readonly isSearched: boolean;
}

/** Drops what has no estimate and estimates the rest. */
export function estimate(read: GravityProblem, options: GravityOptions): Estimated {
  const {family = "poisson", onProgress, native} = options;
  const singletons = options.ssc === "ppmlhdfe";
  const fitOptions = {singletons, ...(onProgress && {onProgress}), ...(native && {native})};
  if (family === "ols") {
    const fit = fitLinear(read.problem, fitOptions);
    return {
      problem: read,
      fit,
      separated: [],
      dropped: [...read.dropped, ...lonely(fit.keptRows.singletons)],
      isSearched: true
    };
  }
  const {rows} = read;
  const found = separationOf(read, options);
  // Rows of levels without trade are dropped by the fit itself: a copy of all others is made only for the rest.
  const out = new Set(found.rows.filter((_, at) => !Number.isNaN(found.certificate[at]!)));
  const problem = withoutRows(read, (row) => out.has(row));
  if (!problem.problem.y.some((value) => value > 0)) throw noTrade(read);
  const fit = fitMeans(problem.problem, {...fitOptions, clusters: clustersOf(problem, options)});
  const zeros = fit.keptRows.zeroGroups;
  const byRegressors = found.bySimplex + found.byRectifier;
  return {
    problem,
    fit,
    separated: Array.from(found.rows, (row) => rows[row]!).sort((a, b) => a - b),
    dropped: [
      ...read.dropped,
      ...(zeros > 0 ? [{reason: "all zero in a level of a fixed effect", count: zeros}] : []),
      ...(byRegressors > 0 ? [{reason: "separated by regressors", count: byRegressors}] : []),
      ...lonely(fit.keptRows.singletons)
    ],
    isSearched: found.converged
  };
}

/** Rows that no finite estimate fits, as far as they are asked for. */
function separationOf(
  {problem}: GravityProblem,
  {separation = separationMethods, native}: GravityOptions
): Pick<Separation, "rows" | "certificate" | "bySimplex" | "byRectifier" | "converged"> {
  if (separation.length === 0)
    return {rows: new Int32Array(0), certificate: new Float64Array(0), bySimplex: 0, byRectifier: 0, converged: true};
  const found = findSeparation(problem, {methods: separation, ...(native && {native})});
  const isAsked = separation.includes("simplex") || separation.includes("relu");
  return {...found, converged: found.converged || !isAsked};
}

/** Clusters whose scores the covariance will ask for. */
function clustersOf({clusters}: GravityProblem, {vcov = "clustered"}: GravityOptions): Int32Array[] {
  return vcov === "clustered" && clusters.length === 1 ? clusters.map(({codes}) => codes) : [];
}

/** Estimates by the fast way, and by the sturdy one where the fast one does not arrive. */
export function fitMeans(problem: Problem, options: PoissonOptions = {}): Fit {
  const fit = fitPoisson(problem, options);
  const isFit = fit.converged && Number.isFinite(fit.deviance);
  return isFit || !problem.effects.some(({slope}) => !slope) || problem.x.length === 0
    ? fit
    : fitReweighted(problem, options);
}

function lonely(count: number): Dropped[] {
  return count > 0 ? [{reason: "alone in a level of a fixed effect", count}] : [];
}

function noTrade({rows}: GravityProblem): ConcordError {
  return new ConcordError(
    "bad_data",
    `Found no row of ${rows.length} that an estimate exists for, wanted at least one`
  );
}

/** The covariance that was asked for, with its small-sample factor applied. */
export function covarianceOf({problem, fit}: Pick<Estimated, "problem" | "fit">, options: GravityOptions) {
  const {clusters = [], ssc = "fixest"} = options;
  const type = options.vcov ?? (clusters.length > 0 ? "clustered" : "heteroskedastic");
  const kind = kindOf(type, problem);
  const {matrix, clusters: counts} = covariance(fit, kind);
  const small = smallSample(ssc, {fit, effects: problem.problem.effects, kind, clusters: counts});
  return {type, ssc, small, matrix: matrix.map((value) => value * small.factor), counts};
}

function kindOf(type: (typeof covarianceTypes)[number], {clusters, roles}: GravityProblem): CovarianceType {
  if (type === "clustered") {
    if (clusters.length > 0) return {type, clusters: clusters.map(({codes}) => codes)};
    throw new ConcordError("invalid_query", "Found no clusters, wanted those of clustered errors", {
      details: {hint: "give --cluster pair, or --vcov heteroskedastic"}
    });
  }
  if (type !== "dyadic") return {type};
  const {exporter, importer} = roles;
  if (!exporter || !importer)
    throw new ConcordError(
      "invalid_query",
      "Found no columns of exporters and importers, wanted both for dyadic errors",
      {
        details: {hint: "name them by --exporter COLUMN and --importer COLUMN"}
      }
    );
  const numbers = new Map([...new Set([...exporter.levels, ...importer.levels])].map((level, code) => [level, code]));
  const numbered = ({codes, levels}: typeof exporter) =>
    codes.map((code) => (code < 0 ? -1 : numbers.get(levels[code]!)!));
  const [exporters, importers] = [numbered(exporter), numbered(importer)];
  if (exporters.includes(-1) || importers.includes(-1))
    throw new ConcordError("bad_data", "Found rows without an exporter or an importer, wanted both for dyadic errors");
  return {type, exporters, importers};
}
