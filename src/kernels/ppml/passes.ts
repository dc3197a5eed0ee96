import {countOf, sizeOf, sumsBy} from "./clusters.ts";
import {zeroDirection} from "./conjugate-gradient.ts";
import {type Design, makeDesign} from "./design.ts";
import type {ClusterScores} from "./fit.ts";
import {groupTotals} from "./group-totals.ts";
import {factorTies, hasFewTies, type IncompleteFactor} from "./incomplete-factor.ts";
import type {KeptRows} from "./keep-rows.ts";
import {logFactorial} from "./log-gamma.ts";
import {crossProducts, inner} from "./moments.ts";
import {type Multiply, makeMultiply} from "./multiply.ts";
import {centre} from "./partial-out.ts";
import type {Problem} from "./problem.ts";
import {squaredCorrelation} from "./squared-correlation.ts";
import {
  type Direction,
  diagonalOf,
  gather,
  type Pairing,
  pairLevels,
  predict,
  sweptSquares,
  type Within
} from "./within.ts";

/** How the rows of a model are laid out, without the rows. */
export interface Layout {
  /** Rows that are kept, and which of the problem's rows they are. */
  readonly n: number;
  readonly keptRows: KeptRows;
  readonly groups: number;
  /** Which of the problem's effects is solved exactly; -1 where the rows are one free group. */
  readonly profiled: number;
  /** The other effects: their places in the problem, and where their levels start among all. */
  readonly effectPlaces: readonly number[];
  readonly effects: readonly {readonly start: number; readonly levels: number; readonly isPlain: boolean}[];
  readonly levels: number;
  /** Regressors. */
  readonly p: number;
}

/** What a likelihood needs of y and the weights alone. */
export interface Outcome {
  /** Σ w. */
  readonly count: number;
  /** Σ w y. */
  readonly total: number;
  /** Σ w y log y. */
  readonly saturated: number;
  /** Σ w log y!. */
  readonly constant: number;
  /** Σ w y · offset. */
  readonly byOffset: number;
}

/** What a Poisson fit asks of the rows: what is done in WASM where the model allows it. Vectors are moved in place. */
export interface Passes {
  readonly layout: Layout;
  /** Weight of each row in the normal equations, which the last evaluation set: the fitted mean times its weight. */
  readonly w: Float64Array;
  readonly groupEnds: Int32Array;
  /** Sums of weighted y by group; zeros where the rows are one free group. */
  readonly groupSums: Float64Array;
  /** Sums of weighted y by level and regressor. */
  readonly margins: Direction;
  /** Sums of the fitted means by level and regressor, at the last evaluation. */
  readonly fitted: Direction;
  /**
   * Fits means at v; returns Σ_g Y_g log Σ_g exp(η), or Σ μ where the rows are one free group. NaN where exponentials
   * leave the range of numbers.
   */
  evaluate(v: Direction): number;
  /**
   * Weighs rows by weighted y itself instead of by fitted means: `groupSums` are then the sums of the weights, so that
   * `multiply`, `diagonal` and the like solve least squares with these weights.
   */
  weighByResponse(): void;
  /** Log of what each group's fitted means are multiplied by, at the last evaluation. */
  logScale(): Float64Array;
  readonly multiply: Multiply;
  /** Diagonal of the normal equations by level. */
  diagonal(into: Float64Array): void;
  /** The ties of the levels factorised, at the last evaluation; without a factor where there are too many of them. */
  factorTies(diagonal: Float64Array): {readonly factor?: IncompleteFactor};
  /** Pairs of levels that a heavy cell ties. */
  pairLevels(): Pairing;
  /** Σ w x² of each regressor. */
  sumsOfSquares(): Float64Array;
  /** Σ w (x − mean_g x)² of each regressor. */
  sweptSquares(): Float64Array;
  /** The widest range within a group that a step changes the linear predictor by; of one free group the range with 0. */
  range(step: Direction): number;
  /** Takes level vectors out of the regressors, then means by group: p × p Σ w x̃ x̃ᵀ and Σ x̃ (wy − w). */
  partial(levels: readonly Float64Array[]): {
    readonly products: Float64Array;
    readonly gradient: Float64Array;
    readonly means: readonly Float64Array[];
  };
  outcome(): Outcome;
  /** Squared correlation of y and the fitted means, each row once, at the last evaluation. */
  squaredCorrelation(): number;
  /** Sums of the scores x̃ (wy − w) by code of the problem's rows, after `partial`. */
  scoresBy(codes: Int32Array): ClusterScores;
  /** The rows themselves, with their weights at v. */
  rows(v: Direction): {readonly design: Design; readonly w: Float64Array};
}

