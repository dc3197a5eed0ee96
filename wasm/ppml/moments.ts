// What is made of rows once or twice a fit: regressors with effects taken out, their cross products and scores, and what
// the likelihood needs of y alone.

import {exponentials, logs} from "./logarithms";
import {othersOfTwo} from "./others";
import {Slot, answersOf, f64At, firstRow, firstRun, i32At, padded, place, roomOf, size, total} from "./plan";

/** The bits of two rows as 0 or 1. */
@inline
function bitsOf(at: usize, k: i32): v128 {
  return f64x2.replace_lane(
    f64x2.splat(<f64>((load<u8>(at) >> <u8>k) & 1)), 1, <f64>((load<u8>(at, 1) >> <u8>k) & 1)
  );
}

/** exp(Xβ + offset + further effects) × weight of rows from an even one on, for the coefficients in `v` and `u`. */
export function setFactors(rowFrom: i32, rowTo: i32): void {
  const rows = size(Slot.rows), hasOthers = size(Slot.others) > 0, u = place(Slot.u), bits = size(Slot.bits), columns = size(Slot.columns);
  const factors = place(Slot.factors), offset = place(Slot.offset), weights = place(Slot.weights), v = place(Slot.v);
  const bitsByRow = place(Slot.bitsByRow), columnsByRow = place(Slot.columnsByRow);
  // Arrays of rows have room for one more, so that the last of an odd number has a neighbour.
  for (let r = rowFrom; r < rowTo; r += 2) {
    let value = offset ? v128.load(f64At(offset, r)) : f64x2.splat(0);
    for (let k = 0; k < bits; k++)
      value = f64x2.add(value, f64x2.mul(bitsOf(bitsByRow + r, k), v128.load64_splat(f64At(v, k))));
    for (let k = 0; k < columns; k++)
      value = f64x2.add(
        value, f64x2.mul(v128.load(f64At(columnsByRow, k * rows + r)), v128.load64_splat(f64At(v, bits + k)))
      );
    if (hasOthers) value = f64x2.add(value, othersOfTwo(r, u));
    value = exponentials(value);
    if (weights) value = f64x2.mul(value, v128.load(f64At(weights, r)));
    v128.store(f64At(factors, r), value);
  }
}

/** Σ μ x² of a column. */
export function sumOfSquares(k: i32): f64 {
  const rows = size(Slot.rows), means = place(Slot.means);
  const column = f64At(place(Slot.columnsByRow), k * rows);
  let sum: f64 = 0;
  for (let r = 0; r < rows; r++) {
    const value = load<f64>(f64At(column, r));
    sum += load<f64>(f64At(means, r)) * value * value;
  }
  return sum;
}

/** Σ μ (x − mean_g x)² of a regressor. */
export function sweptSquares(k: i32): f64 {
  const rows = size(Slot.rows), groups = size(Slot.groups), bits = size(Slot.bits);
  const rowEnds = place(Slot.rowEnds), groupY = place(Slot.groupY), means = place(Slot.means);
  const bytes = place(Slot.bitsByRow), column = f64At(place(Slot.columnsByRow), (k - bits) * rows);
  let squares: f64 = 0;
  for (let g = 0, from = 0; g < groups; g++) {
    const end = load<i32>(i32At(rowEnds, g));
    let first: f64 = 0, second: f64 = 0;
    for (let r = from; r < end; r++) {
      const x = k < bits ? <f64>((load<u8>(bytes + r) >> <u8>k) & 1) : load<f64>(f64At(column, r));
      const product = load<f64>(f64At(means, r)) * x;
      first += product;
      second += product * x;
    }
    squares += max(0, second - (first * first) / load<f64>(f64At(groupY, g)));
    from = end;
  }
  return squares;
}

