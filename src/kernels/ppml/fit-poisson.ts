import {cholesky, invertFactor} from "./cholesky.ts";
import {dot, solveWithin, zeroDirection} from "./conjugate-gradient.ts";
import {type Design, makeDesign} from "./design.ts";
import type {Fit, FitOptions} from "./fit.ts";
import {keepRows} from "./keep-rows.ts";
import {logFactorial} from "./log-gamma.ts";
import {crossProducts, inner} from "./moments.ts";
import {groupTotals, makePasses, type Passes} from "./passes.ts";
import {checkProblem, type Problem} from "./problem.ts";
import {fitsNative, makeWasmPasses, type NativePpml} from "./wasm-passes.ts";
import {
  type Direction,
  gather,
  groupsOf,
  invertBlocks,
  type Pairing,
  type Preconditioner,
  pairLevels
} from "./within.ts";

/** Of a column with effects and earlier columns taken out, the share that counts as nothing. */
const collinearity = 1e-11;
const halvings = 14;
/** Inner solves need not be better than this while the outer error is large, and cannot be much better below it. */
const tightest = 1e-4;

/** How a Poisson model is estimated. */
export interface PoissonOptions extends FitOptions {
  /** The passes over rows in WASM, for models that they fit; defaults to plain TypeScript. */
  readonly native?: NativePpml;
}

/**
 * Estimates y = exp(xβ + Σ effects + offset) ε by Poisson pseudo-maximum likelihood (Santos Silva and Tenreyro 2006,
 * doi:10.1162/rest.88.4.641). The effect with the most levels is solved exactly at each step: given the others, a
 * group's effect is log(Σy / Σexp(η)), which leaves the convex F = Σ_g Y_g log Σ_g exp(η) − Σ y η. Newton's
 * steps on F are solved by preconditioned conjugate gradients, loosely first. When the coefficients agree to the
 * tolerance, one step on the partialled regressors squares their error.
 */
export function fitPoisson(problem: Problem, options: PoissonOptions = {}): Fit {
  const {singletons = false, tolerance = 1e-6, partialTolerance = 1e-8, most = 60, onProgress, native} = options;
  const {leftOut = []} = options;
  checkProblem(problem, {nonNegative: true});
  const kept = keepRows(problem.y, problem.effects, {zeroGroups: true, singletons, leftOut});
  if (kept.count === 0) throw new RangeError("Found no row with a group that trades, wanted at least one positive y");
  const design = makeDesign(problem, kept.kept);
  const state = startingState(design, native);
  let collinear = new Uint8Array(design.x.length);
  for (;;) {
    const run = newton(state, collinear, {tolerance, most, ...(onProgress && {onProgress})});
    const last = finish(state, collinear, partialTolerance);
    if (last.dependent.some((one, k) => one !== collinear[k])) {
      collinear = last.dependent;
      state.v.beta.fill(0);
      continue;
    }
    return describe(state, {...run, ...last, collinear, kept});
  }
}

/** Where an estimation stands. */
interface State {
  readonly design: Design;
  readonly passes: Passes;
  readonly v: Direction;
  /** Weighted y, and its sums by level and regressor. */
  readonly wy: Float64Array;
  readonly margins: Direction;
}

function startingState(design: Design, native: NativePpml | undefined): State {
  const {y, weights, levels, x} = design;
  const wy = weights ? y.map((value, r) => value * weights[r]!) : y;
  const groupSums = groupTotals(design, wy);
  const passes =
    native && fitsNative(design) ? makeWasmPasses(design, groupSums, native) : makePasses(design, groupSums);
  const margins = zeroDirection(levels, x.length);
  gather(design, wy, margins);
  const state = {design, passes, v: zeroDirection(levels, x.length), wy, margins};
  proportionalStart(state);
  return state;
}

/** Starts effects from their margins, and fits each to its margin twice, as in iterative proportional fitting. */
function proportionalStart({design, passes, v, margins}: State): void {
  const plain = design.effects.filter(({slope}) => !slope);
  for (const {start, levels} of plain)
    for (let level = start; level < start + levels; level++) v.effects[level] = 0.5 * Math.log(margins.effects[level]!);
  for (let sweep = 0; sweep < 2; sweep++)
    for (const {start, levels} of plain) {
      passes.evaluate(v);
      for (let level = start; level < start + levels; level++)
        v.effects[level]! += Math.log(margins.effects[level]! / passes.fitted.effects[level]!);
    }
}

interface NewtonOptions {
  readonly tolerance: number;
  readonly most: number;
  readonly onProgress?: FitOptions["onProgress"];
}

