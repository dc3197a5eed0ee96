import type {FixedEffect} from "./problem.ts";

/** Which rows an estimation can use, and why it cannot use the others. */
export interface KeptRows {
  /** 1 for rows that stay. */
  readonly kept: Uint8Array;
  readonly count: number;
  /** Rows of levels in which y is zero throughout: their effect has no finite estimate, and they say nothing. */
  readonly zeroGroups: number;
  /** Rows that are alone in a level: the effect fits them whatever the rest is. */
  readonly singletons: number;
}

/** What makes a row useless. */
export interface KeepOptions {
  /** Drops levels in which y is zero throughout, as Poisson models must. */
  readonly zeroGroups: boolean;
  /** Drops rows alone in a level. */
  readonly singletons: boolean;
  /** Rows that are left out from the start, by their numbers; they count as none of the others. */
  readonly leftOut?: ArrayLike<number>;
}

/**
 * Finds the rows that stay when rows of all-zero levels and rows alone in a level are dropped, again and again until
 * none is left (Correia, Guimarães and Zylkin 2020, doi:10.1177/1536867X20909691). Effects with a slope are left out.
 */
export function keepRows(y: Float64Array, effects: readonly FixedEffect[], options: KeepOptions): KeptRows {
  const n = y.length;
  const kept = new Uint8Array(n).fill(1);
  const {leftOut = []} = options;
  for (let at = 0; at < leftOut.length; at++) kept[leftOut[at]!] = 0;
  let started = 0;
  for (let r = 0; r < n; r++) started += kept[r]!;
  const plain = effects.filter(({slope}) => slope === undefined);
  const counts = plain.map(({levels}) => new Int32Array(levels));
  const positive = plain.map(({levels}) => new Uint8Array(levels));
  let [zeroGroups, singletons] = [0, 0];
  for (let changed = true; changed; ) {
    changed = false;
    plain.forEach(({codes}, f) => {
      tally(codes, y, kept, {counts: options.singletons ? counts[f] : undefined, positive: positive[f]!});
      const dropped = dropUseless(codes, kept, uselessLevels(counts[f]!, positive[f]!, options));
      zeroGroups += dropped.zeroGroups;
      singletons += dropped.singletons;
      if (dropped.zeroGroups + dropped.singletons > 0) changed = true;
    });
    if (!options.singletons) break; // A level that keeps a positive y keeps its rows.
  }
  return {kept, count: started - zeroGroups - singletons, zeroGroups, singletons};
}

/** Which levels have a positive y, and how many rows where that is asked for. */
function tally(
  codes: Int32Array,
  y: Float64Array,
  kept: Uint8Array,
  {counts, positive}: {counts: Int32Array | undefined; positive: Uint8Array}
): void {
  positive.fill(0);
  for (let r = 0; r < codes.length; r++) if (y[r]! > 0 && kept[r]) positive[codes[r]!] = 1;
  if (!counts) return;
  counts.fill(0);
  for (let r = 0; r < codes.length; r++) if (kept[r]) counts[codes[r]!]!++;
}

const [isZero, isSingle] = [1, 2] as const;

/** What is wrong with each level: 0 where nothing is; undefined where that is so of all. */
function uselessLevels(counts: Int32Array, positive: Uint8Array, options: KeepOptions): Uint8Array | undefined {
  const useless = new Uint8Array(counts.length);
  let found = 0;
  for (let level = 0; level < counts.length; level++) {
    if (options.zeroGroups && positive[level] === 0) useless[level] = isZero;
    else if (options.singletons && counts[level] === 1) useless[level] = isSingle;
    found += useless[level]!;
  }
  return found > 0 ? useless : undefined;
}

function dropUseless(codes: Int32Array, kept: Uint8Array, useless: Uint8Array | undefined) {
  let [zeroGroups, singletons] = [0, 0];
  if (useless)
    for (let r = 0; r < codes.length; r++) {
      const why = useless[codes[r]!]!;
      if (why === 0 || !kept[r]) continue;
      kept[r] = 0;
      if (why === isZero) ++zeroGroups;
      else ++singletons;
    }
  return {zeroGroups, singletons};
}
