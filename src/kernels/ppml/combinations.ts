import {cholesky, solveFactor} from "./cholesky.ts";
import {solveWithin} from "./conjugate-gradient.ts";
import type {Design} from "./design.ts";
import {crossProducts, inner} from "./moments.ts";
import {centre, partialOut} from "./partial-out.ts";
import {groupTotals, makePasses, type Passes} from "./passes.ts";
import {fitsNative, makeWasmPasses, type NativePpml} from "./wasm-passes.ts";
import {type Direction, type Preconditioner, predict, type Within} from "./within.ts";

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
  /** Solves the normal equations of regressors and effects together, quickly where regressors are few and not alike. */
  together(rhs: Direction, tolerance: number): Direction;
  multiply: Passes["multiply"];
}

/** Work of all solves: rows times steps. */
export interface Work {
  visits: number;
}

/** Steps of a solve after which it counts as done, unless told otherwise. */
const mostSteps = 3000;
/** Share of the expected curvature that is round-off. */
const flat = 1e-13;
/** Regressors that are nearly alike take more; they are better taken out one by one. */
const mostTogether = 200;

/** Makes combinations of a design whose every group has weight; the weights stay as they are. */
export function makeCombinations(
  design: Design,
  w: Float64Array,
  {native, work = {visits: 0}}: {native?: NativePpml | undefined; work?: Work} = {}
): Combinations {
  const sums = groupTotals(design, w);
  const passes = native && fitsNative(design) ? makeWasmPasses(design, sums, native) : makePasses(design, sums);
  const {within} = passes;
  within.w.set(w);
  let scratch: Float64Array | undefined;
  const diagonal = new Float64Array(design.levels);
  passes.diagonal(diagonal);
  const m = diagonalPreconditioner(diagonal);
  const takeOut = (column: Float64Array, tolerance: number, most = mostSteps) => {
    scratch ??= new Float64Array(design.n);
    const out = partialOut(within, m, column, {tolerance, most, flat, scratch, multiply: passes.multiply});
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
    },
    together: (rhs, tolerance) => {
      const beta = sweptSquares(within).map((square) => (square > 0 ? 1 / square : 0));
      const {solution, iterations} = solveWithin(passes.multiply, {...m, beta}, rhs, {
        tolerance,
        most: mostTogether,
        flat
      });
      work.visits += iterations * design.n;
      return solution;
    },
    multiply: passes.multiply
  };
}

function diagonalPreconditioner(diagonal: Float64Array): Preconditioner {
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

/** Σ w x² of each regressor with the means of the groups taken off; 0 where these leave round-off alone. */
function sweptSquares({design, w, groupSums}: Within): Float64Array {
  const {x, groupEnds} = design;
  return Float64Array.from(x, (column) => {
    let [squares, whole] = [0, 0];
    for (let g = 0, from = 0; g < groupEnds.length; g++) {
      let [sum, square] = [0, 0];
      for (let r = from; r < groupEnds[g]!; r++) {
        sum += w[r]! * column[r]!;
        square += w[r]! * column[r]! * column[r]!;
      }
      squares += groupSums[g]! > 0 ? square - (sum * sum) / groupSums[g]! : square;
      whole += square;
      from = groupEnds[g]!;
    }
    return squares > collinearity * whole ? squares : 0;
  });
}
