// Iterated effects beyond the two that runs go along: each row's level is looked up.

import {Slot, f64At, i32At, place, size} from "./plan";

/** Σ slope · u of the further effects of two rows. */
@inline
export function othersOfTwo(row: i32, u: usize): v128 {
  const rows = size(Slot.rows), others = size(Slot.others), levels = place(Slot.otherLevels), slopes = place(Slot.slopes);
  let sum = f64x2.splat(0);
  for (let e = 0; e < others; e++) {
    const at = i32At(levels, e * rows + row);
    let value = v128.load64_lane(f64At(u, load<i32>(at, 4)), v128.load64_zero(f64At(u, load<i32>(at))), 1);
    if (slopes) value = f64x2.mul(value, v128.load(f64At(slopes, e * rows + row)));
    sum = f64x2.add(sum, value);
  }
  return sum;
}

/** The same of one row. */
@inline
export function othersOfOne(row: i32, u: usize): f64 {
  const rows = size(Slot.rows), others = size(Slot.others), levels = place(Slot.otherLevels), slopes = place(Slot.slopes);
  let sum: f64 = 0;
  for (let e = 0; e < others; e++) {
    const value = load<f64>(f64At(u, load<i32>(i32At(levels, e * rows + row))));
    sum += slopes ? value * load<f64>(f64At(slopes, e * rows + row)) : value;
  }
  return sum;
}

/** Adds slope · value, or slope² · value, of rows from `row` on to the sums of their levels. */
@inline
export function addToOthers(row: i32, n: i32, values: usize, sums: usize, isSquared: bool): void {
  const rows = size(Slot.rows), others = size(Slot.others), slopes = place(Slot.slopes);
  for (let e = 0; e < others; e++) {
    const levels = i32At(place(Slot.otherLevels), e * rows + row);
    const slope = slopes ? f64At(slopes, e * rows + row) : 0;
    // Neighbours are often of one level: their sum waits for the next level.
    let level = load<i32>(levels), sum: f64 = 0;
    for (let t = 0; t < n; t++) {
      const own = load<i32>(i32At(levels, t));
      if (own != level) {
        const slot = f64At(sums, level);
        store<f64>(slot, load<f64>(slot) + sum);
        level = own;
        sum = 0;
      }
      let value = load<f64>(f64At(values, t));
      if (slope) {
        const factor = load<f64>(f64At(slope, t));
        value *= isSquared ? factor * factor : factor;
      }
      sum += value;
    }
    const slot = f64At(sums, level);
    store<f64>(slot, load<f64>(slot) + sum);
  }
}
