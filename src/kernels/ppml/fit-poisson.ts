import {cholesky, invertFactor} from "./cholesky.ts";
import {dot, solveWithin, zeroDirection} from "./conjugate-gradient.ts";
import {type Design, makeDesign} from "./design.ts";
import type {Fit, FitOptions} from "./fit.ts";
import {keepRows} from "./keep-rows.ts";
import {logFactorial} from "./log-gamma.ts";
import {crossProducts, inner} from "./moments.ts";
import {makeMultiply} from "./multiply.ts";
import {partialOut} from "./partial-out.ts";
import {checkProblem, type Problem} from "./problem.ts";
import {type Direction, gather, precondition, predict, type Within} from "./within.ts";

/** Of a column with effects and earlier columns taken out, the share that counts as nothing. */
const collinearity = 1e-11;
const halvings = 14;
/** Inner solves need not be better than this while the outer error is large, and cannot be much better below it. */
const tightest = 1e-4;

/**
 * Estimates y = exp(xβ + Σ effects + offset) ε by Poisson pseudo-maximum likelihood (Santos Silva and Tenreyro 2006,
 * doi:10.1162/rest.88.4.641). The effect with the most levels is solved exactly at each step: given the others, a
 * group's effect is log(Σy / Σexp(η)), which leaves the convex F = Σ_g Y_g log Σ_g exp(η) − Σ y η. Newton's
 * steps on F are solved by preconditioned conjugate gradients, loosely first. When the coefficients agree to the
 * tolerance, one step on the partialled regressors squares their error.
 */
export function fitPoisson(problem: Problem, options: FitOptions = {}): Fit {
  const {singletons = false, tolerance = 1e-6, partialTolerance = 1e-8, most = 60, onProgress} = options;
  checkProblem(problem, {nonNegative: true});
  const kept = keepRows(problem.y, problem.effects, {zeroGroups: true, singletons});
  if (kept.count === 0) throw new RangeError("Found no row with a group that trades, wanted at least one positive y");
  const design = makeDesign(problem, kept.kept);
  const state = startingState(design);
  let collinear = new Uint8Array(design.x.length);
  for (;;) {
    const run = newton(design, state, collinear, {tolerance, most, ...(onProgress && {onProgress})});
    const last = finish(design, state, collinear, partialTolerance);
    if (last.dependent.some((one, k) => one !== collinear[k])) {
      collinear = last.dependent;
      state.v.beta.fill(0);
      continue;
    }
    return describe(design, state, {...run, ...last, collinear, kept});
  }
}

/** Where an estimation stands. */
interface State {
  readonly v: Direction;
  readonly eta: Float64Array;
  /** Weighted fitted means. */
  readonly mu: Float64Array;
  /** Weighted y, its sums by group, and what is left of it. */
  readonly wy: Float64Array;
  readonly groupY: Float64Array;
  readonly residual: Float64Array;
  readonly logScale: Float64Array;
  readonly scratch: Float64Array;
}

function startingState(design: Design): State {
  const {n, y, weights, groups, groupEnds, levels, x, profiled} = design;
  const wy = weights ? Float64Array.from(y, (value, r) => value * weights[r]!) : y;
  const groupY = new Float64Array(groups);
  if (profiled >= 0)
    for (let g = 0, from = 0; g < groups; g++) {
      for (let r = from; r < groupEnds[g]!; r++) groupY[g]! += wy[r]!;
      from = groupEnds[g]!;
    }
  const state: State = {
    v: zeroDirection(levels, x.length),
    eta: new Float64Array(n),
    mu: new Float64Array(n),
    wy,
    groupY,
    residual: new Float64Array(n),
    logScale: new Float64Array(groups),
    scratch: new Float64Array(n)
  };
  proportionalStart(design, state);
  return state;
}

