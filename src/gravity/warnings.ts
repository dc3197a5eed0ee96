import type {SmallSample} from "../kernels/ppml/small-sample.ts";
import type {Coded} from "./codes.ts";
import type {Estimated} from "./estimate.ts";
import {columnsOf} from "./expression.ts";
import type {Formula} from "./formula.ts";
import type {GravityFit, GravityWarning} from "./output.ts";

/** Below this many clusters, tests by their number are too ready to reject. */
export const fewClusters = 30;

const unfinished: GravityWarning = {
  code: "separation-unfinished",
  text: "the search for rows that no finite estimate fits did not end: estimates may not exist"
};

/** What a reader of a fit should know before believing it. */
export function warningsOf(
  result: Omit<GravityFit, "warnings" | "seconds">,
  {problem, fit, isSearched}: Estimated,
  small: SmallSample,
  formula: Formula
): GravityWarning[] {
  return [
    ...clusterWarnings(result),
    ...convergence(result, small),
    ...(isSearched ? [] : [unfinished]),
    ...domestic(result, problem.roles, formula, fit.keptRows.kept),
    ...intervals(problem.roles),
    ...zeros(result, formula),
    ...threeWay(
      result,
      problem.effects.map(({name}) => name),
      problem.roles
    )
  ];
}

function clusterWarnings({vcov}: Pick<GravityFit, "vcov">): GravityWarning[] {
  return vcov.clusters.flatMap(({name, count}): GravityWarning[] => {
    if (count < 2)
      return [{code: "one-cluster", text: `${name} has one cluster: no standard error can be told from it`, name}];
    if (count >= fewClusters) return [];
    return [
      {
        code: "few-clusters",
        text: `${name} has ${count} clusters: below ${fewClusters}, standard errors are too small`,
        name,
        count
      }
    ];
  });
}

function convergence(
  {converged, coefficients, omitted}: Pick<GravityFit, "converged" | "coefficients" | "omitted">,
  small: SmallSample
) {
  const found: GravityWarning[] = [];
  if (!converged)
    found.push({code: "not-converged", text: "the estimation did not converge: its numbers are no estimates"});
  if (coefficients.length === 0 && omitted.length > 0)
    found.push({
      code: "all-collinear",
      text: "all regressors are collinear with the fixed effects: nothing is left to estimate"
    });
  if (Number.isNaN(small.factor))
    found.push({
      code: "no-degrees-of-freedom",
      text: "there are as many effects as rows: no standard error can be told"
    });
  return found;
}

/** Words in names of regressors that are told from domestic trade alone. */
const needsDomestic = /border|brdr|international|intl|domestic|intra|smctry|home/i;

function domestic(
  {coefficients, omitted}: Pick<GravityFit, "coefficients" | "omitted">,
  {exporter, importer}: Estimated["problem"]["roles"],
  formula: Formula,
  kept: Uint8Array
): GravityWarning[] {
  if (!exporter || !importer) return [];
  const isDomestic = (row: number) => exporter.levels[exporter.codes[row]!] === importer.levels[importer.codes[row]!];
  if (kept.some((one, row) => one === 1 && isDomestic(row))) return [];
  const named = [...coefficients, ...omitted].map(({name}) => name);
  const columns = formula.terms.flatMap((term) =>
    term.kind === "expression" ? columnsOf(term.of) : [term.column, ...(term.times ? columnsOf(term.times) : [])]
  );
  const asked =
    named.find((name) => needsDomestic.test(name)) ?? columns.find(({name}) => needsDomestic.test(name))?.name;
  if (asked === undefined) return [];
  return [
    {
      code: "no-domestic-trade",
      text: `no row has an economy's trade with itself, which the effect of ${asked} is told from`,
      name: asked
    }
  ];
}

/** Years that leave gaps are an accepted way, and consecutive ones another; a reader should know which it is. */
function intervals({year}: Estimated["problem"]["roles"]): GravityWarning[] {
  if (!year) return [];
  const years = [...new Set(year.codes)]
    .filter((code) => code >= 0)
    .map((code) => Number(year.levels[code]!))
    .sort((a, b) => a - b);
  const steps = years.slice(1).map((one, index) => one - years[index]!);
  if (steps.length < 2 || !steps.some((step) => step > 1)) return [];
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  const how = least === most ? `every ${least} years` : `with gaps of ${least} to ${most} years`;
  return [
    {
      code: "interval-data",
      text: `data ${how}: consecutive years, where there are any, use more of what is known (Egger, Larch and Yotov 2022)`,
      steps: [least, most]
    }
  ];
}

function zeros({family, dropped}: Pick<GravityFit, "family" | "dropped">, {response}: Formula): GravityWarning[] {
  if (family !== "ols" || response.kind !== "call") return [];
  const lost = dropped.filter(({reason}) => reason.endsWith("has no value")).reduce((sum, {count}) => sum + count, 0);
  if (lost === 0) return [];
  return [
    {
      code: "ols-zeros",
      text: `${lost} rows have no logarithm and are left out; PPML keeps zeros, and is consistent where errors grow with trade`,
      count: lost
    }
  ];
}

/** Three ways of effects on a panel of economies leave a bias of the order of one over their number. */
function threeWay(
  {family, fixedEffects, biasCorrection}: Pick<GravityFit, "family" | "fixedEffects" | "biasCorrection">,
  names: readonly string[],
  {exporter, importer}: {exporter?: Coded; importer?: Coded}
): GravityWarning[] {
  if (family !== "poisson" || fixedEffects.length < 3 || biasCorrection || !exporter || !importer) return [];
  if (names.length < 3) return [];
  return [
    {
      code: "biased-three-way",
      text: "three ways of effects bias estimates and standard errors a little: see --bias-correction or --jackknife"
    }
  ];
}
