import {makeRandom, type Random} from "../random.ts";
import {type Certificate, proveRows} from "./certificate.ts";
import {makeCombinations, type Work} from "./combinations.ts";
import {coneSupport} from "./cone-support.ts";
import {zeroDirection} from "./conjugate-gradient.ts";
import {type Design, makeDesign} from "./design.ts";
import {keepRows} from "./keep-rows.ts";
import type {Multiply} from "./multiply.ts";
import {fitsNative} from "./native/lay-out.ts";
import type {NativePpml} from "./native/module.ts";
import {makeNativePasses} from "./native/passes.ts";
import {isNothingOpen} from "./nothing-open.ts";
import {type Limits, type OpenSpace, openSpace} from "./open-space.ts";
import {makePasses, type Passes} from "./passes.ts";
import {checkProblem, type Problem} from "./problem.ts";
import {projectByWeights, projectOnBasis, rectify} from "./rectifier.ts";
import type {Direction} from "./within.ts";

/** Ways to find separated rows, in their order: all-zero levels, a few open combinations in full, the iterative rectifier. */
export const separationMethods = ["fe", "simplex", "relu"] as const;
export type SeparationMethod = (typeof separationMethods)[number];

/** Rows whose fitted mean could only be 0, and the proof. */
export interface Separation {
  /** Rows of the problem, from 0, in order. */
  readonly rows: Int32Array;
  /** Of these, rows of a level in which y is zero throughout. */
  readonly byEffects: number;
  /** Of these, rows found by looking through the few combinations that rows with y above 0 leave open. */
  readonly bySimplex: number;
  /** Of these, rows that the iterative rectifier found. */
  readonly byRectifier: number;
  /**
   * A value for each of `rows`, above 0 and at most 1: with 0 for all others it is one combination of regressors and
   * effects that is 0 wherever y is positive and never below 0, along which the likelihood rises for ever. NaN for rows
   * of zero levels, whose own level is the proof.
   */
  readonly certificate: Float64Array;
  /** Largest value of that combination on a row that should have 0: round-off. */
  readonly certificateError: number;
  /** Coefficients of the regressors in that combination; zeros without one. */
  readonly regressors: Float64Array;
  /** Exchanges of the simplex stage and steps of the rectifier. */
  readonly iterations: number;
  /** Whether it is settled that no further row is separated. */
  readonly converged: boolean;
}

/** How separated rows are looked for. */
export interface SeparationOptions {
  /** Defaults to all. Levels without a positive y are always found: they have no combination of finite size. */
  readonly methods?: readonly SeparationMethod[];
  /** The passes over rows in WASM, for models that they fit; defaults to plain TypeScript. */
  readonly native?: NativePpml;
  /** Widest basis and longest work for it before the rectifier takes over. */
  readonly limits?: Limits;
}

const defaultLimits: Limits = {columns: 800, visits: 6e9};
/** A basis up to this width is made first; where it is wider, one step of the rectifier may find all rows at once. */
const narrow = 64;
/** Regressors up to this number are solved for together with the effects. */
const fewRegressors = 12;
const mostIterations = 20_000;
/** Rows times steps after which the rectifier without a basis gives up. */
const patience = 3e9;

/**
 * Finds rows that separate: zero rows for which Poisson estimates do not exist (Correia, Guimarães and Zylkin 2019,
 * arXiv:1903.01633). All-zero levels come first. Only a combination z of regressors and effects that is 0 wherever y is
 * positive can separate further rows: what rows with y above 0 leave open is mostly nothing, which one well-conditioned
 * solve tells. Otherwise the rows it leaves open are few, and so are its dimensions: these are looked through in full, or
 * where they are too many by the iterative rectifier on the open rows alone.
 */
export function findSeparation(
  problem: Problem,
  {methods = separationMethods, native, limits = defaultLimits}: SeparationOptions = {}
): Separation {
  const isFull = methods.includes("simplex") || methods.includes("relu");
  const {x, effects} = problem;
  const bare = {y: isPositive(problem.y), x, effects};
  if (isFull && native && fitsNative(problem) && bare.y.includes(1)) {
    checkProblem({...problem, x: [], effects: []}, {nonNegative: true}); // The module checks the rest.
    const passes = makeNativePasses(bare, {singletons: false, leftOut: []}, native);
    return search(bare, passes, {methods, limits, isNative: true});
  }
  checkProblem(problem, {nonNegative: true});
  const keptRows = keepRows(bare.y, effects, {zeroGroups: true, singletons: false});
  const isSettled = bare.y.every((one, r) => one === 1 || keptRows.kept[r] === 0);
  if (isSettled || !isFull) return describe(bare, keptRows.kept, undefined, {...untouched, converged: isSettled});
  return search(bare, makePasses(bare, keptRows), {methods, limits, isNative: false});
}

const untouched = {bySimplex: 0, byRectifier: 0, iterations: 0, converged: true};

/** 1 where y is above 0: only that matters. */
function isPositive(y: Float64Array): Float64Array {
  const positive = new Float64Array(y.length);
  for (let r = 0; r < y.length; r++) positive[r] = y[r]! > 0 ? 1 : 0;
  return positive;
}

type Searching = Required<Pick<SeparationOptions, "methods" | "limits">> & {readonly isNative: boolean};

