import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {deltaMethod} from "../../src/gravity/delta.ts";
import {covarianceOf} from "../../src/gravity/estimate.ts";
import {estimateGravity, fitGravity} from "../../src/gravity/fit-gravity.ts";
import type {GravityOptions} from "../../src/gravity/options.ts";
import type {GravityFit} from "../../src/gravity/output.ts";
import {fixedEffects} from "../../src/gravity/predictions.ts";
import {type Frame, type FrameColumns, openFrame} from "../../src/store/frame.ts";
import {hasOracles, oracles} from "../support/oracles.ts";

/** Published to four decimals. */
const printed = 0.5e-4 + 1e-9;
/** The older rendering, by another program, to three. */
const coarsely = 0.5e-3 + 1e-9;
/** Stata prints seven significant digits, which of the number above 1 are six decimals. */
const inStata = 0.5e-6 + 1e-9;
/** The independent results of the reference are solved to 1e-8 or so. */
const solved = 1e-7;
/** Those of `exact` below are given to ten decimals. */
const exactly = 1e-8;

/**
 * Where the print of capybara is not what the model says, in one specification only. It stops once a step brings less than
 * 1e-8 of the deviance and takes that step back; the dummies of Niger and Malawi, whose trade is a millionth of all, still move
 * then. Its clustered errors divide by regressors that it takes the effects out of loosely, which shows in the fifth
 * decimal of three more. The exact values are the model's, by weighted least squares on all 900 columns (NumPy, dense
 * Cholesky, iterated until the means stand still), which agree with ours on all 78 coefficients to 1e-10 and errors to 1e-8.
 */
const exact: Readonly<Record<string, {estimate: number; se: number}>> = {
  intra_pairNER: {estimate: 2.7663676488, se: 1.151117965},
  intra_pairMWI: {estimate: 3.643493028, se: 0.7583877654},
  intra_pairCAN: {estimate: -1.5790101155, se: 0.4863461026},
  intra_pairKEN: {estimate: 3.7424127623, se: 0.6181439153},
  intra_pairSEN: {estimate: 3.7757709901, se: 0.9520473517}
};
/** So far the print lies from them, where it lies further than its rounding. */
const unfinished: Readonly<Record<string, Partial<Record<"estimate" | "se", number>>>> = {
  intra_pairNER: {estimate: 8.7e-4, se: 4.2e-4},
  intra_pairMWI: {estimate: 6e-4},
  intra_pairCAN: {se: 5.4e-5},
  intra_pairKEN: {se: 5.7e-5},
  intra_pairSEN: {se: 5.3e-5}
};

type Told = Readonly<Record<string, {estimate: number; se: number}>>;

interface Published {
  readonly id: string;
  readonly cluster: string | null;
  readonly family: "gaussian" | "poisson";
  readonly n: number;
  readonly fit_stats: Readonly<Record<string, number>>;
  readonly coefficients: Told;
  readonly delta_method: Readonly<Record<string, number>> | null;
  readonly older_rendering?: {readonly coefficients: Told};
  readonly independent_check?: {readonly coefficients: Told};
}

const specifications: Published[] = hasOracles
  ? JSON.parse(readFileSync(join(oracles, "agtpa", "agtpa_expected_ch1.json"), "utf8")).specifications
  : [];

/** Variables of the book, as its scripts make them; "in" marks the years that it uses. */
const book = [
  "log_trade = ln(trade)",
  "log_dist = ln(dist)",
  "smctry = (exporter = importer)::int",
  "y = sum(trade) over (partition by exporter, year)",
  "e = sum(trade) over (partition by importer, year)",
  "log_y = ln(y)",
  "log_e = ln(e)",
  "total_y = sum(trade) over (partition by year)",
  "log_remoteness_exp = ln(sum(dist * total_y / e) over (partition by exporter, year))",
  "log_remoteness_imp = ln(sum(dist / (y / total_y)) over (partition by importer, year))",
  "log_dist_international = log_dist * (1 - smctry)",
  "log_dist_intra = log_dist * smctry",
  "intra_pair = case when smctry = 1 then exporter else '-inter' end",
  "intl_brdr = case when smctry = 1 then pair_id else -1 end",
  "pair_id_2 = case when smctry = 1 then 0 else pair_id end",
  "border = 1 - smctry"
];
/** Sums over all rows take time; only two specifications need them. */
const letsOf = (formula: string) => book.filter((text) => formula.includes("log_y") || !/over|log_y|log_e /.test(text));
const years = "year in (1986, 1990, 1994, 1998, 2002, 2006)";
const abroad = `${years} and exporter <> importer`;
const two = "exporter^year + importer^year";
const distances = "i(year, log_dist_international) + cntg + lang + clny";
const phases = "rta + rta_lag4 + rta_lag8 + rta_lag12";

