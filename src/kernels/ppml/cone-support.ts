/** A space of values for m rows: d orthonormal columns, by rows. */
export interface RowSpace {
  readonly q: Float64Array;
  readonly m: number;
  readonly d: number;
  /** How far its entries may be off. */
  readonly noise: number;
}

/** The rows on which some vector of a space is above 0 while no row is below 0. */
export interface ConeSupport {
  /** Row numbers, in order. */
  readonly rows: number[];
  /** Combination of the columns that is above 0 on all of these at once and 0 on all others. */
  readonly combination: Float64Array;
  /** Whether it was proved that no further row is one of these. */
  readonly converged: boolean;
  /** Exchanges of active rows. */
  readonly iterations: number;
}

/** A row of Qc this much below 0, with c and rows of length 1, is round-off; more where rows are short beside the noise. */
const roundOff = 1e-9;
const noisy = 30;
/** And this much above 0 it is not. */
const distinct = 1e-7;
/** What is left of a column on fewer rows, of length 1 on all, that counts as nothing. */
const dependence = 1e-7;

/**
 * Finds the largest support of the vectors of a space that have no negative value. One vector is looked for; its rows
 * need not be minded any more, for enough of it makes good what another takes from them; and so on with the rows that
 * are left, until 0 alone is never negative.
 */
export function coneSupport(space: RowSpace): ConeSupport {
  const {q, m, d} = space;
  let rest = Array.from({length: m}, (_, i) => i);
  const rows: number[] = [];
  const total = {combination: new Float64Array(d), values: new Float64Array(m)};
  let iterations = 0;
  for (;;) {
    const {part, back} = restrict(space, rest);
    if (part.d === 0)
      return {rows: rows.sort((a, b) => a - b), combination: total.combination, converged: true, iterations};
    const found = neverNegative(part);
    iterations += found.iterations;
    const {combination: c} = found;
    const lifted = c ? liftedRows(part, c, found.offBy) : [];
    if (!c || lifted.length === 0) {
      const converged = found.converged && !c;
      return {rows: rows.sort((a, b) => a - b), combination: total.combination, converged, iterations};
    }
    const own = back(c);
    const values = Float64Array.from({length: m}, (_, i) => product(q.subarray(i * d, (i + 1) * d), own));
    const above = lifted.map((i) => rest[i]!);
    addLifted(total, {combination: own, values}, rows, above);
    rows.push(...above);
    const isAbove = new Set(above);
    rest = rest.filter((i) => !isAbove.has(i));
  }
}

/** Adds a vector, with enough of the total that its rows stay above 0; the largest value is made 1. */
function addLifted(
  total: {combination: Float64Array; values: Float64Array},
  next: {combination: Float64Array; values: Float64Array},
  rows: readonly number[],
  above: readonly number[]
): void {
  const size = above.reduce((most, i) => Math.max(most, next.values[i]!), 0);
  const lack = rows.reduce((most, i) => Math.max(most, -next.values[i]! / size / total.values[i]!), 0);
  const mix = (to: Float64Array, from: Float64Array) => {
    for (let k = 0; k < to.length; k++) to[k] = (1 + 2 * lack) * to[k]! + from[k]! / size;
  };
  mix(total.combination, next.combination);
  mix(total.values, next.values);
  const largest = [...rows, ...above].reduce((most, i) => Math.max(most, total.values[i]!), 0);
  for (const values of [total.combination, total.values]) for (let k = 0; k < values.length; k++) values[k]! /= largest;
}

/** The space on some of its rows, with an orthonormal basis again, and the way back to the columns of the whole. */
function restrict(
  {q, d, noise}: RowSpace,
  rows: readonly number[]
): {part: RowSpace; back: (c: Float64Array) => Float64Array} {
  const [columns, ways]: [Float64Array[], Float64Array[]] = [[], []];
  let shortest = 1;
  for (let k = 0; k < d; k++) {
    const column = Float64Array.from(rows, (i) => q[i * d + k]!);
    const way = new Float64Array(d);
    way[k] = 1;
    for (let pass = 0; pass < 2; pass++)
      columns.forEach((other, j) => {
        const part = product(other, column);
        addScaled(column, -part, other);
        addScaled(way, -part, ways[j]!);
      });
    const length = norm(column);
    if (length <= dependence) continue;
    shortest = Math.min(shortest, length);
    columns.push(column.map((value) => value / length));
    ways.push(way.map((value) => value / length));
  }
  const part = {
    q: new Float64Array(rows.length * columns.length),
    m: rows.length,
    d: columns.length,
    noise: noise / shortest
  };
  columns.forEach((column, k) => {
    column.forEach((value, i) => {
      part.q[i * part.d + k] = value;
    });
  });
  const back = (c: Float64Array) => {
    const own = new Float64Array(d);
    ways.forEach((way, k) => {
      addScaled(own, c[k]!, way);
    });
    return own;
  };
  return {part, back};
}

