/** A flow smaller than this share of both partners' own size no longer ties their prices together in double precision. */
const smallestTie = 1e-9;

/**
 * Groups of economies between which nothing is traded: relative prices across groups are not identified. `ties` are flows at
 * given prices, exporter × importer; `size` is what each economy earns.
 */
export function closedGroups(ties: Float64Array, size: Float64Array): number[][] {
  const n = size.length;
  const group = Int32Array.from({length: n}, (_, i) => i);
  const rootOf = (i: number): number => (group[i] === i ? i : rootOf(group[i]!));
  for (let i = 0; i < n; i++)
    for (let m = 0; m < n; m++)
      if (i !== m && ties[i * n + m]! > smallestTie * Math.min(size[i]!, size[m]!)) group[rootOf(i)] = rootOf(m);
  const groups = new Map<number, number[]>();
  for (let i = 0; i < n; i++) groups.set(rootOf(i), [...(groups.get(rootOf(i)) ?? []), i]);
  return [...groups.values()];
}