/** Writes a group's rows of regressor k, less the level vectors that are taken out of it, from `out` on. */
@inline
function takeOut(k: i32, firstOfGroup: i32, end: i32, start: i32, out: usize): void {
  const runs = place(Slot.runs), bits = size(Slot.bits), rows = size(Slot.rows);
  const u = f64At(place(Slot.takenLevels), k * size(Slot.levelStride)), hasOthers = size(Slot.others) > 0;
  for (let run = firstOfGroup; run < end; run++) {
    const at = runs + ((<usize>run) << 4);
    const row = load<i32>(at), n = load<i32>(at, 4);
    const a = f64At(u, load<i32>(at, 8)), b = f64At(u, load<i32>(at, 12)), to = f64At(out, row - start);
    const byte = place(Slot.bitsByRow) + row, column = f64At(place(Slot.columnsByRow), (k - bits) * rows + row);
    for (let t = 0; t < n; t += 2) {
      const bytes = (<usize>t) << 3;
      let x = k < bits ? bitsOf(byte + t, k) : v128.load(column + bytes);
      if (hasOthers) x = f64x2.sub(x, othersOfTwo(row + t, u));
      v128.store(to + bytes, f64x2.sub(x, f64x2.add(v128.load(a + bytes), v128.load(b + bytes))));
    }
  }
}

/**
 * Regressors with level vectors and means by group taken out, x̃: the lower half of Σ μ x̃ x̃ᵀ, and Σ x̃ (wy − μ), for each
 * thread its own; keeps the means by group.
 */
export function partial(groupFrom: i32, groupTo: i32, thread: i32): void {
  const p = size(Slot.bits) + size(Slot.columns), groups = size(Slot.groups), rowsOfRoom = size(Slot.roomRows);
  const runs = place(Slot.runs), runEnds = place(Slot.runEnds), rowEnds = place(Slot.rowEnds);
  const means = place(Slot.means), y = place(Slot.y), weights = place(Slot.weights), groupY = place(Slot.groupY);
  const room = roomOf(thread), takenMeans = place(Slot.takenMeans);
  const products = f64At(place(Slot.crossProducts), thread * padded(p * p));
  const gradient = f64At(place(Slot.gradient), thread * padded(p));
  memory.fill(products, 0, (<usize>(p * p)) << 3);
  memory.fill(gradient, 0, (<usize>p) << 3);
  let run = firstRun(groupFrom);
  for (let g = groupFrom, start = firstRow(groupFrom); g < groupTo; g++) {
    const end = load<i32>(i32At(runEnds, g));
    const n = load<i32>(i32At(rowEnds, g)) - start;
    const w = f64At(means, start), ys = f64At(y, start), ws = weights ? f64At(weights, start) : 0;
    const whole = load<f64>(f64At(groupY, g));
    const even = n & ~1;
    for (let k = 0; k < p; k++) {
      const own = f64At(room, k * rowsOfRoom);
      takeOut(k, run, end, start, own);
      let sum = f64x2.splat(0);
      for (let t = 0; t < even; t += 2) sum = f64x2.add(sum, f64x2.mul(v128.load(f64At(w, t)), v128.load(f64At(own, t))));
      let mean = total(sum);
      if (n & 1) mean += load<f64>(f64At(w, even)) * load<f64>(f64At(own, even));
      mean = whole > 0 ? mean / whole : 0;
      store<f64>(f64At(takenMeans, k * groups + g), mean);
      const centre = f64x2.splat(mean);
      let slope = f64x2.splat(0);
      for (let t = 0; t < even; t += 2) {
        const value = f64x2.sub(v128.load(f64At(own, t)), centre);
        v128.store(f64At(own, t), value);
        let wy = v128.load(f64At(ys, t));
        if (ws) wy = f64x2.mul(wy, v128.load(f64At(ws, t)));
        slope = f64x2.add(slope, f64x2.mul(value, f64x2.sub(wy, v128.load(f64At(w, t)))));
      }
      let ofGroup = total(slope);
      if (n & 1) {
        const value = load<f64>(f64At(own, even)) - mean;
        store<f64>(f64At(own, even), value);
        const wy = load<f64>(f64At(ys, even)) * (ws ? load<f64>(f64At(ws, even)) : 1);
        ofGroup += value * (wy - load<f64>(f64At(w, even)));
      }
      store<f64>(f64At(gradient, k), load<f64>(f64At(gradient, k)) + ofGroup);
      for (let l = 0; l <= k; l++) {
        const other = f64At(room, l * rowsOfRoom);
        let product = f64x2.splat(0);
        for (let t = 0; t < even; t += 2)
          product = f64x2.add(
            product,
            f64x2.mul(v128.load(f64At(w, t)), f64x2.mul(v128.load(f64At(own, t)), v128.load(f64At(other, t))))
          );
        let both = total(product);
        if (n & 1) both += load<f64>(f64At(w, even)) * load<f64>(f64At(own, even)) * load<f64>(f64At(other, even));
        const slot = f64At(products, k * p + l);
        store<f64>(slot, load<f64>(slot) + both);
      }
    }
    run = end;
    start += n;
  }
}

