// The passes of the many-sector trade model, two doubles at a time; twin of src/kernels/trade/sectors/engine.ts, whose names
// and array layouts it keeps. All arrays are given by their byte offset in the imported memory.

// @ts-nocheck
@inline
function at(p: usize, i: i32): f64 {
  return load<f64>(p + ((<usize>i) << 3));
}

@inline
function put(p: usize, i: i32, v: f64): void {
  store<f64>(p + ((<usize>i) << 3), v);
}

@inline
function lanes(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/** First byte that is free for arrays: below lie the module's own tables. */
export function heapBase(): usize {
  return __heap_base;
}

/** Σ a·b. */
export function dot(n: i32, a: usize, b: usize): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let i = 0;
  for (; i + 3 < n; i += 4) {
    const o = (<usize>i) << 3;
    s0 = f64x2.add(s0, f64x2.mul(v128.load(a + o), v128.load(b + o)));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(a + o, 16), v128.load(b + o, 16)));
  }
  let sum = lanes(f64x2.add(s0, s1));
  for (; i < n; i++) sum += at(a, i) * at(b, i);
  return sum;
}

/** y ← y − w·x. */
export function subtractScaled(n: i32, y: usize, x: usize, w: f64): void {
  const factor = f64x2.splat(w);
  let i = 0;
  for (; i + 1 < n; i += 2) {
    const o = (<usize>i) << 3;
    v128.store(y + o, f64x2.sub(v128.load(y + o), f64x2.mul(factor, v128.load(x + o))));
  }
  for (; i < n; i++) put(y, i, at(y, i) - w * at(x, i));
}

/** out ← a − b. */
export function difference(n: i32, out: usize, a: usize, b: usize): void {
  let i = 0;
  for (; i + 1 < n; i += 2) {
    const o = (<usize>i) << 3;
    v128.store(out + o, f64x2.sub(v128.load(a + o), v128.load(b + o)));
  }
  for (; i < n; i++) put(out, i, at(a, i) - at(b, i));
}

/** power ← c^−θ, j-major. */
export function costs(n: i32, traded: i32, theta: usize, u: usize, power: usize): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < traded; j++) put(power, j * n + i, Math.exp(-at(theta, j) * at(u, i * traded + j)));
}

/** Prices, imports, receipts and sales. */
export function trade(
  n: i32,
  traded: i32,
  pull: usize,
  pullBorder: usize,
  power: usize,
  u: usize,
  expenditure0: usize,
  total: usize,
  sales: usize,
  imports: usize,
  receipts: usize
): void {
  for (let j = 0; j < traded; j++) {
    const q = power + ((<usize>(j * n)) << 3);
    const y = sales + ((<usize>(j * n)) << 3);
    for (let m = 0; m < n; m++) {
      const row = (<usize>((j * n + m) * n)) << 3;
      const a = pull + row;
      const b = pullBorder + row;
      let s0 = f64x2.splat(0);
      let s1 = f64x2.splat(0);
      let t0 = f64x2.splat(0);
      let t1 = f64x2.splat(0);
      let i = 0;
      for (; i + 3 < n; i += 4) {
        const k = (<usize>i) << 3;
        const q0 = v128.load(q + k);
        const q1 = v128.load(q + k, 16);
        s0 = f64x2.add(s0, f64x2.mul(v128.load(a + k), q0));
        s1 = f64x2.add(s1, f64x2.mul(v128.load(a + k, 16), q1));
        t0 = f64x2.add(t0, f64x2.mul(v128.load(b + k), q0));
        t1 = f64x2.add(t1, f64x2.mul(v128.load(b + k, 16), q1));
      }
      let sum = lanes(f64x2.add(s0, s1));
      let border = lanes(f64x2.add(t0, t1));
      for (; i < n; i++) {
        const v = at(q, i);
        sum += at(a, i) * v;
        border += at(b, i) * v;
      }
      put(total, j * n + m, sum);
      if (sum == 0) continue;
      const cell = m * traded + j;
      const paid = at(u, n * traded + cell) * at(expenditure0, cell);
      const scale = paid / sum;
      const bought = scale * border;
      put(imports, m, at(imports, m) + bought);
      put(receipts, m, at(receipts, m) + paid - bought);
      const factor = f64x2.splat(scale);
      i = 0;
      for (; i + 3 < n; i += 4) {
        const k = (<usize>i) << 3;
        v128.store(y + k, f64x2.add(v128.load(y + k), f64x2.mul(factor, v128.load(b + k))));
        v128.store(y + k, f64x2.add(v128.load(y + k, 16), f64x2.mul(factor, v128.load(b + k, 16))), 16);
      }
      for (; i < n; i++) put(y, i, at(y, i) + scale * at(b, i));
    }
  }
}

