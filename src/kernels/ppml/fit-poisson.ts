import {cholesky, invertFactor} from "./cholesky.ts";
import {dot, solveWithin, zeroDirection} from "./conjugate-gradient.ts";
import {dampedStep} from "./damping.ts";
import type {Fit, FitOptions} from "./fit.ts";
import type {IncompleteFactor} from "./incomplete-factor.ts";
import {keepRows} from "./keep-rows.ts";
import {fitsNative} from "./native/lay-out.ts";
import type {NativePpml} from "./native/module.ts";
import {makeNativePasses} from "./native/passes.ts";
import {once} from "./once.ts";
import {makePasses, type Passes, withoutLevels} from "./passes.ts";
import {checkProblem, type Problem} from "./problem.ts";
import {type Direction, groupsOf, invertBlocks, type Pairing, type Preconditioner, scaledNorm} from "./within.ts";

/** Of a column with effects and earlier columns taken out, the share that counts as nothing. */
const collinearity = 1e-11;
const halvings = 14;
/** A range of the linear predictor's step, in logarithms, that is never gone whole. */
const widest = 10;
/** Of the objective: a decrement above this is not rounding. */
const lost = 1e-6;
/** A solve of more steps is slow. */
const many = 30;
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
  const {native, singletons = false, leftOut = []} = options;
  if (native && fitsNative(problem)) {
    const fit = fitRows(makeNativePasses(problem, {singletons, leftOut}, native), options);
    if (fit) return fit;
  }
  checkProblem(problem, {nonNegative: true});
  const kept = keepRows(problem.y, problem.effects, {zeroGroups: true, singletons, leftOut});
  if (kept.count === 0) throw new RangeError("Found no row with a group that trades, wanted at least one positive y");
  return fitRows(makePasses(problem, kept), options)!;
}

/** Estimates on rows that are laid out; undefined where the passes leave the range of numbers. */
function fitRows(passes: Passes, options: PoissonOptions): Fit | undefined {
  const {tolerance = 1e-6, partialTolerance = 1e-8, most = 60, onProgress, clusters = []} = options;
  const {levels, p} = passes.layout;
  const v = zeroDirection(levels, p);
  if (!proportionalStart(passes, v)) return undefined;
  const state = {passes, v, pairing: passes.pairLevels()};
  let collinear = new Uint8Array(p);
  for (;;) {
    const run = newton(state, collinear, {tolerance, most, ...(onProgress && {onProgress})});
    if (!run) return undefined;
    const last = finish(state, run.m, collinear, partialTolerance);
    if (last.dependent.some((one, k) => one !== collinear[k])) {
      collinear = last.dependent;
      state.v.beta.fill(0);
      continue;
    }
    return describe(state, {...run, ...last, collinear, clusters});
  }
}

/** Where an estimation stands. */
interface State {
  readonly passes: Passes;
  readonly v: Direction;
  /** Levels that a heavy cell ties, found once: the preconditioner need not be the best. */
  readonly pairing: Pairing;
}

/**
 * Starts effects from their margins, and fits each to its margin twice, as in iterative proportional fitting. False where
 * means leave the range of numbers.
 */
function proportionalStart({layout, margins, fitted, evaluate}: Passes, v: Direction): boolean {
  const plain = layout.effects.filter(({isPlain}) => isPlain);
  for (const {start, levels} of plain)
    for (let level = start; level < start + levels; level++) v.effects[level] = 0.5 * Math.log(margins.effects[level]!);
  for (let sweep = 0; sweep < 2; sweep++)
    for (const {start, levels} of plain) {
      if (Number.isNaN(evaluate(v))) return false;
      for (let level = start; level < start + levels; level++)
        v.effects[level]! += Math.log(margins.effects[level]! / fitted.effects[level]!);
    }
  return true;
}

interface NewtonOptions {
  readonly tolerance: number;
  readonly most: number;
  readonly onProgress?: FitOptions["onProgress"];
}