/** Σ x̃ (wy − μ) by cluster and regressor, for each thread its own; marks the clusters that rows are in. */
export function scores(groupFrom: i32, groupTo: i32, thread: i32): void {
  const p = size(Slot.bits) + size(Slot.columns), groups = size(Slot.groups), rowsOfRoom = size(Slot.roomRows);
  const runEnds = place(Slot.runEnds), rowEnds = place(Slot.rowEnds), order = place(Slot.order);
  const means = place(Slot.means), y = place(Slot.y), weights = place(Slot.weights);
  const room = roomOf(thread), takenMeans = place(Slot.takenMeans);
  const clusters = place(Slot.clusters), count = size(Slot.clusterCount), marks = place(Slot.clusterMarks);
  const sums = f64At(place(Slot.clusterSums), thread * p * count);
  memory.fill(sums, 0, (<usize>(p * count)) << 3);
  let run = firstRun(groupFrom);
  for (let g = groupFrom, start = firstRow(groupFrom); g < groupTo; g++) {
    const end = load<i32>(i32At(runEnds, g));
    const rowEnd = load<i32>(i32At(rowEnds, g));
    for (let k = 0; k < p; k++) takeOut(k, run, end, start, f64At(room, k * rowsOfRoom));
    // Rows of one group are often of one cluster.
    for (let from = start; from < rowEnd; ) {
      const cluster = load<i32>(i32At(clusters, load<i32>(i32At(order, from))));
      let to = from + 1;
      while (to < rowEnd && load<i32>(i32At(clusters, load<i32>(i32At(order, to)))) == cluster) ++to;
      store<u8>(marks + cluster, 1);
      for (let k = 0; k < p; k++) {
        const own = f64At(room, k * rowsOfRoom - start);
        const mean = load<f64>(f64At(takenMeans, k * groups + g));
        let sum: f64 = 0;
        for (let r = from; r < to; r++) {
          const wy = load<f64>(f64At(y, r)) * (weights ? load<f64>(f64At(weights, r)) : 1);
          sum += (load<f64>(f64At(own, r)) - mean) * (wy - load<f64>(f64At(means, r)));
        }
        const slot = f64At(sums, k * count + cluster);
        store<f64>(slot, load<f64>(slot) + sum);
      }
      from = to;
    }
    run = end;
    start = rowEnd;
  }
}

/** From here on four terms of Stirling's series err by less than the last digit. */
const fromStirling = 16;
const halfLogTwoPi: f64 = 0.91893853320467274178;

/** log Γ(x + 1) for x ≥ 0: Stirling's series, of smaller numbers at x + 16 less the logarithm of the factors between. */
@inline
function logFactorials(x: v128): v128 {
  const isSmall = f64x2.lt(x, f64x2.splat(fromStirling));
  const shifted = f64x2.add(x, v128.and(isSmall, f64x2.splat(fromStirling)));
  const inverse = f64x2.div(f64x2.splat(1), shifted);
  const square = f64x2.mul(inverse, inverse);
  let series = f64x2.sub(f64x2.splat(1.0 / 1260), f64x2.mul(square, f64x2.splat(1.0 / 1680)));
  series = f64x2.sub(f64x2.splat(1.0 / 360), f64x2.mul(square, series));
  series = f64x2.mul(inverse, f64x2.sub(f64x2.splat(1.0 / 12), f64x2.mul(square, series)));
  const log = logs(shifted);
  const large = f64x2.add(
    f64x2.sub(f64x2.mul(f64x2.add(shifted, f64x2.splat(0.5)), log), shifted),
    f64x2.add(f64x2.splat(halfLogTwoPi), series)
  );
  if (!v128.any_true(isSmall)) return large;
  let product = f64x2.splat(1);
  for (let k = 1; k <= fromStirling; k++) product = f64x2.mul(product, f64x2.add(x, f64x2.splat(<f64>k)));
  return f64x2.sub(large, v128.and(isSmall, logs(v128.bitselect(product, f64x2.splat(1), isSmall))));
}