/** What rows with trade leave open is mostly nothing; only where it is something are the rows themselves needed. */
function search(problem: Problem, passes: Passes, options: Searching): Separation {
  const {kept} = passes.layout.keptRows;
  const random = makeRandom(1);
  const isPlain = problem.y.reduce((sum, one) => sum + one, 0) === passes.layout.n;
  passes.weighByResponse();
  if (isPlain || (problem.x.length <= fewRegressors && isNothingOpen(passes, problem, random)))
    return describe(problem, kept, undefined, untouched);
  const design = options.isNative
    ? makeDesign(problem, kept)
    : passes.rows(zeroDirection(passes.layout.levels, passes.layout.p)).design;
  const stages = makeSearch(design, random, {...options, ...(options.isNative && {multiply: passes.multiply})});
  return describe(problem, kept, stages.certificate, {...stages.run(), design});
}

/** What the stages after the levels found. */
interface Ended {
  readonly bySimplex: number;
  readonly byRectifier: number;
  readonly iterations: number;
  readonly converged: boolean;
}

function describe(
  problem: Problem,
  kept: Uint8Array,
  certificate: Certificate | undefined,
  ended: Ended & {design?: Design}
): Separation {
  const {design, ...counts} = ended;
  const values = new Float64Array(kept.length);
  let byEffects = 0;
  for (let r = 0; r < kept.length; r++)
    if (!kept[r]) {
      values[r] = Number.NaN;
      ++byEffects;
    }
  if (certificate && design)
    for (let at = 0; at < design.n; at++) if (certificate.isLifted[at]) values[design.rows[at]!] = certificate.z[at]!;
  const rows = new Int32Array(byEffects + counts.bySimplex + counts.byRectifier);
  for (let r = 0, at = 0; r < values.length; r++) if (values[r] !== 0) rows[at++] = r;
  return {
    rows,
    byEffects,
    ...counts,
    certificate: Float64Array.from(rows, (row) => values[row]!),
    certificateError: certificate?.error ?? 0,
    regressors: certificate?.direction?.beta ?? new Float64Array(problem.x.length)
  };
}

function makeSearch(
  design: Design,
  random: Random,
  {methods, limits, multiply}: Omit<Searching, "isNative"> & {readonly multiply?: Multiply}
) {
  const {n, y: positive} = design;
  const work: Work = {visits: 0};
  const combinations = makeCombinations(design, positive, {work, ...(multiply && {multiply})});
  const isLifted = new Uint8Array(n);
  const certificate: Certificate = {isLifted, z: new Float64Array(0), direction: undefined, error: 0};
  const open = () => Int32Array.from(Array.from(positive.keys()).filter((r) => positive[r] === 0 && !isLifted[r]));
  const prove = (rows: readonly number[], v: Direction) => proveRows(certificate, {combinations, rows, v, work});

  /** Looks through all combinations; whether that settled the matter. */
  const lookThrough = ({rows, basis}: OpenSpace & {basis: NonNullable<OpenSpace["basis"]>}) => {
    const found = coneSupport(basis);
    const places = found.rows.map((i) => rows[i]!);
    const isProved = places.length === 0 || prove(places, combine(design, basis.directions, found.combination));
    return {count: isProved ? places.length : 0, iterations: found.iterations, converged: found.converged && isProved};
  };
  /** Finds some rows or none at all, on the open rows alone. */
  const rectifyOpen = ({rows, basis}: OpenSpace, most: number) => {
    const isHeld = Uint8Array.from(isLifted, (one) => 1 - one);
    for (const r of rows) isHeld[r] = 0;
    const project = basis
      ? projectOnBasis(basis, (c) => combine(design, basis.directions, c))
      : projectByWeights(design, {open: rows, isHeld, work, visits: patience});
    const asPlaces = (found: number[]) => found.map((i) => rows[i]!);
    const isProof = (found: number[], v: Direction) => prove(asPlaces(found), v);
    const {found, iterations, converged} = rectify(rows.length, project, isProof, most);
    return {count: found?.rows.length ?? 0, iterations, converged};
  };

  const run = (): Ended => {
    let [bySimplex, byRectifier, iterations] = [0, 0, 0];
    const end = (converged: boolean): Ended => ({bySimplex, byRectifier, iterations, converged});
    const rectifier = (space: OpenSpace, most: number) => {
      const found = rectifyOpen(space, most);
      byRectifier += found.count;
      iterations += found.iterations;
      return found;
    };
    for (;;) {
      const columns = Math.min(narrow, limits.columns);
      let space = openSpace(combinations, open(), random, {limits: {...limits, columns}, work});
      if (space.rows.length === 0) return end(space.settled);
      if (!space.basis && limits.columns > narrow) {
        if (methods.includes("relu") && rectifier(space, 1).count > 0) continue;
        space = space.widen?.(limits) ?? space;
      }
      const {basis, settled} = space;
      if (basis && methods.includes("simplex")) {
        const found = lookThrough({...space, basis});
        bySimplex += found.count;
        iterations += found.iterations;
        if (found.converged) return end(settled);
      }
      if (!methods.includes("relu")) return end(false);
      const found = rectifier(space, mostIterations);
      if (found.count === 0) return end(settled && found.converged);
    }
  };
  return {certificate, run};
}

/** Σ c_j v_j. */
function combine({levels, x}: Design, directions: readonly Direction[], c: Float64Array): Direction {
  const v = zeroDirection(levels, x.length);
  directions.forEach((direction, j) => {
    for (let level = 0; level < levels; level++) v.effects[level]! += c[j]! * direction.effects[level]!;
    for (let k = 0; k < x.length; k++) v.beta[k]! += c[j]! * direction.beta[k]!;
  });
  return v;
}