/** Truncated Newton steps until the coefficients settle; the state is moved in place. Undefined out of range. */
function newton(state: State, collinear: Uint8Array, {tolerance, most, onProgress}: NewtonOptions) {
  const {passes, v} = state;
  const {margins} = passes;
  const {levels, p} = passes.layout;
  const rhs = zeroDirection(levels, p);
  const evaluate = () => passes.evaluate(v) - dot(margins, v);
  let objective = evaluate();
  if (Number.isNaN(objective)) return undefined;
  const precondition = makePreconditioner(state, collinear);
  let [iterations, innerIterations, converged, first] = [0, 0, false, Number.NaN];
  let isSlow = false;
  while (iterations < most && !converged) {
    ++iterations;
    subtract(margins, passes.fitted, rhs);
    for (let k = 0; k < collinear.length; k++) if (collinear[k]) rhs.beta[k] = 0;
    const m = precondition(isSlow);
    const decrement = scaledNorm(m, rhs);
    if (iterations === 1) first = decrement;
    const eta = Math.max(tightest, Math.min(0.1, 0.5 * Math.sqrt(decrement / first)));
    const {solution, iterations: inner} = solveWithin(passes.multiply, m, rhs, {tolerance: eta});
    innerIterations += inner;
    isSlow ||= inner > many;
    const slope = dot(rhs, solution);
    const before = {effects: v.effects.slice(), beta: v.beta.slice()};
    const {step, reached} = advance(state, before, solution, {objective, slope, evaluate});
    if (Number.isNaN(reached)) return undefined;
    const change = relativeChange(v.beta, before.beta);
    const fall = slope / (Math.abs(objective) + Number.MIN_VALUE);
    // Where no step can be made from afar curvature is lost: what is left is no rounding, and there is no way on.
    if (inner === 0 && decrement > lost * Math.abs(objective)) break;
    objective = reached;
    onProgress?.({iteration: iterations, change, innerIterations: inner});
    const settled = p > 0 ? change * Math.max(eta, Math.min(1, change)) < tolerance : true;
    converged = step > 0.5 && settled && fall < 1e-7;
  }
  return {iterations, innerIterations, converged, m: precondition(isSlow)};
}

/** What a step sets out from. */
interface Start {
  readonly objective: number;
  /** Fall of the objective per step at the start. */
  readonly slope: number;
  readonly evaluate: () => number;
}

/** Goes a Newton step, whole where it keeps its promise, else as far as curvature is kept and the objective falls. */
function advance({passes, v}: State, from: Direction, by: Direction, {objective, slope, evaluate}: Start) {
  const go = (step: number) => {
    move(v, from, step, by);
    const reached = evaluate();
    const falls = (share: number) => reached <= objective - share * step * slope + 1e-12 * Math.abs(objective);
    return {step, reached, falls};
  };
  // With many regressors, single rows have regressors of their own, whose steps show little in the sum over all rows.
  const isWary = passes.layout.p > few && passes.range(by) > widest;
  const whole = isWary ? undefined : go(1);
  if (whole?.falls(promised)) return whole;
  let part = go(dampedStep(passes.range(by)));
  for (let halving = 0; halving < halvings && !part.falls(least); halving++) part = go(part.step / 2);
  return part;
}

/**
 * The diagonal anew at each call; the scale of the regressors too where they are many, as they are then told apart by it.
 * When solves are slow, ties of levels are factorised once, where that is worth it.
 */
function makePreconditioner({passes, pairing}: State, collinear: Uint8Array): (isSlow: boolean) => Preconditioner {
  const groups = groupsOf(passes.groupEnds, pairing.rows);
  const scaleOf = (squares: Float64Array) => squares.map((sum, k) => (sum > 0 && !collinear[k] ? 1 / sum : 0));
  let beta = scaleOf(passes.sumsOfSquares());
  const diagonal = new Float64Array(passes.layout.levels);
  let ties: {readonly factor?: IncompleteFactor} | undefined;
  return (isSlow) => {
    if (beta.length > few) beta = scaleOf(passes.sweptSquares());
    passes.diagonal(diagonal);
    if (isSlow) ties ??= passes.factorTies(diagonal);
    return {...invertBlocks(passes, pairing, groups, diagonal, beta), ...ties};
  };
}

