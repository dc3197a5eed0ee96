import {cholesky, solveFactor} from "./cholesky.ts";
import type {Design} from "./design.ts";
import {crossProducts, inner} from "./moments.ts";
import type {Multiply} from "./multiply.ts";
import {centre, partialOut} from "./partial-out.ts";
import {type Direction, diagonalOf, type Preconditioner, predict, type Within} from "./within.ts";

/** Of a regressor with effects and earlier ones taken out, the share of squares that counts as nothing. */
const collinearity = 1e-11;

/**
 * Combinations of regressors and effects, with a weight for each row of a design. A combination is given by coefficients
 * of the regressors and of the iterated effects; the exact effect takes the weighted mean of each group off.
 */
export interface Combinations {
  readonly design: Design;
  readonly within: Within;
  /** Values by row. */
  values(v: Direction): Float64Array;
  /** What a combination leaves of a target, the means of the groups taken off that too. */
  left(target: Float64Array, v: Direction): Float64Array;
  /** Coefficients whose values come closest to a target where the weights are; regressors in `dependent` have none. */
  closest(target: Float64Array, tolerance: number, most?: number): Direction;
  /** Regressors that effects and earlier regressors make where the weights are, each with effects taken out. */
  dependent(): readonly {readonly k: number; readonly v: Direction}[];
}

/** Work of all solves: rows times steps. */
export interface Work {
  visits: number;
}

/** Steps of a solve after which it counts as done, unless told otherwise. */
const mostSteps = 3000;
/** Share of the expected curvature that is round-off. */
export const flat = 1e-13;

/** Makes combinations of a design whose every group has weight; the weights stay as they are. */
export function makeCombinations(
  design: Design,
  w: Float64Array,
  {multiply, work = {visits: 0}}: {multiply?: Multiply; work?: Work} = {}
): Combinations {
  const sums = sumsByGroup(design, w);
  const within: Within = {design, w, groupSums: sums};
  let scratch: Float64Array | undefined;
  const diagonal = new Float64Array(design.levels);
  diagonalOf(within, diagonal);
  const m = diagonalPreconditioner(diagonal);
  const takeOut = (column: Float64Array, tolerance: number, most = mostSteps) => {
    scratch ??= new Float64Array(design.n);
    const out = partialOut(within, m, column, {tolerance, most, flat, scratch, ...(multiply && {multiply})});
    work.visits += out.iterations * design.n;
    return out;
  };
  let known: ReturnType<typeof takeOutRegressors> | undefined;
  const regressors = () => {
    known ??= takeOutRegressors(design, w, (column) => takeOut(column, 1e-10));
    return known;
  };
  const values = (v: Direction) => {
    const result = new Float64Array(design.n);
    predict(design, v, result);
    centre(design.groupEnds, w, sums, result);
    return result;
  };
  return {
    design,
    within,
    values,
    left: (target, v) => {
      const rest = values(v);
      for (let r = 0; r < rest.length; r++) rest[r] = target[r]! - rest[r]!;
      centre(design.groupEnds, w, sums, rest);
      return rest;
    },
    closest: (target, tolerance, most) => {
      const {residual, effects} = takeOut(target, tolerance, most);
      const beta = new Float64Array(design.x.length);
      if (beta.length > 0) {
        const {parts, factor} = regressors();
        for (let r = 0; r < design.n; r++) residual[r]! *= w[r]!;
        beta.set(
          solveFactor(
            factor,
            inner(
              parts.map((part) => part.residual),
              residual
            )
          )
        );
        parts.forEach((part, k) => {
          for (let level = 0; level < effects.length; level++) effects[level]! -= beta[k]! * part.effects[level]!;
        });
      }
      return {effects, beta};
    },
    dependent: () => {
      if (design.x.length === 0) return [];
      const {parts, factor} = regressors();
      return parts.flatMap(({effects}, k) => {
        if (factor.dependent[k] === 0) return [];
        const beta = new Float64Array(parts.length);
        beta[k] = 1;
        return [{k, v: {effects: effects.map((value) => -value), beta}}];
      });
    }
  };
}

/** Sums of weights by group; 0 where the rows are one free group. */
function sumsByGroup({groups, groupEnds, profiled}: Design, w: Float64Array): Float64Array {
  const sums = new Float64Array(groups);
  if (profiled >= 0)
    for (let g = 0, from = 0; g < groups; g++) {
      for (let r = from; r < groupEnds[g]!; r++) sums[g]! += w[r]!;
      from = groupEnds[g]!;
    }
  return sums;
}

/** The preconditioner that knows levels alone. */
export function diagonalPreconditioner(diagonal: Float64Array): Preconditioner {
  return {
    own: diagonal.map((value) => (value > 0 ? 1 / value : 0)),
    cross: new Float64Array(diagonal.length),
    partner: Int32Array.from(diagonal.keys()),
    beta: new Float64Array(0)
  };
}

function takeOutRegressors(
  {x}: Design,
  w: Float64Array,
  takeOut: (column: Float64Array) => {residual: Float64Array; effects: Float64Array}
) {
  const parts = x.map(takeOut);
  const reference = Float64Array.from(x, (column) => {
    let sum = 0;
    for (let r = 0; r < column.length; r++) sum += w[r]! * column[r]! * column[r]!;
    return sum;
  });
  const products = crossProducts(
    parts.map(({residual}) => residual),
    w
  );
  return {parts, factor: cholesky(products, reference, collinearity)};
}
