// Passes over the rows of a Poisson model with two iterated effects, two rows at a time. Rows of a group stand together;
// a run is a stretch of a group in which the levels of both effects go up by one from row to row, as years do, so that
// they are read without looking each of them up. All parameters are byte offsets unless said otherwise; runs are four
// 32-bit numbers each: first row, rows, level of the first effect, level of the second.

// Starts of a run's data in w-like arrays and in the vectors of levels.
@inline function rowAt(base: usize, row: i32): usize {
  return base + ((<usize>row) << 3);
}

@inline function total(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

// Adds X v of two rows, whose first entry is at `column`; one and two regressors, the common cases, without a loop.
@inline function addColumns(value: v128, column: usize, stride: usize, p: i32, v: usize): v128 {
  if (p == 0) return value;
  value = f64x2.add(value, f64x2.mul(v128.load(column), v128.load64_splat(v)));
  if (p == 1) return value;
  value = f64x2.add(value, f64x2.mul(v128.load(column + stride), v128.load64_splat(v, 8)));
  for (let k = 2; k < p; k++)
    value = f64x2.add(
      value, f64x2.mul(v128.load(column + stride * <usize>k), v128.load64_splat(v + ((<usize>k) << 3)))
    );
  return value;
}

/**
 * Σ w (d − mean_g d) by level and regressor for d = u_a + u_b + X v. `stride` is the bytes of a column of X. Each group
 * writes its rows from the start of `d` on, so that what is written stays in the cache.
 */
export function multiply(
  groupFrom: i32, groupTo: i32, runEnds: usize, runs: usize, w: usize, groupSums: usize, u: usize, sums: usize,
  levels: i32, x: usize, stride: usize, p: i32, v: usize, products: usize, d: usize
): void {
  memory.fill(sums, 0, (<usize>levels) << 3);
  memory.fill(products, 0, (<usize>p) << 3);
  let ofFirst = f64x2.splat(0), ofSecond = f64x2.splat(0);
  let run = groupFrom > 0 ? load<i32>(runEnds + ((<usize>(groupFrom - 1)) << 2)) : 0;
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(runEnds + ((<usize>g) << 2));
    const first = run;
    const start = load<i32>(runs + ((<usize>run) << 4));
    let mean: f64 = 0;
    for (; run < end; run++) {
      const at = runs + ((<usize>run) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = rowAt(u, load<i32>(at, 8)), b = rowAt(u, load<i32>(at, 12));
      const weights = rowAt(w, row), out = rowAt(d, row - start), column = rowAt(x, row);
      const bytes = (<usize>(n & ~1)) << 3;
      let sum = f64x2.splat(0);
      for (let t: usize = 0; t < bytes; t += 16) {
        const value = addColumns(f64x2.add(v128.load(a + t), v128.load(b + t)), column + t, stride, p, v);
        v128.store(out + t, value);
        sum = f64x2.add(sum, f64x2.mul(v128.load(weights + t), value));
      }
      mean += total(sum);
      if (n & 1) {
        let value = load<f64>(a + bytes) + load<f64>(b + bytes);
        for (let k = 0; k < p; k++)
          value += load<f64>(column + bytes + stride * <usize>k) * load<f64>(v + ((<usize>k) << 3));
        store<f64>(out + bytes, value);
        mean += load<f64>(weights + bytes) * value;
      }
    }
    const size = load<f64>(groupSums + ((<usize>g) << 3));
    mean = size > 0 ? mean / size : 0;
    const means = f64x2.splat(mean);
    for (let again = first; again < end; again++) {
      const at = runs + ((<usize>again) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = rowAt(sums, load<i32>(at, 8)), b = rowAt(sums, load<i32>(at, 12));
      const weights = rowAt(w, row), out = rowAt(d, row - start), column = rowAt(x, row);
      const bytes = (<usize>(n & ~1)) << 3;
      for (let t: usize = 0; t < bytes; t += 16) {
        const value = f64x2.mul(v128.load(weights + t), f64x2.sub(v128.load(out + t), means));
        v128.store(a + t, f64x2.add(v128.load(a + t), value));
        v128.store(b + t, f64x2.add(v128.load(b + t), value));
        if (p > 0) {
          ofFirst = f64x2.add(ofFirst, f64x2.mul(value, v128.load(column + t)));
          if (p > 1) ofSecond = f64x2.add(ofSecond, f64x2.mul(value, v128.load(column + t + stride)));
          if (p > 2) v128.store(out + t, value);
        }
      }
      if (n & 1) {
        const value = load<f64>(weights + bytes) * (load<f64>(out + bytes) - mean);
        store<f64>(out + bytes, value);
        store<f64>(a + bytes, load<f64>(a + bytes) + value);
        store<f64>(b + bytes, load<f64>(b + bytes) + value);
        if (p > 0) ofFirst = f64x2.add(ofFirst, f64x2.replace_lane(f64x2.splat(0), 0, value * load<f64>(column + bytes)));
        if (p > 1) ofSecond = f64x2.add(ofSecond, f64x2.replace_lane(f64x2.splat(0), 0, value * load<f64>(column + bytes + stride)));
      }
      for (let k = 2; k < p; k++) {
        const other = column + stride * <usize>k;
        let product = f64x2.splat(0);
        for (let t: usize = 0; t < bytes; t += 16)
          product = f64x2.add(product, f64x2.mul(v128.load(out + t), v128.load(other + t)));
        const slot = products + ((<usize>k) << 3);
        let sum = load<f64>(slot) + total(product);
        if (n & 1) sum += load<f64>(out + bytes) * load<f64>(other + bytes);
        store<f64>(slot, sum);
      }
    }
  }
  if (p > 0) store<f64>(products, total(ofFirst));
  if (p > 1) store<f64>(products, total(ofSecond), 8);
}

/** μ = Y_g A_a B_b E / Σ_g A_a B_b E with its sums by level; `scale` takes Σ_g. A and B stand in one vector `u`. */
export function evaluate(
  groupFrom: i32, groupTo: i32, runEnds: usize, runs: usize, u: usize, e: usize, mu: usize, groupY: usize,
  scale: usize, sums: usize, levels: i32
): void {
  memory.fill(sums, 0, (<usize>levels) << 3);
  let run = groupFrom > 0 ? load<i32>(runEnds + ((<usize>(groupFrom - 1)) << 2)) : 0;
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(runEnds + ((<usize>g) << 2));
    const first = run;
    let whole: f64 = 0;
    for (; run < end; run++) {
      const at = runs + ((<usize>run) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = rowAt(u, load<i32>(at, 8)), b = rowAt(u, load<i32>(at, 12));
      const out = rowAt(mu, row), factor = rowAt(e, row);
      const bytes = (<usize>(n & ~1)) << 3;
      let sum = f64x2.splat(0);
      for (let t: usize = 0; t < bytes; t += 16) {
        const value = f64x2.mul(f64x2.mul(v128.load(a + t), v128.load(b + t)), v128.load(factor + t));
        v128.store(out + t, value);
        sum = f64x2.add(sum, value);
      }
      whole += total(sum);
      if (n & 1) {
        const value = load<f64>(a + bytes) * load<f64>(b + bytes) * load<f64>(factor + bytes);
        store<f64>(out + bytes, value);
        whole += value;
      }
    }
    store<f64>(scale + ((<usize>g) << 3), whole);
    const ratio = load<f64>(groupY + ((<usize>g) << 3)) / whole;
    const ratios = f64x2.splat(ratio);
    for (let again = first; again < end; again++) {
      const at = runs + ((<usize>again) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = rowAt(sums, load<i32>(at, 8)), b = rowAt(sums, load<i32>(at, 12)), out = rowAt(mu, row);
      const bytes = (<usize>(n & ~1)) << 3;
      for (let t: usize = 0; t < bytes; t += 16) {
        const value = f64x2.mul(v128.load(out + t), ratios);
        v128.store(out + t, value);
        v128.store(a + t, f64x2.add(v128.load(a + t), value));
        v128.store(b + t, f64x2.add(v128.load(b + t), value));
      }
      if (n & 1) {
        const value = load<f64>(out + bytes) * ratio;
        store<f64>(out + bytes, value);
        store<f64>(a + bytes, load<f64>(a + bytes) + value);
        store<f64>(b + bytes, load<f64>(b + bytes) + value);
      }
    }
  }
}

/** Diagonal of the normal equations: Σ μ (1 − μ / Y_g) by level. */
export function diagonal(
  groupFrom: i32, groupTo: i32, runEnds: usize, runs: usize, w: usize, groupSums: usize, sums: usize, levels: i32
): void {
  memory.fill(sums, 0, (<usize>levels) << 3);
  const one = f64x2.splat(1);
  let run = groupFrom > 0 ? load<i32>(runEnds + ((<usize>(groupFrom - 1)) << 2)) : 0;
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(runEnds + ((<usize>g) << 2));
    const inverse = 1 / load<f64>(groupSums + ((<usize>g) << 3));
    const inverses = f64x2.splat(inverse);
    for (; run < end; run++) {
      const at = runs + ((<usize>run) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      const a = rowAt(sums, load<i32>(at, 8)), b = rowAt(sums, load<i32>(at, 12)), weights = rowAt(w, row);
      const bytes = (<usize>(n & ~1)) << 3;
      for (let t: usize = 0; t < bytes; t += 16) {
        const m = v128.load(weights + t);
        const value = f64x2.mul(m, f64x2.sub(one, f64x2.mul(m, inverses)));
        v128.store(a + t, f64x2.add(v128.load(a + t), value));
        v128.store(b + t, f64x2.add(v128.load(b + t), value));
      }
      if (n & 1) {
        const m = load<f64>(weights + bytes);
        const value = m * (1 - m * inverse);
        store<f64>(a + bytes, load<f64>(a + bytes) + value);
        store<f64>(b + bytes, load<f64>(b + bytes) + value);
      }
    }
  }
}

/** out = x − u_a − u_b with the weighted mean of each group taken off. */
export function leave(
  groupFrom: i32, groupTo: i32, runEnds: usize, runs: usize, w: usize, groupSums: usize, u: usize, x: usize, out: usize
): void {
  let run = groupFrom > 0 ? load<i32>(runEnds + ((<usize>(groupFrom - 1)) << 2)) : 0;
  for (let g = groupFrom; g < groupTo; g++) {
    const end = load<i32>(runEnds + ((<usize>g) << 2));
    const first = run;
    let mean: f64 = 0;
    for (; run < end; run++) {
      const at = runs + ((<usize>run) << 4);
      const row = load<i32>(at), n = load<i32>(at, 4);
      let a = rowAt(u, load<i32>(at, 8)), b = rowAt(u, load<i32>(at, 12));
      const weights = rowAt(w, row), column = rowAt(x, row), target = rowAt(out, row);
      for (let t: usize = 0; t < (<usize>n) << 3; t += 8) {
        const value = load<f64>(column + t) - load<f64>(a + t) - load<f64>(b + t);
        store<f64>(target + t, value);
        mean += load<f64>(weights + t) * value;
      }
    }
    const size = load<f64>(groupSums + ((<usize>g) << 3));
    mean = size > 0 ? mean / size : 0;
    for (let again = first; again < end; again++) {
      const at = runs + ((<usize>again) << 4);
      const target = rowAt(out, load<i32>(at)), n = load<i32>(at, 4);
      for (let t: usize = 0; t < (<usize>n) << 3; t += 8) store<f64>(target + t, load<f64>(target + t) - mean);
    }
  }
}

/** E by pattern of the regressors: e[r] = table[pattern[r]]. */
export function lookUp(n: i32, patterns: usize, table: usize, e: usize): void {
  for (let r = 0; r < n; r++)
    store<f64>(e + ((<usize>r) << 3), load<f64>(table + ((<usize>load<u8>(patterns + <usize>r)) << 3)));
}

/** Σ values x for each column. */
export function against(n: i32, values: usize, x: usize, stride: usize, p: i32, products: usize): void {
  for (let k = 0; k < p; k++) {
    const column = x + stride * <usize>k;
    const bytes = (<usize>(n & ~1)) << 3;
    let sum = f64x2.splat(0);
    for (let t: usize = 0; t < bytes; t += 16) sum = f64x2.add(sum, f64x2.mul(v128.load(values + t), v128.load(column + t)));
    let product = total(sum);
    if (n & 1) product += load<f64>(values + bytes) * load<f64>(column + bytes);
    store<f64>(products + ((<usize>k) << 3), product);
  }
}