/** Formula and rows of each specification. */
const asked: Readonly<Record<string, readonly [formula: string, where: string]>> = {
  "ch1.app1.ols_iid": ["log_trade ~ log_dist + cntg + lang + clny + log_y + log_e", `${abroad} and trade > 0`],
  "ch1.app1.ols": ["log_trade ~ log_dist + cntg + lang + clny + log_y + log_e", `${abroad} and trade > 0`],
  "ch1.app1.ols_remoteness": [
    "log_trade ~ log_dist + cntg + lang + clny + log_y + log_e + log_remoteness_exp + log_remoteness_imp",
    `${abroad} and trade > 0`
  ],
  "ch1.app1.ols_fe": [`log(trade) ~ log_dist + cntg + lang + clny | ${two}`, abroad],
  "ch1.app1.ppml": [`trade ~ log(dist) + cntg + lang + clny | ${two}`, abroad],
  "ch1.app2.ols": [`log(trade) ~ ${distances} | ${two}`, abroad],
  "ch1.app2.ppml": [`trade ~ ${distances} | ${two}`, abroad],
  "ch1.app2.ppml_intra": [`trade ~ ${distances} + log_dist_intra | ${two}`, years],
  "ch1.app2.ppml_home": [`trade ~ ${distances} + log_dist_intra + smctry | ${two}`, years],
  "ch1.app2.ppml_fe": [`trade ~ ${distances} + i(intra_pair, ref = ARG) | ${two}`, years],
  "ch1.app3.ols": [`log(trade) ~ log_dist + cntg + lang + clny + rta | ${two}`, abroad],
  "ch1.app3.ppml": [`trade ~ log_dist + cntg + lang + clny + rta | ${two}`, abroad],
  "ch1.app3.ppml_intra": [`trade ~ log_dist + cntg + lang + clny + rta | ${two} + intl_brdr`, years],
  "ch1.app3.ppml_pairfe": [`trade ~ rta | ${two} + pair_id_2`, years],
  "ch1.app3.ppml_lead": [`trade ~ rta + rta_lead4 | ${two} + pair_id_2`, years],
  "ch1.app3.ppml_phasing": [`trade ~ ${phases} | ${two} + pair_id_2`, years],
  "ch1.app3.ppml_globalization": [`trade ~ ${phases} + i(year, border, ref = 2006) | ${two} + pair_id_2`, years]
};

/** The book's name of a regressor, in this formula language. */
function nameOf(name: string, formula: string): string {
  if (name === "log_dist" && formula.includes("log(dist)")) return "log(dist)";
  return name
    .replace(/^log_dist_(\d+)$/, "year::$1:log_dist_international")
    .replace(/^intl_border_(\d+)$/, "year::$1:border")
    .replace(/^intra_pair([A-Z]{3}|inter)$/, (_, level) => `intra_pair::${level === "inter" ? "-inter" : level}`);
}