/** Wages, then costs and expenditure at the new wage; the input shares are read once for both products. */
export function production(
  n: i32,
  traded: i32,
  largestStep: f64,
  use: usize,
  laborCost: usize,
  finalShare: usize,
  theta: usize,
  valueAdded: usize,
  surplus: usize,
  exporterRents: usize,
  wageStep: usize,
  u: usize,
  g: usize,
  expenditure0: usize,
  power: usize,
  total: usize,
  sales: usize,
  imports: usize,
  receipts: usize,
  x0: usize,
  x1: usize,
  x2: usize,
  residuals: usize
): void {
  const cells = n * traded;
  const wages = 2 * cells;
  // f64 max keeps what is not a number.
  let costGap: f64 = 0;
  let spendingGap: f64 = 0;
  let balanceGap: f64 = 0;
  for (let i = 0; i < n; i++) {
    const o = i * traded;
    const matrix = use + ((<usize>(o * traded)) << 3);
    let exports = at(exporterRents, i);
    for (let j = 0; j < traded; j++) {
      const value = at(sales, j * n + i) * at(power, j * n + i);
      put(x0, j, value);
      exports += value;
      const sum = at(total, j * n + i);
      put(x1, j, sum == 0 ? 0 : -Math.log(sum) / at(theta, j));
      put(x2, j, 0);
    }
    const excess = (exports - at(imports, i) - at(surplus, i)) / (Math.exp(at(u, wages + i)) * at(valueAdded, i));
    const step = max<f64>(-largestStep, min<f64>(largestStep, at(wageStep, i) * excess));
    const wage = at(u, wages + i) + step;
    put(g, wages + i, wage);
    const income = Math.exp(wage) * at(valueAdded, i) + at(receipts, i) + at(exporterRents, i) - at(surplus, i);
    for (let r = 0; r < traded; r++) {
      const row = matrix + ((<usize>(r * traded)) << 3);
      const sale = at(x0, r);
      const factor = f64x2.splat(sale);
      let s0 = f64x2.splat(0);
      let s1 = f64x2.splat(0);
      let c = 0;
      for (; c + 3 < traded; c += 4) {
        const k = (<usize>c) << 3;
        const a = v128.load(row + k);
        const b = v128.load(row + k, 16);
        s0 = f64x2.add(s0, f64x2.mul(a, v128.load(x1 + k)));
        s1 = f64x2.add(s1, f64x2.mul(b, v128.load(x1 + k, 16)));
        v128.store(x2 + k, f64x2.add(v128.load(x2 + k), f64x2.mul(factor, a)));
        v128.store(x2 + k, f64x2.add(v128.load(x2 + k, 16), f64x2.mul(factor, b)), 16);
      }
      let cost = lanes(f64x2.add(s0, s1));
      for (; c < traded; c++) {
        cost += at(row, c) * at(x1, c);
        put(x2, c, at(x2, c) + sale * at(row, c));
      }
      cost += at(laborCost, o + r) * wage;
      costGap = max<f64>(costGap, abs<f64>(cost - at(u, o + r)));
      put(g, o + r, cost);
    }
    for (let j = 0; j < traded; j++) {
      const before = at(expenditure0, o + j);
      const old = at(u, cells + o + j);
      const ratio = before > 0 ? (at(x2, j) + at(finalShare, o + j) * income) / before : old;
      spendingGap = max<f64>(spendingGap, abs<f64>(ratio - old));
      put(g, cells + o + j, ratio);
    }
    balanceGap = max<f64>(balanceGap, abs<f64>(excess));
  }
  put(residuals, 0, costGap);
  put(residuals, 1, spendingGap);
  put(residuals, 2, balanceGap);
}
