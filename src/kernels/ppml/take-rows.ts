/** The entries of some rows, in their order. */
export function takeRows<T extends Float64Array | Int32Array>(
  all: T,
  rows: Int32Array,
  Kind: new (length: number) => T
): T {
  const taken = new Kind(rows.length);
  for (let at = 0; at < rows.length; at++) taken[at] = all[rows[at]!]!;
  return taken;
}
