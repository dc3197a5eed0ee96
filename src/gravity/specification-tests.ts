import {chiSquaredP, twoSidedP} from "../kernels/distributions.ts";
import {covariance} from "../kernels/ppml/covariance.ts";
import {fitLinear} from "../kernels/ppml/fit-linear.ts";
import {finite} from "./delta.ts";
import {covarianceOf, type Estimated, fitMeans} from "./estimate.ts";
import type {GravityOptions} from "./options.ts";
import type {FitTest} from "./output.ts";

/** Tests of the form of the model and of its variance. */
export function fitTests(estimated: Estimated, options: GravityOptions): FitTest[] {
  return [
    reset(estimated, options),
    estimated.fit.family === "poisson" ? proportionalVariance(estimated) : constantVariance(estimated)
  ];
}

/**
 * RESET: the square of the linear predictor is added as a regressor; its coefficient is 0 where the form is right
 * (Ramsey 1969, doi:10.1111/j.2517-6161.1969.tb00796.x; for PPML Santos Silva and Tenreyro 2006).
 */
function reset(estimated: Estimated, options: GravityOptions): FitTest {
  const {problem, fit} = estimated;
  const {design} = fit;
  const isPoisson = fit.family === "poisson";
  const squares = new Float64Array(problem.rows.length);
  const predictor = Float64Array.from(fit.mu, (mu) => (isPoisson ? Math.log(mu) : mu));
  const mean = predictor.reduce((sum, value) => sum + value, 0) / predictor.length;
  // Centred, as the square of a large predictor would be nearly collinear with the predictor itself.
  design.rows.forEach((row, at) => {
    squares[row] = (predictor[at]! - mean) ** 2;
  });
  const extended = {...problem, problem: {...problem.problem, x: [...problem.problem.x, squares]}};
  const kernels = options.native ? {native: options.native} : {};
  const again = isPoisson ? fitMeans(extended.problem, kernels) : fitLinear(extended.problem);
  const k = problem.names.length;
  const {matrix, small} = covarianceOf({problem: extended, fit: again}, options);
  const t = again.collinear[k] ? Number.NaN : again.beta[k]! / Math.sqrt(matrix[k * (k + 1) + k]!);
  const freedom = small.degreesOfFreedom;
  return {
    name: "reset",
    statistic: finite(t),
    distribution: Number.isFinite(freedom) ? `t(${freedom})` : "normal",
    p: finite(twoSidedP(t, freedom)),
    null: "the square of the linear predictor adds nothing"
  };
}

/**
 * Whether the variance is proportional to the mean, as is best for PPML: (y − μ)² / √μ is regressed on √μ and √μ ln μ,
 * whose second coefficient is then 0 (Santos Silva and Tenreyro 2006, equation 14).
 */
function proportionalVariance({fit}: Estimated): FitTest {
  const {mu, design} = fit;
  const y = mu.map((value, r) => (design.y[r]! - value) ** 2 / Math.sqrt(value));
  const root = mu.map(Math.sqrt);
  const log = mu.map((value) => Math.sqrt(value) * Math.log(value));
  const auxiliary = fitLinear({y, x: [root, log], effects: []});
  const {matrix} = covariance(auxiliary, {type: "heteroskedastic"});
  const z = auxiliary.beta[1]! / Math.sqrt(matrix[3]!);
  return {
    name: "variance-proportional-to-mean",
    statistic: finite(z),
    distribution: "normal",
    p: finite(twoSidedP(z, Number.POSITIVE_INFINITY)),
    null: "the variance is proportional to the mean"
  };
}

/** White's test in its short form: squared residuals on what is fitted and its square; n R² (White 1980, doi:10.2307/1912934). */
function constantVariance({fit}: Estimated): FitTest {
  const {mu, design} = fit;
  const n = mu.length;
  const squares = mu.map((value, r) => (design.y[r]! - value) ** 2);
  const mean = mu.reduce((sum, value) => sum + value, 0) / n;
  const fitted = mu.map((value) => value - mean);
  const auxiliary = fitLinear({
    y: squares,
    x: [new Float64Array(n).fill(1), fitted, fitted.map((value) => value ** 2)],
    effects: []
  });
  const centre = squares.reduce((sum, value) => sum + value, 0) / n;
  const total = squares.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const statistic = n * (1 - auxiliary.deviance / total);
  return {
    name: "constant-variance",
    statistic: finite(statistic),
    distribution: "χ²(2)",
    p: finite(chiSquaredP(statistic, 2)),
    null: "the variance is constant"
  };
}