/** Rows on which Qc is clearly above 0, where c is off by a share of its length. */
function liftedRows({q, m, d, noise}: RowSpace, c: Float64Array, offBy: number): number[] {
  const length = norm(c);
  return Array.from({length: m}, (_, i) => i).filter((i) => {
    const row = q.subarray(i * d, (i + 1) * d);
    return product(row, c) > length * Math.max(Math.max(distinct, 10 * offBy) * norm(row), noisy * noise);
  });
}

/** Whether a space holds a vector without negative values other than 0. */
interface Alternative {
  /** Combination c of the columns with Qc ≥ 0 and Qc ≠ 0; undefined where there is none. */
  readonly combination: Float64Array | undefined;
  /** By what share of its length noise in the rows held at 0 may turn it. */
  readonly offBy: number;
  /** Whether one of the two was proved. */
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Gordan's alternative, decided by the active-set method for non-negative least squares of Lawson and Hanson (1974,
 * doi:10.1137/1.9781611971217, chapter 23), which ends after finitely many exchanges. The simplex method would decide
 * the same, but all its vertices here are one point, at which it can turn in circles.
 *
 * Rows are scaled to length 1. Minimise ‖Σ (1 + f_i) a_i‖ over f ≥ 0: the shortest c has a_i·c ≥ 0, so Qc ≥ 0. If
 * Qb ≥ 0 for any b of length 1 then ‖c‖ ≥ Σ a_i·b ≥ ‖Qb‖ = 1. So ‖c‖ is 0 or at least 1, and any sum shorter than 1
 * proves by its positive weights 1 + f that 0 alone is never negative.
 */
function neverNegative(space: RowSpace): Alternative {
  const {m, d} = space;
  const a = unitRows(space);
  const sum = new Float64Array(d);
  for (let i = 0; i < m; i++) for (let k = 0; k < d; k++) sum[k]! += a[i * d + k]!;
  const least = Float64Array.from({length: m}, (_, i) =>
    Math.max(roundOff, (noisy * space.noise) / (norm(space.q.subarray(i * d, (i + 1) * d)) || 1))
  );
  const active = makeActiveRows(a, {sum, least, m, d});
  const most = 20 * (m + d);
  for (let iterations = 0; iterations < most; iterations++) {
    const c = active.shortest();
    const length = norm(c);
    if (length < 0.5) return {combination: undefined, offBy: 0, converged: true, iterations};
    if (!active.exchange(c)) return {combination: c, offBy: active.offBy(), converged: true, iterations};
  }
  return {combination: undefined, offBy: 0, converged: false, iterations: most};
}

function unitRows({q, m, d}: RowSpace): Float64Array {
  const a = q.slice();
  for (let i = 0; i < m; i++) {
    const row = a.subarray(i * d, (i + 1) * d);
    const length = norm(row);
    if (length > 0) for (let k = 0; k < d; k++) row[k]! /= length;
  }
  return a;
}

