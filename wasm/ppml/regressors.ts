// Regressors of rows that stand together: those of 0 and 1 as bits of a byte, the others as columns.

import {f64At, total} from "./plan";

/** The bytes of two rows, each spread over its lane. */
@inline
export function bytesOf(at: usize): v128 {
  const two = v128.load16_splat(at);
  return i8x16.shuffle(two, two, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
}

/** All ones in the lanes of rows that have a bit. */
@inline
export function whereSet(bytes: v128, k: i32): v128 {
  const bit = i8x16.splat((<i8>1) << <i8>k);
  return i8x16.eq(v128.and(bytes, bit), bit);
}


/** X v of two rows. */
@inline
export function predictTwo(value: v128, bits: i32, columns: i32, byte: usize, column: usize, stride: usize, v: usize): v128 {
  if (bits > 0) {
    const bytes = bytesOf(byte);
    value = f64x2.add(value, v128.and(whereSet(bytes, 0), v128.load64_splat(v)));
    if (bits > 1) value = f64x2.add(value, v128.and(whereSet(bytes, 1), v128.load64_splat(v, 8)));
    for (let k = 2; k < bits; k++)
      value = f64x2.add(value, v128.and(whereSet(bytes, k), v128.load64_splat(f64At(v, k))));
  }
  for (let k = 0; k < columns; k++)
    value = f64x2.add(value, f64x2.mul(v128.load(column + stride * <usize>k), v128.load64_splat(f64At(v, bits + k))));
  return value;
}

/** X v of one row. */
@inline
export function predictOne(value: f64, bits: i32, columns: i32, byte: usize, column: usize, stride: usize, v: usize): f64 {
  if (bits > 0) {
    const own = <i32>load<u8>(byte);
    for (let k = 0; k < bits; k++) if (own & (1 << k)) value += load<f64>(f64At(v, k));
  }
  for (let k = 0; k < columns; k++) value += load<f64>(column + stride * <usize>k) * load<f64>(f64At(v, bits + k));
  return value;
}

/** Adds values · x of rows that stand together to the products of regressors from `from` on. */
@inline
export function addProducts(
  from: i32, bits: i32, columns: i32, n: i32, values: usize, byte: usize, column: usize, stride: usize, products: usize
): void {
  const even = n & ~1;
  for (let k = from; k < bits; k++) {
    let sum = f64x2.splat(0);
    for (let t = 0; t < even; t += 2)
      sum = f64x2.add(sum, v128.and(whereSet(bytesOf(byte + t), k), v128.load(f64At(values, t))));
    let product = total(sum);
    if ((n & 1) && ((<i32>load<u8>(byte + even)) & (1 << k))) product += load<f64>(f64At(values, even));
    const slot = f64At(products, k);
    store<f64>(slot, load<f64>(slot) + product);
  }
  for (let k = 0; k < columns; k++) {
    const own = column + stride * <usize>k;
    let sum = f64x2.splat(0);
    for (let t = 0; t < even; t += 2)
      sum = f64x2.add(sum, f64x2.mul(v128.load(f64At(own, t)), v128.load(f64At(values, t))));
    let product = total(sum);
    if (n & 1) product += load<f64>(f64At(own, even)) * load<f64>(f64At(values, even));
    const slot = f64At(products, bits + k);
    store<f64>(slot, load<f64>(slot) + product);
  }
}

/** Sums outside of these have lost digits to the ends of the range of numbers. */
export const leastScale: f64 = 1e-280, greatestScale: f64 = 1e300;
