import type {Design} from "./design.ts";
import {sparseRows} from "./sparse-columns.ts";

/**
 * The weighted normal equations of the iterated effects with the exact effect swept out: for d = Σ v_f it gives
 * Σ_rows w (d − mean_g d), row sums by level. `w` and its sums by group may change between calls.
 */
export interface Within {
  readonly design: Design;
  /** Weight of each row: of Poisson models the fitted mean. */
  readonly w: Float64Array;
  /** Sum of weights of each group; 0 where the rows are one free group, whose mean is not swept out. */
  readonly groupSums: Float64Array;
}

/** A vector over the levels of all iterated effects, and one over the regressors. */
export interface Direction {
  readonly effects: Float64Array;
  readonly beta: Float64Array;
}

/** d = Σ_f slope·v_f[code] + X·v_x, row by row. */
export function predict({effects, x, n}: Design, v: Direction, d: Float64Array): void {
  const [first, second, ...more] = effects;
  if (!first) d.fill(0);
  else if (second && !first.slope && !second.slope) {
    const [a, b, u] = [first.codes, second.codes, v.effects];
    const start = second.start;
    for (let r = 0; r < n; r++) d[r] = u[a[r]!]! + u[start + b[r]!]!;
  } else {
    d.fill(0);
    addEffect(first, v.effects, d);
    if (second) addEffect(second, v.effects, d);
  }
  for (const effect of more) addEffect(effect, v.effects, d);
  const sparse = sparseRows(x);
  for (let k = 0; k < x.length; k++) {
    const value = v.beta[k] ?? 0;
    if (value !== 0) addColumn(x[k]!, value, sparse[k], d);
  }
}

function addColumn(column: Float64Array, value: number, rows: Int32Array | undefined, d: Float64Array): void {
  if (!rows) for (let r = 0; r < d.length; r++) d[r]! += value * column[r]!;
  else
    for (let at = 0; at < rows.length; at++) {
      const r = rows[at]!;
      d[r]! += value * column[r]!;
    }
}

function addEffect({codes, slope, start}: Design["effects"][number], v: Float64Array, d: Float64Array): void {
  if (slope) for (let r = 0; r < d.length; r++) d[r]! += slope[r]! * v[start + codes[r]!]!;
  else for (let r = 0; r < d.length; r++) d[r]! += v[start + codes[r]!]!;
}

/** d ← w (d − its weighted mean in the group), in place. */
export function sweep({design: {groupEnds}, w, groupSums}: Within, d: Float64Array): void {
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const end = groupEnds[g]!;
    const sum = groupSums[g]!;
    let mean = 0;
    if (sum > 0) {
      for (let r = from; r < end; r++) mean += w[r]! * d[r]!;
      mean /= sum;
    }
    for (let r = from; r < end; r++) d[r] = w[r]! * (d[r]! - mean);
    from = end;
  }
}

/** Sums of row values by level of each effect, and against each regressor. */
export function gather({effects, x, n}: Design, values: Float64Array, into: Direction): void {
  into.effects.fill(0);
  const sums = into.effects;
  const [first, second, ...more] = effects;
  if (first && second && !first.slope && !second.slope) {
    const [a, b, start] = [first.codes, second.codes, second.start];
    for (let r = 0; r < n; r++) {
      const value = values[r]!;
      sums[a[r]!]! += value;
      sums[start + b[r]!]! += value;
    }
  } else {
    if (first) addSums(first, values, sums);
    if (second) addSums(second, values, sums);
  }
  for (const effect of more) addSums(effect, values, sums);
  const sparse = sparseRows(x);
  for (let k = 0; k < into.beta.length; k++) into.beta[k] = product(x[k]!, values, sparse[k]);
}

function product(column: Float64Array, values: Float64Array, rows: Int32Array | undefined): number {
  let sum = 0;
  if (!rows) for (let r = 0; r < values.length; r++) sum += values[r]! * column[r]!;
  else
    for (let at = 0; at < rows.length; at++) {
      const r = rows[at]!;
      sum += values[r]! * column[r]!;
    }
  return sum;
}

function addSums({codes, slope, start}: Design["effects"][number], values: Float64Array, sums: Float64Array): void {
  if (slope) for (let r = 0; r < values.length; r++) sums[start + codes[r]!]! += slope[r]! * values[r]!;
  else for (let r = 0; r < values.length; r++) sums[start + codes[r]!]! += values[r]!;
}

/** The preconditioner: for each level the inverse of its diagonal, coupled to one partner where a heavy cell ties two. */
export interface Preconditioner {
  /** Inverse of the diagonal, or the diagonal entry of the inverse of a 2 × 2 block. */
  readonly own: Float64Array;
  /** Off-diagonal entry of that inverse; 0 for levels without a partner. */
  readonly cross: Float64Array;
  /** The partner of each level; its own place where it has none. */
  readonly partner: Int32Array;
  /** Inverse of the diagonal of the regressors. */
  readonly beta: Float64Array;
}

