/** The rows of the normal equations: weights, groups, and levels by row with where they start among all. */
interface TiedRows {
  readonly w: Float64Array;
  readonly groupEnds: Int32Array;
  readonly groupSums: Float64Array;
  readonly effects: readonly {readonly codes: Int32Array; readonly start: number}[];
}

/** Lower factor of the normal equations of the effects on their strongest ties, levels in an order of its own. */
export interface IncompleteFactor {
  /** Level at each rank. */
  readonly order: Int32Array;
  /** Entries of column j below the diagonal: from `ends[j − 1]` to `ends[j]`. */
  readonly ends: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** Inverse of the diagonal by rank. */
  readonly inverse: Float64Array;
  /** What is solved by rank, kept between solves. */
  readonly scratch: Float64Array;
}

/** Ties weaker than this share of the geometric mean of both diagonals are left out. */
const weakest = 0.02;
/** A pivot is at least this share of its diagonal: the equations are singular, and indefinite where ties are left out. */
const leastPivot = 0.05;
const shift = 1e-3;
/** Most pairs of levels of one group that are worth looking at, by row. */
const mostPairs = 24;

/** How many rows and effects a model has, and its groups. */
interface TiesAsked extends Pick<TiedRows, "groupEnds" | "groupSums"> {
  readonly layout: {
    readonly n: number;
    readonly profiled: number;
    readonly effects: readonly {readonly isPlain: boolean}[];
  };
}

/** Whether groups are so short that ties between their levels can be listed at little more than the cost of a few passes. */
export function hasFewTies({layout: {n, profiled, effects}, groupEnds, groupSums}: TiesAsked): boolean {
  if (profiled < 0 || effects.some(({isPlain}) => !isPlain)) return false;
  let pairs = 0;
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const size = groupEnds[g]! - from;
    if (groupSums[g]! > 0) pairs += (size * (size + 1)) / 2;
    from = groupEnds[g]!;
  }
  return pairs * effects.length ** 2 <= mostPairs * n;
}

/**
 * Factorises the strongest ties of the normal equations incompletely, without entries that they do not have (Meijerink and
 * van der Vorst 1977, doi:10.1090/S0025-5718-1977-0438681-4), levels with little weight first. Where few rows tie the
 * levels it needs a third to a half of the steps that pairs of levels need; where many do, pairs are as good and cheaper.
 */
export function factorTies(tied: TiedRows, diagonal: Float64Array): IncompleteFactor {
  const order = Int32Array.from(diagonal.keys()).sort((a, b) => diagonal[a]! - diagonal[b]! || a - b);
  const rank = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) rank[order[at]!] = at;
  const ranked = Float64Array.from(order, (level) => diagonal[level]!);
  const ties = strongTies(listTies(tied, rank), ranked);
  const inverse = eliminate(ties, ranked);
  return {order, ...ties, inverse, scratch: new Float64Array(order.length)};
}

/** Columns of a lower triangle without its diagonal. */
type Columns = Pick<IncompleteFactor, "ends" | "rows" | "values">;

/** Every tie between two levels in a group, by the lower rank of both; several of the same levels stand beside each other. */
function listTies(tied: TiedRows, rank: Int32Array): Columns {
  const starts = new Int32Array(rank.length + 1);
  forEachTie(tied, rank, (low) => {
    starts[low + 1]!++;
  });
  for (let at = 0; at < rank.length; at++) starts[at + 1]! += starts[at]!;
  const count = starts[rank.length]!;
  const [rows, values] = [new Int32Array(count), new Float64Array(count)];
  forEachTie(tied, rank, (low, high, value) => {
    const at = starts[low]!++;
    rows[at] = high;
    values[at] = value;
  });
  return {ends: starts.subarray(0, rank.length), rows, values};
}