/** Starts effects from their margins, and fits each to its margin twice, as in iterative proportional fitting. */
function proportionalStart(design: Design, state: State): void {
  const {effects} = design;
  const margins = zeroDirection(design.levels, 0);
  const fitted = zeroDirection(design.levels, 0);
  gather(design, state.wy, margins);
  const plain = effects.filter(({slope}) => !slope);
  for (const {start, levels} of plain)
    for (let level = start; level < start + levels; level++)
      state.v.effects[level] = 0.5 * Math.log(Math.max(margins.effects[level]!, Number.MIN_VALUE));
  for (let sweep = 0; sweep < 2; sweep++)
    for (const {start, levels} of plain) {
      evaluate(design, state);
      gather(design, state.mu, fitted);
      for (let level = start; level < start + levels; level++)
        state.v.effects[level]! += Math.log(margins.effects[level]! / fitted.effects[level]!);
    }
}

/** Fitted means and what is left of y at the present parameters; returns the objective. */
function evaluate(design: Design, state: State): number {
  const {groupEnds, weights, offset, profiled, n} = design;
  const {eta, mu, wy, groupY, residual, logScale} = state;
  predict(design, state.v, eta);
  if (offset) for (let r = 0; r < n; r++) eta[r]! += offset[r]!;
  let objective = 0;
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const end = groupEnds[g]!;
    let [highest, sum, linear] = [Number.NEGATIVE_INFINITY, 0, 0];
    if (profiled >= 0) for (let r = from; r < end; r++) if (eta[r]! > highest) highest = eta[r]!;
    if (profiled < 0) highest = 0;
    for (let r = from; r < end; r++) {
      const e = Math.exp(eta[r]! - highest) * (weights ? weights[r]! : 1);
      mu[r] = e;
      sum += e;
      linear += wy[r]! * eta[r]!;
    }
    if (profiled >= 0) {
      const factor = groupY[g]! / sum;
      for (let r = from; r < end; r++) mu[r]! *= factor;
      logScale[g] = Math.log(factor) - highest;
      objective += groupY[g]! * (Math.log(sum) + highest) - linear;
    } else objective += sum - linear;
    from = end;
  }
  for (let r = 0; r < n; r++) residual[r] = wy[r]! - mu[r]!;
  return objective;
}

interface NewtonOptions {
  readonly tolerance: number;
  readonly most: number;
  readonly onProgress?: FitOptions["onProgress"];
}

/** Truncated Newton steps until the coefficients settle; the state is moved in place. */
function newton(design: Design, state: State, collinear: Uint8Array, {tolerance, most, onProgress}: NewtonOptions) {
  const within: Within = {design, w: state.mu, groupSums: state.groupY};
  const {v} = state;
  const multiply = makeMultiply(within, state.scratch);
  const rhs = zeroDirection(design.levels, design.x.length);
  let objective = evaluate(design, state);
  let [iterations, innerIterations, converged, first] = [0, 0, false, Number.NaN];
  while (iterations < most && !converged) {
    ++iterations;
    gather(design, state.residual, rhs);
    const m = precondition(within, design.x.length);
    for (let k = 0; k < collinear.length; k++) if (collinear[k]) m.beta[k] = rhs.beta[k] = 0;
    const decrement = scaledNorm(m, rhs);
    if (iterations === 1) first = decrement;
    const eta = Math.max(tightest, Math.min(0.1, 0.5 * Math.sqrt(decrement / first)));
    const {solution, iterations: inner} = solveWithin(multiply, m, rhs, {tolerance: eta});
    innerIterations += inner;
    const slope = dot(rhs, solution);
    const before = {effects: v.effects.slice(), beta: v.beta.slice()};
    let [step, next] = [1, objective];
    for (let halving = 0; halving < halvings; halving++, step /= 2) {
      move(v, before, step, solution);
      next = evaluate(design, state);
      if (next <= objective - 1e-4 * step * slope + 1e-12 * Math.abs(objective)) break;
    }
    const change = relativeChange(v.beta, before.beta);
    const fall = slope / (Math.abs(objective) + Number.MIN_VALUE);
    objective = next;
    onProgress?.({iteration: iterations, change, innerIterations: inner});
    const settled = design.x.length > 0 ? change * Math.max(eta, Math.min(1, change)) < tolerance : true;
    converged = step > 0.5 && settled && fall < 1e-7;
  }
  return {iterations, innerIterations, converged};
}

