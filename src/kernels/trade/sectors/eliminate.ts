import type {SectorModel} from "./model.ts";

/**
 * The system after its non-traded sectors U are eliminated, exactly, in each economy; traded sectors T remain:
 * ln c_T = laborCost · ln w + use · ln P_T, and X_T = useᵀ Y_T + finalShare · I.
 */
export interface ReducedSystem {
  /** M_TT + M_TU (I − M_UU)⁻¹ M_UT; `[(economy·T + user)·T + input]`. */
  readonly use: Float64Array;
  /** B_T + M_TU (I − M_UU)⁻¹ B_U; `[economy·T + j]`. */
  readonly laborCost: Float64Array;
  /** α_T + M_UTᵀ (I − M_UUᵀ)⁻¹ α_U; `[economy·T + j]`. */
  readonly finalShare: Float64Array;
  /** ln P_U = laborCostU · ln w + useU · ln P_T; `[economy·U + j]`, `[(economy·U + j)·T + input]`. */
  readonly laborCostU: Float64Array;
  readonly useU: Float64Array;
}

/** Eliminates the sectors in which nothing crosses a border: their prices and sales follow from the others'. */
export function eliminateNonTraded(model: SectorModel): ReducedSystem {
  const {n, sectors, traded, finalShare, valueAddedShare, use} = model;
  const rest = sectors - traded;
  if (rest === 0)
    return {use, laborCost: valueAddedShare, finalShare, laborCostU: new Float64Array(0), useU: new Float64Array(0)};
  const reduced: ReducedSystem = {
    use: new Float64Array(n * traded * traded),
    laborCost: new Float64Array(n * traded),
    finalShare: new Float64Array(n * traded),
    laborCostU: new Float64Array(n * rest),
    useU: new Float64Array(n * rest * traded)
  };
  const matrix = new Float64Array(rest * rest);
  const inverse = new Float64Array(rest * rest);
  for (let i = 0; i < n; i++) {
    leontief(model, i, matrix);
    invertDominant(matrix, rest, inverse);
    restPrices(model, reduced, i, inverse);
    for (let j = 0; j < traded; j++) tradedRow(model, reduced, i, j);
  }
  return reduced;
}

/** I − M_UU of one economy. */
function leontief({sectors, traded, use}: SectorModel, i: number, out: Float64Array): void {
  const rest = sectors - traded;
  for (let r = 0; r < rest; r++) {
    const from = (i * sectors + traded + r) * sectors + traded;
    for (let c = 0; c < rest; c++) out[r * rest + c] = (r === c ? 1 : 0) - use[from + c]!;
  }
}

function restPrices(model: SectorModel, {laborCostU, useU}: ReducedSystem, i: number, inverse: Float64Array): void {
  const {sectors, traded, valueAddedShare, use} = model;
  const rest = sectors - traded;
  for (let r = 0; r < rest; r++) {
    const to = (i * rest + r) * traded;
    let labor = 0;
    for (let c = 0; c < rest; c++) {
      const weight = inverse[r * rest + c]!;
      if (weight === 0) continue;
      labor += weight * valueAddedShare[i * sectors + traded + c]!;
      const from = (i * sectors + traded + c) * sectors;
      for (let k = 0; k < traded; k++) useU[to + k]! += weight * use[from + k]!;
    }
    laborCostU[i * rest + r] = labor;
  }
}

function tradedRow(model: SectorModel, reduced: ReducedSystem, i: number, j: number): void {
  const {sectors, traded, valueAddedShare, finalShare, use} = model;
  const rest = sectors - traded;
  const from = (i * sectors + j) * sectors;
  const to = (i * traded + j) * traded;
  let labor = valueAddedShare[i * sectors + j]!;
  let final = finalShare[i * sectors + j]!;
  for (let k = 0; k < traded; k++) reduced.use[to + k] = use[from + k]!;
  for (let c = 0; c < rest; c++) {
    const weight = use[from + traded + c]!;
    const row = (i * rest + c) * traded;
    labor += weight * reduced.laborCostU[i * rest + c]!;
    final += reduced.useU[row + j]! * finalShare[i * sectors + traded + c]!;
    for (let k = 0; k < traded; k++) reduced.use[to + k]! += weight * reduced.useU[row + k]!;
  }
  reduced.laborCost[i * traded + j] = labor;
  reduced.finalShare[i * traded + j] = final;
}

/** Inverts I − (a non-negative matrix whose rows sum below 1), for which Gauss-Jordan needs no pivoting; A is overwritten. */
function invertDominant(A: Float64Array, n: number, out: Float64Array): void {
  out.fill(0);
  for (let i = 0; i < n; i++) out[i * n + i] = 1;
  for (let c = 0; c < n; c++) {
    const pivot = 1 / A[c * n + c]!;
    for (let k = 0; k < n; k++) {
      A[c * n + k]! *= pivot;
      out[c * n + k]! *= pivot;
    }
    for (let r = 0; r < n; r++) if (r !== c) clearBelow(A, out, n, r, c);
  }
}

function clearBelow(A: Float64Array, out: Float64Array, n: number, r: number, c: number): void {
  const factor = A[r * n + c]!;
  if (factor === 0) return;
  for (let k = c; k < n; k++) A[r * n + k]! -= factor * A[c * n + k]!;
  for (let k = 0; k <= c; k++) out[r * n + k]! -= factor * out[c * n + k]!;
}