/** The rows held at 0 with their weights f, and a QR factorisation of them that follows each exchange. */
function makeActiveRows(
  a: Float64Array,
  {sum, least, m, d}: {sum: Float64Array; least: Float64Array; m: number; d: number}
) {
  const row = (i: number) => a.subarray(i * d, (i + 1) * d);
  const isActive = new Uint8Array(m);
  let rows: number[] = [];
  let weights: number[] = [];
  /** Orthonormal directions of the active rows, and the columns of R by which these are made of them. */
  const directions: Float64Array[] = [];
  const upper: Float64Array[] = [];

  /** Σ a less its part along the active rows. */
  const shortest = () => {
    const c = sum.slice();
    for (let pass = 0; pass < 2; pass++) for (const u of directions) addScaled(c, -product(u, c), u);
    return c;
  };
  const append = (i: number) => {
    const u = row(i).slice();
    const column = new Float64Array(directions.length + 1);
    for (let pass = 0; pass < 2; pass++)
      directions.forEach((other, k) => {
        const part = product(other, u);
        column[k]! += part;
        addScaled(u, -part, other);
      });
    const length = norm(u);
    column[directions.length] = length;
    for (let k = 0; k < d; k++) u[k]! /= length;
    directions.push(u);
    upper.push(column);
    isActive[i] = 1;
    rows.push(i);
    weights.push(0);
  };
  /** Takes the row at a place out by rotations (Golub and Van Loan 2013, 6.5.2). */
  const remove = (place: number) => {
    isActive[rows[place]!] = 0;
    rows = rows.filter((_, at) => at !== place);
    weights = weights.filter((_, at) => at !== place);
    upper.splice(place, 1);
    for (let k = place; k < upper.length; k++) {
      const [x, y] = [upper[k]![k]!, upper[k]![k + 1]!];
      const length = Math.hypot(x, y);
      const [cos, sin] = [x / length, y / length];
      for (let l = k; l < upper.length; l++) {
        const column = upper[l]!;
        const [p, r] = [column[k]!, column[k + 1]!];
        column[k] = cos * p + sin * r;
        column[k + 1] = cos * r - sin * p;
      }
      const [u, v] = [directions[k]!, directions[k + 1]!];
      for (let at = 0; at < d; at++) {
        const [p, r] = [u[at]!, v[at]!];
        u[at] = cos * p + sin * r;
        v[at] = cos * r - sin * p;
      }
    }
    directions.pop();
    for (let k = place; k < upper.length; k++) upper[k] = upper[k]!.slice(0, k + 1);
  };
  /** Weights of the active rows that leave the shortest vector, whatever their sign: R f = −Uᵀ Σ a. */
  const wanted = () => {
    const f = Float64Array.from(directions, (u) => -product(u, sum));
    for (let k = f.length - 1; k >= 0; k--) {
      for (let l = k + 1; l < f.length; l++) f[k]! -= upper[l]![k]! * f[l]!;
      f[k]! /= upper[k]![k]!;
    }
    return f;
  };
  /** Moves the weights towards those wanted; rows whose weight would fall below 0 leave. */
  const settle = () => {
    for (;;) {
      const f = wanted();
      let [step, blocking] = [1, -1];
      f.forEach((value, k) => {
        if (value > 0) return;
        const share = weights[k]! > 0 ? weights[k]! / (weights[k]! - value) : 0;
        if (blocking < 0 || share < step) [step, blocking] = [share, k];
      });
      weights = weights.map((weight, k) => (blocking < 0 ? f[k]! : weight + step * (f[k]! - weight)));
      if (blocking < 0) return;
      remove(blocking);
    }
  };
  const offBy = () => rows.reduce((most, i) => Math.max(most, least[i]!), 0);
  /** Holds the row that c makes most negative, beside its noise, at 0; false where none is below 0 but by round-off. */
  const exchange = (c: Float64Array) => {
    const refused = new Set<number>();
    const [length, off] = [norm(c), offBy()];
    for (;;) {
      let [lowest, chosen] = [-length, -1];
      for (let i = 0; i < m; i++) {
        if (isActive[i] || refused.has(i)) continue;
        let value = 0;
        for (let k = 0, at = i * d; k < d; k++, at++) value += a[at]! * c[k]!;
        const beside = value / Math.max(least[i]!, off);
        if (beside < lowest) [lowest, chosen] = [beside, i];
      }
      if (chosen < 0) return false;
      append(chosen);
      // Its weight must rise from 0; where round-off says otherwise, holding it would undo itself.
      if (wanted()[rows.length - 1]! > 0) {
        settle();
        return true;
      }
      remove(rows.length - 1);
      refused.add(chosen);
    }
  };
  return {shortest, exchange, offBy};
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(product(a, a));
}

function addScaled(to: Float64Array, factor: number, from: Float64Array): void {
  for (let k = 0; k < to.length; k++) to[k]! += factor * from[k]!;
}
