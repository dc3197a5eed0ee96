// Passes over the rows of a Poisson model with two iterated effects, two rows at a time. Rows of a group stand together; a
// run is a stretch of a group in which the levels of both effects go up by one from row to row, as years do, so that they
// are read without looking each of them up. Threads take ranges of groups, and each has sums and room of its own.

import {logs} from "./logarithms";
import {addToOthers, othersOfOne, othersOfTwo} from "./others";
import {Slot, answersOf, clearProducts, clearSums, f64At, firstRun, i32At, place, roomOf, size, total} from "./plan";
import {addProducts, bytesOf, greatestScale, leastScale, predictOne, predictTwo, whereSet} from "./regressors";

/**
 * Σ w (d − mean_g d) by level and regressor for d = u_a + u_b + X v, or without X v. What a group's rows have stands in
 * the thread's room, which stays in the cache.
 */
export function multiply(groupFrom: i32, groupTo: i32, thread: i32, withRegressors: bool): void {
  const sums = clearSums(thread), products = clearProducts(thread), room = roomOf(thread);
  const bits = withRegressors ? size(Slot.bits) : 0, columns = withRegressors ? size(Slot.columns) : 0;
  const stride = (<usize>size(Slot.rows)) << 3;
  const runs = place(Slot.runs), runEnds = place(Slot.runEnds), means = place(Slot.means);
  const groupY = place(Slot.groupY), u = place(Slot.u), v = place(Slot.v);
  const bitsByRow = place(Slot.bitsByRow), columnsByRow = place(Slot.columnsByRow);
  const hasOthers = size(Slot.others) > 0, needsRoom = bits > 2 || columns > 0 || hasOthers;
  let ofFirst = f64x2.splat(0), ofSecond = f64x2.splat(0);
  let run = firstRun(groupFrom);
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(i32At(runEnds, g));
    const first = run;
    const start = load<i32>(runs + ((<usize>run) << 4));
    let mean: f64 = 0;
    for (; run < end; run++) {
      const at = runs + ((<usize>run) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = f64At(u, load<i32>(at, 8)), b = f64At(u, load<i32>(at, 12));
      const w = f64At(means, row), out = f64At(room, row - start);
      const byte = bitsByRow + row, column = f64At(columnsByRow, row);
      const even = n & ~1;
      let sum = f64x2.splat(0);
      for (let t = 0; t < even; t += 2) {
        const bytes = (<usize>t) << 3;
        let value = predictTwo(
          f64x2.add(v128.load(a + bytes), v128.load(b + bytes)), bits, columns, byte + t, column + bytes, stride, v
        );
        if (hasOthers) value = f64x2.add(value, othersOfTwo(row + t, u));
        v128.store(out + bytes, value);
        sum = f64x2.add(sum, f64x2.mul(v128.load(w + bytes), value));
      }
      mean += total(sum);
      if (n & 1) {
        const bytes = (<usize>even) << 3;
        let value = predictOne(
          load<f64>(a + bytes) + load<f64>(b + bytes), bits, columns, byte + even, column + bytes, stride, v
        );
        if (hasOthers) value += othersOfOne(row + even, u);
        store<f64>(out + bytes, value);
        mean += load<f64>(w + bytes) * value;
      }
    }
    const whole = load<f64>(f64At(groupY, g));
    mean = whole > 0 ? mean / whole : 0;
    const centre = f64x2.splat(mean);
    for (let again = first; again < end; again++) {
      const at = runs + ((<usize>again) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = f64At(sums, load<i32>(at, 8)), b = f64At(sums, load<i32>(at, 12));
      const w = f64At(means, row), out = f64At(room, row - start), byte = bitsByRow + row;
      const even = n & ~1;
      for (let t = 0; t < even; t += 2) {
        const bytes = (<usize>t) << 3;
        const value = f64x2.mul(v128.load(w + bytes), f64x2.sub(v128.load(out + bytes), centre));
        v128.store(a + bytes, f64x2.add(v128.load(a + bytes), value));
        v128.store(b + bytes, f64x2.add(v128.load(b + bytes), value));
        if (bits > 0) {
          const own = bytesOf(byte + t);
          ofFirst = f64x2.add(ofFirst, v128.and(whereSet(own, 0), value));
          if (bits > 1) ofSecond = f64x2.add(ofSecond, v128.and(whereSet(own, 1), value));
        }
        if (needsRoom) v128.store(out + bytes, value);
      }
      if (n & 1) {
        const bytes = (<usize>even) << 3;
        const value = load<f64>(w + bytes) * (load<f64>(out + bytes) - mean);
        store<f64>(a + bytes, load<f64>(a + bytes) + value);
        store<f64>(b + bytes, load<f64>(b + bytes) + value);
        if (bits > 0) {
          const own = load<u8>(byte + even);
          if (own & 1) ofFirst = f64x2.add(ofFirst, f64x2.replace_lane(f64x2.splat(0), 0, value));
          if (own & 2) ofSecond = f64x2.add(ofSecond, f64x2.replace_lane(f64x2.splat(0), 0, value));
        }
        if (needsRoom) store<f64>(out + bytes, value);
      }
      if (needsRoom) addProducts(2, bits, columns, n, out, byte, f64At(columnsByRow, row), stride, products);
      if (hasOthers) addToOthers(row, n, out, sums, false);
    }
  }
  if (bits > 0) store<f64>(products, total(ofFirst));
  if (bits > 1) store<f64>(products, total(ofSecond), 8);
}

/** Answers with the widest range within a group of u_a + u_b + X v. */
export function range(groupFrom: i32, groupTo: i32, thread: i32): void {
  const bits = size(Slot.bits), columns = size(Slot.columns), stride = (<usize>size(Slot.rows)) << 3;
  const runs = place(Slot.runs), runEnds = place(Slot.runEnds), u = place(Slot.u), v = place(Slot.v);
  const bitsByRow = place(Slot.bitsByRow), columnsByRow = place(Slot.columnsByRow), hasOthers = size(Slot.others) > 0;
  let widest: f64 = 0;
  let run = firstRun(groupFrom);
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(i32At(runEnds, g));
    let low: f64 = Infinity, high: f64 = -Infinity;
    for (; run < end; run++) {
      const at = runs + ((<usize>run) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4), a = load<i32>(at, 8), b = load<i32>(at, 12);
      for (let t = 0; t < n; t++) {
        const effects = load<f64>(f64At(u, a + t)) + load<f64>(f64At(u, b + t));
        let value = predictOne(effects, bits, columns, bitsByRow + row + t, f64At(columnsByRow, row + t), stride, v);
        if (hasOthers) value += othersOfOne(row + t, u);
        low = min(low, value);
        high = max(high, value);
      }
    }
    widest = max(widest, high - low);
  }
  store<f64>(answersOf(thread), widest);
}

