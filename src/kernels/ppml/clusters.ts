/** How many codes occur in any of the lists. */
export function countOf(lists: readonly Int32Array[]): number {
  const seen = new Uint8Array(Math.max(0, ...lists.map(sizeOf)));
  let count = 0;
  for (const codes of lists)
    for (let r = 0; r < codes.length; r++) {
      count += 1 - seen[codes[r]!]!;
      seen[codes[r]!] = 1;
    }
  return count;
}

/** One more than the highest code. */
export function sizeOf(codes: Int32Array): number {
  let highest = -1;
  for (let r = 0; r < codes.length; r++) if (codes[r]! > highest) highest = codes[r]!;
  return highest + 1;
}

/** Sums of scores by cluster, a column for each regressor. */
export function sumsBy(scores: readonly Float64Array[], codes: Int32Array, size = sizeOf(codes)): Float64Array[] {
  return scores.map((column) => {
    const sums = new Float64Array(size);
    for (let r = 0; r < column.length; r++) sums[codes[r]!]! += column[r]!;
    return sums;
  });
}
