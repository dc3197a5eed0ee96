// Logarithms and exponentials of two doubles at once, by the methods of FreeBSD's msun, whose errors are below one unit in
// the last place: log(1 + f) from a polynomial in s² for s = f / (2 + f), exp from a rational approximation on ±ln 2 / 2.

@inline
function horner(x: v128, sum: v128, next: f64): v128 {
  return f64x2.add(f64x2.mul(sum, x), f64x2.splat(next));
}

const highLn2: f64 = 6.93147180369123816490e-1;
const lowLn2: f64 = 1.90821492927058770002e-10;

/** The logarithm of normal positive numbers. */
@inline
export function logs(x: v128): v128 {
  // x = 2^k (1 + f) with 1 + f between √½ and √2.
  const bits = i64x2.add(x, i64x2.splat(0x3ff0000000000000 - 0x3fe6a09e00000000));
  const exponents = i64x2.sub(i64x2.shr_u(bits, 52), i64x2.splat(1023));
  const k = f64x2.convert_low_i32x4_s(i8x16.shuffle(exponents, exponents, 0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11));
  const mantissas = i64x2.add(v128.and(bits, i64x2.splat(0x000fffffffffffff)), i64x2.splat(0x3fe6a09e00000000));
  const f = f64x2.sub(mantissas, f64x2.splat(1));
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  let r = f64x2.splat(1.479819860511658591e-1);
  r = horner(z, r, 1.531383769920937332e-1);
  r = horner(z, r, 1.818357216161805012e-1);
  r = horner(z, r, 2.222219843214978396e-1);
  r = horner(z, r, 2.857142874366239149e-1);
  r = horner(z, r, 3.999999999940941908e-1);
  r = f64x2.mul(z, horner(z, r, 6.666666666666735130e-1));
  const half = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const small = f64x2.add(f64x2.mul(s, f64x2.add(half, r)), f64x2.mul(k, f64x2.splat(lowLn2)));
  return f64x2.add(f64x2.sub(f, f64x2.sub(half, small)), f64x2.mul(k, f64x2.splat(highLn2)));
}

/** e to the power of numbers; 0 below −708 and infinite above 708. */
@inline
export function exponentials(power: v128): v128 {
  const isSmall = f64x2.lt(power, f64x2.splat(-708)), isLarge = f64x2.gt(power, f64x2.splat(708));
  const x = v128.andnot(power, v128.or(isSmall, isLarge));
  const k = f64x2.nearest(f64x2.mul(x, f64x2.splat(1.44269504088896338700)));
  const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(highLn2)));
  const low = f64x2.mul(k, f64x2.splat(lowLn2));
  const rest = f64x2.sub(high, low);
  const square = f64x2.mul(rest, rest);
  let p = f64x2.splat(4.13813679705723846039e-8);
  p = horner(square, p, -1.65339022054652515390e-6);
  p = horner(square, p, 6.61375632143793436117e-5);
  p = horner(square, p, -2.77777777770155933842e-3);
  p = horner(square, p, 1.66666666666666019037e-1);
  const c = f64x2.sub(rest, f64x2.mul(square, p));
  const ratio = f64x2.div(f64x2.mul(rest, c), f64x2.sub(f64x2.splat(2), c));
  const value = f64x2.add(f64x2.splat(1), f64x2.add(f64x2.sub(ratio, low), high));
  const exponents = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k));
  const inRange = v128.andnot(i64x2.add(value, i64x2.shl(exponents, 52)), isSmall);
  return v128.bitselect(f64x2.splat(Infinity), inRange, isLarge);
}