/** Of rows from an even one on answers with Σ w, Σ w y, Σ w y log y, Σ w log y! and Σ w y · offset, w their weights. */
export function outcome(rowFrom: i32, rowTo: i32, thread: i32): void {
  const y = place(Slot.y), weights = place(Slot.weights);
  let count = f64x2.splat(0), sum = f64x2.splat(0), saturated = f64x2.splat(0), constant = f64x2.splat(0);
  const one = f64x2.splat(1), offset = place(Slot.offset);
  let byOffset = f64x2.splat(0);
  for (let r = rowFrom; r < rowTo; r += 2) {
    // An odd last row has a neighbour with weight 0.
    let w = weights ? v128.load(f64At(weights, r)) : one;
    if (r + 1 == rowTo) w = f64x2.replace_lane(w, 1, 0);
    const value = v128.load(f64At(y, r));
    const isPositive = f64x2.gt(value, f64x2.splat(0));
    count = f64x2.add(count, w);
    if (!v128.any_true(isPositive)) continue;
    const safe = v128.bitselect(value, one, isPositive);
    const wy = f64x2.mul(w, v128.and(value, isPositive));
    sum = f64x2.add(sum, wy);
    if (offset) byOffset = f64x2.add(byOffset, f64x2.mul(wy, v128.load(f64At(offset, r))));
    saturated = f64x2.add(saturated, f64x2.mul(wy, logs(safe)));
    constant = f64x2.add(constant, f64x2.mul(w, v128.and(isPositive, logFactorials(safe))));
  }
  const into = answersOf(thread);
  store<f64>(into, total(count));
  store<f64>(into, total(sum), 8);
  store<f64>(into, total(saturated), 16);
  store<f64>(into, total(constant), 24);
  store<f64>(into, total(byOffset), 32);
}

/**
 * Sums, squares and products of y and the fitted means of rows from an even one on, both less the eighth answer: a centre
 * near their means, so that squares lose no digits.
 */
export function correlation(rowFrom: i32, rowTo: i32, thread: i32): void {
  const y = place(Slot.y), means = place(Slot.means), weights = place(Slot.weights), into = answersOf(thread);
  const centre = f64x2.splat(load<f64>(into, 56)), one = f64x2.splat(1), zero = f64x2.splat(0);
  let ofY = zero, ofMu = zero, yy = zero, mm = zero, both = zero;
  for (let r = rowFrom; r < rowTo; r += 2) {
    let mu = v128.load(f64At(means, r));
    if (weights) {
      const w = v128.load(f64At(weights, r));
      mu = f64x2.div(mu, v128.bitselect(one, w, f64x2.eq(w, zero)));
    }
    let a = f64x2.sub(v128.load(f64At(y, r)), centre), b = f64x2.sub(mu, centre);
    if (r + 1 == rowTo) {
      a = f64x2.replace_lane(a, 1, 0);
      b = f64x2.replace_lane(b, 1, 0);
    }
    ofY = f64x2.add(ofY, a);
    ofMu = f64x2.add(ofMu, b);
    yy = f64x2.add(yy, f64x2.mul(a, a));
    mm = f64x2.add(mm, f64x2.mul(b, b));
    both = f64x2.add(both, f64x2.mul(a, b));
  }
  store<f64>(into, total(ofY));
  store<f64>(into, total(ofMu), 8);
  store<f64>(into, total(yy), 16);
  store<f64>(into, total(mm), 24);
  store<f64>(into, total(both), 32);
}
