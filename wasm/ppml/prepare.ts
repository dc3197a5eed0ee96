// From rows as they were given to rows as they are worked on: sorted by the effect that is solved exactly, then by the
// others, in runs. Loops go once over the rows and keep little, for what they touch does not fit the cache.

import {Slot, f64At, firstRow, i32At, place, productsOf, size, sumsOf} from "./plan";

/** The first value that is not finite, or below zero where that is refused; -1 without one. */
export function firstUnsound(n: i32, values: usize, nonNegative: bool): i32 {
  let zero = f64x2.splat(0), least = f64x2.splat(0);
  for (let r = 0; r + 1 < n; r += 2) {
    const value = v128.load(f64At(values, r));
    zero = f64x2.add(zero, f64x2.mul(value, f64x2.splat(0))); // NaN from the first value that is not finite on.
    least = f64x2.min(least, value);
  }
  const last = n & 1 ? load<f64>(f64At(values, n - 1)) : 0;
  const isFinite = f64x2.extract_lane(zero, 0) + f64x2.extract_lane(zero, 1) + last * 0 == 0;
  const isAbove = min(min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1)), last) == 0;
  if (isFinite && (isAbove || !nonNegative)) return -1;
  for (let r = 0; r < n; r++) {
    const value = load<f64>(f64At(values, r));
    if (value - value != 0 || (nonNegative && value < 0)) return r;
  }
  return -1;
}

/** The first code that is no level; -1 without one. */
export function firstOutOfRange(n: i32, codes: usize, levels: i32): i32 {
  const limit = i32x4.splat(levels);
  let r = 0;
  for (; r + 3 < n; r += 4) if (v128.any_true(i32x4.ge_u(v128.load(i32At(codes, r)), limit))) break;
  for (; r < n; r++) if (<u32>load<i32>(i32At(codes, r)) >= <u32>levels) return r;
  return -1;
}

/** One more than the highest code. */
export function countCodes(n: i32, codes: usize): i32 {
  let highest = i32x4.splat(-1);
  let r = 0;
  for (; r + 3 < n; r += 4) highest = i32x4.max_s(highest, v128.load(i32At(codes, r)));
  let most = max(
    max(i32x4.extract_lane(highest, 0), i32x4.extract_lane(highest, 1)),
    max(i32x4.extract_lane(highest, 2), i32x4.extract_lane(highest, 3))
  );
  for (; r < n; r++) most = max(most, load<i32>(i32At(codes, r)));
  return most + 1;
}

/** Whether all values are 0 or 1. */
export function isDummy(n: i32, values: usize): bool {
  const zero = f64x2.splat(0), one = f64x2.splat(1);
  let r = 0;
  for (; r + 1 < n; r += 2) {
    const value = v128.load(f64At(values, r));
    if (!i64x2.all_true(v128.or(f64x2.eq(value, zero), f64x2.eq(value, one)))) return false;
  }
  if (r < n) {
    const value = load<f64>(f64At(values, r));
    return value == 0 || value == 1;
  }
  return true;
}

/** Sets a bit where a value is 1; the first bit writes the bytes anew. */
export function foldDummy(n: i32, values: usize, bytes: usize, bit: i32): void {
  for (let r = 0; r < n; r++) {
    const one = <u8>((<i32>(load<f64>(f64At(values, r)) != 0)) << bit);
    store<u8>(bytes + r, bit > 0 ? load<u8>(bytes + r) | one : one);
  }
}

/** Marks the levels that have a positive y in a kept row. */
export function markPositive(n: i32, y: usize, kept: usize, codes: usize, marks: usize): void {
  for (let r = 0; r < n; r++) {
    const mark = marks + <usize>load<i32>(i32At(codes, r));
    store<u8>(mark, load<u8>(mark) | (<u8>(load<f64>(f64At(y, r)) > 0) & load<u8>(kept + r)));
  }
}

/** Marks the levels that have a kept row. */
export function markKept(n: i32, kept: usize, codes: usize, marks: usize): void {
  for (let r = 0; r < n; r++) {
    const mark = marks + <usize>load<i32>(i32At(codes, r));
    store<u8>(mark, load<u8>(mark) | load<u8>(kept + r));
  }
}

/** Keeps rows of marked levels only. */
export function keepMarked(n: i32, codes: usize, marks: usize, kept: usize): void {
  for (let r = 0; r < n; r++) {
    store<u8>(kept + r, load<u8>(kept + r) & load<u8>(marks + <usize>load<i32>(i32At(codes, r))));
  }
}

/** Numbers the marked levels in their order; returns how many there are. */
export function numberMarked(levels: i32, marks: usize, numbers: usize): i32 {
  let count = 0;
  for (let level = 0; level < levels; level++) {
    store<i32>(i32At(numbers, level), count);
    count += load<u8>(marks + level);
  }
  return count;
}