/** Passes in plain TypeScript, for any effects: the fallback and the oracle of those in WASM. */
export function makePasses(problem: Problem, keptRows: KeptRows): Passes {
  const design = makeDesign(problem, keptRows.kept);
  const {n, y, x, weights, levels, groupEnds} = design;
  const p = x.length;
  const w = new Float64Array(n);
  const scratch = new Float64Array(n);
  const wy = weights ? y.map((value, r) => value * weights[r]!) : y;
  const groupSums = groupTotals(design, wy);
  const within: Within = {design, w, groupSums};
  const margins = zeroDirection(levels, p);
  gather(design, wy, margins);
  const logScale = new Float64Array(design.groups);
  const fitted = zeroDirection(levels, p);
  let partialled: readonly Float64Array[] = [];
  const layout = layoutOf(design, keptRows);
  return {
    layout,
    w,
    groupEnds,
    groupSums,
    margins,
    fitted,
    weighByResponse: () => w.set(wy),
    logScale: () => logScale,
    evaluate: (v) => {
      const objective = evaluateRows(within, v, scratch, logScale);
      gather(design, w, fitted);
      return Number.isNaN(objective) ? Number.POSITIVE_INFINITY : objective;
    },
    multiply: makeMultiply(within, scratch),
    diagonal: (into) => diagonalOf(within, into),
    factorTies: (diagonal) =>
      hasFewTies({layout, groupEnds, groupSums})
        ? {factor: factorTies({w, groupEnds, groupSums, effects: design.effects}, diagonal)}
        : {},
    pairLevels: () => pairLevels(within),
    sumsOfSquares: () => Float64Array.from(x, (column) => sumOfSquares(column, w)),
    sweptSquares: () => Float64Array.from(x, (column) => sweptSquares(within, column)),
    range: (step) => {
      predict(design, step, scratch);
      return rangeOf(design, scratch);
    },
    partial: (taken) => {
      partialled = x.map((column, k) => withoutLevels(design, column, taken[k]!));
      const means = partialled.map((column) => centre(groupEnds, w, groupSums, column));
      for (let r = 0; r < n; r++) scratch[r] = wy[r]! - w[r]!;
      return {products: crossProducts(partialled, w), gradient: inner(partialled, scratch), means};
    },
    outcome: () => outcomeOf(design, wy),
    squaredCorrelation: () => squaredCorrelation(y, weights ? w.map((value, r) => value / (weights[r]! || 1)) : w),
    scoresBy: (codes) => {
      const own = Int32Array.from(design.rows, (row) => codes[row]!);
      const scores = partialled.map((column) => column.map((value, r) => value * (wy[r]! - w[r]!)));
      return {codes, sums: sumsBy(scores, own, sizeOf(codes)), count: countOf([own])};
    },
    rows: () => ({design, w})
  };
}

function layoutOf({n, groups, profiled, effectPlaces, effects, levels, x}: Design, keptRows: KeptRows): Layout {
  return {
    ...{n, keptRows, groups, profiled, effectPlaces, levels, p: x.length},
    effects: effects.map((effect) => ({start: effect.start, levels: effect.levels, isPlain: !effect.slope}))
  };
}

/** A column less a value for each level of the effects. */
export function withoutLevels(design: Design, column: Float64Array, effects: Float64Array): Float64Array {
  const residual = new Float64Array(design.n);
  predict(design, {effects, beta: new Float64Array(0)}, residual);
  for (let r = 0; r < residual.length; r++) residual[r] = column[r]! - residual[r]!;
  return residual;
}

function sumOfSquares(column: Float64Array, w: Float64Array): number {
  let sum = 0;
  for (let r = 0; r < column.length; r++) sum += w[r]! * column[r]! * column[r]!;
  return sum;
}

function rangeOf({groupEnds, profiled}: Design, d: Float64Array): number {
  let widest = 0;
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    let [low, high] = profiled >= 0 ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] : [0, 0];
    for (let r = from; r < groupEnds[g]!; r++) {
      const value = d[r]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > widest) widest = high - low;
    from = groupEnds[g]!;
  }
  return widest;
}

function outcomeOf({n, y, weights, offset}: Design, wy: Float64Array): Outcome {
  let [count, total, saturated, constant, byOffset] = [0, 0, 0, 0, 0];
  if (offset) for (let r = 0; r < n; r++) byOffset += wy[r]! * offset[r]!;
  for (let r = 0; r < n; r++) {
    const value = y[r]!;
    const weight = weights ? weights[r]! : 1;
    count += weight;
    if (value === 0) continue;
    const log = Math.log(value);
    total += weight * value;
    saturated += weight * value * log;
    constant += weight * logFactorial(value, log);
  }
  return {count, total, saturated, constant, byOffset};
}

/** Fitted means row by row, in logarithms so that nothing overflows; w takes them. */
function evaluateRows({design, w, groupSums}: Within, v: Direction, eta: Float64Array, logScale: Float64Array): number {
  const {groupEnds, weights, offset, profiled, n} = design;
  predict(design, v, eta);
  if (offset) for (let r = 0; r < n; r++) eta[r]! += offset[r]!;
  let objective = 0;
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const end = groupEnds[g]!;
    let highest = profiled < 0 ? 0 : Number.NEGATIVE_INFINITY;
    if (profiled >= 0) for (let r = from; r < end; r++) if (eta[r]! > highest) highest = eta[r]!;
    let sum = 0;
    for (let r = from; r < end; r++) {
      const value = Math.exp(eta[r]! - highest) * (weights ? weights[r]! : 1);
      w[r] = value;
      sum += value;
    }
    if (profiled >= 0) {
      const factor = groupSums[g]! / sum;
      for (let r = from; r < end; r++) w[r]! *= factor;
      logScale[g] = Math.log(factor) - highest;
      objective += groupSums[g]! * (Math.log(sum) + highest);
    } else objective += sum;
    from = end;
  }
  return objective;
}