/** exp(Xβ + offset) × weight of two rows. */
@inline
function factorsOf(factors: usize, byte: usize, table: usize): v128 {
  if (factors) return v128.load(factors);
  const low = v128.load64_zero(f64At(table, load<u8>(byte)));
  return v128.load64_lane(f64At(table, load<u8>(byte, 1)), low, 1);
}

/**
 * μ = Y_g A_a B_b E / Σ_g A_a B_b E, and its sums by level and regressor; `logScales` takes log Σ_g. A and B stand in `u`, E
 * in `factors` or by bits in `table`. Answers with Σ_g Y_g log Σ_g and 1 where a sum is out of range.
 */
export function evaluate(groupFrom: i32, groupTo: i32, thread: i32): void {
  const sums = clearSums(thread), products = clearProducts(thread);
  const bits = size(Slot.bits), columns = size(Slot.columns), stride = (<usize>size(Slot.rows)) << 3;
  const runs = place(Slot.runs), runEnds = place(Slot.runEnds), means = place(Slot.means);
  const groupY = place(Slot.groupY), logScales = place(Slot.logScales), u = place(Slot.u), table = place(Slot.table);
  const bitsByRow = place(Slot.bitsByRow), columnsByRow = place(Slot.columnsByRow), factors = place(Slot.factors);
  let objective: f64 = 0, isOut = false;
  let ofFirst = f64x2.splat(0), ofSecond = f64x2.splat(0);
  let run = firstRun(groupFrom);
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(i32At(runEnds, g));
    const first = run;
    let whole: f64 = 0;
    for (; run < end; run++) {
      const at = runs + ((<usize>run) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = f64At(u, load<i32>(at, 8)), b = f64At(u, load<i32>(at, 12));
      const out = f64At(means, row), byte = bitsByRow + row, factor = factors ? f64At(factors, row) : 0;
      const even = n & ~1;
      let sum = f64x2.splat(0);
      for (let t = 0; t < even; t += 2) {
        const bytes = (<usize>t) << 3;
        const own = factorsOf(factors ? factor + bytes : 0, byte + t, table);
        const value = f64x2.mul(f64x2.mul(v128.load(a + bytes), v128.load(b + bytes)), own);
        v128.store(out + bytes, value);
        sum = f64x2.add(sum, value);
      }
      whole += total(sum);
      if (n & 1) {
        const bytes = (<usize>even) << 3;
        const own = factors ? load<f64>(factor + bytes) : load<f64>(f64At(table, load<u8>(byte + even)));
        const value = load<f64>(a + bytes) * load<f64>(b + bytes) * own;
        store<f64>(out + bytes, value);
        whole += value;
      }
    }
    const amount = load<f64>(f64At(groupY, g));
    const log = f64x2.extract_lane(logs(f64x2.splat(whole)), 0);
    store<f64>(f64At(logScales, g), log);
    objective += amount * log;
    if (!(whole > leastScale && whole < greatestScale)) isOut = true;
    const ratio = amount / whole;
    const ratios = f64x2.splat(ratio);
    for (let again = first; again < end; again++) {
      const at = runs + ((<usize>again) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = f64At(sums, load<i32>(at, 8)), b = f64At(sums, load<i32>(at, 12));
      const out = f64At(means, row), byte = bitsByRow + row;
      const even = n & ~1;
      for (let t = 0; t < even; t += 2) {
        const bytes = (<usize>t) << 3;
        const value = f64x2.mul(v128.load(out + bytes), ratios);
        v128.store(out + bytes, value);
        v128.store(a + bytes, f64x2.add(v128.load(a + bytes), value));
        v128.store(b + bytes, f64x2.add(v128.load(b + bytes), value));
        if (bits > 0) {
          const own = bytesOf(byte + t);
          ofFirst = f64x2.add(ofFirst, v128.and(whereSet(own, 0), value));
          if (bits > 1) ofSecond = f64x2.add(ofSecond, v128.and(whereSet(own, 1), value));
        }
      }
      if (n & 1) {
        const bytes = (<usize>even) << 3;
        const value = load<f64>(out + bytes) * ratio;
        store<f64>(out + bytes, value);
        store<f64>(a + bytes, load<f64>(a + bytes) + value);
        store<f64>(b + bytes, load<f64>(b + bytes) + value);
        if (bits > 0) {
          const own = load<u8>(byte + even);
          if (own & 1) ofFirst = f64x2.add(ofFirst, f64x2.replace_lane(f64x2.splat(0), 0, value));
          if (own & 2) ofSecond = f64x2.add(ofSecond, f64x2.replace_lane(f64x2.splat(0), 0, value));
        }
      }
      if (bits > 2 || columns > 0)
        addProducts(2, bits, columns, n, out, byte, f64At(columnsByRow, row), stride, products);
      if (size(Slot.others) > 0) addToOthers(row, n, out, sums, false);
    }
  }
  if (bits > 0) store<f64>(products, total(ofFirst));
  if (bits > 1) store<f64>(products, total(ofSecond), 8);
  store<f64>(answersOf(thread), objective);
  store<f64>(answersOf(thread), <f64>isOut, 8);
}

/** Diagonal of the normal equations: Σ μ (1 − μ / Y_g) by level. */
export function diagonal(groupFrom: i32, groupTo: i32, thread: i32): void {
  const sums = clearSums(thread);
  const runs = place(Slot.runs), runEnds = place(Slot.runEnds), means = place(Slot.means), groupY = place(Slot.groupY);
  const one = f64x2.splat(1), hasOthers = size(Slot.others) > 0, room = roomOf(thread);
  let run = firstRun(groupFrom);
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(i32At(runEnds, g));
    const inverse = 1 / load<f64>(f64At(groupY, g));
    const inverses = f64x2.splat(inverse);
    for (; run < end; run++) {
      const at = runs + ((<usize>run) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = f64At(sums, load<i32>(at, 8)), b = f64At(sums, load<i32>(at, 12)), w = f64At(means, row);
      const even = n & ~1;
      for (let t = 0; t < even; t += 2) {
        const bytes = (<usize>t) << 3;
        const mean = v128.load(w + bytes);
        const value = f64x2.mul(mean, f64x2.sub(one, f64x2.mul(mean, inverses)));
        if (hasOthers) v128.store(f64At(room, t), value);
        v128.store(a + bytes, f64x2.add(v128.load(a + bytes), value));
        v128.store(b + bytes, f64x2.add(v128.load(b + bytes), value));
      }
      if (n & 1) {
        const bytes = (<usize>even) << 3;
        const mean = load<f64>(w + bytes);
        const value = mean * (1 - mean * inverse);
        if (hasOthers) store<f64>(f64At(room, even), value);
        store<f64>(a + bytes, load<f64>(a + bytes) + value);
        store<f64>(b + bytes, load<f64>(b + bytes) + value);
      }
      if (hasOthers) addToOthers(row, n, room, sums, true);
    }
  }
}

/** For each level its heaviest cell: the weight μ (1 − μ / Y_g), the row, and the level on the other side. */
export function pairLevels(): void {
  const runs = place(Slot.runs), runEnds = place(Slot.runEnds), means = place(Slot.means), groupY = place(Slot.groupY);
  const heaviest = place(Slot.heaviest), rows = place(Slot.heaviestRows), partners = place(Slot.partners);
  const levels = size(Slot.levels), groups = size(Slot.groups);
  memory.fill(heaviest, 0, (<usize>levels) << 3);
  memory.fill(rows, 0xff, (<usize>levels) << 2);
  for (let level = 0; level < levels; level++) store<i32>(i32At(partners, level), level);
  let run = 0;
  for (let g = 0; g < groups; g++) {
    const end = load<i32>(i32At(runEnds, g));
    const inverse = 1 / load<f64>(f64At(groupY, g));
    for (; run < end; run++) {
      const at = runs + ((<usize>run) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4), a = load<i32>(at, 8), b = load<i32>(at, 12);
      if (b >= levels) continue; // A missing second effect ties nothing.
      for (let t = 0; t < n; t++) {
        const mean = load<f64>(f64At(means, row + t));
        const weight = mean * (1 - mean * inverse);
        if (weight > load<f64>(f64At(heaviest, a + t))) {
          store<f64>(f64At(heaviest, a + t), weight);
          store<i32>(i32At(rows, a + t), row + t);
          store<i32>(i32At(partners, a + t), b + t);
        }
        if (weight > load<f64>(f64At(heaviest, b + t))) {
          store<f64>(f64At(heaviest, b + t), weight);
          store<i32>(i32At(rows, b + t), row + t);
          store<i32>(i32At(partners, b + t), a + t);
        }
      }
    }
  }
}
