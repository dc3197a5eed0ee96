import {cholesky, invertFactor} from "./cholesky.ts";
import {dot, solveWithin, zeroDirection} from "./conjugate-gradient.ts";
import {dampedStep, rangeOf} from "./damping.ts";
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
  pairLevels,
  sweptSquares
} from "./within.ts";

/** Of a column with effects and earlier columns taken out, the share that counts as nothing. */
const collinearity = 1e-11;
const halvings = 14;
/** A range of the linear predictor's step, in logarithms, that is never gone whole. */
const widest = 10;
/** Of the objective: a decrement above this is not rounding. */
const lost = 1e-6;
/** So many regressors share one scale of their start. */
const few = 7;
/** Of the fall that its slope foretells a whole step must bring so much, half of it where it is exact; a part of one less. */
const [promised, least] = [0.4, 1e-4];
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
  /** Levels that a heavy cell ties, found once: the preconditioner need not be the best. */
  readonly pairing: Pairing;
}

function startingState(design: Design, native: NativePpml | undefined): State {
  const {y, weights, levels, x} = design;
  const wy = weights ? y.map((value, r) => value * weights[r]!) : y;
  const groupSums = groupTotals(design, wy);
  const passes =
    native && fitsNative(design) ? makeWasmPasses(design, groupSums, native) : makePasses(design, groupSums);
  const margins = zeroDirection(levels, x.length);
  gather(design, wy, margins);
  const v = zeroDirection(levels, x.length);
  proportionalStart({design, passes, v, margins});
  return {design, passes, v, wy, margins, pairing: pairLevels(passes.within)};
}

/** Starts effects from their margins, and fits each to its margin twice, as in iterative proportional fitting. */
function proportionalStart({design, passes, v, margins}: Omit<State, "wy" | "pairing">): void {
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
    const {step, reached} = advance(state, before, solution, {objective, slope, evaluate});
    const change = relativeChange(v.beta, before.beta);
    const fall = slope / (Math.abs(objective) + Number.MIN_VALUE);
    // Where no step can be made from afar curvature is lost: what is left is no rounding, and there is no way on.
    if (inner === 0 && decrement > lost * Math.abs(objective)) break;
    objective = reached;
    onProgress?.({iteration: iterations, change, innerIterations: inner});
    const settled = design.x.length > 0 ? change * Math.max(eta, Math.min(1, change)) < tolerance : true;
    converged = step > 0.5 && settled && fall < 1e-7;
  }
  return {iterations, innerIterations, converged};
}

/** What a step sets out from. */
interface Start {
  readonly objective: number;
  /** Fall of the objective per step at the start. */
  readonly slope: number;
  readonly evaluate: () => number;
}

/** Goes a Newton step, whole where it keeps its promise, else as far as curvature is kept and the objective falls. */
function advance({design, v}: State, from: Direction, by: Direction, {objective, slope, evaluate}: Start) {
  const go = (step: number) => {
    move(v, from, step, by);
    const reached = evaluate();
    const falls = (share: number) => reached <= objective - share * step * slope + 1e-12 * Math.abs(objective);
    return {step, reached, falls};
  };
  // With many regressors, single rows have regressors of their own, whose steps show little in the sum over all rows.
  const isWary = design.x.length > few && rangeOf(design, by) > widest;
  const whole = isWary ? undefined : go(1);
  if (whole?.falls(promised)) return whole;
  let part = go(dampedStep(rangeOf(design, by)));
  for (let halving = 0; halving < halvings && !part.falls(least); halving++) part = go(part.step / 2);
  return part;
}

/** The diagonal anew at each call; the scale of the regressors too where they are many, as they are then told apart by it. */
function makePreconditioner({design, passes, pairing}: State, collinear: Uint8Array): () => Preconditioner {
  const {within} = passes;
  const groups = groupsOf(design.groupEnds, pairing.rows);
  const beta = new Float64Array(design.x.length);
  const scale = (squares: (column: Float64Array) => number) => {
    design.x.forEach((column, k) => {
      const sum = squares(column);
      beta[k] = sum > 0 && !collinear[k] ? 1 / sum : 0;
    });
  };
  scale((column) => sumOfSquares(column, within.w));
  const diagonal = new Float64Array(design.levels);
  return () => {
    if (beta.length > few) scale((column) => sweptSquares(within, column));
    passes.diagonal(diagonal);
    return invertBlocks(within, pairing, groups, diagonal, beta);
  };
}

function sumOfSquares(column: Float64Array, w: Float64Array): number {
  let sum = 0;
  for (let r = 0; r < column.length; r++) sum += w[r]! * column[r]! * column[r]!;
  return sum;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let r = 0; r < result.length; r++) result[r] = a[r]! - b[r]!;
  return result;
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
  const gradient = inner(partialled, difference(wy, w));
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

function describe(state: State, run: Finished): Fit {
  const {design, passes, v, wy} = state;
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
    residual: difference(wy, w),
    effects: v.effects,
    groupEffects: passes.logScale,
    ...likelihoods(state),
    iterations: run.iterations,
    innerIterations: run.innerIterations + run.partialIterations,
    converged: run.converged
  };
}

/**
 * The sum of y log μ needs no logarithm by row: log μ is the linear predictor, and sums of y by level and regressor are at
 * hand.
 */
function likelihoods({design, passes, v, wy, margins}: State) {
  const {n, y, weights, offset, profiled} = design;
  const {w, groupSums} = passes.within;
  let byPredictor = dot(margins, v);
  if (profiled >= 0)
    for (let g = 0; g < groupSums.length; g++)
      if (groupSums[g]! > 0) byPredictor += groupSums[g]! * passes.logScale[g]!;
  if (offset) for (let r = 0; r < n; r++) byPredictor += wy[r]! * offset[r]!;
  let [saturated, constant, total, fitted, count] = [0, 0, 0, 0, 0];
  for (let r = 0; r < n; r++) {
    const value = y[r]!;
    const weight = weights ? weights[r]! : 1;
    count += weight;
    fitted += w[r]!;
    if (value === 0) continue;
    const log = Math.log(value);
    total += weight * value;
    saturated += weight * value * log;
    constant += weight * logFactorial(value, log);
  }
  return {
    deviance: Math.max(0, 2 * (saturated - byPredictor - total + fitted)),
    logLikelihood: byPredictor - fitted - constant,
    nullLogLikelihood: total * Math.log(total / count) - total - constant
  };
}