/** Truncated Newton steps until the coefficients settle; the state is moved in place. */
function newton(state: State, collinear: Uint8Array, {tolerance, most, onProgress}: NewtonOptions) {
  const {design, passes, v, margins} = state;
  const rhs = zeroDirection(design.levels, design.x.length);
  const evaluate = () => passes.evaluate(v) - dot(margins, v);
  let objective = evaluate();
  const precondition = makePreconditioner(state, collinear);
  let [iterations, innerIterations, converged, first] = [0, 0, false, Number.NaN];
  while (iterations < most && !converged) {
    ++iterations;
    subtract(margins, passes.fitted, rhs);
    for (let k = 0; k < collinear.length; k++) if (collinear[k]) rhs.beta[k] = 0;
    const m = precondition();
    const decrement = scaledNorm(m, rhs);
    if (iterations === 1) first = decrement;
    const eta = Math.max(tightest, Math.min(0.1, 0.5 * Math.sqrt(decrement / first)));
    const {solution, iterations: inner} = solveWithin(passes.multiply, m, rhs, {tolerance: eta});
    innerIterations += inner;
    const slope = dot(rhs, solution);
    const before = {effects: v.effects.slice(), beta: v.beta.slice()};
    let [step, next] = [1, objective];
    for (let halving = 0; halving < halvings; halving++, step /= 2) {
      move(v, before, step, solution);
      next = evaluate();
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

/** Which levels are paired, and the scale of the regressors, are found once; the diagonal anew at each call. */
function makePreconditioner({design, passes}: State, collinear: Uint8Array): () => Preconditioner {
  const {within} = passes;
  const pairing: Pairing = pairLevels(within);
  const groups = groupsOf(design.groupEnds, pairing.rows);
  const beta = Float64Array.from(design.x, (column, k) => {
    const sum = sumOfSquares(column, within.w);
    return sum > 0 && !collinear[k] ? 1 / sum : 0;
  });
  const diagonal = new Float64Array(design.levels);
  return () => {
    passes.diagonal(diagonal);
    return invertBlocks(within, pairing, groups, diagonal, beta);
  };
}

function sumOfSquares(column: Float64Array, w: Float64Array): number {
  let sum = 0;
  for (let r = 0; r < column.length; r++) sum += w[r]! * column[r]! * column[r]!;
  return sum;
}

function subtract(a: Direction, b: Direction, into: Direction): void {
  for (let level = 0; level < into.effects.length; level++) into.effects[level] = a.effects[level]! - b.effects[level]!;
  for (let k = 0; k < into.beta.length; k++) into.beta[k] = a.beta[k]! - b.beta[k]!;
}

function scaledNorm(m: Preconditioner, r: Direction): number {
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

/** A regressor with all effects taken out, and its coefficients on them. */
function partial(state: State, k: number, m: Preconditioner, tolerance: number) {
  const {design, passes} = state;
  const unit = zeroDirection(design.levels, design.x.length);
  unit.beta[k] = 1;
  const image = zeroDirection(design.levels, design.x.length);
  passes.multiply(unit, image);
  const rhs = {effects: image.effects, beta: new Float64Array(0)};
  const {solution, iterations} = solveWithin(passes.multiply, m, rhs, {tolerance, most: 500});
  return {residual: passes.leave(k, solution.effects), effects: solution.effects, iterations};
}

/** Takes the effects out of the regressors, and makes the step that squares the error of the coefficients. */
function finish(state: State, collinear: Uint8Array, tolerance: number) {
  const {design, passes, v, wy} = state;
  const {w} = passes.within;
  const m: Preconditioner = {...makePreconditioner(state, collinear)(), beta: new Float64Array(0)};
  const out = design.x.map((_, k) => partial(state, k, m, tolerance));
  const partialled = out.map(({residual}) => residual);
  const reference = Float64Array.from(design.x, (column) => sumOfSquares(column, w));
  const factor = cholesky(crossProducts(partialled, w), reference, collinearity);
  const dependent = factor.dependent.map((one, k) => (collinear[k] ? 1 : one));
  const bread = invertFactor(factor);
  const gradient = inner(partialled, differences(wy, w));
  const p = gradient.length;
  for (let k = 0; k < p; k++) {
    let step = 0;
    for (let l = 0; l < p; l++) step += bread[k * p + l]! * gradient[l]!;
    if (dependent[k] || step === 0) continue;
    v.beta[k]! += step;
    const {effects} = out[k]!;
    for (let level = 0; level < effects.length; level++) v.effects[level]! -= step * effects[level]!;
  }
  passes.evaluate(v);
  return {dependent, partialled, bread, partialIterations: out.reduce((sum, {iterations}) => sum + iterations, 0)};
}

type Finished = ReturnType<typeof finish> &
  ReturnType<typeof newton> & {readonly collinear: Uint8Array; readonly kept: Fit["dropped"]};

function describe({design, passes, v, wy}: State, run: Finished): Fit {
  const w = passes.within.w.slice();
  const {weights} = design;
  const mu = weights ? w.map((value, r) => value / (weights[r]! || 1)) : w;
  return {
    family: "poisson",
    design,
    dropped: {zeroGroups: run.kept.zeroGroups, singletons: run.kept.singletons},
    beta: v.beta,
    collinear: run.collinear,
    partialled: run.partialled,
    bread: run.bread,
    w,
    mu,
    residual: differences(wy, w),
    effects: v.effects,
    groupEffects: passes.logScale,
    ...likelihoods(design, mu),
    iterations: run.iterations,
    innerIterations: run.innerIterations + run.partialIterations,
    converged: run.converged
  };
}

function differences(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let r = 0; r < result.length; r++) result[r] = a[r]! - b[r]!;
  return result;
}

function likelihoods({n, y, weights}: Design, mu: Float64Array) {
  let [deviance, logLikelihood, constant, total, count] = [0, 0, 0, 0, 0];
  for (let r = 0; r < n; r++) {
    const [value, fitted, w] = [y[r]!, mu[r]!, weights ? weights[r]! : 1];
    total += w * value;
    count += w;
    if (value > 0) {
      const log = Math.log(fitted);
      deviance += 2 * w * (value * (Math.log(value) - log) - (value - fitted));
      logLikelihood += w * (value * log - fitted);
      constant += w * logFactorial(value);
    } else {
      deviance += 2 * w * fitted;
      logLikelihood -= w * fitted;
    }
  }
  const mean = total / count;
  return {
    deviance,
    logLikelihood: logLikelihood - constant,
    nullLogLikelihood: total * Math.log(mean) - total - constant
  };
}
