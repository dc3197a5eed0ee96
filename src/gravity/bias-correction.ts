import {ConcordError} from "../base/errors.ts";
import {correctBias} from "../kernels/ppml/bias-correction.ts";
import type {Fit} from "../kernels/ppml/fit.ts";
import {makeNativeDense} from "../kernels/ppml/native/dense.ts";
import type {NativePpml} from "../kernels/ppml/native/module.ts";
import type {Coded} from "./codes.ts";
import type {GravityFit} from "./output.ts";
import type {GravityProblem} from "./read-problem.ts";

/**
 * Corrects estimates and errors of exporter-year and importer-year effects, with or without pairs, for the bias that
 * many effects bring (Weidner and Zylkin 2021). Throws a ConcordError for other models, for which nothing is known.
 */
export function biasCorrection(
  {problem, names, effects, roles}: GravityProblem,
  fit: Fit,
  native?: NativePpml
): NonNullable<GravityFit["biasCorrection"]> {
  const {exporter, importer, year} = roles;
  if (!exporter || !importer || !year)
    throw refused(
      "Found no columns of exporters, importers and years",
      "name them by --exporter, --importer and --year"
    );
  if (fit.family !== "poisson") throw refused("Found least squares", "the bias of PPML is corrected: --family poisson");
  if (problem.weights || effects.some(({isSlope}) => isSlope))
    throw refused("Found weights or varying slopes", "leave them out");
  checkEffects(
    problem.effects.map(({codes}) => codes),
    exporter,
    importer,
    year
  );
  const ways = effects.length === 3 ? 3 : 2;
  const codes = {exporters: exporter.codes, importers: importer.codes, years: year.codes};
  const {bias, beta, covariance} = correctBias(
    fit,
    codes,
    ways === 3 ? "three-way" : "two-way",
    native && makeNativeDense(native)
  );
  const p = names.length;
  const told = names.map((name, k) => ({name, k})).filter(({k}) => !fit.collinear[k]);
  return {
    ways,
    coefficients: told.map(({name, k}) => ({
      name,
      uncorrected: fit.beta[k]!,
      bias: bias[k]!,
      corrected: beta[k]!,
      standardError: Math.sqrt(covariance[k * p + k]!)
    }))
  };
}

/** The correction is derived for these effects alone: exporter and year, importer and year, and perhaps ordered pairs. */
function checkEffects(effects: readonly Int32Array[], exporter: Coded, importer: Coded, year: Coded): void {
  const wanted = [
    [exporter, year],
    [importer, year],
    [exporter, importer]
  ] as const;
  const isSame = (codes: Int32Array, [a, b]: readonly [Coded, Coded]) =>
    isOneToOne(
      codes,
      a.codes.map((code, row) => code * b.levels.length + b.codes[row]!)
    );
  const found = wanted.map((way) => effects.filter((codes) => isSame(codes, way)).length);
  const isKnown = found[0] === 1 && found[1] === 1 && found[2]! <= 1 && effects.length === 2 + found[2]!;
  if (isKnown) return;
  throw refused(
    "Found other effects than those of exporters and importers by year, and of ordered pairs",
    "as in | exporter^year + importer^year + exporter^importer"
  );
}

function isOneToOne(a: Int32Array, b: Int32Array): boolean {
  const [forth, back] = [new Map<number, number>(), new Map<number, number>()];
  return a.every((code, row) => {
    const other = b[row]!;
    if (!forth.has(code)) forth.set(code, other);
    if (!back.has(other)) back.set(other, code);
    return forth.get(code) === other && back.get(other) === code;
  });
}

function refused(found: string, hint: string): ConcordError {
  return new ConcordError(
    "invalid_query",
    `Bias correction: ${found[0]!.toLowerCase()}${found.slice(1)}, wanted a plain gravity model by PPML`,
    {
      details: {hint}
    }
  );
}
