/** Σ w x_k x_l over the rows: p × p by rows. */
export function crossProducts(columns: readonly Float64Array[], w: Float64Array): Float64Array {
  const p = columns.length;
  const products = new Float64Array(p * p);
  for (let k = 0; k < p; k++)
    for (let l = 0; l <= k; l++) {
      const [a, b] = [columns[k]!, columns[l]!];
      let sum = 0;
      for (let r = 0; r < w.length; r++) sum += w[r]! * a[r]! * b[r]!;
      products[k * p + l] = sum;
      products[l * p + k] = sum;
    }
  return products;
}

/** Σ x_k values over the rows, for each column. */
export function inner(columns: readonly Float64Array[], values: Float64Array): Float64Array {
  return Float64Array.from(columns, (column) => {
    let sum = 0;
    for (let r = 0; r < values.length; r++) sum += column[r]! * values[r]!;
    return sum;
  });
}