/** Pairs of levels of the first two effects, and for each level the row of the cell that ties it; -1 without one. */
export interface Pairing {
  readonly partner: Int32Array;
  readonly rows: Int32Array;
}

/** Weight of row r in the normal equations with its group's mean taken out. */
function sweptWeight(w: Float64Array, groupSums: Float64Array, g: number, r: number): number {
  return w[r]! * (groupSums[g]! > 0 ? 1 - w[r]! / groupSums[g]! : 1);
}

/**
 * Pairs levels that are each other's heaviest cell, as domestic sales tie an economy's exporter-year and
 * importer-year: their 2 × 2 blocks do nearly as well as an exact factorisation by year.
 */
export function pairLevels({design, w, groupSums}: Within): Pairing {
  const {groupEnds, effects, levels} = design;
  const [first, second] = effects;
  const partner = Int32Array.from({length: levels}, (_, level) => level);
  const rows = new Int32Array(levels).fill(-1);
  if (!first || !second || first.slope || second.slope) return {partner, rows};
  const heaviest = new Float64Array(levels);
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    for (let r = from; r < groupEnds[g]!; r++) {
      const weight = sweptWeight(w, groupSums, g, r);
      const [a, b] = [first.codes[r]!, second.start + second.codes[r]!];
      if (weight > heaviest[a]!) {
        heaviest[a] = weight;
        partner[a] = b;
        rows[a] = r;
      }
      if (weight > heaviest[b]!) {
        heaviest[b] = weight;
        partner[b] = a;
        rows[b] = r;
      }
    }
    from = groupEnds[g]!;
  }
  const mutual = partner.map((other, level) => (partner[other] === level ? other : level));
  return {partner: mutual, rows: rows.map((row, level) => (mutual[level] === level ? -1 : row))};
}

/** Diagonal of the normal equations by level. */
export function diagonalOf({design, w, groupSums}: Within, diagonal: Float64Array): void {
  const {groupEnds, effects} = design;
  diagonal.fill(0);
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    for (let r = from; r < groupEnds[g]!; r++) {
      const weight = sweptWeight(w, groupSums, g, r);
      for (const {codes, slope, start} of effects)
        diagonal[start + codes[r]!]! += slope ? weight * slope[r]! * slope[r]! : weight;
    }
    from = groupEnds[g]!;
  }
}

/** Σ w (x − mean_g x)² of a regressor. */
export function sweptSquares({design: {groupEnds}, w, groupSums}: Within, column: Float64Array): number {
  let squares = 0;
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const end = groupEnds[g]!;
    const size = groupSums[g]!;
    let mean = 0;
    if (size > 0) {
      for (let r = from; r < end; r++) mean += w[r]! * column[r]!;
      mean /= size;
    }
    for (let r = from; r < end; r++) squares += w[r]! * (column[r]! - mean) ** 2;
    from = end;
  }
  return squares;
}

/** The group of each of some rows. */
export function groupsOf(groupEnds: Int32Array, rows: Int32Array): Int32Array {
  return rows.map((row) => {
    let [low, high] = [0, groupEnds.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (groupEnds[middle]! > row) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/** Inverts the diagonal, paired levels as 2 × 2 blocks. `beta` is kept as it is. */
export function invertBlocks(
  {w, groupSums}: Pick<Within, "w" | "groupSums">,
  {partner, rows}: Pairing,
  groups: Int32Array,
  diagonal: Float64Array,
  beta: Float64Array
): Preconditioner {
  const own = new Float64Array(diagonal.length);
  const cross = new Float64Array(diagonal.length);
  for (let level = 0; level < diagonal.length; level++) {
    const [row, d] = [rows[level]!, diagonal[level]!];
    own[level] = d > 0 ? 1 / d : 0;
    if (row < 0) continue;
    const e = diagonal[partner[level]!]!;
    const c = sweptWeight(w, groupSums, groups[level]!, row);
    const determinant = d * e - c * c;
    if (!(determinant > 1e-10 * d * e)) continue;
    own[level] = e / determinant;
    cross[level] = -c / determinant;
  }
  return {own, cross, partner, beta};
}

/** z = M⁻¹ r. */
export function applyPreconditioner({own, cross, partner, beta}: Preconditioner, r: Direction, z: Direction): void {
  const [from, to] = [r.effects, z.effects];
  for (let level = 0; level < own.length; level++)
    to[level] = own[level]! * from[level]! + cross[level]! * from[partner[level]!]!;
  for (let k = 0; k < z.beta.length; k++) z.beta[k] = beta[k]! * r.beta[k]!;
}
