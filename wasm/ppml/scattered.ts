// The passes of `passes.ts` for rows whose levels rise together nowhere, as in sparse panels: each row's levels are looked
// up, one row at a time.

import {logs} from "./logarithms";
import {addToOthers, othersOfOne} from "./others";
import {Slot, answersOf, clearProducts, clearSums, f64At, firstRow, i32At, place, roomOf, size} from "./plan";
import {addProducts, greatestScale, leastScale, predictOne} from "./regressors";

@inline
function add(sums: usize, level: i32, value: f64): void {
  const slot = f64At(sums, level);
  store<f64>(slot, load<f64>(slot) + value);
}

export function multiplyScattered(groupFrom: i32, groupTo: i32, thread: i32, withRegressors: bool): void {
  const sums = clearSums(thread), products = clearProducts(thread), room = roomOf(thread);
  const bits = withRegressors ? size(Slot.bits) : 0, columns = withRegressors ? size(Slot.columns) : 0;
  const stride = (<usize>size(Slot.rows)) << 3, hasOthers = size(Slot.others) > 0;
  const firsts = place(Slot.firstLevels), seconds = place(Slot.secondLevels), rowEnds = place(Slot.rowEnds);
  const means = place(Slot.means), groupY = place(Slot.groupY), u = place(Slot.u), v = place(Slot.v);
  const bitsByRow = place(Slot.bitsByRow), columnsByRow = place(Slot.columnsByRow);
  let ofFirst: f64 = 0, ofSecond: f64 = 0;
  let from = firstRow(groupFrom);
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(i32At(rowEnds, g));
    let mean: f64 = 0;
    for (let r = from; r < end; r++) {
      let effects = load<f64>(f64At(u, load<i32>(i32At(firsts, r))));
      if (seconds) effects += load<f64>(f64At(u, load<i32>(i32At(seconds, r))));
      let value = predictOne(effects, bits, columns, bitsByRow + r, f64At(columnsByRow, r), stride, v);
      if (hasOthers) value += othersOfOne(r, u);
      store<f64>(f64At(room, r - from), value);
      mean += load<f64>(f64At(means, r)) * value;
    }
    const whole = load<f64>(f64At(groupY, g));
    mean = whole > 0 ? mean / whole : 0;
    for (let r = from; r < end; r++) {
      const value = load<f64>(f64At(means, r)) * (load<f64>(f64At(room, r - from)) - mean);
      add(sums, load<i32>(i32At(firsts, r)), value);
      if (seconds) add(sums, load<i32>(i32At(seconds, r)), value);
      if (bits) {
        const own = <i32>load<u8>(bitsByRow + r);
        ofFirst += own & 1 ? value : 0;
        ofSecond += own & 2 ? value : 0;
      }
      store<f64>(f64At(room, r - from), value);
    }
    if (bits > 2 || columns)
      addProducts(2, bits, columns, end - from, room, bitsByRow + from, f64At(columnsByRow, from), stride, products);
    if (hasOthers) addToOthers(from, end - from, room, sums, false);
    from = end;
  }
  if (bits > 0) store<f64>(products, ofFirst);
  if (bits > 1) store<f64>(products, ofSecond, 8);
}

export function evaluateScattered(groupFrom: i32, groupTo: i32, thread: i32): void {
  const sums = clearSums(thread), products = clearProducts(thread);
  const bits = size(Slot.bits), columns = size(Slot.columns), stride = (<usize>size(Slot.rows)) << 3;
  const firsts = place(Slot.firstLevels), seconds = place(Slot.secondLevels), rowEnds = place(Slot.rowEnds);
  const means = place(Slot.means), groupY = place(Slot.groupY), logScales = place(Slot.logScales);
  const u = place(Slot.u), table = place(Slot.table), factors = place(Slot.factors), hasOthers = size(Slot.others) > 0;
  const bitsByRow = place(Slot.bitsByRow), columnsByRow = place(Slot.columnsByRow);
  let objective: f64 = 0, isOut = false;
  let from = firstRow(groupFrom);
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(i32At(rowEnds, g));
    let whole: f64 = 0;
    for (let r = from; r < end; r++) {
      const factor = factors ? load<f64>(f64At(factors, r)) : load<f64>(f64At(table, load<u8>(bitsByRow + r)));
      let value = load<f64>(f64At(u, load<i32>(i32At(firsts, r)))) * factor;
      if (seconds) value *= load<f64>(f64At(u, load<i32>(i32At(seconds, r))));
      store<f64>(f64At(means, r), value);
      whole += value;
    }
    const amount = load<f64>(f64At(groupY, g));
    const log = f64x2.extract_lane(logs(f64x2.splat(whole)), 0);
    store<f64>(f64At(logScales, g), log);
    objective += amount * log;
    if (!(whole > leastScale && whole < greatestScale)) isOut = true;
    const ratio = amount / whole;
    for (let r = from; r < end; r++) {
      const value = load<f64>(f64At(means, r)) * ratio;
      store<f64>(f64At(means, r), value);
      add(sums, load<i32>(i32At(firsts, r)), value);
      if (seconds) add(sums, load<i32>(i32At(seconds, r)), value);
    }
    const byte = bitsByRow + from, column = f64At(columnsByRow, from), values = f64At(means, from);
    addProducts(0, bits, columns, end - from, values, byte, column, stride, products);
    if (hasOthers) addToOthers(from, end - from, values, sums, false);
    from = end;
  }
  store<f64>(answersOf(thread), objective);
  store<f64>(answersOf(thread), <f64>isOut, 8);
}

export function diagonalScattered(groupFrom: i32, groupTo: i32, thread: i32): void {
  const sums = clearSums(thread), room = roomOf(thread), hasOthers = size(Slot.others) > 0;
  const firsts = place(Slot.firstLevels), seconds = place(Slot.secondLevels), rowEnds = place(Slot.rowEnds);
  const means = place(Slot.means), groupY = place(Slot.groupY);
  let from = firstRow(groupFrom);
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(i32At(rowEnds, g));
    const inverse = 1 / load<f64>(f64At(groupY, g));
    for (let r = from; r < end; r++) {
      const mean = load<f64>(f64At(means, r));
      const value = mean * (1 - mean * inverse);
      add(sums, load<i32>(i32At(firsts, r)), value);
      if (seconds) add(sums, load<i32>(i32At(seconds, r)), value);
      store<f64>(f64At(room, r - from), value);
    }
    if (hasOthers) addToOthers(from, end - from, room, sums, true);
    from = end;
  }
}
