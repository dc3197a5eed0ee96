import type {Design} from "./design.ts";

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
  x.forEach((column, k) => {
    const value = v.beta[k] ?? 0;
    if (value !== 0) for (let r = 0; r < n; r++) d[r]! += value * column[r]!;
  });
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
  for (let k = 0; k < into.beta.length; k++) {
    const column = x[k]!;
    let sum = 0;
    for (let r = 0; r < n; r++) sum += values[r]! * column[r]!;
    into.beta[k] = sum;
  }
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

/**
 * Diagonal blocks of the normal equations. A level of the first effect and one of the second that share a heavy cell, as
 * domestic sales tie an economy's exporter-year and importer-year, form a 2 × 2 block, which does nearly as well as
 * an exact factorisation by year.
 */
export function precondition(within: Within, regressors: number): Preconditioner {
  const {design, w, groupSums} = within;
  const {groupEnds, effects, levels, x} = design;
  const diagonal = new Float64Array(levels);
  const beta = new Float64Array(regressors);
  const [first, second] = effects;
  const paired = first && second && !first.slope && !second.slope ? {a: first.codes, b: second.codes} : undefined;
  const heaviest = new Float64Array(paired ? levels : 0);
  const partner = Int32Array.from({length: levels}, (_, level) => level);
  const cell = new Float64Array(paired ? levels : 0);
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const [end, sum] = [groupEnds[g]!, groupSums[g]!];
    for (let r = from; r < end; r++) {
      const weight = w[r]! * (sum > 0 ? 1 - w[r]! / sum : 1);
      for (const {codes, slope, start} of effects)
        diagonal[start + codes[r]!]! += slope ? weight * slope[r]! * slope[r]! : weight;
      if (!paired || weight <= 0) continue;
      const [a, b] = [paired.a[r]!, second!.start + paired.b[r]!];
      if (weight > heaviest[a]!) [heaviest[a], partner[a], cell[a]] = [weight, b, weight];
      if (weight > heaviest[b]!) [heaviest[b], partner[b], cell[b]] = [weight, a, weight];
    }
    from = end;
  }
  for (let k = 0; k < regressors; k++) {
    const column = x[k]!;
    let sum = 0;
    for (let r = 0; r < column.length; r++) sum += w[r]! * column[r]! * column[r]!;
    beta[k] = sum > 0 ? 1 / sum : 0;
  }
  return {...invert(diagonal, partner, cell), partner, beta};
}

function invert(diagonal: Float64Array, partner: Int32Array, cell: Float64Array) {
  const own = new Float64Array(diagonal.length);
  const cross = new Float64Array(diagonal.length);
  for (let level = 0; level < diagonal.length; level++) {
    const other = partner[level]!;
    const isMutual = other !== level && partner[other] === level;
    const [d, e, c] = [diagonal[level]!, diagonal[other]!, isMutual ? cell[level]! : 0];
    const determinant = d * e - c * c;
    if (isMutual && determinant > 1e-10 * d * e) {
      own[level] = e / determinant;
      cross[level] = -c / determinant;
    } else own[level] = d > 0 ? 1 / d : 0;
  }
  for (let level = 0; level < diagonal.length; level++) {
    const other = partner[level]!;
    if (partner[other] !== level || cross[level] === 0) partner[level] = level;
  }
  return {own, cross};
}

/** z = M⁻¹ r. */
export function applyPreconditioner({own, cross, partner, beta}: Preconditioner, r: Direction, z: Direction): void {
  for (let level = 0; level < own.length; level++)
    z.effects[level] = own[level]! * r.effects[level]! + cross[level]! * r.effects[partner[level]!]!;
  for (let k = 0; k < z.beta.length; k++) z.beta[k] = beta[k]! * r.beta[k]!;
}