describe.skipIf(!hasOracles)("fitGravity() prints chapter 1 of the Advanced Guide to Trade Policy Analysis", () => {
  let frame: Frame;
  beforeAll(async () => {
    frame = await openFrame(join(oracles, "agtpa", "agtpa_panel.csv.gz"));
  });
  afterAll(() => frame?.close());

  const fits = new Map<string, GravityFit>();

  it("has all 17 specifications", () => {
    expect(specifications.map(({id}) => id)).toEqual(Object.keys(asked));
  });

  it.each(specifications)("$id", async (published) => {
    const {id, family, cluster, n, fit_stats, coefficients, older_rendering, independent_check} = published;
    const [formula, where] = asked[id]!;
    const options: GravityOptions = {
      formula,
      where,
      lets: letsOf(formula),
      family: family === "gaussian" ? "ols" : "poisson",
      ...(cluster === null ? {vcov: "iid"} : {clusters: ["pair_id"]})
    };
    // The guide's own rule is G / (G − 1); iid errors of linear models divide by n − k.
    const {result, ...estimated} = await estimateGravity(frame, {
      ...options,
      ssc: cluster === null ? "fixest" : "capybara"
    });
    fits.set(id, result);
    expect(result.observations).toBe(n);
    expect(result.converged).toBe(true);
    const told = new Map(result.coefficients.map(({name, estimate}, at) => [name, {estimate, at}]));
    const errorsBy = (ssc: NonNullable<GravityOptions["ssc"]>) => {
      const {matrix} = covarianceOf(estimated, {...options, ssc});
      const p = estimated.problem.names.length;
      return estimated.problem.names
        .map((_, k) => Math.sqrt(matrix[k * p + k]!))
        .filter((_, k) => !estimated.fit.collinear[k]);
    };
    const expectTold = (
      all: Told,
      errors: readonly number[],
      allowed: (name: string, what: "estimate" | "se") => number
    ) => {
      for (const [name, {estimate, se}] of Object.entries(all)) {
        const own = told.get(nameOf(name, formula));
        expect(own, name).toBeDefined();
        expect(Math.abs(own!.estimate - estimate), name).toBeLessThanOrEqual(allowed(name, "estimate"));
        expect(Math.abs(errors[own!.at]! - se), `error of ${name}`).toBeLessThanOrEqual(allowed(name, "se"));
      }
    };
    const own = result.coefficients.map(({standardError}) => standardError!);
    /*
     * The column of domestic trade diversion is printed wrongly upstream (0.5916); its older rendering has 0.409 (0.070),
     * and an independent solution 0.408522 (0.068812), which is what is right.
     */
    const isMisprinted = id === "ch1.app3.ppml_intra";
    const isUnfinished = id === "ch1.app2.ppml_fe";
    if (!isMisprinted)
      expectTold(coefficients, own, (name, what) => (isUnfinished && unfinished[name]?.[what]) || printed);
    if (isUnfinished) expectTold(exact, own, () => exactly);
    expectTold(older_rendering?.coefficients ?? {}, errorsBy("fixest"), () => coarsely);
    expectTold(independent_check?.coefficients ?? {}, errorsBy("none"), () => solved);
    const r2 = fit_stats["R-squared"] ?? fit_stats["Pseudo R-squared"];
    if (!isMisprinted) expect(Math.abs(result.r2! - r2!)).toBeLessThanOrEqual(printed);
  });

  it("gives the sums and changes that it works out by the delta method", () => {
    const checked = specifications.filter(({delta_method}) => delta_method !== null);
    expect(checked).toHaveLength(8);
    for (const {id, delta_method} of checked) {
      const fit = fits.get(id)!;
      const distance = (year: number) => `year::${year}:log_dist_international`;
      const lags = fit.coefficients.map(({name}) => name).filter((name) => name.startsWith("rta"));
      const isSum = delta_method!.sum_coef_rta !== undefined;
      const {value, standardError} = deltaMethod(fit, (b) =>
        isSum
          ? lags.reduce((sum, name) => sum + b(name), 0)
          : (100 * (b(distance(2006)) - b(distance(1986)))) / b(distance(1986))
      );
      expect(Math.abs(value - (delta_method!.sum_coef_rta ?? delta_method!.pct_chg_log_dist)!), id).toBeLessThanOrEqual(
        printed
      );
      expect(Math.abs(standardError - delta_method!.std_err!), id).toBeLessThanOrEqual(printed);
    }
  });

  it("prints the model of chapter 2's border", async () => {
    const expected = JSON.parse(readFileSync(join(oracles, "agtpa", "agtpa_expected_ch2.json"), "utf8"));
    const {coef, n, deviance, pseudo_loglik} = expected.app1_trade_without_border;
    const fit = await fitGravity(frame, {
      formula: "trade ~ log(dist) + cntg + border | exporter + importer",
      where: "year = 2006",
      lets: letsOf(""),
      ssc: "ppmlhdfe"
    });
    expect(fit.observations).toBe(n);
    expect(Math.abs(fit.deviance - deviance)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(fit.logLikelihood - pseudo_loglik)).toBeLessThanOrEqual(0.05);
    const stata = [coef.ln_DIST, coef.CNTG, coef.INTL_BRDR];
    fit.coefficients.forEach(({estimate, standardError}, k) => {
      expect(Math.abs(estimate - stata[k][0])).toBeLessThanOrEqual(inStata);
      expect(Math.abs(standardError! - stata[k][1])).toBeLessThanOrEqual(inStata);
    });
  });

  it("prints both stages of chapter 2's trade costs", async () => {
    const {stage1, stage2} = JSON.parse(
      readFileSync(join(oracles, "agtpa", "agtpa_expected_ch2.json"), "utf8")
    ).app2_nafta;
    const {result, ...fitted} = await estimateGravity(frame, {
      formula: `trade ~ rta | ${two} + pair_id_2`,
      where: years,
      lets: letsOf(""),
      vcov: "heteroskedastic",
      ssc: "ppmlhdfe"
    });
    expect(result.observations).toBe(stage1.n);
    expect(Math.abs(result.logLikelihood - stage1.pseudo_loglik)).toBeLessThanOrEqual(0.05);
    const expectPrinted = (
      {coefficients}: Pick<GravityFit, "coefficients">,
      printedBy: readonly [number, number][]
    ) => {
      expect(coefficients).toHaveLength(printedBy.length);
      coefficients.forEach(({name, estimate, standardError}, k) => {
        expect(Math.abs(estimate - printedBy[k]![0]), name).toBeLessThanOrEqual(inStata);
        expect(Math.abs(standardError! - printedBy[k]![1]), name).toBeLessThanOrEqual(inStata);
      });
    };
    expectPrinted(result, [stage1.RTA]);
    const costs = new Map(
      fixedEffects(fitted)
        .filter(({effect}) => effect === "pair_id_2")
        .map(({level, value}) => [level, Math.exp(value)])
    );
    const fit = await fitGravity(costsByPair(costs, stage2.year), {
      formula: "cost ~ ln(dist) + cntg + lang + clny | exporter + importer",
      clusters: ["pair_id"],
      ssc: "ppmlhdfe"
    });
    expect(fit.observations).toBe(stage2.n);
    expect(fit.vcov.clusters[0]!.count).toBe(stage2.clusters);
    const {ln_DIST, CNTG, LANG, CLNY} = stage2.coef;
    expectPrinted(fit, [ln_DIST, CNTG, LANG, CLNY]);
    expect(Math.abs(fit.r2! - stage2.r2)).toBeLessThanOrEqual(inStata);
  });
});

/** Columns of the pairs of two economies with an effect, in one year; domestic pairs have one effect, and cost 1. */
function costsByPair(costs: ReadonlyMap<string, number>, year: number): FrameColumns {
  const file = join(oracles, "agtpa", "agtpa_panel.csv.gz");
  const [head, ...lines] = gunzipSync(readFileSync(file)).toString("utf8").trim().split(/\r?\n/);
  const names = head!.split(",");
  const rows = lines
    .map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at]!, cell])))
    .filter((row) => Number(row.year) === year && row.exporter !== row.importer && costs.has(row.pair_id!));
  const texts = (name: string) => rows.map((row) => row[name]!);
  const numbers = (name: string) => rows.map((row) => Number(row[name]));
  return {
    ...{exporter: texts("exporter"), importer: texts("importer"), pair_id: texts("pair_id")},
    ...{dist: numbers("dist"), cntg: numbers("cntg"), lang: numbers("lang"), clny: numbers("clny")},
    cost: rows.map(({pair_id}) => costs.get(pair_id!)! / costs.get("0")!)
  };
}