/** Off-diagonal entries of Σ_g Dᵀ (diag(w) − w wᵀ / Σw) D, term by term. */
function forEachTie(
  {groupEnds, effects, w, groupSums}: TiedRows,
  rank: Int32Array,
  visit: (low: number, high: number, value: number) => void
): void {
  const f = effects.length;
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    const end = groupEnds[g]!;
    const size = groupSums[g]!;
    // A row alone in its group ties nothing: its effect fits it.
    if (size > 0 && end - from > 1)
      for (let r = from; r < end; r++)
        for (let s = from; s <= r; s++) {
          const value = (r === s ? w[r]! : 0) - (w[r]! * w[s]!) / size;
          for (let a = 0; a < f; a++)
            for (let b = 0; b < (r === s ? a : f); b++) {
              const p = rank[effects[a]!.start + effects[a]!.codes[r]!]!;
              const q = rank[effects[b]!.start + effects[b]!.codes[s]!]!;
              if (p < q) visit(p, q, value);
              else if (q < p) visit(q, p, value);
            }
        }
    from = end;
  }
}

/** Sums ties of the same levels, and keeps the strong ones, each column by row; in place, as what is kept is never more. */
function strongTies({ends, rows, values}: Columns, diagonal: Float64Array): Columns {
  const n = ends.length;
  const sums = new Float64Array(n);
  const isSeen = new Uint8Array(n);
  const seen = new Int32Array(n);
  let count = 0;
  for (let column = 0, from = 0; column < n; column++) {
    const end = ends[column]!;
    let size = 0;
    for (let at = from; at < end; at++) {
      const row = rows[at]!;
      if (isSeen[row] === 0) {
        isSeen[row] = 1;
        seen[size++] = row;
      }
      sums[row]! += values[at]!;
    }
    for (let at = 0; at < size; at++) {
      const row = seen[at]!;
      const value = sums[row]!;
      sums[row] = isSeen[row] = 0;
      if (value * value <= weakest * weakest * diagonal[column]! * diagonal[row]!) continue;
      rows[count] = row;
      values[count++] = value;
    }
    ends[column] = count;
    from = end;
  }
  return {ends, rows: rows.slice(0, count), values: values.slice(0, count)};
}

/** Eliminates column after column in place; returns the inverse of the factor's diagonal. */
function eliminate({ends, rows, values}: Columns, diagonal: Float64Array): Float64Array {
  const n = ends.length;
  const pivots = diagonal.map((value) => value * (1 + shift));
  const own = new Float64Array(n);
  for (let column = 0, from = 0; column < n; column++) {
    const end = ends[column]!;
    const pivot = Math.sqrt(Math.max(pivots[column]!, leastPivot * diagonal[column]!));
    pivots[column] = pivot > 0 ? 1 / pivot : 0;
    for (let at = from; at < end; at++) {
      values[at]! *= pivots[column]!;
      own[rows[at]!] = values[at]!;
    }
    for (let at = from; at < end; at++) {
      const row = rows[at]!;
      const value = values[at]!;
      pivots[row]! -= value * value;
      for (let other = ends[row - 1]!; other < ends[row]!; other++) values[other]! -= value * own[rows[other]!]!;
    }
    for (let at = from; at < end; at++) own[rows[at]!] = 0;
    from = end;
  }
  return pivots;
}

/** z = (L Lᵀ)⁻¹ r. */
export function solveTies(factor: IncompleteFactor, r: Float64Array, z: Float64Array): void {
  const {order, ends, rows, values, inverse, scratch: x} = factor;
  const n = order.length;
  for (let at = 0; at < n; at++) x[at] = r[order[at]!]!;
  for (let column = 0, at = 0; column < n; column++) {
    const value = x[column]! * inverse[column]!;
    x[column] = value;
    for (const end = ends[column]!; at < end; at++) x[rows[at]!]! -= values[at]! * value;
  }
  for (let column = n - 1, at = values.length - 1; column >= 0; column--) {
    let value = x[column]!;
    for (const from = column > 0 ? ends[column - 1]! : 0; at >= from; at--) value -= values[at]! * x[rows[at]!]!;
    x[column] = value * inverse[column]!;
  }
  for (let at = 0; at < n; at++) z[order[at]!] = x[at]!;
}