function subtract(a: Direction, b: Direction, into: Direction): void {
  for (let level = 0; level < into.effects.length; level++) into.effects[level] = a.effects[level]! - b.effects[level]!;
  for (let k = 0; k < into.beta.length; k++) into.beta[k] = a.beta[k]! - b.beta[k]!;
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

/** What effects say of a regressor: its coefficients on them. */
function explain({layout, multiply}: Passes, k: number, m: Preconditioner, tolerance: number) {
  const unit = zeroDirection(layout.levels, layout.p);
  unit.beta[k] = 1;
  const image = zeroDirection(layout.levels, layout.p);
  multiply(unit, image);
  const rhs = {effects: image.effects, beta: new Float64Array(0)};
  return solveWithin(multiply, m, rhs, {tolerance, most: 500});
}

/** Takes the effects out of the regressors, and makes the step that squares the error of the coefficients. */
function finish({passes, v}: State, last: Preconditioner, collinear: Uint8Array, tolerance: number) {
  const {p} = passes.layout;
  const m: Preconditioner = {...last, beta: new Float64Array(0)};
  const out = Array.from({length: p}, (_, k) => explain(passes, k, m, tolerance));
  const levels = out.map(({solution}) => solution.effects);
  const {products, gradient, means} = passes.partial(levels);
  const factor = cholesky(products, passes.sumsOfSquares(), collinearity);
  const dependent = factor.dependent.map((one, k) => (collinear[k] ? 1 : one));
  const bread = invertFactor(factor);
  for (let k = 0; k < p; k++) {
    let step = 0;
    for (let l = 0; l < p; l++) step += bread[k * p + l]! * gradient[l]!;
    if (dependent[k] || step === 0) continue;
    v.beta[k]! += step;
    for (let level = 0; level < levels[k]!.length; level++) v.effects[level]! -= step * levels[k]![level]!;
  }
  const objective = passes.evaluate(v);
  const partialIterations = out.reduce((sum, {iterations}) => sum + iterations, 0);
  return {dependent, bread, taken: {levels, means}, objective, partialIterations};
}

type Finished = ReturnType<typeof finish> &
  NonNullable<ReturnType<typeof newton>> & {readonly collinear: Uint8Array; readonly clusters: readonly Int32Array[]};

/** Columns by row are made when they are first asked for: a large model has no need of most. */
function describe({passes, v}: State, run: Finished): Fit {
  const logScale = passes.logScale();
  const {layout} = passes;
  const {n, keptRows, effectPlaces, profiled, groups} = layout;
  const rows = once(() => passes.rows(v));
  const mu = once(() => {
    const {design, w} = rows();
    const {weights} = design;
    return weights ? w.map((value, r) => value / (weights[r]! || 1)) : w;
  });
  const residual = once(() => {
    const {design, w} = rows();
    return design.y.map((value, r) => value * (design.weights?.[r] ?? 1) - w[r]!);
  });
  const partialled = once(() => {
    const {design} = rows();
    return design.x.map((column, k) => {
      const left = withoutLevels(design, column, run.taken.levels[k]!);
      return takeMeans(left, design.groupEnds, run.taken.means[k]!);
    });
  });
  return {
    family: "poisson",
    observations: n,
    keptRows,
    levels: Array.from({length: effectPlaces.length + (profiled < 0 ? 0 : 1)}, (_, f) =>
      f === profiled ? groups : layout.effects[effectPlaces.indexOf(f)]!.levels
    ),
    beta: v.beta,
    collinear: run.collinear,
    bread: run.bread,
    effects: v.effects,
    groupEffects: logScale,
    clusterScores: run.clusters.map(passes.scoresBy),
    squaredCorrelation: passes.squaredCorrelation(),
    ...likelihoods(passes, v, {objective: run.objective, logScale}),
    iterations: run.iterations,
    innerIterations: run.innerIterations + run.partialIterations,
    converged: run.converged,
    get design() {
      return rows().design;
    },
    get w() {
      return rows().w;
    },
    get mu() {
      return mu();
    },
    get residual() {
      return residual();
    },
    get partialled() {
      return partialled();
    }
  };
}

/** Takes a mean off the values of each group, in place. */
function takeMeans(values: Float64Array, groupEnds: Int32Array, means: Float64Array): Float64Array {
  for (let g = 0, r = 0; g < groupEnds.length; g++) for (; r < groupEnds[g]!; r++) values[r]! -= means[g]!;
  return values;
}

/** The sum of y log μ needs no logarithm by row: sums of y by level, regressor and group are at hand. */
function likelihoods(
  {layout, margins, groupSums, outcome}: Passes,
  v: Direction,
  {objective, logScale}: {objective: number; logScale: Float64Array}
) {
  const {count, total, saturated, constant, byOffset} = outcome();
  let byPredictor = dot(margins, v) + byOffset;
  if (layout.profiled >= 0)
    for (let g = 0; g < groupSums.length; g++) if (groupSums[g]! > 0) byPredictor += groupSums[g]! * logScale[g]!;
  // Groups meet their sums of y exactly; where rows are one free group, the objective has the sum of its means.
  const means = layout.profiled >= 0 ? total : objective;
  return {
    deviance: Math.max(0, 2 * (saturated - byPredictor - total + means)),
    logLikelihood: byPredictor - means - constant,
    nullLogLikelihood: total * Math.log(total / count) - total - constant
  };
}