function scaledNorm(m: ReturnType<typeof precondition>, r: Direction): number {
  let sum = 0;
  for (let level = 0; level < r.effects.length; level++)
    sum += r.effects[level]! * (m.own[level]! * r.effects[level]! + m.cross[level]! * r.effects[m.partner[level]!]!);
  for (let k = 0; k < r.beta.length; k++) sum += m.beta[k]! * r.beta[k]! ** 2;
  return sum;
}

function move(v: Direction, from: Direction, step: number, by: Direction): void {
  for (let level = 0; level < v.effects.length; level++)
    v.effects[level] = from.effects[level]! + step * by.effects[level]!;
  for (let k = 0; k < v.beta.length; k++) v.beta[k] = from.beta[k]! + step * by.beta[k]!;
}

/** Coefficients smaller than this are compared with it, in relative changes. */
const smallest = 1e-3;

function relativeChange(to: Float64Array, from: Float64Array): number {
  return to.reduce((most, value, k) => {
    return Math.max(most, Math.abs(value - from[k]!) / Math.max(Math.abs(value), smallest));
  }, 0);
}

/** Takes the effects out of the regressors, and makes the step that squares the error of the coefficients. */
function finish(design: Design, state: State, collinear: Uint8Array, tolerance: number) {
  const within: Within = {design, w: state.mu, groupSums: state.groupY};
  const m = precondition(within, 0);
  const out = design.x.map((column) => partialOut(within, m, column, {tolerance, scratch: state.scratch}));
  const partialled = out.map(({residual}) => residual);
  const products = crossProducts(partialled, state.mu);
  const reference = Float64Array.from(design.x, (column) => {
    let sum = 0;
    for (let r = 0; r < column.length; r++) sum += state.mu[r]! * column[r]! * column[r]!;
    return sum;
  });
  const factor = cholesky(products, reference, collinearity);
  const dependent = factor.dependent.map((one, k) => (collinear[k] ? 1 : one));
  const bread = invertFactor(factor);
  const gradient = inner(partialled, state.residual);
  const p = gradient.length;
  for (let k = 0; k < p; k++) {
    let step = 0;
    for (let l = 0; l < p; l++) step += bread[k * p + l]! * gradient[l]!;
    if (dependent[k] || step === 0) continue;
    state.v.beta[k]! += step;
    const {effects} = out[k]!;
    for (let level = 0; level < effects.length; level++) state.v.effects[level]! -= step * effects[level]!;
  }
  evaluate(design, state);
  return {dependent, partialled, bread, partialIterations: out.reduce((sum, {iterations}) => sum + iterations, 0)};
}

type Finished = ReturnType<typeof finish> &
  ReturnType<typeof newton> & {readonly collinear: Uint8Array; readonly kept: Fit["dropped"]};

function describe(design: Design, state: State, run: Finished): Fit {
  const {n, y, weights} = design;
  const mu = weights ? state.mu.map((value, r) => value / (weights[r]! || 1)) : state.mu;
  const weight = (r: number) => (weights ? weights[r]! : 1);
  let [deviance, logLikelihood, total, count] = [0, 0, 0, 0];
  for (let r = 0; r < n; r++) {
    const [value, fitted, w] = [y[r]!, mu[r]!, weight(r)];
    const ratio = value > 0 ? value * Math.log(value / fitted) : 0;
    deviance += 2 * w * (ratio - (value - fitted));
    logLikelihood += w * ((value > 0 ? value * Math.log(fitted) : 0) - fitted - logFactorial(value));
    total += w * value;
    count += w;
  }
  const mean = total / count;
  let nullLogLikelihood = 0;
  for (let r = 0; r < n; r++) nullLogLikelihood += weight(r) * (y[r]! * Math.log(mean) - mean - logFactorial(y[r]!));
  return {
    family: "poisson",
    design,
    dropped: {zeroGroups: run.kept.zeroGroups, singletons: run.kept.singletons},
    beta: state.v.beta,
    collinear: run.collinear,
    partialled: run.partialled,
    bread: run.bread,
    w: state.mu,
    mu,
    residual: state.residual,
    effects: state.v.effects,
    groupEffects: state.logScale,
    deviance,
    logLikelihood,
    nullLogLikelihood,
    iterations: run.iterations,
    innerIterations: run.innerIterations + run.partialIterations,
    converged: run.converged
  };
}
