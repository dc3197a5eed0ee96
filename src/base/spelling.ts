/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each pair swapped
 * once (Damerau 1964, doi:10.1145/363958.363994); `limit + 1` when it is more than `limit`.
 */
export function spellingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; ++j) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** How many slips of the pen a word of this length may hide: 1 in up to four letters, 2 in up to eight, else 3. */
export function slipsIn(text: string): number {
  return text.length <= 4 ? 1 : text.length <= 8 ? 2 : 3;
}
