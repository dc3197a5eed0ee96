import {twoSidedQuantile} from "../src/kernels/distributions.ts";
import {correctBias} from "../src/kernels/ppml/bias-correction.ts";
import {covariance} from "../src/kernels/ppml/covariance.ts";
import {fitPoisson} from "../src/kernels/ppml/fit-poisson.ts";
import type {NativePpml} from "../src/kernels/ppml/native/module.ts";
import {smallSample} from "../src/kernels/ppml/small-sample.ts";
import {loadNativePpml} from "../src/runtime/native-ppml.ts";
import {readWasm} from "../src/runtime/wasm-file.ts";
import {type Simulation, simulatePanel, truth} from "./gravity/simulated-panel.ts";
import type {Measured} from "./result.ts";

const draws = 500;
/** Share of intervals that should hold the truth, in per cent: 95 give or take two standard errors of 500 draws. */
const wanted = [93, 97] as const;

interface Case extends Omit<Simulation, "seed"> {
  /** Which estimates are shown, and whether their intervals are claimed to hold in this sample. */
  readonly shown: Readonly<Partial<Record<Estimator, "claimed" | "beside it">>>;
}

type Estimator = "as estimated" | "bias corrected";

/** Corrections take the bias of order 1/N off, so that three-way intervals are claimed with them alone. */
const [plain, both, neither] = [
  {"as estimated": "claimed"},
  {"as estimated": "beside it", "bias corrected": "claimed"},
  {"as estimated": "beside it", "bias corrected": "beside it"}
] as const;
const large = {economies: 50, years: 4} as const;
const small = {economies: 20, years: 4} as const;

const cases: readonly Case[] = [
  {...large, effects: "two-way", errors: "even", shown: plain},
  {...large, effects: "two-way", errors: "heteroskedastic", shown: plain},
  {...large, effects: "three-way", errors: "even", shown: both},
  {...large, effects: "three-way", errors: "heteroskedastic", shown: both},
  {...large, effects: "three-way", errors: "heavy", shown: neither},
  {...small, effects: "three-way", errors: "even", shown: neither},
  {...small, effects: "three-way", errors: "heteroskedastic", shown: neither}
];

/** One estimate of one coefficient with half the width of its 95 % interval. */
interface Estimate {
  readonly value: number;
  readonly error: number;
  readonly half: number;
}

const regressors = ["agreement", "tariff"] as const;

/** Estimates of one draw by estimator and regressor: errors clustered by pair, fixest's rule, Student's t. */
function estimateDraw(one: Case, seed: number, native: NativePpml): Partial<Record<Estimator, Estimate[]>> {
  const {problem, pairs, codes} = simulatePanel({...one, seed});
  const fit = fitPoisson(problem, {native});
  if (!fit.converged) throw new Error(`Draw ${seed} did not converge, wanted all of ${draws} to`);
  const kind = {type: "clustered", clusters: [pairs]} as const;
  const {matrix, clusters} = covariance(fit, kind);
  const {factor, degreesOfFreedom} = smallSample("fixest", {fit, effects: problem.effects, kind, clusters});
  const quantile = twoSidedQuantile(0.05, degreesOfFreedom);
  const told = (beta: Float64Array, variances: Float64Array, scale: number) =>
    regressors.map((_, k) => {
      const error = Math.sqrt(scale * variances[k * regressors.length + k]!);
      return {value: beta[k]!, error, half: quantile * error};
    });
  const own = {"as estimated": told(fit.beta, matrix, factor)};
  if (!("bias corrected" in one.shown)) return own;
  const better = correctBias(fit, codes, one.effects);
  return {...own, "bias corrected": told(better.beta, better.covariance, 1)};
}

/** What the draws of one coefficient by one estimator say. */
function summarise(name: string, all: readonly Estimate[], true_: number, isClaimed: boolean): Measured {
  const mean = (of: (one: Estimate) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const centre = mean(({value}) => value);
  const deviation = Math.sqrt((all.length / (all.length - 1)) * mean(({value}) => (value - centre) ** 2));
  const share = mean(({value, half}) => (Math.abs(value - true_) <= half ? 1 : 0));
  const noise = 100 * Math.sqrt((share * (1 - share)) / all.length);
  const bias = centre - true_;
  const told = [
    `± ${noise.toFixed(1)}`,
    `bias ${signed(bias)} (${signed(bias / deviation, 2)} s.d.)`,
    `s.e./s.d. ${(mean(({error}) => error) / deviation).toFixed(2)}`
  ];
  return {
    ...{name: `${name}: ${told.join(", ")}`, median: 100 * share, unit: "%", runs: all.length},
    ...(isClaimed && {range: wanted})
  };
}

function signed(value: number, digits = 4): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits)}`;
}

/**
 * How often 95 % intervals hold the coefficients that trade was simulated with, in per cent of 500 draws, each of its own
 * seed. Beside each share stand its own standard error, the mean error of the estimates, and the mean standard error over the
 * spread that estimates have.
 */
export async function measureCoverage(): Promise<Measured[]> {
  const native = await loadNativePpml((await readWasm("ppml")) as Uint8Array<ArrayBuffer>);
  return cases.flatMap((one) => {
    const {effects, economies, years, errors, shown} = one;
    const all = Array.from({length: draws}, (_, at) => estimateDraw(one, at + 1, native));
    return (Object.keys(shown) as Estimator[]).flatMap((estimator) =>
      regressors.map((regressor, k) => {
        const name = `${effects} ${economies}×${years}, ${errors}: ${regressor} ${estimator}`;
        const estimates = all.map((draw) => draw[estimator]![k]!);
        return summarise(name, estimates, truth[regressor], shown[estimator] === "claimed");
      })
    );
  });
}