/** Lists the kept rows; returns how many there are. */
export function listKept(n: i32, kept: usize, list: usize): i32 {
  let count = 0;
  for (let r = 0; r < n; r++) {
    store<i32>(i32At(list, count), r);
    count += load<u8>(kept + r);
  }
  return count;
}

/** A stable counting sort of rows by their codes; afterwards `ends` holds where each level's rows end. */
export function sortByCodes(count: i32, list: usize, into: usize, codes: usize, levels: i32, ends: usize): void {
  memory.fill(ends, 0, (<usize>levels) << 2);
  for (let at = 0; at < count; at++) {
    const slot = i32At(ends, load<i32>(i32At(codes, load<i32>(i32At(list, at)))));
    store<i32>(slot, load<i32>(slot) + 1);
  }
  let sum = 0;
  for (let level = 0; level < levels; level++) {
    const slot = i32At(ends, level);
    const own = load<i32>(slot);
    store<i32>(slot, sum);
    sum += own;
  }
  for (let at = 0; at < count; at++) {
    const row = load<i32>(i32At(list, at));
    const slot = i32At(ends, load<i32>(i32At(codes, row)));
    const to = load<i32>(slot);
    store<i32>(i32At(into, to), row);
    store<i32>(slot, to + 1);
  }
}

/** Leaves the ends of levels that have rows, in their order. */
export function dropEmpty(levels: i32, ends: usize): i32 {
  let count = 0, before = 0;
  for (let level = 0; level < levels; level++) {
    const end = load<i32>(i32At(ends, level));
    store<i32>(i32At(ends, count), end);
    count += <i32>(end > before);
    before = end;
  }
  return count;
}

/** Groups longer than this are sorted by counting. */
const mostInserted = 64;

/** The levels of a row in the iterated effects, as one number that sorts. A missing second effect has level 0 alone. */
@inline
function keyOf(row: i32): i64 {
  const a = load<i32>(i32At(place(Slot.firstNumbers), load<i32>(i32At(place(Slot.givenFirst), row))));
  const second = place(Slot.givenSecond);
  const b = second ? load<i32>(i32At(place(Slot.secondNumbers), load<i32>(i32At(second, row)))) : 0;
  return ((<i64>a) << 32) | <i64>b;
}

/** By how much the key goes up from a row of a run to the next. */
@inline
function stepOf(): i64 {
  return place(Slot.givenSecond) ? ((<i64>1) << 32) | 1 : (<i64>1) << 32;
}

/** Sorts rows of each group by the iterated effects, in place; answers with the runs, or -1 where one would go far. */
export function sortTies(groupFrom: i32, groupTo: i32, thread: i32): void {
  store<i32>(i32At(place(Slot.threadRuns), thread), sortedRuns(groupFrom, groupTo));
}

function sortedRuns(groupFrom: i32, groupTo: i32): i32 {
  const order = place(Slot.order), ends = place(Slot.rowEnds);
  const step = stepOf();
  let runs = 0;
  for (let g = groupFrom, from = firstRow(groupFrom); g < groupTo; g++) {
    const end = load<i32>(i32At(ends, g));
    let last: i64 = -1, isMoved = false, own = 0;
    for (let at = from; at < end; at++) {
      const row = load<i32>(i32At(order, at));
      const key = keyOf(row);
      if (key >= last) {
        own += <i32>(key != last + step || at == from);
        last = key;
        continue;
      }
      isMoved = true;
      let to = at;
      while (to > from && key < keyOf(load<i32>(i32At(order, to - 1)))) {
        if (at - to > mostInserted) return -1;
        store<i32>(i32At(order, to), load<i32>(i32At(order, to - 1)));
        --to;
      }
      store<i32>(i32At(order, to), row);
    }
    runs += isMoved ? runsOf(from, end, step) : own;
    from = end;
  }
  return runs;
}

function runsOf(from: i32, end: i32, step: i64): i32 {
  const order = place(Slot.order);
  let runs = 0;
  let last: i64 = -1;
  for (let at = from; at < end; at++) {
    const key = keyOf(load<i32>(i32At(order, at)));
    runs += <i32>(key != last + step || at == from);
    last = key;
  }
  return runs;
}


