// Products of large matrices, four rows by four columns at a time, in pieces that the cache holds.

import {Slot, f64At, place, size} from "./plan";

/** Rows and columns of b that are gone through together: half a megabyte. */
const depth = 256, breadth = 256;

/** Rows of c ← c + sign · a b, as the plan says. */
export function multiplyAdd(rowFrom: i32, rowTo: i32): void {
  const inner = size(Slot.inner), width = size(Slot.width);
  for (let k = 0; k < inner; k += depth)
    for (let j = 0; j < width; j += breadth) piece(rowFrom, rowTo, k, min(k + depth, inner), j, min(j + breadth, width));
}

function piece(rowFrom: i32, rowTo: i32, kFrom: i32, kTo: i32, from: i32, to: i32): void {
  let i = rowFrom;
  for (; i + 3 < rowTo; i += 4) {
    let j = from;
    for (; j + 3 < to; j += 4) tile(i, j, kFrom, kTo);
    if (j < to) cells(i, i + 4, kFrom, kTo, j, to);
  }
  if (i < rowTo) cells(i, rowTo, kFrom, kTo, from, to);
}

/** Four by four sums stay in registers while k goes on. */
function tile(i: i32, j: i32, kFrom: i32, kTo: i32): void {
  const aStride = <usize>size(Slot.aStride) << 3, bStride = <usize>size(Slot.bStride) << 3;
  let a0 = f64At(place(Slot.a), i * size(Slot.aStride) + kFrom);
  let b = f64At(place(Slot.b), kFrom * size(Slot.bStride) + j);
  let s00 = f64x2.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  for (let k = kFrom; k < kTo; k++) {
    const low = v128.load(b), high = v128.load(b, 16);
    let a = v128.load64_splat(a0);
    s00 = f64x2.add(s00, f64x2.mul(a, low));
    s01 = f64x2.add(s01, f64x2.mul(a, high));
    a = v128.load64_splat(a0 + aStride);
    s10 = f64x2.add(s10, f64x2.mul(a, low));
    s11 = f64x2.add(s11, f64x2.mul(a, high));
    a = v128.load64_splat(a0 + 2 * aStride);
    s20 = f64x2.add(s20, f64x2.mul(a, low));
    s21 = f64x2.add(s21, f64x2.mul(a, high));
    a = v128.load64_splat(a0 + 3 * aStride);
    s30 = f64x2.add(s30, f64x2.mul(a, low));
    s31 = f64x2.add(s31, f64x2.mul(a, high));
    a0 += 8;
    b += bStride;
  }
  const c = f64At(place(Slot.c), i * size(Slot.cStride) + j), stride = <usize>size(Slot.cStride) << 3;
  addTo(c, s00, s01);
  addTo(c + stride, s10, s11);
  addTo(c + 2 * stride, s20, s21);
  addTo(c + 3 * stride, s30, s31);
}

@inline
function addTo(c: usize, low: v128, high: v128): void {
  const sign = f64x2.splat(<f64>size(Slot.sign));
  v128.store(c, f64x2.add(v128.load(c), f64x2.mul(sign, low)));
  v128.store(c, f64x2.add(v128.load(c, 16), f64x2.mul(sign, high)), 16);
}

function cells(rowFrom: i32, rowTo: i32, kFrom: i32, kTo: i32, from: i32, to: i32): void {
  const aStride = size(Slot.aStride), bStride = size(Slot.bStride), cStride = size(Slot.cStride);
  for (let i = rowFrom; i < rowTo; i++)
    for (let j = from; j < to; j++) {
      let sum: f64 = 0;
      for (let k = kFrom; k < kTo; k++)
        sum += load<f64>(f64At(place(Slot.a), i * aStride + k)) * load<f64>(f64At(place(Slot.b), k * bStride + j));
      const c = f64At(place(Slot.c), i * cStride + j);
      store<f64>(c, load<f64>(c) + <f64>size(Slot.sign) * sum);
    }
}