/** Lays a further effect out in the order of rows: its levels among all, its slopes if it has any, and sums of y. */
export function layOutOther(other: i32, codes: usize, numbers: usize, start: i32, givenSlopes: usize): void {
  const rows = size(Slot.rows), order = place(Slot.order), y = place(Slot.y), weights = place(Slot.weights);
  const levels = i32At(place(Slot.otherLevels), other * rows), sums = place(Slot.sums);
  const slopes = place(Slot.slopes) ? f64At(place(Slot.slopes), other * rows) : 0;
  for (let r = 0; r < rows; r++) {
    const row = load<i32>(i32At(order, r));
    const level = start + load<i32>(i32At(numbers, load<i32>(i32At(codes, row))));
    store<i32>(i32At(levels, r), level);
    let value = load<f64>(f64At(y, r));
    if (weights) value *= load<f64>(f64At(weights, r));
    if (slopes) {
      const slope = givenSlopes ? load<f64>(f64At(givenSlopes, row)) : 1;
      store<f64>(f64At(slopes, r), slope);
      value *= slope;
    }
    const sum = f64At(sums, level);
    store<f64>(sum, load<f64>(sum) + value);
  }
}

/**
 * Lays the rows out in their order, with their runs: four 32-bit numbers each, first row, rows, level of the first effect,
 * level of the second (of a missing one a zone of zeros behind all levels). Sums y by group, level and regressor. A thread's
 * first run is given.
 */
export function layOut(groupFrom: i32, groupTo: i32, thread: i32): void {
  const bits = size(Slot.bits), columns = size(Slot.columns);
  const givenRows = size(Slot.given), rows = size(Slot.rows);
  const order = place(Slot.order), ends = place(Slot.rowEnds), givenY = place(Slot.givenY), y = place(Slot.y);
  const givenBits = place(Slot.givenBits), byRow = place(Slot.bitsByRow);
  const givenColumns = place(Slot.givenColumns), columnsByRow = place(Slot.columnsByRow);
  const givenWeights = place(Slot.givenWeights), weights = place(Slot.weights);
  const givenOffset = place(Slot.givenOffset), offset = place(Slot.offset);
  const sums = sumsOf(thread), products = productsOf(thread);
  const firstStart = size(Slot.firstStart), secondStart = size(Slot.secondStart), hasSecond = place(Slot.givenSecond) != 0;
  const firstLevels = place(Slot.firstLevels), secondLevels = place(Slot.secondLevels);
  const step = stepOf();
  memory.fill(sums, 0, (<usize>size(Slot.levelStride)) << 3);
  memory.fill(products, 0, (<usize>(bits + columns)) << 3);
  let run = place(Slot.runs) + (<usize>load<i32>(i32At(place(Slot.threadRuns), thread)) << 4) - 16;
  for (let g = groupFrom, from = firstRow(groupFrom); g < groupTo; g++) {
    const end = load<i32>(i32At(ends, g));
    let last: i64 = -1, ofGroup: f64 = 0;
    for (let at = from; at < end; at++) {
      const row = load<i32>(i32At(order, at));
      const key = keyOf(row);
      const a = firstStart + <i32>(key >> 32);
      const b = hasSecond ? secondStart + <i32>key : secondStart;
      if (key == last + step && at > from) store<i32>(run, load<i32>(run, 4) + 1, 4);
      else {
        run += 16;
        store<i32>(run, at);
        store<i32>(run, 1, 4);
        store<i32>(run, a, 8);
        store<i32>(run, b, 12);
      }
      last = key;
      if (firstLevels) {
        store<i32>(i32At(firstLevels, at), a);
        if (secondLevels) store<i32>(i32At(secondLevels, at), b);
      }
      let value = load<f64>(f64At(givenY, row));
      store<f64>(f64At(y, at), value);
      if (weights) {
        const weight = load<f64>(f64At(givenWeights, row));
        store<f64>(f64At(weights, at), weight);
        value *= weight;
      }
      if (offset) store<f64>(f64At(offset, at), load<f64>(f64At(givenOffset, row)));
      ofGroup += value;
      const ofFirst = f64At(sums, a);
      store<f64>(ofFirst, load<f64>(ofFirst) + value);
      if (hasSecond) {
        const ofSecond = f64At(sums, b);
        store<f64>(ofSecond, load<f64>(ofSecond) + value);
      }
      if (bits) {
        const byte = <i32>load<u8>(givenBits + row);
        store<u8>(byRow + at, <u8>byte);
        for (let k = 0; k < bits; k++) {
          const product = f64At(products, k);
          store<f64>(product, load<f64>(product) + (byte & (1 << k) ? value : 0));
        }
      }
      for (let k = 0; k < columns; k++) {
        const one = load<f64>(f64At(givenColumns, k * givenRows + row));
        store<f64>(f64At(columnsByRow, k * rows + at), one);
        const product = f64At(products, bits + k);
        store<f64>(product, load<f64>(product) + value * one);
      }
    }
    store<f64>(f64At(place(Slot.groupY), g), ofGroup);
    store<i32>(i32At(place(Slot.runEnds), g), <i32>((run + 16 - place(Slot.runs)) >> 4));
    from = end;
  }
}
